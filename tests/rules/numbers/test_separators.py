"""Points and commas in numbers: B17, B18, B21, B25."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bnews_desk.finding import Finding, Severity

Check = Callable[..., list[Finding]]


def news(finding: Finding) -> list[str]:
    return [fix.edits[0].new for fix in finding.fixes]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("dihadiri 1720 orang", "1.720"),
        ("sebanyak 1720 PPPK", "1.720"),
        ("dihadiri 25000 warga", "25.000"),
        ("dihadiri 1,720 orang", "1.720"),
        ("ditonton 187,549 kali", "187.549"),
        ("dihadiri 1,720.000 orang", "1.720.000"),
        ("sekitar 2000 orang", "2.000"),
        ("untuk 2000 konsumen", "2.000"),
        ("sebanyak 2024 rumah", "2.024"),
        ("senilai Rp1500", "1.500"),
        ("senilai Rp 25000000", "25.000.000"),
        ("senilai Rp25,000,000", "25.000.000"),
        ("senilai Rp25,000", "25.000"),
        ("senilai US$1,000,000", "1.000.000"),
        ("senilai Rp1562 triliun", "1.562"),
        ("sejauh 1500 meter", "1.500"),
        ("sebanyak 1720.000 pohon", "1.720.000"),
    ],
)
def test_thousands_are_parted_by_points(check: Check, text: str, new: str) -> None:
    (finding,) = check("thousands-separator", f"Acara itu {text} kemarin.")
    assert (finding.severity, news(finding)) == (Severity.ERROR, [new])
    assert finding.safe_fix is None


@pytest.mark.parametrize("text", ["Rp12.50.000", "Rp1.7200", "Rp1.449.00", "sebanyak 1.72 orang"])
def test_points_at_odd_places_are_pointed_out(check: Check, text: str) -> None:
    (finding,) = check("thousands-separator", f"Nilainya {text} kemarin.")
    assert finding.fixes == ()
    assert finding.text in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Pada 2024 warga hadir, sejak 2000 orang itu pergi.",
        "APBDes 2025 desa itu, Pilkada 2024, HUT 2025 warga.",
        "Sepanjang 2024 kasus menurun; hingga 2025 unit itu tutup.",
        "Global 2000 tahun 2025 dan target 2025 desa itu.",
        "NIP 199703152024211003, telepon 081234567890 orang itu, 66171 Blitar.",
        "Perda Nomor 1720 desa itu, lari 1500 meter, kode 12345 barang.",
        "Kadarnya 1,125 persen, 1,125 kali, 0,125 liter, dan 893,383 hektare.",
        "Kursnya US$1,149 dan Rp1,725 triliun.",
        "Pukul 09.30 warga hadir; 13.11.2024 warga pulang; 10.07.08 orang itu tiba.",
        "Layarnya 2400 x 1080 piksel.",
        "Ada 1.720 orang, 12 orang, Rp1.720.000,00, dan Rp5.000.",
        "Anggarannya Rp1.5 miliar dan kuotanya 1720.",
    ],
)
def test_years_registers_times_and_decimals_are_left(check: Check, text: str) -> None:
    assert check("thousands-separator", text) == []


def test_a_sum_of_thousands_of_figures_is_none(check: Check) -> None:
    assert check("thousands-separator", f"Nilainya Rp{'9' * 5000} saja.") == []


def test_a_headline_counts_in_capitals_too(check: Check) -> None:
    (finding,) = check("thousands-separator", "Isi.", headline="1720 Warga Terima Bantuan")
    assert news(finding) == ["1.720"]
    assert check("thousands-separator", "Isi.", headline="Pilkada 2024 Warga Blitar Antusias") == []


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("naik 5.2 persen", "5,2"),
        ("naik 5.25%", "5,25"),
        ("naik 5.2 %", "5,2"),
        ("senilai Rp1.5 miliar", "1,5"),
        ("senilai 2.5 miliaran", "2,5"),
        ("gempa magnitudo 5.0 terjadi", "5,0"),
        ("gempa M 5.2 terjadi", "5,2"),
        ("IPM 70.58 tercapai", "70,58"),
        ("beratnya 2.5kg", "2,5"),
        ("selama 2.5 jam", "2,5"),
        ("selisih 0.349 detik", "0,349"),
        ("seluas 1.23456 hektare", "1,23456"),
    ],
)
def test_decimals_have_a_comma(check: Check, text: str, new: str) -> None:
    (finding,) = check("decimal-point", f"Hasilnya {text} kemarin.")
    assert (finding.severity, news(finding)) == (Severity.WARNING, [new])


@pytest.mark.parametrize(
    "text",
    [
        "pukul 09.30 meter air naik",
        "1.720 orang dan 1.125 persen",
        "Pasal 3.1, versi 2.0 juta kali, butir 4.2 persen",
        "buka 08.00 jam layanan",
        "19.30 menit itu",
        "alamat 192.168.1.5 ton",
        "5,2 persen",
        "nilai 3.50 tanpa satuan",
    ],
)
def test_times_sections_and_thousands_keep_their_point(check: Check, text: str) -> None:
    assert check("decimal-point", f"Ada {text}.") == []


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Rp25.000.000", "25 juta"),
        ("Rp1.500.000.000", "1,5 miliar"),
        ("Rp2.000.000.000.000", "2 triliun"),
        ("Rp25.000.000,-", "25 juta"),
    ],
)
def test_sums_of_many_zeros_can_be_said_in_words(check: Check, text: str, new: str) -> None:
    (finding,) = check("zeros-to-words", f"Bantuannya {text} per desa.")
    assert news(finding) == [new]


@pytest.mark.parametrize("text", ["Rp1.250.000", "Rp1.174.543.362.000", "Rp900.000"])
def test_exact_sums_stay(check: Check, text: str) -> None:
    assert check("zeros-to-words", f"Bantuannya {text} per desa.") == []


def test_ranges_get_a_dash_where_the_rule_is_on(check: Check) -> None:
    for text in ("2025-2045", "10-15 orang", "Senin-Jumat"):
        (finding,) = check("range-dash", f"Rencana {text} itu.")
        assert news(finding) == ["—"]
    for text in ("skor 1-2", "Covid-19", "0342-801-234", "menang 2-1", "Senin-an", "15-10"):
        assert check("range-dash", f"Rencana {text} itu.") == []
