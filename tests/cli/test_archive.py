"""``bnews-desk archive``: the whole round from a release that comes in to one that is found."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk.archive.recovery import archive_recovery
from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.paths import settings_file


@pytest.fixture
def key(call: Call, headlined: Path) -> str:
    """The key of a release that was taken in."""
    done = call("archive", "import", headlined)
    assert done.status == 0
    return done.out.strip()


def test_a_release_is_taken_in_listed_and_shown(call: Call, key: str, headlined: Path) -> None:
    listed = call("archive", "list")
    assert listed.out.startswith(f"{key}  baru  ")
    assert "Petani Wates Panen Raya 🎉 Padi" in listed.out
    (one,) = call("archive", "list", "--format", "json").json["releases"]
    assert (one["key"], one["source"], one["editor"]) == (key, "kmfkabblt", "Zainul Arifin")
    shown = call("archive", "show", key)
    assert shown.out.startswith(f"Kunci: {key}\nStatus: baru\nVersi: 1 ")
    assert shown.out.endswith("Editor : Zainul Arifin\n")
    record = call("archive", "show", key, "--format", "json").json
    assert record["release"]["text"].startswith("Petani Wates Panen Raya 🎉 Padi\n")
    number = record["versions"][0]["number"]
    assert call("archive", "show", key, "--version", str(number)).status == 0


def test_a_search_finds_by_roots_and_marks_the_words(call: Call, key: str) -> None:
    found = call("archive", "search", "memanen", "-banjir tanggal:2020..")
    assert found.out.startswith(f"{key}  ")
    assert "[Panen]" in found.out
    assert "[panen]" in found.out
    (hit,) = call("archive", "search", "--best", "--format", "json", "editor:zainul").json["hits"]
    assert hit["key"] == key
    none = call("archive", "search", "banjir")
    assert (none.status, none.out) == (0, "")
    assert "Tidak ada naskah yang cocok" in none.err


def test_that_nothing_was_found_is_said(call: Call, key: str) -> None:
    nothing = call("archive", "search", "banjir")
    assert (nothing.status, nothing.out) == (0, "")
    assert "Tidak ada naskah yang cocok di arsip “" in nothing.err
    assert len(nothing.err.splitlines()) == 1
    assert call("archive", "list", "--bin", "--format", "json").json["releases"] == []


def test_an_old_index_that_cannot_be_made_anew_is_searched_as_it_is(
    call: Call, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_vault: DatabaseArchive) -> Iterator[int]:
        raise UnusableArchiveError("Arsip tidak dapat ditulisi.")
        yield 0

    monkeypatch.setattr(DatabaseArchive, "is_index_current", lambda _vault: False)
    monkeypatch.setattr(DatabaseArchive, "rebuild_index", refuse)
    done = call("archive", "search", "memanen")
    assert done.status == 0
    assert key in done.out
    assert "Arsip tidak dapat ditulisi. Hasilnya menurut indeks yang lama." in done.err


def test_what_a_search_did_not_understand_is_said(call: Call, key: str) -> None:
    done = call("archive", "search", "status:selesai panen")
    assert "“selesai” tidak dikenal" in done.err
    assert key in done.out


def test_what_no_archive_can_have_is_said(call: Call, key: str) -> None:
    for number in ("9" * 40, "-1", "0"):
        done = call("archive", "show", key, "--version", number)
        assert (done.status, done.out) == (2, "")
        assert "tidak punya versi" in done.err
    long = "https://contoh.id/" + "a" * 3_000
    done = call("archive", "address", key, long)
    assert done.status == 2
    assert len(done.err) < 250
    assert "Tidak ada berita terkait" in call("archive", "related", key).err
    reversed_days = call("archive", "search", "tanggal:2030..2020")
    assert "terbalik" in reversed_days.err
    assert key in reversed_days.out


def test_a_number_of_releases_may_be_any_that_is_one(call: Call, key: str) -> None:
    assert call("archive", "list", "--limit", "9" * 40).out.startswith(key)
    for typed in ("0", "-1", "banyak"):
        done = call("archive", "list", "--limit", typed)
        assert (done.status, done.out) == (2, "")
        assert f"--limit: nilai “{typed}” tidak dapat dipakai" in done.err


def test_settings_that_cannot_be_read_are_told_and_left_as_they_are(call: Call, key: str) -> None:
    path = Path(settings_file())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"archive": "postgresql://', encoding="utf-8")
    done = call("archive", "list")
    assert done.out.startswith(f"{key}  ")
    assert f"Berkas setelan “{path}” rusak; setelan bawaan dipakai." in done.err
    assert path.read_text(encoding="utf-8") == '{"archive": "postgresql://'


def test_another_kind_of_address_is_no_file(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    addresses = (
        "mysql://saya:rahasia@server/arsip",
        "https://server/arsip.db",
        "postgresql:/saya:rahasia@server/arsip",
        "postgresql:saya:rahasia@server/arsip",
    )
    for address in addresses:
        done = call("archive", "list", "--archive", address)
        assert done.status == 2
        assert "tulis seperti postgresql://" in done.err
        assert "rahasia" not in done.err
    assert sorted(tmp_path.iterdir()) == before


def test_what_is_no_file_is_no_archive(call: Call, tmp_path: Path) -> None:
    places = [str(tmp_path), os.devnull]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipa.db")
        places.append(str(tmp_path / "pipa.db"))
    for place in places:
        for deed in (("list",), ("check",), ("import", "rilis.txt")):
            done = call("archive", *deed, "--archive", place)
            assert done.status == 2
            assert "bukan berkas, jadi tidak dapat menjadi arsip" in done.err


def test_an_archive_goes_out_and_comes_back(call: Call, key: str, tmp_path: Path) -> None:
    folder = tmp_path / "ekspor"
    assert call("archive", "export", folder).status == 0
    other = tmp_path / "lain.db"
    done = call("archive", "import", "--archive", other, folder)
    assert "1 naskah dan foto diambil, 0 sudah ada" in done.out
    assert call("archive", "show", "--archive", other, key).out == call("archive", "show", key).out


def test_one_file_that_fails_keeps_the_others_from_nothing(
    call: Call, clean: Path, tmp_path: Path
) -> None:
    done = call("archive", "import", tmp_path / "tidak-ada.docx", clean)
    assert done.status == 2
    assert "tidak ditemukan" in done.err
    assert len(call("archive", "list").out.splitlines()) == 1


def test_a_backup_is_made_and_the_archive_is_whole(call: Call, key: str, home: Path) -> None:
    done = call("archive", "backup")
    assert Path(done.out.strip()).parent == home / "cadangan"
    assert Path(done.out.strip()).is_file()
    assert call("archive", "check").out == "Arsip utuh: 1 naskah.\n"
    assert call("archive", "list").out.startswith(key)


def test_a_fault_gives_status_one(call: Call, key: str, home: Path) -> None:
    db = sqlite3.connect(home / "arsip.db")
    with db:
        db.execute("UPDATE releases SET content = x'00'")
    db.close()
    done = call("archive", "check")
    assert done.status == 1
    assert f"“{key}” tidak terbaca" in done.out
    assert call("archive", "list").status == 0
    assert call("archive", "search", "panen").status == 0


def test_what_cannot_be_done_is_said_in_one_sentence(call: Call, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "arsip.db").write_bytes(HOUSE_FORM.encode() * 20)
    done = call("archive", "list")
    assert done.status == 2
    assert "rusak" in done.err
    assert len(done.err.splitlines()) == 1
    assert "pg_dump" in call("archive", "backup", "--archive", "postgresql://x@127.0.0.1:1/y").err


ASKING = [
    ("list",),
    ("show", "kunci"),
    ("search", "panen"),
    ("related", "kunci"),
    ("address", "kunci", "https://contoh.id/berita"),
    ("alike", "naskah.txt"),
    ("export", "ekspor"),
    ("backup",),
    ("check",),
]


PLACES = ["folder-baru/arsip.db", "kosong.db", ""]


@pytest.mark.parametrize(
    ("place", "arguments"),
    [*(("tidak-ada.db", deed) for deed in ASKING), *((place, ("check",)) for place in PLACES)],
)
def test_an_archive_that_is_not_there_is_not_begun_by_asking(
    place: str,
    arguments: tuple[str, ...],
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kosong.db").touch()
    before = sorted(tmp_path.rglob("*"))
    done = call("archive", *arguments, *(("--archive", place) if place else ()))
    assert (done.status, done.out) == (2, "")
    assert "Belum ada arsip di “" in done.err
    assert len(done.err.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--to", "lain.db"), "Tujuan --to harus alamat arsip bersama"),
        (("--to", "postgresql://x/y", "--from", "postgresql://x/z"), "harus berkas arsip sendiri"),
        (("--to", "postgresql://x/y", "--from", "tidak-ada.db"), "Belum ada arsip"),
        (("--to", "postgresql://saya:rahasia@127.0.0.1:1/arsip"), "tidak ada server"),
        (("--to", "postgresql://saya:rahasia@server:bukan-angka/arsip"), "tidak dapat dibaca"),
        (("--to", "postgresql://127.0.0.1:1/arsip?password=rahasia"), "tidak ada server"),
        (("--to", "postgresql://127.0.0.1:1/arsip?sandi=rahasia"), "pilihan setelah ?"),
        (("--to", "postgresql://saya:sangat@rahasia@127.0.0.1:1/arsip"), "%40 untuk @"),
    ],
)
def test_a_move_that_cannot_begin_is_said(
    arguments: tuple[str, ...], told: str, call: Call, key: str
) -> None:
    done = call("archive", "migrate", *arguments)
    assert done.status == 2
    assert told in done.err
    assert "rahasia" not in done.err + done.out
    assert "Traceback" not in done.err
    assert call("archive", "list").out.startswith(key)


def test_a_lost_archive_is_recovered_and_said_but_not_by_a_check(
    call: Call, home: Path, key: str
) -> None:
    call("archive", "backup")
    archive = home / "arsip.db"
    archive.write_bytes(b"\xff" * 50_000)
    checked = call("archive", "check")
    assert checked.status == 2
    assert "rusak" in checked.err
    done = call("archive", "list")
    assert done.status == 0
    assert key in done.out
    assert "dibuka, tanpa naskah yang lebih baru" in done.err
    assert "meja ini" not in done.err
    assert len(done.err.splitlines()) == 1
    assert len(list(home.glob("arsip-rusak-*.db"))) == 1
    archive.unlink()
    assert "cadangannya ada" in call("archive", "check").err
    assert key in call("archive", "list").out


def test_a_copy_of_what_is_there_is_told_when_it_comes_in(
    call: Call, key: str, headlined: Path, clean: Path
) -> None:
    again = call("archive", "import", headlined)
    assert again.status == 0
    assert "mirip 100 % dengan “Petani Wates Panen Raya" in again.err
    assert f"kunci {key})." in again.err
    assert again.out.strip() != key
    (file,) = call("archive", "alike", "--format", "json", headlined).json["files"]
    assert {one["key"] for one in file["alike"]} == {key, again.out.strip()}
    assert [one["share"] for one in file["alike"]] == [1.0, 1.0]
    assert call("archive", "alike", "--limit", "1", headlined).out.startswith("100 %  ")


def test_what_is_like_nothing_is_said_to_be(call: Call, headlined: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.txt"
    other.write_text("Jembatan Kedungwungu diresmikan.", encoding="utf-8")
    call("archive", "import", other)
    done = call("archive", "alike", headlined)
    assert (done.status, done.out) == (0, "Tidak ada rilis serupa di arsip.\n")
    done = call("archive", "alike", tmp_path / "tidak-ada.docx", headlined)
    assert done.status == 2
    assert "tidak ditemukan" in done.err
    assert "Tidak ada rilis serupa" in done.out


def test_damage_that_a_question_meets_is_mended_and_the_question_answered(
    call: Call, key: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("archive", "backup")
    monkeypatch.setattr(
        archive_recovery, "_CHECKED_BYTES", 0
    )  # as one that is too large to look through
    path = home / "arsip.db"
    with contextlib.closing(sqlite3.connect(path)) as db:
        asked = "SELECT rootpage FROM sqlite_schema WHERE name = 'releases'"
        (page,), (size,) = db.execute(asked).fetchone(), db.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    done = call("archive", "list")
    assert (done.status, done.out.split()[0]) == (0, key)
    assert "rusak dan disimpan" in done.err
    assert call("archive", "check").status == 0
