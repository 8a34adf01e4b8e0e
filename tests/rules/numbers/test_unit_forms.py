"""Units, percentages, ages and private numbers: B22, B26 to B29."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bnews_desk.finding import Finding, Severity, apply_fixes
from bnews_desk.release import Release

Check = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("5kg beras", "5 kg beras"),
        ("5Kg beras", "5 kg beras"),
        ("5 KG beras", "5 kg beras"),
        ("2,5 Km jalan", "2,5 km jalan"),
        ("40 Km/jam", "40 km/jam"),
        ("158 Ha sawah", "158 hektare sawah"),
        ("158 hektar sawah", "158 hektare sawah"),
        ("100 m2 tanah", "100 m² tanah"),
        ("100 M2 tanah", "100 m² tanah"),
        ("3.000m² tanah", "3.000 m² tanah"),
        ("5 kg. beras", "5 kg beras"),
        ("250 gr tepung", "250 gram tepung"),
        ("1.163 Kwh listrik", "1.163 kWh listrik"),
    ],
)
def test_units_are_written_small_and_apart(check: Check, text: str, new: str) -> None:
    release = Release.of("", [f"Ada {text} di sana."])
    findings = check("unit-form", release.body)
    fixes = [p.safe_fix for p in findings if p.safe_fix is not None]
    assert apply_fixes(release, fixes)[0].body == f"Ada {new} di sana."
    assert all(p.severity is Severity.WARNING for p in findings)


@pytest.mark.parametrize(
    "text",
    [
        "Ada 5 kg beras, 158 ha, 158 hektare, 3 m², dan 40 km/jam.",
        "Ia tinggal di Jalan Raya Km. 4 dan di Tol KM 57.",
        "Jaringan 4G, ban 5L, 10M, dan 5K.",
        "Ia menang di kelas 60 KG dan nomor -48kg.",
        "Ia membeli 5 kg. Lalu pulang.",
        "Ada 5 kg-an dan PT Hektar Jaya.",
    ],
)
def test_right_units_places_and_contests_are_left(check: Check, text: str) -> None:
    assert check("unit-form", text) == []


@pytest.mark.parametrize(
    ("text", "is_safe"),
    [
        ("Luasnya 100 m2. Warga lega.", True),
        ("Genangan: 1. Gang Melati 60 m2. Gang Kenanga 40 cm", False),
        ("Genangan: 1) Gang Melati 60 m2) Gang Kenanga 40 cm", False),
        ("Genangan: 2. Gang Melati 60 m3. Gang Kenanga 40 cm", False),
        ("Genangan: Gang Melati 60 cm2. Gang Kenanga 40 cm", False),
        ("Harganya Rp1.500 per 60 m2. Warga lega.", True),
    ],
)
def test_a_figure_that_may_number_a_list_is_no_power(
    check: Check, text: str, is_safe: bool
) -> None:
    (finding,) = check("unit-form", text)
    assert (finding.safe_fix is not None) == is_safe


def test_a_unit_behind_a_name_is_only_offered(check: Check) -> None:
    (finding,) = check("unit-form", "Mereka ikut Blitar Half Marathon 21 KM.")
    assert finding.safe_fix is None


def test_headlines_write_units_as_they_like(check: Check) -> None:
    assert check("unit-form", "Isi.", headline="Warga Terima 5 Kg Beras") == []


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("naik 2 persen dari 5 menjadi 7 persen", "naik 2 poin persen dari 5 menjadi 7 persen"),
        ("turun 2,5% dari 12,5% menjadi 10%", "turun 2,5 poin persen dari 12,5% menjadi 10%"),
        (
            "dari 60 persen pada 2023 menjadi 64 persen atau naik 4 persen",
            "dari 60 persen pada 2023 menjadi 64 persen atau naik 4 poin persen",
        ),
    ],
)
def test_a_difference_of_percentages_is_told_in_points(check: Check, text: str, new: str) -> None:
    release = Release.of("", [f"Angka itu {text} kemarin."])
    (finding,) = check("percentage-points", release.body)
    assert finding.severity is Severity.SUGGESTION
    assert apply_fixes(release, finding.fixes)[0].body == f"Angka itu {new} kemarin."


@pytest.mark.parametrize(
    "text",
    [
        "naik 40 persen, dari 5 persen menjadi 7 persen",
        "naik 2 persen dari 100 orang menjadi 102 orang",
        "naik 2 poin persen dari 5 menjadi 7 persen",
        "turun 2 persen dari 5 menjadi 7 persen",
        "naik 1 persen dari 99 menjadi 100 persen",
        "naik 3 persen dari 5 menjadi 7 persen",
        "naik 5 persen dari 0 menjadi 5 persen",
        "naik 2 persen. Dari 5 menjadi 7 persen",
    ],
)
def test_shares_of_the_first_and_other_sums_are_left(check: Check, text: str) -> None:
    assert check("percentage-points", f"Angka itu {text} kemarin.") == []


def test_percent_is_written_out_where_the_rule_is_on(check: Check) -> None:
    (finding,) = check("percent-style", "Serapannya 73 % tahun ini.")
    assert finding.severity is Severity.SUGGESTION
    (finding,) = check("percent-style", "Serapannya 5 % persen saja.")
    assert finding.severity is Severity.ERROR
    assert check("percent-style", "Isi 5 persen.", headline="Diskon 5%") == []


@pytest.mark.parametrize("text", ["Hariyanto (46 th)", "Hariyanto (46 tahun)", "berusia 46 thn"])
def test_ages_have_one_form_where_the_rule_is_on(check: Check, text: str) -> None:
    (finding,) = check("age-form", f"Korban {text} selamat.")
    assert finding.fixes[0].edits[0].new in ("", " tahun")


@pytest.mark.parametrize(
    "text", ["Hariyanto (46)", "berusia 46 tahun", "selama (5 tahun)", "sejak 1946 th"]
)
def test_right_ages_and_other_years_are_left(check: Check, text: str) -> None:
    assert check("age-form", f"Korban {text} selamat.") == []


def test_private_numbers_are_pointed_out_where_the_rule_is_on(check: Check) -> None:
    for text in ("NIK 3505123456780001", "nomor 081234567890", "nomor +6281234567890"):
        (finding,) = check("phone-nik-privacy", f"Korban memakai {text} saat itu.")
        assert finding.fixes == ()
    for text in ("Hubungi 081234567890.", "Nilainya 1.234.567.890.123.", "Kode 0812-abc."):
        assert check("phone-nik-privacy", text) == []
