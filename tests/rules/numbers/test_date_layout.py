"""The layout of a day and its date: B03, B04, B07."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bnews_desk.finding import Finding, Severity, apply_fixes
from bnews_desk.release import Release

Check = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Rabu, 13 November 2024", "Rabu (13/11/2024)"),
        ("Rabu 13 November 2024", "Rabu (13/11/2024)"),
        ("Rabu, 13/11/2024", "Rabu (13/11/2024)"),
        ("Rabu (13-11-2024)", "Rabu (13/11/2024)"),
        ("Rabu (13/11/24)", "Rabu (13/11/2024)"),
        ("Rabu (13 November 2024)", "Rabu (13/11/2024)"),
        ("Rabu siang (13-11-2024)", "Rabu siang (13/11/2024)"),
        ("Rabu Kliwon, 13 November 2024", "Rabu Kliwon (13/11/2024)"),
        ("hari Rabu tanggal 13 November 2024", "hari Rabu (13/11/2024)"),
    ],
)
def test_other_layouts_are_offered_the_house_form(check: Check, text: str, new: str) -> None:
    release = Release.of("", [f"Rapat digelar pada {text}."])
    (finding,) = check("date-house-form", release.body)
    assert finding.severity is Severity.SUGGESTION
    assert finding.safe_fix is None
    assert apply_fixes(release, finding.fixes)[0].body == f"Rapat digelar pada {new}."


def test_a_year_is_put_in_only_where_publication_tells_it(check: Check) -> None:
    text = "Rapat digelar Kamis (28/12)."
    (finding,) = check("date-house-form", text)
    assert finding.fixes == ()
    (finding,) = check("date-house-form", text, published=date(2023, 12, 30))
    assert finding.fixes[0].edits[0].new == "Kamis (28/12/2023)"
    (finding,) = check("date-house-form", text, published=date(2024, 12, 30))
    assert finding.fixes == (), "28 December 2024 is no Thursday"


@pytest.mark.parametrize(
    "text",
    [
        "Rapat digelar Rabu (13/11/2024) dan Kamis malam (14/11/2024).",
        "Rapat digelar 13 November 2024.",
        "Rapat digelar Rabu, 13 November 2024 sampai Kamis, 14 November 2024.",
        "Rapat digelar Rabu-Kamis (13-14/11/2024).",
        "Presiden wafat pada Minggu, 21 Juni 1970.",
        "Rapat digelar Rabu, 31 November 2024.",
        '"Kita bertemu lagi Rabu, 13 November 2024 ya," katanya.',
    ],
)
def test_ranges_history_and_speech_keep_their_layout(check: Check, text: str) -> None:
    assert check("date-house-form", text) == []


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Rabu(13/11/2024)", "Rabu (13/11/2024)"),
        ("Rabu,(13/11/2024)", "Rabu (13/11/2024)"),
        ("Rabu pagi(13/11/2024)", "Rabu pagi (13/11/2024)"),
        ("Rabu (13 /11/ 2024)", "Rabu (13/11/2024)"),
        ("13 / 11 / 2024", "13/11/2024"),
    ],
)
def test_spaces_and_commas_are_tidied_at_once(check: Check, text: str, new: str) -> None:
    release = Release.of("", [f"Rapat digelar {text}."])
    (finding,) = check("date-day-space-digit", release.body)
    assert finding.safe_fix is not None
    assert apply_fixes(release, finding.fixes)[0].body == f"Rapat digelar {new}."


@pytest.mark.parametrize(
    "text",
    ["Rabu, pagi (13/11/2024)", "Rabu (13/11/2024)", "skor 2 / 1 / 0", "Rabu, 13 November 2024"],
)
def test_right_spaces_and_other_layouts_are_no_matter_of_spaces(check: Check, text: str) -> None:
    assert check("date-day-space-digit", f"Rapat digelar {text}.") == []


def test_hari_and_tanggal_are_superfluous_but_off(check: Check) -> None:
    (finding,) = check("date-leading-tanggal", "Rapat pada hari Rabu tanggal 13 November 2024.")
    assert finding.fixes[0].edits[0].new == "Rabu (13/11/2024)"
    assert check("date-leading-tanggal", "Rapat pada tanggal 13 November 2024.") == []


@pytest.mark.parametrize(
    "written", ["Rabu, (18/6/2025)", "Rabu(18/6/2025)", "Rabu (18 / 6 / 2025)"]
)
def test_the_fix_of_spaces_is_named_with_its_closing_bracket(check: Check, written: str) -> None:
    release = Release.of("", [f"Rapat digelar {written} pagi."])
    (finding,) = check("date-day-space-digit", release.body)
    assert finding.fixes[0].label == "Ganti dengan “(18/6/2025)”"
    assert apply_fixes(release, finding.fixes)[0].body == "Rapat digelar Rabu (18/6/2025) pagi."
