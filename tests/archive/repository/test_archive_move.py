"""An archive moved to PostgreSQL: all of it, or it is said what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_move_kit import FEW_ROWS, everything, fill
from repository_kit import FLOOD, HARVEST, ORIGINAL, ROAD, Clock, OpenArchive, reader
from sqlalchemy import text

from bnews_desk.archive.repository import archive_move, table_copy
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_move import count_move_steps, move_archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.archive.search.search_query import parse_query

DAY = 86_400.0


@pytest.fixture(autouse=True)
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches so small that there are many."""
    monkeypatch.setattr(table_copy, "ROWS_AT_ONCE", FEW_ROWS)
    monkeypatch.setattr(table_copy, "NARROW_ROWS_AT_ONCE", 10 * FEW_ROWS)


@pytest.fixture
def source(tmp_path: Path, opened: OpenArchive) -> DatabaseArchive:
    vault = opened(str(tmp_path / "asal" / "arsip.db"))
    fill(vault)
    return vault


@pytest.fixture
def target(shared_address: str, opened: OpenArchive) -> DatabaseArchive:
    return opened(shared_address)


def demand_same(source: DatabaseArchive, target: DatabaseArchive, folder: Path) -> None:
    assert everything(target, folder / "tujuan") == everything(source, folder / "asal-lagi")
    for typed in ("", "panen", "perencanaan -jalan", "editor:siti", 's* "dua desa"'):
        assert target.search(parse_query(typed)) == source.search(parse_query(typed))
    assert target.faults() == []


def test_all_of_it_arrives(
    source: DatabaseArchive, target: DatabaseArchive, tmp_path: Path
) -> None:
    steps = list(move_archive(source, target))
    assert len(steps) == count_move_steps(source)
    assert set(steps) >= {"releases", "originals", "versions", "photos", "exports", "words"}
    demand_same(source, target, tmp_path)


def test_work_goes_on_where_it_was_moved_to(
    source: DatabaseArchive, target: DatabaseArchive
) -> None:
    list(move_archive(source, target))
    target.add("baru", HARVEST)
    target.keep_version("k5", "ekspor")
    assert target.list_releases()[0].key == "baru"
    assert target.versions("k5")[-1].reason == "ekspor"


def test_a_target_that_was_filled_is_only_compared(
    source: DatabaseArchive, target: DatabaseArchive
) -> None:
    list(move_archive(source, target))
    assert len(list(move_archive(source, target))) == count_move_steps(source) / 2
    target.add("baru", HARVEST)
    target.save(target.get("k7")._replace(status="siap"))
    source.change_words(["lain"], ["Kademangan"])
    with pytest.raises(ArchiveError, match=r"releases 2 baris, seperti 8/k7: isinya lain"):
        list(move_archive(source, target))
    assert target.get("k7").status == "siap"
    assert target.get("baru").release == HARVEST


def test_a_target_with_other_content_is_not_touched(
    source: DatabaseArchive, target: DatabaseArchive, opened: OpenArchive, tmp_path: Path
) -> None:
    target.add("milik", ROAD)
    with pytest.raises(ArchiveError, match=r"sudah berisi arsip lain .*releases: 1"):
        list(move_archive(source, target))
    assert [one.key for one in target.list_releases()] == ["milik"]
    target.delete("milik")
    other = opened(str(tmp_path / "lain.db"))
    other.add("lain", FLOOD)
    with pytest.raises(ArchiveError, match="sudah berisi arsip lain"):
        list(move_archive(other, target))


def test_nobody_works_in_an_archive_that_is_half_there(
    source: DatabaseArchive,
    target: DatabaseArchive,
    opened: OpenArchive,
    shared_address: str,
    tmp_path: Path,
) -> None:
    steps = move_archive(source, target)
    for _ in range(20):
        next(steps)
    steps.close()
    with pytest.raises(ArchiveError, match="belum selesai diisi"):
        opened(shared_address)
    other = opened(str(tmp_path / "lain.db"))
    with pytest.raises(ArchiveError, match="sudah berisi arsip lain"):
        list(move_archive(other, target))
    again = open_archive(shared_address, reader(), may_be_incomplete=True)
    list(move_archive(source, again))
    again.close()
    demand_same(source, opened(shared_address), tmp_path)


@pytest.mark.parametrize("steps_done", [1, 30, 60, 90, 130])
def test_what_has_changed_since_it_was_broken_off_is_carried_after(
    steps_done: int, source: DatabaseArchive, target: DatabaseArchive, clock: Clock, tmp_path: Path
) -> None:
    steps = move_archive(source, target)
    for _ in range(steps_done):
        next(steps)
    steps.close()
    source.save(source.get("k0")._replace(release=FLOOD, status="siap"))
    source.add("kemudian", ROAD, ORIGINAL)
    source.delete("k3")
    source.change_words(["lain"], ["zonasi"])
    clock.now += 31 * DAY
    source.thin_out()
    source.add("lagi", HARVEST, ORIGINAL._replace(data=b"lain"))
    list(move_archive(source, target))
    demand_same(source, target, tmp_path)


def test_an_original_that_took_anothers_place_arrives(
    source: DatabaseArchive, target: DatabaseArchive, clock: Clock, tmp_path: Path
) -> None:
    source.add("akhir", ROAD, ORIGINAL)
    steps = move_archive(source, target)
    for _ in range(80):
        next(steps)
    steps.close()
    source.delete("akhir")
    clock.now += 31 * DAY
    source.thin_out()
    source.add("lain", FLOOD, ORIGINAL._replace(data=b"lain"))
    list(move_archive(source, target))
    demand_same(source, target, tmp_path)


def test_what_is_written_meanwhile_is_carried_after(
    source: DatabaseArchive, target: DatabaseArchive, tmp_path: Path
) -> None:
    steps = move_archive(source, target)
    for _ in range(90):
        next(steps)
    source.save(source.get("k0")._replace(release=FLOOD))
    source.add("kemudian", ROAD)
    for _ in steps:
        pass
    demand_same(source, target, tmp_path)


def test_a_source_that_never_rests_is_said(
    source: DatabaseArchive, target: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_move, "_PASSES", 2)

    def disturb() -> None:
        for number, _ in enumerate(move_archive(source, target)):
            if number % 50 == 0:
                source.change_words([str(number)])

    with pytest.raises(ArchiveError, match="terus diubah"):
        disturb()


def test_a_row_that_did_not_arrive_as_it_was_is_named(
    source: DatabaseArchive, target: DatabaseArchive
) -> None:
    steps = move_archive(source, target)
    for _ in range(count_move_steps(source) // 2 + 1):
        next(steps)
    with write_transaction(target.engine) as db:
        db.execute(text("UPDATE exports SET format = 'txt'"))
        db.execute(text("DELETE FROM words WHERE word = 'zonasi'"))
        db.execute(text("DELETE FROM search WHERE release = 3"))
    with pytest.raises(ArchiveError, match="berbeda") as caught:
        list(steps)
    for told in (
        "exports 1 baris, seperti 1: isinya lain",
        "words 1 baris, seperti zonasi: tidak ada",
        "search 1 baris, seperti 3: tidak terindeks",
    ):
        assert told in str(caught.value)
    list(move_archive(source, target))


def test_two_do_not_move_to_the_same_place(
    source: DatabaseArchive, target: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = move_archive(source, target)
    next(steps)
    with monkeypatch.context() as hurried:
        hurried.setattr(archive_move, "_PATIENCE_SECONDS", 0.3)
        with pytest.raises(ArchiveError, match="sedang dipindahkan"):
            list(move_archive(source, target))
    steps.close()
    list(move_archive(source, target))
