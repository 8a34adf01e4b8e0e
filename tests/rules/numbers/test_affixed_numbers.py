"""Ordinals and suffixes: B23, B24."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bnews_desk.finding import Finding, Severity

Check = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("HUT ke 79 RI", "ke-79"),
        ("HUT ke79 RI", "ke-79"),
        ("HUT ke 79 Kota Blitar", "ke-79"),
        ("HUT Kemerdekaan Republik Indonesia ke 79", "ke-79"),
        ("Hari Jadi Kabupaten Blitar ke 700", "ke-700"),
        ("abad ke 7 Masehi", "ke-7"),
        ("menit ke 32 pemain itu", "ke-32"),
        ("yang ke 3 kalinya", "ke-3"),
        ("untuk ke3 kalinya", "ke-3"),
        ("anak ke- 5", "ke-5"),
        ("anak ke -5", "ke-5"),
        ("anak ke - 5", "ke-5"),
        ("Presiden ke 7 itu", "ke-7"),
        ("anak ke-dua", "kedua"),
        ("Ke-dua desa", "Kedua"),
        ("yang ke lima", "kelima"),
        ("yang ke dua puluh", "kedua"),
        ("posisi ke enam.", "keenam"),
    ],
)
def test_ordinals_are_joined_at_once(check: Check, text: str, new: str) -> None:
    (finding,) = check("ordinal-form", f"Ini {text} kemarin.")
    assert finding.severity is Severity.ERROR
    assert finding.safe_fix is not None
    assert finding.safe_fix.edits[0].new == new


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("abad ke-XX", ["ke-20", "XX"]),
        ("abad ke XIV", ["ke-14", "XIV"]),
        ("Muktamar ke-IX", ["ke-9", "IX"]),
        ("Dunia ke-II", ["ke-2", "II"]),
        ("dikirim ke3 desa", ["ke 3"]),
        ("dikirim ke3", ["ke-3"]),
    ],
)
def test_where_two_forms_are_right_both_are_offered(
    check: Check, text: str, offers: list[str]
) -> None:
    (finding,) = check("ordinal-form", f"Ini {text} kemarin.")
    assert finding.safe_fix is None
    assert [fix.edits[0].new for fix in finding.fixes] == offers


@pytest.mark.parametrize(
    "text",
    [
        "Bantuan disalurkan ke 22 kecamatan dan ke 3 desa.",
        "Petugas yang ke 3 desa itu pulang; kunjungan hari itu ke 5 sekolah.",
        "Nilainya naik dari 64 ke 111, dari 5 persen ke 7 persen.",
        "Suhunya turun ke -5 derajat dan ke 12 derajat.",
        "Mereka lolos ke 16 besar, lalu pindah ke XL.",
        "HUT ke-79, abad ke-7, kelima, kedua, keempat, abad XX.",
        "Laju inflasi turun 0,3 poin ke 3,5 persen.",
        "Dalam peringatan itu, Bupati Blitar berkunjung. Ia ke 10 desa.",
        "Pasal 55 ayat 1 ke 1 KUHP berlaku.",
        "Kereta KE3 dan ketiga anak itu.",
        "Ke dua desa itu ia pergi.",
        "Jumlahnya bertambah ke 1.000 pada tahun ke tahun.",
    ],
)
def test_ways_and_right_ordinals_are_left(check: Check, text: str) -> None:
    assert check("ordinal-form", text) == []


def test_a_speaker_keeps_his_ordinal_unless_clicked(check: Check) -> None:
    (finding,) = check("ordinal-form", '"Ini HUT ke 79 bagi kita," katanya.')
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("tahun 2000an", "2000-an"),
        ("tahun 2000 an", "2000-an"),
        ("tahun 90 - an", "90-an"),
        ("sekitar 200 an warga", "200-an"),
        ("sekitar 1.000an unit", "1.000-an"),
        ("harga Rp20.000an", "20.000-an"),
        ("pukul 08.00an", "08.00-an"),
        ("level 6.100 an.", "6.100-an"),
        ("dan 5nya", "5-nya"),
    ],
)
def test_suffixes_get_their_hyphen(check: Check, text: str, new: str) -> None:
    (finding,) = check("number-suffix-an", f"Itu {text} Lalu usai.")
    assert finding.severity is Severity.WARNING
    assert finding.safe_fix is not None
    assert finding.safe_fix.edits[0].new == new


@pytest.mark.parametrize(
    "text",
    [
        "tahun 2000-an dan 90-an",
        "rekening 1234567 an Budi",
        "rekening 1234 an. Budi",
        "nomor 5 an Budi",
        "baris 7 an Siti",
        "10 anak, 5 angkatan, 3 nyawa, ribuan",
        "unggahan akun Instagram warta 7an",
    ],
)
def test_hyphens_and_names_of_holders_are_left(check: Check, text: str) -> None:
    assert check("number-suffix-an", f"Itu {text}.") == []


def test_a_single_digit_may_be_part_of_a_name_and_is_only_offered(check: Check) -> None:
    (finding,) = check("number-suffix-an", "Kelas itu diikuti 7an warga.")
    assert finding.safe_fix is None
    (finding,) = check("number-suffix-an", "Akun itu dibuat pada 2010an.")
    assert finding.safe_fix is not None
