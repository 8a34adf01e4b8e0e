"""The newsroom's own sheet: one entry more and nothing else, or nothing at all."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bnews_desk.errors import DeskError, ReadError, UsageError, WriteError
from bnews_desk.house import newsroom_sheet as own
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import house_sheet

Adding = Callable[[str], HouseStyle]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return Path(own.ensure_newsroom_sheet(str(tmp_path)))


def added_lines(before: str, after: str) -> list[str]:
    changes = list(difflib.ndiff(before.split("\n"), after.split("\n")))
    assert not [line for line in changes if line.startswith("- ")]
    return [line[2:] for line in changes if line.startswith("+ ")]


def test_the_own_sheet_is_the_shipped_one_at_first(tmp_path: Path) -> None:
    path = own.ensure_newsroom_sheet(str(tmp_path / "profil" / "redaksi"))
    assert Path(path).read_bytes() == Path(house_sheet()).read_bytes()


def test_an_own_sheet_that_is_there_stays(sheet: Path) -> None:
    sheet.write_text("# milik kami\n", encoding="utf-8")
    assert own.ensure_newsroom_sheet(str(sheet.parent)) == str(sheet)
    assert sheet.read_text(encoding="utf-8") == "# milik kami\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(WriteError, match="tidak dapat dibuat"):
        own.ensure_newsroom_sheet(str(tmp_path / "berkas" / "dalam"))


@pytest.mark.parametrize(
    ("add", "line"),
    [
        (lambda p: own.add_source(p, "Humasblt", "Humas Kota Blitar"),
         'humasblt = "Humas Kota Blitar"'),
        (lambda p: own.add_initials(p, "RTP"), 'rtp = ""'),
        (lambda p: own.add_place(p, "Wonosobo"), '    "WONOSOBO",'),
    ],
)  # fmt: skip
def test_an_entry_is_one_line_more_and_every_comment_stays(
    sheet: Path, add: Adding, line: str
) -> None:
    before = sheet.read_text(encoding="utf-8")
    style = add(str(sheet))
    assert added_lines(before, sheet.read_text(encoding="utf-8")) == [line]
    assert load_style_sheet(str(sheet)) == (style, [])


def test_an_editor_joins_the_others_on_their_line(sheet: Path) -> None:
    style = own.add_editor(str(sheet), "  Retno   Palupi ")
    assert 'editors = ["Zainul Arifin", "Retno Palupi"]' in sheet.read_text(encoding="utf-8")
    assert style.credit.editors == ("Zainul Arifin", "Retno Palupi")


@pytest.mark.parametrize("kind", ["place", "source", "initials", "editor"])
def test_every_field_of_the_frame_can_be_listed(sheet: Path, kind: str) -> None:
    style = own.add_entry(str(sheet), kind, "baru")
    tag = style.source_tag
    found = {
        "place": style.dateline.places[-1],
        "source": list(tag.sources)[-1],
        "initials": list(tag.initials)[-1],
        "editor": style.credit.editors[-1],
    }
    assert found[kind].casefold() == "baru"


def test_what_is_listed_already_changes_nothing(sheet: Path) -> None:
    before = os.stat(sheet).st_mtime_ns, sheet.read_bytes()
    own.add_source(str(sheet), "KMFKABBLT")
    own.add_initials(str(sheet), "sun")
    own.add_editor(str(sheet), "zainul  arifin")
    own.add_place(str(sheet), "blitar")
    assert (os.stat(sheet).st_mtime_ns, sheet.read_bytes()) == before


def test_a_code_gets_its_name_later(sheet: Path) -> None:
    own.add_initials(str(sheet), "sun", "Sunarti")
    assert load_style_sheet(str(sheet))[0].source_tag.initials == {"sun": "Sunarti"}


def test_a_small_sheet_keeps_what_the_shipped_one_lists(tmp_path: Path) -> None:
    path = tmp_path / "kecil.toml"
    path.write_text('# Redaksi Kediri\n[dateline]\nsite = "Kabar Kediri"  # pendek\n')
    style = own.add_source(str(path), "kmfkdr")
    style = own.add_place(str(path), "Papar")
    assert set(style.source_tag.sources) == {"kmfkabblt", "kmfkdr"}
    assert {"BLITAR", "PAPAR"} <= set(style.dateline.places)
    assert style.dateline.site == "Kabar Kediri"
    assert path.read_text().startswith(
        '# Redaksi Kediri\n[dateline]\nsite = "Kabar Kediri"  # pendek\n'
    )


def test_an_empty_sheet_takes_entries(tmp_path: Path) -> None:
    path = tmp_path / "kosong.toml"
    path.touch()
    assert "Retno Palupi" in own.add_editor(str(path), "Retno Palupi").credit.editors


@pytest.mark.parametrize(
    "written",
    [
        '[credit]\neditors = [\n  "Satu Nama", # kepala\n  "Dua Nama" # tanpa koma\n]\n',
        '[credit]\neditors = [ "Satu Nama",\n    "Dua Nama" ]\n',
        "[credit]\neditors = [\n    # belum ada\n]\n",
        "[credit]\neditors = []\n",
        'credit.editors = ["Satu Nama"]\n',
        'credit = { editors = ["Satu Nama"] }\n',
    ],
)
def test_a_list_in_any_layout_takes_an_entry(tmp_path: Path, written: str) -> None:
    path = tmp_path / "gaya.toml"
    path.write_text(written)
    before = load_style_sheet(str(path))[0].credit.editors
    assert own.add_editor(str(path), "Retno Palupi").credit.editors == (*before, "Retno Palupi")
    assert load_style_sheet(str(path))[1] == []
    for comment in ("# kepala", "# tanpa koma", "# belum ada"):
        assert (comment in path.read_text()) == (comment in written)


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes('\ufeff# x\r\n[credit]\r\neditors = [\r\n    "Satu Nama",\r\n]\r\n'.encode())
    own.add_editor(str(path), "Retno Palupi")
    assert path.read_bytes().decode() == (
        '\ufeff# x\r\n[credit]\r\neditors = [\r\n    "Satu Nama",\r\n    "Retno Palupi",\r\n]\r\n'
    )


@pytest.mark.parametrize("written", [b"[credit\n", b"a = 1\na = 2\n", b"\xff\xfe"])
def test_a_sheet_that_cannot_be_read_is_left_alone(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "rusak.toml"
    path.write_bytes(written)
    with pytest.raises(ReadError):
        own.add_editor(str(path), "Retno Palupi")
    assert path.read_bytes() == written


@pytest.mark.parametrize("written", ['[credit]\neditors = "x"\n', "credit = 1\n"])
def test_a_list_that_is_none_is_left_alone(tmp_path: Path, written: str) -> None:
    path = tmp_path / "keliru.toml"
    path.write_text(written)
    with pytest.raises(ReadError, match="bukan daftar"):
        own.add_editor(str(path), "Retno Palupi")
    assert path.read_text() == written


def test_other_faults_of_a_sheet_do_not_stand_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "keliru.toml"
    path.write_text('[credit]\neditors = ["Satu Nama", 3]\nwarna = "biru"\n')
    before = load_style_sheet(str(path))[1]
    assert own.add_editor(str(path), "Retno Palupi").credit.editors[-1] == "Retno Palupi"
    assert load_style_sheet(str(path))[1] == before != []


def test_a_missing_sheet_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="tidak ditemukan"):
        own.add_editor(str(tmp_path / "tidak-ada.toml"), "Retno Palupi")


@pytest.mark.parametrize(
    "code", ["", "  ", "a/b", "dua kata", "x" * 17, "a\u0007", "\ud800", "(ab)"]
)
def test_what_cannot_be_a_code_is_refused(sheet: Path, code: str) -> None:
    before = sheet.read_bytes()
    with pytest.raises(UsageError):
        own.add_source(str(sheet), code)
    assert sheet.read_bytes() == before


def test_a_failure_while_writing_leaves_the_sheet(
    sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sheet.read_bytes()

    def full(*_: object) -> int:
        raise OSError(28, "penuh")

    real = os.write
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(WriteError, match="ruang disk habis"):
        own.add_editor(str(sheet), "Retno Palupi")
    monkeypatch.setattr(os, "write", real)
    assert sheet.read_bytes() == before
    assert os.listdir(sheet.parent) == [own.NAME]


@given(name=st.text(max_size=30))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_added_the_sheet_stays_valid(sheet: Path, name: str) -> None:
    before = sheet.read_bytes()
    try:
        style = own.add_editor(str(sheet), name)
    except DeskError:
        assert sheet.read_bytes() == before
        return
    assert load_style_sheet(str(sheet)) == (style, [])
    assert sheet.read_text(encoding="utf-8").startswith("# Gaya selingkung B-news.id")
