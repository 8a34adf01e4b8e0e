"""The layout follows every edit by setting only what changed, and never loses a paragraph."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_release import TEXT, Show, check
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.shared.utf16 import Positions, to_code_points, to_units
from bnews_desk.release import Edit

EDITS = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.integers(0, 60),
        st.sampled_from(["", "x", "\n", "😀", "satu\ndua\n", "kata " * 30, "undo", "redo"]),
    ),
    max_size=12,
)


@given(EDITS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_rows_and_paragraphs_agree_after_any_edits(
    page: Page, show: Show, edits: list[tuple[int, int, str]]
) -> None:
    shown = show(TEXT)
    document = shown.document
    layout = document.document.documentLayout()
    for place, length, new in edits:
        if new == "undo":
            document.document.undo()
        elif new == "redo":
            document.document.redo()
        else:
            text = document.release().text
            start = min(place, len(text))
            old = text[start : start + length]
            document.apply([Edit(start, start + len(old), old, new)])
        blocks = [document.document.findBlockByNumber(n) for n in range(len(layout.rows))]
        assert len(blocks) == document.document.blockCount()
        assert [row.text for row in layout.rows] == [block.text() for block in blocks]
    tops = [(row.top, row.bottom) for row in layout.rows]
    page.zoom.set_size(28)
    page.zoom.set_size(17)
    assert [(row.top, row.bottom) for row in layout.rows] == tops
    page.forget_release(shown)


def test_what_the_frame_says_is_seen_at_the_next_check(
    page: Page, show: Show, reader: FrameReader
) -> None:
    shown = show(TEXT)
    layout = page.document().documentLayout()
    assert [row.look.kind.value for row in layout.rows] == [
        "headline",
        "body",
        "related",
        "body",
        "credit",
    ]
    assert [run.style for run in layout.rows[1].look.runs] == ["dateline"]
    start = TEXT.index("Baca juga: ")
    shown.document.apply([Edit(start, start + 11, "Baca juga: ", "")])
    assert layout.rows[2].look.kind.value == "related"
    check(shown, reader, {})
    assert layout.rows[2].look.kind.value == "body"


def test_a_tag_keeps_its_look_while_words_are_typed_before_it(page: Page, show: Show) -> None:
    shown = show(TEXT)
    row = page.document().documentLayout().rows[3]
    start = TEXT.index("cabai")
    shown.document.apply([Edit(start, start, "", "😀😀 ")])
    row = page.document().documentLayout().rows[3]
    run = row.look.runs[0]
    assert row.text[to_code_points(row.text, to_units(row.text, run.start)) :] == "(kmfkabblt/sun)"
    assert row.text[run.start : run.end] == "(kmfkabblt/sun)"


def test_a_paragraph_can_be_wider_than_any_word(page: Page, show: Show) -> None:
    show("Judul\n" + "a" * 500)
    row = page.document().documentLayout().rows[1]
    assert row.height > 2 * 27
    assert page.horizontalScrollBar().maximum() == 0
    assert page.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


@given(st.text(max_size=40))
def test_positions_agree_with_the_slow_way(text: str) -> None:
    positions = Positions(text)
    for at in range(len(text) + 1):
        unit = to_units(text, at)
        assert positions.to_qt(at) == unit
        assert positions.from_qt(unit) == at


def test_all_of_the_page_is_painted_for_another_release(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    first, second = show(TEXT), show(TEXT.replace("Panen", "Tanam"))
    for shown in (first, second):  # set before, as wide as now: nothing is to be set anew
        page.show_release(shown)
        QApplication.processEvents()
    painted = Painted(page.viewport())
    page.show_release(first)
    qtbot.waitUntil(lambda: painted.region.boundingRect() == page.viewport().rect())
    assert page.document().firstBlock().text().startswith("Panen")


class Painted(QObject):
    """What of a widget has been painted since this was made."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False
