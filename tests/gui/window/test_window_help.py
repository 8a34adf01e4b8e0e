"""The palette, the guide and the log of messages."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QStyle
from window_kit import CTRL, SHIFT, Sitting

from bnews_desk.gui.shared.reading_dialog import ReadingDialog
from bnews_desk.gui.window.command_palette import CommandPalette


def palette(desk: Sitting) -> CommandPalette:
    desk.press(Qt.Key.Key_P, CTRL | SHIFT)
    shown = desk.window.findChildren(CommandPalette)[-1]
    assert shown.isVisible()
    return shown


def names(shown: CommandPalette) -> list[str]:
    return [shown.list.item(row).text() for row in range(shown.list.count())]


def reading(desk: Sitting) -> ReadingDialog:
    shown = desk.window.findChildren(ReadingDialog)[-1]
    assert shown.isVisible()
    return shown


def test_the_palette_finds_a_command_by_letters_and_carries_it_out(desk: Sitting) -> None:
    desk.open_own()
    shown = palette(desk)
    QTest.keyClicks(shown.field, "tem beri")
    assert names(shown) == ["Temuan berikutnya"]
    desk.press(Qt.Key.Key_Return, where=shown)
    assert not desk.window.findChildren(CommandPalette) or not shown.isVisible()
    assert desk.parts.page.selected_text() == "Kamis (13/11/2024)"


def test_colours_are_changed_by_name(desk: Sitting) -> None:
    shown = palette(desk)
    QTest.keyClicks(shown.field, "gelap")
    assert names(shown) == ["Warna gelap"]
    desk.press(Qt.Key.Key_Return, where=shown)
    assert desk.program.theme.is_dark
    assert desk.program.settings.theme == "dark"
    shown = palette(desk)
    QTest.keyClicks(shown.field, "terang")
    desk.press(Qt.Key.Key_Return, where=shown)
    assert not desk.program.theme.is_dark


def test_without_a_release_it_offers_only_what_can_be_done(desk: Sitting) -> None:
    offered = names(palette(desk))
    assert "Impor…" in offered
    assert "Panduan" in offered
    assert "Rapikan" not in offered


def texts(menu: QMenu) -> list[str]:
    """What a menu and those in it offer."""
    found: list[str] = []
    for action in menu.actions():
        inside = action.menu()
        found += texts(inside) if isinstance(inside, QMenu) else [action.text()]
    return list(filter(None, found))


def test_the_menu_fits_the_smallest_usual_screen(desk: Sitting) -> None:
    desk.open_own()
    assert desk.program.commands.menu.sizeHint().height() < 768
    menu = desk.program.commands.menu
    scrolls = QStyle.StyleHint.SH_Menu_Scrollable  # on a lower screen; else it has two columns
    assert menu.style().styleHint(scrolls, None, menu)


def test_every_command_of_the_menu_is_in_the_palette(desk: Sitting) -> None:
    desk.open_own()
    menu = texts(desk.program.commands.menu)
    menu += ["Ke temuan", "Tab berikutnya"]
    offered = names(palette(desk))
    assert [name for name in menu if name not in offered] == []
    assert {"Tebal", "Miring", "Tautan…", "Buka temuan"} <= set(offered)


def test_arrows_go_round_and_a_click_carries_out(desk: Sitting) -> None:
    shown = palette(desk)
    desk.press(Qt.Key.Key_Up, where=shown)
    assert shown.list.currentRow() == shown.list.count() - 1
    desk.press(Qt.Key.Key_Down, where=shown)
    assert shown.list.currentRow() == 0
    assert names(shown)[0] == "Naskah baru"
    desk.click(shown.list.viewport(), shown.list.visualItemRect(shown.list.item(0)).center())
    assert desk.program.desk.current is not None


def test_letters_that_name_nothing_say_so_and_esc_closes(desk: Sitting) -> None:
    shown = palette(desk)
    QTest.keyClicks(shown.field, "xyz")
    assert names(shown) == []
    assert shown.nothing.isVisible()
    desk.press(Qt.Key.Key_Return, where=shown)
    assert shown.isVisible()
    desk.press(Qt.Key.Key_Escape, where=shown)
    assert not desk.window.findChildren(CommandPalette)


def test_f1_shows_the_main_way_and_every_key(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_F1)
    said = reading(desk).text.toPlainText()
    assert "Tekan Rapikan" in said
    for action in desk.program.commands.all:
        if not action.shortcut().isEmpty():
            assert action.text() in said
    assert "Shift+I" in said
    desk.press(Qt.Key.Key_Escape, where=reading(desk))
    assert not desk.window.findChildren(ReadingDialog)


def test_f1_in_the_findings_explains_the_rule_all_the_same(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_F1)
    assert not desk.window.findChildren(ReadingDialog)


def test_the_log_keeps_what_the_status_line_said(desk: Sitting) -> None:
    desk.program.commands["log"].trigger()
    assert reading(desk).text.toPlainText() == "Belum ada pesan."
    desk.press(Qt.Key.Key_Escape, where=reading(desk))
    desk.open_own()
    desk.program.release_controller.show_status("Pesan <kedua>.")
    desk.program.commands["log"].trigger()
    lines = reading(desk).text.toPlainText().splitlines()
    assert lines[0].endswith("Pesan <kedua>.")
    assert lines[1].endswith("Rilis ditempel sebagai naskah baru.")


def test_a_card_opened_by_the_pointer_takes_the_keyboard_and_stays_whole(desk: Sitting) -> None:
    desk.open_sample()
    page, card = desk.parts.page, desk.program.card
    finding = next(p for p in desk.release.findings if p.text.startswith("Senin"))
    line = page.finding_rect(finding)
    desk.click(page.viewport(), line.center())
    desk.move_pointer(page.viewport(), line.center() + QPoint(2, 0))
    desk.wait(card.isVisible)
    height = card.height()
    desk.press(Qt.Key.Key_Period, CTRL)
    assert card.hasFocus()
    assert card.height() >= height
