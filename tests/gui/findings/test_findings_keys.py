"""Triage by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bnews_desk.gui.findings.ignore_scope import IgnoreScope

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def keys(desk):
    """Press a key where the focus is."""
    desk.panel.take_focus()
    assert desk.panel.list.hasFocus()

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(desk.windowHandle(), key, modifier)

    return press


def current(desk) -> str:
    return desk.panel.list.currentIndex().data()


def test_j_and_k_walk_over_findings_and_never_over_headings(desk, keys):
    shown = [current(desk)]
    for _ in range(4):
        keys(Qt.Key.Key_J)
        shown.append(current(desk))
    assert shown[:3] == ["Kamis (13/11/2024)", "dipasar", "Rp. 25.000.000,-"]
    assert "Perlu dicek" not in shown
    for _ in range(9):
        keys(Qt.Key.Key_K)
    assert current(desk) == "Kamis (13/11/2024)"


def test_j_reveals_the_finding_on_the_page(desk, keys, qtbot):
    with qtbot.waitSignal(desk.panel.finding_chosen) as told:
        keys(Qt.Key.Key_J)
    assert told.args[0].text == "dipasar"


def test_enter_mends_and_goes_on_to_the_next_finding(desk, opened, keys):
    keys(Qt.Key.Key_Return)
    keys(Qt.Key.Key_Return)
    text = opened.document.release().text
    assert "Rabu (13/11/2024) di pasar Wlingi" in text
    assert current(desk) == "Rp. 25.000.000,-"


def test_a_number_carries_out_that_fix(desk, opened, keys):
    keys(Qt.Key.Key_2)
    assert "Kamis (14/11/2024)" in opened.document.release().text


def test_a_number_without_a_fix_does_nothing(desk, opened, keys):
    before = opened.document.release().text
    keys(Qt.Key.Key_3)
    assert opened.document.release().text == before


def test_enter_on_a_finding_without_a_fix_goes_to_the_text(desk, opened, keys, qtbot):
    finding = next(p for p in opened.findings if not p.fixes)
    desk.panel.show_finding(finding)
    with qtbot.waitSignals([desk.panel.finding_chosen, desk.panel.escape_wanted]):
        keys(Qt.Key.Key_Return)


def test_i_ignores_here_and_r_in_the_whole_release(desk, opened, keys, check_again):
    keys(Qt.Key.Key_I)
    assert current(desk) == "dipasar"
    desk.panel.show_finding(next(p for p in opened.findings if p.text == "dihimbau"))
    keys(Qt.Key.Key_R)
    assert "dihimbau" not in desk.rows()
    check_again(opened)
    assert "dihimbau" not in desk.rows()
    assert {i.paragraph is None for i in opened.document.release().ignores} == {True, False}


def test_shift_i_tells_that_the_newsroom_ignores_it(desk, opened, keys, qtbot):
    with qtbot.waitSignal(desk.panel.ignored) as told:
        keys(Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert told.args[1] is IgnoreScope.NEWSROOM
    assert current(desk) == "dipasar"
    assert opened.document.release().ignores == frozenset()


def test_shift_enter_mends_all_that_are_alike_as_one_step(desk, opened, keys, check_again, qtbot):
    before = opened.document.release()
    desk.panel.show_finding(next(p for p in opened.findings if p.text == "dihimbau"))
    with qtbot.waitSignal(desk.panel.fixed_alike) as told:
        keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [5]
    after = opened.document.release().text
    assert after == before.text.replace("dihimbau", "diimbau")
    check_again(opened)
    assert "dihimbau" not in {p.text for p in opened.findings}
    opened.document.document.undo()
    assert opened.document.release() == before


def test_each_of_those_goes_back_by_itself(desk, opened, keys):
    desk.panel.show_finding(next(p for p in opened.findings if p.text == "dihimbau"))
    keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    mended = [r for r in range(desk.panel.model.rowCount()) if desk.panel.model.row_at(r).fixed]
    assert len(mended) == 5
    desk.panel.list.go_to(mended[1])
    keys(Qt.Key.Key_U)
    text = opened.document.release().text
    assert text.count("diimbau") == 4
    assert "diimbau tertib, dihimbau rapi, diimbau bersih" in text


def test_what_has_two_fixes_or_is_alone_has_no_others_like_it(desk, opened, keys):
    before = opened.document.release().text
    keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.panel.show_finding(next(p for p in opened.findings if p.text == "kerjasama"))
    keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened.document.release().text == before


def test_u_takes_a_mending_back(desk, opened, keys, qtbot):
    desk.panel.undo_wanted.connect(opened.document.document.undo)
    keys(Qt.Key.Key_Return)
    keys(Qt.Key.Key_K)
    keys(Qt.Key.Key_U)
    assert "Kamis (13/11/2024)" in opened.document.release().text


def test_enter_unfolds_what_is_folded(desk, keys):
    desk.panel.list.go_to_and_show(desk.row("… dan 2 lagi seperti ini"))
    keys(Qt.Key.Key_Return)
    assert desk.rows().count("dihimbau") == 5
    assert current(desk) == "dihimbau"


def test_esc_goes_back_to_the_text_and_mended_rows_close_up(desk, keys):
    desk.panel.escape_wanted.connect(desk.page.setFocus)
    keys(Qt.Key.Key_Return)
    assert "Kamis (13/11/2024)" in desk.rows()
    keys(Qt.Key.Key_Escape)
    assert desk.page.hasFocus()
    assert "Kamis (13/11/2024)" not in desk.rows()


def test_f1_asks_about_the_rule(desk, keys, qtbot):
    with qtbot.waitSignal(desk.panel.about_wanted) as told:
        keys(Qt.Key.Key_F1)
    assert told.args == ["date-weekday-mismatch"]


def test_a_is_for_words_alone_and_letters_do_not_search(desk, opened, keys):
    before = opened.document.release().text
    for key in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_W):
        keys(key)
    assert current(desk) == "Kamis (13/11/2024)"
    assert opened.document.release().text == before


def test_home_and_end_go_to_the_first_and_last_finding(desk, keys):
    keys(Qt.Key.Key_End)
    assert current(desk) == desk.rows()[-1]
    keys(Qt.Key.Key_Home)
    assert current(desk) == "Kamis (13/11/2024)"


def test_everything_can_be_mended_with_enter_and_j_alone(desk, opened, keys, check_again):
    for _ in range(30):
        if not any(p.fixes for p in opened.findings):
            break
        here = desk.panel.model.finding(desk.panel.list.currentIndex().row())
        keys(Qt.Key.Key_J if here is not None and not here.fixes else Qt.Key.Key_Return)
        check_again(opened)
    assert not [p for p in opened.findings if p.fixes]
