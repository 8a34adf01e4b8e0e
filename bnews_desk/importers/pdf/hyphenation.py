"""Joins words that were hyphenated at the end of a line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from bnews_desk.importers.pdf.characters import HYPHEN, SOFT_HYPHEN
from bnews_desk.patterns import Pattern

HYPHENS = frozenset(("-", "\u2010", HYPHEN, SOFT_HYPHEN))
"""Characters that may end a line inside a word."""
_FIRST = Pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*$")
_SECOND = Pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_SHORTEST = 3
"""Minimum letters before or after a hyphen that belongs to the word."""

Knows = Callable[[str], bool]


class Hyphenation:
    """Tells hyphens that belong to a word from those that only divide it at a line's end.

    ``text`` is the whole text, in which the word may also occur undivided; ``knows`` says whether a
    folded word exists, and is created on first use.
    """

    def __init__(self, text: str, find_knows: Callable[[], Knows]) -> None:
        self.undone = 0
        self._text = text.casefold()
        self._find_knows = find_knows

    def joined(self, first: str, second: str) -> str:
        """A line that ends in a hyphen and the next one, joined."""
        bare = first.rstrip("".join(HYPHENS))
        mark = first[len(bare) :]
        start, rest = _FIRST.search(bare), _SECOND.match(second)
        if not mark or start is None or rest is None:
            return bare + ("-" if mark else "") + second
        if SOFT_HYPHEN in mark or self._parts_only(start[0], rest[0]):
            self.undone += 1
            return bare + second
        return f"{bare}-{second}"

    def _parts_only(self, start: str, rest: str) -> bool:
        """Whether a hyphen between two halves only divides the word."""
        if rest[0].isupper():
            return False
        start, rest = start.casefold(), rest.casefold()
        whole, hyphened = start + rest, f"{start}-{rest}"
        if start.rpartition("-")[2] == rest or _is_echo(start, rest):
            return False
        counts = [self._text.count(form) for form in (whole, hyphened)]
        if counts[0] != counts[1]:
            return counts[0] > counts[1]
        if self._knows(whole):
            return True
        if _is_listed(hyphened):
            return False
        if len(start) == 1:  # e-tilang
            return False
        is_syllable = min(len(start), len(rest)) < _SHORTEST
        return is_syllable or not (self._knows(start) and self._knows(rest))

    @cached_property
    def _knows(self) -> Knows:
        return self._find_knows()


def _is_echo(start: str, rest: str) -> bool:
    """Whether one half contains the other: *buku-bukunya*, *berlari-lari*, *kanak-kanaknya*."""
    least = 3
    return len(start) >= least <= len(rest) and (rest.startswith(start) or start.endswith(rest))


def _is_listed(hyphened: str) -> bool:
    """Whether it is a listed news word with a hyphen: *sayur-mayur*, whose half is no
    word alone.
    """
    from bnews_desk.lexicon.news_words import shipped_news_words

    return hyphened in shipped_news_words()


def shipped_word_check() -> Knows:
    """A check of words against the shipped lexicon."""
    from bnews_desk.lexicon.speller import shipped_speller

    return shipped_speller().knows
