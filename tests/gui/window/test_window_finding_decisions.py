"""What an editor decides about single findings is counted, and a newsroom's own rules are lived."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from window_kit import CTRL, NONE, SHIFT, Sitting, Starter

from bnews_desk.archive.finding_decisions import Tally, tallies
from bnews_desk.gui.findings.rule_explanation_dialog import RuleExplanationDialog
from bnews_desk.paths import finding_decisions_file

RISKY = (
    "Warga Panen Kopi\n\nBLITAR | B-news.id - Resiko gagal panen kecil.\n"
    "Resiko itu wajar bagi masyarakat luas. (kmfkabblt/sun)\nEditor : Zainul Arifin"
)
OWN_RULE = """
[[rules]]
id = "sebutan-warga"
shape = "substitution"
message = "Redaksi memakai “{right}”, bukan “{text}”."
pairs = { "masyarakat luas" = "warga" }
bad = [["Kabar itu menyebar ke masyarakat luas.", "Kabar itu menyebar ke warga."]]
good = ["Warga menyambut kabar itu."]
"""


def counted() -> Tally:
    return tallies(finding_decisions_file()).get("kata-baku", Tally())


def go_to_first(desk: Sitting) -> None:
    desk.parts.findings.show_finding(desk.finding("kata-baku"))
    desk.press(Qt.Key.Key_3, CTRL)


def come_back(desk: Sitting) -> None:
    """Go to another program and back."""
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))


def found(desk: Sitting, rule: str) -> bool:
    return any(finding.rule == rule for finding in desk.release.findings)


def test_a_finding_mended_by_key_click_or_card_is_counted(desk: Sitting) -> None:
    desk.paste(RISKY)
    go_to_first(desk)
    desk.press(Qt.Key.Key_Return)
    assert counted() == Tally(accepted=1)
    desk.wait_checked()
    desk.place_caret(desk.finding("kata-baku").start)
    desk.press(Qt.Key.Key_Period, CTRL)
    desk.press(Qt.Key.Key_Return)
    assert counted() == Tally(accepted=2)
    desk.paste(RISKY)
    desk.click_fix(desk.parts.findings.model.row_of(desk.finding("kata-baku")))
    assert counted() == Tally(accepted=3)


def test_a_finding_ignored_here_in_the_release_or_for_the_newsroom_is_counted(
    desk: Sitting,
) -> None:
    for number, (key, modifiers) in enumerate(
        ((Qt.Key.Key_I, None), (Qt.Key.Key_R, None), (Qt.Key.Key_I, SHIFT)), 1
    ):
        desk.paste(RISKY)
        go_to_first(desk)
        desk.press(key, modifiers or Qt.KeyboardModifier.NoModifier)
        assert counted() == Tally(dismissed=number)


def test_what_is_undone_is_not_counted_and_redone_it_is(desk: Sitting) -> None:
    desk.paste(RISKY)
    for number in (1, 2):
        go_to_first(desk)
        desk.press(Qt.Key.Key_Return)
        desk.wait_checked()
        assert counted() == Tally(accepted=number)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert counted() == Tally(accepted=1)
    desk.press(Qt.Key.Key_Y, CTRL)
    assert counted() == Tally(accepted=2)
    for number in (1, 0):
        desk.press(Qt.Key.Key_Z, CTRL)
        assert counted() == Tally(accepted=number)
    desk.place_caret(0)
    desk.type("Para ")
    desk.press(Qt.Key.Key_Z, CTRL)
    assert counted() == Tally()


def test_a_row_undone_out_of_order_is_not_counted(desk: Sitting) -> None:
    desk.paste(RISKY)
    first = desk.parts.findings.model.row_of(desk.finding("kata-baku"))
    desk.click_fix(first)
    desk.wait_checked()
    desk.click_fix(first + 1)
    desk.wait_checked()
    assert counted() == Tally(accepted=2)
    desk.parts.findings.list.go_to_and_show(first)
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_U)
    assert desk.text.count("Risiko") == 1
    assert counted() == Tally(accepted=1)


def test_what_is_marked_again_was_not_ignored(desk: Sitting) -> None:
    for key, modifiers in (
        (Qt.Key.Key_I, NONE),
        (Qt.Key.Key_R, NONE),
        (Qt.Key.Key_I, SHIFT),
    ):
        desk.paste(RISKY)
        go_to_first(desk)
        desk.press(key, modifiers)
        assert counted() == Tally(dismissed=1)
        desk.click(desk.parts.status._link)
        assert counted() == Tally()


def test_what_is_mended_all_at_once_is_not_counted(desk: Sitting) -> None:
    desk.open_sample()
    before = desk.text
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: desk.text != before)
    assert not os.path.exists(finding_decisions_file())


def test_counting_that_fails_holds_nobody_up(desk: Sitting) -> None:
    os.makedirs(finding_decisions_file())
    desk.paste(RISKY)
    for _ in range(2):
        go_to_first(desk)
        desk.press(Qt.Key.Key_Return)
        desk.wait_checked()
    assert desk.text.count("Risiko") == 2


def test_a_sheet_broken_by_another_hand_is_told_and_the_last_one_stays(
    desk: Sitting, home: Path
) -> None:
    desk.paste(RISKY)
    go_to_first(desk)
    desk.press(Qt.Key.Key_I, SHIFT)
    desk.wait_checked()
    sheet = home.parent / "meja" / "gaya-selingkung.toml"
    sheet.write_text(sheet.read_text("utf-8") + "[[rules]]\nid = 7\n", "utf-8")
    come_back(desk)
    desk.wait_checked()
    assert desk.parts.notice.isVisible()
    assert not found(desk, "kata-baku")


def test_a_newsrooms_own_rule_is_found_and_explained(start: Starter, home: Path) -> None:
    desk = start()
    desk.paste(RISKY)
    assert not found(desk, "sebutan-warga")
    go_to_first(desk)
    desk.press(Qt.Key.Key_I, SHIFT)
    sheet = home.parent / "meja" / "gaya-selingkung.toml"
    sheet.write_text(sheet.read_text("utf-8") + OWN_RULE, "utf-8")
    come_back(desk)
    desk.wait(lambda: found(desk, "sebutan-warga"))
    finding = desk.finding("sebutan-warga")
    desk.parts.findings.show_finding(finding)
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_F1)
    assert desk.window.findChildren(RuleExplanationDialog)[-1].isVisible()
    desk.press(Qt.Key.Key_Escape)
    desk.place_caret(finding.start)
    desk.press(Qt.Key.Key_Period, CTRL)
    assert desk.program.card.isVisible()
    desk.press(Qt.Key.Key_Return)
    assert "bagi warga." in desk.text
    again = start()
    again.paste(RISKY)
    assert found(again, "sebutan-warga")
