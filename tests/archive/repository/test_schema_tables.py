"""An archive that has lost something is told from an empty one and from another program's."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from repository_kit import HARVEST, OpenArchive, reader
from sqlalchemy import Connection, inspect, text

from bnews_desk.archive.recovery.archive_file_check import is_sound
from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery
from bnews_desk.archive.recovery.backups import make_backup
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    DamagedArchiveError,
    MissingArchiveError,
)
from bnews_desk.archive.repository.archive_tables import METADATA
from bnews_desk.archive.repository.database_engines import (
    make_engine,
    read_transaction,
    write_transaction,
)
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.repository.schema_tables import HEAD, schema_tables_of, tables_of

Damage = Callable[[Connection], None]


def running(*statements: str) -> Damage:
    def act(db: Connection) -> None:
        for statement in statements:
            db.execute(text(statement))

    return act


DAMAGES = [
    (running("DELETE FROM alembic_version"), "catatan susunannya hilang"),
    (running("INSERT INTO alembic_version VALUES ('0001')"), "catatan susunannya hilang"),
    (running("UPDATE alembic_version SET version_num = '5f3a0c1d'"), "catatan susunannya hilang"),
    (running("DROP TABLE alembic_version"), "catatan susunannya hilang"),
    (running("DROP TABLE words"), "tabel words tidak ada"),
    (running("DROP TABLE search", "DROP TABLE changed"), "tabel changed, search tidak ada"),
    (
        running(*(f"DROP TABLE {t}" for t in ("exports", "ignores", "likeness", "meta", "words"))),
        "tabel exports, ignores, likeness, meta, words tidak ada",
    ),
]


def tables(address: str) -> set[str]:
    engine = make_engine(address)
    with read_transaction(engine) as db:
        names = set(inspect(db).get_table_names())
    engine.dispose()
    return names


@pytest.mark.parametrize(("damage", "lacks"), DAMAGES)
def test_what_is_not_whole_is_said_and_left(
    damage: Damage, lacks: str, address: str, opened: OpenArchive
) -> None:
    vault = opened(address)
    vault.add("a", HARVEST)
    with write_transaction(vault.engine) as db:
        damage(db)
    vault.close()
    before = tables(address)
    with pytest.raises(DamagedArchiveError) as caught:
        opened(address)
    assert lacks in str(caught.value)
    assert ("pg_dump" in str(caught.value)) is address.startswith("postgresql")
    assert tables(address) == before


@pytest.mark.parametrize(("damage", "lacks"), DAMAGES)
def test_an_embedded_one_is_its_newest_copy_again(
    damage: Damage, lacks: str, tmp_path: Path, opened: OpenArchive
) -> None:
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    vault.add("a", HARVEST)
    make_backup(path, date(2024, 11, 12))
    with write_transaction(vault.engine) as db:
        damage(db)
    vault.close()
    assert not is_sound(path), lacks
    with pytest.raises(DamagedArchiveError):
        make_backup(path, date(2024, 11, 13))
    again = ArchiveRecovery(path, reader()).open()
    assert "cadangan 12/11/2024 dibuka" in again.notice
    assert again.vault.get("a").release == HARVEST
    again.vault.close()
    assert len(list(tmp_path.glob("arsip-rusak-*.db"))) == 1


def test_what_who_has_no_desk_finds_damaged_stays_as_it_is(
    tmp_path: Path, opened: OpenArchive
) -> None:
    path = tmp_path / "arsip.db"
    vault = opened(str(path))
    make_backup(str(path), date(2024, 11, 12))
    vault.close()
    (tmp_path / "cadangan" / "arsip-2024-11-12.db").write_bytes(b"kosong")
    path.write_bytes(b"rusak" * 5_000)
    with pytest.raises(DamagedArchiveError, match="belum ada cadangan yang utuh"):
        ArchiveRecovery(str(path), reader(), has_desk=False).open()
    assert path.read_bytes() == b"rusak" * 5_000
    assert sorted(os.listdir(tmp_path / "cadangan")) == ["arsip-2024-11-12.db"]


def test_the_record_of_the_schema_alone_is_an_empty_database(
    address: str, opened: OpenArchive
) -> None:
    """As it stays where tables were made one by one and only the first came about."""
    engine = make_engine(address)
    if engine.url.database and not address.startswith("postgresql"):
        Path(address).parent.mkdir()
    with write_transaction(engine) as db:
        db.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    engine.dispose()
    vault = opened(address)
    vault.add("a", HARVEST)
    assert vault.faults() == []


@pytest.mark.parametrize(
    "made",
    [
        running("CREATE TABLE releases (artist TEXT)", "CREATE TABLE words (word TEXT)"),
        running(
            "CREATE TABLE users (name TEXT)",
            "CREATE TABLE alembic_version (version_num TEXT)",
            "INSERT INTO alembic_version VALUES ('0003')",
        ),
        running(
            "CREATE TABLE alembic_version (version_num TEXT)",
            "INSERT INTO alembic_version VALUES ('ae1027a6acf')",
        ),
    ],
)
def test_another_programs_database_is_told_from_a_damaged_archive(
    made: Damage, address: str, opened: OpenArchive
) -> None:
    engine = make_engine(address)
    if not address.startswith("postgresql"):
        Path(address).parent.mkdir()
    with write_transaction(engine) as db:
        made(db)
    engine.dispose()
    before = tables(address)
    with pytest.raises(ArchiveError, match="milik program lain") as caught:
        opened(address)
    assert not isinstance(caught.value, DamagedArchiveError)
    assert tables(address) == before


def test_an_empty_database_is_no_archive_for_who_only_asks(address: str) -> None:
    with pytest.raises(MissingArchiveError, match="Belum ada arsip"):
        open_archive(address, reader(), may_begin=False)
    if address.startswith("postgresql"):
        assert tables(address) == set()
    else:
        assert not Path(address).parent.exists()


def test_the_tables_are_those_that_the_program_uses() -> None:
    assert tables_of(HEAD) == {*METADATA.tables, "search"}
    assert "changed" not in tables_of("0004")


def test_a_later_version_may_have_other_tables() -> None:
    assert schema_tables_of(tables_of("0001"), ["0099"]).kind == "newer"


def test_a_check_finds_columns_and_indexes_that_are_missing(
    address: str, opened: OpenArchive
) -> None:
    vault = opened(address)
    vault.add("a", HARVEST)
    with write_transaction(vault.engine) as db:
        db.execute(text("DROP INDEX releases_by_day"))
        db.execute(text("ALTER TABLE originals RENAME COLUMN received TO diterima"))
    assert vault.faults()[:2] == [
        "Tabel “originals” tidak punya kolom received; pulihkan cadangan terbaru.",
        "Tabel “releases” tidak punya indeks releases_by_day; pulihkan cadangan terbaru.",
    ]
