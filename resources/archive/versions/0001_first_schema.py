"""The first schema: releases, what hangs on them, the index of their words.

Times are seconds since 1970. Contents, names of files and receipts are bytes, so that any text
fits, lone surrogates and NUL included; what lists show stands beside them as plain text.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make every table of an empty database."""
    _releases()
    _what_hangs_on_them()
    _what_the_newsroom_decided()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _releases() -> None:
    op.create_table(
        "releases",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("opening", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("initials", sa.Text, nullable=False),
        sa.Column("editor", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("created", sa.Double, nullable=False),
        sa.Column("changed", sa.Double, nullable=False),
        sa.Column("deleted", sa.Double),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.CheckConstraint("status IN ('baru', 'disunting', 'siap', 'tayang')", "status_known"),
    )
    op.create_index("releases_by_status", "releases", ["status", "number"])
    op.create_index("releases_by_day", "releases", ["day", "number"])
    op.create_index("releases_in_bin", "releases", ["deleted"])


def _of_a_release(**options: bool) -> sa.Column[int]:
    target = sa.ForeignKey("releases.number", ondelete="CASCADE")
    return sa.Column("release", NUMBER, target, nullable=False, **options)


def _what_hangs_on_them() -> None:
    op.create_table(
        "originals",
        _of_a_release(primary_key=True),
        sa.Column("received", sa.Double, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("receipt", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("number", NUMBER, primary_key=True),
        _of_a_release(),
        sa.Column("made", sa.Double, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("versions_of_release", "versions", ["release", "number"])
    op.create_table(
        "photos",
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("added", sa.Double, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "photo_uses",
        _of_a_release(primary_key=True),
        sa.Column("digest", sa.Text, primary_key=True),
    )
    op.create_index("photo_uses_of_photo", "photo_uses", ["digest"])
    op.create_table(
        "exports",
        sa.Column("number", NUMBER, primary_key=True),
        _of_a_release(),
        sa.Column("made", sa.Double, nullable=False),
        sa.Column("format", sa.Text, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("exports_of_release", "exports", ["release", "number"])
    op.create_table(
        "dismissals",
        _of_a_release(primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("subject", sa.Text, primary_key=True),
    )


def _what_the_newsroom_decided() -> None:
    op.create_table(
        "ignores",
        sa.Column("rule", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, primary_key=True),
    )
    op.create_table("words", sa.Column("word", sa.Text, primary_key=True))
    op.create_table(
        "meta",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "head_words, body_words, head_roots, body_roots, place, source, editor,"
        " tokenize = 'ascii', prefix = '2 3 4')"
    )
    op.execute(
        "CREATE TRIGGER originals_stay BEFORE UPDATE ON originals"
        " BEGIN SELECT RAISE(ABORT, 'an original never changes'); END"
    )


def _postgresql() -> None:
    op.execute(
        "CREATE TABLE search (release BIGINT PRIMARY KEY REFERENCES releases (number)"
        " ON DELETE CASCADE, vector TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX search_by_word ON search USING gin (vector)")
    op.execute(
        "CREATE FUNCTION original_stays() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'an original never changes'; END $$"
    )
    op.execute(
        "CREATE TRIGGER originals_stay BEFORE UPDATE ON originals"
        " FOR EACH ROW EXECUTE FUNCTION original_stays()"
    )
