"""Counts the families of the roots in ``akar.txt`` in a set of articles, and proposes new roots.

    python resources/lexicon/make_roots.py news.jsonl.gz [--propose]

The roots themselves and their traits are chosen by hand; this writes the counts, in place. With
``--propose`` it prints instead the words of three articles or more that rest on no root.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from bnews_desk.lexicon.affixes.analyser import AffixAnalyser
from bnews_desk.lexicon.affixes.roots import Root, read_roots
from bnews_desk.text import words

LIST = Path(__file__).with_name("akar.txt")
LEAST = 3
"""Articles in which a word is found that is proposed."""


def articles_with(news: str) -> Counter[str]:
    """In how many articles each word stands in lower case; halves around a hyphen not apart."""
    counts: Counter[str] = Counter()
    with gzip.open(news, "rt", encoding="utf-8") as file:
        for line in file:
            found = words(json.loads(line)["text"])
            counts.update({word.folded for word in found if word.text.islower()})
    return counts


def families(roots: tuple[Root, ...], counts: Counter[str]) -> Counter[str]:
    """The articles of each root's words, summed; a word of several roots goes to the commoner."""
    unranked = AffixAnalyser([root._replace(frequency=0) for root in roots])
    certain: Counter[str] = Counter()
    for word, count in counts.items():
        found = {a.root for a in unranked.analyses(word) if a.canonical == word}
        if len(found) == 1:
            certain[found.pop()] += count
    ranked = AffixAnalyser([root._replace(frequency=certain[root.text]) for root in roots])
    family: Counter[str] = Counter()
    for word, count in counts.items():
        family[ranked.root_of(word)] += count
    return family


def main() -> None:
    """Write the counts, or print proposals."""
    counts = articles_with(sys.argv[1])
    roots = read_roots(str(LIST))
    if "--propose" in sys.argv:
        analyser = AffixAnalyser(roots)
        for word, count in counts.most_common():
            if count >= LEAST and not analyser.analyses(word):
                print(f"{word}\t{count}")
        return
    family = families(roots, counts)
    remarks = [line for line in LIST.read_text("utf-8").split("\n") if line.startswith("#")]
    rows = [
        "\t".join((root.text, str(family[root.text]), " ".join(sorted(root.traits)))).rstrip()
        for root in sorted(roots)
    ]
    LIST.write_text("\n".join([*remarks, *rows, ""]), "utf-8")


if __name__ == "__main__":
    main()
