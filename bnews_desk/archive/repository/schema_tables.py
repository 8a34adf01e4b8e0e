"""The tables that an archive has at each schema version, without SQLAlchemy.

They tell an archive that has lost a table from another program's database, which is never changed,
and from an empty one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

VERSION_TABLE = "alembic_version"
_FIRST = (
    "releases",
    "originals",
    "versions",
    "photos",
    "photo_uses",
    "exports",
    "dismissals",
    "ignores",
    "words",
    "meta",
    "search",
)
_ADDED = {
    "0001": _FIRST,
    "0002": ("likeness", "likeness_buckets"),
    "0003": (),
    "0004": (),
    "0005": ("changed",),
}

HEAD = max(_ADDED)
"""The newest migration: the schema that this version of the program reads and writes."""

Kind = Literal["empty", "foreign", "damaged", "newer", "whole"]


class SchemaTables(NamedTuple):
    """A database's ``version`` where it is an archive, and the ``missing`` tables where it is a
    damaged one.
    """

    kind: Kind
    version: str = ""
    missing: tuple[str, ...] = ()


def tables_of(version: str) -> frozenset[str]:
    """The tables of the archive at a schema version, without the version table."""
    return frozenset(name for step, names in _ADDED.items() if step <= version for name in names)


def schema_tables_of(names: Collection[str], noted: Collection[str]) -> SchemaTables:
    """Identify a database by the ``names`` of its tables and the versions ``noted`` in its version
    table.
    """
    present = set(names) & tables_of(HEAD)
    version = next(iter(noted)) if len(noted) == 1 else ""
    if not noted and set(names) <= {VERSION_TABLE}:
        return SchemaTables("empty")
    if 2 * len(present & set(_FIRST)) <= len(_FIRST) and not (version in _ADDED and present):
        return SchemaTables("foreign")
    if version not in _ADDED:
        is_newer = version.isascii() and version.isdecimal() and version > HEAD
        return SchemaTables("newer" if is_newer else "damaged", version)
    missing = tables_of(version) - present
    return SchemaTables("damaged" if missing else "whole", version, tuple(sorted(missing)))
