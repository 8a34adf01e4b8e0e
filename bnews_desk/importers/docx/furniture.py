"""What stands beside the copy and is left out, counted with its words: headers, comments …"""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.importers.docx.names import local
from bnews_desk.importers.docx.relations import Relations
from bnews_desk.importers.docx.walk import Document, Walk, plain
from bnews_desk.importers.line import Line
from bnews_desk.receipt import ReceiptBuilder

_MACROS = "vbaproject.bin"


def account(document: Document, relations: Relations, tally: ReceiptBuilder) -> None:
    """Count the headers, footers, comments and macros of a file."""
    for kind in ("header", "footer"):
        for part in relations.of_type(kind):
            lines = _lines(document, part)
            if text := plain(lines):
                tally.leave_out(kind, (text,))
            elif any(line.photos or line.left_out for line in lines):
                tally.leave_out(kind)  # a letterhead that is only a picture
    for part in relations.of_type("comments"):
        tally_texts = list(_comments(document, part))
        if tally_texts:
            tally.leave_out("comment", tally_texts)
    macros = sum(name.endswith(_MACROS) for name in document.package.names)
    if macros:
        tally.leave_out("macro", [""] * macros)


def _lines(document: Document, part: str) -> list[Line]:
    root = document.package.xml(part)
    if root is None:
        return []
    return Walk(document, Relations(document.package, part)).read_apart(root)


def _comments(document: Document, part: str) -> Iterator[str]:
    root = document.package.xml(part)
    walk = Walk(document, Relations(document.package, part))
    for element in root if root is not None else ():
        if local(element) == "comment":
            yield plain(walk.read_apart(element))
