"""Joins the characters of a PDF page to words, each with its place and character style."""

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
"""What must lie between two characters, in ems, for a space that nobody wrote."""
LEAST_GAP = 0.1
"""The same where PDFium believes in a space, beyond how the letters are spread."""
SHIFT = 0.1
"""How far a character may stand above or below the one before it, in ems, in the same word."""
_FIRST_LEFTWARD = "\u0590"
_BACK = 0.6
"""How far back it may stand: overlapping letters, accents."""


class PdfWord(NamedTuple):
    """Characters without a space between them, all of one look.

    ``left`` and ``right`` count points from the sheet's left edge, ``base`` from its top down to
    the line that the letters stand on. ``is_apart`` tells whether a space stands before it;
    ``is_artifact`` that its writer calls it no part of the text; words of one ``source`` were
    written in one stroke.
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
    """What a page holds: its words as they were written, and what has no place among them.

    ``crosswise`` are words that stand at an angle to the others; ``unreadable`` counts characters
    without a meaning.
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
    """Whether it stands at an angle to text that is turned so."""
    return character.look is not None and character.look.turn != turn


class _Growing:
    """A word to which characters are being added."""

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
        """The word, whole."""
        look = self._look
        return PdfWord(self.text, self.left, self.right, self.base, look.size, look.flags,
                    self._is_apart, look.is_artifact, look.source)  # fmt: skip


def _words(characters: Iterable[Character], sheet: PdfPageGeometry) -> Iterator[PdfWord]:
    word: _Growing | None = None
    last: Box | None = None
    is_apart = is_space = True
    spread = 0.0  # how far apart the last two letters of a word stand, in ems
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
        last = box  # the letters of a ligature share one
        is_apart = is_space = False
    if word is not None:
        yield word.word()


def is_leftward(text: str) -> bool:
    """Whether a text is written from right to left: Arabic, Hebrew."""
    return text[:1] >= _FIRST_LEFTWARD and bidirectional(text[0]) in {"R", "AL"}


def _is_apart(word: _Growing | None, box: Box, base: float, size: float, least: float) -> bool:
    """Whether a character begins a new word, ``least`` ems away or more, where no space was
    written before it.
    """
    if word is None or not _is_level(word, base, size):
        return True
    if box.right <= word.left + _BACK * size and is_leftward(word.text):
        return (word.left - box.right) / size > WIDE_GAP
    gap = (box.left - word.right) / size
    return gap > least or gap < -_BACK


def _is_level(word: _Growing, base: float, size: float) -> bool:
    """Whether a character stands on the word's line, or a little above or below as raised ones."""
    apart = abs(base - word.base)
    return apart < SHIFT * size or (size != word.size and apart < 0.6 * max(size, word.size))
