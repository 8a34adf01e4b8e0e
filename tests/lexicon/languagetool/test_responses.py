"""Reading what a server sends: nothing of it is believed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stub_server import match

from bnews_desk.lexicon.languagetool.opinion import MOST_PROPOSALS
from bnews_desk.lexicon.languagetool.responses import (
    MOST_MESSAGE_CHARACTERS,
    MOST_REMARKS,
    CodePoints,
    languages_in,
    remarks_in,
)

TEXT = "He go to 😀 school."


def read(*matches: Any) -> list[tuple[int, int]]:
    remarks = remarks_in(json.dumps({"matches": matches}).encode(), TEXT)
    return [(remark.start, remark.end) for remark in remarks]


@given(st.text(alphabet="a😀é\ud800", max_size=12), st.data())
def test_every_span_in_units_is_the_same_words_in_code_points(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    def units(part: str) -> int:
        return sum(2 if char > "\uffff" else 1 for char in part)

    span = CodePoints(text).span(units(text[:start]), units(text[start:end]))
    assert span == ((start, end) if end > start else None)


@given(st.integers(-5, 40), st.integers(-5, 40))
def test_no_span_leaves_the_text_or_parts_a_character(offset: int, length: int) -> None:
    span = CodePoints(TEXT).span(offset, length)
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(TEXT)


@pytest.mark.parametrize(
    "wrong",
    [
        3,
        None,
        {},
        match(-1, 2),
        match(0, 0),
        match(0, 400),
        match(0, 2) | {"offset": "0"},
        match(0, 2) | {"offset": True},
        match(0, 2) | {"length": 1.5},
        match(0, 2) | {"rule": None},
        match(0, 2, rule={"id": "../../etc"}),
        match(0, 2, rule={"id": "A" * 101}),
        match(0, 2, rule={"id": 7}),
    ],
)
def test_what_makes_no_sense_is_left_out_and_the_rest_stays(wrong: Any) -> None:
    assert read(wrong, match(3, 2)) == [(3, 5)]


def test_remarks_are_in_order_and_bounded() -> None:
    assert read(match(3, 2), match(0, 2)) == [(0, 2), (3, 5)]
    assert len(read(*[match(0, 2)] * (MOST_REMARKS + 5))) == MOST_REMARKS


def test_messages_are_one_printable_line() -> None:
    found = match(0, 2, message="Wrong\x1b[31m\n  here " + "x" * 5000)
    (remark,) = remarks_in(json.dumps({"matches": [found]}).encode(), TEXT)
    assert remark.message.startswith("Wrong [31m here")
    assert remark.message.isprintable()
    assert len(remark.message) == MOST_MESSAGE_CHARACTERS
    (silent,) = remarks_in(json.dumps({"matches": [match(0, 2, message=3)]}).encode(), TEXT)
    assert silent.message == ""


def test_proposals_are_few_printable_and_different() -> None:
    values = ["goes", "goes", "go\nes", "x" * 500, 3, "went", "a", "b", "c", "d", "e"]
    found = match(0, 2, replacements=[{"value": value} for value in values] + ["x", None])
    (remark,) = remarks_in(json.dumps({"matches": [found]}).encode(), TEXT)
    assert remark.proposals == ("goes", "went", "a", "b", "c")[:MOST_PROPOSALS]
    (none,) = remarks_in(json.dumps({"matches": [match(0, 2, replacements=3)]}).encode(), TEXT)
    assert none.proposals == ()


def test_languages_are_codes() -> None:
    listed = [
        {"longCode": "en-US"},
        {"longCode": "../x"},
        {"longCode": 3},
        "id",
        {"longCode": "id"},
    ]
    assert languages_in(json.dumps(listed).encode()) == {"en-US", "id"}
    with pytest.raises(ValueError, match="list"):
        languages_in(b"{}")
