"""The way through a web page, from its bytes to the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers import account
from bnews_desk.importers.assembly import assemble
from bnews_desk.importers.encoding import note_encoding
from bnews_desk.importers.html.article import article, has_furniture
from bnews_desk.importers.html.opening import PAGE, Tree, decoded, parsed
from bnews_desk.importers.html.walk import Block, Walk
from bnews_desk.importers.imported import Imported
from bnews_desk.importers.limits import Deadline
from bnews_desk.importers.line import Line
from bnews_desk.importers.pictures import Pictures
from bnews_desk.receipt import Tally

if TYPE_CHECKING:
    from bnews_desk.frame.reading import FrameReader


def read_html(
    data: bytes,
    reader: FrameReader | None = None,
    deadline: Deadline | None = None,
    *,
    is_whole: bool = False,
) -> Imported:
    """The release in a web page: the article of a saved page, all of a page without menus.

    Bold, italic and links come in, and pictures that lie in the page itself. Nothing is fetched
    and nothing run; lines that are no article are left out and stand in the receipt (kind
    *page-furniture*). With ``is_whole`` all lines are copy, as in a mail.
    Raises :class:`~bnews_desk.errors.ReadError`.
    """
    try:
        return _read(data, reader, deadline or Deadline(), is_whole=is_whole)
    except ReadError:
        raise
    except MemoryError as error:
        raise PAGE.too_large() from error
    except Exception as error:  # a hostile page finds what nobody thought of
        raise PAGE.damaged() from error


def _read(
    data: bytes, reader: FrameReader | None, deadline: Deadline, *, is_whole: bool
) -> Imported:
    if not data.strip():
        raise PAGE.empty()
    page = decoded(data)
    tree = parsed(page.text)
    pictures = Pictures(lambda _name: None)
    blocks = Walk(_base_of(tree), deadline, pictures).read(tree)
    tally = Tally()
    note_encoding(page, tally)
    lines = [block.line for block in blocks] if is_whole else _copy(blocks, tree, page.text, tally)
    if not any(line.length for line in lines):
        raise PAGE.empty()
    release = assemble(lines, lambda style: style == "title", reader)
    account.count(tally, lines, release)
    kept = pictures.of(frozenset(photo.digest for photo in release.photos))
    return Imported(release, account.closed(tally), kept)


def _copy(blocks: list[Block], tree: Tree, text: str, tally: Tally) -> list[Line]:
    """The lines of the article; the others' words go into the receipt."""
    if not has_furniture(tree):
        return [block.line for block in blocks]
    is_in = article(blocks, tree, text)
    out = [block.line for block, kept in zip(blocks, is_in, strict=True) if not kept]
    words = [line.text for line in out if line.text.strip()]
    if words:
        tally.leave_out("page-furniture", words)
    for line in out:
        for kind, said in line.left_out:
            if kind != "link":  # menus are made of them
                tally.leave_out(kind, (said,))
    return [block.line for block, kept in zip(blocks, is_in, strict=True) if kept]


def _base_of(tree: Tree) -> str:
    """The address that a page's own links count from, '' where it does not say."""
    for path in ("//base/@href", "//link[@rel='canonical']/@href",
                 "//meta[@property='og:url']/@content"):  # fmt: skip
        found = next(iter(tree.xpath(path)), "").strip()
        if found.lower().startswith(("http://", "https://")):
            return str(found)
    return ""
