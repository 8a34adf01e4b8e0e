"""C41 and C38: what is taken for a slip in running text, and what never is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trial_kit import Trial

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.spelling.misspelt_words import SPELLING, UNKNOWN_WORD

TRIAL = Trial([SPELLING])


def slips(*body: str, headline: str = "") -> list[str]:
    return [finding.text for finding in TRIAL.check(*body, headline=headline)]


def first_right(text: str) -> str:
    checker = TRIAL.checker
    (finding,) = checker.check(Release.of("", [text]))
    return checker.completed(finding).fixes[0].edits[0].new


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Camat mengtakan hal itu.", "mengatakan"),
        ("Warga menunggu kepstian itu.", "kepastian"),
        ("Polisi menagkap pelaku.", "menangkap"),
        ("Pembagnunan itu ramai.", "Pembangunan"),
        ("Petani memperbaaiki saluran.", "memperbaiki"),
        ("Para ibuibu hadir.", "ibu-ibu"),
        ("Lomba diikuti anak-anka desa.", "anak-anak"),
        ("Rapat membahas pel aksanaan lomba.", "pelaksanaan"),
        ("Bantuan untukwarga disalurkan.", "untuk warga"),
    ],
)
def test_a_slip_is_found_with_what_was_meant(text: str, right: str) -> None:
    assert first_right(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Kepala desa Wahyoedi Prasetio hadir.",
        "Produk Kegaitan laku keras.",
        "Kegaitan Prasetyo hadir.",
        "PEMBAGNUNAN itu selesai.",
        "Kode pembagnunan2 dan 3pembagnunan dipakai.",
        "Lihat pembagnunan.id atau @pembagnunan di sana.",
        "Berkas pembagnunan.docx dan data_pembagnunan disimpan.",
        "Ia berkata, “Kulo nyuwun pangapunten sedoyo kalepatan.”",
        "Kata mereka, “Dulure kabeh podho nglumpuk nang omah.”",
        "Konsep thinkings outsides boxes diperkenalkan.",
        "Menurut drh. Bambang dan dr. Endah, warga sehat.",
        "Alat itu di-tackle dan goal-nya dianulir.",
    ],
)
def test_names_codes_links_and_other_tongues_are_left_alone(text: str) -> None:
    assert slips(text) == []


def test_a_table_of_names_and_figures_does_not_make_a_paragraph_foreign() -> None:
    names = " ".join(
        f"Kec{letter}ombang {number}.{number}27"
        for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 1)
    )
    assert slips(f"Suara maxsuk dari {names} sampai sore.") == ["maxsuk"]


def test_words_of_another_tongue_make_a_paragraph_foreign() -> None:
    words = " ".join(f"{first}zu{second}q{second}" for first in "bdgklm" for second in "abdgklo")
    assert slips(f"Acara {words} kegaitan.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rapat menerima feedback denagn zorvindex itu.", ["denagn"]),
        ("Mereka memakai feedback kegaitan zorvindex itu.", []),
        ("Semua data (film konvergensqi) sampai sore.", ["konvergensqi"]),
        ("Konsep itu (zorvindex konvergensqi) dikenal lama.", []),
    ],
)
def test_beside_strange_words_only_the_commonest_are_meant(text: str, wanted: list[str]) -> None:
    assert slips(text) == wanted


def test_a_headline_in_capitals_tells_nothing() -> None:
    assert slips("Warga hadir.", headline="Pembagnunan Jalan Desa Dimulai") == []
    assert slips("Warga hadir.", headline="Warga tolak pembagnunan jalan") == ["pembagnunan"]


def test_what_the_release_writes_as_a_name_is_one() -> None:
    assert slips("Usaha kegaitan itu maju.", "Toko milik Kegaitan ramai.") == []
    assert slips("Usaha kegaitan itu maju.") == ["kegaitan"]


def test_what_stands_three_times_is_a_term() -> None:
    line = "Warga menanam kegaitan."
    assert slips(line, line) == ["kegaitan", "kegaitan"]
    assert slips(line, line, line) == []


def test_what_a_list_names_is_its_own_rules() -> None:
    house = load_style_sheet()[0]
    checker = Checker(all_rules(), house, Lexicon(house.pairs))
    found = checker.check(
        Release.of("", ["Warga dihimbau ke apotik, praktek dokter, dan dirumah."])
    )
    assert "spelling" not in {finding.rule for finding in found}


def test_a_dictionary_makes_a_word_known() -> None:
    house = load_style_sheet()[0]
    own = Checker([SPELLING], house, Lexicon(own_words=frozenset({"pembagnunan"})))
    assert own.check(Release.of("", ["Ada pembagnunan di sana."])) == []


def test_the_newsrooms_own_right_forms_are_known() -> None:
    own = Checker([SPELLING], load_style_sheet()[0], Lexicon({"kegiatan": "kegaitan"}))
    assert own.check(Release.of("", ["Ada kegaitan di sana."])) == []


def test_a_finding_has_no_fix_until_it_is_asked_for() -> None:
    (finding,) = TRIAL.check("Hal terebut benar.")
    assert finding.fixes == ()
    whole = TRIAL.checker.completed(finding)
    assert whole == TRIAL.checker.completed(finding)
    assert whole.fixes[0].edits[0].new == "tersebut"
    assert TRIAL.checker.completed(whole) == whole
    assert (whole.rule, whole.start, whole.end) == (finding.rule, finding.start, finding.end)


def test_accepting_the_first_suggestion_settles() -> None:
    release = Release.of("", ["Hal terebut menganggu warga."])
    settled = fix_all(release, TRIAL.checker, offered=["spelling"])
    assert settled.release.text == "\nHal tersebut mengganggu warga."
    assert fix_all(release, TRIAL.checker).release == release


def test_a_word_without_neighbour_is_another_rules_and_off() -> None:
    assert not UNKNOWN_WORD.is_on
    on = replace(load_style_sheet()[0], severities={"unknown-word": UNKNOWN_WORD.severity})
    checker = Checker([SPELLING, UNKNOWN_WORD], on, Lexicon())
    found = checker.check(Release.of("", ["Alat zorvindex dan pembagnunan itu."]))
    assert [(p.rule, p.text) for p in found] == [
        ("unknown-word", "zorvindex"),
        ("spelling", "pembagnunan"),
    ]
