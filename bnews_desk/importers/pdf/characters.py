"""Reads the characters of a PDF page from PDFium, with their boxes and fonts."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import pypdfium2_raw as pdfium

from bnews_desk.importers.imported_line import BOLD, ITALIC
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.pdf.pdfium_document import Handle, PdfPage, plain_text
from bnews_desk.importers.symbol_fonts import symbol_character

HYPHEN: Final = "\x02"
"""A hyphen at the end of a line after which PDFium assumes that the word continues."""
SOFT_HYPHEN: Final = "\u00ad"
MAX_SIZE: Final = 2_000.0
"""A larger size in points is an error."""
_FORCED_BOLD = 1 << 18
_SLANTED = 1 << 6
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_SLANTED_NAMES = ("italic", "oblique")
_SYMBOL_FONTS = ("wingdings", "symbol")
_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
_NOTHING = frozenset({0, 0xFFFE, 0xFFFF, 0xFEFF, 0x200B, 0x2060})
_BULLET = "•"


class CharacterStyle(NamedTuple):
    """The appearance of the characters of one text object.

    ``turn`` is in quarter turns to the left, None for letters at an oblique angle; ``source``
    identifies the text object on its page.
    """

    size: float
    flags: int
    turn: int | None
    font: str
    is_artifact: bool
    source: int


class _Font(NamedTuple):
    """Whether a font is bold or slanted; its name if it is a symbol font, otherwise ''."""

    flags: int
    symbols: str


class Character(NamedTuple):
    """A character; ``box`` is left, bottom, right, top, ``foot`` the point on its baseline.

    Spaces that PDFium inferred, and line ends, have no style.
    """

    text: str
    foot: tuple[float, float]
    box: tuple[float, float, float, float]
    look: CharacterStyle | None


class Characters:
    """Reads the characters of one page; counts those without a Unicode value."""

    def __init__(self, page: PdfPage, deadline: ImportDeadline) -> None:
        self.unreadable = 0
        self._page = page
        self._deadline = deadline
        self._looks: dict[int, CharacterStyle] = {}
        self._fonts: dict[int, _Font] = {}

    def __iter__(self) -> Iterator[Character]:
        """All characters in the order in which they were written."""
        text = self._page.text
        x, y = ctypes.c_double(), ctypes.c_double()
        rect = pdfium.FS_RECTF()
        to_x, to_y, to_rect = ctypes.byref(x), ctypes.byref(y), ctypes.byref(rect)
        count = pdfium.FPDFText_CountChars(text)
        object_of, handle = _object_of(), ctypes.cast(text, ctypes.c_void_p)
        high = 0
        for at in range(max(0, count)):
            if not at % 1024:
                self._deadline.check()
            code = pdfium.FPDFText_GetUnicode(text, at)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if high and 0xDC00 <= code < 0xE000:
                code = 0x10000 + (high - 0xD800 << 10) + code - 0xDC00
            high = 0
            source = object_of(handle, at)
            if source is None:
                yield Character(" ", (0.0, 0.0), (0.0, 0.0, 0.0, 0.0), None)
                continue
            look = self._look(source, at)
            shown = self._shown(code, look)
            if not shown:
                continue
            pdfium.FPDFText_GetCharOrigin(text, at, to_x, to_y)
            pdfium.FPDFText_GetLooseCharBox(text, at, to_rect)
            box = (rect.left, rect.bottom, rect.right, rect.top)
            yield Character(shown, (x.value, y.value), box, look)

    def _shown(self, code: int, look: CharacterStyle) -> str:
        if code in _PRIVATE or (code < 0x20 and code not in (0x02, 0x09, 0x0A, 0x0D)):
            known = symbol_character(look.font, f"{code:x}") if look.font else ""
            if not known and code in _PRIVATE:
                known = _BULLET if look.font else ""
            self.unreadable += not known
            return known
        if code in _NOTHING or code in _SURROGATES:
            self.unreadable += code in (0, 0xFFFE, 0xFFFF)
            return ""
        return " " if code in (0x09, 0x0A, 0x0D) else chr(code)

    def _look(self, address: int, at: int) -> CharacterStyle:
        found = self._looks.get(address)
        if found is None:
            source = pdfium.FPDFText_GetTextObject(self._page.text, at)
            found = self._looks[address] = self._look_of(source, at, address)
        return found

    def _look_of(self, source: Handle, at: int, address: int) -> CharacterStyle:
        font = self._font(source)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page.text, at, ctypes.byref(matrix))
        size = abs(pdfium.FPDFText_GetFontSize(self._page.text, at))
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        return CharacterStyle(
            size=size if 0 < size < MAX_SIZE else 1.0,
            flags=font.flags,
            turn=_turn(matrix.a, matrix.b),
            font=font.symbols,
            is_artifact=_is_artifact(source),
            source=address,
        )

    def _font(self, source: Handle) -> _Font:
        font = pdfium.FPDFTextObj_GetFont(source)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._fonts:
            self._fonts[address] = _font_of(font)
        return self._fonts[address]


def _font_of(font: Handle) -> _Font:
    name = plain_text(lambda b, size: pdfium.FPDFFont_GetBaseFontName(font, b, size)).lower()
    flags = pdfium.FPDFFont_GetFlags(font)
    weight = pdfium.FPDFFont_GetWeight(font)
    is_bold = any(part in name for part in _BOLD_NAMES) or weight >= _BOLD_WEIGHT
    is_bold = is_bold or (flags > 0 and bool(flags & _FORCED_BOLD))
    is_slanted = any(part in name for part in _SLANTED_NAMES)
    is_slanted = is_slanted or (flags > 0 and bool(flags & _SLANTED))
    symbols = next((font for font in _SYMBOL_FONTS if font in name), "")
    return _Font(BOLD * is_bold | ITALIC * is_slanted, symbols)


def _object_of() -> Callable[[ctypes.c_void_p, int], int | None]:
    """PDFium's function that returns a character's object, here as a plain address: creating a
    Python pointer for each character takes longer than everything else.
    """
    address = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value
    prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return prototype(address or 0)


def _turn(a: float, b: float) -> int | None:
    """Quarter turns to the left, None where a matrix turns by another angle."""
    if not a and not b:
        return 0
    quarters = math.atan2(b, a) / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < 0.06 else None


def _is_artifact(source: Handle) -> bool:
    """Whether the text object is marked as an artifact (14.8.2.2)."""
    for at in range(min(8, max(0, pdfium.FPDFPageObj_CountMarks(source)))):
        mark = pdfium.FPDFPageObj_GetMark(source, at)
        if _name(mark) == "Artifact":
            return True
    return False


def _name(mark: Handle) -> str:
    size = ctypes.c_ulong(0)
    buffer = (ctypes.c_ushort * 64)()
    done = pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), ctypes.byref(size))
    if not done or size.value > ctypes.sizeof(buffer):
        return ""
    return bytes(buffer)[: max(0, size.value - 2)].decode("utf-16-le", "replace")
