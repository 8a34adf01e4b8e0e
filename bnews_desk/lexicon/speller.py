"""Judges which words are known and which are misspelt, and suggests what was meant.

Words are known by layers, each usable alone and the dearest asked last: the words of published
news, the region's, the editor's and the newsroom's own, affixes on known roots, Hunspell's
dictionary. A word that none knows is misspelt only where a word that news uses often enough is
near: the shorter a word, the more strings are near it by chance, and the more often its neighbour
must have been seen.

What stands beside a word is not weighed. Pairs of words, 41,000 of them, bring the right word to
the front in 1.3 of 100 more slips (97 → 98.3, halves of the papers, November 2026) and would weigh
more than all the rest of the lexicon.
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
    """A speller with every layer there is, and the folded words of ``own``."""
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
"""Letters beyond which a word is not judged."""
MOST_SUGGESTIONS = 5
REMEMBERED_WORDS = 4096
"""Words whose judgement is kept, so that a release that is being typed is judged once."""
OWN_WORD = 10
"""Articles in which a word of a dictionary counts as seen."""
_NEEDED = {3: 100, 4: 10, 5: 8}
"""In how many of 10,000 articles a neighbour must be seen, for a word of so many letters."""
_NEEDED_ELSE = 5
_CHEAP = 3.3
"""What a slip may cost at most that fingers and ears make by themselves."""
_DEAR_SLIP = {3: 6, 4: 6, 5: 6}
_DEAR_SLIP_ELSE = 3
"""How many times as often where the slip costs more, for a word of so many letters."""
_NEEDED_FOR_TWO = 30
"""The same where it is two slips away."""
_AGAINST = {
    (True, True): (200, LOST),
    (True, False): (100, 3.0),
    (False, True): (1000, 3.0),
    (False, False): (1000, 3.0),
}
"""The same for a word that no list has but affixes (first) or Hunspell (second) account for, and
what the slip may cost at most: *kegaitan*, *menadikan*, *suda*."""
_LEAST_AGAINST = min(needed for needed, _ in _AGAINST.values())
_PER = 10_000
_FORMED_WORD = 0.5
"""Articles in which a word that was never seen, and is known by its parts, counts as seen."""
_LISTED_WORD = 1.5
"""The same where Hunspell has it as well."""
_MOST_FORMED = 2
"""Such words that are proposed where none was seen."""
_DEAREST_FORMED = 3.0
"""What a slip for such a word may cost at most where words that were seen are near as well."""
_LEAST_FORMED = 6
"""Letters of a word that may be a slip for one of those; with one less the slip must be cheap."""
_DEAREST_SHORT = 3.0
"""What a slip in such a shorter word may cost at most."""
_TIED = frozenset(
    "an ber di i kah kan ke ku lah mem men meng mu nge nya pe pen peng pun se ter".split()
)
"""Affixes that stand before or behind a hyphen where the word is a foreign one."""
_COMMON_ROOT = 20
"""In how many of 10,000 articles the root of a word must be seen that was never seen itself."""
_NATIVE = frozenset("meng di ber ter per peng pe ke se".split())
_LONG_ROOT = 6
"""Letters of a root that no slip makes by chance."""
_COLLOQUIAL_SUFFIX = "in"
"""What speech puts for *-kan* and *-i*."""
_LEAST_COLLOQUIAL = 6
_NASALS = frozenset("mn")
"""What a verb begins with that lost its *me-* in speech."""
_COLLOQUIAL_PREFIX = "ke"
"""What speech puts for *ter-*."""
_LOST_SPACE = 5.0
"""What a lost space costs, beside the slips of ``spelling_candidates``."""

Knows = Callable[[str], bool]


class Analyser(Protocol):
    """What the speller asks of an affix analyser."""

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """The ways in which ``word`` rests on a known root, best first."""

    def is_well_formed(self, word: str) -> bool:
        """Whether ``word`` is a known root, affixes on it as they are written."""

    def root_texts(self) -> Iterable[str]:
        """The roots, compounds without their space."""

    def family_frequency(self, root: str) -> int:
        """In how many articles a word of a root's family was seen; 0 for none."""


def _is_whole(analysis: Analysis) -> bool:
    """Whether a long root stands between two affixes, which hardly a slip makes: *menegasikan*."""
    has_both = bool(analysis.prefixes) and not DERIVATIONS.isdisjoint(analysis.suffixes)
    return has_both and len(analysis.root) >= _LONG_ROOT


def absent_layer() -> None:
    """Finds no layer."""
    return None


class Speller:
    """Judges folded words; an answer depends on the layers and on nothing else.

    ``counts`` has the articles in which each word was seen, 0 for a word that is known and never
    proposed; it must not change. Affix analyser and Hunspell are looked for once, when a word is
    met that no layer before them knows.
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
        """Whether a folded word is unknown and a frequent one near; see ``_is_misspelt``."""
        self._ranked = lru_cache(maxsize=REMEMBERED_WORDS)(self._rank)

    def unseen(self, folded: frozenset[str]) -> frozenset[str]:
        """Those of some words that no list has: a quick first sieve for ``knows``."""
        return folded.difference(self._counts)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant by a misspelt word, best first, in its case; at most five."""
        if len(word) > LONGEST:
            return ()
        ranked = self._ranked(word.casefold())
        return tuple(dict.fromkeys(keep_case(word, right) for right in ranked))

    def rejoined(self, first: str, second: str) -> str:
        """The frequent word that a space has parted, folded; '' where there is none."""
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
        """Whether a layer has a word as it stands."""
        return (
            folded in self._counts
            or (self._analyser is not None and self._analyser.is_well_formed(folded))
            or (self._hunspell is not None and self._hunspell(folded))
        )

    def _is_seen(self, folded: str) -> bool:
        return folded in self._counts

    def _is_colloquial(self, folded: str) -> bool:
        """Whether speech makes the word of one that news knows: *nulis*, *dimarahin*, *kebeli*."""
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
        """Whether a word is unknown, or hardly known, and a word that is frequent enough is near.

        With ``doubt`` above 1 that one must be so many times as frequent: where the word may be a
        name or a foreign one.
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
        """Whether a word one slip away is seen often enough for this one to be a slip for it."""
        size = len(folded)
        least = _NEEDED.get(size, _NEEDED_ELSE) * doubt * self._articles / _PER
        sure = least * _DEAR_SLIP.get(size, _DEAR_SLIP_ELSE)
        near = [(self._weight(word), word) for word in self._near(folded)]
        return any(
            weight >= sure or (weight >= least and self._costs.cost(folded, word) <= _CHEAP)
            for weight, word in near
        )

    def _is_known_by_chance(self, folded: str, doubt: float) -> bool:
        """Whether a word that no list has is far likelier a slip for one of the most frequent.

        Not where it is a root.
        """
        if len(folded) <= LEAST_LETTERS:
            return False
        least = _LEAST_AGAINST * doubt * self._articles / _PER
        near = [w for w in self._near(folded) if self._counts.get(w, 0) >= least]
        if not near:  # before any other layer is loaded
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
        if if_listed == if_not:  # Hunspell takes longer to load than the rest of a check
            return if_not
        return if_listed if self._hunspell is not None and self._hunspell(folded) else if_not

    def _near(self, folded: str) -> set[str]:
        """The known words one slip away that may be meant: none that denies what is written."""
        near = self._neighbours.within_one(folded)
        return {word for word in near if not are_opposed(folded, word)}

    def _formed_near(self, folded: str) -> set[str]:
        """The words one slip away that no list has and that affixes on a root account for."""
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
        """Whether a word that is rare or was never seen may be meant: known, or of a common root.

        Not with *ku-* or *kau-*, which news hardly writes, nor behind a bound form.
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
        """The number of the one part of a hyphenated word that is unknown, if it is misspelt.

        None beside an affix: it is tied with a hyphen to what is foreign, *goal-nya*, *di-tackle*.
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
        """The best words that only their parts account for, with their scores.

        Beside words that were ``seen`` at most one, and only where it comes before them all.
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
