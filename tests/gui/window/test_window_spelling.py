"""A slip of the finger in the window: found at once, its suggestions a moment later, one action."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from window_kit import CTRL, Sitting

from bnews_desk.finding import Finding

COPY = (
    "Warga Panen Kopi\n\nBLITAR | B-news.id - Camat mengatakan pembagnunan jalan dilanjutkan.\n"
    "Warga menyambut baik hal itu. (kmfkabblt/sun)\nEditor : Zainul Arifin"
)


@pytest.fixture
def slip(desk: Sitting) -> Finding:
    """The finding, once what may have been meant is known."""
    desk.paste(COPY)
    desk.wait(lambda: bool(desk.finding("spelling").fixes))
    return desk.finding("spelling")


def test_the_row_has_the_first_suggestion_on_its_button(desk: Sitting, slip: Finding) -> None:
    row = desk.parts.findings.model.row_of(slip)
    wording = desk.parts.findings.model.row_at(row).wording
    assert wording is not None
    assert wording.offers[0] == "pembangunan"
    desk.click_fix(row)
    desk.wait_checked()
    assert "pembangunan jalan" in desk.text


def test_f8_and_the_card_mend_it_by_keyboard_alone(desk: Sitting, slip: Finding) -> None:
    desk.place_caret(slip.start)
    desk.press(Qt.Key.Key_Period, CTRL)
    assert desk.program.card.finding == slip
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    assert "pembangunan jalan" in desk.text
    assert "pembagnunan" not in desk.text


def test_a_card_that_is_open_learns_what_was_meant(desk: Sitting, slip: Finding) -> None:
    desk.place_caret(slip.start)
    desk.press(Qt.Key.Key_Period, CTRL)
    bare = Finding(*[getattr(slip, name) for name in _BARE], "Mungkin salah ketik.")
    desk.program.card.finding = bare
    desk.release.findings_changed.emit()
    assert desk.program.card.isVisible()
    assert desk.program.card.finding == slip


_BARE = ("rule", "severity", "start", "end", "text")
