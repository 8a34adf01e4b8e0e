"""A release as the clipboard holds it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData

from bnews_desk.exporters.html import rich_html, write_html
from bnews_desk.exporters.wordpress import write_wordpress
from bnews_desk.release import Release
from bnews_desk.text_form import text_form


def mime_data(release: Release, pictures: Mapping[str, bytes], form: str) -> QMimeData:
    """What a paste takes, in one of the forms of the clipboard.

    With looks (``rich``), editors that know them get the page and plain fields the TXT form; every
    other form is plain text alone.
    """
    data = QMimeData()
    if form == "rich":
        data.setHtml(rich_html(release, pictures))
    if form == "html":
        data.setText(write_html(release))
    elif form == "wordpress":
        data.setText(write_wordpress(release))
    else:
        data.setText(text_form(release))
    return data
