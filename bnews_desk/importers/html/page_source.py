"""Decodes and parses the bytes of a web page within limits; fetches nothing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar, cast

from bnews_desk.importers.encoding import Decoded, decode
from bnews_desk.importers.limits import MAX_XML_BYTES, MAX_XML_NODES
from bnews_desk.importers.read_errors import ReadErrors

PAGE = ReadErrors("HTML", "peramban")
"""The errors for a page that cannot be read."""
MAX_DEPTH = 2_000
"""Maximum nesting of elements; the parser's own limit is slightly higher."""
HEAD_BYTES = 4096
"""Bytes within which a page declares its encoding."""
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_KNOWN = re.compile(
    r"utf-?8|us-ascii|ascii|latin-?1|iso-?8859-?\d+|(?:windows-|cp)125\d|koi8-[ru]|macintosh"
    r"|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|tis-620",
    re.IGNORECASE,
)
"""Encodings that pages use; Python's others are slow, or no text encodings."""
_AS_WINDOWS = re.compile(r"us-ascii|ascii|latin-?1|iso-?8859-?1", re.IGNORECASE)
"""Encodings that browsers treat as Windows-1252 (WHATWG Encoding, 4.2)."""
_ENTITY = re.compile(rb"<!DOCTYPE[^>]{0,2000}<!ENTITY", re.IGNORECASE)
_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
"""Browsers display content after these tags; the parser would drop it."""
_BASE = re.compile(r"<base\b|\bcanonical\b|og:url", re.IGNORECASE)
_FURNISHED = re.compile(r"<(?:nav|aside|footer|form|script|iframe)\b|\brole\s*=", re.IGNORECASE)
_OPTIONS: Mapping[str, Any] = {
    "encoding": "utf-8",
    "huge_tree": True,
    "no_network": True,
    "remove_comments": True,
    "remove_pis": True,
}
Tree = Any
"""The root of a parsed page."""
Answer_co = TypeVar("Answer_co", covariant=True)


class ParserTarget(Protocol[Answer_co]):
    """The interface through which a parser reports elements (lxml's target interface)."""

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        """An element begins."""

    def data(self, text: str) -> None:
        """A piece of text."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def close(self) -> Answer_co:
        """The page ends; returns the result."""


def decoded(data: bytes) -> Decoded:
    """The text of a page: by its byte order mark, else as UTF-8, else as it declares.

    Raises ``ReadError``.
    """
    if len(data) > MAX_XML_BYTES:
        raise PAGE.too_large()
    if _ENTITY.search(data[:HEAD_BYTES].replace(b"\x00", b"")):
        raise PAGE.hostile()
    found = _by_its_own_word(data) or decode(data)
    if found is None:
        raise PAGE.damaged()
    return found


def _by_its_own_word(data: bytes) -> Decoded | None:
    """Decode by the declared encoding; None where there is none, or where the bytes are certain."""
    said = _CHARSET.search(data[:HEAD_BYTES])
    name = said[1].decode("ascii", "replace") if said else ""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    if not _KNOWN.fullmatch(name) or name.lower() in {"utf-8", "utf8"}:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None  # browsers save pages as UTF-8 and keep the old declaration
    codec = "cp1252" if _AS_WINDOWS.fullmatch(name) else name
    try:
        text = data.decode(codec, "replace")
    except LookupError:
        return None
    return Decoded(text, name, is_guess=False, damaged=text.count("\ufffd"))


def has_base(text: str) -> bool:
    """Whether a page may declare a base address for its links."""
    return bool(_BASE.search(text))


def may_have_furniture(text: str) -> bool:
    """Whether a page may have menus and the like; some pages without any may seem to."""
    return bool(_FURNISHED.search(text))


def source(page: Decoded, data: bytes) -> bytes:
    """The page for the parser in UTF-8; the very bytes where they are UTF-8 already."""
    is_plain = page.name == "UTF-8" and not page.damaged and b"\x00" not in data
    return _END.sub(b"", data) if is_plain else _source_of(page.text)


def streamed(source: bytes, target: ParserTarget[Answer_co]) -> Answer_co:
    """The result of ``target`` for a page that is parsed element by element, without a tree.

    Raises ``ReadError`` (*too-large*, and those of the target).
    """
    from lxml import etree

    parser = etree.HTMLParser(target=target, **_OPTIONS)
    return cast(Answer_co, _read(source, lambda page: etree.fromstring(page, parser)))


def parsed(text: str) -> Tree:
    """The tree of a page, even a broken one, without comments.

    Raises ``ReadError`` (*empty*, *too-large*).
    """
    from lxml import html

    parser = html.HTMLParser(**_OPTIONS)
    return _read(_source_of(text), lambda page: html.document_fromstring(page, parser=parser))


def _source_of(text: str) -> bytes:
    return _END.sub(b"", text.replace("\0", "\ufffd").encode("utf-8", "replace"))


def _read(source: bytes, read: Callable[[bytes], object]) -> Any:  # noqa: ANN401 - a parser's
    from lxml import etree

    if source.count(b"<") > MAX_XML_NODES:
        raise PAGE.too_large()
    try:
        return read(source)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise PAGE.empty() from error
