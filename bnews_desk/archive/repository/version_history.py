"""Reads and writes the versions of releases inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, delete, func, insert, select

from bnews_desk.archive.repository.archive_errors import UnknownReleaseError
from bnews_desk.archive.repository.archive_tables import VERSIONS
from bnews_desk.archive.repository.archive_values import Reason, Version
from bnews_desk.archive.repository.database_engines import (
    let_other_writers_in,
    read_transaction,
    write_transaction,
)
from bnews_desk.archive.repository.version_retention import is_version_due, superfluous_versions
from bnews_desk.release import Release
from bnews_desk.release_json import release_from_json

_AT_ONCE = 500
"""Versions deleted in one transaction."""
_LATE_SECONDS = 86_400.0
"""A version may reach the archive from an outbox this much later than it was made; anything later
means a clock that was set back.
"""
_ASKED_FOR: frozenset[Reason] = frozenset({"rapikan", "ekspor"})
"""Reasons of versions that a desk delivers late, after it was cut off from the archive."""
_TOO_MANY = 2**63
"""A number greater than any in a database."""


def keep_version(db: Connection, number: int, content: bytes, reason: Reason, now: float) -> None:
    """Keep a content as a version; nothing where the last version is equal."""
    latest = (
        select(VERSIONS.c.content)
        .where(VERSIONS.c.release == number)
        .order_by(VERSIONS.c.number.desc())
        .limit(1)
    )
    last = db.scalar(latest)
    if last is None or bytes(last) != content or reason == "ekspor":
        row = {"release": number, "made": now, "reason": reason, "content": content}
        db.execute(insert(VERSIONS).values(row))


def has_version(db: Connection, number: int, reason: Reason, made: float) -> bool:
    """Whether a version of that reason was made at exactly that time."""
    wanted = select(VERSIONS.c.number).where(
        VERSIONS.c.release == number, VERSIONS.c.made == made, VERSIONS.c.reason == reason
    )
    return db.scalar(wanted.limit(1)) is not None


def keep_version_if_due(db: Connection, number: int, content: bytes, now: float) -> bool:
    """Keep a content as a version where enough time has passed since the last; returns whether it
    was.
    """
    latest = (
        select(VERSIONS.c.made)
        .where(VERSIONS.c.release == number)
        .order_by(VERSIONS.c.number.desc())
        .limit(1)
    )
    is_wanted = is_version_due(db.scalar(latest), now)
    if is_wanted:
        keep_version(db, number, content, "berkala", now)
    return is_wanted


def versions_of(db: Connection, number: int) -> list[Version]:
    """The versions of a release, oldest first; one that was delivered late is sorted by when it was
    made.
    """
    wanted = (
        select(VERSIONS.c.number, VERSIONS.c.made, VERSIONS.c.reason)
        .where(VERSIONS.c.release == number)
        .order_by(VERSIONS.c.number)
    )
    ordered: list[Version] = []
    for version in (Version(*row) for row in db.execute(wanted)):
        place = len(ordered)
        if version.reason in _ASKED_FOR:
            while place and _is_made_before(version, ordered[place - 1]):
                place -= 1
        ordered.insert(place, version)
    return ordered


def _is_made_before(late: Version, other: Version) -> bool:
    """Whether a version that was added after another was made before it."""
    return other.reason != "impor" and 0 < other.made - late.made < _LATE_SECONDS


def release_in(db: Connection, number: int, version: int) -> Release:
    """The state of a release in one of its versions.

    Raises ``UnknownReleaseError``.
    """
    wanted = select(VERSIONS.c.content).where(
        VERSIONS.c.release == number, VERSIONS.c.number == version
    )
    content = db.scalar(wanted) if abs(version) < _TOO_MANY else None
    if content is None:
        raise UnknownReleaseError(
            f"Naskah ini tidak punya versi {version}; lihat daftarnya dengan archive show."
        )
    return release_from_json(bytes(content))


def thin_out_versions(engine: Engine, now: float) -> None:
    """Delete the versions that ``superfluous_versions`` names.

    Some releases at a time, so that others may write meanwhile.
    """
    crowded = select(VERSIONS.c.release).group_by(VERSIONS.c.release).having(func.count() > 2)
    with read_transaction(engine) as db:
        numbers = list(db.scalars(crowded))
        gone = [
            one for number in numbers for one in superfluous_versions(versions_of(db, number), now)
        ]
    for first in range(0, len(gone), _AT_ONCE):
        if first:
            let_other_writers_in()
        with write_transaction(engine) as db:
            _forget(db, gone[first : first + _AT_ONCE])


def _forget(db: Connection, numbers: Iterable[int]) -> None:
    for number in numbers:
        db.execute(delete(VERSIONS).where(VERSIONS.c.number == number))
