"""A whole archive written as plain files and read back identically, from either database."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from power_cut import Disk
from repository_kit import (
    FLOOD,
    HARVEST,
    ODD,
    ORIGINAL,
    PHOTO,
    PHOTO_DIGEST,
    ROAD,
    Clock,
    OpenArchive,
)

from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_values import DismissedProposal, ExportRecord
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.folder_export import LINES, count_exported_things, export_archive
from bnews_desk.archive.repository.folder_import import count_imported_things, import_archive
from bnews_desk.archive.search.search_query import parse_query


@pytest.fixture
def filled(vault: DatabaseArchive, clock: Clock) -> DatabaseArchive:
    """An archive with something of everything."""
    vault.add("a", ODD, ORIGINAL, {PHOTO_DIGEST: PHOTO})
    vault.add("b", HARVEST, ORIGINAL._replace(data=b""))
    vault.add("c", FLOOD)
    clock.now += 700.25
    vault.save(vault.get("b")._replace(release=ROAD, status="tayang", address="https://b-news.id"))
    vault.keep_version("b", "ekspor")
    vault.note_export("b", ExportRecord(clock.now, "docx", "Jalan \udcff.docx", 2))
    vault.dismiss("b", DismissedProposal("related", "c"))
    vault.delete("c")
    vault.change_words(["zonasi"])
    vault.change_ignores([("spelling", "kata")])
    return vault


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_what_is_read_back_is_identical(
    filled: DatabaseArchive, tmp_path: Path, opened: OpenArchive
) -> None:
    first, second = tmp_path / "satu", tmp_path / "dua"
    assert list(export_archive(filled, str(first))) == ["a", "b", "c", PHOTO_DIGEST]
    assert count_exported_things(filled) == 4
    again = opened(str(tmp_path / "kembali.db"))
    taken = list(import_archive(str(first), again))
    assert [one.is_new for one in taken] == [True] * 4
    for key in "abc":
        assert again.get(key) == filled.get(key)
        assert again.original(key) == filled.original(key)
        assert again.exports(key) == filled.exports(key)
        assert again.dismissals(key) == filled.dismissals(key)
        mine, theirs = ([v[1:] for v in one.versions(key)] for one in (again, filled))
        assert mine == theirs
    assert again.photo(PHOTO_DIGEST) == PHOTO
    assert [hit.summary.key for hit in again.search(parse_query("srengat"))] == ["b"]
    assert again.faults() == []
    list(export_archive(again, str(second)))
    assert contents(second) == contents(first)


def test_what_was_read_back_survives_a_power_cut(
    filled: DatabaseArchive, tmp_path: Path, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, path = str(tmp_path / "ekspor"), str(tmp_path / "kembali.db")
    list(export_archive(filled, folder))
    again, disk = opened(path), Disk(path, monkeypatch)
    list(import_archive(folder, again))
    assert disk.waits == 1, "not for each thing, but at the end"
    for left in disk.cut(tmp_path / "mati listrik"):
        found = opened(left)
        assert found.get("b") == again.get("b")
        assert found.photo(PHOTO_DIGEST) == PHOTO


def test_what_was_read_back_before_it_was_broken_off_survives_a_power_cut(
    filled: DatabaseArchive, tmp_path: Path, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, path = str(tmp_path / "ekspor"), str(tmp_path / "kembali.db")
    list(export_archive(filled, folder))
    again, disk = opened(path), Disk(path, monkeypatch)
    taking = import_archive(folder, again)
    next(taking)
    del taking  # as an import that was interrupted
    for left in disk.cut(tmp_path / "mati listrik"):
        assert opened(left).get("a") == again.get("a")


def test_what_is_there_already_stays_as_it_is(filled: DatabaseArchive, tmp_path: Path) -> None:
    folder = str(tmp_path / "satu")
    list(export_archive(filled, folder))
    filled.save(filled.get("a")._replace(status="siap"))
    assert [one.is_new for one in import_archive(folder, filled)] == [False] * 4
    assert filled.get("a").status == "siap"


def test_an_export_needs_an_empty_folder(filled: DatabaseArchive, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("milik redaksi")
    with pytest.raises(ArchiveError, match="tidak kosong"):
        list(export_archive(filled, str(tmp_path)))


Damage = Callable[[dict[str, Any]], object]
DAMAGES: list[Damage] = [
    lambda line: line.pop("status"),
    lambda line: line.update(status="selesai"),
    lambda line: line.update(key="../../etc/passwd"),
    lambda line: line.update(release={"text": 5}),
    lambda line: line.update(created=float("nan")),
    lambda line: line.update(created=10**400),
    lambda line: line.update(revision=-1),
    lambda line: line.update(versions="x"),
    lambda line: line.update(versions=[{"made": 0, "reason": "x", "release": {"text": ""}}]),
    lambda line: line["original"].update(digest="../../arsip.jsonl"),
    lambda line: line["original"].update(digest="0" * 64),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_line_is_refused_whole(
    damage: Damage, filled: DatabaseArchive, tmp_path: Path, opened: OpenArchive
) -> None:
    folder = tmp_path / "satu"
    list(export_archive(filled, str(folder)))
    lines = [json.loads(line) for line in (folder / LINES).read_text().splitlines()]
    damage(lines[1])
    (folder / LINES).write_text("\n".join(map(json.dumps, lines)))
    again = opened(str(tmp_path / "kembali.db"))
    with pytest.raises(ArchiveError):
        list(import_archive(str(folder), again))
    assert again.list_releases() == []
    assert again.faults() == []


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b'{"kind":"archive","version":2}'])
def test_what_is_no_export_is_said(data: bytes, tmp_path: Path, opened: OpenArchive) -> None:
    (tmp_path / LINES).write_bytes(data)
    vault = opened(str(tmp_path / "arsip.db"))
    with pytest.raises(ArchiveError):
        list(import_archive(str(tmp_path), vault))


def test_a_changed_file_is_refused(
    filled: DatabaseArchive, tmp_path: Path, opened: OpenArchive
) -> None:
    folder = tmp_path / "satu"
    list(export_archive(filled, str(folder)))
    (folder / "foto" / PHOTO_DIGEST).write_bytes(b"lain")
    again = opened(str(tmp_path / "kembali.db"))
    with pytest.raises(ArchiveError, match="berubah sejak diekspor"):
        list(import_archive(str(folder), again))


def test_what_is_not_understood_is_not_passed_over(filled: DatabaseArchive, tmp_path: Path) -> None:
    folder = tmp_path / "satu"
    list(export_archive(filled, str(folder)))
    with open(folder / LINES, "a", encoding="utf-8") as lines:
        lines.write('{"kind": "ruang"}\n')
    with pytest.raises(ArchiveError, match=r"Baris \d+ "):
        list(import_archive(str(folder), filled))


def test_what_was_dismissed_twice_is_taken_once(
    filled: DatabaseArchive, tmp_path: Path, opened: OpenArchive
) -> None:
    folder = tmp_path / "satu"
    list(export_archive(filled, str(folder)))
    lines = [json.loads(line) for line in (folder / LINES).read_text().splitlines()]
    lines[2]["dismissals"] *= 2
    (folder / LINES).write_text("\n".join(map(json.dumps, [*lines, lines[2]])))
    again = opened(str(tmp_path / "kembali.db"))
    assert [one.is_new for one in import_archive(str(folder), again)] == [True] * 4 + [False]
    assert again.dismissals("b") == filled.dismissals("b")


def test_an_export_that_is_broken_off_leaves_nothing(
    filled: DatabaseArchive, tmp_path: Path
) -> None:
    folder = tmp_path / "satu"
    written = export_archive(filled, str(folder))
    assert next(written) == "a"
    assert len(contents(folder)) == 2
    written.close()
    assert list(folder.iterdir()) == []
    assert len(list(export_archive(filled, str(folder)))) == 4


def test_an_export_that_was_killed_is_told_from_somebodys_folder(
    filled: DatabaseArchive, tmp_path: Path
) -> None:
    (tmp_path / f"{LINES}.tmp").write_text("separuh")
    with pytest.raises(ArchiveError, match="ekspor yang terputus"):
        list(export_archive(filled, str(tmp_path)))
    assert (tmp_path / f"{LINES}.tmp").read_text() == "separuh"


def test_a_full_disk_leaves_no_half_of_an_export(
    filled: DatabaseArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: str, _target: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ArchiveError, match="disk penuh"):
        list(export_archive(filled, str(tmp_path / "satu")))
    assert list((tmp_path / "satu").iterdir()) == []


def test_what_others_save_meanwhile_is_in_no_export(
    filled: DatabaseArchive, tmp_path: Path, address: str, opened: OpenArchive
) -> None:
    written = export_archive(filled, str(tmp_path / "satu"))
    assert next(written) == "a"
    other = opened(address)
    other.save(other.get("b")._replace(release=HARVEST))
    other.add("d", ROAD)
    other.change_words(["lain"])
    assert list(written) == ["b", "c", PHOTO_DIGEST]
    lines = [json.loads(line) for line in (tmp_path / "satu" / LINES).read_text().splitlines()]
    assert lines[2]["release"]["text"] == ROAD.text
    assert lines[-2]["words"] == ["zonasi"]


def test_how_much_is_to_be_taken_in_is_told_before(filled: DatabaseArchive, tmp_path: Path) -> None:
    list(export_archive(filled, str(tmp_path / "satu")))
    assert count_imported_things(str(tmp_path / "satu")) == 4
    assert count_imported_things(str(tmp_path / "lain")) == 0


@pytest.mark.posix("no pipe lies in a folder there")
def test_a_pipe_is_not_waited_for(vault: DatabaseArchive, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / LINES)
    with pytest.raises(ArchiveError, match="bukan berkas biasa"):
        list(import_archive(str(tmp_path), vault))


def test_a_folder_without_an_export_is_told_as_that(tmp_path: Path, vault: DatabaseArchive) -> None:
    with pytest.raises(ArchiveError, match=f"Tidak ada {LINES} di"):
        list(import_archive(str(tmp_path), vault))
