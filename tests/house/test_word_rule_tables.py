"""A newsroom's own rules: what its style sheet says is read, refused or left out, never raised."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.finding import Safety, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.house.word_rules import MAX_RULES, WordRule, read_word_rules

LEAST = {"id": "warga", "shape": "existence", "message": "Hindari “{text}”.", "words": ["rakyat"]}


def one(**changes: object) -> tuple[tuple[WordRule, ...] | None, list[tuple[str, str]]]:
    return read_word_rules([LEAST | changes])


def test_a_rule_needs_id_shape_message_and_what_its_shape_needs() -> None:
    assert one() == (
        (WordRule("warga", "existence", "Hindari “{text}”.", words=("rakyat",)),),
        [],
    )
    for key, value in LEAST.items():
        rules, faults = read_word_rules([{k: v for k, v in LEAST.items() if k != key}])
        assert rules == (), (key, value)
        assert faults == [(f"[0].{key}", "Kunci ini wajib diisi. Aturan ini dilewati.")]


def test_everything_a_rule_may_say_is_read() -> None:
    rules, faults = one(
        name="Sebutan", severity="error", fix="none", source="Rapat redaksi", case=True, within=9,
        bad=["Ini rakyat.", ["Ini rakyat.", "Ini warga."]], good=["Ini warga."],
    )  # fmt: skip
    assert faults == []
    assert rules is not None
    rule = rules[0]
    assert (rule.severity, rule.safety, rule.within) == (Severity.ERROR, Safety.NONE, 9)
    assert rule.matches_case
    assert rule.bad == (("Ini rakyat.", None), ("Ini rakyat.", "Ini warga."))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "Sebutan Warga"), ("id", "lt-warga"), ("id", 7), ("shape", "regex"), ("shape", 1),
        ("message", "Tulis {apa}."), ("message", "{text!r}"), ("message", "{"), ("message", ""),
        ("name", ""), ("severity", "off"), ("fix", "auto"), ("source", []), ("words", []),
        ("words", ["..."]), ("words", "rakyat"), ("pairs", {"rakyat": ""}), ("pairs", {"-": "a"}),
        ("forms", [["satu"]]), ("forms", ["satu", "dua"]), ("pattern", "("), ("pattern", "a*"),
        ("pattern", ""), ("pattern", "x" * 1001), ("replacement", 1), ("within", 0),
        ("within", True), ("within", 201), ("case", "ya"), ("bad", "contoh"), ("bad", [[1]]),
        ("bad", [["a", "b", "c"]]), ("good", [1]), ("kata", "?"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_and_its_rule_left_out(key: str, value: object) -> None:
    rules, faults = read_word_rules([LEAST | {key: value}, LEAST | {"id": "lain"}])
    assert [rule.id for rule in rules or ()] == ["lain"]
    assert [place for place, _ in faults] == [f"[0].{key}"]
    assert all(message.endswith("Aturan ini dilewati.") for _, message in faults)


def test_a_replacement_may_name_only_groups_that_the_pattern_has() -> None:
    shape = {"id": "jam", "shape": "pattern", "message": "x", "pattern": r"(?P<n>\d+) jam"}
    for right in (r"\1 pukul", r"\g<n> pukul", "pukul"):
        assert read_word_rules([shape | {"replacement": right}])[1] == []
    for wrong in (r"\2", r"\g<m>", "\\"):
        assert [key for key, _ in read_word_rules([shape | {"replacement": wrong}])[1]] == [
            "[0].replacement"
        ]


def test_two_rules_of_one_id_are_one() -> None:
    rules, faults = read_word_rules([LEAST, LEAST])
    assert len(rules or ()) == 1
    assert faults == [("[1].id", "Aturan “warga” ditulis dua kali. Aturan ini dilewati.")]


def test_too_many_rules_are_cut_and_said() -> None:
    many = [LEAST | {"id": f"aturan-{n}"} for n in range(MAX_RULES + 1)]
    rules, faults = read_word_rules(many)
    assert len(rules or ()) == MAX_RULES
    assert [key for key, _ in faults] == [""]


@pytest.mark.parametrize("value", ["x", 1, {}, [1], [[]], None])
def test_what_is_no_list_of_tables_is_said(value: object) -> None:
    assert read_word_rules(value) == (
        None,
        [("", "Seharusnya ditulis sebagai tabel-tabel [[rules]].")],
    )


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(
    st.lists(st.dictionaries(st.sampled_from([*LEAST, "pattern", "pairs", "forms", "bad"]), VALUES))
)
def test_nothing_that_toml_can_say_raises(tables: list[dict[str, object]]) -> None:
    read_word_rules(tables)
    read_word_rules([LEAST | table for table in tables])


def test_the_example_in_the_shipped_sheet_is_a_rule_once_its_marks_are_taken_away() -> None:
    with open("resources/house/b-news.toml", encoding="utf-8") as file:
        lines = file.read().split("\n")
    start = lines.index("# [[rules]]")
    tree = tomllib.loads("\n".join(line.removeprefix("#").strip() for line in lines[start:]))
    rules, faults = read_word_rules(tree["rules"])
    assert faults == []
    assert [rule.id for rule in rules or ()] == ["sebutan-warga"]
    assert load_style_sheet()[0].own_rules == ()
