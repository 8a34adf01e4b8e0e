"""Makes ``kata_berita.txt.gz``: the words of published news and how many articles have each.

``python resources/lexicon/make_news_words.py ARTICLES.jsonl.gz`` reads one article a line (its
``text``, its ``source``). Nothing of an article is kept but counts of its words, and no word that
fewer than three articles of two papers have. ``salah_ketik_lazim.txt`` throws out the typos that
are frequent enough to come through; what is known and must never be proposed to anybody (the
left column of the word lists, ``bukan_saran.txt``) is counted as 0, and so are the words of
``bukan_saran.txt`` and the foreign ones of ``kata_asing.txt`` that too few articles have; the
Indonesian ones of ``kata_tambahan.txt`` are counted as if just enough had them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bnews_desk.lexicon.word_lists import CLITICS, read_list, read_rows
from bnews_desk.text import links, words

HERE = Path(__file__).resolve().parent
TARGET = HERE / "kata_berita.txt.gz"
LEAST_ARTICLES = 3
LEAST_PAPERS = 2
LIST_NAMES = ("kata_baku.tsv", "gabungan_imbuhan.tsv", "bentuk_terikat.tsv")
"""The lists whose left column is reported by rules of its own."""
HEAD = """\
# Kata berita: banyaknya artikel, tab, kata-katanya menurut abjad; 0 = dikenal, tidak disarankan.
# Dibuat oleh make_news_words.py; jangan disunting langsung.
# {words} kata dari {articles} artikel di {papers} media; sha256 {digest}
"""
_WORD = re.compile(r"[a-z]{2,}(?:[-'][a-z]+)*")
_INITIALS = re.compile(r"\([a-z]{2,4}(?:/[a-z]{2,4})+\)")


class Article(NamedTuple):
    """One published article, and the paper that had it."""

    paper: str
    text: str


class Counts(NamedTuple):
    """For each word in how many articles of which papers it stands; and what was counted."""

    by_word: Mapping[str, Mapping[str, int]]
    articles: int
    papers: int


def read_articles(path: str | Path) -> Iterator[Article]:
    """The articles of a compressed file, one JSON object a line."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Article(row["source"], row["text"])


def running_words(text: str) -> Iterator[str]:
    """The words of a text that are written in small letters, outside addresses and initials.

    A word that only ever bears a capital is a name and is none of these.
    """
    for line in _INITIALS.sub(" ", text).split("\n"):
        addresses = links(line)
        for word in words(line):
            if _WORD.fullmatch(word.text) and not any(
                span.overlaps(word[:2]) for span in addresses
            ):
                yield word.text


def counts(articles: Iterable[Article]) -> Counts:
    """In how many articles of which papers each word stands."""
    by_word: defaultdict[str, Counter[str]] = defaultdict(Counter)
    papers: Counter[str] = Counter()
    for article in articles:
        papers[article.paper] += 1
        for word in set(running_words(article.text)):
            by_word[word][article.paper] += 1
    return Counts(by_word, papers.total(), len(papers))


def review(name: str) -> frozenset[str]:
    """The words of a list that lies beside this script, remarks aside."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def never_proposed() -> frozenset[str]:
    """Forms that a list would have otherwise, whatever clitic they bear.

    A form that is wrong only beside certain words is a word like any other.
    """
    forms = {
        row.form.casefold()
        for name in LIST_NAMES
        for row in read_list(name)
        if " " not in row.form and not row.neighbours
    }
    forms |= review("bukan_saran.txt")
    inflected = {form + tail for form in forms for tail in ("", *CLITICS)}
    return frozenset(inflected.union(row[0] for row in read_rows("singkatan_percakapan.tsv")))


def chosen(counted: Counts) -> dict[str, int]:
    """The words that are kept with their numbers of articles, reviewed typos left out."""
    typos = review("salah_ketik_lazim.txt")
    silent = never_proposed()
    kept = {
        word: 0 if word in silent else sum(by_paper.values())
        for word, by_paper in counted.by_word.items()
        if sum(by_paper.values()) >= LEAST_ARTICLES
        and len(by_paper) >= LEAST_PAPERS
        and word not in typos
    }
    rare = dict.fromkeys(review("kata_tambahan.txt"), LEAST_ARTICLES)
    unproposed = review("kata_asing.txt") | review("bukan_saran.txt")
    return dict.fromkeys(unproposed, 0) | rare | kept


def packed(frequencies: Mapping[str, int], counted: Counts) -> bytes:
    """The file as it is written; the same words always give the same bytes."""
    by_frequency: defaultdict[int, list[str]] = defaultdict(list)
    for word, frequency in frequencies.items():
        by_frequency[frequency].append(word)
    body = "".join(
        f"{frequency}\t{' '.join(sorted(group))}\n"
        for frequency, group in sorted(by_frequency.items())
    )
    digest = hashlib.sha256(body.encode()).hexdigest()
    head = HEAD.format(
        words=len(frequencies), articles=counted.articles, papers=counted.papers, digest=digest
    )
    shrunk = zlib.compressobj(9, wbits=31)  # a gzip file without a name and a time in its head
    return shrunk.compress((head + body).encode()) + shrunk.flush()


def main() -> None:
    """Read the articles that are named, write the list, say what came of it."""
    counted = counts(read_articles(sys.argv[1]))
    frequencies = chosen(counted)
    data = packed(frequencies, counted)
    TARGET.write_bytes(data)
    print(f"{len(frequencies)} words of {len(counted.by_word)}, {len(data)} bytes: {TARGET}")


if __name__ == "__main__":
    main()
