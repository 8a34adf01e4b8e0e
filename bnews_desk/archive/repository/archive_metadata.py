"""What an archive says of itself: named facts in ``meta``, inside one transaction."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from bnews_desk.archive.repository.archive_tables import META

ANALYSER = "analyser"
"""The version of the analyser whose roots the index holds."""
REINDEXING = "reindexing"
"""Down to which release, and for which version, the index is made anew; none where it is not."""
IDENTITY = "identity"
"""By what an archive that was moved is known; none where it never was."""
FILLING_BY = "filling-by"
"""The identity of the archive that is being moved here."""
FILLED_BY = "filled-by"
"""The identity of the archive that was moved here."""
ABOUT_A_MOVE = (ANALYSER, REINDEXING, IDENTITY, FILLING_BY, FILLED_BY)
"""Facts that are each archive's own and are never moved."""


def read_metadata(db: Connection, name: str) -> str | None:
    """What is noted under a name, None where nothing is."""
    return db.scalar(select(META.c.value).where(META.c.name == name))


def write_metadata(db: Connection, name: str, value: str) -> None:
    """Note something under a name, in place of what was."""
    changed = update(META).where(META.c.name == name).values(value=value)
    if not db.execute(changed).rowcount:
        db.execute(insert(META).values(name=name, value=value))


def delete_metadata(db: Connection, name: str) -> None:
    """Note nothing under a name."""
    db.execute(delete(META).where(META.c.name == name))
