"""Which writer a file gets: by its ending."""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from bnews_desk.errors import WriteError
from bnews_desk.exporters.exported import Exported
from bnews_desk.release import Release

if TYPE_CHECKING:
    from datetime import datetime

    from bnews_desk.frame.reading import FrameReader

Format = Literal["txt", "docx"]
"""A format that can be written."""
FORMATS: dict[str, Format] = {".txt": "txt", ".text": "txt", ".docx": "docx"}
"""Endings, in lower case, and what is written behind them."""


def format_of(path: str) -> Format:
    """The format that a file's ending asks for.

    Raises :class:`~bnews_desk.errors.WriteError` (*unknown-format*), which lists what can be
    written.
    """
    ending = os.path.splitext(path)[1].lower()
    if ending not in FORMATS:
        what = f"berakhiran “{ending}”" if ending else "tanpa akhiran nama"
        raise WriteError(
            "unknown-format",
            f"Berkas {what} belum dapat ditulis; pilih salah satu akhiran ini:"
            f" {', '.join(FORMATS)}.",
        )
    return FORMATS[ending]


def write_release(
    release: Release,
    pictures: Mapping[str, bytes],
    format: str,
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> Exported:
    """The bytes of a release in a format, and what could not go into them.

    ``pictures`` maps the digests of photos to bytes; ``now`` is the time the file says it was
    made. Raises :class:`~bnews_desk.errors.WriteError` (*unknown-format*; *failed* where the
    program's own template is missing).
    """
    if format == "docx":
        from bnews_desk.exporters.docx import write_docx

        return write_docx(release, pictures, reader, now=now)
    if format == "txt":
        from bnews_desk.exporters.txt import write_txt

        return Exported(write_txt(release), _lost_in_text(release))
    known = ", ".join(dict.fromkeys(FORMATS.values()))
    raise WriteError(
        "unknown-format", f"Format “{format}” belum dapat ditulis; yang dapat ditulis: {known}."
    )


def _lost_in_text(release: Release) -> tuple[str, ...]:
    if not release.photos:
        return ()
    return (
        f"{len(release.photos)} foto tidak ikut karena TXT hanya memuat tulisan;"
        " simpan juga sebagai DOCX bila fotonya diperlukan.",
    )
