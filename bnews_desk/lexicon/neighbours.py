"""Known words one or two slips away from a word.

A slip is a letter too many, too few or wrong, or two neighbours exchanged. One slip is found by
writing out every word that is one slip away (some 500) and keeping those that are known; two by
comparing with the words of the same first letter and nearly the same length. Neither needs an
index beside the counts but lists of the longer words, made on the first question for two slips.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from string import ascii_lowercase

from bnews_desk.lexicon.near_names import distance

LEAST_FOR_TWO = 9
"""Letters of a word in which two slips are looked for."""
_CLITIC = "nya"
"""The one clitic that any noun may bear; others are rare."""
_LEAST_WITH_CLITIC = 6
_PER_CLITIC = 10
"""Of how many uses of a word one bears it."""
_BITS = {letter: 1 << place for place, letter in enumerate(ascii_lowercase)}
_MOST_CHANGED = 4
"""Letters of the alphabet that two slips add to those of a word, or take from them, at most."""


def one_slip_away(word: str) -> set[str]:
    """Every string of Latin letters that is one slip from ``word``."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {head + tail[1:] for head, tail in halves if tail}
    found.update(head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1)
    for head, tail in halves:
        rest = tail[1:]
        found.update([head + letter + tail for letter in ascii_lowercase])
        if tail:
            found.update([head + letter + rest for letter in ascii_lowercase])
    found.discard(word)
    return found


class Neighbours:
    """Finds neighbours among the words of ``counts``, which must not change."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def within_one(self, word: str) -> set[str]:
        """The known words one slip from ``word``, without itself, those with *-nya* included."""
        around = one_slip_away(word)
        known = around & self._counts.keys()
        if len(word) > _LEAST_WITH_CLITIC:
            known.update(
                [near for near in around if near.endswith(_CLITIC) and near[:-3] in self._counts]
            )
        return known

    def weight_of_clitic_form(self, word: str) -> float:
        """How often a known word bears the *-nya* that it has here, as far as one can tell."""
        return self._counts.get(word[:-3], 0) / _PER_CLITIC if word.endswith(_CLITIC) else 0.0

    def within_two(self, word: str) -> list[str]:
        """The known words two slips from ``word`` that begin with its letter; not those nearer."""
        return list(self._two_away(word, 0))

    def has_within_two(self, word: str, least: float) -> bool:
        """Whether a word that is counted ``least`` times is two slips from ``word``.

        Quicker than :meth:`within_two`: only frequent words are looked at, those first that are
        met most.
        """
        return any(True for _ in self._two_away(word, least))

    def _two_away(self, word: str, least: float) -> Iterator[str]:
        """Two slips leave one third of a word whole, but where both exchange letters of two."""
        letters = _letters(word)
        third = len(word) // 3
        head, middle, tail = word[:third], word[third:-third], word[-third:]
        for length in range(len(word) - 2, len(word) + 3):
            for count, bits, known in self._by_opening.get((word[:1], length), ()):
                if count < least:
                    break
                if (bits ^ letters).bit_count() > _MOST_CHANGED:
                    continue
                is_alike = head in known or middle in known or tail in known
                if is_alike and distance(word, known, 2) == 2:
                    yield known

    @cached_property
    def _by_opening(self) -> dict[tuple[str, int], list[tuple[int, int, str]]]:
        """The longer words by first letter and length, the most frequent first.

        Each with its count and the set of its letters.
        """
        found: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
        for word, count in self._counts.items():
            if len(word) >= LEAST_FOR_TWO - 2:
                row = (count, _letters(word), word)
                found.setdefault((word[0], len(word)), []).append(row)
        for rows in found.values():
            rows.sort(reverse=True)
        return found


def _letters(word: str) -> int:
    """The set of a word's Latin letters as bits."""
    bits = 0
    for letter in word:
        bits |= _BITS.get(letter, 0)
    return bits
