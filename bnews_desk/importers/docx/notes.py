"""Numbers the footnotes and endnotes that are cited in the copy (17.11)."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.importers.docx.relations import Relations
from bnews_desk.importers.docx.xml_names import attribute, local
from bnews_desk.importers.zip_xml_package import Element, Package

_FURNITURE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}


class NoteReference(NamedTuple):
    """One cited note; ``part`` is the part that contains it."""

    kind: str
    number: int
    part: str
    element: Element


class NoteRegister:
    """Numbers a file's footnotes and endnotes together, in the order in which they are cited."""

    def __init__(self, package: Package, relations: Relations) -> None:
        self._package = package
        self._relations = relations
        self._elements: dict[str, dict[str, Element]] = {}
        self._cited: dict[tuple[str, str], NoteReference] = {}

    @property
    def cited(self) -> list[NoteReference]:
        """The notes cited so far, by number."""
        return list(self._cited.values())

    def cite(self, kind: str, identity: str) -> int | None:
        """The number of a ``footnote`` or ``endnote``; None where there is no such note."""
        key = (kind, identity)
        if key not in self._cited:
            element = self._of_kind(kind).get(identity)
            part = self._relations.first(_PARTS[kind])
            if element is None or part is None:
                return None
            self._cited[key] = NoteReference(kind, len(self._cited) + 1, part, element)
        return self._cited[key].number

    def _of_kind(self, kind: str) -> dict[str, Element]:
        if kind not in self._elements:
            part = self._relations.first(_PARTS[kind])
            root = self._package.xml(part) if part else None
            self._elements[kind] = {
                attribute(element, "id"): element
                for element in (root if root is not None else ())
                if local(element) == kind and attribute(element, "type") not in _FURNITURE
            }
        return self._elements[kind]
