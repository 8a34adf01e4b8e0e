"""Reads an OpenDocument text into a release: parses its parts, assembles copy and receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers import import_receipt
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.odt.blocks import BLOCKS
from bnews_desk.importers.odt.inline import INLINE
from bnews_desk.importers.odt.lists import Lists
from bnews_desk.importers.odt.parser import OdtDocument, OdtParser, plain
from bnews_desk.importers.odt.styles import OdtStyles
from bnews_desk.importers.odt.xml_names import ODT, find, name
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.release_assembly import assemble_release
from bnews_desk.importers.zip_xml_package import Element, Package
from bnews_desk.receipt import ReceiptBuilder

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

_FURNITURE = {
    "style:header": "header",
    "style:header-left": "header",
    "style:header-first": "header",
    "style:footer": "footer",
    "style:footer-left": "footer",
    "style:footer-first": "footer",
}
_PATH = (
    (name("office:document-content"), name("office:document")),
    (name("office:body"),),
    (name("office:text"),),
)
"""The path to a text's paragraphs (ODF 1.3 part 3, 3.1.3)."""
_OTHERS = ((b"spreadsheet", "lembar kerja (ODS)"), (b"presentation", "presentasi (ODP)"),
           (b"graphics", "gambar (ODG)"), (b"epub", "buku EPUB"))  # fmt: skip


def read_odt(
    data: bytes, reader: FrameReader | None = None, deadline: ImportDeadline | None = None
) -> ImportedRelease:
    """The release in an OpenDocument text as LibreOffice shows it, with changes accepted.

    Nothing is fetched and no macro is run. Raises ``ReadError`` for a file that cannot or must not
    be read.
    """
    try:
        return _read(data, reader, deadline or ImportDeadline())
    except ReadError:
        raise
    except MemoryError as error:
        raise ODT.too_large() from error
    except RecursionError as error:
        raise ODT.hostile() from error
    except Exception as error:  # a hostile file may raise anything
        raise ODT.damaged(error) from error


def _read(data: bytes, reader: FrameReader | None, deadline: ImportDeadline) -> ImportedRelease:
    if not data:
        raise ODT.empty()
    package = Package(data, deadline, ODT)
    _refuse_foreign(package)
    styles = package.xml("styles.xml")
    parser = _walked(package, styles, deadline)
    lines = [*parser.lines, *(line for note in parser.notes for line in note)]
    release = assemble_release(lines, lambda style: style == "title", reader)
    tally = ReceiptBuilder()
    import_receipt.count_line_entries(tally, lines, release)
    _count_furniture(parser.document, styles, tally)
    kept = parser.document.pictures.of(frozenset(photo.digest for photo in release.photos))
    return ImportedRelease(release, import_receipt.build_receipt(tally), kept)


def _walked(package: Package, styles: Element | None, deadline: ImportDeadline) -> OdtParser:
    """The copy's paragraphs; each element is dropped as soon as it is parsed."""
    walks: list[OdtParser] = []

    def begin(head: Element) -> None:
        walks.append(OdtParser(_document(package, head, styles, deadline)))

    def take(element: Element) -> None:
        walks[0].block(element)

    package.each_below("content.xml", _PATH, take, begin)
    if not walks:
        raise ODT.damaged()
    return walks[0]


def _document(
    package: Package, content: Element, styles: Element | None, deadline: ImportDeadline
) -> OdtDocument:
    return OdtDocument(
        OdtStyles(content, styles),
        Lists(styles, content),
        PictureStore(package.read),
        deadline,
        BLOCKS,
        INLINE,
        set(),
        lambda part: _shown_part(package, part),
    )


def _shown_part(package: Package, part: str) -> Element | None:
    try:
        return package.xml(part)
    except ReadError as error:
        if error.kind == "damaged":
            return None
        raise


def _refuse_foreign(package: Package) -> None:
    if b"encryption-data" in (package.read("META-INF/manifest.xml") or b""):
        raise ODT.encrypted()
    kind = (package.read("mimetype") or b"")[:100]
    for signature, what in _OTHERS:
        if signature in kind:
            raise ReadError(
                "wrong-type",
                f"Berkas ini bukan naskah melainkan {what}; salin teksnya ke dokumen baru, lalu"
                " simpan sebagai DOCX atau ODT.",
            )
    if package.find("content.xml") is None:
        raise ODT.damaged()


def _count_furniture(document: OdtDocument, styles: Element | None, tally: ReceiptBuilder) -> None:
    """Count the headers and footers of all pages, each wording once."""
    for tag, kind in _FURNITURE.items():
        said = dict.fromkeys(
            plain(OdtParser(document).read_apart(element)) for element in find(styles, tag)
        )
        texts = [text for text in said if text]
        if texts:
            tally.leave_out(kind, texts)
