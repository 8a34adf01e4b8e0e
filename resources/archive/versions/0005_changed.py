"""Which releases were saved since their words were indexed: a save need not wait for the index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "changed",
        sa.Column(
            "release",
            NUMBER,
            sa.ForeignKey("releases.number", ondelete="CASCADE"),
            primary_key=True,
        ),
    )
