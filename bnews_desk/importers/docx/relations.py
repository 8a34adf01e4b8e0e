"""The relationships of a part of a Word file (ECMA-376 part 2, clause 9)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.importers.docx.xml_names import local
from bnews_desk.importers.zip_xml_package import Package


class Relation(NamedTuple):
    """A reference from a part: to another part, by its full name, or to an outside address."""

    type: str
    target: str
    is_external: bool


class Relations:
    """The references of one part, by id; none is fetched or followed."""

    def __init__(self, package: Package, part: str) -> None:
        self._by_id: dict[str, Relation] = {}
        folder, _, name = part.rpartition("/")
        root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for element in root if root is not None else ():
            if local(element) == "Relationship":
                self._by_id[element.get("Id", "")] = _relation(element.attrib, folder)

    def get(self, identity: str) -> Relation | None:
        """The relation of an id, or None."""
        return self._by_id.get(identity)

    def of_type(self, name: str) -> Iterator[str]:
        """The parts with relation type ``name`` (``styles`` …), each once, in order."""
        yield from dict.fromkeys(
            relation.target
            for relation in self._by_id.values()
            if relation.type == name and not relation.is_external
        )

    def first(self, name: str) -> str | None:
        """The first part with relation type ``name``, or None."""
        return next(self.of_type(name), None)


def _relation(attributes: dict[str, str], folder: str) -> Relation:
    kind = attributes.get("Type", "").rpartition("/")[2]
    target = attributes.get("Target", "")
    if attributes.get("TargetMode", "").lower() == "external":
        return Relation(kind, target, True)
    path = target.partition("#")[0].replace("\\", "/")
    return Relation(kind, posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/"), False)
