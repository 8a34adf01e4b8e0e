"""What a copy says otherwise than its original is found at its place; honest edits are silent."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from bnews_desk.finding import Finding, Safety, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.facts import changed_facts

ORIGINAL = """\
Pemkab Blitar Serahkan Bantuan kepada 64 Petani
BLITAR - Pemerintah Kabupaten Blitar menyerahkan bantuan alat tanam kepada 64 petani di Desa \
Sumberasri, Kecamatan Nglegok, Kamis (20/3/2025).
Bantuan senilai Rp 1,5 miliar itu berasal dari anggaran daerah tahun 2025 dan mencakup lahan \
seluas 120 hektare.
"Bantuan ini sudah sampai ke semua kelompok, dan kami tidak memungut biaya," kata Kepala Dinas \
Pertanian Kabupaten Blitar, Drs. Wahyu Santika, M.Si.
Ia menjelaskan, hasil panen padi tahun lalu mencapai 8.900 ton, naik 12 persen dari tahun \
sebelumnya.
Ketua kelompok tani Sri Rejeki, Suminah, mengatakan tiga kelompok belum menerima mesin penggiling.
"Kami berharap mesin itu datang sebelum musim tanam. Jalan menuju sawah juga perlu diperbaiki," \
ujar Suminah.
Penyerahan tahap kedua dijadwalkan berlangsung 14 April 2025 pukul 09.00 WIB di balai desa.
Setiap kelompok menerima dua traktor dan 40 kilogram benih."""

ALTERED = [
    ("kepada 64 petani", "kepada 46 petani", "figure"),
    ("1,5 miliar", "1,5 juta", "figure"),
    ("1,5 miliar", "15 miliar", "figure"),
    ("120 hektare", "120 meter persegi", "figure"),
    ("120 hektare", "102 hektare", "figure"),
    ("8.900 ton", "9.800 ton", "figure"),
    ("8.900 ton", "8.900 kuintal", "figure"),
    ("12 persen", "21 persen", "figure"),
    ("tiga kelompok", "empat kelompok", "figure"),
    ("dua traktor", "tiga traktor", "figure"),
    ("40 kilogram", "400 kilogram", "figure"),
    ("40 kilogram", "40 ton", "figure"),
    ("(20/3/2025)", "(21/3/2025)", "date"),
    ("(20/3/2025)", "(20/4/2025)", "date"),
    ("(20/3/2025)", "(20/3/2024)", "date"),
    ("Kamis (20/3/2025)", "Rabu (20/3/2025)", "date"),
    ("14 April 2025", "15 April 2025", "date"),
    ("14 April 2025", "14 Mei 2025", "date"),
    ("14 April 2025", "14 April 2026", "date"),
    ("tahun 2025", "tahun 2024", "date"),
    ("Wahyu Santika", "Wahyu Santiko", "name"),
    ("Wahyu Santika", "Wahyu Kantika", "name"),
    ("Suminah, mengatakan", "Sumirah, mengatakan", "name"),
    ("Desa Sumberasri", "Desa Sumbersari", "name"),
    ("Kecamatan Nglegok", "Kecamatan Garum", "name"),
    ("sudah sampai", "belum sampai", "quote"),
    ("tidak memungut", "memungut", "quote"),
    ("memungut biaya", "meminta biaya", "quote"),
    ("semua kelompok", "sebagian kelompok", "quote"),
    ("sebelum musim", "sesudah musim", "quote"),
    ("perlu diperbaiki", "perlu diperlebar", "quote"),
    ("berharap mesin", "yakin mesin", "quote"),
    ("juga perlu", "tidak perlu", "quote"),
    ("belum menerima", "sudah menerima", "statement"),
    ("naik 12 persen", "turun 12 persen", "statement"),
    ("datang sebelum", "tidak datang sebelum", "quote"),
    ("dijadwalkan berlangsung", "tidak dijadwalkan berlangsung", "statement"),
    ('diperbaiki," ujar Suminah', 'diperbaiki," ujar Wahyu Santika', "quote"),
    ("pukul 09.00", "pukul 10.00", "figure"),
    ("Setiap kelompok menerima", "Setiap kelompok tidak menerima", "statement"),
]

HONEST = [
    [("Rp 1,5 miliar", "Rp1,5 miliar")],
    [("Rp 1,5 miliar", "Rp1.500.000.000")],
    [("12 persen", "12%")],
    [("tiga kelompok", "3 kelompok")],
    [("dua traktor", "2 traktor")],
    [("8.900 ton", "8,9 ribu ton")],
    [("120 hektare", "120 ha")],
    [("Kamis (20/3/2025)", "20 Maret 2025")],
    [("Kamis (20/3/2025)", "Kamis, 20 Maret 2025")],
    [("Kamis (20/3/2025)", "Kamis pekan ini")],
    [("14 April 2025", "Senin (14/4/2025)")],
    [("pukul 09.00 WIB", "pukul 9 pagi")],
    [('"Bantuan', "“Bantuan"), ('biaya,"', "biaya,”")],
    [("Drs. Wahyu Santika, M.Si.", "Wahyu Santika.")],
    [("Drs. Wahyu Santika, M.Si.", "Wahyu Santika"), ("Ia menjelaskan", ". Wahyu menjelaskan")],
    [("Kepala Dinas Pertanian Kabupaten Blitar, Drs. ", "Kepala Dispertan Kabupaten Blitar, ")],
    [(" Jalan menuju sawah juga perlu diperbaiki,", ""), ("tanam.", "tanam,")],
    [
        (
            '"Kami berharap mesin itu datang sebelum musim tanam. Jalan menuju sawah juga perlu'
            ' diperbaiki," ujar Suminah.',
            "Suminah berharap mesin itu datang sebelum musim tanam.",
        )
    ],
    [("BLITAR - ", "BLITAR | B-news.id - ")],
    [(", naik 12 persen dari tahun sebelumnya", "")],
    [("\nSetiap kelompok menerima dua traktor dan 40 kilogram benih.", "")],
    [("Ia menjelaskan, hasil", "Hasil")],
    [("kata Kepala", "ujar Kepala")],
    [("menyerahkan bantuan alat tanam kepada", "memberikan bantuan alat tanam untuk")],
    [(" di balai desa.\nSetiap", " di balai desa. Setiap")],
    [("Pemerintah Kabupaten Blitar", "Pemkab Blitar")],
    [("Nglegok, Kamis (20/3/2025).", "Nglegok.\nHal itu berlangsung Kamis (20/3/2025).")],
    [("anggaran daerah tahun 2025", "anggaran daerah 2025")],
]  # fmt: skip


@cache
def checker() -> Checker:
    return Checker(changed_facts.RULES, load_style_sheet()[0], Lexicon())


def found_in(copy: str, *further: str) -> list[Finding]:
    sources = tuple(map(Release, further))
    options = CheckOptions(date(2025, 3, 21), original=Release(ORIGINAL), further_sources=sources)
    return checker().check(Release(copy), options)


@pytest.mark.parametrize(("old", "new", "kind"), ALTERED)
def test_an_altered_fact_is_found_where_it_stands_and_can_be_put_back(
    old: str, new: str, kind: str
) -> None:
    start = ORIGINAL.index(old)
    copy = ORIGINAL.replace(old, new, 1)
    at = [f for f in found_in(copy) if f.rule.startswith("original-") and f.end >= start - 60]
    assert [f.rule for f in at] == [f"original-{kind}-altered"], [(f.rule, f.text) for f in at]
    assert at[0].start <= start + len(new)
    assert at[0].severity is (Severity.ERROR if kind == "quote" else Severity.WARNING)
    fixes = [fix for fix in at[0].fixes if fix.safety is Safety.OFFERED]
    for fix in fixes:
        assert found_in(Release(copy).edited(fix.edits).text) == []


@pytest.mark.parametrize("edits", HONEST)
def test_an_honest_edit_is_silent(edits: list[tuple[str, str]]) -> None:
    copy = ORIGINAL
    for old, new in edits:
        assert old in copy
        copy = copy.replace(old, new, 1)
    assert [(f.rule, f.text) for f in found_in(copy)] == []


def test_paragraphs_in_another_order_are_no_change_of_fact() -> None:
    head, lead, *rest = ORIGINAL.split("\n")
    assert found_in("\n".join([head, lead, *reversed(rest)])) == []


def test_what_stands_nowhere_in_the_sources_is_a_suggestion() -> None:
    added = "\nBupati Blitar menambahkan 75 mesin pompa tahun depan."
    rules = {f.rule for f in found_in(ORIGINAL + added)}
    assert rules == {"original-fact-added"}
    assert all(f.severity is Severity.SUGGESTION for f in found_in(ORIGINAL + added))


def test_a_fact_may_come_from_any_source() -> None:
    added = "\nBupati Blitar menambahkan 75 mesin pompa tahun depan."
    assert found_in(ORIGINAL + added, "Notula rapat\nAda tambahan 75 mesin pompa.") == []


def test_a_name_one_letter_away_is_found_though_it_is_a_word_of_every_day() -> None:
    original = "Pasar Dibuka\nMenurut Bagas Prasetyo, warga senang dengan jalan baru di desa itu."
    copy = Release(original.replace("Bagas", "Bagus"))
    found = checker().check(copy, CheckOptions(original=Release(original)))
    assert [(f.rule, f.text) for f in found] == [("original-name-altered", "Bagus")]


def test_a_weekday_that_did_not_fit_its_date_may_be_mended_but_not_to_another_wrong_one() -> None:
    original = "Pasar Dibuka\nPasar desa itu dibuka bupati pada Kamis (13/11/2024) di lapangan."
    for weekday, rules in (("Rabu", []), ("Jumat", ["original-date-altered"])):
        copy = Release(original.replace("Kamis", weekday))
        found = checker().check(copy, CheckOptions(original=Release(original)))
        assert [f.rule for f in found if f.rule.startswith("original-")] == rules
