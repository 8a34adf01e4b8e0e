"""PDF files made in memory: text in a standard font, each piece at a given position."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.pdf import read_pdf

READER = FrameReader(load_style_sheet()[0])
FONTS = ("Times-Roman", "Times-Bold", "Times-Italic", "Symbol")
PLAIN, BOLD, ITALIC, SYMBOL = range(4)
LEFT = 72.0
TOP = 760.0
LEADING = 14.0
SIZE = 12.0


class Piece(NamedTuple):
    """Text at a position, counted from the lower left corner."""

    text: str
    x: float = LEFT
    y: float = TOP
    size: float = SIZE
    font: int = PLAIN
    matrix: tuple[float, float, float, float] = (1, 0, 0, 1)

    def operators(self) -> bytes:
        """The operators of a content stream that draw the piece."""
        shown = self.text.encode("cp1252").replace(b"\\", rb"\\")
        shown = shown.replace(b"(", rb"\(").replace(b")", rb"\)")
        place = " ".join(f"{number:g}" for number in (*self.matrix, self.x, self.y))
        return f"BT /F{self.font} {self.size:g} Tf {place} Tm (".encode() + shown + b") Tj ET\n"


def down(
    lines: Iterable[str], x: float = LEFT, y: float = TOP, leading: float = LEADING, font: int = 0
) -> list[Piece]:
    """Lines below each other; an empty one leaves a gap."""
    return [Piece(line, x, y - at * leading, font=font) for at, line in enumerate(lines) if line]


def pdf(
    *pages: Sequence[Piece],
    extra: Mapping[int, str] | None = None,
    objects: Sequence[bytes] = (),
    catalog: str = "",
    before: bytes = b"",
) -> bytes:
    """A file of pages; ``extra`` adds entries to a page's dictionary, ``catalog`` to the root.

    ``objects`` are numbered from 10; ``before`` is put at the start of each content stream.
    """
    parts: dict[int, bytes] = {}
    for at, name in enumerate(FONTS):
        coded = "" if name == "Symbol" else "/Encoding /WinAnsiEncoding "
        parts[3 + at] = f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {coded}>>".encode()
    fonts = " ".join(f"/F{at} {3 + at} 0 R" for at in range(len(FONTS)))
    parts |= {10 + at: body for at, body in enumerate(objects)}
    first = 10 + len(objects)
    for at, page in enumerate(pages):
        content = before + b"".join(piece.operators() for piece in page)
        parts[first + 2 * at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 2 * at + 1}"
            f" 0 R /Resources << /Font << {fonts} >> /XObject << /Im0 10 0 R >> >>"
            f" {(extra or {}).get(at, '')} >>"
        ).encode()
        parts[first + 2 * at + 1] = stream(content)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    parts[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    parts[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    return file_of(parts)


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object's body."""
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def file_of(parts: Mapping[int, bytes], trailer: str = "") -> bytes:
    """A file of numbered objects with a cross-reference table at its end."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(parts):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + parts[number] + b"\nendobj\n"
    start = len(out)
    count = max(parts) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n".encode()
    for number in range(1, count):
        place = places.get(number)
        out += (f"{place:010d} 00000 n \n" if place else "0000000000 65535 f \n").encode()
    out += f"trailer << /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n".encode()
    return bytes(out + b"%%EOF\n")


def read(*pages: Sequence[Piece], **rest: object) -> ImportedRelease:
    """The import of pages."""
    return read_pdf(pdf(*pages, **rest), READER)  # type: ignore[arg-type]


def body(*pages: Sequence[Piece], **rest: object) -> list[str]:
    """The paragraphs of pages, the headline first ('' without one)."""
    return read(*pages, **rest).release.text.split("\n")


def words(imported: ImportedRelease, kind: str) -> tuple[str, ...]:
    """The texts of a kind that were left out."""
    entry = imported.receipt.entry(kind)
    return entry.texts if entry is not None else ()
