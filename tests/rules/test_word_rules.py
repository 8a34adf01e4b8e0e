"""A newsroom's own rules at work: each shape finds what it says, and nothing can hold it up."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from bnews_desk.finding import Finding, Safety, Severity
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.house.word_rules import read_word_rules
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules, rules_of, taken_ids
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import RuleGroup
from bnews_desk.rules.word_rule_matcher import failed_examples


def house_with(**table: Any) -> HouseStyle:
    rules, faults = read_word_rules([{"id": "redaksi", "message": "{text} → {right}"} | table])
    assert faults == []
    return replace(load_style_sheet()[0], own_rules=rules or ())


def found(text: str, **table: Any) -> list[Finding]:
    house = house_with(**table)
    own = [rule for rule in rules_of(house) if rule.group is RuleGroup.R]
    release = Release(text) if "\n" in text else Release.of("", [text])
    return Checker(own, house, Lexicon()).check(release)


def texts(findings: list[Finding]) -> list[str]:
    return [finding.text for finding in findings]


def test_existence_flags_the_words_whatever_their_case() -> None:
    table = {"shape": "existence", "words": ["masyarakat luas", "rakyat"]}
    assert texts(found("Masyarakat luas dan rakyat datang.", **table)) == [
        "Masyarakat luas",
        "rakyat",
    ]
    assert found("Kerakyatan dan masyarakat yang luas.", **table) == []


def test_with_case_only_the_written_form_is_meant() -> None:
    table = {"shape": "existence", "words": ["Jatim"], "case": True}
    assert texts(found("Warga Jatim dan JATIM serta jatim.", **table)) == ["Jatim"]


def test_substitution_keeps_the_case_and_says_what_is_right() -> None:
    (finding,) = found("Bapak camat hadir.", shape="substitution", pairs={"bapak camat": "camat"})
    assert finding.message == "Bapak camat → camat"
    assert [edit.new for edit in finding.fixes[0].edits] == ["Camat"]
    assert finding.severity is Severity.WARNING


def test_several_replacements_take_one_click_each_even_where_safe_was_asked_for() -> None:
    (finding,) = found(
        "Ia jumpa warga.", shape="substitution", pairs={"jumpa": "bertemu | menemui"}, fix="safe"
    )
    assert [fix.safety for fix in finding.fixes] == [Safety.OFFERED, Safety.OFFERED]
    assert finding.message == "jumpa → bertemu” atau “menemui"


def test_a_safe_fix_is_only_offered_inside_a_quotation() -> None:
    text = 'Ia berkata, "Kami semua jumpa warga desa di balai."'
    (finding,) = found(text, shape="substitution", pairs={"jumpa": "bertemu"}, fix="safe")
    assert finding.fixes[0].safety is Safety.OFFERED


def test_repetition_flags_a_word_that_comes_back_too_soon() -> None:
    table = {"shape": "repetition", "words": ["yaitu"], "within": 4}
    assert [p.start for p in found("Dua, yaitu padi dan satu yaitu jagung.", **table)] == [26]
    assert found("Dua, yaitu padi, dan satu lagi ada yaitu jagung.", **table) == []


def test_consistency_flags_the_rarer_spelling_and_offers_the_usual_one() -> None:
    table = {"shape": "consistency", "forms": [["Kepanjenkidul", "Kepanjen Kidul"]], "case": True}
    text = "Camat Kepanjenkidul\nWarga Kepanjen Kidul datang.\nKepanjenkidul ramai."
    (finding,) = found(text, **table)
    assert finding.text == "Kepanjen Kidul"
    assert finding.fixes[0].edits[0].new == "Kepanjenkidul"
    assert found("Judul\nKepanjenkidul dan Kepanjenkidul.", **table) == []


def test_where_both_are_as_frequent_the_first_is_the_usual_one() -> None:
    table = {"shape": "consistency", "forms": [["Kepanjenkidul", "Kepanjen Kidul"]]}
    assert texts(found("\nKepanjen Kidul, lalu Kepanjenkidul.", **table)) == ["Kepanjenkidul"]


def test_a_pattern_puts_its_groups_into_the_replacement() -> None:
    table = {"shape": "pattern", "pattern": r"(\d+) jam lamanya", "replacement": r"selama \1 jam"}
    (finding,) = found("Rapat itu 3 jam lamanya.", **table)
    assert finding.fixes[0].edits[0].new == "selama 3 jam"
    assert found("Rapat itu lama.", **table) == []


def test_a_pattern_without_end_is_given_up_and_the_check_goes_on() -> None:
    assert found("a" * 50_000, shape="pattern", pattern="(a+)+b") == []


@pytest.mark.parametrize("text", ["", "\n", "\ud800", "ا" * 50, "🙂" * 50, "\x00\x1b\n\x07"])
def test_no_text_raises(text: str) -> None:
    for table in (
        {"shape": "existence", "words": ["a"]},
        {"shape": "pattern", "pattern": r"\w+"},
        {"shape": "repetition", "words": ["a"]},
        {"shape": "consistency", "forms": [["a", "b"]]},
    ):
        for finding in found(text, **table):
            assert 0 <= finding.start < finding.end


def test_an_own_rule_can_be_switched_off_and_never_stands_for_one_that_ships() -> None:
    house = house_with(shape="existence", words=["rakyat"])
    off = replace(house, severities={"redaksi": None})
    assert Checker(rules_of(off), off, Lexicon()).check(Release.of("", ["Rakyat."])) is not None
    own = [rule for rule in rules_of(house) if rule.group is RuleGroup.R]
    assert Checker(own, off, Lexicon()).check(Release.of("", ["Ini rakyat."])) == []
    clash = house_with(id="double-space", shape="existence", words=["rakyat"])
    assert taken_ids(clash, all_rules()) == ["double-space"]
    assert rules_of(clash) == all_rules()


def test_examples_that_do_not_come_out_are_said() -> None:
    house = house_with(
        shape="substitution",
        pairs={"jumpa": "bertemu"},
        bad=[["Ia jumpa warga.", "Ia bertemu warga."], ["Ia jumpa.", "Ia datang."], "Ia datang."],
        good=["Mereka jumpa.", "Mereka bertemu."],
    )
    (rule,) = [rule for rule in rules_of(house) if rule.group is RuleGroup.R]
    assert list(failed_examples(rule, house)) == [
        "Contoh “Ia jumpa.” menjadi “Ia bertemu.”, bukan “Ia datang.”.",
        "Contoh “Ia datang.” tidak ditandai.",
        "Contoh benar “Mereka jumpa.” ikut ditandai.",
    ]


def test_forms_that_differ_in_case_alone_are_told_apart_where_case_counts() -> None:
    table = {"shape": "consistency", "forms": [["Forkopimda", "FORKOPIMDA"]], "case": True}
    text = "Forkopimda hadir. FORKOPIMDA pulang bersama Forkopimda lain."
    assert texts(found(text, **table)) == ["FORKOPIMDA"]
    assert found("Warga menemui forkopimda dan Forkopimda.", **table) == []


@pytest.mark.parametrize("key", ["code", "list", "skip", "on"])
def test_a_newsroom_cannot_use_the_keys_of_rules_that_ship(key: str) -> None:
    table = {"id": "a", "shape": "existence", "message": "x", "words": ["b"], key: "c"}
    (fault,) = read_word_rules([table])[1]
    assert fault[0] == f"[0].{key}"


def test_every_rule_goes_to_another_process() -> None:
    house = replace(
        house_with(shape="consistency", forms=[["Walikota", "Wali Kota"]]),
        severities={rule.id: rule.severity for rule in all_rules()},
    )
    rules = pickle.loads(pickle.dumps(rules_of(house)))  # noqa: S301 - just made
    release = Release.of("", ["Wali Kota hadir; Walikota pulang. Media masa meliput tolak ukur."])
    assert [rule.id for rule in rules] == [rule.id for rule in rules_of(house)]
    expected = Checker(rules_of(house), house, Lexicon()).check(release)
    assert Checker(rules, house, Lexicon()).check(release) == expected
    assert {"redaksi", "confusable"} <= {finding.rule for finding in expected}
