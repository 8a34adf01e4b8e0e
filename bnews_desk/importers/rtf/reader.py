"""Reads an RTF file into a release: parses it, assembles copy and receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers import import_receipt
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import MAX_XML_BYTES, ImportDeadline
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.release_assembly import assemble_release
from bnews_desk.importers.rtf.parser import RTF, RtfParser
from bnews_desk.receipt import ReceiptBuilder

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader


def read_rtf(
    data: bytes, reader: FrameReader | None = None, deadline: ImportDeadline | None = None
) -> ImportedRelease:
    """The release in an RTF file as Word shows it, with its tracked changes accepted.

    Bold, italic, links, list labels, table rows, notes and pictures (PNG, JPEG) are imported;
    headers, footers, comments and hidden text are counted with their text. Raises ``ReadError``.
    """
    try:
        return _read(data, reader, deadline or ImportDeadline())
    except ReadError:
        raise
    except MemoryError as error:
        raise RTF.too_large() from error
    except Exception as error:  # a hostile file may raise anything
        raise RTF.damaged(error) from error


def _read(data: bytes, reader: FrameReader | None, deadline: ImportDeadline) -> ImportedRelease:
    if len(data) > MAX_XML_BYTES:
        raise RTF.too_large()
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise RTF.damaged() if data else RTF.empty()
    pictures = PictureStore(lambda _name: None)
    walk = RtfParser(deadline, pictures)
    walk.read(data)
    lines = [*walk.body.lines, *(line for note in walk.notes for line in note)]
    release = assemble_release(lines, lambda style: style == "title", reader)
    tally = ReceiptBuilder()
    import_receipt.count_line_entries(tally, lines, release)
    kept = pictures.of(frozenset(photo.digest for photo in release.photos))
    return ImportedRelease(release, import_receipt.build_receipt(tally), kept)
