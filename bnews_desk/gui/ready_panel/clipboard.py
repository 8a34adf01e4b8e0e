"""A release as the clipboard holds it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData

from bnews_desk.exporters.html import rich_html, write_html
from bnews_desk.release import Release
from bnews_desk.text_form import text_form


def mime_data(
    release: Release, pictures: Mapping[str, bytes], *, has_text: bool, has_html: bool
) -> QMimeData:
    """What a paste takes, at least one of the two being wanted.

    With HTML, editors with rich text get the rich page. Plain fields get the TXT form where text
    is wanted, else the clean HTML itself.
    """
    data = QMimeData()
    if has_html:
        data.setHtml(rich_html(release, pictures))
    data.setText(text_form(release) if has_text else write_html(release))
    return data
