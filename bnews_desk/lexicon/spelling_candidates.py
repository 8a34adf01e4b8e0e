"""Candidates for a misspelt word: near, split and rejoined words, and how likely each is.

A slip is a letter added, lost or wrong, or two neighbours exchanged. One slip is found by
generating every string one slip away (some 500) and keeping the known ones; two slips by comparing
with the words of the same first letter and nearly the same length. Besides the counts this only
needs lists of the longer words, which are made on the first search for two slips.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from string import ascii_lowercase

from bnews_desk.lexicon.near_names import slip_distance

_SMALL = frozenset(
    "agar akan antara atau bagi bahwa bisa dalam dan dari dengan di ini itu juga karena ke kepada"
    " oleh pada para saat serta sudah telah tersebut tidak untuk yang".split()
)
"""Short words that may be joined to any word."""
_LEAST_LETTERS = 4
"""Least length of a word that is not one of the short ones."""
_SEEN = 0.005
"""The share of all articles in which each of the two words must be seen."""


class JoinedWords:
    """Splits and joins words by ``counts`` of words in a number of ``articles``."""

    def __init__(self, counts: Mapping[str, int], articles: int) -> None:
        self._counts = counts
        self._least = _SEEN * articles

    def parted(self, folded: str) -> list[tuple[str, int]]:
        """The ways to split a word into two frequent ones, each with the count of the rarer one.

        Two equal halves give the reduplication: *anakanak*, *anak-anak*.
        """
        found = []
        for at in range(2, len(folded) - 1):
            first, second = folded[:at], folded[at:]
            seen = min(self._counts.get(first, 0), self._counts.get(second, 0))
            if first == second:
                twice = f"{first}-{second}"
                if self._counts.get(twice):
                    found.append((twice, self._counts[twice]))
            elif seen >= self._least and self._are_apart(first, second):
                found.append((f"{first} {second}", seen))
        return found

    def rejoined(self, first: str, second: str) -> str:
        """The frequent word that a space has split into ``first`` and ``second``; '' for none."""
        whole = first + second
        return whole if self._counts.get(whole, 0) >= self._least else ""

    @staticmethod
    def _are_apart(first: str, second: str) -> bool:
        sizes = [0 if word in _SMALL else len(word) for word in (first, second)]
        return sizes != [0, 0] and all(size == 0 or size >= _LEAST_LETTERS for size in sizes)


_SIZE = 4
_EDGE = " "


class LetterGrams:
    """The four-letter sequences in known words, including their beginnings and ends."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = {gram for word in words for gram in _grams(f"{_EDGE}{word}{_EDGE}")}

    def mended(self, word: str) -> Iterator[str]:
        """The strings one slip from ``word`` whose sequences are all known, in no order."""
        text = f"{_EDGE}{word}{_EDGE}"
        is_known = [gram in self._known for gram in _grams(text)]
        first_bad = is_known.index(False) if False in is_known else len(is_known)
        last_bad = len(is_known) - 1 - is_known[::-1].index(False) if False in is_known else -1
        # Up to `clean_to` and from `clean_from` on, letters are in known sequences only.
        clean_to, clean_from = first_bad + _SIZE, last_bad
        for at in range(1, len(text)):
            if at > clean_to:
                break
            head = text[:at]
            for tail in (text[at:], text[at + 1 :] or None):
                if tail is None or len(text) - len(tail) < clean_from:
                    continue
                for letter in ascii_lowercase:
                    yield from self._if_known(head, letter, tail)
            if at + 1 < len(text):
                yield from self._if_known(head, "", text[at + 1 :])
            if at + 2 < len(text):
                yield from self._if_known(head, text[at + 1] + text[at], text[at + 2 :])

    def _if_known(self, head: str, middle: str, tail: str) -> Iterator[str]:
        if not tail:
            return
        window = head[1 - _SIZE :] + middle + tail[: _SIZE - 1]
        if all(gram in self._known for gram in _grams(window)):
            yield (head + middle + tail)[1:-1]


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + _SIZE] for at in range(len(text) - _SIZE + 1))


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_EXCHANGED = 1.4
LOST = 1.6
"""A letter left out."""
_LOST_OF_TWO = 1.0
"""One of two equal letters left out: *menganggu*."""
_LOST_H = 1.2
_ADDED_TWICE = 1.6
"""A letter typed twice: *melakukkan*."""
_ADDED_BESIDE = 3.0
"""A neighbouring key pressed as well."""
_ADDED_H = 3.0
_ADDED = 4.5
_CHANGED_BESIDE = 2.8
_CONFUSED = 2.8
_CHANGED = 4.5
_FIRST_LETTER = 0.7
"""Added to the cost of a slip at the first letter of a word, where slips are rare."""
_CONFUSIONS = frozenset(
    "ei ie ou uo fp pf fv vf vp pv kq qk sz zs jz zj dt td bp pb gk kg ck kc iy yi ae ea".split()
)
"""Letters that are confused in spelling or by ear."""


def _beside() -> frozenset[str]:
    """Pairs of letters on adjacent keys; each row is half a key to the right of the one above."""
    pairs: set[str] = set()
    for row, keys in enumerate(_ROWS):
        for at, key in enumerate(keys):
            around = keys[at + 1 : at + 2]
            if row + 1 < len(_ROWS):
                around += _ROWS[row + 1][max(0, at - 1) : at + 1]
            pairs.update(key + near for near in around)
            pairs.update(near + key for near in around)
    return frozenset(pairs)


class TypingCosts:
    """Computes the cost of slips; one instance is enough, as it stores the adjacent keys."""

    def __init__(self) -> None:
        self._beside = _beside()

    def cost(self, typed: str, meant: str) -> float:
        """The least cost of the slips that turn ``meant`` into ``typed``."""
        before: list[float] = []
        last = [0.0]
        for j in range(1, len(meant) + 1):
            last.append(last[-1] + self._lost(meant, j - 1))
        for i in range(1, len(typed) + 1):
            row = [last[0] + self._added(typed, i - 1, meant, 0)]
            for j in range(1, len(meant) + 1):
                least = min(
                    last[j] + self._added(typed, i - 1, meant, j),
                    row[j - 1] + self._lost(meant, j - 1),
                    last[j - 1] + self._changed(typed[i - 1], meant[j - 1], j - 1),
                )
                if (
                    i > 1
                    and j > 1
                    and typed[i - 1] == meant[j - 2]
                    and typed[i - 2] == meant[j - 1]
                ):
                    least = min(least, before[j - 2] + _EXCHANGED)
                row.append(least)
            before, last = last, row
        return last[-1]

    def _changed(self, typed: str, meant: str, at: int) -> float:
        if typed == meant:
            return 0.0
        pair = typed + meant
        cost = _CHANGED_BESIDE if pair in self._beside else _CHANGED
        if pair in _CONFUSIONS:
            cost = min(cost, _CONFUSED)
        return cost if at else cost + _FIRST_LETTER

    def _lost(self, meant: str, at: int) -> float:
        """The cost of leaving out the letter at ``at``."""
        letter = meant[at]
        if letter in meant[max(0, at - 1) : at] + meant[at + 1 : at + 2]:
            return _LOST_OF_TWO
        cost = _LOST_H if letter == "h" else LOST
        return cost if at else cost + _FIRST_LETTER

    def _added(self, typed: str, at: int, meant: str, behind: int) -> float:
        """The cost of an additional letter at ``at`` between two that were meant."""
        letter = typed[at]
        around = meant[max(0, behind - 1) : behind + 1]
        if letter in around:
            return _ADDED_TWICE
        cost = _ADDED
        if letter == "h":
            cost = _ADDED_H
        elif any(letter + near in self._beside for near in around):
            cost = _ADDED_BESIDE
        return cost if at else cost + _FIRST_LETTER


LEAST_FOR_TWO = 9
"""Least length of a word in which two slips are looked for."""
_CLITIC = "nya"
"""The only clitic that is common on any noun."""
_LEAST_WITH_CLITIC = 6
_PER_CLITIC = 10
"""One in this many uses of a word has the clitic."""
_BITS = {letter: 1 << place for place, letter in enumerate(ascii_lowercase)}
_MOST_CHANGED = 4
"""Most letters of the alphabet that two slips add to or remove from those of a word."""


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


class NearWords:
    """Finds near words among those in ``counts``, which must not change."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def within_one(self, word: str) -> set[str]:
        """The known words one slip from ``word``, except itself, including those with *-nya*."""
        around = one_slip_away(word)
        known = around & self._counts.keys()
        if len(word) > _LEAST_WITH_CLITIC:
            known.update(
                [near for near in around if near.endswith(_CLITIC) and near[:-3] in self._counts]
            )
        return known

    def weight_of_clitic_form(self, word: str) -> float:
        """The estimated frequency of a known word with the *-nya* that it has here."""
        return self._counts.get(word[:-3], 0) / _PER_CLITIC if word.endswith(_CLITIC) else 0.0

    def within_two(self, word: str) -> list[str]:
        """The known words two slips from ``word`` with the same first letter, without nearer
        ones."""
        return list(self._two_away(word, 0))

    def frequent_within_two(self, word: str, least: float) -> Iterator[str]:
        """The words with a count of at least ``least`` that are two slips from ``word``.

        The first result is faster than with ``within_two``: only frequent words are tested, the
        most frequent first.
        """
        return self._two_away(word, least)

    def _two_away(self, word: str, least: float) -> Iterator[str]:
        """Two slips leave one third of a word unchanged, unless both exchange two letters."""
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
                if is_alike and slip_distance(word, known, 2) == 2:
                    yield known

    @cached_property
    def _by_opening(self) -> dict[tuple[str, int], list[tuple[int, int, str]]]:
        """The longer words by first letter and length, the most frequent first.

        Each has its count and the set of its letters.
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
    """The set of a word's Latin letters, as bits."""
    bits = 0
    for letter in word:
        bits |= _BITS.get(letter, 0)
    return bits
