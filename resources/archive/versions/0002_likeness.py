"""What finds copies of a release: the buckets that each falls into, filled in the background."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the two tables; the releases that are there already get their rows later."""
    op.create_table(
        "likeness",
        sa.Column(
            "release",
            NUMBER,
            sa.ForeignKey("releases.number", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("original", sa.LargeBinary, nullable=False),
        sa.Column("present", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "likeness_buckets",
        sa.Column("bucket", sa.Integer, primary_key=True),
        sa.Column("release", NUMBER, primary_key=True),
        sqlite_with_rowid=False,
    )
