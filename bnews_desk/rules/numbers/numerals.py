"""Reads numbers in digits in running text, each with the words beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.text import Span, Word

_FIGURES = Pattern(r"[0-9]++(?>(?:[.,][0-9]++)*)")
_OPENING = frozenset("([\"“‘'")
_CLOSING = frozenset(".,;:!?)]\"”’'…")
_CURRENCIES = ("RP", "USD", "IDR")
REACH = 300
"""Code points of a sentence on either side that are examined."""


class Numeral(NamedTuple):
    """A run of digits with the points and commas inside it: ``1.720``, ``5,2``, ``09.30``.

    ``before`` and ``behind`` are the words beside it, where only white space separates them.
    ``word_number`` is the index of the first word that begins at or after it. ``is_plain`` says
    that no letter, hyphen, slash or other mark is attached to it.
    """

    start: int
    end: int
    text: str
    word_number: int
    before: Word | None
    behind: Word | None
    is_plain: bool

    @property
    def is_whole(self) -> bool:
        """Whether it has only digits."""
        return self.text.isdigit()


def numerals(paragraph: ParagraphContext) -> tuple[Numeral, ...]:
    """The numerals of a paragraph's copy, in order.

    Digits after a letter (``P3K``, ``ke3``) are not numerals, except after a currency (``Rp25``).
    Those after a currency or before a letter (``5kg``) are not plain.
    """
    return paragraph.cached(_numerals)


def _numerals(paragraph: ParagraphContext) -> tuple[Numeral, ...]:
    return tuple(_found(paragraph))


def _found(paragraph: ParagraphContext) -> Iterator[Numeral]:
    text, copy, found = paragraph.text, paragraph.copy, paragraph.words
    starts: list[int] = []
    for m in _FIGURES.finditer(text, copy.start, copy.end):
        start, end = m.span()
        left = text[start - 1] if start > copy.start else " "
        if (left.isalnum() or left == "_") and not _is_currency(text, copy.start, start):
            continue
        starts = starts or [word.start for word in found]
        at = bisect_left(starts, start)
        last = bisect_left(starts, end, at)
        before = found[at - 1] if at and text[found[at - 1].end : start].isspace() else None
        behind = found[last] if last < len(found) else None
        if behind is not None and not text[end : behind.start].isspace():
            behind = None
        right = text[end] if end < copy.end else " "
        is_plain = (left.isspace() or left in _OPENING) and (right.isspace() or right in _CLOSING)
        if right == ":" and text[end + 1 : end + 2].isdigit():
            is_plain = False
        yield Numeral(start, end, m.group(), at, before, behind, is_plain)


def _is_currency(text: str, low: int, start: int) -> bool:
    """Whether the letters before a number are a currency: ``Rp25``, ``USD10``."""
    for mark in _CURRENCIES:
        first = start - len(mark)
        if first >= low and text[first:start].upper() == mark:
            return first == low or not text[first - 1].isalnum()
    return False


def nearby_sentence(paragraph: ParagraphContext, at: int, reach: int = REACH) -> Span | None:
    """The part of the sentence at a position within ``reach``; None between sentences."""
    index = bisect_right(paragraph.sentences, at, key=lambda sentence: sentence.start) - 1
    if index < 0 or at >= paragraph.sentences[index].end:
        return None
    sentence = paragraph.sentences[index]
    return Span(max(sentence.start, at - reach), min(sentence.end, at + reach))


def folded_word(word: Word | None) -> str:
    """A word folded; '' for None."""
    return word.folded if word else ""
