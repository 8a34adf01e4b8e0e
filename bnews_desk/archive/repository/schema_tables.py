"""Which tables an archive has at each step of its schema, told without SQLAlchemy.

By them an archive that has lost something is told from another program's database, which is never
touched, and from an empty one.
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
"""The newest migration: what this version of the program reads and writes."""

Kind = Literal["empty", "foreign", "damaged", "newer", "whole"]


class SchemaTables(NamedTuple):
    """What a database is: its ``version`` where it is an archive, ``missing`` tables where it is a
    damaged one."""

    kind: Kind
    version: str = ""
    missing: tuple[str, ...] = ()


def tables_of(version: str) -> frozenset[str]:
    """The tables that the archive has at a step of its schema, the record of the step aside."""
    return frozenset(name for step, names in _ADDED.items() if step <= version for name in names)


def schema_tables_of(names: Collection[str], noted: Collection[str]) -> SchemaTables:
    """What a database with these tables is, whose record of its schema holds what is ``noted``."""
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
