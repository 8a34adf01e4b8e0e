"""The parts of a ZIP archive of XML (DOCX, ODT), unpacked within limits.

Every file is considered hostile: sizes are counted as the bytes are unpacked, nothing is fetched
from outside, and no part may define entities.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Collection, Sequence
from typing import Any
from xml.etree import ElementTree

from bnews_desk.importers.limits import (
    MAX_PARTS,
    MAX_UNPACKED_BYTES,
    MAX_XML_BYTES,
    MAX_XML_DEPTH,
    MAX_XML_NODES,
    ImportDeadline,
)
from bnews_desk.importers.read_errors import ReadErrors

_ENTRY = b"PK\x01\x02"
_ENTITIES = b"<!ENTITY"
_TYPE = b"<!DOCTYPE"
"""OpenOffice's macros and formulas have a document type declaration; one without definitions is
harmless.
"""
_CHUNK = 256 * 1024
_XML = (".xml", ".rels")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


Element = Any
"""An element of a parsed part; tags and attributes are accessed by full name."""


def _no_head(_root: Element) -> None:
    """Ignores what precedes the wanted elements."""


class Package:
    """The parts of one file by name; XML parts are unpacked at once, others on demand.

    Raises ``ReadError`` for a file that is no ZIP archive, is damaged or password-protected,
    unpacks to more than the limit, or defines an entity in any part.
    """

    def __init__(self, data: bytes, deadline: ImportDeadline, faults: ReadErrors) -> None:
        self._faults = faults
        if data.count(_ENTRY) > MAX_PARTS:
            raise self._faults.too_large()
        self._deadline = deadline
        self._left = MAX_UNPACKED_BYTES
        self._xml_bytes = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._faults.damaged() from error
        self._entries = {_folded(info.filename): info for info in self._archive.infolist()}
        self._refuse_declared()
        self._texts: dict[str, bytes] = {}
        for name in self._entries:
            if name.endswith(_XML):
                self._texts[name] = self._unpacked(name)
                if _declares(self._texts[name], _ENTITIES):
                    raise self._faults.hostile()

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts, in lower case and without a leading slash."""
        return frozenset(self._entries)

    def find(self, name: str) -> str | None:
        """A part's name as ``xml`` and ``read`` need it, None if there is no such part."""
        plain = _folded(name)
        if plain not in self._entries and "%" in plain:
            from urllib.parse import unquote

            plain = _folded(unquote(name))
        return plain if plain in self._entries else None

    def xml(self, name: str) -> Element | None:
        """The root of an XML part, None if there is no such part.

        Raises ``ReadError`` where it is not well formed or too large.
        """
        found = self.find(name)
        if found is None:
            return None
        text = self._texts.get(found)
        return self._parsed(self._unpacked(found) if text is None else text)

    def each_below(
        self,
        name: str,
        path: Sequence[Collection[str]],
        take: Callable[[Element], None],
        begin: Callable[[Element], None] = _no_head,
    ) -> bool:
        """Pass each child of the first element at ``path`` to ``take`` as soon as it is parsed.

        ``path`` has the possible tags of each element from the root down. Passed elements are
        dropped, so that a long part needs no more memory than its longest element. ``begin`` gets
        the root, with everything before the first child, when that begins. Returns whether there is
        such a part with one of those roots; raises like ``xml``.
        """
        found = self.find(name)
        if found is None:
            return False
        text = self._texts.pop(found, None)
        builder = _Passing(self._faults, path, take, begin)
        self._parsed(self._unpacked(found) if text is None else text, builder)
        return builder.is_right

    def read(self, name: str) -> bytes | None:
        """The bytes of an optional part (a picture); None where it cannot be read.

        Raises ``ReadError`` beyond the size limit.
        """
        found = self.find(name)
        if found is None:
            return None
        try:
            return self._bytes(self._entries[found])
        except _BROKEN:
            return None

    def _refuse_declared(self) -> None:
        infos = self._entries.values()
        if any(info.flag_bits & 1 for info in infos):
            raise self._faults.encrypted()
        if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
            raise self._faults.too_large()

    def _unpacked(self, name: str) -> bytes:
        try:
            text = self._bytes(self._entries[name])
        except _BROKEN as error:
            raise self._faults.damaged() from error
        self._xml_bytes += len(text)
        if self._xml_bytes > MAX_XML_BYTES:
            raise self._faults.too_large()
        return text

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        pieces = []
        with self._archive.open(info) as part:
            while piece := part.read(_CHUNK):
                self._left -= len(piece)
                if self._left < 0:
                    raise self._faults.too_large()
                self._deadline.check()
                pieces.append(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _parsed(self, text: bytes, builder: _Builder | None = None) -> Element:
        is_bare = _is_bare_type(text)
        if _declares(text, _ENTITIES) or (_declares(text, _TYPE) and not is_bare):
            raise self._faults.hostile()
        if text.count(b"<") + text.count(b"=") > MAX_XML_NODES:
            raise self._faults.too_large()
        self._deadline.check()
        builder = builder or _Builder(self._faults)
        builder.may_name_type = is_bare
        parser = ElementTree.XMLParser(target=builder)  # noqa: S314 - as above
        try:
            whole = memoryview(text)
            for at in range(0, len(text), _CHUNK):
                parser.feed(whole[at : at + _CHUNK])
            root: Element = parser.close()
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            raise self._faults.damaged() from error
        return root


class _Builder:
    """Builds a tree of limited depth from XML without definitions in its document type."""

    def __init__(self, faults: ReadErrors) -> None:
        tree = ElementTree.TreeBuilder()
        self._start, self._end = tree.start, tree.end
        self.data, self.close = tree.data, tree.close
        self.may_name_type = False
        self._faults = faults
        self._depth = 0
        self._matched = -1

    def start(self, tag: str, attrs: dict[str, str], /) -> None:
        depth = self._depth
        if depth == MAX_XML_DEPTH:
            raise self._faults.hostile()
        self._depth = depth + 1
        element = self._start(tag, attrs)
        if depth == self._matched:
            self._began(element)

    def end(self, tag: str, /) -> None:
        self._depth = depth = self._depth - 1
        element = self._end(tag)
        if depth <= self._matched:
            self._ended(element)

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        if not self.may_name_type:
            raise self._faults.hostile()

    def _began(self, element: Element) -> None:
        """An element begins at the awaited depth."""

    def _ended(self, element: Element) -> None:
        """An element ends at that depth or above it."""


class _Passing(_Builder):
    """Builds the children of one element, and passes them on instead of keeping them."""

    def __init__(
        self,
        faults: ReadErrors,
        path: Sequence[Collection[str]],
        take: Callable[[Element], None],
        begin: Callable[[Element], None],
    ) -> None:
        super().__init__(faults)
        self._path = path
        self._take = take
        self._begin = begin
        self._root: Element = None
        self._parent: Element = None
        self._matched = 0
        self.is_right = False

    def _began(self, element: Element) -> None:
        at = self._matched
        if at < len(self._path) and element.tag in self._path[at]:
            self._matched += 1
            self._parent = element
            self.is_right = True
            if not at:
                self._root = element
            if self._matched == len(self._path):
                self._begin(self._root)

    def _ended(self, element: Element) -> None:
        if self._depth < self._matched:
            self._matched = -1
        elif self._matched == len(self._path):
            self._take(element)
            self._parent.clear()


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _is_bare_type(text: bytes) -> bool:
    """Whether XML has a document type without definitions; detected only in plain bytes."""
    start = text.find(_TYPE)
    return text[:1] == b"<" and start >= 0 and b"[" not in text[start : text.find(b">", start)]


def _declares(text: bytes, mark: bytes) -> bool:
    """Whether XML contains a declaration, in any character width."""
    return mark in text or (b"\0" in text and mark in text.replace(b"\0", b""))
