"""Offices against the newsroom's register (F10): when it speaks, and when it cannot know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.officials import Official
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.facts import office_holders

OFFICIALS = (
    Official("Bupati Tirtasari", "Sugeng Hartono", until=date(2024, 6, 30), short=("Bupati",)),
    Official("Bupati Tirtasari", "Ratna Widuri", since=date(2024, 7, 1)),
    Official("Wakil Bupati Tirtasari", "H. Yusuf Mansur, S.H.", since=date(2024, 7, 1)),
    Official("Camat Wonosekar", "Drs. Hadi Prayitno", date(2020, 1, 1), date(2022, 12, 31)),
    Official("Pj. Camat Talun", "Endah Lestari", since=date(2024, 1, 1)),
    Official("Kapolres Tirtasari", "Bagus Wicaksono", since=date(2024, 1, 1)),
)
DATED = "Acara itu digelar Rabu (13/11/2024)."


@cache
def checker(officials: tuple[Official, ...] = OFFICIALS) -> Checker:
    return Checker(
        office_holders.RULES, replace(load_style_sheet()[0], officials=officials), Lexicon()
    )


def check(text: str, day: date | None = None) -> list[Finding]:
    return checker().check(Release.of("", text.split("\n")), CheckOptions(day))


NAME = "Ganti namanya: “Ratna Widuri”"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Bupati Tirtasari Bambang Adi hadir.", [NAME]),
        ("Bupati Bambang Adi hadir.", [NAME]),
        ("Bambang Adi, Bupati Tirtasari, mengatakan desa maju.", [NAME]),
        ('"Ayo," kata Bambang Adi, Bupati Tirtasari.', [NAME]),
        ("Bambang Adi selaku Bupati Tirtasari membuka acara.", [NAME]),
        ("Acara itu dibuka Bambang Adi (Bupati Tirtasari).", [NAME]),
        (
            "Acara dibuka Bupati Tirtasari, H. Sugeng Hartono.",
            [NAME, "Ganti dengan “mantan Bupati Tirtasari”"],
        ),
        ("Bupati Ratna Lestari hadir.", [NAME]),
        ("Bupati Ratna Widury hadir.", [NAME]),
        ("Bupati Rattna hadir.", [NAME]),
        (
            "Bupati Yusuf Mansur hadir.",
            ["Ganti jabatannya: “Wakil Bupati Tirtasari”", NAME],
        ),
        (
            "Wabup Tirtasari Ratna Widuri hadir.",
            ["Ganti jabatannya: “Bupati Tirtasari”", "Ganti namanya: “Yusuf Mansur”"],
        ),
        ("Camat Wonosekar Hadi Prayitno hadir.", ["Ganti dengan “Mantan Camat Wonosekar”"]),
        ("Camat Talun Endah Lestari hadir.", ["Ganti jabatannya: “Pj. Camat Talun”"]),
        ("Penjabat Camat Talun Siti Aminah hadir.", ["Ganti namanya: “Endah Lestari”"]),
        ("Plt. Bupati Tirtasari Ratna Widuri hadir.", ["Hapus “Plt.”"]),
        ("Mantan Bupati Tirtasari Ratna Widuri hadir.", ["Hapus “Mantan”"]),
        ("Kapolres Tirtasari AKBP Joko Susilo hadir.", ["Ganti namanya: “Bagus Wicaksono”"]),
    ],
)
def test_another_than_the_registered_is_asked_about(text: str, labels: list[str]) -> None:
    (finding,) = check(f"{text}\n{DATED}")
    assert [fix.label for fix in finding.fixes] == labels


def test_the_term_counts_on_the_day_of_the_event() -> None:
    (finding,) = check("Rabu (12/6/2024) Bupati Ratna Widuri membuka pasar.")
    assert [fix.label for fix in finding.fixes] == ["Ganti namanya: “Sugeng Hartono”"]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Bupati H. Bambang Adi, S.E., hadir.", "Bupati Ratna Widuri, hadir."),
        ("Acara dibuka Bupati Bambang Adi, S.E.", "Acara dibuka Bupati Ratna Widuri."),
        ("Bupati Hj. Ratna Widury, S.E., hadir.", "Bupati Hj. Ratna Widuri, S.E., hadir."),
    ],
)
def test_titles_and_degrees_go_with_the_other_person(text: str, mended: str) -> None:
    release = Release.of("", [text, DATED])
    (finding,) = checker().check(release)
    assert release.edited(finding.fixes[0].edits).text == f"\n{mended}\n{DATED}"


@pytest.mark.parametrize(
    "text",
    [
        f"Bupati Tirtasari Ratna Widuri hadir.\n{DATED}",
        f"Bupati Ratna hadir.\n{DATED}",
        f"Bupati Ratna Endah Widuri hadir Rabu.\n{DATED}",
        f"Ratna Widuri, Bupati Tirtasari, mengatakan desa maju.\n{DATED}",
        f"Acara dihadiri Bambang Adi, Bupati Tirtasari, dan Camat Talun.\n{DATED}",
        f"Wabup Tirtasari H. Yusuf Mansur hadir.\n{DATED}",
        f"Kapolres Tirtasari AKBP Bagus Wicaksono, S.I.K., hadir.\n{DATED}",
        f"Pj Camat Talun Endah Lestari hadir.\n{DATED}",
        f"Bupati Bambang hadir.\n{DATED}",
        f"Bupati Ponorogo Bambang Adi hadir. Bupati Bambang Adi pulang.\n{DATED}",
        f"Bupati Jawa Tengah Bambang Adi hadir.\n{DATED}",
        f"Menurut Juru Bicara Bupati Bambang Adi, desa maju.\n{DATED}",
        f"Menurut Staf Ahli Bupati Bambang Adi, desa maju.\n{DATED}",
        f"Wakil Bupati dan Bupati Bambang-Ratna hadir.\n{DATED}",
        f"Kepala Kepolisian Resor (Kapolres Tirtasari) hadir.\n{DATED}",
        f"Partai itu mengusung Bambang Adi sebagai Bupati Tirtasari.\n{DATED}",
        f"Bupati Tirtasari Hj. Ratna Widuri, S.E., hadir.\n{DATED}",
        f"Mantan Bupati Tirtasari Sugeng Hartono hadir.\n{DATED}",
        f"Wakil Bupati Bambang Adi hadir.\n{DATED}",
        f"Pj. Bupati Tirtasari Bambang Adi hadir.\n{DATED}",
        f"Plt Bupati Bambang Adi hadir.\n{DATED}",
        f"Calon Bupati Bambang Adi hadir.\n{DATED}",
        f"Istri Bupati Lestari Adi hadir.\n{DATED}",
        f"Bupati Kediri Bambang Adi hadir.\n{DATED}",
        f"Bupati Malang menyambut Bambang Adi.\n{DATED}",
        f"Pada 2015 Bupati Bambang Adi membuka pasar itu.\n{DATED}",
        f"Saat itu Bupati Bambang Adi membuka pasar.\n{DATED}",
        f'"Bupati Bambang Adi sudah hadir sejak pagi," kata Siti.\n{DATED}',
        "Bupati Tirtasari Bambang Adi hadir.",
        f"Camat Wonosekar Siti Aminah hadir.\n{DATED}",
        f"Camat Talun Bambang Adi hadir.\n{DATED}",
    ],
)
def test_what_agrees_or_cannot_be_known_is_silent(text: str) -> None:
    assert check(text) == []


def test_without_a_date_in_the_copy_the_publication_date_counts() -> None:
    text = "Bupati Bambang Adi hadir."
    (finding,) = check(text, date(2024, 11, 14))
    assert finding.message == (
        "Per 14/11/2024 jabatan Bupati Tirtasari tercatat atas nama Ratna Widuri, bukan"
        " Bambang Adi; periksa."
    )
    assert check(text) == []


def test_an_office_that_nobody_is_known_to_hold_is_said_so() -> None:
    (finding,) = check(f"Camat Wonosekar Hadi Prayitno hadir.\n{DATED}")
    assert finding.message == (
        "Per 13/11/2024 Hadi Prayitno tidak tercatat lagi sebagai Camat Wonosekar; periksa."
    )


def test_a_word_of_two_registered_names_is_no_other_person() -> None:
    assert check(f"Bupati Widuri hadir.\n{DATED}") == []
    registered = (*OFFICIALS, Official("Lurah Wonosekar", "Siti Widuri"))
    release = Release.of("", ["Bupati Widuri hadir.", DATED])
    assert checker(registered).check(release) == []


def test_an_empty_register_says_nothing() -> None:
    assert checker(()).check(Release.of("", [f"Bupati Bambang Adi hadir. {DATED}"])) == []


NATIONAL = (
    Official("Presiden", "Ratna Widuri", since=date(2024, 7, 1)),
    Official("Presiden", "Sugeng Hartono", until=date(2024, 6, 30)),
    Official("Menteri Pertanian", "Bagus Wicaksono", since=date(2024, 7, 1)),
    Official("Bupati", "Endah Lestari", since=date(2024, 7, 1)),
)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Presiden Prancis Jean Moreau hadir.", False),
        ("Presiden PT Sawah Makmur Anton Wijaya hadir.", False),
        ("Menteri Pertanian Jepang Kenji Mori hadir.", False),
        ("Bupati Anton Wijaya hadir.", False),
        ("Presiden Ratna Widuri hadir.", False),
        ("Presiden Ratna Widury hadir.", True),
        ("Presiden Sugeng Hartono hadir.", True),
        ("Presiden Bagus Wicaksono hadir.", True),
    ],
)
def test_an_office_without_a_place_is_judged_by_known_people(text: str, is_told: bool) -> None:
    release = Release.of("", [f"{text} {DATED}"])
    assert bool(checker(NATIONAL).check(release, CheckOptions(None))) == is_told
