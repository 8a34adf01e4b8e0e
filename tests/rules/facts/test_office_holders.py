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
    Official("Camat Wonosekar", "Drs. Hadi Prayitno", date(2020, 1, 1), date(2022, 12, 31)),
)
DATED = "Acara itu digelar Rabu (13/11/2024)."


@cache
def checker(officials: tuple[Official, ...] = OFFICIALS) -> Checker:
    return Checker(
        office_holders.RULES, replace(load_style_sheet()[0], officials=officials), Lexicon()
    )


def check(text: str, day: date | None = None) -> list[Finding]:
    return checker().check(Release.of("", text.split("\n")), CheckOptions(day))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            f"Bupati Tirtasari Bambang Adi hadir.\n{DATED}",
            ["Ganti dengan “Ratna Widuri”"],
        ),
        (
            f"Bupati Bambang Adi hadir.\n{DATED}",
            ["Ganti dengan “Ratna Widuri”"],
        ),
        (
            f"Acara dibuka Bupati Tirtasari, H. Sugeng Hartono.\n{DATED}",
            ["Ganti dengan “Ratna Widuri”", "Ganti dengan “mantan Bupati Tirtasari”"],
        ),
        (
            "Rabu (12/6/2024) Bupati Ratna Widuri membuka pasar.",
            ["Ganti dengan “Sugeng Hartono”"],
        ),
        (
            f"Camat Wonosekar Hadi Prayitno hadir.\n{DATED}",
            ["Ganti dengan “Mantan Camat Wonosekar”"],
        ),
    ],
)
def test_another_than_the_registered_is_asked_about(text: str, labels: list[str]) -> None:
    (finding,) = check(text)
    assert [fix.label for fix in finding.fixes] == labels


@pytest.mark.parametrize(
    "text",
    [
        f"Bupati Tirtasari Ratna Widuri hadir.\n{DATED}",
        f"Bupati Ratna hadir.\n{DATED}",
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
        "Per 14/11/2024 jabatan Bupati Tirtasari tercatat atas nama Ratna Widuri; periksa."
    )
    assert check(text) == []


def test_an_office_that_nobody_is_known_to_hold_is_said_so() -> None:
    (finding,) = check(f"Camat Wonosekar Hadi Prayitno hadir.\n{DATED}")
    assert finding.message == (
        "Per 13/11/2024 Hadi Prayitno tidak tercatat lagi sebagai Camat Wonosekar; periksa."
    )


def test_an_empty_register_says_nothing() -> None:
    assert checker(()).check(Release.of("", [f"Bupati Bambang Adi hadir. {DATED}"])) == []
