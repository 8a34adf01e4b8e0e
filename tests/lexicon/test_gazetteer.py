"""Indonesia's places, and the table they come from."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bnews_desk.lexicon.gazetteer import FormerName, Gazetteer, Place, shipped_gazetteer

PLACES = Path(__file__).resolve().parents[2] / "resources" / "places"


def make_places() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_places", PLACES / "make_places.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_blitar(found: tuple[Place, ...]) -> list[Place]:
    return [place for place in found if place.regency.endswith(" Blitar")]


def test_the_script_makes_a_table_of_codes_and_names() -> None:
    rows = [
        ("99", "Jawa Jauh"),
        ("99.71", "Kota Administrasi Antah"),
        ("99.71.01", "Gn. Bintang"),
        ("99.71.01.2001", "Lam Kleng/Kleeng"),
        ("99.71.01.1001", "Kurau (Timur)"),
        ("99.71.01.1002", "Regapu’u"),
    ]
    made = make_places().table(rows)
    assert [line for line in made.splitlines() if line[0] != "#"] == [
        "= Jawa Jauh",
        "+ Kota Antah",
        "Gunung Bintang: Lam Kleng, Lam Kleeng; Kurau; Timur; Regapu'u",
    ]


def test_the_table_has_every_place_of_2025() -> None:
    lines = (PLACES / "wilayah.txt").read_text(encoding="ascii").splitlines()
    places = [line for line in lines if line[0] not in "=+#"]
    assert sum(line[0] == "=" for line in lines) == 38
    assert sum(line[0] == "+" for line in lines) == 514
    assert len(places) >= 7_285
    assert sum(len(re.split("[,;] ", line)) for line in places) >= 83_762


def test_the_licence_of_the_data_lies_beside_it() -> None:
    licence = (PLACES / "LISENSI-wilayah.txt").read_text(encoding="ascii")
    assert "Copyright (c) 2017-2025 Cahya DSN" in licence
    assert "Permission is hereby granted" in licence


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Talun", ["Talun"]),
        ("Sotojayan (Sutojayan)", ["Sotojayan", "Sutojayan"]),
        ("Lam Kleng/Kleeng", ["Lam Kleng", "Lam Kleeng"]),
        ("Paya Baro Rp.", ["Paya Baro Rp"]),
        ("Lhoknga (Lho'nga)", ["Lhoknga", "Lho'nga"]),
    ],
)
def test_every_spelling_of_a_name_is_kept(name: str, spellings: list[str]) -> None:
    assert make_places().spellings(name) == spellings


def test_blitar_has_as_many_places_as_the_official_table() -> None:
    places = shipped_gazetteer()
    assert len(places.districts_of("Kabupaten Blitar")) == 22
    assert places.districts_of("Kota Blitar") == ("Kepanjenkidul", "Sukorejo", "Sananwetan")
    assert len(places.all_villages_of("Kota Blitar")) == 21
    assert len(places.all_villages_of("Kabupaten Blitar")) == 248


def test_a_district_is_found_with_what_it_lies_in() -> None:
    found = shipped_gazetteer().districts("Kanigoro")
    assert Place("", "Kanigoro", "Kabupaten Blitar", "Jawa Timur") in found


@pytest.mark.parametrize(
    "name", ["Kepanjenkidul", "kepanjen kidul", "KEPANJEN-KIDUL", "Kepanjen’Kidul"]
)
def test_case_spaces_and_marks_make_no_difference(name: str) -> None:
    (place,) = shipped_gazetteer().districts(name)
    assert place.regency == "Kota Blitar"


def test_one_name_lies_in_many_places() -> None:
    found = in_blitar(shipped_gazetteer().villages("Sukorejo"))
    assert {place.district for place in found} == {"Sutojayan", "Udanawu", "Wates", "Sukorejo"}


def test_a_village_is_not_found_by_a_part_of_its_name() -> None:
    places = shipped_gazetteer()
    assert in_blitar(places.villages("Plosor")) == []
    assert in_blitar(places.districts("Talu")) == []
    assert places.villages_of(Place("", "Talu", "Kabupaten Blitar", "Jawa Timur")) == ()


def test_a_regency_and_a_city_share_a_name() -> None:
    found = shipped_gazetteer().regencies("blitar")
    assert [r.full_name for r in found] == ["Kabupaten Blitar", "Kota Blitar"]
    assert {r.province for r in found} == {"Jawa Timur"}
    assert shipped_gazetteer().regencies("Atlantis") == ()


def test_villages_of_a_district_are_those_of_its_regency() -> None:
    places = shipped_gazetteer()
    villages = places.villages_of(Place("", "Kademangan", "Kabupaten Blitar", "Jawa Timur"))
    assert "Plosorejo" in villages
    other = places.villages_of(Place("", "Kademangan", "Kota Probolinggo", "Jawa Timur"))
    assert "Plosorejo" not in other
    assert other


@pytest.mark.parametrize(
    "name", ["", " ", "a", "--", "\n", ":", ",", "\ud800", "é" * 5, "مرحبا", "x" * 10_000, "+", "="]
)
def test_what_is_no_name_is_in_no_place(name: str) -> None:
    places = shipped_gazetteer()
    assert places.villages(name) == ()
    assert places.districts(name) == ()
    assert places.regencies(name) == ()
    assert places.districts_of(name) == ()


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("jawa timur", "Jawa Timur"),
        ("Jatim", "Jawa Timur"),
        ("Sumatra Utara", "Sumatera Utara"),
        ("Papua Barat Daya", "Papua Barat Daya"),
        ("DKI Jakarta", "Daerah Khusus Ibukota Jakarta"),
        ("Jawa Jauh", ""),
    ],
)
def test_provinces_are_known_by_every_usual_name(name: str, official: str) -> None:
    assert shipped_gazetteer().province(name) == official


def test_a_village_says_of_which_kind_it_is() -> None:
    places = shipped_gazetteer()
    assert [v.is_urban for v in places.villages("Bendogerit")] == [True]
    assert [v.is_urban for v in in_blitar(places.villages("Plosorejo"))] == [False]


def test_names_one_slip_away_are_found() -> None:
    places = shipped_gazetteer()
    assert places.near_districts("Kademagan") == ("Kademangan",)
    assert places.near_districts("Srengta") == ("Srengat",)
    assert places.near_districts("Plosorjo") == ()
    assert [r.full_name for r in places.near_regencies("Biltar")] == [
        "Kabupaten Blitar",
        "Kota Blitar",
    ]
    assert places.near_provinces("Jawa Tmur") == ("Jawa Timur",)


def test_other_names_lead_to_official_ones() -> None:
    places = shipped_gazetteer()
    assert places.former_name("Kabupaten Toba Samosir") == FormerName("Kabupaten Toba", 2020)
    assert places.former_name("Kabupaten Blitar") is None
    assert places.former_province("Papua Selatan") == FormerName("Papua", 2022)
    for line in (PLACES / "nama_lain.tsv").read_text(encoding="ascii").splitlines():
        kind, *row = line.split("\t")
        if kind == "regency":
            regency, name = row[1].split(" ", 1)
            assert any(r.kind == regency for r in places.regencies(name)), row
        if kind in ("province", "part"):
            assert places.province(row[1]), row


def test_the_last_line_of_a_table_counts_too() -> None:
    table = b"# head\n= Jawa Timur\n+ Kabupaten Blitar\nTalun: Bajang, Wonorejo\n"
    places = Gazetteer(table)
    assert [p.district for p in places.villages("wonorejo")] == ["Talun"]
    assert places.districts_of("Kabupaten Blitar") == ("Talun",)


def test_the_table_is_not_read_before_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from bnews_desk.house.style_sheet import load_style_sheet\n"
        "from bnews_desk.lexicon.lexicon import Lexicon\n"
        "from bnews_desk.release import Release\n"
        "from bnews_desk.rules.catalogue import all_rules\n"
        "from bnews_desk.rules.checker import Checker\n"
        "house = load_style_sheet()[0]\n"
        "checker = Checker(all_rules(), house, Lexicon())\n"
        "checker.check(Release.of('', ['Warga Talun memanen padi di sawah milik desa.']))\n"
        "module = sys.modules.get('bnews_desk.lexicon.gazetteer')\n"
        "print(module is None or module.shipped_gazetteer.cache_info().currsize == 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "True"
