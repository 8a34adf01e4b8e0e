"""The formats that can be written: one record each.

A new format is a record here and the module that it names; commands follow by themselves.
"""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from bnews_desk.errors import WriteError
from bnews_desk.exporters.exported import Exported
from bnews_desk.release import Release

if TYPE_CHECKING:
    from datetime import datetime

    from bnews_desk.exporters.exported import Exported
    from bnews_desk.frame.reading import FrameReader


def write_release(
    release: Release,
    pictures: Mapping[str, bytes],
    key: str,
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> Exported:
    """The bytes of a release in a format, and what could not go into them.

    ``pictures`` maps the digests of photos to bytes; ``now`` is the time the file says it was
    made. Raises :class:`~bnews_desk.errors.WriteError` (*unknown-format*; *failed* where the
    program's own template is missing).
    """
    format = format_by_key(key)
    module = import_module(f"bnews_desk.exporters.{format.module}")
    write = getattr(module, format.function)
    return cast(Exported, write(release, pictures, reader, now=now))


class Format(NamedTuple):
    """A format that can be written.

    ``key`` is what commands call it, ``name`` what an editor does; ``endings`` are in lower case
    with their dots, the usual one first, and without any a format is asked for by its key.
    ``function`` of ``module`` (below ``bnews_desk.exporters``, loaded when first used) takes a
    release, its pictures, a frame reader and, by name, ``now``; it gives an
    :class:`~bnews_desk.exporters.exported.Exported`.
    """

    key: str
    name: str
    endings: tuple[str, ...]
    module: str
    function: str


FORMATS: tuple[Format, ...] = (
    Format("txt", "teks biasa", (".txt", ".text"), "txt", "export_txt"),
    Format("docx", "dokumen Word", (".docx",), "docx", "write_docx"),
    Format("html", "HTML untuk laman", (".html", ".htm"), "html", "export_html"),
    Format("wordpress", "blok WordPress", (), "wordpress", "export_wordpress"),
    Format("markdown", "Markdown", (".md", ".markdown"), "markdown", "export_markdown"),
    Format("odt", "dokumen OpenDocument", (".odt",), "odt", "write_odt"),
    Format("ninjs", "berita JSON (ninjs)", (".json",), "ninjs", "export_ninjs"),
)
"""Every format."""


def writable_endings() -> tuple[str, ...]:
    """All endings of files that can be written."""
    return tuple(ending for format in FORMATS for ending in format.endings)


def format_by_key(key: str) -> Format:
    """The format of a key.

    Raises :class:`~bnews_desk.errors.WriteError` (*unknown-format*), which lists what can be
    written.
    """
    found = next((format for format in FORMATS if format.key == key), None)
    if found is None:
        known = ", ".join(format.key for format in FORMATS)
        raise WriteError(
            "unknown-format",
            f"Format “{key}” belum dapat ditulis; yang dapat ditulis: {known}.",
        )
    return found


def format_by_ending(path: str) -> Format:
    """The format that a file's ending asks for.

    Raises :class:`~bnews_desk.errors.WriteError` (*unknown-format*), which lists what can be
    written.
    """
    ending = os.path.splitext(path)[1].lower()
    found = next((format for format in FORMATS if ending in format.endings), None)
    if found is None:
        what = f"berakhiran “{ending}”" if ending else "tanpa akhiran nama"
        raise WriteError(
            "unknown-format",
            f"Berkas {what} belum dapat ditulis; pilih salah satu akhiran ini:"
            f" {', '.join(writable_endings())}.",
        )
    return found
