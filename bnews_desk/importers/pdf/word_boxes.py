"""Joins the characters of a PDF page into words, each with its position and character style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import bidirectional

from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.pdf.characters import Character, Characters, CharacterStyle
from bnews_desk.importers.pdf.page_geometry import Box, PdfPageGeometry, page_geometry_of
from bnews_desk.importers.pdf.pdfium_document import PdfPage

WIDE_GAP = 0.22
"""Gap between two characters, in ems, that counts as a space where none was written."""
LEAST_GAP = 0.1
"""The same where PDFium inferred a space, beyond the letter spacing."""
SHIFT = 0.1
"""Ems by which the baselines of characters of one word may differ."""
_FIRST_LEFTWARD = "\u0590"
_BACK = 0.6
"""Ems by which a character may go back: overlapping letters, accents."""


class PdfWord(NamedTuple):
    """Characters of one style without a space between them.

    ``left`` and ``right`` are points from the sheet's left edge, ``base`` points from its top to
    the baseline. ``is_apart`` says that a space precedes it; ``is_artifact`` that it is marked as
    an artifact; words of one ``source`` are in one text object.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    flags: int
    is_apart: bool = True
    is_artifact: bool = False
    source: int = 0
    link: str = ""


class PageWords(NamedTuple):
    """A page's words in written order, and what could not be placed among them.

    ``crosswise`` are words at an angle to the others; ``unreadable`` counts characters without a
    Unicode value.
    """

    sheet: PdfPageGeometry
    words: list[PdfWord]
    crosswise: str
    unreadable: int


def words_of(page: PdfPage, deadline: ImportDeadline) -> PageWords:
    """The words of a page in the order in which they were written."""
    source = Characters(page, deadline)
    characters = list(source)
    turns = Counter(c.look.turn for c in characters if c.look is not None)
    del turns[None]
    turn = max((t for t in turns if t is not None), key=lambda t: turns[t], default=0)
    sheet = page_geometry_of(page)._replace(turn=turn)
    words = list(_words((c for c in characters if not _is_at(c, turn)), sheet))
    crosswise = "".join(c.text for c in characters if c.look is None or _is_at(c, turn))
    return PageWords(sheet, words, " ".join(crosswise.split()), source.unreadable)


def _is_at(character: Character, turn: int) -> bool:
    """Whether a character is at an angle to text with this ``turn``."""
    return character.look is not None and character.look.turn != turn


class _Growing:
    """A word under construction."""

    __slots__ = ("_is_apart", "_look", "_pieces", "base", "flags", "left", "right", "size")

    def __init__(self, look: CharacterStyle, box: Box, base: float, *, is_apart: bool) -> None:
        self.left, self.right, self.base = box.left, box.right, base
        self.size, self.flags = look.size, look.flags
        self._look = look
        self._is_apart = is_apart
        self._pieces: list[str] = []

    @property
    def text(self) -> str:
        """Its characters so far."""
        return "".join(self._pieces)

    @property
    def is_begun(self) -> bool:
        """Whether it has a character."""
        return bool(self._pieces)

    def add(self, text: str, box: Box) -> None:
        """Add a character."""
        self._pieces.append(text)
        self.left = min(self.left, box.left)
        self.right = max(self.right, box.right)

    def word(self) -> PdfWord:
        """The finished word."""
        look = self._look
        return PdfWord(self.text, self.left, self.right, self.base, look.size, look.flags,
                    self._is_apart, look.is_artifact, look.source)  # fmt: skip


def _words(characters: Iterable[Character], sheet: PdfPageGeometry) -> Iterator[PdfWord]:
    word: _Growing | None = None
    last: Box | None = None
    is_apart = is_space = True
    spread = 0.0  # letter spacing between the last two letters of a word, in ems
    for character in characters:
        look = character.look
        if look is None:
            is_apart = True
            continue
        if character.text.isspace() and character.text != "\u00a0":
            is_apart = is_space = True
            continue
        box = sheet.box(*character.box)
        base = sheet.down(*character.foot)
        least = LEAST_GAP + spread if is_apart else WIDE_GAP
        is_apart = is_space or (box != last and _is_apart(word, box, base, look.size, least))
        if word is None or is_apart or look.flags != word.flags or look.size != word.size:
            if word is not None:
                yield word.word()
            word = _Growing(look, box, base, is_apart=is_apart)
        spread = 0.0
        if word.is_begun and last is not None:
            spread = max(0.0, min(WIDE_GAP, (box.left - last.right) / look.size))
        word.add(character.text, box)
        last = box  # the letters of a ligature share one box
        is_apart = is_space = False
    if word is not None:
        yield word.word()


def is_leftward(text: str) -> bool:
    """Whether a text is written from right to left: Arabic, Hebrew."""
    return text[:1] >= _FIRST_LEFTWARD and bidirectional(text[0]) in {"R", "AL"}


def _is_apart(word: _Growing | None, box: Box, base: float, size: float, least: float) -> bool:
    """Whether a character begins a new word: it is ``least`` ems away or more, without a written
    space before it.
    """
    if word is None or not _is_level(word, base, size):
        return True
    if box.right <= word.left + _BACK * size and is_leftward(word.text):
        return (word.left - box.right) / size > WIDE_GAP
    gap = (box.left - word.right) / size
    return gap > least or gap < -_BACK


def _is_level(word: _Growing, base: float, size: float) -> bool:
    """Whether a character is on the word's line, or slightly above or below like raised ones."""
    apart = abs(base - word.base)
    return apart < SHIFT * size or (size != word.size and apart < 0.6 * max(size, word.size))
