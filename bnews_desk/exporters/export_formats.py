"""The export formats, one record each, and the writing of a release in one of them.

To add a format, add its module and a record here; window and command line follow.
"""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from bnews_desk.errors import WriteError
from bnews_desk.exporters.exported_file import ExportedFile
from bnews_desk.release import Release

if TYPE_CHECKING:
    from datetime import datetime

    from bnews_desk.frame.release_frame import FrameReader


class ExportFormat(NamedTuple):
    """A format that can be written.

    ``key`` is its name in commands and settings, ``name`` in sentences, ``title`` and ``short``
    (the ending in capitals when '') in the window. ``endings`` are in lower case with their dots,
    the usual one first; a format without any is chosen by its key, and its files get ``ending``.
    ``is_text_alone`` marks formats in which nobody expects photos. ``function`` of ``module``
    (below ``bnews_desk.exporters``, loaded when first used) takes a release, its pictures, a frame
    reader and the keyword ``now``, and returns an ``ExportedFile``.
    """

    key: str
    name: str
    title: str
    endings: tuple[str, ...]
    module: str
    function: str
    ending: str = ""
    short: str = ""
    is_text_alone: bool = False

    @property
    def usual_ending(self) -> str:
        """The ending of a file of this format."""
        return self.endings[0] if self.endings else self.ending

    @property
    def distinct_ending(self) -> str:
        """An ending that no other format has, such as ``.wordpress.html``."""
        return self.usual_ending if self.endings else f".{self.key}{self.ending}"


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(
        "txt", "teks biasa", "Teks polos", (".txt", ".text"), "txt", "export_txt",
        is_text_alone=True,
    ),
    ExportFormat("docx", "dokumen Word", "Word", (".docx",), "docx", "write_docx"),
    ExportFormat("html", "HTML untuk laman", "Laman web", (".html", ".htm"), "html", "export_html"),
    ExportFormat(
        "wordpress", "blok WordPress", "Blok WordPress", (), "wordpress", "export_wordpress",
        ending=".html", short="WP",
    ),
    ExportFormat(
        "markdown", "Markdown", "Markdown", (".md", ".markdown"), "markdown", "export_markdown",
        is_text_alone=True,
    ),
    ExportFormat("odt", "dokumen OpenDocument", "OpenDocument", (".odt",), "odt", "write_odt"),
    ExportFormat(
        "ninjs", "berita JSON (ninjs)", "Berita JSON", (".json",), "ninjs", "export_ninjs",
        short="ninjs",
    ),
)  # fmt: skip
"""Every format."""


def writable_endings() -> tuple[str, ...]:
    """All endings of files that can be written."""
    return tuple(ending for format in FORMATS for ending in format.endings)


def format_by_key(key: str) -> ExportFormat:
    """The format with a key.

    Raises ``WriteError`` (*unknown-format*), which lists the known keys.
    """
    found = next((format for format in FORMATS if format.key == key), None)
    if found is None:
        known = ", ".join(format.key for format in FORMATS)
        raise WriteError(
            "unknown-format",
            f"Format “{key}” belum dapat ditulis; yang dapat ditulis: {known}.",
        )
    return found


def format_by_ending(path: str) -> ExportFormat:
    """The format of a file name's ending.

    Raises ``WriteError`` (*unknown-format*), which lists the known endings.
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


def write_release(
    release: Release,
    pictures: Mapping[str, bytes],
    key: str,
    reader: FrameReader,
    *,
    now: datetime | None = None,
    crlf: bool = False,
) -> ExportedFile:
    """Write a release in a format; returns its bytes, and notes on what could not be written.

    ``pictures`` maps the digests of photos to bytes; ``now`` is the creation time stored in the
    file; ``crlf`` gives a TXT file Windows line ends. Raises ``WriteError`` (*unknown-format*;
    *failed* when the program's own template is missing).
    """
    format = format_by_key(key)
    module = import_module(f"bnews_desk.exporters.{format.module}")
    write = getattr(module, format.function)
    exported = cast(ExportedFile, write(release, pictures, reader, now=now))
    return cast(ExportedFile, module.with_crlf(exported)) if crlf and key == "txt" else exported
