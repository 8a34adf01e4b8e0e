"""Measures how well spelling is judged; part of ``make quality``.

``python tests/quality/spelling.py [EVAL] [--flags]``. The newspapers of the published articles are
split into two halves with about the same number of articles. A word list is made from one half and
measured on the other, then the reverse, so that no measured article contributed to the words.
Roots, affixes, Hunspell and the lists are the same for both.

A false alarm is any lower-case word of published copy that is reported; those judged to be errors
of the newspaper are in ``verdicts/ejaan.tsv`` and are subtracted in the second figure. Typing slips
are planted in running words (``slips_of_typing``).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, NamedTuple

from slips_of_typing import Planted, Words, planted

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.affixes.analyser import shipped_analyser
from bnews_desk.lexicon.hunspell import dictionary_folder, shipped_hunspell
from bnews_desk.lexicon.known_words import regional_words
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.news_words import NewsWords
from bnews_desk.lexicon.speller import Speller
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker

HERE = Path(__file__).resolve().parent
RULE = "spelling"
EVAL = HERE.parents[2] / "shared" / "eval"
SEED = 20261127
SLIPS = 2000
"""Slips planted in each half."""
RARE = 10
"""A word from fewer articles, or one not in the list, is rare."""
SUGGESTED_ALONE = 300
"""Number of slips for which Hunspell is asked for suggestions, at some milliseconds each."""
RELATED = "Baca juga"
"""Marks lines with titles of other articles, which are not corrected."""
BEFORE, BEHIND = "Warga hadir sejak pagi.", "Acara itu selesai pada malam hari."
"""Sentences around a paragraph, so that its first and last words cause no findings."""
VERDICTS = HERE / "verdicts" / "ejaan.tsv"
TRUE = frozenset({"salah ketik", "berdempet"})
"""Verdicts for words that were rightly reported."""


class Half(NamedTuple):
    """The measured articles, and the words of the other half."""

    papers: tuple[str, ...]
    texts: tuple[str, ...]
    words: NewsWords


class Layers(NamedTuple):
    """The two questions asked of a speller under test."""

    name: str
    is_reported: Callable[[str], bool]
    first: Callable[[Planted], str]


class Found(NamedTuple):
    """The results for planted slips."""

    planted: int
    found: int
    first_right: int

    def __str__(self) -> str:
        """Format the two shares."""
        return f"{self.found / self.planted:7.2%} {self.first_right / self.planted:7.2%}"


def script() -> ModuleType:
    """The script that makes the word list, which is beside the list."""
    path = HERE.parents[1] / "resources" / "lexicon" / "make_news_words.py"
    spec = spec_from_file_location("make_news_words", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dealt(sizes: Counter[str]) -> tuple[set[str], set[str]]:
    """The newspapers in two halves: shuffled, each assigned to the smaller half."""
    papers = sorted(sizes)
    Random(SEED).shuffle(papers)  # noqa: S311
    halves: tuple[set[str], set[str]] = (set(), set())
    for paper in papers:
        behind = min(halves, key=lambda half: sum(sizes[one] for one in half))
        behind.add(paper)
    return halves


def halves(making: Any, articles: Sequence[Any]) -> Iterator[Half]:
    """Each half with the words of the other."""
    both = dealt(Counter(article.paper for article in articles))
    for mine, other in (both, both[::-1]):
        counted = making.counts(article for article in articles if article.paper in other)
        texts = tuple(article.text for article in articles if article.paper in mine)
        yield Half(tuple(sorted(mine)), texts, NewsWords(making.chosen(counted)))


def whole(words: NewsWords) -> Speller:
    """The shipped speller with other counted words."""
    return Speller(
        words.counts,
        own=regional_words(),
        find_analyser=shipped_analyser,
        find_hunspell=shipped_hunspell,
    )


def layers(words: NewsWords) -> Iterator[Layers]:
    """The layers of the speller, added one by one; the whole speller comes last."""
    counts = words.counts
    yield _of("news words", Speller(counts))
    yield _of("+ affixes", Speller(counts, find_analyser=shipped_analyser))
    hunspell = Speller(counts, find_analyser=shipped_analyser, find_hunspell=shipped_hunspell)
    yield _of("+ Hunspell", hunspell)
    yield _of("+ words of the region", whole(words))


def _of(name: str, speller: Speller) -> Layers:
    def first(slip: Planted) -> str:
        return next(iter(speller.suggestions(slip.typed)), "")

    return Layers(name, speller.is_misspelt, first)


def as_shipped(words: NewsWords) -> Checker:
    """A checker with all rules and with these counted words."""
    house = load_style_sheet()[0]
    lexicon = Lexicon(house.pairs)
    lexicon.speller = whole(words)
    return Checker(all_rules(), house, lexicon)


def hunspell_alone() -> Layers:
    """Hunspell alone, as the baseline."""
    from hunspell import Hunspell

    dictionary = Hunspell("id_ID", hunspell_data_dir=dictionary_folder())

    def first(slip: Planted) -> str:
        return next(iter(dictionary.suggest(slip.typed)), "")

    return Layers("Hunspell alone", lambda word: not dictionary.spell(word), first)


def alarms(tokens: Counter[str], is_reported: Callable[[str], bool]) -> Counter[str]:
    """The running words that are reported, with their counts."""
    return Counter({word: count for word, count in tokens.items() if is_reported(word)})


def share(found: Counter[str], tokens: Counter[str]) -> float:
    """The share of reported words among all."""
    return found.total() / tokens.total()


def verdicts() -> dict[str, str]:
    """The verdict on each reported word."""
    lines = VERDICTS.read_text(encoding="utf-8").splitlines() if VERDICTS.exists() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def mended(slips: Iterable[Planted], tested: Layers) -> Found:
    """The number of slips found, and of those for which the correct word is suggested first."""
    counted = found = right = 0
    for slip in slips:
        counted += 1
        if tested.is_reported(slip.typed):
            found += 1
            right += tested.first(slip) == slip.meant
    return Found(counted, found, right)


def mended_by_rule(slips: Iterable[Planted], checker: Checker) -> Found:
    """The same for the rule, on the paragraph of each slip."""
    counted = found = right = 0
    for slip in slips:
        counted += 1
        finding = _reported(checker, slip)
        if finding is not None:
            found += 1
            fixes = checker.completed(finding).fixes
            right += bool(fixes) and fixes[0].edits[0].new == slip.meant
    return Found(counted, found, right)


def _reported(checker: Checker, slip: Planted) -> Finding | None:
    """The finding at a slip in the middle of a short release, or None.

    It may belong to another rule if it is about exactly this word.
    """
    release = Release.of("", [BEFORE, slip.paragraph, BEHIND])
    start = len(BEFORE) + 2 + slip.start
    end = start + len(slip.typed)
    here = [p for p in checker.check(release) if p.start < end and start < p.end]
    exact = (p for p in here if p.rule != RULE and (p.start, p.end) == (start, end))
    return next((p for p in here if p.rule == RULE), next(exact, None))


def alarms_of_rule(texts: Iterable[str], checker: Checker) -> Counter[str]:
    """The words that the rule reports in published copy, folded, with their counts."""
    found: Counter[str] = Counter()
    for text in texts:
        findings = checker.check(Release.of("", text.split("\n")))
        found.update(finding.text.casefold() for finding in findings if finding.rule == RULE)
    return found


def print_layers(half: Half, tokens: Counter[str], groups: Sequence[Sequence[Planted]]) -> None:
    """Print the results on single words for each layer: false alarms, slips found and corrected."""
    for tested in layers(half.words):
        alarm = share(alarms(tokens, tested.is_reported), tokens)
        print(f"    {tested.name:22}{alarm:8.3%}", *(mended(group, tested) for group in groups))
    alone = hunspell_alone()
    alarm = share(alarms(tokens, alone.is_reported), tokens)
    print(f"    {alone.name:22}{alarm:8.3%}", mended(groups[0][:SUGGESTED_ALONE], alone))


def print_alarms(found: Counter[str], tokens: Counter[str], *, every: bool) -> None:
    """Print the rate of false alarms before and after the verdicts, and the number without a
    verdict."""
    judged = verdicts()
    false = Counter({w: n for w, n in found.items() if judged.get(w) not in TRUE})
    unread = [word for word in found if word not in judged]
    print(f"    reported {share(found, tokens):.3%} of {tokens.total():,} words in small letters,")
    print(f"    false {share(false, tokens):.3%}; {len(unread)} of {len(found)} forms not read")
    if every:
        for word, count in found.most_common():
            print(f"      {word}\t{count}\t{judged.get(word, '?')}")


def print_half(half: Half, making: Any, words: Words, *, every: bool) -> None:
    """Print all measurements of one half."""
    tokens = Counter(word for text in half.texts for word in making.running_words(text))
    paragraphs = [line for text in half.texts for line in text.split("\n") if RELATED not in line]
    random = Random(SEED)  # noqa: S311
    slips = list(islice(planted(paragraphs, words, random), SLIPS))
    rare = (slip for slip in planted(paragraphs, words, random) if _is_rare(slip, half.words))
    groups = (slips, list(islice(rare, SLIPS // 2)))
    print(f"\nSpelling on {len(half.texts)} articles of {', '.join(half.papers)}")
    print(f"  with {len(half.words)} words of the other papers")
    print(f"    {'':22}  alarms   found   first  in rare words: found, first")
    checker = as_shipped(half.words)
    found = alarms_of_rule(half.texts, checker)
    cells = [mended_by_rule(group, checker) for group in groups]
    print(f"    {'the rule as shipped':22}{share(found, tokens):8.3%}", *cells)
    print_layers(half, tokens, groups)
    print_alarms(found, tokens, every=every)


def _is_rare(slip: Planted, words: NewsWords) -> bool:
    return 0 < words.frequency(slip.meant) < RARE


def main() -> None:
    """Print the measurements of each half."""
    asked = argparse.ArgumentParser(description="How well spelling is judged.")
    asked.add_argument("eval", nargs="?", type=Path, default=EVAL)
    asked.add_argument("--flags", action="store_true", help="print every form reported")
    arguments = asked.parse_args()
    news = arguments.eval / "news-dev.jsonl.gz"
    if not news.is_file():
        print(f"{news} is not there: spelling is left out")
        return
    making = script()
    articles = list(making.read_articles(news))
    seen = making.counts(articles).by_word
    often = {word for word, papers in seen.items() if sum(papers.values()) >= making.LEAST_ARTICLES}
    words = Words(often | making.never_proposed(), shipped_hunspell())
    for half in halves(making, articles):
        print_half(half, making, words, every=arguments.flags)


if __name__ == "__main__":
    main()
