"""Capitals of geographical names."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.spelling.place_name_capitals import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, [text]))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Warga kecamatan Talun.", "Warga Kecamatan Talun."),
        ("Warga kecamatan talun.", "Warga Kecamatan Talun."),
        ("Kepala desa Ngadri.", "Kepala Desa Ngadri."),
        ("Rapat kepala desa Ngadri.", "Rapat Kepala Desa Ngadri."),
        ("Rapat pemerintah kabupaten Blitar.", "Rapat Pemerintah Kabupaten Blitar."),
        ("Dari desa Plosorejo Kecamatan Kademangan.", "Dari Desa Plosorejo Kecamatan Kademangan."),
        ("Warga kabupaten Ogan Komering Ulu Timur.", "Warga Kabupaten Ogan Komering Ulu Timur."),
        ("Desa plosorejo panen.", "Desa Plosorejo panen."),
    ],
)
def test_names_of_units_are_mended_in_bulk(wrong: str, right: str) -> None:
    assert fix_all(Release.of("", [wrong]), checker()).release.body == right


@pytest.mark.parametrize(
    "text",
    ["gunung Kelud", "candi Penataran", "jalan Ahmad Yani", "dusun Krajan", "provinsi Jawa Timur"],
)
def test_other_names_are_offered(text: str) -> None:
    (finding,) = check(f"Warga ke {text} kemarin.")
    assert finding.safe_fix is None
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].edits[0].new.startswith(text[0].upper())


def test_the_town_itself_is_a_suggestion() -> None:
    (finding,) = check("Warga kota Blitar hadir.")
    assert finding.severity is Severity.SUGGESTION
    (finding,) = check("Rapat pemerintah kota Blitar usai.")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Lepas pantai Uruguay, pantai Jakarta, dan kota Teheran.",
        "Jalan Cilegon-Anyer, jalan Cilegon-Anyer, dan jalan Tol.",
        "Ibu kota Jakarta, luar kota Blitar, dan kota-kota di Jawa.",
        "Desa wisata, desa mandiri, desa maju, dan desa sumber air.",
        "Desa-desa di Blitar, dua desa Ngadri dan Plosorejo, 3 kecamatan Talun.",
        "Kecamatan kota, kabupaten batu, kabupaten induk, dan desa pojok.",
        "Jeruk bali, kacang bogor, soto Lamongan.",
        "Ia pulang ke desa. Talun sepi. Ia dari desa, Plosorejo.",
        "Tingkat kecamatan Kota Blitar dan desa ASRI.",
        "Lomba desa\u00a0 Talun dan desa-Talun.",
        "Kunjungi desa Plosorejo.id dan #kecamatanTalun.",
    ],
)
def test_what_is_no_name_is_silent(text: str) -> None:
    assert check(text) == []


def test_a_part_of_a_longer_name_is_not_changed_in_bulk() -> None:
    findings = check("Program kelurahan Siaga Tuberkulosis dimulai.")
    assert all(finding.safe_fix is None for finding in findings)


def test_speech_is_changed_by_click_only() -> None:
    (finding,) = check('"Kami warga kecamatan Talun di sini," katanya.')
    assert finding.safe_fix is None


def test_a_headline_is_asked_too() -> None:
    (finding,) = check("Isi berita.", "Panen Raya di desa Ngadri")
    assert finding.fixes[0].edits[0].new == "Desa Ngadri"
