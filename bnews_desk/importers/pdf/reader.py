"""Reads a PDF into a release: rows, reading order, paragraphs, notes, photos, receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.errors import ReadError
from bnews_desk.importers import import_receipt
from bnews_desk.importers.imported_line import BOLD, ITALIC, ImportedLine
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.pdf import list_labels
from bnews_desk.importers.pdf.annotations import annotations_on
from bnews_desk.importers.pdf.footnotes import move_notes_to_end
from bnews_desk.importers.pdf.hyphenation import Hyphenation, shipped_word_check
from bnews_desk.importers.pdf.line_builder import PdfLineBuilder
from bnews_desk.importers.pdf.page_furniture import PdfPageRows, drop_page_furniture
from bnews_desk.importers.pdf.page_geometry import Box
from bnews_desk.importers.pdf.paragraphs import PdfParagraph, paragraphs
from bnews_desk.importers.pdf.pdfium_document import PDF, PdfDocument, PdfPage
from bnews_desk.importers.pdf.pictures import PdfPicture, PictureUnpacker, pictures_on
from bnews_desk.importers.pdf.reader_process import run_in_reader_process
from bnews_desk.importers.pdf.reading_order import in_reading_order
from bnews_desk.importers.pdf.text_rows import TextRow, rows_of
from bnews_desk.importers.pdf.word_boxes import PdfWord, words_of
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.release_assembly import assemble_release
from bnews_desk.receipt import ReceiptBuilder
from bnews_desk.release import Photo

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

MAX_PAGES = 1_000
"""A file with more pages is no press release."""
_TITLE = "title"
_JPEG = b"\xff\xd8"
_LARGER = 1.08
"""Minimum size of a headline relative to most of the text, where it is not bold."""


def read_pdf(
    data: bytes, reader: FrameReader | None = None, deadline: ImportDeadline | None = None
) -> ImportedRelease:
    """The release in a PDF, its text restored to paragraphs.

    Lines and hyphenated words are joined, columns read one after the other; bold, italic, links,
    list labels, table rows, filled fields and pictures are imported. Text that every page repeats
    goes to the receipt. No script in the file is run. Raises ``ReadError`` (*no-text* for scanned
    pages).
    """
    deadline = deadline or ImportDeadline()
    return run_in_reader_process(read_pdf_in_this_process, deadline, data, reader)


def read_pdf_in_this_process(
    data: bytes, reader: FrameReader | None = None, deadline: ImportDeadline | None = None
) -> ImportedRelease:
    """The same in this process, which PDFium aborts where memory runs out."""
    try:
        return _read(data, reader, deadline or ImportDeadline())
    except ReadError:
        raise
    except MemoryError as error:
        raise PDF.too_large() from error
    except Exception as error:  # a hostile file may raise anything
        raise PDF.damaged(error) from error


def _read(data: bytes, reader: FrameReader | None, deadline: ImportDeadline) -> ImportedRelease:
    if not data:
        raise PDF.empty()
    document = PdfDocument(data)
    try:
        return _PdfReader(document, deadline).imported(reader)
    finally:
        document.close()


class _Sight(NamedTuple):
    """A picture and its page."""

    page: int
    picture: PdfPicture


class _PdfReader:
    """Reads one document and builds its receipt."""

    def __init__(self, document: PdfDocument, deadline: ImportDeadline) -> None:
        self._document = document
        self._deadline = deadline
        self._tally = ReceiptBuilder()
        self._sights: list[_Sight] = []
        self._widths: dict[int, float] = {}
        self._pictures = PictureStore(lambda _name: None)
        self._unpacking = PictureUnpacker()

    def imported(self, reader: FrameReader | None) -> ImportedRelease:
        """The release and its receipt."""
        leaves, repeated = drop_page_furniture(self._leaves())
        self._leave_out("repeated-line", repeated)
        self._leave_out("script", [""] * self._document.script_count)
        self._leave_out("embedded-file", self._document.embedded_files)
        usual = _usual_size([row for leaf in leaves for row in leaf.rows])
        rows, notes = move_notes_to_end(leaves, usual)
        if notes:
            self._tally.carry("footnote", notes)
        found = paragraphs(rows, self._widths)
        hyphens = Hyphenation("\n".join(row.text for row in rows), shipped_word_check)
        writer = PdfLineBuilder(hyphens, _usual_flags(rows))
        lines = [writer.line(paragraph) for paragraph in found]
        _style_title(found, lines, usual)
        if hyphens.undone:
            self._tally.carry("hyphenation", hyphens.undone)
        lines = self._illustrated(found, lines)
        release = assemble_release(lines, lambda style: style == _TITLE, reader)
        import_receipt.count_line_entries(self._tally, lines, release)
        kept = self._pictures.of(frozenset(photo.digest for photo in release.photos))
        return ImportedRelease(release, import_receipt.build_receipt(self._tally), kept)

    def _leaves(self) -> list[PdfPageRows]:
        count = self._document.page_count
        if count > MAX_PAGES:
            raise _too_long(count)
        leaves = []
        for number in range(count):
            self._deadline.check()
            with self._document.page(number) as page:
                if page is None:
                    self._leave_out("damaged-page", [f"Halaman {number + 1}"])
                else:
                    leaves.append(self._leaf(page, number))
        if not any(leaf.rows for leaf in leaves):
            raise _wordless(is_damaged=bool(count) and not leaves, is_scan=bool(self._sights))
        return leaves

    def _leaf(self, page: PdfPage, number: int) -> PdfPageRows:
        found = words_of(page, self._deadline)
        hung = annotations_on(self._document, page, found.sheet)
        words = [_linked(word, hung.links) for word in found.words] if hung.links else found.words
        words += [_filled(box, text) for box, text in hung.fields]
        if hung.fields:
            self._tally.carry("content-control", len(hung.fields))
        self._leave_out("comment", hung.remarks)
        self._leave_out("embedded-file", [""] * hung.files)
        self._leave_out("crosswise-text", [found.crosswise] if found.crosswise else [])
        self._leave_out("unreadable-character", [""] * found.unreadable)
        seen = pictures_on(page, found.sheet, self._unpacking, self._deadline)
        self._sights += [_Sight(number, picture) for picture in seen]
        if seen and not words:
            self._leave_out("scanned-page", [f"Halaman {number + 1}"])
        self._widths[number] = found.sheet.width
        rows = in_reading_order(rows_of(words, number))
        return PdfPageRows(rows, found.sheet.height)

    def _illustrated(
        self, found: Sequence[PdfParagraph], lines: Sequence[ImportedLine]
    ) -> list[ImportedLine]:
        """Lines, with each picture's line inserted after the line above the picture."""
        hung: dict[int, list[ImportedLine]] = {}
        for page, picture in self._sights:
            at = _line_above(found, page, picture.box)
            hung.setdefault(at, []).append(self._picture_line(picture))
        answer = [*hung.get(-1, ())]
        for at, line in enumerate(lines):
            answer += (line, *hung.get(at, ()))
        return answer

    def _picture_line(self, picture: PdfPicture) -> ImportedLine:
        line = ImportedLine()
        line.is_account = True
        if picture.data:
            digest = self._pictures.keep(picture.data)
            ending = "jpg" if picture.data.startswith(_JPEG) else "png"
            line.photos.append((0, Photo(digest, 0, f"foto.{ending}")))
        else:
            line.left_out.append(("image", ""))
        return line

    def _leave_out(self, kind: str, texts: Sequence[str]) -> None:
        if texts:
            self._tally.leave_out(kind, texts)


def _linked(word: PdfWord, links: Sequence[tuple[Box, str]]) -> PdfWord:
    """A word with the address of the link over it."""
    x, y = (word.left + word.right) / 2, word.base - word.size / 3
    return next((word._replace(link=to) for box, to in links if box.holds(x, y)), word)


def _filled(box: Box, text: str) -> PdfWord:
    """A field's value as a word of the page."""
    size = max(6.0, min(12.0, (box.bottom - box.top) * 0.8))
    return PdfWord(text, box.left, box.right, box.bottom - size * 0.25, size, 0)


def _line_above(found: Sequence[PdfParagraph], page: int, box: Box) -> int:
    """The last paragraph that begins above a picture, or -1."""
    above = -1
    for at, paragraph in enumerate(found):
        row = paragraph.rows[0]
        if row.page < page or (row.page == page and row.base < box.bottom):
            above = at
    return above


def _usual_size(rows: Sequence[TextRow]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _usual_flags(rows: Sequence[TextRow]) -> int:
    """Bold and italic where more than half of all letters have it: then it is no emphasis."""
    counts: Counter[int] = Counter()
    total = 0
    for row in rows:
        for word in row.words:
            total += len(word.text)
            for flag in (BOLD, ITALIC):
                counts[flag] += len(word.text) * bool(word.flags & flag)
    return sum(flag for flag in (BOLD, ITALIC) if counts[flag] * 2 > total)


def _style_title(
    found: Sequence[PdfParagraph], lines: Sequence[ImportedLine], usual: float
) -> None:
    """Mark the headline: a first paragraph that is larger or bolder than the copy below it."""
    from bnews_desk.frame.furniture import leftover_lines

    for paragraph, line in zip(found, lines, strict=True):
        text = line.text
        if leftover_lines.is_furniture(text) or leftover_lines.continues_letterhead(text):
            continue
        if paragraph.is_table or list_labels.is_bullet(paragraph.rows[0]):
            return
        is_larger = paragraph.rows[0].size > _LARGER * usual
        is_bold = all(word.flags & BOLD for row in paragraph.rows for word in row.words)
        if is_larger or is_bold:
            line.style = _TITLE
            line.keep_links()
        return


def _wordless(*, is_damaged: bool, is_scan: bool) -> ReadError:
    if is_damaged:
        return PDF.damaged()
    if not is_scan:
        return PDF.empty()
    return ReadError(
        "no-text",
        "PDF ini hanya berisi gambar halaman (hasil pindai) tanpa teks, jadi tidak ada yang dapat"
        " dibaca; minta naskah aslinya dari pengirim, atau ubah dulu dengan program OCR.",
    )


def _too_long(count: int) -> ReadError:
    return ReadError(
        "too-large",
        f"PDF ini berisi {count} halaman (batasnya {MAX_PAGES}), jadi tidak dibaca; simpan halaman"
        " yang memuat rilis ke berkas baru.",
    )
