"""Dates against the calendar."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from bnews_desk.finding import Finding, Safety, Severity
from bnews_desk.frame.release_frame import Role
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions, ParagraphContext
from bnews_desk.rules.numbers.written_dates import date_in_words, nearest_date_on, written_dates
from bnews_desk.rules.numbers.wrong_dates import RULES
from bnews_desk.text import Span


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str, published: date | None = None) -> list[Finding]:
    return checker().check(Release.of("", [text]), CheckOptions(published))


def news(finding: Finding) -> list[str]:
    return [fix.edits[0].new for fix in finding.fixes]


def dates(text: str) -> list[tuple[int, int, int | None, str | None]]:
    paragraph = ParagraphContext(
        text, Role.BODY, Span(0, len(text)), load_style_sheet()[0], Lexicon()
    )
    return [
        (d.day, d.month, d.year, d.weekday and d.weekday.text) for d in written_dates(paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pada Rabu (13/11/2024)", [(13, 11, 2024, "Rabu")]),
        ("pada Rabu, 13 November 2024", [(13, 11, 2024, "Rabu")]),
        ("Rabu dini hari (13/11/2024)", [(13, 11, 2024, "Rabu")]),
        ("hari Rabu tanggal 13 November 2024", [(13, 11, 2024, "Rabu")]),
        ("Rabu pekan depan (13/11/24)", [(13, 11, 2024, "Rabu")]),
        ("13 November 2024 (Rabu)", [(13, 11, 2024, "Rabu")]),
        ("13-11-2024 dan 13.11.2024", [(13, 11, 2024, None), (13, 11, 2024, None)]),
        ("Kamis (28/12)", [(28, 12, None, "Kamis")]),
        ("28 Desember", [(28, 12, None, None)]),
        ("5 Nov 2024", [(5, 11, 2024, None)]),
        ("minggu (17/11/2024)", [(17, 11, 2024, None)]),
        ("Malang, minggu (17/11/2024)", [(17, 11, 2024, "minggu")]),
        ("Senin (11/11/2024) dan Selasa (12/11/2024)",
         [(11, 11, 2024, "Senin"), (12, 11, 2024, "Selasa")]),
    ],
)  # fmt: skip
def test_dates_are_read(text: str, found: list[object]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "RT 01/RW 02 dan III/10",
        "tahun ajaran 2024/2025",
        "Nomor 12/13/2024",
        "Senin-Rabu (12-14/3/2025)",
        "skor 3-1 dan rasio 1/2",
        "pukul 19.30 Mei",
        "20-21 Oktober 2025",
        "telepon 0812-11-2024",
        "١٢/١١/٢٠٢٤",
        "192.168.10.2024",
        "5 Nov kemarin",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_the_weekday_or_the_date_is_offered() -> None:
    (finding,) = check("Acara digelar Kamis (13/11/2024) malam.")
    assert finding.text == "Kamis (13/11/2024)"
    assert finding.severity is Severity.ERROR
    assert finding.message == "13 November 2024 jatuh pada hari Rabu, bukan Kamis."
    assert news(finding) == ["Rabu", "14/11/2024"]
    assert {fix.safety for fix in finding.fixes} == {Safety.OFFERED}


def test_a_mistyped_year_is_offered_where_the_publication_date_is_known() -> None:
    (finding,) = check("Acara digelar Senin (20/10/2026).", date(2025, 10, 20))
    assert news(finding) == ["20/10/2025", "Selasa", "19/10/2026"]


@pytest.mark.parametrize(
    ("text", "published", "offered"),
    [
        ("Rapat digelar Senin (16/5/2025).", date(2025, 6, 18),
         ["16/6/2025", "19/5/2025", "Jumat"]),
        ("Rapat digelar Senin (5/1/2025).", date(2026, 1, 6),
         ["5/1/2026", "Minggu", "6/1/2025"]),
        ("Rapat digelar Rabu (19/6/2025).", date(2025, 6, 18), ["18/6/2025", "Kamis", "19/6/2024"]),
        ("Rapat digelar Senin (13/10/3025).", date(2025, 10, 14),
         ["13/10/2025", "Kamis", "10/10/3025"]),
        ("Rapat digelar Senin (19/10/2025). Laporan itu terbit pada 20 Oktober 2025.", None,
         ["20/10/2025", "Minggu", "19/10/2026"]),
        ("Rapat digelar Senin (16/5/2025). Hasilnya diumumkan Rabu (18/6/2025).", None,
         ["16/6/2025", "19/5/2025", "Jumat"]),
        ("Rapat digelar Kamis, 31 Agustus 2025.", date(2025, 8, 1),
         ["31 Juli 2025", "Minggu", "28 Agustus 2025"]),
    ],
)  # fmt: skip
def test_repairs_are_ranked_by_publication_and_the_other_dates(
    text: str, published: date | None, offered: list[str]
) -> None:
    (finding,) = check(text, published)
    assert news(finding) == offered


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Senin–Rabu (10–12/6/2025)", ["Selasa–Kamis", "9–11/6/2025"]),
        ("Senin hingga Rabu (10 hingga 12 Juni 2025)",
         ["Selasa hingga Kamis", "9 hingga 11 Juni 2025"]),
        ("Sabtu-Minggu (30/6-1/7/2025)", ["Senin-Selasa"]),
        ("Senin sampai Kamis, 9-11 Juni 2025", ["Senin sampai Rabu", "9-12 Juni 2025"]),
    ],
)  # fmt: skip
def test_days_of_a_range_are_compared_with_its_dates(text: str, offered: list[str]) -> None:
    (finding,) = check(f"Pelatihan digelar {text} di Blitar.")
    assert finding.rule == "date-weekday-mismatch"
    assert finding.text == text
    assert news(finding) == offered


@pytest.mark.parametrize(
    "text",
    [
        "Senin–Rabu (9–11/6/2025)",
        "Senin-Rabu, 9-11 Juni 2025",
        "Sabtu dan Minggu, 14 dan 15 Juni 2025",
        "Senin hingga Rabu (30 Juni–2 Juli 2025)",
        "Rabu-Kamis (31/12/2025-1/1/2026)",
        "Rabu-Kamis (31/12-1/1/2026)",
        "Senin–Rabu (10–12/6)",
        "Senin-Jumat, 08.00-15.00",
        "Senin-Jumat 8 sampai 15 anak",
    ],
)
def test_right_ranges_and_those_without_a_year_are_silent(text: str) -> None:
    assert check(f"Pelatihan digelar {text} di Blitar.") == []


def test_a_range_without_a_year_takes_that_of_publication() -> None:
    text = "Pelatihan digelar Senin–Rabu ({}/6) di Blitar."
    (finding,) = check(text.format("10–12"), date(2025, 6, 20))
    assert finding.severity is Severity.WARNING
    assert check(text.format("9–11"), date(2025, 6, 20)) == []


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Rapat digelar Kamis (20/11/21025).", ["2025"]),
        ("Rapat digelar Kamis (20/11/205).", ["2025", "2015"]),
        ("Rapat digelar Minggu, 15 Juni 202.", ["2025", "2024"]),
        ("Inflasi naik pada bulan Mei 202, kata dia.", ["2025", "2024"]),
        ("Pendaftaran ditutup (18/6/20250).", ["2025", "2020"]),
        ("Anggaran tahun 20225 disahkan.", ["2025", "2022"]),
    ],
)
def test_a_year_of_too_many_or_too_few_digits(text: str, offered: list[str]) -> None:
    (finding,) = check(text, date(2025, 11, 21))
    assert finding.rule == "date-impossible"
    assert "salah tulis" in finding.message
    assert news(finding) == offered


@pytest.mark.parametrize(
    "text",
    [
        "Pada 20 November 205 warga ikut.",
        "Pada 20 November 150.000 warga ikut.",
        "Surat Nomor 20/11/205 terbit.",
        "Tahun 205 Masehi dan kode pos 66171.",
        "Pada 1 Januari 500, 600, dan 700 paket dibagikan.",
    ],
)
def test_numbers_of_things_are_no_years(text: str) -> None:
    assert [f for f in check(text, date(2025, 11, 21)) if "salah tulis" in f.message] == []


def test_a_month_is_crossed_in_the_layout_that_stands_there() -> None:
    (finding,) = check("Acara digelar Sabtu, 1 Agustus 2025.")
    assert news(finding) == ["Jumat", "2 Agustus 2025"]
    (finding,) = check("Acara digelar Kamis, 1 Agustus 2025.")
    assert news(finding) == ["Jumat", "31 Juli 2025"]
    (finding,) = check("Acara digelar Selasa (03/03/2025).")
    assert news(finding) == ["Senin", "04/03/2025"]


def test_a_year_that_is_guessed_gives_a_warning() -> None:
    text = "Acara digelar Kamis (31/12)."
    assert check(text) == []
    (finding,) = check(text, date(2026, 1, 2))
    assert finding.severity is Severity.WARNING
    assert finding.message == "31 Desember 2025 jatuh pada hari Rabu, bukan Kamis."
    assert news(finding) == ["Rabu"], "1 January would be another year"
    assert check("Acara digelar Rabu (31/12).", date(2026, 1, 2)) == []


def test_a_day_in_capitals_stays_in_capitals() -> None:
    release = Release.of("ACARA KAMIS 13 NOVEMBER 2024", ["Isi berita."])
    (finding,) = checker().check(release)
    assert news(finding)[0] == "RABU"


@pytest.mark.parametrize(
    "text",
    [
        "Lomba digelar Senin hingga Kamis (13/11/2024).",
        "Majapahit berdiri pada Senin, 31 Mei 1293.",
        "Ahad (17/11/2024) dan Jum’at (15/11/2024).",
        "Pada Kamis, ada 13 November 2024 orang.".replace("13 November 2024", "13"),
        "Rapat hari Kamis. 13 November 2024 menjadi tenggatnya.",
    ],
)
def test_agreement_is_silent(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "said", "fix"),
    [
        ("pada 31/11/2024", "31/11/2024", []),
        ("pada 29/2/2023", "29/2/2023", []),
        ("pada 30 Februari 2024", "30 Februari 2024", []),
        ("Senin (20/20/2025)", "20/20/2025", []),
        ("Selasa (3/0/2022)", "3/0/2022", []),
        ("Selasa (12/13)", "12/13", ["13/12"]),
        ("pada 11/13/2024", "11/13/2024", ["13/11/2024"]),
        ("pada 32 Maret", "32 Maret", []),
    ],
)
def test_a_date_that_does_not_exist(text: str, said: str, fix: list[str]) -> None:
    (finding,) = check(f"Kegiatan digelar {text} di Blitar.")
    assert finding.rule == "date-impossible"
    assert finding.message == f"Tanggal {said} tidak ada."
    assert news(finding) == fix


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_end_of_the_calendar(day: date) -> None:
    near = [nearest_date_on(day, weekday) for weekday in range(7)]
    assert day in near
    assert None in near
    assert date_in_words(date(2024, 11, 13)) == "13 November 2024"


def test_the_last_year_of_the_calendar_is_checked_too() -> None:
    (finding,) = check("Acara digelar Senin (31/12/9999).", date(9999, 12, 31))
    assert finding.rule == "date-weekday-mismatch"
