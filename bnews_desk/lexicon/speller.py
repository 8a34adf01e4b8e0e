"""Judges which words are known and which are misspelt, and suggests what was meant.

Words are known from several layers, each optional and the slowest asked last: the words of
published news, regional words, the user dictionaries, affixes on known roots, Hunspell's
dictionary. An unknown word is misspelt only where a sufficiently frequent news word is one slip
away: the shorter a word, the more strings are near it by chance, and the more frequent its
neighbour must be.

The words beside it are not considered. A table of 41,000 word pairs puts the right word first in
1.3 of 100 more slips (97 → 98.3, halves of the papers, November 2026) but would be larger than the
rest of the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import log
from typing import Protocol

from bnews_desk.lexicon.affixes.analysis import Analysis
from bnews_desk.lexicon.affixes.word_formation import DERIVATIONS
from bnews_desk.lexicon.hunspell import shipped_hunspell
from bnews_desk.lexicon.known_words import regional_words
from bnews_desk.lexicon.loan_affixes import are_opposed, is_formed_with_loan_affix
from bnews_desk.lexicon.news_words import shipped_news_words
from bnews_desk.lexicon.spelling_candidates import (
    LEAST_FOR_TWO,
    LOST,
    JoinedWords,
    LetterGrams,
    NearWords,
    TypingCosts,
)
from bnews_desk.lexicon.word_lists import CLITICS
from bnews_desk.text import keep_case


def shipped_speller(own: Iterable[str] = ()) -> Speller:
    """A speller with all available layers, which also knows the folded words in ``own``."""
    return Speller(
        shipped_news_words().counts,
        own=regional_words().union(own),
        find_analyser=_analyser,
        find_hunspell=shipped_hunspell,
    )


def _analyser() -> Analyser:
    from bnews_desk.lexicon.affixes.analyser import shipped_analyser

    return shipped_analyser()


LEAST_LETTERS = 3
LONGEST = 40
"""Longer words, in letters, are not judged."""
MOST_SUGGESTIONS = 5
REMEMBERED_WORDS = 4096
"""Number of words whose judgement is cached, so that typing in a release does not judge it
again."""
OWN_WORD = 10
"""A word of a user dictionary counts as seen in this many articles."""
_NEEDED = {3: 100, 4: 10, 5: 8}
"""For each word length, in how many of 10,000 articles a neighbour must be seen."""
_NEEDED_ELSE = 5
_CHEAP = 3.3
"""Greatest cost of a slip that is common in typing or by ear."""
_DEAR_SLIP = {3: 6, 4: 6, 5: 6}
_DEAR_SLIP_ELSE = 3
"""For each word length, how many times as frequent the neighbour must be where a slip costs
more."""
_NEEDED_FOR_TWO = 30
"""How frequent the neighbour must be where it is two slips away."""
_AGAINST = {
    (True, True): (200, LOST),
    (True, False): (100, 3.0),
    (False, True): (1000, 3.0),
    (False, False): (1000, 3.0),
}
"""The same for a word in no list that is known by its affixes (first) or by Hunspell (second), with
the greatest cost of the slip: *kegaitan*, *menadikan*, *suda*."""
_LEAST_AGAINST = min(needed for needed, _ in _AGAINST.values())
_PER = 10_000
_FORMED_WORD = 0.5
"""A word that is only known by its parts counts as seen in this many articles."""
_LISTED_WORD = 1.5
"""The same where Hunspell also knows it."""
_MOST_FORMED = 2
"""Most such words that are suggested where none was seen."""
_DEAREST_FORMED = 3.0
"""Greatest cost of a slip for such a word where words that were seen are near too."""
_LEAST_FORMED = 6
"""Least length of a word that may be a slip for one of these; one letter less needs a cheap
slip."""
_DEAREST_SHORT = 3.0
"""Greatest cost of a slip in such a shorter word."""
_TIED = frozenset(
    "an ber di i kah kan ke ku lah mem men meng mu nge nya pe pen peng pun se ter".split()
)
"""Affixes that a hyphen joins to a foreign word."""
_COMMON_ROOT = 20
"""A word that was never seen itself needs a root seen in this many of 10,000 articles."""
_NATIVE = frozenset("meng di ber ter per peng pe ke se".split())
_LONG_ROOT = 6
"""Least length of a root that no slip produces by chance."""
_COLLOQUIAL_SUFFIX = "in"
"""The colloquial suffix for *-kan* and *-i*."""
_LEAST_COLLOQUIAL = 6
_NASALS = frozenset("mn")
"""First letters of a verb that has colloquially lost its *me-*."""
_COLLOQUIAL_PREFIX = "ke"
"""The colloquial prefix for *ter-*."""
_LOST_SPACE = 5.0
"""Cost of a missing space, in the units of ``spelling_candidates``."""

Knows = Callable[[str], bool]


class Analyser(Protocol):
    """The methods of an affix analyser that the speller needs."""

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """The analyses of ``word`` with a known root, best first."""

    def is_well_formed(self, word: str) -> bool:
        """Whether ``word`` is a known root with correctly written affixes."""

    def root_texts(self) -> Iterable[str]:
        """The roots, compounds without their space."""

    def family_frequency(self, root: str) -> int:
        """In how many articles a word of a root's family was seen; 0 for none."""


def _is_whole(analysis: Analysis) -> bool:
    """Whether a long root is between two affixes, which hardly any slip produces: *menegasikan*."""
    has_both = bool(analysis.prefixes) and not DERIVATIONS.isdisjoint(analysis.suffixes)
    return has_both and len(analysis.root) >= _LONG_ROOT


def absent_layer() -> None:
    """Stands for a missing layer."""
    return None


class Speller:
    """Judges folded words; an answer depends only on the layers.

    ``counts`` has the number of articles with each word, 0 for a known word that is never
    suggested; it must not change. Affix analyser and Hunspell are loaded once, at the first word
    that no earlier layer knows.
    """

    def __init__(
        self,
        counts: Mapping[str, int],
        *,
        own: Collection[str] = (),
        find_analyser: Callable[[], Analyser | None] = absent_layer,
        find_hunspell: Callable[[], Knows | None] = absent_layer,
    ) -> None:
        self._counts = {**dict.fromkeys(own, OWN_WORD), **counts} if own else counts
        self._articles = max(self._counts.values(), default=1)
        self._find_analyser = find_analyser
        self._find_hunspell = find_hunspell
        self._neighbours = NearWords(self._counts)
        self._joined = JoinedWords(self._counts, self._articles)
        self._costs = TypingCosts()
        self.knows = lru_cache(maxsize=REMEMBERED_WORDS)(self._knows)
        """Whether any layer knows a folded word."""
        self.is_misspelt = lru_cache(maxsize=REMEMBERED_WORDS)(self._is_misspelt)
        """Whether a folded word is unknown and a frequent one is near; see ``_is_misspelt``."""
        self._ranked = lru_cache(maxsize=REMEMBERED_WORDS)(self._rank)

    def unseen(self, folded: frozenset[str]) -> frozenset[str]:
        """Those words that are in no list: a fast first test before ``knows``."""
        return folded.difference(self._counts)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What a misspelt word may mean, best first, in its case; at most five."""
        if len(word) > LONGEST:
            return ()
        ranked = self._ranked(word.casefold())
        return tuple(dict.fromkeys(keep_case(word, right) for right in ranked))

    def rejoined(self, first: str, second: str) -> str:
        """The frequent word that a space has split into two, folded; '' where there is none."""
        return self._joined.rejoined(first, second)

    def _knows(self, folded: str) -> bool:
        if len(folded) > LONGEST or self._knows_plainly(folded):
            return True
        if "-" in folded:
            return all(map(self._knows_part, folded.split("-")))
        return is_formed_with_loan_affix(
            folded, self._knows_plainly, self._is_seen
        ) or self._is_colloquial(folded)

    def _knows_plainly(self, folded: str) -> bool:
        """Whether a layer has the word itself."""
        return (
            folded in self._counts
            or (self._analyser is not None and self._analyser.is_well_formed(folded))
            or (self._hunspell is not None and self._hunspell(folded))
        )

    def _is_seen(self, folded: str) -> bool:
        return folded in self._counts

    def _is_colloquial(self, folded: str) -> bool:
        """Whether a word is the colloquial form of a news word: *nulis*, *dimarahin*, *kebeli*."""
        counts = self._counts
        if folded[:1] in _NASALS and counts.get(f"me{folded}"):
            return True
        is_by_chance = folded.startswith(_COLLOQUIAL_PREFIX) and counts.get(f"di{folded[2:]}")
        if is_by_chance and not counts.get(f"{folded}an"):  # ketahan is ketahanan cut short
            return True
        stem = folded.removesuffix("nya").removesuffix("lah").removeprefix("di")
        return (
            stem.endswith(_COLLOQUIAL_SUFFIX)
            and len(stem) >= _LEAST_COLLOQUIAL
            and bool(counts.get(stem.removesuffix(_COLLOQUIAL_SUFFIX)))
        )

    def _knows_part(self, part: str) -> bool:
        return part in _TIED or self.knows(part)

    @cached_property
    def _analyser(self) -> Analyser | None:
        return self._find_analyser()

    @cached_property
    def _hunspell(self) -> Knows | None:
        return self._find_hunspell()

    def _is_misspelt(self, folded: str, doubt: float = 1.0) -> bool:
        """Whether a word is unknown, or only just known, and a sufficiently frequent word is near.

        With ``doubt`` above 1 that word must be so many times as frequent: use it where the word
        may be a name or foreign.
        """
        if not LEAST_LETTERS <= len(folded) <= LONGEST or folded in self._counts:
            return False
        is_known = self.knows(folded)
        if is_known or "-" in folded:
            if "-" in folded:
                return not is_known and self._misspelt_part(folded.split("-"), doubt) is not None
            return self._is_known_by_chance(folded, doubt)
        if self._has_near(folded, doubt):
            return True
        if self._joined.parted(folded):
            return True
        if len(folded) >= LEAST_FOR_TWO:
            need = _NEEDED_FOR_TWO * doubt * self._articles / _PER
            two = self._neighbours.frequent_within_two(folded, need)
            if any(not are_opposed(folded, word) for word in two):
                return True
        return doubt == 1.0 and bool(self._formed_near(folded))

    def _has_near(self, folded: str, doubt: float) -> bool:
        """Whether a word one slip away is frequent enough for this one to be a slip for it."""
        size = len(folded)
        least = _NEEDED.get(size, _NEEDED_ELSE) * doubt * self._articles / _PER
        sure = least * _DEAR_SLIP.get(size, _DEAR_SLIP_ELSE)
        near = [(self._weight(word), word) for word in self._near(folded)]
        return any(
            weight >= sure or (weight >= least and self._costs.cost(folded, word) <= _CHEAP)
            for weight, word in near
        )

    def _is_known_by_chance(self, folded: str, doubt: float) -> bool:
        """Whether a word in no list is much more likely a slip for one of the most frequent words.

        False for a root.
        """
        if len(folded) <= LEAST_LETTERS:
            return False
        least = _LEAST_AGAINST * doubt * self._articles / _PER
        near = [w for w in self._near(folded) if self._counts.get(w, 0) >= least]
        if not near:  # test this before loading another layer
            return False
        analyses = self._analyser.analyses(folded) if self._analyser is not None else ()
        if any(not (a.prefixes or a.suffixes or a.is_reduplicated) for a in analyses):
            return False
        is_whole = any(a.canonical == folded and _is_whole(a) for a in analyses)
        is_formed = any(analysis.canonical == folded for analysis in analyses)
        if is_formed and folded[:-3] in self._counts and folded.endswith(CLITICS):
            return False
        weighed = [(self._counts[word], self._costs.cost(folded, word)) for word in near]
        if is_whole:
            weighed = [(count, cost) for count, cost in weighed if cost <= LOST]

        def stands_against(*, is_listed: bool) -> bool:
            needed, dearest = _AGAINST[is_formed, is_listed]
            least = needed * doubt * self._articles / _PER
            return any(count >= least and cost <= dearest for count, cost in weighed)

        if_listed, if_not = stands_against(is_listed=True), stands_against(is_listed=False)
        if if_listed == if_not:  # loading Hunspell takes longer than the rest of a check
            return if_not
        return if_listed if self._hunspell is not None and self._hunspell(folded) else if_not

    def _near(self, folded: str) -> set[str]:
        """The known words one slip away that may be meant, without those with an opposite
        meaning."""
        near = self._neighbours.within_one(folded)
        return {word for word in near if not are_opposed(folded, word)}

    def _formed_near(self, folded: str) -> set[str]:
        """The words one slip away that are in no list but are affixes on a root."""
        if self._analyser is None or len(folded) < _LEAST_FORMED - 1:
            return set()
        found = {
            near
            for near in self._grams.mended(folded)
            if near != folded
            and self._analyser.is_well_formed(near)
            and not are_opposed(folded, near)
            and self._is_likely(near)
        }
        if len(folded) >= _LEAST_FORMED:
            return found
        return {near for near in found if self._costs.cost(folded, near) <= _DEAREST_SHORT}

    def _is_likely(self, formed: str) -> bool:
        """Whether a rare or unseen word may be meant: it is known, or its root is frequent.

        False for *ku-* or *kau-*, which are rare in news, and after a bound form.
        """
        if self._counts.get(formed) or self._is_listed(formed):
            return True
        least = _COMMON_ROOT * self._articles / _PER
        if self._analyser is None:
            return False
        return any(
            a.canonical == formed
            and _NATIVE.issuperset(a.prefixes)
            and self._analyser.family_frequency(a.root) >= least
            for a in self._analyser.analyses(formed)
        )

    @cached_property
    def _grams(self) -> LetterGrams:
        roots = self._analyser.root_texts() if self._analyser is not None else ()
        return LetterGrams(chain(self._counts, roots))

    def _misspelt_part(self, parts: Sequence[str], doubt: float = 1.0) -> int | None:
        """The number of the only unknown part of a hyphenated word, if it is misspelt.

        None beside an affix, which a hyphen joins to foreign words: *goal-nya*, *di-tackle*.
        """
        unknown = [(at, part) for at, part in enumerate(parts) if not self._knows_part(part)]
        if len(unknown) != 1 or not _TIED.isdisjoint(parts):
            return None
        at, part = unknown[0]
        return at if self.is_misspelt(part, doubt) else None

    def _weight(self, known: str) -> float:
        return self._counts.get(known) or self._neighbours.weight_of_clitic_form(known)

    def _rank(self, folded: str) -> tuple[str, ...]:
        if "-" in folded:
            return self._ranked_in_part(folded.split("-"))
        near = self._near(folded)
        if len(folded) >= LEAST_FOR_TWO:
            two = self._neighbours.within_two(folded)
            near.update(word for word in two if not are_opposed(folded, word))
        scores = {
            known: log(weight) - self._costs.cost(folded, known)
            for known in near
            if (weight := self._weight(known)) > 0
        }
        scores |= self._formed_scores(folded, scores)
        for pair, seen in self._joined.parted(folded):
            scores[pair] = log(seen) - _LOST_SPACE
        best = sorted(scores, key=lambda known: (-scores[known], known))
        return tuple(best[:MOST_SUGGESTIONS])

    def _formed_scores(self, folded: str, seen: Mapping[str, float]) -> dict[str, float]:
        """The best words that are known only by their parts, with their scores.

        Where words were ``seen``, there is at most one, and only if it scores better than all of
        them.
        """
        scores = {
            formed: log(_LISTED_WORD if self._is_listed(formed) else _FORMED_WORD) - cost
            for formed in self._formed_near(folded).difference(seen)
            if (cost := self._costs.cost(folded, formed)) <= _DEAREST_FORMED or not seen
        }
        best = sorted(scores, key=lambda formed: (-scores[formed], formed))
        if seen:
            best = [formed for formed in best[:1] if scores[formed] > max(seen.values())]
        return {formed: scores[formed] for formed in best[:_MOST_FORMED]}

    def _is_listed(self, folded: str) -> bool:
        return self._hunspell is not None and self._hunspell(folded)

    def _ranked_in_part(self, parts: list[str]) -> tuple[str, ...]:
        at = self._misspelt_part(parts)
        if at is None:
            return ()
        rights = self._ranked(parts[at])
        twin = parts[1 - at] if len(parts) == 2 else ""
        rights = tuple(sorted(rights, key=lambda right: right != twin))
        return tuple("-".join((*parts[:at], right, *parts[at + 1 :])) for right in rights)
