"""The findings on the page: where their shapes lie, what the pointer and the keys reach."""

from __future__ import annotations

from page_release import TEXT, Show, check
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bnews_desk.finding import Severity
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.shared.theme import Theme

LEVELS = {
    "dilapangan": Severity.ERROR,
    "Selain itu": Severity.WARNING,
    "6": Severity.SUGGESTION,
}


def picture(page: Page) -> QImage:
    return page.viewport().grab().toImage()


def columns_of(image: QImage, colour: QColor, rows: range) -> list[int]:
    """The columns in which a colour is found (anti-aliased: nearly) within some rows."""
    return [
        x for x in range(image.width()) if any(_near(image.pixelColor(x, y), colour) for y in rows)
    ]


def _near(one: QColor, other: QColor) -> bool:
    """Whether a pixel has a shape's colour; a dot that lies between two pixels is paler in both."""
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
        < 100
    )


def below(rect: QRect) -> range:
    """Rows in which a shape lies: under the baseline of a line of 27 pixels."""
    return range(rect.bottom() - 6, rect.bottom() + 1)


def test_shapes_lie_under_their_words_behind_an_emoji(page: Page, show: Show, theme: Theme) -> None:
    shown = show(TEXT, **LEVELS)
    image = picture(page)
    for found, token in zip(shown.findings, ("err", "warn", "sug"), strict=True):
        rect = page.finding_rect(found)
        columns = columns_of(image, theme.color(token), below(rect))
        assert columns, token
        assert abs(columns[0] - rect.left()) <= 2
        assert abs(columns[-1] - rect.right()) <= 7
    at = page.cursorForPosition(page.finding_rect(shown.findings[0]).center())
    assert abs(page.positions().from_qt(at.position()) - TEXT.index("dilapangan") - 5) <= 1


def test_a_shape_moves_with_its_word(page: Page, show: Show, theme: Theme) -> None:
    shown = show(TEXT, **LEVELS)
    before = page.finding_rect(shown.findings[0])
    page.reveal(TEXT.index("Dinas"), TEXT.index("Dinas"))
    for _ in range(12):  # so many move it in any font, wherever its line begins
        emoji = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "😀")
        QApplication.sendEvent(page, emoji)
    rect = page.finding_rect(shown.findings[0])
    assert rect != before
    columns = columns_of(picture(page), theme.color("err"), below(rect))
    assert abs(columns[0] - rect.left()) <= 2


def test_the_word_under_the_caret_is_not_marked_while_it_is_typed(
    page: Page, show: Show, theme: Theme, reader: FrameReader, qtbot: QtBot
) -> None:
    shown = show("Judul\nHarga", Harga=Severity.ERROR)
    page.reveal(11, 11)
    qtbot.keyClicks(page, " dipasar")
    check(shown, reader, {"dipasar": Severity.ERROR})
    rect = page.finding_rect(shown.findings[0])
    assert not columns_of(picture(page), theme.color("err"), below(rect))
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert columns_of(picture(page), theme.color("err"), below(rect))


def test_the_pointer_tells_which_finding_it_is_on(page: Page, show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT, **LEVELS)
    with qtbot.waitSignal(page.finding_hovered) as entered:
        point(page, page.finding_rect(shown.findings[1]).center())
    assert entered.args == [shown.findings[1]]
    with qtbot.waitSignal(page.finding_hovered) as left:
        point(page, QPoint(10, 500))
    assert left.args == [None]


def point(page: Page, at: QPoint) -> None:
    QTest.mouseMove(page.viewport(), QPoint(2, 2))
    QTest.mouseMove(page.viewport(), at)


def test_a_click_and_a_key_activate_a_finding(page: Page, show: Show, qtbot: QtBot) -> None:
    shown = show(TEXT, **LEVELS)
    with qtbot.waitSignal(page.finding_activated) as clicked:
        qtbot.mouseClick(
            page.viewport(),
            Qt.MouseButton.LeftButton,
            pos=page.finding_rect(shown.findings[0]).center(),
        )
    assert clicked.args == [shown.findings[0]]
    page.reveal(shown.findings[2].start, shown.findings[2].start)
    with qtbot.waitSignal(page.finding_activated) as asked:
        qtbot.keyClick(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [shown.findings[2]]


def test_the_current_finding_has_a_ground(page: Page, show: Show, theme: Theme) -> None:
    shown = show(TEXT, **LEVELS)
    page.set_current_finding(shown.findings[0])
    rect = page.finding_rect(shown.findings[0])
    inside = picture(page).pixelColor(rect.left() + 1, rect.top() + 1)
    assert inside == theme.color("err_tint")


def test_the_scroll_bar_shows_a_tick_for_each_place(page: Page, show: Show, qtbot: QtBot) -> None:
    show(TEXT, **LEVELS)
    qtbot.waitUntil(lambda: len(page.ticks.ticks) == 3)
    assert [tick.severity for tick in page.ticks.ticks] == list(Severity)


def test_a_finding_is_known_by_position(page: Page, show: Show) -> None:
    shown = show(TEXT, **LEVELS)
    for found in shown.findings:
        assert page.finding_at(found.start) == found
        assert page.finding_at(found.end) == found
        assert page.finding_at(found.start - 1) is None


def test_a_related_line_has_its_bar_and_the_credit_its_rule(
    page: Page, show: Show, theme: Theme
) -> None:
    show()
    image = picture(page)
    layout = page.document().documentLayout()
    related, credit = layout.rows[2], layout.rows[4]
    left, colour = int(layout.left), theme.color("line2")
    for y in (related.top + 1, related.top + related.height - 2):
        assert image.pixelColor(left, int(y)) == colour
        assert image.pixelColor(left + 2, int(y)) == theme.color("page")
    rule = int(credit.top) - 18
    assert image.pixelColor(left + 55, rule) == colour
    assert image.pixelColor(left + 56, rule) != colour


def test_a_click_in_the_margin_puts_the_caret_into_the_line_beside_it(
    page: Page, show: Show, qtbot: QtBot
) -> None:
    show("Judul\nSatu dua")
    row = page.document().documentLayout().rows[1]
    qtbot.mouseClick(
        page.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(780, row.top + 8).toPoint()
    )
    assert page.selection() == (14, 14)
