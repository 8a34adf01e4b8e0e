"""Addresses that contradict the table of places."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.facts.contradictory_addresses import RULES


@cache
def checker() -> Checker:
    return Checker(RULES, load_style_sheet()[0], Lexicon())


def check(text: str, headline: str = "") -> list[Finding]:
    return checker().check(Release.of(headline, [text]))


def test_the_message_names_the_district_that_has_the_village() -> None:
    (finding,) = check("Acara digelar di Desa Plosorejo, Kecamatan Kanigoro, Kabupaten Blitar.")
    assert finding.text == "Desa Plosorejo, Kecamatan Kanigoro".removeprefix("Desa ")
    assert "Desa Plosorejo tercatat di Kecamatan Kademangan, bukan Kecamatan Kanigoro" in (
        finding.message
    )
    assert finding.safe_fix is None


def test_several_districts_with_the_village_are_all_offered() -> None:
    (finding,) = check("Warga Desa Slorok, Kecamatan Wates, Kabupaten Blitar, panen.")
    assert [fix.edits[0].new for fix in finding.fixes] == ["Garum", "Doko"]


@pytest.mark.parametrize(
    "text",
    [
        "Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar",
        "Desa Plosorejo Kecamatan Kademangan Kabupaten Blitar",
        "Desa Sukorejo, Kecamatan Udanawu",
        "Desa Sumberejo, Kecamatan Sanankulon",  # spelt a little otherwise in the table
        "Desa Panggung Rejo, Kecamatan Panggungrejo, Kab. Blitar",
        "Desa Sragi, Kec. Talun, Blitar",
        "Kelurahan Kepanjenkidul, Kecamatan Kepanjenkidul, Kota Blitar",
        "Desa Antah Berantah, Kecamatan Kanigoro, Kabupaten Blitar",
        "Desa Plosorejo, Kecamatan Antah, Kabupaten Blitar",
        "Desa Plosorejo, Kecamatan Kanigoro, Kabupaten Antah",
        "Desa Plosorejo, Kecamatan Randublatung, Kabupaten Blora",
        "Kecamatan Sukorejo dan Kabupaten Blitar",
        "Kecamatan Kademangan, Kota Probolinggo",
        "Kabupaten Nabire, Papua Tengah, dan Kota Sorong, Papua Barat",
        "Kabupaten Blitar, Rini Syarifah, dan Kabupaten Blitar, Jawa Pos",
        "KECAMATAN KANIGORO, KABUPATEN KEDIRI",
        "kecamatan, kabupaten, dan kota",
        "Desa Wonotirto, Jawa Timur",
        "Kabupaten Blitar, Kecamatan Kademangan, Desa Plosorejo",
        "Kelurahan Malaka Jaya, Duren Sawit, Kota Administrasi Jakarta Timur, DKI Jakarta",
        "Kelurahan Kampung Melayu, Jakarta Timur",
        "Kelurahan Pari, Kecamatan Kepulauan Seribu Selatan",  # Pulau Pari
        "Kampung Rambutan, Kecamatan Kanigoro, Kabupaten Blitar",  # a hamlet
        "Desa Pejarakan, Kecamatan Jabon, sebelum penggabungan desa itu",
        "Kapanewon Depok, Sleman, DIY",
        "Kemantren Gondokusuman, Yogyakarta",
        "Distrik Sentani, Kabupaten Jayapura, Papua",
        "Nagari Ketaping, Kabupaten Padang Pariaman",  # Katapiang
        "Kecamatan Sepaku, IKN, dan di IKN, Kalimantan Timur",
        "Kabupaten/Kota Blitar, Jawa Timur",
        "Kecamatan Garum, Talun, dan Nglegok, Kabupaten Blitar",
        "Kabupaten Blitar, Jawa Tengah, dan Bali",
        "Bandung, Jawa Tengah, Banten, dan Bali",
        "Kota Solo, Jawa Tengah, dan Kabupaten Polman, Sulawesi Barat",
        "Kecamatan Kota, Kabupaten Kudus",
        "Kecamatan Juli, Kabupaten Bireuen, Aceh",
        "Kuningan, Jakarta Selatan",
        "Lembang, Bandung, Jawa Barat",
        "Pati, Gowa, dan daerah lain",
        "Wamena, Papua Pegunungan",
        "Tebet, Jakarta Selatan, DKI Jakarta",
        "Desa Plosorejo, Kanigoro, dan Bendo",
        "Desa Plosorejo, Kademangan, Blitar, Jawa Timur",
        "IKN, Kabupaten Penajam Paser Utara",
    ],
)
def test_what_may_be_right_is_silent(text: str) -> None:
    assert check(f"Acara digelar di {text}, kemarin.") == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Kecamatan Sananwetan, Kabupaten Blitar", "Kabupaten Blitar", "Kota Blitar"),
        ("Kecamatan Kanigoro, Kota Blitar", "Kota Blitar", "Kabupaten Blitar"),
        ("Kabupaten Blitar, Jawa Tengah", "Jawa Tengah", "Jawa Timur"),
        ("Kota Kediri, Provinsi Jawa Barat", "Jawa Barat", "Jawa Timur"),
        ("Desa Ngadri, Kecamatan Bakung, Kabupaten Blitar", "Bakung", "Binangun"),
        ("Desa Plosorejo, Kabupaten Blitar, Jawa Barat", "Jawa Barat", "Jawa Timur"),
        ("Kecamatan Kanigoro, Jawa Tengah", "Jawa Tengah", "Jawa Timur"),
        ("Kecamatan Kanigoro di Kabupaten Kediri", "Kabupaten Kediri", "Kabupaten Blitar"),
        ("Kecamatan Kanigoro, Kediri", "Kediri", "Blitar"),
        ("Kecamatan Kanigoro (Kediri)", "Kediri", "Blitar"),
        ("Blitar, Jawa Barat", "Jawa Barat", "Jawa Timur"),
        ("Kabupaten Kediri, Kecamatan Kanigoro", "Kabupaten Kediri", "Kabupaten Blitar"),
        ("Kapanewon Depok, Kabupaten Bantul", "Kabupaten Bantul", "Kabupaten Sleman"),
        ("Distrik Sentani, Kabupaten Merauke", "Kabupaten Merauke", "Kabupaten Jayapura"),
        ("Kabupaten Merauke, Papua Tengah", "Papua Tengah", "Papua Selatan"),
        ("Kecamatan Beji, Jakarta Selatan", "Jakarta Selatan", "Depok"),
        ("IKN, Kalimantan Selatan", "Kalimantan Selatan", "Kalimantan Timur"),
        ("IKN Nusantara, Kabupaten Berau", "Kabupaten Berau", "Kabupaten Penajam Paser Utara"),
        ("Desa Plosorejo, Kanigoro, Blitar", "Kanigoro", "Kademangan"),
        ("Desa Plosorejo, Kanigoro", "Kanigoro", "Kademangan"),
        ("Tebet, Jakarta Timur", "Jakarta Timur", "Jakarta Selatan"),
        ("Wamena, Papua Selatan", "Papua Selatan", "Papua Pegunungan"),
        ("Merauke, Provinsi Papua Tengah", "Papua Tengah", "Papua Selatan"),
        ("Srengat, Kabupaten Kediri", "Kabupaten Kediri", "Kabupaten Blitar"),
        ("Kabupaten Kediri, tepatnya di Kecamatan Srengat", "Kabupaten Kediri", "Kabupaten Blitar"),
        ("Kecamatan Srengat, yang masuk wilayah Kabupaten Kediri", "Kabupaten Kediri",
         "Kabupaten Blitar"),
        ("desa Plosorejo, kec. Kanigoro, kab. Blitar", "Kanigoro", "Kademangan"),
    ],
)  # fmt: skip
def test_a_level_that_does_not_fit_is_offered_anew(text: str, wrong: str, right: str) -> None:
    (finding,) = check(f"Acara digelar di {text}.")
    edit = finding.fixes[0].edits[0]
    assert (edit.old, edit.new) == (wrong, right)


def test_a_district_without_its_word_is_told_with_it() -> None:
    (finding,) = check("Panen di Desa Plosorejo, Kanigoro, Blitar, kemarin.")
    assert finding.message.startswith(
        "Desa Plosorejo tercatat di Kecamatan Kademangan, bukan Kanigoro;"
    )


def test_a_headline_and_a_quotation_are_asked_too() -> None:
    assert check("Isi berita.", "Panen di Desa Ngadri, Kecamatan Bakung, Kabupaten Blitar")
    assert check('"Kami dari Desa Ngadri, Kecamatan Bakung, Kabupaten Blitar," katanya.')
