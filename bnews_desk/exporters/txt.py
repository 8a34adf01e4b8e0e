"""Writes a release as plain text in the TXT form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bnews_desk.exporters.exported_file import ExportedFile, export_without_pictures
from bnews_desk.patterns import Pattern
from bnews_desk.release import Release
from bnews_desk.text_form import text_form

if TYPE_CHECKING:
    from datetime import datetime

    from bnews_desk.frame.release_frame import FrameReader

_SURROGATE = Pattern("[\ud800-\udfff]")


def export_txt(
    release: Release,
    _pictures: Mapping[str, bytes],
    _reader: FrameReader,
    *,
    now: datetime | None = None,
) -> ExportedFile:
    """The TXT form, with a note on the photos that it cannot hold. Never raises."""
    told = (
        "tidak ikut karena TXT hanya memuat tulisan;"
        " simpan juga sebagai DOCX bila fotonya diperlukan."
    )
    return export_without_pictures(write_txt(release), release, told)


def with_crlf(exported: ExportedFile) -> ExportedFile:
    """The same text with Windows line ends, for programs that need them."""
    return exported._replace(data=exported.data.replace(b"\n", b"\r\n"))


def write_txt(release: Release) -> bytes:
    """The release in TXT form: UTF-8 without BOM, ``\\n``, no final line break.

    Lone surrogates, which UTF-8 cannot hold, become U+FFFD. Never raises.
    """
    text = text_form(release)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode("utf-8")
