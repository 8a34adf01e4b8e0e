"""The copies from before a change of the schema: the newest alone, for thirty days."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from repository_kit import HARVEST, Clock, OpenArchive
from sqlalchemy import Connection, text

from bnews_desk.archive.recovery import migration_backups
from bnews_desk.archive.repository import schema_migration
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.database_engines import make_engine, write_transaction
from bnews_desk.archive.repository.schema_migration import bring_up_to_date
from bnews_desk.archive.repository.schema_tables import HEAD

NEWEST = f"arsip-sebelum-{HEAD}.db"
STRANGERS = ("arsip-sebelum-pilkada.db", "arsip-lama-sebelum-0001.db", "arsip-sebelum-0001.db.txt")


@pytest.fixture
def path(tmp_path: Path, opened: OpenArchive) -> str:
    """An archive of an earlier schema, beside the copies of two changes before and other files."""
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    vault.add("a", HARVEST)
    with write_transaction(vault.engine) as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    vault.close()
    for name in ("arsip-sebelum-0001.db", "arsip-sebelum-0002.db", *STRANGERS):
        (tmp_path / name).write_text("salinan")
    return path


def migrate(path: str) -> None:
    engine = make_engine(path)
    try:
        bring_up_to_date(engine)
    finally:
        engine.dispose()


def names(path: str) -> set[str]:
    return {name for name in os.listdir(os.path.dirname(path)) if "-sebelum-" in name}


def test_a_change_leaves_the_newest_copy_alone(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(db: Connection) -> None:
        db.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})

    monkeypatch.setattr(schema_migration, "_migrate", changed)
    migrate(path)
    assert names(path) == {NEWEST, *STRANGERS}


def test_a_change_that_fails_costs_no_earlier_copy(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_db: object) -> None:
        raise RuntimeError

    before = names(path)
    monkeypatch.setattr(schema_migration, "_migrate", fail)
    with pytest.raises(RuntimeError):
        migrate(path)
    assert names(path) == {NEWEST, *before}

    def full(*_: object) -> None:
        raise ArchiveError("disk penuh")

    os.unlink(os.path.join(os.path.dirname(path), NEWEST))
    monkeypatch.setattr(migration_backups, "copy_to", full)
    with pytest.raises(ArchiveError):
        migrate(path)
    assert names(path) == before


def test_upkeep_keeps_the_newest_for_thirty_days(
    tmp_path: Path, opened: OpenArchive, clock: Clock
) -> None:
    vault = opened(str(tmp_path / "arsip.db"))
    half = f"{NEWEST}.0badcafe.tmp"
    for name in ("arsip-sebelum-0001.db", NEWEST, half, *STRANGERS):
        (tmp_path / name).write_text("salinan")
        os.utime(tmp_path / name, (clock(), clock()))
    recovered = [tmp_path / f"arsip.db.0badcafe.tmp{part}" for part in ("", "-wal")]
    for part in recovered:
        part.write_text("separuh")
        os.utime(part, (clock(), clock()))
    vault.thin_out()
    assert names(vault.path) == {NEWEST, half, *STRANGERS}
    assert all(part.exists() for part in recovered)
    clock.now += migration_backups.KEPT_SECONDS - 1
    vault.thin_out()
    assert not any(part.exists() for part in recovered)
    assert names(vault.path) == {NEWEST, *STRANGERS}
    clock.now += 2
    vault.thin_out()
    assert names(vault.path) == set(STRANGERS)
