"""A hit's words fit its lines, and what was found stays marked where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from bnews_desk.archive.repository.archive_values import Excerpt
from bnews_desk.gui.archive.hit_delegate import _laid_out, fitted
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.text import Span

LONG = "Pemerintah desa merencanakan lumbung bersama agar hasil panen tidak dijual murah. " * 4


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    del qtbot


def test_what_has_room_stays_whole() -> None:
    said = Excerpt("Panen padi", (Span(0, 5),))
    assert fitted(said, Theme.light().ui_font(13), 400, 1) == ("Panen padi", (Span(0, 5),))


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("width", [60, 240, 700])
def test_what_is_longer_is_cut_with_an_ellipsis(lines: int, width: int) -> None:
    font = Theme.light().ui_font(13)
    text, _ = fitted(Excerpt(LONG), font, width, lines)
    assert text.endswith("…")
    assert LONG.startswith(text[:-1])
    assert _laid_out(text, font, width).lineCount() <= lines


def test_marks_behind_the_cut_are_gone() -> None:
    marks = (Span(0, 10), Span(len(LONG) - 10, len(LONG)))
    _, kept = fitted(Excerpt(LONG, marks), Theme.light().ui_font(13), 240, 2)
    assert list(kept) == [Span(0, 10)]


@given(st.text(max_size=120), st.integers(20, 300))
def test_no_text_breaks_it(text: str, width: int) -> None:
    line = " ".join(text.split())
    shown, _ = fitted(Excerpt(line), Theme.light().ui_font(13), width, 2)
    assert shown == line or shown.endswith("…")
