"""The tables of the archive, as its newest migration leaves them (``resources/archive``)."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()
_NUMBER = BigInteger().with_variant(Integer, "sqlite")


def _of_a_release(*, is_key: bool = False) -> Column[int]:
    target = ForeignKey("releases.number", ondelete="CASCADE")
    return Column("release", _NUMBER, target, nullable=False, primary_key=is_key)


RELEASES = Table(
    "releases",
    METADATA,
    Column("number", _NUMBER, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("opening", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("initials", Text, nullable=False),
    Column("editor", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("details", JSON, nullable=False),
    Column("address", Text, nullable=False),
    Column("created", Double, nullable=False),
    Column("changed", Double, nullable=False),
    Column("deleted", Double),
    Column("content", LargeBinary, nullable=False),
    CheckConstraint("status IN ('baru', 'disunting', 'siap', 'tayang')", "status_known"),
    Index("releases_by_status", "status", "number"),
    Index("releases_by_day", "day", "number"),
    Index("releases_in_bin", "deleted"),
    Index("releases_in_brief", "number", "deleted", "status", "day"),
)
"""One row a release; ``content`` is authoritative, the columns of its frame are derived from it."""

ORIGINALS = Table(
    "originals",
    METADATA,
    _of_a_release(is_key=True),
    Column("received", Double, nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("originals_by_digest", "digest"),
)
"""The file a release was imported from; a trigger forbids changing one."""

VERSIONS = Table(
    "versions",
    METADATA,
    Column("number", _NUMBER, primary_key=True),
    _of_a_release(),
    Column("made", Double, nullable=False),
    Column("reason", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("versions_of_release", "release", "number"),
)

PHOTOS = Table(
    "photos",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("added", Double, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

PHOTO_USES = Table(
    "photo_uses",
    METADATA,
    _of_a_release(is_key=True),
    Column("digest", Text, primary_key=True),
    Index("photo_uses_of_photo", "digest"),
)
"""The photos that a release or one of its versions has used."""

EXPORTS = Table(
    "exports",
    METADATA,
    Column("number", _NUMBER, primary_key=True),
    _of_a_release(),
    Column("made", Double, nullable=False),
    Column("format", Text, nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("exports_of_release", "release", "number"),
)

DISMISSALS = Table(
    "dismissals",
    METADATA,
    _of_a_release(is_key=True),
    Column("kind", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
)

IGNORES = Table(
    "ignores",
    METADATA,
    Column("rule", Text, primary_key=True),
    Column("text", Text, primary_key=True),
)

WORDS = Table("words", METADATA, Column("word", Text, primary_key=True))

META = Table(
    "meta", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)
"""Facts about the archive itself, such as the version of the analyser its index was made with."""

LIKENESS = Table(
    "likeness",
    METADATA,
    _of_a_release(is_key=True),
    Column("version", Text, nullable=False),
    Column("original", LargeBinary, nullable=False),
    Column("present", LargeBinary, nullable=False),
)
"""The fingerprint buckets of a release on arrival and at present, with the version that made them.
"""

BUCKETS = Table(
    "likeness_buckets",
    METADATA,
    Column("bucket", Integer, primary_key=True),
    Column("release", _NUMBER, primary_key=True),
    sqlite_with_rowid=False,
)
"""The releases of each bucket. A release's rows are deleted before it: a foreign key to
``releases`` would need a second index as large as the table.
"""

CHANGED = Table("changed", METADATA, _of_a_release(is_key=True))
"""Releases that were saved since they were last indexed; the next search indexes them first."""
