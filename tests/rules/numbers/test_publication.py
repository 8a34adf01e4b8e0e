"""Days and dates against the day of publication: B08, B09, B10."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bnews_desk.finding import Finding, Severity

Check = Callable[..., list[Finding]]
WEDNESDAY = date(2024, 11, 13)


@pytest.mark.parametrize(
    ("text", "said", "new"),
    [
        ("Rapat digelar kemarin.", "kemarin", "Selasa (12/11/2024)"),
        ("Rapat digelar kemarin sore.", "kemarin sore", "Selasa sore (12/11/2024)"),
        ("Rapat digelar sore kemarin.", "sore kemarin", "Selasa sore (12/11/2024)"),
        ("Rapat digelar hari ini.", "hari ini", "Rabu (13/11/2024)"),
        ("Rapat digelar pagi hari ini.", "pagi hari ini", "Rabu pagi (13/11/2024)"),
        ("Kemarin, rapat digelar.", "Kemarin", "Selasa (12/11/2024)"),
        ("Rapat digelar Rabu kemarin.", "Rabu kemarin", "Rabu (6/11/2024)"),
        ("Rapat digelar Selasa kemarin.", "Selasa kemarin", "Selasa (12/11/2024)"),
        ("Rapat digelar tadi pagi.", "tadi pagi", "Rabu pagi (13/11/2024)"),
        ("Di pendapa, tadi malam, rapat usai.", "tadi malam", "Selasa malam (12/11/2024)"),
        ("Hujan turun sejak kemarin.", "kemarin", "Selasa (12/11/2024)"),
        ("Rapat digelar lusa.", "lusa", "Jumat (15/11/2024)"),
    ],
)
def test_a_relative_day_is_offered_its_date(check: Check, text: str, said: str, new: str) -> None:
    (finding,) = check("date-relative", text, published=WEDNESDAY)
    assert (finding.text, finding.fixes[0].edits[0].new) == (said, new)
    assert finding.severity is Severity.WARNING
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Rapat digelar kemarin, Selasa (12/11/2024).",
        "Rapat digelar hari ini (13/11).",
        "Warga bertahan hingga hari ini.",
        "Dewasa ini warga makin sadar.",
        "Hasil musim kemarin menurun.",
        "Harga naik pada akhir April kemarin.",
        "Warga libur 2 hari ini; lima hari ini hujan.",
        "Ia datang dua minggu lalu dan pulang 3 pekan lalu.",
        '"Kami datang ke sini kemarin sore," katanya.',
        "Acara “Hari Ini” tayang.",
        "Warga membaca Koran Kemarin.",
    ],
)
def test_dated_lasting_and_spoken_days_are_left(check: Check, text: str) -> None:
    assert check("date-relative", text, published=WEDNESDAY) == []


def test_without_a_day_of_publication_nothing_is_relative(check: Check) -> None:
    assert check("date-relative", "Rapat digelar kemarin.") == []


def test_a_week_is_only_pointed_out(check: Check) -> None:
    (finding,) = check("date-relative", "Rapat digelar minggu depan.", published=WEDNESDAY)
    assert (finding.severity, finding.fixes) == (Severity.SUGGESTION, ())


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_end_of_the_calendar_is_no_day(check: Check, day: date) -> None:
    for word in ("kemarin", "lusa", "tadi malam", "Senin kemarin"):
        (finding,) = check("date-relative", f"Rapat digelar {word}.", published=day)
        assert finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Pelatihan telah digelar di pendapa pada Senin (18/11/2024).",
        "Lomba berlangsung meriah Senin (18/11/2024).",
        "Pasar resmi dibuka pada 20 November 2024.",
        "Pada Senin (18/11/2024) pelatihan sudah dilaksanakan.",
        "Pelatihan akan digelar di pendapa pada Senin (11/11/2024).",
        "Lomba dijadwalkan pada 10 November 2024.",
    ],
)
def test_tense_against_the_date_is_a_warning(check: Check, text: str) -> None:
    (finding,) = check("date-future-past-tense", text, published=WEDNESDAY)
    assert (finding.severity, finding.fixes) == (Severity.WARNING, ())
    assert check("date-future-past-tense", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pelatihan telah digelar Senin (11/11/2024).",
        "Pelatihan akan digelar Senin (18/11/2024).",
        "Tiket telah dijual untuk konser pada Senin (18/11/2024).",
        "Panitia telah menetapkan lomba akan digelar Senin (18/11/2024).",
        "Bupati mengatakan pasar akan dibangun, Senin (11/11/2024).",
        "Lomba yang semula akan digelar Senin (11/11/2024) ditunda.",
        "Rapat digelar Rabu (13/11/2024) dan akan berlanjut.",
        '"Pelatihan telah digelar Senin (18/11/2024) lalu," katanya.',
        "Pelatihan telah digelar Senin (18/11).",
    ],
)
def test_tense_that_agrees_or_belongs_to_another_day_is_left(check: Check, text: str) -> None:
    assert check("date-future-past-tense", text, published=WEDNESDAY) == []


def test_a_year_far_off_is_found_where_the_rule_is_on(check: Check) -> None:
    (finding,) = check("date-implausible", "Rapat Kamis (13/11/2042).", published=WEDNESDAY)
    assert (
        finding.message
        == "Tahun 2042 pada “13/11/2042” jauh dari tanggal tayang; mungkin salah ketik."
    )
    near = "Rapat Senin (16/9/2024) dan Senin (10/11/2025)."
    assert check("date-implausible", near, published=WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "published", "offered"),
    [
        (
            "Rapat dibuka Selasa (12/11/2024). Lomba digelar hari ini.",
            WEDNESDAY,
            ["Selasa (12/11/2024)", "Rabu (13/11/2024)"],
        ),
        (
            "Rapat dibuka Selasa (12/11/2024). Lomba digelar hari ini.",
            None,
            ["Selasa (12/11/2024)"],
        ),
        ("Rapat akan dibuka Kamis (14/11/2024). Lomba digelar hari ini.", None, []),
        (
            "Rapat dibuka Senin (4/11/2024). Lomba digelar hari ini.",
            WEDNESDAY,
            ["Rabu (13/11/2024)"],
        ),
        (
            "Rapat dibuka Selasa (12/11/2024). Lomba akan digelar hari ini.",
            WEDNESDAY,
            ["Rabu (13/11/2024)", "Selasa (12/11/2024)"],
        ),
    ],
)
def test_a_relative_day_is_read_from_the_dates_of_the_copy(
    check: Check, text: str, published: date | None, offered: list[str]
) -> None:
    found = check("date-relative", text, published=published)
    assert [fix.edits[0].new for one in found for fix in one.fixes] == offered


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Jalan itu rampung pada 2023 mendatang.", True),
        ("Jalan itu rampung pada tahun 2024 mendatang.", True),
        ("Jalan itu rampung pada Maret 2024 mendatang.", True),
        ("Jalan itu dibangun pada 2025 silam.", True),
        ("Jalan itu rampung pada 2025 mendatang.", False),
        ("Atletnya berlaga di SEA Games 2024 mendatang.", False),
        ("Jalan itu rampung pada 20 November 2024 mendatang.", False),
        ("Jalan itu dibangun pada 2023 silam, pada Maret 2024 lalu, pada 2024 lalu.", False),
    ],
)
def test_a_year_on_the_wrong_side_of_publication_is_told(
    check: Check, text: str, *, is_told: bool
) -> None:
    assert bool(check("date-future-past-tense", text, published=WEDNESDAY)) is is_told
