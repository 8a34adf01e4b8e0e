"""The schema: made by its migrations alone, brought up to date when due, never written over."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from repository_kit import HARVEST, OpenArchive
from sqlalchemy import inspect, text

from bnews_desk.archive.repository import schema_migration
from bnews_desk.archive.repository.archive_errors import ArchiveError, NewerArchiveError
from bnews_desk.archive.repository.archive_tables import METADATA
from bnews_desk.archive.repository.database_engines import (
    make_engine,
    read_transaction,
    write_transaction,
)
from bnews_desk.archive.repository.schema_migration import bring_up_to_date
from bnews_desk.archive.repository.schema_tables import HEAD
from bnews_desk.paths import resource

SEARCH = {"search", "search_data", "search_idx", "search_content", "search_docsize"}
SEARCH |= {"search_config", "alembic_version"}


def test_the_migrations_make_the_tables_that_the_program_uses(
    address: str, opened: OpenArchive
) -> None:
    with read_transaction(opened(address)._engine) as db:
        context = MigrationContext.configure(
            db, opts={"include_name": lambda name, kind, _: kind != "table" or name not in SEARCH}
        )
        assert compare_metadata(context, METADATA) == []
        assert set(inspect(db).get_table_names()) - SEARCH == set(METADATA.tables)


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    assert ScriptDirectory(resource("archive")).get_current_head() == HEAD


def test_an_archive_of_a_later_version_is_not_touched(address: str, opened: OpenArchive) -> None:
    vault = opened(address)
    vault.add("a", HARVEST)
    with write_transaction(vault._engine) as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerArchiveError, match="lebih baru"):
        opened(address)


def test_another_programs_database_is_not_touched(tmp_path: Path, opened: OpenArchive) -> None:
    path = tmp_path / "lain.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE tamu (nama TEXT)")
    db.close()
    with pytest.raises(ArchiveError, match="program lain"):
        opened(str(path))
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT name FROM sqlite_schema").fetchall() == [("tamu",)]
    db.close()


def test_an_earlier_archive_is_copied_before_it_is_changed(
    tmp_path: Path, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    vault.add("a", HARVEST)
    with write_transaction(vault._engine) as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    def fail(_db: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(schema_migration, "_migrate", fail)
    engine = make_engine(path)
    with pytest.raises(RuntimeError):
        bring_up_to_date(engine)
    engine.dispose()
    copy = opened_copy(tmp_path / f"arsip-sebelum-{HEAD}.db")
    assert copy == [("a",)]


def opened_copy(path: Path) -> list[tuple[str]]:
    db = sqlite3.connect(path)
    try:
        return db.execute("SELECT key FROM releases").fetchall()
    finally:
        db.close()


def test_a_migration_that_fails_leaves_nothing_behind(
    address: str, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = schema_migration._migrate

    def fail(db: object) -> None:
        whole(db)  # type: ignore[arg-type]
        raise RuntimeError

    monkeypatch.setattr(schema_migration, "_migrate", fail)
    with pytest.raises(RuntimeError):
        opened(address)
    engine = make_engine(address)
    with read_transaction(engine) as db:
        assert inspect(db).get_table_names() == []
    engine.dispose()


def test_alembic_is_imported_only_where_a_migration_is_due(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from bnews_desk.archive.repository.open_archive import open_archive\n"
        "open_archive(sys.argv[1], None).close()\n"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "arsip.db")]
    said = [
        subprocess.run(
            command, capture_output=True, encoding="utf-8", check=True, timeout=60
        ).stdout
        for _ in range(2)
    ]
    assert said == ["True\n", "False\n"]


@pytest.mark.parametrize("damage", [b"bukan basis data" * 300, b"SQLite format 3\0" + b"x" * 4000])
def test_a_file_that_is_no_archive_is_said_in_one_sentence(
    damage: bytes, tmp_path: Path, opened: OpenArchive
) -> None:
    path = tmp_path / "arsip.db"
    path.write_bytes(damage)
    with pytest.raises(ArchiveError, match="rusak"):
        opened(str(path))
    assert path.read_bytes() == damage


@pytest.mark.posix("/proc")
@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="a folder even root cannot write")
def test_a_folder_that_may_not_be_written_is_said(opened: OpenArchive) -> None:
    with pytest.raises(ArchiveError, match="izin"):
        opened("/proc/arsip.db")
    with pytest.raises(ArchiveError, match="izin"):
        opened("/proc/arsip/arsip.db")


def test_a_server_that_does_not_answer_is_said(opened: OpenArchive) -> None:
    with pytest.raises(ArchiveError, match="tidak ada server") as caught:
        opened("postgresql://saya:rahasia@127.0.0.1:1/arsip")
    assert "rahasia" not in str(caught.value)


def test_an_address_that_is_none_is_said(opened: OpenArchive) -> None:
    with pytest.raises(ArchiveError, match="postgresql://nama@server/arsip"):
        opened("postgresql://server:bukan-angka/arsip")
