"""The Word file that every export begins from, and its package at the end."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from bnews_desk.errors import WriteError
from bnews_desk.paths import word_template

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_CORE = "docProps/core.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the package: the earliest a ZIP can hold."""


def open_template() -> WordFile:
    """An empty document in the house's styles.

    Raises :class:`~bnews_desk.errors.WriteError` (*failed*) where the template cannot be read.
    """
    from docx import Document

    path = word_template()
    try:
        return Document(path)
    except Exception as error:
        raise WriteError(
            "failed",
            f"Templat Word “{path}” tidak dapat dibaca; pasang ulang B-News Desk.",
        ) from error


def packed(document: WordFile, core: bytes) -> bytes:
    """The bytes of a document, with our core properties and nothing that depends on the clock."""
    raw, whole = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, core if name == _CORE else old.read(name))
    return whole.getvalue()
