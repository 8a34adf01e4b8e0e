"""Bound forms written apart, hyphenated, or only looking like such."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import ListRow, read_list
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.spelling.bound_forms import RULES

ROWS = [row for row in read_list("kata_baku.tsv") if row.rule == "C10"]
ROWS += list(read_list("bentuk_terikat.tsv"))
IDS = [row.form for row in ROWS]


TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_found_in_running_text(row: ListRow) -> None:
    (finding,) = check(f"Rapat membahas {row.form} kemarin.")
    assert finding.text == row.form
    assert finding.fixes[0].edits[0].new == row.replacements[0]
    assert (finding.safe_fix is None) == row.is_offered
    assert finding.severity is (Severity.WARNING if row.is_offered else Severity.ERROR)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_only_offered_in_what_somebody_says(row: ListRow) -> None:
    (finding,) = check(f'"Rapat itu membahas {row.form} kemarin," katanya.')
    assert finding.fixes
    assert finding.safe_fix is None


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_never_safe_in_a_name(row: ListRow) -> None:
    if row.form == "panca sila":
        return
    assert check(f"Mereka bergabung dengan Forum {row.form.title()} Blitar.") == []


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_is_silent_in_links_and_tags(row: ListRow) -> None:
    tied = row.form.replace(" ", "-")
    assert check(f"Lihat https://contoh.id/{tied} dan #{tied.replace('-', '')} itu.") == []


@pytest.mark.parametrize(
    "before",
    ["jasa", "layanan", "ongkos", "uang", "surat", "di", "siap", "pesan", "kami", "saya"],
)
def test_antar_is_a_verb_behind_some_words(before: str) -> None:
    assert check(f"Mereka {before} antar warga kemarin.") == []
    assert check(f"Mereka {before} antar OPD kemarin.") == []


@pytest.mark.parametrize(
    "text",
    [
        "antar jemput",
        "antar barang",
        "antar surat",
        "antar pesanan",
        "antar makanan",
        "antar paket",
        "antar anak",
        "antar pulang",
        "antar dia",
        "antar kedua pihak",
        "antar BUMN",
        "antara pihak",
        "ikan tuna segar",
        "musim semi",
        "pro rakyat",
        "super cepat",
        "eks bupati",
        "anti korupsi",
        "mini market",
        "ekstra hati-hati",
        "usaha mikro kecil",
        "pro dan kontra warga",
        "ekonomi makro yang baik",
        "non performing loan",
        "non cash",
        "non equity",
        "ultra processed food",
        "sine qua non bagi",
        "pra dan pascabencana",
        "pasca itu",
        "sub, bagian",
        "sub a",
        "non-ASN",
        "anti-mainstream",
        "antar-pihak",
        "non-aktif",
        "pasca-panen",
        "mono-rail-x",
        "trans-Jawa",
        "tele-marketing",
        "anak-anak",
        "tuna-wirata",
    ],
)
def test_what_is_free_foreign_or_another_rules(text: str) -> None:
    assert check(f"Rapat membahas {text} kemarin.") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("pasca bencana", "pascabencana"),
        ("paska bencana", "pascabencana"),
        ("pasca melahirkan", "pascamelahirkan"),
        ("multi tafsir", "multitafsir"),
        ("sub judul", "subjudul"),
        ("non teknis", "nonteknis"),
        ("inter disipliner", "interdisipliner"),
        ("pramu saji", "pramusaji"),
        ("infra-merah", "inframerah"),
        ("mono-poli", "monopoli"),
        ("tuna-netra", "tunanetra"),
        ("pasca Idulfitri", "pasca-Idulfitri"),
        ("pasca Pemilu 2024", "pasca-Pemilu"),
        ("pasca menjalani operasi", "setelah menjalani"),
        ("pasca dilantik", "setelah dilantik"),
        ("pasca ia mundur", "setelah ia"),
        ("pasca Ibu Kota pindah", "setelah Ibu"),
        ("pasca Jakarta tidak lagi ibu kota", "setelah Jakarta"),
        ("pasca 2024", "pasca-2024"),
        ("non ASN", "non-ASN"),
    ],
)
def test_the_open_class_is_a_warning_with_an_offer(text: str, right: str) -> None:
    (finding,) = check(f"Rapat membahas {text} kemarin.")
    assert finding.severity is Severity.WARNING
    assert finding.safe_fix is None
    assert finding.fixes[0].edits[0].new == right
    assert f"“{right}”" in finding.message


def test_the_start_of_a_sentence() -> None:
    assert fixes("Antar pihak harus akur. Pasca bencana warga pulih.") == [
        ("Antar pihak", "Antarpihak", True),
        ("Pasca bencana", "Pascabencana", False),
    ]
    assert fixes("Antar OPD harus akur.") == [("Antar OPD", "Antar-OPD", True)]
    assert check("Inter menang. Wira hadir. Trans melaju. Nara sumber itu.") == []


def test_a_headline_only_offers() -> None:
    assert fixes("Isi.", headline="Sinergi Antar Pihak Menguat") == [
        ("Antar Pihak", "Antarpihak", False)
    ]
    assert fixes("Isi.", headline="SINERGI ANTAR PIHAK") == [("ANTAR PIHAK", "ANTARPIHAK", False)]
    assert check("Isi.", headline="Warga Pasca Idulfitri Kembali") == []


def test_rows_of_other_rules_hide_the_open_class() -> None:
    assert check("Program pasca sarjana, loka karya, manca negara, dan wira usaha.") == []


def test_a_newsrooms_own_pair_hides_the_open_class() -> None:
    own = Checker(RULES, load_style_sheet()[0], Lexicon({"pasca bencana": "setelah bencana"}))
    assert own.check(Release.of("", ["Pemulihan pasca bencana berjalan."])) == []


def test_what_somebody_says_is_only_offered() -> None:
    assert fixes(
        'Kata antar pihak itu dipakai dua kali. "Sinergi antar pihak harus kuat," ujarnya.'
    ) == [
        ("antar pihak", "antarpihak", True),
        ("antar pihak", "antarpihak", False),
    ]


@pytest.mark.parametrize("text", ["", "non \ud800", "pasca", "non 😀", "pasca-", "antar \u0000 x"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_are_all_found() -> None:
    assert len(check("pasca banjir, " * 2_000)) == 2_000
