"""Named facts about the archive itself in the table ``meta``, inside one transaction."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from bnews_desk.archive.repository.archive_tables import META

ANALYSER = "analyser"
"""The version of the affix analyser whose roots are in the index."""
REINDEXING = "reindexing"
"""Down to which release, and for which version, the index has been rebuilt; missing while no
rebuild is under way.
"""
IDENTITY = "identity"
"""The identity of an archive that was moved; missing where it never was."""
FILLING_BY = "filling-by"
"""The identity of the archive that is being moved into this one."""
FILLED_BY = "filled-by"
"""The identity of the archive that was moved into this one."""
ABOUT_A_MOVE = (ANALYSER, REINDEXING, IDENTITY, FILLING_BY, FILLED_BY)
"""Facts that belong to each archive and are never moved."""


def read_metadata(db: Connection, name: str) -> str | None:
    """The value stored under a name, None where there is none."""
    return db.scalar(select(META.c.value).where(META.c.name == name))


def write_metadata(db: Connection, name: str, value: str) -> None:
    """Store a value under a name, replacing any earlier one."""
    changed = update(META).where(META.c.name == name).values(value=value)
    if not db.execute(changed).rowcount:
        db.execute(insert(META).values(name=name, value=value))


def delete_metadata(db: Connection, name: str) -> None:
    """Delete the value stored under a name."""
    db.execute(delete(META).where(META.c.name == name))
