"""The card that explains one finding beside its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from bnews_desk.gui.findings.hover_card import EDGE, GAP, WIDTH, HoverCard, place_card
from bnews_desk.gui.findings.ignore_scope import IgnoreScope

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
PAGE = QRect(100, 40, 600, 500)
LINE = QRect(200, 100, 90, 22)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(800, 560)
    field = QLineEdit(made)
    field.setObjectName("page")
    field.setGeometry(0, 0, 90, 30)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    field.setFocus()
    QTest.mouseMove(made.windowHandle(), QPoint(20, 300))
    QApplication.processEvents()
    return made


@pytest.fixture
def card(window, theme, rules, opened):
    made = HoverCard(theme, rules, window)
    made.show_release(opened)
    yield made
    made.show_release(None)


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def finding(opened, text: str):
    return next(p for p in opened.findings if p.text == text)


def test_the_card_opens_once_the_pointer_rests(card, opened, qtbot):
    with qtbot.waitSignal(card.opened):
        card.point_at(finding(opened, "dipasar"), LINE, PAGE)
        assert not card.isVisible()
    assert card.isVisible()
    assert card.width() == WIDTH


def test_a_pointer_that_passes_opens_nothing(card, opened, qtbot):
    with qtbot.assertNotEmitted(card.opened, wait=420):
        card.point_at(finding(opened, "dipasar"), LINE, PAGE)
        card.point_at(None)


def test_the_card_says_what_why_clause_and_example(card, opened):
    card.open_now(finding(opened, "dipasar"), LINE, PAGE)
    said = [label.text() for label in card.findChildren(QLabel) if label.text()]
    assert said[:2] == ["Kata depan “di”", "Wajib diperbaiki"]
    assert said[2] == "“dipasar” sebagai kata depan ditulis terpisah: “di pasar”."
    assert said[3] == "EYD V, Kata Depan"
    assert said[4].startswith("Contoh:")
    assert "dikecamatan" in said[4]


def test_the_first_fix_is_the_one_filled_button(card, opened):
    card.open_now(finding(opened, "Kamis (13/11/2024)"), LINE, PAGE)
    looks = [(b.text(), b.hint, b.property("look")) for b in card._contents.buttons]
    assert looks[:2] == [("Rabu", "Enter", "filled"), ("14/11/2024", "2", "fix")]
    assert [look for *_, look in looks].count("filled") == 1


def test_enter_carries_out_the_first_fix_and_gives_the_keyboard_back(window, card, opened, qtbot):
    card.open_now(finding(opened, "Kamis (13/11/2024)"), LINE, PAGE)
    with qtbot.waitSignals([card.fixed, card.escape_wanted]):
        press(window, Qt.Key.Key_Return)
    assert "Rabu (13/11/2024)" in opened.document.release().text
    assert not card.isVisible()


def test_a_number_carries_out_its_fix(window, card, opened):
    card.open_now(finding(opened, "Kamis (13/11/2024)"), LINE, PAGE)
    press(window, Qt.Key.Key_2)
    assert "Kamis (14/11/2024)" in opened.document.release().text


def test_enter_on_a_button_that_has_the_focus_presses_that_button(window, card, opened):
    card.open_now(finding(opened, "Kamis (13/11/2024)"), LINE, PAGE)
    card._contents.buttons[1].setFocus()
    press(window, Qt.Key.Key_Return)
    assert "Kamis (14/11/2024)" in opened.document.release().text


def test_a_click_on_a_fix_mends(card, opened, qtbot):
    card.open_now(finding(opened, "dipasar"), LINE, PAGE)
    qtbot.mouseClick(card._contents.buttons[0], Qt.MouseButton.LeftButton)
    assert "di pasar Wlingi" in opened.document.release().text


def test_i_r_and_shift_i_ignore_as_far_as_they_say(window, card, opened, qtbot):
    card.open_now(finding(opened, "dipasar"), LINE, PAGE)
    with qtbot.waitSignal(card.ignored) as told:
        press(window, Qt.Key.Key_I)
    assert told.args[1] is IgnoreScope.HERE
    card.open_now(finding(opened, "dihimbau"), LINE, PAGE)
    with qtbot.waitSignal(card.ignored) as told:
        press(window, Qt.Key.Key_R)
    assert told.args[1] is IgnoreScope.RELEASE
    card.open_now(finding(opened, "kerjasama"), LINE, PAGE)
    with qtbot.waitSignal(card.ignored) as told:
        press(window, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert told.args[1] is IgnoreScope.NEWSROOM
    gone = {"dipasar", "kerjasama", "dihimbau"}
    assert {p.text for p in opened.findings}.isdisjoint(gone)
    ignores = opened.document.release().ignores
    assert {(i.text, i.paragraph is None) for i in ignores} == {
        ("dipasar", False),
        ("dihimbau", True),
    }


def test_f1_asks_about_the_rule_and_the_card_stays(window, card, opened, qtbot):
    card.open_now(finding(opened, "dipasar"), LINE, PAGE)
    with qtbot.waitSignal(card.about_wanted) as told:
        press(window, Qt.Key.Key_F1)
    assert told.args == ["di-preposition-joined"]
    assert card.isVisible()


def test_esc_closes_and_changes_nothing(window, card, opened, qtbot):
    before = opened.document.release()
    card.open_now(finding(opened, "dipasar"), LINE, PAGE)
    with qtbot.waitSignal(card.escape_wanted):
        press(window, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert opened.document.release() is before


def test_a_card_opened_by_the_pointer_leaves_the_keyboard_to_the_text(window, card, opened, qtbot):
    page = window.findChild(QLineEdit, "page")
    with qtbot.waitSignal(card.opened):
        card.point_at(finding(opened, "dipasar"), LINE, PAGE)
    assert page.hasFocus()
    press(window, Qt.Key.Key_X)
    assert page.text() == "x"
    assert not card.isVisible()


def test_esc_in_the_text_closes_a_card_opened_by_the_pointer(window, card, opened, qtbot):
    with qtbot.waitSignal(card.opened):
        card.point_at(finding(opened, "dipasar"), LINE, PAGE)
    press(window, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_card_stays_while_the_pointer_travels_to_it(window, card, opened, qtbot):
    with qtbot.waitSignal(card.opened):
        card.point_at(finding(opened, "dipasar"), LINE, PAGE)
    card.point_at(None)
    QTest.mouseMove(window.windowHandle(), card.geometry().center())
    with qtbot.assertNotEmitted(card.closed, wait=400):
        QApplication.processEvents()
    with qtbot.waitSignal(card.closed):
        QTest.mouseMove(window.windowHandle(), QPoint(20, 500))


def test_the_card_closes_when_its_finding_is_gone(card, opened):
    shown = finding(opened, "dipasar")
    card.open_now(shown, LINE, PAGE)
    opened.apply_fix(shown.fixes[0])
    assert not card.isVisible()


def test_a_check_that_finds_the_same_leaves_the_card_open(card, opened, check_again):
    card.open_now(finding(opened, "dipasar"), LINE, PAGE)
    check_again(opened)
    assert card.isVisible()


def test_the_card_closes_when_the_keyboard_goes_elsewhere(window, card, opened, qtbot):
    card.open_now(finding(opened, "dipasar"), LINE, PAGE)
    with qtbot.assertNotEmitted(card.escape_wanted):
        window.findChild(QLineEdit, "page").setFocus()
    assert not card.isVisible()


def test_a_stale_fix_is_said_in_one_sentence(window, card, opened, qtbot):
    shown = finding(opened, "dipasar")
    edits = tuple(e._replace(old="dikantor") for e in shown.fixes[0].edits)
    stale = replace(shown, fixes=(replace(shown.fixes[0], edits=edits),))
    card.open_now(stale, LINE, PAGE)
    with qtbot.waitSignal(card.status_message) as told:
        press(window, Qt.Key.Key_Return)
    assert "Naskah sudah berubah" in told.args[0]


def test_the_card_lies_under_the_line():
    assert place_card(QSize(356, 200), LINE, PAGE) == QPoint(200, LINE.bottom() + 1 + GAP)


def test_the_card_lies_above_where_there_is_no_room_below():
    line = QRect(200, 480, 90, 22)
    assert place_card(QSize(356, 200), line, PAGE) == QPoint(200, 480 - GAP - 200)


def test_the_card_stays_inside_the_page():
    far_right = QRect(650, 100, 40, 22)
    assert place_card(QSize(356, 200), far_right, PAGE).x() == 700 - EDGE - 356
    far_left = QRect(90, 100, 40, 22)
    assert place_card(QSize(356, 200), far_left, PAGE).x() == 100 + EDGE
