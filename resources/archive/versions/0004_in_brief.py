"""What lists and searches ask of every release, side by side: rows of releases are wide.

On PostgreSQL vectors are kept as they are: to unpack one takes longer than to read it.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the index."""
    op.create_index("releases_in_brief", "releases", ["number", "deleted", "status", "day"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE search ALTER COLUMN vector SET STORAGE EXTERNAL")
