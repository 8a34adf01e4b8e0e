"""Files of other formats inside a Word file, which Word shows as part of it (17.17.2)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.errors import ReadError
from bnews_desk.importers import formats
from bnews_desk.importers.encoding import decode
from bnews_desk.importers.imported import Imported
from bnews_desk.importers.limits import Deadline
from bnews_desk.importers.line import Line
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release


def read_inserted(data: bytes, name: str, deadline: Deadline) -> Imported | None:
    """The copy in a web page, RTF or text file that lies inside; None for what cannot be read.

    A Word file inside is the caller's. Raises ``ReadError`` once the time
    is up.
    """
    key = format_of(data, name)
    try:
        if key == "html":
            from bnews_desk.importers.html import read_html

            return read_html(data, None, deadline)
        if key == "rtf":
            from bnews_desk.importers.rtf import read_rtf

            return read_rtf(data, None, deadline)
    except ReadError as error:
        if error.kind in {"too-slow", "incomplete-program"}:
            raise
        return None
    decoded = decode(data) if key == "txt" else None
    return decoded and Imported(Release.of("", decoded.text.splitlines()), Receipt())


def format_of(data: bytes, name: str) -> str:
    """The key of a file's format by its content, or '' for none that is known."""
    try:
        return formats.by_content(data, formats.by_name(name)).key
    except ReadError:
        pass
    try:
        key = formats.by_content(data, formats.FORMATS[0]).key
    except ReadError:
        return ""
    return "" if key == "txt" else key


def lines_of(imported: Imported) -> Iterator[Line]:
    """The copy as lines, its marks on them; its pictures and what it left out are told."""
    release = imported.release
    shown = release.paragraphs if release.headline else release.paragraphs[1:]
    for number, paragraph in enumerate(shown):
        line = Line()
        line.write(paragraph.text, 0)
        start = paragraph.start
        line.mark(release.marks_within(start, start + len(paragraph.text)))
        if not number:
            line.left_out.extend(
                [("image", photo.alt_text or photo.name) for photo in release.photos]
            )
            line.left_out.extend([(e.kind, text) for e in imported.receipt for text in e.texts])
        line.finish()
        yield line
