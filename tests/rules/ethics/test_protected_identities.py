"""Children and victims who must not be known."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.ethics.protected_identities import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(*body: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, body))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Korban, Siti (14), dianiaya temannya.", "Siti"),
        ("AN (15), siswa SMPN 1 Talun, dikeroyok.", "AN (15), siswa SMPN 1 Talun"),
        ("Tersangka begal itu RK (17), warga Desa Jajar.", "RK (17), warga Desa Jajar"),
        ("Seorang siswi SMPN 2 Wlingi dicabuli.", "siswi SMPN 2 Wlingi"),
        ("Tersangka AN (16), anak Budi Santoso, ditahan.", "AN (16), anak Budi Santoso"),
    ],
)
def test_what_gives_a_child_away_is_marked(text: str, marked: str) -> None:
    finding = next(p for p in check(text) if p.rule == "child-identity")
    assert finding.text == marked
    assert finding.severity is Severity.ERROR
    assert finding.fixes == ()


def test_the_crime_may_stand_in_the_sentence_beside() -> None:
    (finding,) = check("Bocah bernama Raka (7) dirawat.", "Ia dianiaya ayah tirinya.")
    assert finding.text == "Raka"


@pytest.mark.parametrize(
    "body",
    [
        ("AN (15) dicabuli tetangganya.",),
        ("Korban berusia 15 tahun itu dianiaya.",),
        ("Tersangka Budi Santoso (18) menganiaya korban.",),
        ("Tersangka AS (40), warga Desa Jajar, mencabuli AN (15).",),
        ("Andi (14), siswa SMPN 1 Talun, juara lomba poster antitawuran.",),
        ("Andi (14), siswa SMPN 1 Talun, tenggelam di sungai.",),
        ("Polisi Sahabat Anak mengajak Ani (6), siswi TK Pertiwi, mengenal rambu.",),
        ("Pencurian terjadi di Talun (5), Garum (4), dan Doko (3).",),
        ("Bocah bernama Raka (7) hilang; polisi memeriksa terduga pelaku penculikan.",),
        ("Pelaku UMKM binaan SMKN 1 Talun, Rina (17), menerima bantuan.",),
        ("Pasal 81 ayat (1) mengancam pelaku pencabulan.",),
        ("Dalam film itu, Raka (7) diculik tetangganya.",),
        ("Siswa SMPN 1 Talun menonton pentas.", "Polisi menangkap pencuri di pasar."),
    ],
)
def test_no_editor_is_accused_for_nothing(body: tuple[str, ...]) -> None:
    assert check(*body) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Korban bernama Siti Aminah melaporkan pencabulan itu.", "Siti Aminah"),
        ("Korban Dewi Lestari (25) melaporkan pemerkosaan itu.", "Dewi Lestari"),
        (
            "Korban pencabulan itu tertekan. Korban, mahasiswi asal Desa Jajar, kini dirawat.",
            "Korban, mahasiswi asal Desa Jajar",
        ),
        ("Korban SA (21), warga Desa Jajar, diperkosa.", "SA (21), warga Desa Jajar"),
    ],
)
def test_what_gives_a_victim_away_is_marked(text: str, marked: str) -> None:
    (finding,) = check(text)
    assert finding.rule == "sex-crime-victim-identity"
    assert finding.text == marked


@pytest.mark.parametrize(
    "text",
    [
        "Korban pencabulan itu melapor ke Polres Blitar.",
        "Korban berinisial SA diperkosa tetangganya.",
        "Korban Siti Aminah (25) tertabrak truk.",
        "Korban Kekerasan Seksual berhak atas pendampingan.",
        "Pelaku pencabulan, AS (40), warga Desa Jajar, ditahan.",
        "Relawan mendampingi korban di Desa Jajar; kekerasan seksual disosialisasikan.",
    ],
)
def test_a_victim_who_stays_unknown_is_silent(text: str) -> None:
    assert check(text) == []
