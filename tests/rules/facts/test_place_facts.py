"""Words of levels, former names, and slips in names of places."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import ModuleType

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.facts import former_place_names, level_words, misspelt_places


@cache
def checker(topic: ModuleType) -> Checker:
    return Checker(topic.RULES, load_style_sheet()[0], Lexicon())


def check(topic: ModuleType, text: str, day: date | None = None) -> list[Finding]:
    return checker(topic).check(Release.of("", [text]), CheckOptions(day))


def first_change(findings: list[Finding]) -> tuple[str, str]:
    (finding,) = findings
    edit = finding.fixes[0].edits[0]
    return edit.old, edit.new


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("desa Bendogerit, Kota Blitar", "desa", "kelurahan"),
        ("Desa Kutawaru, Kecamatan Cilacap Tengah", "Desa", "Kelurahan"),
        ("Kelurahan Srimulyo, Bantul", "Kelurahan", "Kalurahan"),
        ("Kel. Plosorejo, Kec. Kademangan", "Kel.", "Ds."),
        ("Kelurahan Plosorejo, Kademangan, Blitar", "Kelurahan", "Desa"),
        ("Lurah Plosorejo, Kabupaten Blitar", "Lurah", "Kepala Desa"),
        ("Kepala Desa (Kades) Bendogerit, Kota Blitar", "Kepala Desa (Kades)", "Lurah"),
        ("Kapanewon Kanigoro, Kabupaten Blitar", "Kapanewon", "Kecamatan"),
        ("distrik Kanigoro, Kabupaten Blitar", "distrik", "kecamatan"),
        ("Kemantren Depok, Kabupaten Sleman", "Kemantren", "Kapanewon"),
        ("Kapanewon Gondokusuman, Kota Yogyakarta", "Kapanewon", "Kemantren"),
        ("Gampong Plosorejo, Kecamatan Kademangan", "Gampong", "Desa"),
    ],
)
def test_a_village_of_the_other_kind_is_named_as_it_is(text: str, old: str, new: str) -> None:
    assert first_change(check(level_words, f"Warga {text}, hadir.")) == (old, new)


@pytest.mark.parametrize(
    "text",
    [
        "Desa Bendogerit, Jawa Timur",
        "Desa Antah, Kota Blitar",
        "Kelurahan Bendogerit, Kabupaten Antah",
        "Gampong Lamreung, Kecamatan Krueng Barona Jaya, Aceh Besar",
        "Desa Caturtunggal, Kabupaten Sleman",
        "Lurah Caturtunggal, Kabupaten Sleman",
        "Kecamatan Sentani, Kabupaten Jayapura",
        "Distrik Sentani, Kabupaten Jayapura",
        "Kecamatan Depok, Kabupaten Sleman",
    ],
)
def test_a_kind_that_may_be_right_is_silent(text: str) -> None:
    assert check(level_words, f"Warga {text}, hadir.") == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Bupati Tobasa hadir.", "Tobasa", "Toba"),
        ("Pemkab Maluku Tenggara Barat", "Maluku Tenggara Barat", "Kepulauan Tanimbar"),
        ("Warga Kota Ujung Pandang hadir.", "Ujung Pandang", "Makassar"),
        ("Warga Kabupaten Merauke, Papua, hadir.", "Papua", "Papua Selatan"),
        ("Warga Kota Sorong, Papua, hadir.", "Papua", "Papua Barat Daya"),
        ("Warga Distrik Wamena, Kabupaten Jayawijaya, Papua, hadir.", "Papua", "Papua Pegunungan"),
        ("Warga Kota Batam, Riau, hadir.", "Riau", "Kepulauan Riau"),
        ("Rapat di Toba Samosir bubar.", "Toba Samosir", "Toba"),
        ("Warga Wamena, Papua, hadir.", "Papua", "Papua Pegunungan"),
    ],
)  # fmt: skip
def test_a_former_name_and_a_former_province_are_told(text: str, old: str, new: str) -> None:
    assert first_change(check(former_place_names, text, date(2026, 5, 1))) == (old, new)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bupati Toba Samosir hadir.", date(2018, 5, 1)),
        ("Bupati Toba Samosir hadir pada 2016.", date(2026, 5, 1)),
        ("Warga Kabupaten Nabire, Papua, hadir.", date(2021, 5, 1)),
        ("Kabupaten Toba, dulu Kabupaten Toba Samosir, ramai.", None),
        ("Kabupaten Toba Samosir kini menjadi Kabupaten Toba.", None),
        ("Mantan Bupati Toba Samosir hadir.", None),
        ("Kabupaten Kutai Kartanegara dan Kabupaten Indragiri Hulu ramai.", None),
        ("Kabupaten Jayapura, Papua, ramai.", None),
        ("Kabupaten Maluku Tenggara ramai.", None),
        ("Pasar di Kepulauan Riau dan di Maluku Tenggara ramai.", None),
    ],
)
def test_the_time_before_may_use_the_former_name(text: str, day: date | None) -> None:
    assert check(former_place_names, text, day) == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Bupati Biltar Rini Syarifah hadir.", "Biltar", "Blitar"),
        ("Wali Kota Blitra hadir.", "Blitra", "Blitar"),
        ("Kapolres Trengalek hadir di Trenggalek.", "Trengalek", "Trenggalek"),
        ("Warga Kecamatan Srengta hadir.", "Srengta", "Srengat"),
        ("Camat Kademagan dan Bupati Blitar hadir.", "Kademagan", "Kademangan"),
        ("Pemkab Banyuwagi membangun jalan.", "Banyuwagi", "Banyuwangi"),
        ("Warga Kabupaten Tulungagng hadir.", "Tulungagng", "Tulungagung"),
        ("Warga Provinsi Jawa Tengh hadir.", "Jawa Tengh", "Jawa Tengah"),
        ("Warga Desa Sawentr, Kecamatan Kanigoro, hadir.", "Sawentr", "Sawentar"),
        ("Warga Desa Sawentr, Kabupaten Blitar, hadir.", "Sawentr", "Sawentar"),
        ("Bupati Jobmang hadir.", "Jobmang", "Jombang"),
        ("Ketua DPRD Banywangi hadir.", "Banywangi", "Banyuwangi"),
        ("Bupati Timor Tenga Selatan hadir.", "Timor Tenga Selatan", "Timor Tengah Selatan"),
        ("Warga Kecamatan Gemuk, Kota Semarang, hadir.", "Gemuk", "Genuk"),
        ("Bupati Kenal hadir di Kendal.", "Kenal", "Kendal"),
    ],
)
def test_a_slip_beside_a_level_word_or_an_office_is_mended(text: str, old: str, new: str) -> None:
    assert first_change(check(misspelt_places, text)) == (old, new)


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Karno hadir.",
        "Wali Kota Padua dan Wali Kota Bandung hadir.",
        "Kota Parisa di Yunani.",
        "Warga Kecamatan Kebayoran dan Polsek Ilir Barat hadir.",
        "Warga Kecamatan Balubur Limbangan, Garut, hadir.",
        "Warga Desa Antahrejo, Kecamatan Kademangan, hadir.",
        "Bupati Bulatir hadir.",
        "Kecamatan Wlingi dan Kota Wlingi ramai.",
        "Kabupaten/Kota Belum siap di Belu.",
        "Wali Kota Kota Batu hadir.",
        "Kapolsek Kawasan Pelabuhan hadir di Sleman.",
        "Kecamatan Mane hadir.",
        "Bupati Jobmang dan istri Jobmang hadir.",
    ],
)
def test_what_may_be_another_name_is_left(text: str) -> None:
    assert check(misspelt_places, text) == []
