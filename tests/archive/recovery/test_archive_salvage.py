"""What a damaged archive has beyond its newest copy comes back, and none of it unproven."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from repository_kit import (
    FLOOD,
    HARVEST,
    ODD,
    ORIGINAL,
    PHOTO,
    PHOTO_DIGEST,
    ROAD,
    START,
    Clock,
    reader,
)

from bnews_desk.archive.recovery import archive_salvage, damaged_tables
from bnews_desk.archive.recovery.archive_recovery import ArchiveRecovery, OpenedArchive
from bnews_desk.archive.recovery.archive_salvage import salvage_archive
from bnews_desk.archive.recovery.backups import make_backup
from bnews_desk.archive.recovery.damaged_tables import DamagedTables
from bnews_desk.archive.repository.archive_values import (
    DismissedProposal,
    ExportRecord,
    ReleaseFilter,
    ResultPage,
)
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.folder_export import export_archive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.release import Release

PAGE = 4096
DAY = 86_400.0
_ALL = ResultPage(1_000)
OTHERS = [
    Release.of(f"Warga Desa {number} Bergotong Royong", [f"Kegiatan ke-{number}. " * 60])
    for number in range(40)
]
"""So many that tables have more than one page."""
Damage = Callable[[Path], None]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive as it was before it was damaged, and a copy of the day before."""
    folder = tmp_path_factory.mktemp("arsip")
    path, clock = str(folder / "arsip.db"), Clock()
    with contextlib.closing(open_archive(path, reader(), clock)) as vault:
        vault.add("a", HARVEST)
        vault.add("b", ROAD)
        for number, release in enumerate(OTHERS[:20]):
            vault.add(f"lama-{number}", release)
        clock.now += 60.0
        vault.save(vault.get("a")._replace(release=ROAD))
        make_backup(path, date(2024, 11, 12))
        clock.now += DAY
        for number, release in enumerate(OTHERS[20:]):
            vault.add(f"baru-{number}", release)
        _work_on(vault, clock)
    return folder


def _work_on(vault: DatabaseArchive, clock: Clock) -> None:
    """What happens on the day after the copy."""
    record = vault.get("a")
    vault.save(record._replace(release=FLOOD, status="siap", address="https://b-news.example/1"))
    vault.add("c", ODD, ORIGINAL, {PHOTO_DIGEST: PHOTO})
    clock.now += 700.0
    vault.save(vault.get("c")._replace(release=ROAD, status="tayang"))
    vault.note_export("c", ExportRecord(clock.now, "docx", "Jalan \udcff.docx", 2))
    vault.keep_version("b", "rapikan", FLOOD, clock.now)
    vault.note_export("b", ExportRecord(clock.now, "txt", "Jalan.txt", 1))
    vault.dismiss("b", DismissedProposal("related", "c"))


@pytest.fixture
def path(left: Path, tmp_path: Path) -> Path:
    shutil.copytree(left, tmp_path / "meja")
    return tmp_path / "meja" / "arsip.db"


@pytest.fixture
def recovered(path: Path) -> Iterator[Callable[[], OpenedArchive]]:
    """Opens the archive at ``path`` two days later; closed behind the test."""
    with contextlib.ExitStack() as stack:

        def recover() -> OpenedArchive:
            clock = Clock()
            clock.now += 2 * DAY
            opened = ArchiveRecovery(str(path), reader(), lambda: True, clock).open()
            stack.callback(opened.vault.close)
            return opened

        yield recover


def overwrite(path: Path, page: int, data: bytes = b"\x5a" * PAGE) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(data)


def root_of(path: Path, name: str) -> int:
    """The page at which a table or an index begins."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        asked = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return int(db.execute(asked, (name,)).fetchone()[0])


def put_in_bin(path: Path, *keys: str) -> None:
    """Have releases lie in the bin since long ago."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executemany("UPDATE releases SET deleted = 1.0 WHERE key = ?", [(key,) for key in keys])
        db.commit()


def everything(vault: DatabaseArchive, folder: Path) -> list[str]:
    for _ in export_archive(vault, str(folder)):
        pass
    return sorted((folder / "arsip.jsonl").read_text().splitlines())


def _without_restored(line: str) -> str:
    """A line of an export without the versions that were kept as another took their place."""
    value = json.loads(line)
    value["versions"] = [one for one in value["versions"] if one["reason"] != "pulih"]
    return json.dumps(value, separators=(",", ":"))


def first_page(path: Path) -> None:
    overwrite(path, 1)


def an_index(path: Path) -> None:
    overwrite(path, root_of(path, "releases_by_day"))


@pytest.mark.parametrize("damage", [first_page, an_index])
def test_where_every_row_can_be_read_all_is_as_it_was(
    damage: Damage, left: Path, path: Path, tmp_path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    whole = tmp_path / "utuh"
    shutil.copytree(left, whole)
    with contextlib.closing(open_archive(str(whole / "arsip.db"), reader())) as vault:
        wanted = everything(vault, tmp_path / "dulu")
    damage(path)
    opened = recovered()
    assert "dibuka, lengkap dengan 22 naskah yang lebih baru" in opened.notice
    found = everything(opened.vault, tmp_path / "kini")
    (former,), (now,) = set(wanted) - set(found), set(found) - set(wanted)
    assert (former[:30], _without_restored(now)) == (now[:30], former)
    record = opened.vault.get("a")
    assert (record.release, record.status, record.revision) == (FLOOD, "siap", 3)
    assert record.address == "https://b-news.example/1"
    texts = [opened.vault.version("a", one.number) for one in opened.vault.versions("a")]
    assert texts == [HARVEST, ROAD, FLOOD], "what the copy had stays as a version"
    assert opened.vault.faults() == []


def test_a_table_that_is_gone_costs_no_more_than_what_was_in_it(
    path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    overwrite(path, root_of(path, "versions"))
    vault = recovered().vault
    assert vault.get("c").release == ROAD
    assert vault.original("c") == ORIGINAL
    assert [one.name for one in vault.exports("c")] == ["Jalan \udcff.docx"]
    assert vault.dismissals("b") == {DismissedProposal("related", "c")}
    assert vault.faults() == []


def test_without_its_releases_the_copy_is_what_there_is(
    path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    overwrite(path, root_of(path, "releases"))
    opened = recovered()
    assert "naskah yang lebih baru diambil dari meja ini" in opened.notice
    assert len(opened.vault.list_releases()) == 22
    assert opened.vault.get("a").release == ROAD
    (*_, late) = opened.vault.versions("b")
    assert opened.vault.version("b", late.number) == FLOOD, "versions of it are not lost"


def test_without_any_copy_what_can_be_read_is_the_beginning(
    path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    shutil.rmtree(path.parent / "cadangan")
    an_index(path)
    opened = recovered()
    assert "arsip baru dimulai dengan 43 naskah dari berkas rusak itu" in opened.notice
    assert opened.vault.get("c").release == ROAD
    assert opened.vault.original("c") == ORIGINAL


def test_pages_overwritten_at_random_bring_nothing_that_was_never_there(
    left: Path, tmp_path: Path
) -> None:
    dice = random.Random(11)  # noqa: S311
    pages = (left / "arsip.db").stat().st_size // PAGE
    texts = {release.text for release in (HARVEST, ROAD, FLOOD, ODD, *OTHERS)}
    brought = 0
    for round_ in range(6):
        folder = tmp_path / str(round_)
        shutil.copytree(left, folder)
        for page in dice.sample(range(1, pages + 1), 1 + 4 * round_):
            overwrite(folder / "arsip.db", page, dice.randbytes(PAGE))
        opened = ArchiveRecovery(str(folder / "arsip.db"), reader(), lambda: True, Clock()).open()
        with contextlib.closing(opened.vault) as vault:
            keys = [one.key for one in vault.list_releases(page=_ALL)]
            assert {vault.get(key).release.text for key in keys} <= texts
            assert {"a", "b", *(f"lama-{number}" for number in range(20))} <= set(keys)
            assert vault.faults() == []
            brought += len(keys) - 22
        assert not list(folder.glob("*.tmp*"))
    assert brought > 60, "of the 21 that were new, in each of six rounds"


def test_a_row_that_is_not_what_it_says_is_not_believed(
    path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        for key, change in {
            "c": "headline = 'Judul lain'",
            "baru-1": "content = x'7b7d'",
            "baru-2": "revision = 'dua'",
            "baru-3": "key = '../../kunci'",
            "baru-4": "created = 'kapan'",
            "baru-5": "address = x'ff'",
        }.items():
            db.execute(f"UPDATE releases SET {change} WHERE key = ?", (key,))  # noqa: S608
        db.commit()
    an_index(path)
    vault = recovered().vault
    found = vault.summaries(["c", *(f"baru-{number}" for number in range(7))])
    assert vault.get("c").release == ROAD, "its newest version is"
    assert vault.get("c").status == "baru"
    assert {"baru-0", "baru-1", "baru-4", "baru-5", "baru-6"} <= set(found)
    assert not {"baru-2", "baru-3"} & set(found)
    assert vault.faults() == []


def test_two_rows_of_one_release_hold_up_no_other(
    path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    path.write_bytes(path.read_bytes().replace(b"baru-6", b"baru-5"))
    an_index(path)
    vault = recovered().vault
    there = vault.summaries([f"baru-{number}" for number in range(20)])
    assert len(there) == 19
    texts = {vault.version("baru-5", one.number).text for one in vault.versions("baru-5")}
    assert texts == {OTHERS[25].text, OTHERS[26].text}
    assert vault.faults() == []


def test_what_lay_in_the_bin_stays_there_for_its_days_anew(
    path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    put_in_bin(path, "baru-1")
    an_index(path)
    (found,) = recovered().vault.list_releases(ReleaseFilter(in_bin=True))
    assert (found.key, found.deleted) == ("baru-1", START + 2 * DAY)


def test_what_went_into_the_bin_since_the_copy_lies_there_and_what_came_out_does_not(
    path: Path, recovered: Callable[[], OpenedArchive]
) -> None:
    (copy,) = (path.parent / "cadangan").iterdir()
    put_in_bin(copy, "lama-1", "a")
    put_in_bin(path, "lama-2")
    an_index(path)
    (found,) = recovered().vault.list_releases(ReleaseFilter(in_bin=True))
    assert (found.key, found.deleted) == ("lama-2", START + 2 * DAY)


def test_a_wrong_number_hides_no_row_behind_it(tmp_path: Path) -> None:
    path, keys = tmp_path / "arsip.db", [f"kunci-{number:04}" for number in range(1, 1001)]
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE releases (number INTEGER PRIMARY KEY, key TEXT)")
        db.executemany("INSERT INTO releases (key) VALUES (?)", [(key,) for key in keys])
        db.commit()
    data = path.read_bytes()
    at = data.index(b"kunci-0300") - 5  # a row's number stands before a header of three bytes
    assert data[at : at + 2] == b"\x82\x2c"
    path.write_bytes(data[:at] + b"\x8a" + data[at + 1 :])  # 1324 where it was 300
    with contextlib.closing(sqlite3.connect(path)) as db:
        found = [key for _, key in DamagedTables(db).rows("releases", "key")]
    assert found == keys


def test_the_log_is_read_too_and_the_damaged_file_stays_as_it_was(
    path: Path, tmp_path: Path
) -> None:
    killed, target = tmp_path / "arsip.db", tmp_path / "cadangan.db"
    with contextlib.closing(open_archive(str(path), reader())) as vault:
        vault.add("d", HARVEST)
        for part in ("", "-wal"):
            shutil.copyfile(f"{path}{part}", f"{killed}{part}")
    overwrite(killed, root_of(path, "exports"))
    (copy,) = (path.parent / "cadangan").iterdir()
    shutil.copyfile(copy, target)
    before = {part: Path(f"{killed}{part}").read_bytes() for part in ("", "-wal")}
    assert "d" in salvage_archive(str(killed), str(target), reader(), Clock())
    assert {part: Path(f"{killed}{part}").read_bytes() for part in before} == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [
        *("arsip.db", "arsip.db-wal", "cadangan.db"),
    ]
    with contextlib.closing(open_archive(str(target), reader())) as vault:
        assert vault.get("d").release == HARVEST


def test_every_row_that_can_be_read_alone_is_read_among_all(
    left: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(damaged_tables, "MISSES", 100)
    dice = random.Random(5)  # noqa: S311
    pages = (left / "arsip.db").stat().st_size // PAGE
    wreck, lost = tmp_path / "arsip.db", 0
    for _ in range(8):
        shutil.copyfile(left / "arsip.db", wreck)
        roots = {root_of(wreck, "releases"), 1}
        for page in dice.sample(sorted({*range(1, pages + 1)} - roots), 40):
            overwrite(wreck, page, dice.randbytes(PAGE))
        with contextlib.closing(sqlite3.connect(wreck)) as db:
            one_by_one = DamagedTables(db)
            alone = {n for n in range(1, 60) if one_by_one.row("releases", n, "key") is not None}
            found = [number for number, _ in one_by_one.rows("releases", "key")]
        assert found == sorted(alone)
        lost += 43 - len(found)
    assert lost > 40


LOCK = () if sys.platform == "win32" else ("arsip.db.pemulihan",)
"""The file by which programs wait for each other: removed behind it on Windows."""


def test_what_is_broken_off_leaves_the_damaged_file_where_it_was_and_begins_again(
    path: Path, recovered: Callable[[], OpenedArchive], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_vault: DatabaseArchive, _key: str, _made: object) -> None:
        raise KeyboardInterrupt

    an_index(path)
    before = path.read_bytes()
    with monkeypatch.context() as ended:
        ended.setattr(DatabaseArchive, "note_export", interrupt)  # behind all releases
        with pytest.raises(KeyboardInterrupt):
            recovered()
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir() if one.is_file()) == ["arsip.db", *LOCK]
    assert "lengkap dengan 22 naskah" in recovered().notice


def test_a_wreck_is_not_read_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        assert len(list(DamagedTables(db).rows("releases", "key"))) == 43
        monkeypatch.setattr(damaged_tables, "SECONDS", -1.0)
        assert list(DamagedTables(db).rows("releases", "key")) == []


def test_a_disk_without_room_for_it_opens_the_copy_all_the_same(
    path: Path, recovered: Callable[[], OpenedArchive], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_damaged: str, _donor: str) -> object:
        raise OSError(28, os.strerror(28))

    first_page(path)
    monkeypatch.setattr(archive_salvage, "open_damaged_tables", full)
    opened = recovered()
    assert len(opened.vault.list_releases()) == 22
    assert "lengkap" not in opened.notice
