"""The affix analyser: the root of a word, its affixes, and its correct spelling."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from bnews_desk.lexicon.affixes.affix_chains import (
    BOUND_FORMS,
    LEAST_BEHIND_BOUND,
    LONGEST_BOUND,
    NAME_FRAMES,
    NOMINAL_PREFIXES,
    NOUN_FRAMES,
    PERSONAL,
    PrefixChain,
    SuffixChain,
    prefix_chains,
    suffix_chains,
)
from bnews_desk.lexicon.affixes.analysis import Analysis
from bnews_desk.lexicon.affixes.doubled_words import analyse_doubled, analyse_half_doubled
from bnews_desk.lexicon.affixes.roots import CLAIM, NAME, NUMERAL, PE, WAN, Root, RootTable
from bnews_desk.lexicon.affixes.word_formation import DERIVATIONS, form_words

VERSION: Final[int] = 1
"""Increase it whenever any answer changes: the archive's index depends on the answers."""
LONGEST_WORD = 40
"""Longer strings, in letters, are not analysed as words."""
_REMEMBERED = 1 << 13
"""Number of words whose analyses are cached; when it is reached, the cache is cleared."""
_LEAST_ROOT = 4
"""Least length of the root of a form that is not spelled by the rules."""
_VERBAL = frozenset({"kan", "i"})
_SLIPS = {"in": "kan"}
"""Colloquial suffixes and their standard forms."""


class AffixAnalyser:
    """Analyses words by their roots; the same word always gets the same answer.

    ``roots`` are strings, ``Root`` values where frequencies and traits are known, or a table of
    these.
    """

    def __init__(self, roots: Collection[str] | Collection[Root] | RootTable) -> None:
        if not isinstance(roots, RootTable):
            roots = RootTable(root if isinstance(root, Root) else Root(root) for root in roots)
        self._roots = roots
        self._openings = prefix_chains()
        self._endings = suffix_chains()
        self._longest_opening = max(map(len, self._openings))
        self._longest_ending = max(map(len, self._endings))
        self._remembered: dict[str, tuple[Analysis, ...]] = {}

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Every analysis of ``word`` with a known root, the best first."""
        folded = word.casefold()
        found = self._remembered.get(folded)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[folded] = self._ranked(folded)
        return found

    def root_of(self, word: str) -> str:
        """The root of the best analysis; the folded word itself where there is none."""
        found = self.analyses(word)
        return found[0].root if found else word.casefold()

    def is_well_formed(self, word: str) -> bool:
        """Whether ``word`` is the correct spelling of one of its analyses."""
        folded = word.casefold()
        return any(analysis.canonical == folded for analysis in self.analyses(folded))

    def _ranked(self, word: str) -> tuple[Analysis, ...]:
        if not word.isascii() or len(word) > LONGEST_WORD:
            return ()
        best: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Analysis] = {}
        for analysis in self._readings(word):
            if analysis[:3] not in best or analysis.canonical == word:
                best[analysis[:3]] = analysis
        return tuple(sorted(best.values(), key=lambda found: self._rank(found, word)))

    def _rank(self, found: Analysis, word: str) -> tuple[bool, bool, int, int, Analysis]:
        """Sort key: correctly spelled first, then claimed by its root, fewest affixes, most
        frequent root."""
        root = self._roots.get(found.root.replace(" ", "")) or Root(found.root)
        core = word.removesuffix("".join(s for s in found.suffixes if s not in DERIVATIONS))
        affixes = len(found.prefixes) + len(found.suffixes)
        if found.prefixes and found.prefixes[-1] in NOUN_FRAMES and "an" in found.suffixes:
            affixes -= 1  # a circumfix counts once: per-bank-an is no longer than perban-kan
        elif found.prefixes and found.root.endswith("an"):
            affixes += 1  # prefer peng-awas-an to peng-kawasan
        is_unclaimed = f"{CLAIM}{core}" not in root.traits
        return (found.canonical != word, is_unclaimed, affixes, -root.frequency, found)

    def _readings(self, word: str) -> Iterator[Analysis]:
        if "-" in word:
            yield from analyse_doubled(self, word)
            yield from self._set_off(word)
            yield from self.plain(word)
        else:
            yield from self.plain(word)
            yield from self._bound(word)
            yield from analyse_half_doubled(self, word)

    def plain(self, word: str) -> Iterator[Analysis]:
        """The analyses of a word as affixes around one root, in no order."""
        tails = self.tails(word)
        for opening, begun in self.heads(word):
            for ending, left in tails:
                root = (
                    self._roots.get(opening.restored + word[begun:left]) if begun < left else None
                )
                if root:
                    analysis = _read(word, opening, root, ending)
                    if analysis:
                        yield analysis

    def root(self, text: str) -> Root | None:
        """The root with this text, a compound without its space; None where there is none."""
        return self._roots.get(text)

    def root_texts(self) -> Collection[str]:
        """The texts of all roots, compounds without their space."""
        return self._roots.texts()

    def family_frequency(self, root: str) -> int:
        """The number of measured articles with a word of a root's family; 0 for none."""
        found = self._roots.get(root.replace(" ", ""))
        return found.frequency if found is not None else 0

    def heads(self, word: str) -> list[tuple[PrefixChain, int]]:
        """Every reading of the beginning of ``word``, with the position where the root would
        begin."""
        sizes = range(min(self._longest_opening + 1, len(word)))
        found = ((size, self._openings.get(word[:size])) for size in sizes)
        return [(opening, size) for size, choices in found if choices for opening in choices]

    def tails(self, word: str) -> list[tuple[SuffixChain, int]]:
        """Every reading of the end of ``word``, with the position where the root would end."""
        starts = range(max(1, len(word) - self._longest_ending), len(word) + 1)
        found = ((start, self._endings.get(word[start:])) for start in starts)
        return [(ending, start) for start, choices in found if choices for ending in choices]

    def _bound(self, word: str) -> Iterator[Analysis]:
        """The analyses with a bound form before a noun: *antarkota*, *pascakebakaran*."""
        for size in range(2, min(LONGEST_BOUND, len(word) - LEAST_BEHIND_BOUND) + 1):
            if word[:size] in BOUND_FORMS:
                for behind in self.plain(word[size:]):
                    if behind.canonical == word[size:] and _is_noun(behind):
                        yield behind._replace(
                            prefixes=(word[:size], *behind.prefixes), canonical=word
                        )

    def _set_off(self, word: str) -> Iterator[Analysis]:
        """The analyses with a prefix before a hyphen: *di-upload*, *se-Indonesia*."""
        first, _, rest = word.partition("-")
        choices = self._openings.get(first, ()) if first else ()
        for ending, end in self.tails(rest):
            root = self._roots.get(rest[:end])
            if root is None:
                continue
            for opening in choices:
                analysis = None if opening.restored else _read(word, opening, root, ending)
                if analysis:
                    yield analysis
            if first in BOUND_FORMS and not ending.derivation:
                canonical = word if NAME in root.traits else word.replace("-", "")
                yield Analysis(root.text, (first,), ending.clitics, canonical)


def _read(word: str, opening: PrefixChain, root: Root, ending: SuffixChain) -> Analysis | None:
    """``word`` analysed as these parts; None where they do not go together."""
    derivation = _SLIPS.get(ending.derivation, ending.derivation)
    if derivation not in opening.endings:
        if derivation != "an" or "kan" not in opening.endings or not root.text.endswith("k"):
            return None
        derivation = "kan"  # *menunjukan*
    if not _goes_with(opening, root, derivation) or (derivation == "i" and root.text.endswith("i")):
        return None
    suffixes = (derivation, *ending.clitics) if derivation else ending.clitics
    forms = form_words(opening.prefixes, root, suffixes)
    if word in forms:
        return Analysis(root.text, opening.prefixes, suffixes, word)
    if len(root.text) < _LEAST_ROOT:
        return None
    return Analysis(root.text, opening.prefixes, suffixes, forms[0])


def _goes_with(opening: PrefixChain, root: Root, derivation: str) -> bool:
    """Whether the root takes these prefixes and this suffix."""
    if derivation in PERSONAL:
        return WAN in root.traits
    prefixes = opening.prefixes
    if NAME in root.traits and prefixes not in NAME_FRAMES:
        return False
    if opening.only and root.text not in opening.only:
        return prefixes == ("ke",) and not derivation and NUMERAL in root.traits
    if prefixes and prefixes[-1] == "pe" and not opening.only:
        return PE in root.traits
    return True


def _is_noun(analysis: Analysis) -> bool:
    """Whether a word may follow a bound form: a root, or a noun derived from one."""
    return not _VERBAL.intersection(analysis.suffixes) and (
        not analysis.prefixes or analysis.prefixes[0] in NOMINAL_PREFIXES
    )


@lru_cache(maxsize=1)
def shipped_analyser() -> AffixAnalyser:
    """The analyser of the roots that ship with the program, made on first use."""
    return AffixAnalyser(RootTable.shipped())
