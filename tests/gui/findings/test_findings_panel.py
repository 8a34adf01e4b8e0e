"""The panel under the mouse, and what stays still while somebody reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bnews_desk.finding import Finding, Severity
from bnews_desk.gui.findings.check_service import CheckResult
from bnews_desk.gui.shared.theme import send_theme_change
from bnews_desk.release import Edit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def put(opened, old: str, new: str) -> None:
    """Type over words on the page."""
    text = opened.document.release().text
    at = text.index(old)
    opened.document.apply([Edit(at, at + len(old), old, new)])


def test_rows_stand_in_groups_by_severity_and_inside_by_place(desk):
    rows = desk.rows()
    groups = [row for row in rows if row in ("Wajib diperbaiki", "Perlu dicek", "Saran")]
    assert groups == [g for g in ("Wajib diperbaiki", "Perlu dicek", "Saran") if g in groups]
    assert rows[:4] == ["Wajib diperbaiki", "Kamis (13/11/2024)", "dipasar", "Rp. 25.000.000,-"]


def test_what_is_not_there_is_named_not_the_words_beside_its_place(desk, opened):
    value = opened.document.release()
    at = value.text.index("(utama.")
    found = [
        Finding(rule, Severity.ERROR, at, at + 7, "(utama.", "Belum ada.")
        for rule in ("source-tag-missing", "quote-style")
    ]
    revision = opened.document.revision
    opened.take_check_result(
        CheckResult(opened.key, revision, value, opened.frame, tuple(found[:1]))
    )
    assert desk.rows() == ["Wajib diperbaiki", "Kode rilis"]
    opened.take_check_result(
        CheckResult(opened.key, revision, value, opened.frame, tuple(found[1:]))
    )
    assert desk.rows() == ["Wajib diperbaiki", "(utama."]


def test_three_of_a_rule_are_open_and_a_click_opens_the_rest(desk):
    assert desk.rows().count("dihimbau") == 3
    more = desk.row("… dan 2 lagi seperti ini")
    assert desk.rows()[more - 1] == "dihimbau"
    desk.click(desk.point(more))
    assert desk.rows().count("dihimbau") == 5
    assert not any(row.startswith("…") for row in desk.rows())


def test_heading_and_chips_count_all_findings_folded_ones_too(desk, opened):
    heading = desk.panel.heading
    assert heading.count.text() == str(len(opened.findings))
    errors = sum(p.severity is Severity.ERROR for p in opened.findings)
    assert heading.chips[Severity.ERROR].text() == str(errors)


def test_a_chip_shows_its_severity_alone_and_off_again_shows_all(desk):
    everything = desk.rows()
    chip = desk.panel.heading.chips[Severity.WARNING]
    desk.click(chip.mapTo(desk, chip.rect().center()))
    assert desk.rows()[0] == "Perlu dicek"
    assert "dipasar" not in desk.rows()
    desk.click(chip.mapTo(desk, chip.rect().center()))
    assert desk.rows() == everything


def test_one_click_on_a_closed_row_mends_and_leaves_the_caret_in_the_text(desk, opened, qtbot):
    with qtbot.waitSignal(desk.panel.fixed):
        desk.click(desk.point(desk.row("dipasar"), 0))
    assert "di pasar Wlingi" in opened.document.release().text
    assert desk.page.hasFocus()


def test_a_mended_row_stays_ticked_until_the_pointer_leaves(desk, opened, check_again):
    row, rows = desk.row("dipasar"), desk.rows()
    desk.click(desk.point(row, 0))
    check_again(opened)
    assert desk.rows() == rows
    spoken = desk.panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sudah diperbaiki: dipasar menjadi di pasar"
    desk.leave()
    assert "dipasar" not in desk.rows()


def test_mending_the_open_card_moves_no_other_row(desk, opened, check_again):
    below = desk.row("dipasar")
    before = desk.top(below)
    desk.click(desk.point(1, 0))
    check_again(opened)
    assert "Rabu (13/11/2024)" in opened.document.release().text
    assert desk.top(below) == before


def test_the_second_fix_of_a_card_has_its_own_button(desk, opened):
    desk.click(desk.point(1, 1))
    assert "Kamis (14/11/2024)" in opened.document.release().text


def test_undoing_the_last_mending_asks_the_window_for_its_undo(desk, opened, qtbot, check_again):
    row = desk.row("dipasar")
    desk.panel.undo_wanted.connect(opened.document.document.undo)
    desk.click(desk.point(row, 0))
    with qtbot.waitSignal(desk.panel.undo_wanted):
        desk.click(desk.point(row, 0))
    check_again(opened)
    assert "dipasar Wlingi" in opened.document.release().text
    assert desk.rows().count("dipasar") == 1
    assert desk.panel.model.finding(row).text == "dipasar"


def test_undoing_an_earlier_mending_takes_that_one_back_alone(desk, opened, check_again):
    row = desk.row("dipasar")
    desk.click(desk.point(row, 0))
    desk.click(desk.point(desk.row("Rp. 25.000.000,-"), 0))
    check_again(opened)
    put(opened, "Pasar Tani dibuka", "Pasar Tani Wlingi dibuka")
    desk.click(desk.point(row, 0))
    check_again(opened)
    text = opened.document.release().text
    assert "dipasar Wlingi" in text
    assert "Rp25.000.000 dari" in text
    assert desk.panel.model.finding(row).text == "dipasar"


def test_undo_on_the_page_turns_a_ticked_row_into_a_finding_again(desk, opened, check_again):
    row = desk.row("dipasar")
    desk.click(desk.point(row, 0))
    opened.document.document.undo()
    check_again(opened)
    assert desk.rows().count("dipasar") == 1
    assert desk.panel.model.finding(row) is not None


def test_a_finding_fixed_on_the_page_goes_in_a_moment(desk, opened, qtbot):
    put(opened, "dipasar", "di pasar")
    qtbot.waitUntil(lambda: "dipasar" not in desk.rows())


def test_rows_stay_where_a_check_finds_again_what_a_key_has_touched(desk, opened, check_again):
    changes: list[None] = []
    desk.panel.model.rows_changing.connect(lambda: changes.append(None))
    opened.delay_settling()
    put(opened, "dipasar Wlingi", "di pasar Wlingi")
    put(opened, "di pasar Wlingi", "dipasar Wlingi")
    assert "dipasar" not in [finding.text for finding in opened.findings]
    check_again(opened)
    assert "dipasar" in desk.rows()
    assert changes == []


def test_what_was_touched_is_gone_for_whoever_comes_to_the_panel(desk, opened):
    put(opened, "dipasar", "di pasar")
    desk.panel.take_focus()
    assert "dipasar" not in desk.rows()


def test_a_new_finding_leaves_the_current_row_where_it_is_while_read(desk, opened, check_again):
    row = desk.row("dipasar")
    desk.click(desk.point(row))
    view = desk.panel.list
    top = desk.top(row)
    put(opened, "Pasar Tani dibuka", "Pasar Tani dibuka , dibuka")
    check_again(opened)
    assert desk.row("dipasar") > row
    assert view.currentIndex().row() == desk.row("dipasar")
    assert desk.top(view.currentIndex().row()) == top


def test_a_finding_that_goes_above_leaves_the_current_row_where_it_is(desk, opened):
    row = desk.row("Rp. 25.000.000,-")
    desk.click(desk.point(row))
    top = desk.top(row)
    put(opened, "dipasar", "di pasar")
    assert desk.top(desk.row("Rp. 25.000.000,-")) == top
    desk.page.setFocus()
    desk.leave()
    assert desk.panel.list.verticalScrollBar().minimum() == 0


def test_a_shown_finding_is_not_folded_away_while_read(desk, opened, check_again):
    rows = [p.start for p in opened.findings if p.text == "dihimbau"]
    desk.click(desk.point(desk.row("dihimbau", 2)))
    put(opened, "menjalin", "dihimbau menjalin")
    check_again(opened)
    current = desk.panel.model.finding(desk.panel.list.currentIndex().row())
    assert current.start == rows[2] + len("dihimbau ")


def test_going_to_a_row_opens_it_and_tells_the_page(desk, qtbot):
    row = desk.row("kerjasama")
    with qtbot.waitSignal(desk.panel.finding_chosen) as told:
        desk.click(desk.point(row))
    assert told.args[0].text == "kerjasama"
    assert desk.panel.list.currentIndex().row() == row
    assert desk.panel.list.hasFocus()


def test_the_caret_opens_a_row_only_while_nobody_reads_the_panel(desk, opened):
    view = desk.panel.list
    wanted = next(p for p in opened.findings if p.text == "kerjasama")
    desk.panel.follow_caret(wanted.start + 2)
    assert view.currentIndex().row() == desk.row("kerjasama")
    desk.move_pointer(desk.point(desk.row("dipasar")))
    desk.panel.follow_caret(opened.findings[0].start)
    assert view.currentIndex().row() == desk.row("kerjasama")


def test_f8_goes_round_in_the_order_of_the_text(desk, opened):
    findings = opened.findings
    assert desk.panel.next_finding(-1) == findings[0]
    assert desk.panel.next_finding(findings[0].start) == findings[1]
    assert desk.panel.next_finding(findings[-1].start) == findings[0]
    assert desk.panel.previous_finding(findings[0].start) == findings[-1]
    assert desk.panel.previous_finding(findings[1].start) == findings[0]


def test_showing_a_folded_finding_unfolds_it(desk, opened):
    last = [p for p in opened.findings if p.text == "dihimbau"][-1]
    desk.panel.show_finding(last)
    assert desk.panel.model.finding(desk.panel.list.currentIndex().row()) == last


def test_showing_a_filtered_finding_clears_the_filter(desk, opened):
    desk.panel.heading.chips[Severity.WARNING].setChecked(True)
    wanted = next(p for p in opened.findings if p.severity is Severity.ERROR)
    desk.panel.show_finding(wanted)
    assert desk.panel.model.finding(desk.panel.list.currentIndex().row()) == wanted


def test_a_fix_that_has_become_stale_says_so_and_changes_nothing(desk, opened, qtbot):
    row = desk.row("dipasar")
    finding = desk.panel.model.finding(row)
    stale = tuple(e._replace(old="dikantor") for e in finding.fixes[0].edits)
    fix = replace(finding.fixes[0], edits=stale)
    opened.findings = tuple(
        replace(p, fixes=(fix,)) if p is finding else p for p in opened.findings
    )
    opened.findings_changed.emit()
    before = opened.document.release().text
    with qtbot.waitSignal(desk.panel.status_message) as told:
        desk.click(desk.point(row, 0))
    assert "Naskah sudah berubah" in told.args[0]
    assert opened.document.release().text == before
    assert desk.panel.model.finding(row) is not None


def test_abaikan_hides_the_finding_and_the_next_takes_its_place(desk, opened, qtbot, check_again):
    with qtbot.waitSignal(desk.panel.ignored):
        desk.click(desk.point(1, 2))
    assert desk.rows()[1] == "dipasar"
    check_again(opened)
    assert "Kamis (13/11/2024)" not in desk.rows()


def test_without_findings_the_panel_says_so(desk, opened):
    opened.findings = ()
    opened.findings_settled.emit()
    assert desk.panel.nothing.text() == "Tidak ada temuan."
    assert desk.panel.nothing.isVisible()


def test_every_row_says_to_a_screen_reader_what_it_is(desk):
    model = desk.panel.model
    for row in range(model.rowCount()):
        index = model.index(row)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    described = model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "jatuh pada hari Rabu" in described
    assert "Enter: Rabu" in described


def test_other_colours_are_taken_live(desk, theme):
    light = desk.panel.grab().toImage()
    theme.set_colours(is_dark=True)
    send_theme_change()
    QApplication.processEvents()
    assert desk.panel.grab().toImage() != light


def test_a_row_keeps_its_wording_when_words_before_it_move_it(desk, opened):
    put(opened, "Pasar Tani dibuka", "Kemarin Pasar Tani dibuka")
    assert desk.panel.model.finding(desk.row("dipasar")).text == "dipasar"
    desk.click(desk.point(desk.row("dipasar"), 0))
    assert "di pasar Wlingi" in opened.document.release().text
