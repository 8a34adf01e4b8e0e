"""Lists the readable formats, and picks one by key, file name or content.

A new format needs a record here and the module that it names; commands, file dialogs, folders and
the worker process need no change.
"""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bnews_desk.errors import ReadError
from bnews_desk.importers import file_kind


class ImportFormat(NamedTuple):
    """A readable format.

    ``key`` is its name in commands and attachments, ``name`` the editor's name for it; ``endings``
    are in lower case with their dots. ``function`` of ``module`` (below ``bnews_desk.importers``,
    loaded on first use) takes the bytes and a frame reader and returns an ``ImportedRelease``.

    ``kinds`` are the kinds of content (``file_kind``) that are this format regardless of the name;
    ``judges`` those whose error it words when the name promises this format. ``claims`` decides
    whether content without a kind is this format when the name says so.
    """

    key: str
    name: str
    endings: tuple[str, ...]
    module: str
    function: str
    kinds: frozenset[str] = frozenset()
    judges: frozenset[str] = frozenset()
    claims: Callable[[bytes], bool] = file_kind.is_nothing


FORMATS: tuple[ImportFormat, ...] = (
    ImportFormat(
        key="txt",
        name="teks biasa",
        endings=(".txt", ".text"),
        module="txt",
        function="read_txt",
        claims=file_kind.is_anything,
    ),
    ImportFormat(
        key="docx",
        name="dokumen Word",
        endings=(".docx", ".dotx", ".docm", ".dotm"),
        module="docx",
        function="read_docx",
        kinds=frozenset({"word"}),
        judges=frozenset({"zip", "ole"}),
    ),
    ImportFormat(
        key="odt",
        name="dokumen OpenDocument",
        endings=(".odt", ".ott"),
        module="odt",
        function="read_odt",
        kinds=frozenset({"odt"}),
        judges=frozenset({"zip"}),
    ),
    ImportFormat(
        key="md",
        name="Markdown",
        endings=(".md", ".markdown"),
        module="md",
        function="read_md",
        claims=file_kind.is_markdown,
    ),
    ImportFormat(
        key="html",
        name="halaman web",
        endings=(".html", ".htm", ".xhtml"),
        module="html",
        function="read_html",
        kinds=frozenset({"html"}),
        claims=file_kind.has_html_tags,
    ),
    ImportFormat(
        key="eml",
        name="surel",
        endings=(".eml",),
        module="mail",
        function="read_eml",
        claims=file_kind.is_mail,
    ),
    ImportFormat(
        key="msg",
        name="surel Outlook",
        endings=(".msg",),
        module="mail",
        function="read_msg",
        kinds=frozenset({"msg"}),
        judges=frozenset({"ole"}),
    ),
    ImportFormat(
        key="rtf",
        name="dokumen RTF",
        endings=(".rtf",),
        module="rtf",
        function="read_rtf",
        kinds=frozenset({"rtf"}),
    ),
    ImportFormat(
        key="doc",
        name="dokumen Word lama",
        endings=(".doc", ".dot"),
        module="doc.reader",
        function="read_doc",
        kinds=frozenset({"doc"}),
        judges=frozenset({"ole"}),
    ),
    ImportFormat(
        key="pdf",
        name="dokumen PDF",
        endings=(".pdf",),
        module="pdf",
        function="read_pdf",
        kinds=frozenset({"pdf"}),
    ),
)
"""Every format; the first is the one for plain text."""


def import_format_keys() -> tuple[str, ...]:
    """The keys of all formats."""
    return tuple(format.key for format in FORMATS)


def readable_endings() -> tuple[str, ...]:
    """All file endings that can be read."""
    return tuple(ending for format in FORMATS for ending in format.endings)


def import_format_by_key(key: str) -> ImportFormat:
    """The format with a key, or with an ending without its dot.

    Raises ``ReadError`` (*unknown-format*), which lists what can be read.
    """
    found = next(
        (format for format in FORMATS if format.key == key or f".{key}" in format.endings), None
    )
    if found is None:
        raise ReadError(
            "unknown-format",
            f"Format “{key}” belum dapat dibaca;"
            f" yang dapat dibaca: {_listed(import_format_keys())}.",
        )
    return found


def import_format_by_name(path: str) -> ImportFormat:
    """The format of a file's ending.

    Raises ``ReadError`` (*unknown-format*), which lists what can be read.
    """
    ending = os.path.splitext(path)[1].lower()
    found = next((format for format in FORMATS if ending in format.endings), None)
    if found is None:
        what = f"berakhiran “{ending}”" if ending else "tanpa akhiran nama"
        raise ReadError(
            "unknown-format",
            f"Berkas {what} belum dapat dibaca; yang dapat dibaca: {_listed(readable_endings())}."
            " Simpan naskahnya sebagai DOCX atau TXT.",
        )
    return found


def import_format_by_content(data: bytes, promised: ImportFormat) -> ImportFormat:
    """The format of bytes that are ``promised`` to be in a format; the content takes precedence.

    Raises ``ReadError`` (*wrong-type*), which names the actual kind.
    """
    kind = file_kind.detect_file_kind(data)
    if kind is None:
        if not data or promised.claims(data):
            return promised
        if file_kind.is_markup(data):
            raise _wrong_type(promised, "halaman web atau berkas XML")
        return FORMATS[0]
    found = next((format for format in FORMATS if kind.key in format.kinds), None)
    if found is not None:
        return promised if kind.key in promised.kinds else found
    if kind.key in promised.judges:
        return promised
    raise _wrong_type(promised, kind.name)


def _wrong_type(promised: ImportFormat, what: str) -> ReadError:
    return ReadError(
        "wrong-type",
        f"Berkas ini bernama {promised.key.upper()}, tetapi isinya {what}; bukalah dengan program"
        " asalnya, lalu simpan sebagai DOCX atau TXT.",
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
