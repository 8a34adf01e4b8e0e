"""Officials from the terminal: into the sheet in use, comments kept, or nothing at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from command_call import Call

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import house_sheet
from bnews_desk.settings import Settings, save_settings

SHEET = """# Redaksi Tirtasari
[newsroom]
name = "Warta"  # pendek

# Pejabat kabupaten
[[officials]]
office = "Bupati Tirtasari"
name = "Sugeng Hartono"  # periode kedua
since = 2019-02-20

[[rules]]
id = "sebutan-warga"
shape = "existence"
message = "Hindari “{text}”."
words = ["rakyat jelata"]
bad = [["Rakyat jelata datang."]]
good = ["Warga datang."]
"""
TABLE = """jabatan;nama;mulai;sampai;singkatan
Bupati Tirtasari;Sugeng Hartono;20/2/2019;19/2/2025;
Bupati Tirtasari;Ratna Widuri;20/2/2025;;Bupati
Camat Wates;Hadi Prayitno;;;
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "gaya.toml"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pejabat.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_joins_the_sheet_and_its_comments_stay(
    call: Call, sheet: Path, table: Path
) -> None:
    done = call("officials", "import", table, "--house", sheet)
    assert (done.status, done.err) == (0, "")
    assert done.out == f"2 pejabat baru, 1 diperbarui, 0 sudah ada, 0 baris dilewati: {sheet}.\n"
    house, faults = load_style_sheet(str(sheet))
    assert faults == []
    assert [(one.office, one.name, str(one.until)) for one in house.officials] == [
        ("Bupati Tirtasari", "Sugeng Hartono", "2025-02-19"),
        ("Bupati Tirtasari", "Ratna Widuri", "None"),
        ("Camat Wates", "Hadi Prayitno", "None"),
    ]
    assert house.officials[1].short == ("Bupati",)
    assert len(house.own_rules) == 1
    written = sheet.read_text(encoding="utf-8").splitlines()
    assert set(SHEET.splitlines()) <= set(written)


def test_a_second_import_changes_nothing(call: Call, sheet: Path, table: Path) -> None:
    call("officials", "import", table, "--house", sheet)
    before = os.stat(sheet).st_mtime_ns, sheet.read_bytes()
    done = call("officials", "import", table, "--house", sheet)
    assert done.out.startswith("0 pejabat baru, 0 diperbarui, 3 sudah ada")
    assert (os.stat(sheet).st_mtime_ns, sheet.read_bytes()) == before


def test_bad_rows_are_told_and_the_others_are_taken(call: Call, sheet: Path, table: Path) -> None:
    table.write_bytes(
        "jabatan,nama,mulai\nCamat Wates,,\nCamat Doko,André,2024-1-5\n".encode("cp1252")
    )
    done = call("officials", "import", table, "--house", sheet)
    assert done.status == 2
    assert done.err == (
        f"bnews-desk: {table}:2: Kolom jabatan dan nama harus terisi. Baris ini dilewati.\n"
    )
    assert load_style_sheet(str(sheet))[0].officials[-1].name == "André"


def test_the_sheet_of_the_window_is_used(call: Call, home: Path, sheet: Path, table: Path) -> None:
    save_settings(str(home / "pengaturan.json"), Settings(house_sheet=str(sheet)))
    assert call("officials", "import", table).status == 0
    assert len(load_style_sheet(str(sheet))[0].officials) == 3


def test_the_shipped_sheet_is_never_changed(call: Call, home: Path, table: Path) -> None:
    before = Path(house_sheet()).read_bytes()
    roundabout = os.path.join(os.path.dirname(house_sheet()), ".", os.path.basename(house_sheet()))
    for named in ([], ["--house", house_sheet()], ["--house", roundabout]):
        done = call("officials", "import", table, *named)
        assert done.status == 2
        assert "tidak pernah diubah" in done.err
    assert Path(house_sheet()).read_bytes() == before
    assert not home.exists()


@pytest.mark.parametrize("written", ["officials = 1\n", "officials = {}\n", "[officials]\nx = 1\n"])
def test_a_register_that_is_none_is_left_alone(
    call: Call, sheet: Path, table: Path, written: str
) -> None:
    sheet.write_text(written)
    done = call("officials", "import", table, "--house", sheet)
    assert (done.status, sheet.read_text()) == (2, written)
    assert "bukan daftar" in done.err


def test_a_register_in_one_line_takes_entries(call: Call, sheet: Path, table: Path) -> None:
    sheet.write_text('officials = [{ office = "Lurah Babadan", name = "Endah" }] # lama\n')
    assert call("officials", "import", table, "--house", sheet).status == 0
    assert len(load_style_sheet(str(sheet))[0].officials) == 4
    assert "# lama" in sheet.read_text()


def test_a_missing_table_or_sheet_is_told(call: Call, sheet: Path, table: Path) -> None:
    for arguments in ((table.parent / "tidak-ada.csv", sheet), (table, sheet.parent / "x.toml")):
        done = call("officials", "import", arguments[0], "--house", arguments[1])
        assert done.status == 2
        assert "tidak ditemukan" in done.err
    assert sheet.read_text(encoding="utf-8") == SHEET


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
def test_a_failure_at_any_step_of_writing_leaves_the_sheet(
    call: Call, sheet: Path, table: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    real = getattr(os, step)

    def fail(*given: object, **named: object) -> object:
        is_in_folder = step in ("write", "fsync") or any(
            str(sheet.parent) in str(argument) for argument in given
        )
        if is_in_folder and not (step == "open" and not int(given[1]) & os.O_CREAT):  # type: ignore[call-overload]
            raise OSError(28, "penuh")
        return real(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, step, fail)
        done = call("officials", "import", table, "--house", sheet)
    assert done.status == 2
    assert done.err.startswith("bnews-desk: ")
    assert done.out == ""
    assert sheet.read_text(encoding="utf-8") == SHEET
    assert not [name for name in os.listdir(sheet.parent) if name.endswith(".tmp")]


def test_a_table_may_come_from_standard_input(call: Call, sheet: Path) -> None:
    done = call("officials", "import", "-", "--house", sheet, stdin=TABLE.encode())
    assert done.out.startswith("2 pejabat baru, 1 diperbarui")
    done = call("officials", "import", "-", "--house", sheet, stdin=b"a" * 2_000_001)
    assert (done.status, done.out) == (2, "")


def test_more_than_a_register_holds_is_refused(call: Call, sheet: Path, table: Path) -> None:
    rows = "".join(f"Lurah Nomor {i},Endah\n" for i in range(2000))
    table.write_text(f"jabatan,nama\n{rows}", encoding="utf-8")
    done = call("officials", "import", table, "--house", sheet)
    assert (done.status, sheet.read_text(encoding="utf-8")) == (2, SHEET)
