"""Compounds written as one word."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.lexicon.word_lists import ListRow, read_list
from bnews_desk.rules.spelling.compounds import COMPOUND_JOINED

ROWS = [row for row in read_list("kata_baku.tsv") if row.rule == "C18" and not row.is_off]
ROWS += [row for row in read_list("gabungan_imbuhan.tsv") if " " not in row.form]
ROWS = [row for row in ROWS if " " in row.replacements[0]]
IDS = [row.form for row in ROWS]


TRIAL = Trial([COMPOUND_JOINED])
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_mended_in_running_text(row: ListRow) -> None:
    assert fixes(f"Mereka membahas {row.form} kemarin.") == [(row.form, row.replacements[0], True)]
    (finding,) = check(f"Mereka membahas {row.form} kemarin.")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_silent_or_offered_where_it_may_not_be_touched(row: ListRow) -> None:
    for text in (
        f'"Kami sudah membahas {row.form} kemarin," katanya.',
        f"Mereka menjadi nasabah Bank {row.form.capitalize()} Nusantara.",
        f"{row.form.capitalize()} Nusantara berdiri.",
    ):
        assert all(finding.safe_fix is None for finding in check(text))
    assert check(f"Lihat https://contoh.id/{row.form} dan #{row.form} sekarang.") == []


@pytest.mark.parametrize(
    "text",
    [
        "bekerja sama",
        "kerja samanya",
        "olahraga dan kacamata",
        "orangtua murid",
        "PT Danantara Sumberdaya Indonesia",
        "mengerjasamakan",
        "ditandatangani",
        "menanda-tangani",
        "kerja-sama",
        "data_kerjasama",
        "matahari",
        "Daerah Khusus Ibukota Jakarta",
    ],
)
def test_what_is_right_or_not_this_rules(text: str) -> None:
    assert check(f"Mereka membahas {text} kemarin.") == []


def test_lower_rows_are_silent_with_a_capital() -> None:
    assert check("Budidaya ikan. Batubara naik. Sumberdaya alam.") == []


def test_the_case_of_the_text_is_kept() -> None:
    assert fixes("Kerjasama itu berlanjut.") == [("Kerjasama", "Kerja sama", True)]
    assert fixes("Kerjasamanya berlanjut.") == [("Kerjasamanya", "Kerja samanya", True)]
    assert fixes("Isi.", headline="Kerjasama Desa Meluas") == [("Kerjasama", "Kerja Sama", False)]
    assert fixes("Isi.", headline="Pemkab jajaki kerjasama desa") == [
        ("kerjasama", "kerja sama", False)
    ]
    assert fixes("Isi.", headline="KERJASAMA DESA") == [("KERJASAMA", "KERJA SAMA", False)]


def test_offices_and_capitals_before_a_name_are_offered() -> None:
    assert fixes("Acara dibuka Walikota Blitar.") == [("Walikota", "Wali Kota", False)]
    assert fixes("Walikota Blitar membuka acara.") == [("Walikota", "Wali Kota", False)]
    assert fixes("Walikota itu hadir.") == [("Walikota", "Wali kota", True)]
    assert fixes("Para walikota hadir.") == [("walikota", "wali kota", True)]
    assert fixes("Mereka pindah ke Ibukota Nusantara.") == [("Ibukota", "Ibu Kota", False)]


@pytest.mark.parametrize("text", ["", "kerjasama\ud800", "😀", "\u0000", "تعاون", "kerjasama"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert len(check(text)) == ("kerjasama" in text)
