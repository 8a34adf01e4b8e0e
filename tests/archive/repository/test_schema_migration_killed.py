"""Killed while it brings the schema up to date: the next one to open the archive finds it whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archive_move_kit import everything, fill
from repository_kit import OpenArchive
from sqlalchemy import inspect, text

from bnews_desk.archive.repository.database_engines import (
    make_engine,
    read_transaction,
    write_transaction,
)
from bnews_desk.archive.repository.schema_migration import schema_version
from bnews_desk.archive.repository.schema_tables import HEAD

ROUNDS = max(1, int(os.environ.get("BNEWS_DESK_FAULT_ROUNDS", "5")))
LATEST = 0.6
"""Seconds after which a migration of so small an archive is surely over."""
FIRST_SCHEMA = {
    *("alembic_version", "dismissals", "exports", "ignores", "meta", "originals", "photo_uses"),
    *("photos", "releases", "versions", "words", "search", "search_config", "search_content"),
    *("search_data", "search_docsize", "search_idx"),
}
MIGRATE = (
    "import sys\n"
    "from bnews_desk.archive.repository.schema_migration import bring_up_to_date\n"
    "from bnews_desk.archive.repository.database_engines import make_engine\n"
    "import alembic.command\n"
    "print('mulai', flush=True)\n"
    "bring_up_to_date(make_engine(sys.argv[1]))\n"
)


def make_old(path: str) -> None:
    """Take an archive back to its first schema."""
    engine = make_engine(path)
    with write_transaction(engine) as db:
        for table in set(inspect(db).get_table_names()) - FIRST_SCHEMA:
            db.execute(text(f"DROP TABLE {table}"))
        for index in ("originals_by_digest", "releases_in_brief"):
            db.execute(text(f"DROP INDEX {index}"))
        db.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_an_archive_whose_migration_was_killed_is_whole(
    seed: int, tmp_path: Path, opened: OpenArchive
) -> None:
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    fill(vault)
    before = everything(vault, tmp_path / "dahulu")
    vault.close()
    make_old(path)
    migrating = subprocess.Popen(
        [sys.executable, "-c", MIGRATE, path],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert migrating.stdout is not None
    migrating.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, LATEST) ** 2)  # noqa: S311
    migrating.kill()
    migrating.stdout.close()
    migrating.wait(20)
    again = opened(path)
    with read_transaction(again.engine) as db:
        assert schema_version(db) == HEAD
    assert everything(again, tmp_path / "kini") == before
    while again.index_duplicates():
        pass
    assert again.faults() == []
