"""Capitals of headlines, words in capitals, marks of chats."""

from __future__ import annotations

from functools import cache

import pytest

from bnews_desk.finding import Finding, apply_fixes
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.frame.headline_case import FUNCTION_WORDS
from bnews_desk.rules.punctuation import chat_markup, headline_capitals, words_in_capitals

OFFERED = frozenset("sampai antara dalam per hingga karena si sang".split())


@cache
def checker() -> Checker:
    topics = (headline_capitals, words_in_capitals, chat_markup)
    return Checker(
        [rule for topic in topics for rule in topic.RULES], load_style_sheet()[0], Lexicon()
    )


def check(headline: str, *body: str) -> list[Finding]:
    return checker().check(Release.of(headline, body))


def mended(headline: str) -> str:
    release = Release.of(headline, [])
    return apply_fixes(release, [p.fixes[0] for p in check(headline)])[0].headline


@pytest.mark.parametrize("word", sorted(FUNCTION_WORDS - {"bagi"}))
def test_each_function_word_inside_is_written_small(word: str) -> None:
    (finding,) = check(f"Bupati Buka Pasar {word.capitalize()} Warga")
    assert finding.fixes[0].edits[0].new == word
    assert (finding.safe_fix is not None) == (word not in OFFERED)
    assert check(f"Bupati Buka Pasar {word} Warga") == []


@pytest.mark.parametrize(
    "headline",
    [
        "Petani Pilih Pupuk Kandang ketimbang Pupuk Kimia",
        "Petani Pilih Pupuk Kandang Ketimbang Pupuk Kimia",
        "Mentan dkk Tinjau Sawah Secara Mendadak",
        "Mentan cs Tinjau Sawah secara Mendadak",
        "Warga Buka Tabungan di Bank bjb Wlingi",
        "Jadwal Sinetron Ketika Padi Menguning di Desa",
        "Petani Masih Percaya sama Cuaca Beserta Angin",
        "Pelajar Ikut Lomba detikevent, bank bjb Beri Hadiah",
        "Usulan Warga Masih Di Kaji Dinas",
    ],
)
def test_what_newsrooms_write_either_way_and_names_are_left_alone(headline: str) -> None:
    assert check(headline) == []


@pytest.mark.parametrize("word", sorted(FUNCTION_WORDS))
def test_first_words_and_those_behind_a_colon_keep_their_capital(word: str) -> None:
    assert check(f"{word.capitalize()} Pasar Wlingi: {word.capitalize()} Warga Talun") == []


@pytest.mark.parametrize(
    ("headline", "good"),
    [
        ("Bupati Buka pasar Wlingi", "Bupati Buka Pasar Wlingi"),
        ("Bupati buka pasar baru di Wlingi", "Bupati Buka Pasar Baru di Wlingi"),
        ("Warga Bahas undang-undang Desa", "Warga Bahas Undang-Undang Desa"),
        ("Warga Tanam sayur-mayur Lokal", "Warga Tanam Sayur-mayur Lokal"),
        ("Bantuan Bagi Warga Talun", "Bantuan bagi Warga Talun"),
    ],
)
def test_content_words_get_a_capital(headline: str, good: str) -> None:
    assert mended(headline) == good
    assert check(good) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Pemkab Blitar Salurkan Dana Bagi Hasil Cukai",
        "Polisi Bagi Takjil di Jalan Merdeka",
        "PEMKAB BLITAR GELAR PASAR DI WLINGI",
        'Film "Ada Apa Dengan Cinta" Tayang di Blitar',
        'Curhat "Lulusan Baru" yang Sulit Cari Kerja',
        "Angel Di Maria Cetak Gol",
        "HUT Ke-80 RI di Blitar",
        "Warga Beli iPhone, eKTP, dan 5 kg Gula",
        "Pemkab Akan Serahkan SK kepada 1.720 P3K pada 19 Desember 2025",
        "Usai Panen, Warga Bahas soal Air Tanpa Camat",
        "Simak blitar.go.id dan #jagasungai Sekarang",
    ],
)
def test_headlines_that_are_right_as_they_stand(headline: str) -> None:
    assert check(headline) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Pelajar Erik zan Hagen Juara",
        "Warga Antre HUAWEI nova Baru",
        "Pasar Murah zu Wlingi Ramai",
        "Film Desa Rindu Dengan Hujan Tayang",
        "Lagu Icha Yang Disukai Warga",
    ],
)
def test_what_may_be_a_name_or_a_slip_is_only_offered(headline: str) -> None:
    (finding,) = check(headline)
    assert finding.safe_fix is None


def test_a_headline_in_sentence_case_is_one_finding_that_is_offered() -> None:
    (finding,) = check("Bupati buka pasar baru di Wlingi")
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    ("text", "found", "new"),
    [
        ("Hadir BUPATI Rini di aula.", "BUPATI", "Bupati"),
        ("Hadir BUPATI RIJANTO di aula.", "BUPATI RIJANTO", "Bupati Rijanto"),
        ("Rumah di BLITAR terbakar.", "BLITAR", "Blitar"),
        ("Plosorejo ramai, lalu PLOSOREJO sepi.", "PLOSOREJO", "Plosorejo"),
    ],
)
def test_words_and_names_in_capitals_are_offered_small_letters(
    text: str, found: str, new: str
) -> None:
    (finding,) = check("", text)
    assert (finding.text, finding.fixes[0].edits[0].new) == (found, new)
    assert finding.safe_fix is None


@pytest.mark.parametrize(
    "text",
    [
        "BLITAR | B-news.id - Warga menanam padi.",
        "Hadir DPUPR, BPPKAD, RPJPN, dan POLRES.",
        "Bab XXIII, BLITAR-2, dan BLITAR.go.id.",
        "Asosiasi Blitar Raya (BLITAR) hadir.",
    ],
)
def test_acronyms_datelines_and_codes_keep_their_capitals(text: str) -> None:
    assert check("", text) == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("*Bupati Blitar* hadir.", "Bupati Blitar hadir."),
        ("Ada _jaga sungai_ dan *Rp5.000*.", "Ada jaga sungai dan Rp5.000."),
        ("Film itu ~kata orang~ seru.", "Film itu ~kata orang~ seru."),
        ("Akun @fr**it4** dan r**a* hadir.", "Akun @fr**it4** dan r**a* hadir."),
        ("*_Penting sekali_* bagi warga.", "Penting sekali bagi warga."),
        ("Kode ```batik``` itu.", "Kode batik itu."),
        ("(*Camat Talun*) hadir.", "(Camat Talun) hadir."),
    ],
)
def test_marks_of_chats_go_in_pairs(text: str, good: str) -> None:
    assert fix_all(Release.of("", [text]), checker()).release.body == good


@pytest.mark.parametrize(
    "text",
    [
        "Ikuti @dinas_pu_blitar dan data_dua_tiga.",
        "Catatan (*) dan (***) dan satu * saja.",
        "* butir pertama",
        "Hasil 2*3*4, 2 *3* 4, dan ~5 dan ~7.",
        "Berkas laporan_akhir_desa.docx dibuka.",
        "*tidak ditutup",
    ],
)
def test_marks_that_mean_something_else_stay(text: str) -> None:
    assert check("", text) == []
