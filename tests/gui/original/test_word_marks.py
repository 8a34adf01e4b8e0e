"""What went and came, found once and followed through what is typed since."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnews_desk.comparison import compare
from bnews_desk.gui.original.word_marks import (
    ChangedSpan,
    WordChange,
    WordMarks,
    marks_of_new,
    marks_of_old,
)

OLD = "Pasar Resmi Dibuka\nHarga ikan lele dipasar itu naik lagi.\nDemikian rilis.\nWarga menanti."
NEW = "Pasar Dibuka\nHarga ikan lele di pasar itu naik lagi.\nWarga menanti."


def words(marks: list[ChangedSpan], text: str) -> list[tuple[str, str]]:
    return [(mark.change.value, text[mark.start : mark.end]) for mark in marks]


def test_each_text_has_its_own_side_of_the_difference() -> None:
    comparison = compare(OLD, NEW)
    old, new = words(marks_of_old(comparison), OLD), words(marks_of_new(comparison), NEW)
    assert ("dropped", "Resmi") in old
    assert ("dropped", "dipasar") in old
    assert ("dropped", "Demikian rilis.") in old
    assert ("added", "di pasar") in new
    assert {kind for kind, _ in old} == {"dropped"}
    assert {kind for kind, _ in new} == {"added"}


def test_what_was_moved_neither_went_nor_came() -> None:
    comparison = compare("\nsatu dua tiga\nempat lima enam", "\nempat lima enam\nsatu dua tiga")
    old, new = words(marks_of_old(comparison), comparison.old), marks_of_new(comparison)
    assert [kind for kind, _ in old] == ["moved"]
    assert words(new, comparison.new) == old


def marked(text: str, *found: str) -> WordMarks:
    marks = WordMarks(None)  # type: ignore[arg-type]  # nothing is painted
    starts = [(text.index(word), word) for word in found]
    marks.set_marks(
        [ChangedSpan(at, at + len(word), WordChange.ADDED) for at, word in starts], text
    )
    return marks


@pytest.mark.parametrize(
    ("after", "seen"),
    [
        ("Panen kopi di lereng utara.", ["kopi", "utara"]),
        ("Panen raya kopi di lereng utara.", ["kopi", "utara"]),
        ("Panen kopi di lereng bagian utara.", ["kopi", "utara"]),
        ("Panen kopi robusta di lereng utara.", ["kopi", "utara"]),
        ("Panen di lereng utara.", ["utara"]),
        ("Panen ko😀pi di lereng utara.", ["ko", "pi", "utara"]),
        ("", []),
    ],
)
def test_marks_move_with_their_words(after: str, seen: list[str]) -> None:
    marks = marked("Panen kopi di lereng utara.", "kopi", "utara")
    found = list(marks.within(0, len(after), after))
    assert [after[m.start : m.end] for m in found] == seen


def test_a_stretch_gives_what_lies_in_it() -> None:
    text = "Panen kopi di lereng utara."
    marks = marked(text, "kopi", "utara")
    assert [m.start for m in marks.within(0, 12, text)] == [6]
    assert [m.start for m in marks.within(8, 9, text)] == [8]
    assert list(marks.within(11, 13, text)) == []


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_whatever_is_typed_marks_stay_inside_the_text_and_in_order(
    old: str, new: str, after: str
) -> None:
    marks = WordMarks(None)  # type: ignore[arg-type]  # nothing is painted
    marks.set_marks(marks_of_new(compare(old, new)), new)
    found = list(marks.within(0, len(after), after))
    assert all(0 <= m.start < m.end <= len(after) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
