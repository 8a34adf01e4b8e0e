"""Converts clipboard and drag data to clean copy, and copy to clipboard data."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QDir, QIODevice, QMimeData
from PySide6.QtGui import QImage

from bnews_desk.gui.editor.release_document import ReleaseDocument
from bnews_desk.release import Edit, Mark

if TYPE_CHECKING:
    from bnews_desk.gui.editor.html_reader import ClipboardCopy


def files_of(mime: QMimeData) -> list[str]:
    """The local files in a drag or on the clipboard, as paths of the platform."""
    local = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return [QDir.toNativeSeparators(path) for path in local]


def picture_of(mime: QMimeData) -> bytes:
    """The picture on the clipboard where it has no text; empty without one.

    PNG and JPEG bytes are taken as they are; any other picture becomes a PNG.
    """
    if not mime.hasImage():
        return b""
    for kind in ("image/png", "image/jpeg"):
        data = bytes(mime.data(kind).data())
        if data:
            return data
    image = QImage(mime.imageData())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def copy_of(mime: QMimeData) -> ClipboardCopy:
    """The text on the clipboard as clean copy; empty where there is none."""
    from bnews_desk.gui.editor.html_reader import MOST_HTML, ClipboardCopy, read_html, read_plain

    if mime.hasHtml():
        html = mime.html()
        if len(html) <= MOST_HTML:
            copy = read_html(html)
            if copy.text:
                return copy
    return read_plain(mime.text()) if mime.hasText() else ClipboardCopy("")


def put_in(document: ReleaseDocument, start: int, end: int, copy: ClipboardCopy) -> int:
    """Replace a stretch by copy as one undo step; the position behind it.

    Positions count code points of the release's text.
    """
    old = document.release().text[start:end]
    document.apply([Edit(start, end, old, copy.text, copy.marks)])
    return start + len(copy.text)


def mime_of(text: str, marks: tuple[Mark, ...]) -> QMimeData:
    """Copy for the clipboard as plain text and bare HTML; no-break spaces are kept."""
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(html_of(text, marks))
    return mime


def html_of(text: str, marks: tuple[Mark, ...]) -> str:
    """Paragraphs with bold, italic and links as bare HTML."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        own = [m for m in marks if m.start <= start and end <= m.end]
        for i, line in enumerate(text[start:end].split("\n")):
            pieces += ["</p><p>"] if i else []
            pieces += [_dressed(escape(line, quote=False), own)] if line else []
    return f"<p>{''.join(pieces)}</p>"


def _dressed(html: str, marks: list[Mark]) -> str:
    for mark in marks:
        if mark.kind == "bold":
            html = f"<b>{html}</b>"
        elif mark.kind == "italic":
            html = f"<i>{html}</i>"
        else:
            html = f'<a href="{escape(mark.target)}">{html}</a>'
    return html
