"""Whether a file has come in before is asked of thousands of files at a time."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Index the originals by their digest."""
    op.create_index("originals_by_digest", "originals", ["digest"])
