"""Ignoring here, in this release, for the newsroom; and seeing again what was ignored."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from window_kit import CTRL, SHIFT, Sitting, Starter

from bnews_desk.gui.findings.ignored_dialog import IgnoredDialog

RISKY = (
    "Warga Panen Kopi\n\nBLITAR | B-news.id - Resiko gagal panen kecil.\n"
    "Resiko itu wajar. (kmfkabblt/sun)\nEditor : Zainul Arifin"
)


def marked(desk: Sitting) -> list[str]:
    return [p.text for p in desk.release.findings if p.rule == "kata-baku"]


def go_to_first(desk: Sitting) -> None:
    desk.parts.findings.show_finding(desk.finding("kata-baku"))
    desk.press(Qt.Key.Key_3, CTRL)


def undo_link(desk: Sitting) -> None:
    desk.click(desk.parts.status._link)
    desk.wait_checked()


def dialog(desk: Sitting) -> IgnoredDialog:
    desk.program.commands["ignored"].trigger()
    return desk.window.findChildren(IgnoredDialog)[-1]


def test_i_ignores_one_place_r_the_release_and_both_can_be_taken_back(desk: Sitting) -> None:
    desk.paste(RISKY)
    assert marked(desk) == ["Resiko", "Resiko"]
    go_to_first(desk)
    desk.press(Qt.Key.Key_I)
    desk.wait_checked()
    assert marked(desk) == ["Resiko"]
    undo_link(desk)
    desk.wait(lambda: marked(desk) == ["Resiko", "Resiko"])
    go_to_first(desk)
    desk.press(Qt.Key.Key_R)
    assert marked(desk) == []
    assert desk.status_text() == "“Resiko” tidak ditandai lagi di rilis ini."
    undo_link(desk)
    desk.wait(lambda: marked(desk) == ["Resiko", "Resiko"])


def test_shift_i_holds_in_every_release_and_after_a_restart(start: Starter) -> None:
    desk = start()
    desk.paste(RISKY)
    go_to_first(desk)
    desk.press(Qt.Key.Key_I, SHIFT)
    assert marked(desk) == []
    assert desk.status_text() == "“Resiko” tidak ditandai lagi di rilis mana pun."
    desk.paste(RISKY.replace("Panen Kopi", "Panen Kakao", 1))
    assert marked(desk) == []
    again = start()
    again.wait_checked()
    assert marked(again) == []
    again.press(Qt.Key.Key_Tab, CTRL)
    again.wait_checked()
    assert marked(again) == []


def test_the_card_ignores_for_the_newsroom_too(desk: Sitting) -> None:
    desk.paste(RISKY)
    at = desk.finding("kata-baku").start
    desk.place_caret(at)
    desk.press(Qt.Key.Key_Period, CTRL)
    desk.press(Qt.Key.Key_I, SHIFT)
    desk.wait_checked()
    assert marked(desk) == []
    assert [i.text for i in desk.program.register.house.ignores] == ["resiko"]
    assert desk.parts.page.hasFocus()


def test_the_newsrooms_choice_outlives_a_killed_window(start: Starter, home: Path) -> None:
    desk = start()
    desk.paste(RISKY)
    go_to_first(desk)
    desk.press(Qt.Key.Key_I, SHIFT)
    folder = home.parent / "meja"
    assert "gaya-selingkung.toml" in (folder / "pengaturan.json").read_text("utf-8")
    assert 'kata-baku = ["Resiko"]' in (folder / "gaya-selingkung.toml").read_text("utf-8")


def test_what_the_newsroom_ignores_is_listed_and_marked_again(desk: Sitting) -> None:
    desk.paste(RISKY)
    go_to_first(desk)
    desk.press(Qt.Key.Key_I, SHIFT)
    desk.wait_checked()
    shown = dialog(desk)
    assert shown.isVisible()
    said = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert said[0] == "Untuk redaksi, di semua rilis"
    assert said[1].startswith("“resiko”  ·  ")
    desk.click(shown.list.viewport(), shown.list.visualItemRect(shown.list.item(1)).center())
    desk.click(shown.again)
    assert shown.list.count() == 0
    assert shown.nothing.isVisible()
    desk.press(Qt.Key.Key_Escape, where=shown)
    desk.wait(lambda: marked(desk) == ["Resiko", "Resiko"])


def test_the_list_shows_what_the_release_ignores_too(desk: Sitting) -> None:
    desk.paste(RISKY)
    go_to_first(desk)
    desk.press(Qt.Key.Key_I)
    shown = dialog(desk)
    assert shown.list.item(0).text() == "Di rilis yang terbuka"
    assert shown.list.item(1).text().endswith("satu paragraf")
    desk.click(shown.list.viewport(), shown.list.visualItemRect(shown.list.item(1)).center())
    desk.press(Qt.Key.Key_Delete, where=shown)
    assert shown.list.count() == 0
    desk.press(Qt.Key.Key_Escape, where=shown)
    desk.wait(lambda: marked(desk) == ["Resiko", "Resiko"])


def test_a_right_click_offers_all_three(desk: Sitting) -> None:
    desk.paste(RISKY)
    view = desk.parts.findings.list
    index = desk.parts.findings.model.index(desk.finding_row())
    at = view.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert said == [
        "Abaikan di sini",
        "Abaikan di rilis ini",
        "Abaikan untuk redaksi",
        "Tentang aturan ini",
    ]
    before = len(desk.release.findings)
    menu.actions()[0].trigger()
    menu.close()
    assert len(desk.release.findings) < before
