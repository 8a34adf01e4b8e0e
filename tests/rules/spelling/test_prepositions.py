"""*di* and *dari*, joined where they are prepositions and split where they are prefixes."""

from __future__ import annotations

import pytest
from trial_kit import Trial

from bnews_desk.finding import Severity
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import read_list
from bnews_desk.rules.spelling.prepositions import RULES

PREPOSITIONS = [
    row.form
    for row in read_list("kata_baku.tsv")
    if "eyd-kata-depan" in row.notes and row.form.startswith("d")
]


TRIAL = Trial(RULES)
check, fixes = TRIAL.check, TRIAL.fixes


@pytest.mark.parametrize("form", PREPOSITIONS)
def test_each_row_is_found_and_mended_in_running_text(form: str) -> None:
    (finding,) = check(f"Mereka bertemu {form} kemarin.")
    assert finding.rule == "di-preposition-joined"
    assert finding.severity is Severity.ERROR
    assert finding.text == form
    assert (finding.safe_fix is not None) == (form not in ("ditempat", "dimana"))


def test_where_that_asks_is_mended_and_where_that_joins_is_not_blessed() -> None:
    for text in (
        "Dimana warga mengadu?",
        "Ia tahu dimana rumahnya.",
        "Dimana pun ia ada.",
        "Lomba itu ramai. Dimana tahun lalu, pesertanya hanya empat.",
    ):
        (finding,) = check(text)
        assert finding.safe_fix is not None, text
    (finding,) = check("Rapat itu ramai dimana warga hadir semua.")
    assert finding.safe_fix is None
    assert "bukan ragam baku" in finding.message


def test_a_place_without_capital_may_be_a_verb_mistyped() -> None:
    (finding,) = check("Harga naik dibandung tahun lalu.")
    assert [fix.edits[0].new for fix in finding.fixes] == ["di Bandung", "dibanding"]
    assert finding.safe_fix is None


@pytest.mark.parametrize("form", PREPOSITIONS)
def test_each_row_is_left_alone_in_names_links_and_tags(form: str) -> None:
    assert check(f"Mereka menonton film {form.capitalize()} kemarin.") == []
    assert check(f"Lihat https://contoh.id/{form} dan #{form} sekarang.") == []


@pytest.mark.parametrize("form", PREPOSITIONS)
def test_each_row_is_only_offered_in_what_somebody_says(form: str) -> None:
    (finding,) = check(f'"Kami akan bertemu {form} besok pagi," katanya.')
    assert finding.fixes
    assert finding.safe_fix is None


def test_a_clitic_stays_on_the_word() -> None:
    assert fixes("Angin dibawahnya, disinilah, dan dimanakah.") == [
        ("dibawahnya", "di bawahnya", True),
        ("disinilah", "di sinilah", True),
        ("dimanakah", "di manakah", True),
    ]


def test_the_case_of_the_text_is_kept() -> None:
    assert fixes("Dimana warga?") == [("Dimana", "Di mana", True)]
    assert fixes("Isi.", headline="DIMANA WARGA") == [("DIMANA", "DI MANA", False)]
    assert fixes("Isi.", headline="Dimana Warga Mengadu") == [("Dimana", "Di Mana", False)]
    assert fixes("Isi.", headline="Warga Tanya Dimana Bantuan") == [("Dimana", "di Mana", False)]
    assert fixes("Isi.", headline="Warga tanya dimana bantuan") == [("dimana", "di mana", False)]


@pytest.mark.parametrize(
    "verb",
    [
        "dirumahkan",
        "diatasi",
        "ditempatkan",
        "ditempati",
        "disela",
        "dipusatkan",
        "disekolahkan",
        "dibawahi",
        "dibelakangi",
        "didalami",
        "diluruskan",
        "dijalankan",
        "diserang",
        "disorong",
        "dipalu",
        "dipadang",
        "dibatu",
        "diwates",
        "disampingkan",
        "dikotakan",
        "diantarkan",
    ],
)
def test_verbs_are_never_parted(verb: str) -> None:
    assert check(f"Masalah itu {verb} warga.", f"{verb.capitalize()} warga.") == []


def test_places_of_the_house_are_parted_with_their_capital() -> None:
    assert fixes("Warga dikademangan dan diBlitar.") == [
        ("dikademangan", "di Kademangan", True),
        ("diBlitar", "di Blitar", True),
    ]
    assert fixes("Rapat diKecamatan Talun.") == [("diKecamatan", "di Kecamatan", True)]


def test_an_unknown_capital_is_only_offered() -> None:
    (finding,) = check("Rapat diPlosorejo ditunda.")
    assert finding.severity is Severity.WARNING
    assert finding.safe_fix is None
    assert fixes("Pegawai diPHK, di-PHK, diA, di2024, dan diU20.") == []


@pytest.mark.parametrize("text", ["data_dimana", "dimana_data", "-dimana", "Al-dimana"])
def test_parts_of_other_words_are_left_alone(text: str) -> None:
    assert check(f"Lihat {text} sekarang.") == []


def test_what_other_rules_report_is_left_to_them() -> None:
    assert check("Ia kedepannya kesana, keluar negeri.") == []


@pytest.mark.parametrize("stem", sorted(Lexicon().passive_stems))
def test_each_stem_is_joined_in_running_text(stem: str) -> None:
    offered = Lexicon().passive_stems[stem]
    assert fixes(f"Hal itu di {stem} kemarin.") == [(f"di {stem}", f"di{stem}", not offered)]
    assert fixes(f'"Hal itu sudah di {stem} kemarin," katanya.') == [
        (f"di {stem}", f"di{stem}", False)
    ]


@pytest.mark.parametrize("stem", sorted(Lexicon().passive_stems))
def test_each_stem_is_left_alone_as_a_name_or_with_a_hyphen(stem: str) -> None:
    assert check(f"Mereka bermain di {stem.capitalize()} Futsal.") == []
    assert check(f"Hal itu tertulis di {stem}-{stem}.") == []
    assert check(f"Hal itu tertulis di {stem} - {stem}.") == []
    assert check(f"Hal itu tertulis di {stem} {stem}.") == []


def test_the_prefix_at_the_start_of_a_sentence() -> None:
    assert fixes("Di laksanakan besok.") == [("Di laksanakan", "Dilaksanakan", True)]
    assert fixes("Kantor Di laksanakan besok.") == []


def test_the_prefix_in_a_headline_is_offered() -> None:
    assert fixes("Isi.", headline="Rapat Di Laksanakan Besok") == [
        ("Di Laksanakan", "Dilaksanakan", False)
    ]
    assert fixes("Isi.", headline="RAPAT DI LAKSANAKAN") == [
        ("DI LAKSANAKAN", "DILAKSANAKAN", False)
    ]
    assert fixes("Isi.", headline="Warga Menginap Di Bina Graha") == []


@pytest.mark.parametrize(
    "text",
    [
        "di balik meja",
        "di dasar sungai",
        "di tutup botol",
        "di data statistik",
        "di hukum adat",
        "di olah raga",
        "di, lakukan",
        "di/lakukan",
        "di_lakukan",
        "kembali-di lakukan",
        "di lakukan_itu",
    ],
)
def test_nouns_and_torn_words_stay_apart(text: str) -> None:
    assert check(f"Hal itu ada {text} sejak lama.") == []


@pytest.mark.parametrize("text", ["", "\ud800", "di \ud800", "di", "😀 di mana", "di \u0000", "دي"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert check(text, headline=text) == []


def test_many_on_one_line_take_linear_time() -> None:
    assert check("di " * 20_000) == []


def test_what_is_carried_somewhere_lies_under_nothing() -> None:
    assert check("Korban dibawah ke rumah sakit.") == []
