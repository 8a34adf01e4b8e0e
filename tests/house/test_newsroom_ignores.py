"""What the newsroom ignores: kept in its own sheet, folded, taken back, used by every check."""

from __future__ import annotations

from pathlib import Path

import pytest

from bnews_desk.errors import ReadError, UsageError
from bnews_desk.house.newsroom_sheet import add_ignore, ensure_newsroom_sheet, remove_ignore
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Ignore, Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker


@pytest.fixture
def path(tmp_path: Path) -> str:
    return ensure_newsroom_sheet(str(tmp_path))


def test_an_ignore_is_in_the_sheet_once_and_every_other_line_is_as_it_was(path: str) -> None:
    before = Path(path).read_text("utf-8")
    house = add_ignore(path, "kata-baku", "Resiko")
    assert house.ignores == {Ignore("kata-baku", "resiko")}
    assert add_ignore(path, "kata-baku", "RESIKO").ignores == house.ignores
    after = Path(path).read_text("utf-8")
    assert after.count('kata-baku = ["Resiko"]') == 1
    assert after.replace('kata-baku = ["Resiko"]\n', "") == before


def test_several_texts_of_a_rule_and_marks_of_all_kinds(path: str) -> None:
    add_ignore(path, "kata-baku", "resiko")
    add_ignore(path, "kata-baku", "apotik")
    house = add_ignore(path, "double-space", 'kata  "lain"\n')
    assert house.ignores == {
        Ignore("kata-baku", "resiko"),
        Ignore("kata-baku", "apotik"),
        Ignore("double-space", 'kata "lain"'),
    }
    assert load_style_sheet(path) == (house, [])


def test_taken_back_it_is_gone_and_the_sheet_as_before(path: str) -> None:
    before = Path(path).read_bytes()
    add_ignore(path, "kata-baku", "resiko")
    add_ignore(path, "kata-baku", "apotik")
    assert remove_ignore(path, "kata-baku", "Resiko").ignores == {Ignore("kata-baku", "apotik")}
    assert remove_ignore(path, "kata-baku", "apotik").ignores == frozenset()
    assert remove_ignore(path, "kata-baku", "apotik").ignores == frozenset()
    assert Path(path).read_bytes() == before


def test_a_sheet_without_the_table_gets_one(tmp_path: Path) -> None:
    path = tmp_path / "lama.toml"
    path.write_text('[newsroom]\nname = "Warta"\n', "utf-8")
    assert add_ignore(str(path), "kata-baku", "resiko").ignores == {Ignore("kata-baku", "resiko")}
    assert path.read_text("utf-8").startswith('[newsroom]\nname = "Warta"\n')


@pytest.mark.parametrize("written", ['ignores = "x"\n', '[ignores]\nkata-baku = "resiko"\n'])
def test_a_wrong_entry_is_told_and_left_alone(tmp_path: Path, written: str) -> None:
    path = tmp_path / "salah.toml"
    path.write_text(written, "utf-8")
    faults = load_style_sheet(str(path))[1]
    assert [fault.key.partition(".")[0] for fault in faults] == ["ignores"]
    with pytest.raises(ReadError):
        add_ignore(str(path), "kata-baku", "resiko")
    assert path.read_text("utf-8") == written


def test_what_no_file_can_hold_is_refused(path: str) -> None:
    with pytest.raises(UsageError):
        add_ignore(path, "kata-baku", "\ud800")


def test_a_check_passes_over_what_the_newsroom_ignores(path: str) -> None:
    release = Release.of(
        "Warga Panen Kopi", ("Resiko gagal panen dan resiko lain kecil.", "Apotik.")
    )

    def found(house_path: str | None) -> list[str]:
        house = load_style_sheet(house_path)[0]
        checker = Checker(all_rules(), house, Lexicon(house.pairs))
        return [p.text for p in checker.check(release) if p.rule == "kata-baku"]

    assert found(None) == ["Resiko", "resiko", "Apotik"]
    add_ignore(path, "kata-baku", "resiko")
    assert found(path) == ["Apotik"]
