"""Degrees and titles at names."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.degree_register import Degree, degree_key, shipped_degrees
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_rows
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.spelling.degree_forms import RULES

ROWS = list(read_rows("gelar.tsv"))


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str) -> list[Finding]:
    return checker().check(Release.of("", [text]))


def settled(text: str, *offered: str) -> str:
    return fix_all(Release.of("", [text]), checker(), offered=offered).release.body


@pytest.mark.parametrize(
    "row", [r for r in ROWS if "belakang" in r[2].split("|")], ids=lambda row: str(row[0])
)
def test_each_right_form_behind_a_name_is_silent(row: list[str]) -> None:
    for form in row[1].split(" | "):
        assert check(f"Hadir Drs. Ani Rahayu, {form}, bersama camat.") == []


@pytest.mark.parametrize("row", [r for r in ROWS if r[4]], ids=lambda row: str(row[0]))
def test_each_known_spelling_is_known_to_the_register(row: list[str]) -> None:
    register = shipped_degrees()
    for written in row[4].split("|"):
        form = written.partition("(")[0].strip()
        found: Degree | None = register.behind_name(form) or register.before_name(form)
        assert found is not None
        assert (
            degree_key(found.forms[0]).casefold() == degree_key(row[1].split(" | ")[0]).casefold()
        )


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Drs. Izul Marom, M.Sc, hadir", "Drs. Izul Marom, M.Sc., hadir"),
        ("Budi Santoso, SE, MM, hadir", "Budi Santoso, S.E., M.M., hadir"),
        ("Budi Santoso, SH., M.Hum, hadir", "Budi Santoso, S.H., M.Hum., hadir"),
        ("BUDI SANTOSO, SE, MM, hadir", "BUDI SANTOSO, S.E., M.M., hadir"),
        ("Ani Rahayu, S.IP (kiri) hadir", "Ani Rahayu, S.I.P. (kiri) hadir"),
        ("dr. Ani Rahayu, Sp.A(K) hadir", "dr. Ani Rahayu, Sp.A(K) hadir"),
        ("Ani Rahayu, SPd, hadir", "Ani Rahayu, S.Pd., hadir"),
        ("Drs Budi dan Hj Ani hadir", "Drs. Budi dan Hj. Ani hadir"),
        ("Prof Dr Ir H Budi Utomo hadir", "Prof. Dr. Ir. H. Budi Utomo hadir"),
        ("Bupati H Budi hadir", "Bupati H. Budi hadir"),
        ("menurut drg Endah", "menurut drg. Endah"),
    ],
)
def test_sure_forms_are_mended_in_bulk(text: str, good: str) -> None:
    assert settled(f"Kemarin {text}.") == f"Kemarin {good}."


def test_the_full_stop_of_the_sentence_is_that_of_the_degree() -> None:
    assert settled("Hadir Budi Santoso, S.Kom.") == "Hadir Budi Santoso, S.Kom."
    assert settled("Hadir Budi Santoso, SKom.") == "Hadir Budi Santoso, S.Kom."


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Hadir Budi Santoso, M.Sc, di aula.", Severity.WARNING),
        ("Hadir Budi Santoso, S.E., M.Sc, di aula.", Severity.ERROR),
        ("Hadir dr. Ani Rahayu, MARS, di aula.", Severity.SUGGESTION),
        ("Pasien dirujuk ke RSUD Dr Soetomo di Surabaya.", Severity.SUGGESTION),
    ],
)
def test_severity_follows_the_company(text: str, severity: Severity) -> None:
    (finding,) = check(text)
    assert finding.severity is severity
    assert (finding.safe_fix is None) == (severity is Severity.SUGGESTION)


def test_one_name_is_one_finding() -> None:
    (finding,) = check("Hadir Budi Santoso, SE, MM, di aula.")
    assert finding.text == "SE, MM"
    assert finding.message == "Singkatan gelar diakhiri titik: “S.E., M.M.”."
    assert [e.new for e in finding.fixes[0].edits] == ["S.E.", "M.M."]


@pytest.mark.parametrize(
    "text",
    [
        "SE Bupati Nomor 5 terbit.",
        "Di Jakarta, MA menolak kasasi itu.",
        "Kejaksaan Agung, MA, dan KPK bersidang.",
        "Siswa SMA, MA, dan SMK ikut.",
        "Di Blitar, Mei 2024, hujan turun.",
        "Cerita SH Mintardja, ST, dan MM.",
        "Hadir Budi, S.STP., dan Ani Rahayu, S.STP, di aula.",
        "Hadir dr. Ani, Sp.OG, Sp.PD., dan Sp.THT-KL.",
        "Hadir Ir. Budi, S.T., IPM, dan Ani, S.E., Ak., CA.",
        "Dr. Ani dan dr. Budi hadir. Drg. Cici juga.",
        "Grup H Piala Dunia, blok H Nomor 5, tahun 1447 H Jakarta.",
        "Muhammad H Thamrin dan blok G dan H Balai Kota.",
        "KH Ahmad, Rr. Ayu, dan R.R. Ani hadir.",
        "Ia makan di RM Sederhana di DR Kongo.",
        "Inisial pelaku AN, IR, dan H.",
    ],
)
def test_what_is_right_or_no_degree_is_silent(text: str) -> None:
    assert check(text) == []


def test_doctor_and_physician_never_change_places() -> None:
    assert settled("Menurut Dr Ani dan dr Budi.") == "Menurut Dr. Ani dan dr. Budi."


def test_speech_is_changed_by_click_only() -> None:
    (finding,) = check('"Kami mengundang Budi Santoso, M.Sc, kemarin," katanya.')
    assert finding.safe_fix is None
    assert finding.fixes


@pytest.mark.parametrize("place", ["Blitar", "Senin", "Januari"])
def test_dr_before_a_place_or_a_day_is_short_for_dari(place: str) -> None:
    assert check(f"Rombongan berangkat dr {place} pagi.") == []
