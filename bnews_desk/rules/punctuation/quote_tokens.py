"""Reads quotation marks of any shape: which open, which close, which are paired."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext

STRAIGHT = '"'
_TOKEN = Pattern("[\"“”„‟«»]|''|‘‘|‘’|’’|``|´´")
_OPENING_GLYPHS = frozenset(("“", "„", "«", "‘‘", "``"))
_CLOSING_GLYPHS = frozenset(("”", "»", "’’"))
_INCHES = frozenset((STRAIGHT, "''", "”", "’’"))
_BEFORE_OPENING = frozenset("([{-–—/|'‘*_")
_BEHIND_CLOSING = frozenset(")]}.,;:!?-–—/|…'’*_")
NAMING = frozenset(
    "disebut bertajuk berjudul bertema bertuliskan berbunyi dinamai bernama tema tajuk judul"
    " judulnya temanya lagu film buku program slogan tagline visi moto istilah kata frasa julukan"
    " berslogan".split()
)
"""Words before a quotation that make it a name or a title, folded."""
_ENDS_SPEECH = frozenset(",.!?")


class MarkShape(Enum):
    """The appearance of a mark."""

    OPENING = "opening"
    CLOSING = "closing"
    EITHER = "either"


class QuoteToken(NamedTuple):
    """One quotation mark; two code points where it consists of two single marks."""

    start: int
    end: int
    mark: str
    look: MarkShape
    is_behind_digit: bool

    @property
    def has_clear_direction(self) -> bool:
        """Whether its shape fits its position: an opening mark where one opens."""
        if self.look is MarkShape.OPENING:
            return self.mark in _OPENING_GLYPHS
        return self.look is MarkShape.CLOSING and self.mark in _CLOSING_GLYPHS


class QuotePairs(NamedTuple):
    """The marks of one paragraph, in order: the paired ones and the others.

    ``is_sure`` says that every mark is paired and none has the wrong direction. ``is_doubtful``
    says that a mark may mean inches.
    """

    pairs: tuple[tuple[QuoteToken, QuoteToken], ...]
    unmatched: tuple[QuoteToken, ...]
    is_doubtful: bool

    @property
    def is_sure(self) -> bool:
        """Whether no mark is left over."""
        return not self.unmatched

    @property
    def is_odd(self) -> bool:
        """Whether a mark is certainly missing."""
        return len(self.unmatched) % 2 == 1

    @property
    def hides_loss(self) -> bool:
        """Whether two marks are missing, which straight marks would no longer show."""
        return (
            bool(self.unmatched)
            and not self.is_odd
            and all(token.has_clear_direction for token in self.unmatched)
        )


NO_QUOTES = QuotePairs((), (), False)


def quote_pairs(paragraph: ParagraphContext) -> QuotePairs:
    """The quotation marks of a paragraph's copy, paired; cached.

    A mark that can only open never closes, and the reverse; one that can do both does what is
    needed. A mark after a digit with nothing to close means inches or seconds.
    """
    return paragraph.cached(_quote_pairs)


def _quote_pairs(paragraph: ParagraphContext) -> QuotePairs:
    pairs: list[tuple[QuoteToken, QuoteToken]] = []
    unmatched: list[QuoteToken] = []
    opened: QuoteToken | None = None
    is_doubtful = False
    for token in _tokens(paragraph.text, paragraph.copy.start, paragraph.copy.end):
        if opened is None:
            if token.is_behind_digit and token.mark in _INCHES:
                is_doubtful = True
            elif token.look is MarkShape.CLOSING:
                unmatched.append(token)
            else:
                opened = token
        elif token.look is MarkShape.OPENING:
            unmatched.append(opened)
            opened = token
        else:
            is_doubtful = is_doubtful or token.is_behind_digit
            pairs.append((opened, token))
            opened = None
    if opened is not None:
        unmatched.append(opened)
    if not pairs and not unmatched:
        return NO_QUOTES
    return QuotePairs(tuple(pairs), tuple(unmatched), is_doubtful)


def opens_sentence(text: str, at: int, start: int) -> bool:
    """Whether nothing, or the end of a sentence, precedes ``at``; the copy begins at ``start``."""
    before = at - 1
    while before >= start and (text[before].isspace() or text[before] in '"“”»)]'):
        before -= 1
    return before < start or text[before] in ".!?…"


def word_before(text: str, at: int, start: int) -> str:
    """The last word before ``at``, past spaces, commas and colons; '' where there is none."""
    last = at
    low = max(start, at - 4)
    while last > low and (text[last - 1].isspace() or text[last - 1] in ",:"):
        last -= 1
    first = last
    low = max(start, last - 40)
    while first > low and text[first - 1].isalpha():
        first -= 1
    return text[first:last]


def _tokens(text: str, start: int, end: int) -> list[QuoteToken]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        mark = match.group()
        if len(mark) == 2 and not _is_double(text, first, last, mark):
            continue
        if mark in "«»" and not _is_angle(text, first, last, mark):
            continue
        is_behind_digit = first > start and text[first - 1].isdigit()
        look = _look(text, first, last, start, end)
        found.append(QuoteToken(first, last, mark, look, is_behind_digit))
    return found


def _is_double(text: str, first: int, last: int, mark: str) -> bool:
    """Whether two single marks form a double mark: not inside a word or a longer run."""
    before, behind = text[first - 1 : first], text[last : last + 1]
    if before == mark[0] or behind == mark[1]:
        return False
    return not (before.isalnum() and behind.isalnum())


def _is_angle(text: str, first: int, last: int, mark: str) -> bool:
    """Whether an angle mark is a quotation mark and not part of a wrongly decoded letter."""
    if mark == "«":
        before = text[first - 1 : first]
        return not before or before.isspace() or before in _BEFORE_OPENING or before in ",.:"
    behind = text[last : last + 1]
    return not behind or behind.isspace() or behind in _BEHIND_CLOSING


def _look(text: str, first: int, last: int, start: int, end: int) -> MarkShape:
    before = text[first - 1] if first > start else " "
    behind = text[last] if last < end else " "
    may_open = before.isspace() or before in _BEFORE_OPENING
    may_close = behind.isspace() or behind in _BEHIND_CLOSING
    if may_close and not may_open:
        return MarkShape.CLOSING
    is_apart = before.isspace() or before in _ENDS_SPEECH
    if is_apart and _is_said(text, first, last, start, end):
        return MarkShape.CLOSING
    if may_open and not may_close:
        return MarkShape.OPENING
    mark = text[first:last]
    if mark in _OPENING_GLYPHS:
        return MarkShape.OPENING
    if mark in _CLOSING_GLYPHS:
        return MarkShape.CLOSING
    return MarkShape.EITHER


def _is_said(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether a mark after a space ends speech: ``siap, " ujarnya``.

    Where it touches the next word, the text before it must end like speech and the words after it
    must clearly name the speaker.
    """
    before = first - 1
    while before > start and text[before].isspace():
        before -= 1
    if before <= start:
        return False
    at = last
    while at < min(end, last + 4) and (text[at].isspace() or text[at] == ","):
        at += 1
    touches = at == last
    if touches and text[before] not in _ENDS_SPEECH:
        return False
    return attribution_verbs().stands_at(text, at, end)
