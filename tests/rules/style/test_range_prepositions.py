"""Antara … dan, dari … hingga."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.style.range_prepositions import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Laga antara Arema dengan Persik ramai.", "Laga antara Arema dan Persik ramai."),
        ("Naik antara 1,5% sampai dengan 2%.", "Naik antara 1,5% dan 2%."),
        ("Harga antara Rp 4.000-5.000 per butir.", "Harga antara Rp 4.000 dan Rp 5.000 per butir."),
        ("Antara 2018 – 2020 harga naik.", "Antara 2018 dan 2020 harga naik."),
        ("Dibuka antara Senin hingga Jumat.", "Dibuka antara Senin dan Jumat."),
        ("Mulai dari 10-14 Juni lomba digelar.", "Mulai dari 10 hingga 14 Juni lomba digelar."),
        ("Ia bekerja dari 2008-2013.", "Ia bekerja dari 2008 hingga 2013."),
        ("Macet dari Talun s/d Garum.", "Macet dari Talun sampai Garum."),
    ],
)
def test_the_second_half_is_mended(text: str, after: str) -> None:
    (finding,) = check(text)
    assert Release.of("", [text]).edited(finding.fixes[0].edits).body == after
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Warga duduk di antara Talun dengan Garum.",
        "Acara itu antara lain dengan tari.",
        "Kemitraan antara dua desa dengan luas berbeda.",
        "Lomba antara desa dengan hadiah kambing; laga antara tim dengan skor tipis.",
        "Kerja sama antara pusat dan daerah dengan bank.",
        "Program 2025-2045 dan nomor 2 s/d 5.",
        "Panitia terdiri dari 10-15 orang, lebih dari 20-30 orang, satu dari 3-4 orang.",
        "Mobil melaju dari 0-100 km; suhu dari 20-30 derajat ke 40 derajat.",
        "Sejak 2016-2017 klub itu juara.",
        "Data dari 2-3 desa.",
        '"Kerja sama antara desa dengan kota itu penting," katanya.',
    ],
)
def test_other_uses_are_silent(text: str) -> None:
    assert check(text) == []
