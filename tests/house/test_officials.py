"""The register of officials in a style sheet: read, or reported and left out, never raised."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from bnews_desk.house.officials import MAX_OFFICIALS, Official, read_officials
from bnews_desk.house.style_sheet import load_style_sheet

LEAST = {"office": "Wali Kota Tirtasari", "name": "Ratna Widuri"}


def test_the_register_ships_empty() -> None:
    assert load_style_sheet()[0].officials == ()


def test_a_sheet_brings_its_officials(tmp_path: Path) -> None:
    sheet = tmp_path / "gaya.toml"
    sheet.write_text(
        '[[officials]]\noffice = "Wali Kota Tirtasari"\nshort = ["Wali Kota"]\n'
        'name = "Ratna Widuri"\nsince = 2024-07-01\n',
        encoding="utf-8",
    )
    house, faults = load_style_sheet(str(sheet))
    assert faults == []
    assert house.officials == (
        Official("Wali Kota Tirtasari", "Ratna Widuri", date(2024, 7, 1), short=("Wali Kota",)),
    )


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"name": ""}, ".name"),
        ({"office": 7}, ".office"),
        ({"since": "2024-07-01"}, ".since"),
        ({"until": datetime(2024, 7, 1, 9)}, ".until"),
        ({"short": "Wali Kota"}, ".short"),
        ({"short": [""]}, ".short"),
        ({"jabatan": "Wali Kota"}, ".jabatan"),
        ({"since": date(2024, 7, 1), "until": date(2023, 7, 1)}, ".until"),
    ],
)
def test_a_wrong_entry_is_named_and_left_out(changes: dict[str, object], place: str) -> None:
    officials, faults = read_officials([LEAST | changes, LEAST])
    assert officials == (Official("Wali Kota Tirtasari", "Ratna Widuri"),)
    assert [where for where, _ in faults] == [f"[0]{place}"]
    assert all(message.endswith("Pejabat ini dilewati.") for _, message in faults)


def test_what_is_missing_is_asked_for() -> None:
    officials, faults = read_officials([{}])
    assert officials == ()
    assert [where for where, _ in faults] == ["[0].office", "[0].name"]


@pytest.mark.parametrize("value", ["Ratna", 7, {"office": "x"}, [1], None])
def test_what_is_no_register_is_none(value: object) -> None:
    officials, faults = read_officials(value)
    assert officials is None
    assert len(faults) == 1


def test_a_register_that_is_too_long_is_cut() -> None:
    officials, faults = read_officials([LEAST] * (MAX_OFFICIALS + 1))
    assert officials is not None
    assert len(officials) == MAX_OFFICIALS
    assert [where for where, _ in faults] == [""]


def test_an_office_is_held_on_its_first_and_last_day() -> None:
    held = Official("Camat", "Hadi", date(2024, 1, 1), date(2024, 12, 31))
    days = (date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1))
    assert [held.holds_on(day) for day in days] == [False, True, True, False]
    assert Official("Camat", "Hadi").holds_on(date(1999, 1, 1))
