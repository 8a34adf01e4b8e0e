"""The dictionaries from the terminal, and that checks use them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_call import Call

from bnews_desk.cli import check
from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.file_checker import CheckOutcome, CheckSettings, FileChecker
from bnews_desk.cli.user_dictionary_words import newsroom_dictionary_path
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon import lexicon
from bnews_desk.settings import Settings, save_settings

SHEET = '[newsroom]\nname = "Warta"\n'


@pytest.fixture
def mine(home: Path) -> Path:
    return home / "kamus-saya.txt"


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """The own words of each lexicon that is made."""
    made: list[frozenset[str]] = []  # folded
    begin = lexicon.Lexicon.__init__

    def noting(self: lexicon.Lexicon, *given: object, **named: object) -> None:
        begin(self, *given, **named)  # type: ignore[arg-type]
        made.append(frozenset(self.own_words))

    monkeypatch.setattr(lexicon.Lexicon, "__init__", noting)
    return made


def test_words_are_added_once_and_taken_off(call: Call, mine: Path) -> None:
    added = call("words", "add", "Srengat", "Doko", "srengat")
    assert added.status == EXIT_OK
    assert added.out == f"2 kata ditambahkan, 1 sudah ada: {mine}.\n"
    assert mine.read_text("utf-8") == "Srengat\nDoko\n"
    gone = call("words", "remove", "SRENGAT", "Wates")
    assert (gone.status, gone.out) == (0, f"1 kata dihapus, 1 memang tidak ada: {mine}.\n")
    assert mine.read_text("utf-8") == "Doko\n"


def test_what_is_no_word_is_told_and_the_others_are_added(call: Call, mine: Path) -> None:
    added = call("words", "add", "dua kata", "Doko", "")
    assert added.status == EXIT_UNREADABLE
    assert added.err == (
        "bnews-desk: “dua kata” bukan satu kata, jadi dilewati; tulis satu kata per baris.\n"
        "bnews-desk: Katanya kosong, jadi tidak ada yang ditambahkan; isi dahulu.\n"
    )
    assert mine.read_text("utf-8") == "Doko\n"


def test_the_list_is_in_the_order_of_letters(call: Call, mine: Path) -> None:
    assert call("words", "list").out == ""
    call("words", "add", "Srengat", "bakung", "Doko")
    assert call("words", "list").out == "bakung\nDoko\nSrengat\n"
    assert call("words", "list", "--format", "json").json == ["bakung", "Doko", "Srengat"]


def test_import_merges_files_and_counts(call: Call, mine: Path, tmp_path: Path) -> None:
    call("words", "add", "Doko")
    first, second = tmp_path / "satu.txt", tmp_path / "CUSTOM.DIC"
    first.write_text("doko\nBakung\ndua kata\n", "utf-8")
    second.write_bytes("Selorejo\r\n".encode("utf-16"))
    done = call("words", "import", first, second, "-", stdin=b"Gandusari\n")
    assert done.status == EXIT_OK
    assert done.out == f"3 kata baru, 1 sudah ada, 1 baris tidak dapat dipakai: {mine}.\n"
    assert done.err.startswith(f"bnews-desk: {first}:3: ")
    assert mine.read_text("utf-8") == "Doko\nBakung\nSelorejo\nGandusari\n"


def test_a_file_that_cannot_be_imported_costs_no_other(
    call: Call, mine: Path, tmp_path: Path
) -> None:
    good, noise = tmp_path / "baik.txt", tmp_path / "rusak.txt"
    good.write_text("Bakung\n", "utf-8")
    noise.write_bytes(b"\0\1")
    done = call("words", "import", noise, tmp_path / "tiada.txt", good)
    assert done.status == EXIT_UNREADABLE
    assert done.err.count("\n") == 2
    assert mine.read_text("utf-8") == "Bakung\n"


def test_export_writes_what_import_reads(call: Call, mine: Path, tmp_path: Path) -> None:
    call("words", "add", "Srengat", "bakung")
    target = tmp_path / "keluar.txt"
    assert call("words", "export", target).status == EXIT_OK
    assert target.read_bytes() == call("words", "export", "-").raw == b"bakung\nSrengat\n"
    call("words", "import", "--newsroom", target)
    assert call("words", "list", "--newsroom").out == "bakung\nSrengat\n"
    assert call("words", "export", tmp_path / "tiada" / "x.txt").status == EXIT_UNREADABLE


@pytest.mark.parametrize("deed", [("list",), ("export", "-"), ("add", "Doko"), ("remove", "Doko")])
def test_a_dictionary_of_noise_is_told_and_left_alone(
    deed: tuple[str, ...], call: Call, mine: Path
) -> None:
    mine.parent.mkdir()
    mine.write_bytes(b"\0\1")
    done = call("words", *deed)
    assert done.status == EXIT_UNREADABLE
    assert done.err.count("bukan berkas teks") == 1
    assert done.out == ""
    assert mine.read_bytes() == b"\0\1"


def test_a_deed_is_needed_and_the_help_names_them(call: Call) -> None:
    assert call("words").status == EXIT_UNREADABLE
    shown = call("words", "--help").out
    for deed in ("add", "remove", "list", "import", "export"):
        assert deed in shown
    assert "--newsroom" in call("words", "add", "--help").out


def test_the_newsrooms_words_lie_beside_the_sheet_of_the_call(call: Call, tmp_path: Path) -> None:
    sheet = tmp_path / "redaksi" / "gaya.toml"
    sheet.parent.mkdir()
    sheet.write_text(SHEET, "utf-8")
    assert call("words", "add", "--newsroom", "--house", sheet, "Doko").status == EXIT_OK
    assert (sheet.parent / "kamus-redaksi.txt").read_text("utf-8") == "Doko\n"
    sheet.write_text(SHEET + '[dictionary]\npath = "bersama.txt"\n', "utf-8")
    call("words", "add", "--newsroom", "--house", sheet, "Bakung")
    assert (sheet.parent / "bersama.txt").read_text("utf-8") == "Bakung\n"


def test_without_a_sheet_the_newsroom_is_that_of_the_window(home: Path, tmp_path: Path) -> None:
    house = load_style_sheet()[0]
    assert newsroom_dictionary_path(None, house) == str(home / "kamus-redaksi.txt")
    settings = home / "pengaturan.json"
    save_settings(str(settings), Settings())
    assert newsroom_dictionary_path(None, house) == str(home / "kamus-redaksi.txt")
    sheet = tmp_path / "gaya.toml"
    save_settings(str(settings), Settings(house_sheet=str(sheet)))
    assert newsroom_dictionary_path(None, house) == str(home / "kamus-redaksi.txt"), (
        "as in the window"
    )
    sheet.write_text(SHEET, "utf-8")
    assert newsroom_dictionary_path(None, house) == str(tmp_path / "kamus-redaksi.txt")
    sheet.write_text(SHEET + '[dictionary]\npath = "kata/bersama.txt"\n', "utf-8")
    assert newsroom_dictionary_path(None, house) == os.path.join(str(tmp_path), "kata/bersama.txt")


@pytest.mark.parametrize("command", ["check", "fix", "try"])
def test_commands_know_the_words_of_both_dictionaries_and_of_files(
    command: str, call: Call, clean: Path, tmp_path: Path, known: list[frozenset[str]]
) -> None:
    extra = tmp_path / "tambahan.txt"
    extra.write_text("Gandusari\n", "utf-8")
    call("words", "add", "Doko")
    call("words", "add", "--newsroom", "BAKUNG")
    calls = {
        "check": ("check", "--words", extra, clean),
        "fix": ("fix", "--words", extra, clean),
        "try": ("rules", "--try", "kata-baku", clean),
    }
    assert call(*calls[command]).status == EXIT_OK
    expected = {"doko", "bakung"} | (set() if command == "try" else {"gandusari"})
    assert known[-1] == expected


def test_each_worker_knows_them_too(
    call: Call, clean: Path, warned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[frozenset[str]] = []

    def inspected(
        files: list[str], _jobs: int, setting: CheckSettings
    ) -> Iterator[tuple[str, CheckOutcome]]:
        begun.append(setting.own_words)
        inspector = FileChecker(setting)
        return iter([(file, inspector.inspect(file)) for file in files])

    monkeypatch.setattr(check, "check_in_parallel", inspected)
    call("words", "add", "Doko")
    assert call("check", "--jobs", "2", clean, warned).status == EXIT_OK
    assert begun == [{"Doko"}]


def test_a_fault_of_a_dictionary_is_told_and_the_check_goes_on(
    call: Call, clean: Path, home: Path, known: list[frozenset[str]]
) -> None:
    home.mkdir()
    (home / "kamus-saya.txt").write_text("dua kata\nDoko\n", "utf-8")
    (home / "kamus-redaksi.txt").write_bytes(b"\0")
    done = call("check", clean)
    assert done.status == EXIT_OK
    assert done.err.count("\n") == 2
    assert known[-1] == {"doko"}


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_named_file_of_words_that_cannot_be_read_stops_the_call(
    command: str, call: Call, clean: Path, tmp_path: Path
) -> None:
    done = call(command, "--words", tmp_path / "tiada.txt", clean)
    assert done.status == EXIT_UNREADABLE
    assert "tidak ditemukan" in done.err
    assert done.out == ""


def test_the_doctor_shows_both_dictionaries_with_their_faults(call: Call, home: Path) -> None:
    assert "– Kamus saya: belum ada" in call("doctor").out
    call("words", "add", "Doko", "Bakung")
    (home / "kamus-redaksi.txt").write_text("Wates\ndua kata\n", "utf-8")
    out = call("doctor").out
    assert f"✓ Kamus saya: 2 kata ({home / 'kamus-saya.txt'})" in out
    assert f"! Kamus redaksi: 1 kata ({home / 'kamus-redaksi.txt'})" in out
    assert f"  → {home / 'kamus-redaksi.txt'}:2: “dua kata” bukan satu kata" in out
    (home / "kamus-redaksi.txt").write_bytes(b"\0")
    assert "! Kamus redaksi: tidak terbaca" in call("doctor").out
