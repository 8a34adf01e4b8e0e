"""Reads a web page into a release: its article becomes copy, everything else a receipt entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers import import_receipt
from bnews_desk.importers.encoding import note_encoding
from bnews_desk.importers.html.article import article_lines, has_furniture
from bnews_desk.importers.html.line_builder import HtmlLineBuilder
from bnews_desk.importers.html.page_source import (
    PAGE,
    Tree,
    decoded,
    has_base,
    may_have_furniture,
    parsed,
    source,
    streamed,
)
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.release_assembly import assemble_release
from bnews_desk.receipt import ReceiptBuilder

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader


def read_html(
    data: bytes,
    reader: FrameReader | None = None,
    deadline: ImportDeadline | None = None,
    *,
    is_whole: bool = False,
) -> ImportedRelease:
    """The release in a web page: the article of a saved page, or all of a page without menus.

    Bold, italic, links and pictures embedded in the page are imported. Nothing is fetched and no
    script is run; lines outside the article become receipt entries (kind *page-furniture*). With
    ``is_whole`` all lines are copy, as in a mail. Raises ``ReadError``.
    """
    try:
        return _read(data, reader, deadline or ImportDeadline(), is_whole=is_whole)
    except ReadError:
        raise
    except MemoryError as error:
        raise PAGE.too_large() from error
    except Exception as error:  # a hostile page may raise anything
        raise PAGE.damaged(error) from error


def _read(
    data: bytes, reader: FrameReader | None, deadline: ImportDeadline, *, is_whole: bool
) -> ImportedRelease:
    if not data.strip():
        raise PAGE.empty()
    page = decoded(data)
    tally = ReceiptBuilder()
    note_encoding(page, tally)
    pictures = PictureStore(lambda _name: None)
    if is_whole and not has_base(page.text):
        lines = streamed(source(page, data), HtmlLineBuilder("", deadline, pictures))
    elif may_have_furniture(page.text) or has_base(page.text):
        lines = _of_tree(page.text, deadline, pictures, None if is_whole else tally)
    else:
        lines = streamed(source(page, data), HtmlLineBuilder("", deadline, pictures))
    del page  # a long text is not held twice
    if not any(line.length for line in lines):
        raise PAGE.empty()
    release = assemble_release(lines, lambda style: style == "title", reader)
    import_receipt.count_line_entries(tally, lines, release)
    kept = pictures.of(frozenset(photo.digest for photo in release.photos))
    return ImportedRelease(release, import_receipt.build_receipt(tally), kept)


def _of_tree(
    text: str, deadline: ImportDeadline, pictures: PictureStore, tally: ReceiptBuilder | None
) -> list[ImportedLine]:
    """The lines of a page parsed into a tree; without a ``tally`` all of them are copy."""
    tree = parsed(text)
    builder = HtmlLineBuilder(_base_of(tree), deadline, pictures)
    lines = builder.read(tree)
    if tally is None or not has_furniture(tree):
        return lines
    is_in = article_lines(lines, builder.regions, tree, text)
    out = [line for line, kept in zip(lines, is_in, strict=True) if not kept]
    words = [line.text for line in out if line.text.strip()]
    if words:
        tally.leave_out("page-furniture", words)
    for line in out:
        for kind, said in line.left_out:
            if kind != "link":  # menus consist of links
                tally.leave_out(kind, (said,))
    return [line for line, kept in zip(lines, is_in, strict=True) if kept]


def _base_of(tree: Tree) -> str:
    """The base address that a page declares for its links, '' where there is none."""
    for path in ("//base/@href", "//link[@rel='canonical']/@href",
                 "//meta[@property='og:url']/@content"):  # fmt: skip
        found = next(iter(tree.xpath(path)), "").strip()
        if found.lower().startswith(("http://", "https://")):
            return str(found)
    return ""
