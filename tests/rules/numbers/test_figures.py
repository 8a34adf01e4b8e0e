"""Figures and letters: B13 to B16."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bnews_desk.finding import Finding, Severity

Check = Callable[..., list[Finding]]


def news(finding: Finding) -> list[str]:
    return [fix.edits[0].new for fix in finding.fixes]


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("1.720 P3K menerima SK.", ["Sebanyak 1.720"]),
        ("250 warga hadir.", ["Sebanyak 250"]),
        ("3 desa menerima bantuan.", ["Tiga", "Sebanyak 3"]),
        ("42 siswa lolos.", ["Sebanyak 42", "Empat puluh dua"]),
        ("25 tahun lalu pasar terbakar.", ["Dua puluh lima", "Sebanyak 25"]),
        ("2024 menjadi tahun politik.", ["Tahun 2024"]),
        ("2.024 orang hadir.", ["Sebanyak 2.024"]),
        ("17 Agustus diperingati warga.", ["Tanggal 17"]),
        ("5,5 persen warga setuju.", ["Sebanyak 5,5"]),
        ("10-15 orang hadir.", ["Sebanyak 10"]),
    ],
)
def test_a_sentence_that_opens_with_a_figure(check: Check, text: str, offers: list[str]) -> None:
    for body, at in ((text, 1), (f"Rapat usai. {text}", 13)):
        (finding,) = check("number-sentence-start", body)
        assert finding.severity is Severity.WARNING
        assert finding.start == at
        assert news(finding) == offers


@pytest.mark.parametrize(
    "text",
    [
        "2. Fotokopi kartu keluarga.",
        "Syaratnya: 1. fotokopi KTP. 2. fotokopi KK.",
        "3 Diva tampil di alun-alun.",
        "Super Mario Bros. 3 dan penerusnya laku.",
        "Musim Vol. 5 akan dibuka.",
        "13 April 2026: rakor dibuka bupati.",
        "08.00 WIB peserta berkumpul.",
        "500 gram tepung terigu",
        "4G sudah menjangkau desa itu.",
        '"5 tahun lalu kami mulai dari nol," katanya.',
        "Bantuan dari Rp. 14.400 menjadi Rp. 15.900 per liter.",
        "Hj. Siti dan H. Budi hadir. Sebanyak 5 desa ikut.",
    ],
)
def test_lists_names_labels_and_speech_may_open_so(check: Check, text: str) -> None:
    assert check("number-sentence-start", text) == []


def test_a_headline_may_open_with_a_figure(check: Check) -> None:
    assert check("number-sentence-start", "Isi.", headline="3 desa menerima bantuan.") == []


@pytest.mark.parametrize("noun", ["desa", "orang", "siswa", "kali", "unit", "kecamatan"])
def test_small_counts_are_offered_in_letters(check: Check, noun: str) -> None:
    (finding,) = check("number-small-digit", f"Ada sekitar 7 {noun} yang terdampak.")
    assert (finding.severity, news(finding)) == (Severity.SUGGESTION, ["tujuh"])


@pytest.mark.parametrize(
    "text",
    [
        "Ada 7 tahun, 3 kilogram, 5 persen, 4 jam, 6 juta.",
        "Ada 50 bus, 100 minibus, dan 5 mobil.",
        "Siswa SMPN 2 orang tuanya hadir.",
        "Warga RT 3 desa itu, lantai 2 gedung, zona 4 wilayah itu.",
        "Juara 1 tim itu dan tahap 2 program itu.",
        "Naik 2 kali lipat.",
        "Skor 3-1 dan 5,5 orang.",
        "Anak 7 (orang) dan Pasal 5 ayat 2 huruf a.",
        "3 desa hadir.",
    ],
)
def test_measures_series_and_names_keep_figures(check: Check, text: str) -> None:
    assert check("number-small-digit", text) == []


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("untuk seratus dua puluh lima desa", "125"),
        ("selama dua belas tahun", "12"),
        ("oleh dua ribu lima ratus orang", "2.500"),
        ("oleh tiga juta orang", "3 juta"),
    ],
)
def test_long_numbers_are_offered_in_figures(check: Check, text: str, new: str) -> None:
    (finding,) = check("number-spelled-long", f"Bantuan {text}.")
    assert news(finding) == [new]


@pytest.mark.parametrize(
    "text",
    [
        "Dua puluh lima desa hadir.",
        "Mereka masuk satu per satu, ribuan orang.",
        "Ada tiga desa dan dua tiga orang.",
        '"Kami menunggu dua puluh lima orang lagi," katanya.',
        "Warga Dua Belas Orang berkumpul.",
    ],
)
def test_short_loose_and_spoken_numbers_stay_in_letters(check: Check, text: str) -> None:
    assert check("number-spelled-long", text) == []


def test_one_form_is_enough(check: Check) -> None:
    (finding,) = check("number-double-written", "Ada 10 (sepuluh) desa.")
    assert news(finding) == ["10"]
    (finding,) = check("number-double-written", "Ada dua puluh lima (25) desa.")
    assert news(finding) == ["dua puluh lima"]
    for text in ("Budi (46) hadir.", "Pasal 3: 10 (sepuluh) hari.", "Ada 10 (dua) desa."):
        assert check("number-double-written", text) == []
