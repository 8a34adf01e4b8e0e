"""Writing in the window: keys, undo, Rapikan, the frame's fields, find and replace."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from window_kit import CTRL, HEADLINE, SHIFT, Sitting

from bnews_desk.gui.editor.underlines import within


def end_of(desk: Sitting, words: str) -> int:
    return desk.text.index(words) + len(words)


def test_what_is_typed_is_checked_and_underlined(desk: Sitting) -> None:
    desk.open_own()
    desk.place_caret(end_of(desk, "perangkat desa."))
    desk.type(" Warga berkumpul dipasar Wlingi.")
    desk.wait_checked()
    finding = desk.finding("di-preposition-joined")
    sheet = desk.parts.page._sheet
    assert sheet is not None
    assert finding in within(sheet.underlines.findings, finding.start, finding.end)
    assert desk.parts.findings.model.row_of(finding) >= 0


def test_a_key_pressed_while_a_check_runs_is_never_lost(desk: Sitting) -> None:
    desk.open_own()
    desk.place_caret(end_of(desk, "perangkat desa."))
    words = " Panen kopi berlangsung sampai sore, dan warga pulang dengan senang." * 4
    desk.type(words)
    assert words in desk.text
    desk.wait_checked()
    assert words in desk.text


def test_undo_and_redo_have_no_limit(desk: Sitting) -> None:
    desk.open_own()
    before = desk.text
    desk.place_caret(end_of(desk, "perangkat desa."))
    for number in range(120):
        desk.type(f" kata{number}")
    after = desk.text
    steps = 0
    while desk.text != before:
        desk.press(Qt.Key.Key_Z, CTRL)
        steps += 1
        assert steps < 1000
    assert steps > 100
    for _ in range(steps):
        desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert desk.text == after


def test_rapikan_is_one_undo_step(desk: Sitting) -> None:
    desk.open_sample()
    before = desk.value
    desk.press(Qt.Key.Key_R, CTRL | SHIFT)
    desk.wait(lambda: "perbaikan diterapkan" in desk.status_text())
    first = next(
        at
        for at, pair in enumerate(zip(before.text, desk.text, strict=False))
        if len(set(pair)) > 1
    )
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.value == before
    assert desk.parts.page.selection() == (first, first), "the caret is at the change"
    desk.wait_checked()
    assert desk.parts.top_bar._tidy.isEnabled()


def test_urungkan_in_the_status_line_takes_rapikan_back(desk: Sitting) -> None:
    desk.open_sample()
    before = desk.value
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: "perbaikan diterapkan" in desk.status_text())
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    assert desk.value == before


def test_urungkan_is_gone_once_something_else_was_typed(desk: Sitting) -> None:
    desk.open_sample()
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: "perbaikan diterapkan" in desk.status_text())
    assert desk.parts.status._link.isVisible()
    desk.place_caret(0)
    desk.type("Kini ")
    assert not desk.parts.status._link.isVisible()


def test_urungkan_is_gone_once_another_release_is_in_front(desk: Sitting) -> None:
    desk.open_own()
    desk.paste("Lain\n\nWarga berkumpul dipasar , Wlingi.")
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: "perbaikan diterapkan" in desk.status_text())
    desk.program.desk.show(desk.program.desk.releases[0])
    assert not desk.parts.status._link.isVisible()


def test_undo_from_the_bar_shows_the_place_it_changed(desk: Sitting) -> None:
    desk.open_sample()
    desk.place_caret(0)
    desk.type("Kini ")
    desk.place_caret(len(desk.text))
    desk.click(desk.parts.top_bar._undo)
    assert desk.parts.page.selection().end < 20


def test_a_field_of_the_frame_writes_into_the_text(desk: Sitting) -> None:
    desk.open_own()
    field = desk.parts.frame_panel.rows["place"].field
    desk.click(field, QPoint(20, 12))
    desk.press(Qt.Key.Key_A, CTRL)
    desk.type("KEDIRI")
    desk.press(Qt.Key.Key_Return)
    desk.wait_checked()
    assert "\nKEDIRI | B-news.id - Warga" in desk.text
    desk.press(Qt.Key.Key_Escape)
    assert desk.parts.page.hasFocus()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert "\nBLITAR | B-news.id - Warga" in desk.text


def test_the_text_changes_the_field_of_the_frame(desk: Sitting) -> None:
    desk.open_own()
    at = desk.text.index("Zainul Arifin")
    desk.place_caret(at, len(desk.text))
    desk.type("Rina Lestari")
    desk.wait_checked()
    desk.wait(lambda: desk.parts.frame_panel.rows["editor"].field.text() == "Rina Lestari")


def test_what_is_unknown_can_be_put_on_the_list_and_is_known_then(desk: Sitting) -> None:
    desk.open_own()
    at = desk.text.index("Zainul Arifin")
    desk.place_caret(at, len(desk.text))
    desk.type("Rina Lestari")
    desk.wait_checked()
    row = desk.parts.frame_panel.rows["editor"]
    link = next(link for link in row.links if "Tambah" in link.text() and link.isVisible())
    desk.click(link)
    assert desk.status_text() == "“Rina Lestari” ditambahkan ke daftar redaksi."
    desk.wait(lambda: not any(p.text == "Rina Lestari" for p in desk.release.findings))
    assert not link.isVisible()


def test_find_and_replace_all_is_one_undo_step(desk: Sitting) -> None:
    desk.open_own()
    before = desk.text
    desk.press(Qt.Key.Key_H, CTRL)
    assert desk.parts.find_bar.isVisible()
    desk.type("kopi")
    assert desk.parts.find_bar.count.text().endswith("dari 2")
    desk.parts.find_bar.replacement.setFocus()
    desk.type("kakao")
    desk.click(desk.parts.find_bar.replace_every)
    assert desk.text == before.replace("Kopi", "Kakao").replace("kopi", "kakao")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.parts.find_bar.isVisible()
    assert desk.parts.page.hasFocus()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text == before


def test_ctrl_f_works_from_the_panel_and_enter_walks(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_F, CTRL)
    desk.type("warga")
    first = desk.parts.page.selection()
    desk.press(Qt.Key.Key_Return)
    assert desk.parts.page.selection().start > first.start
    assert desk.parts.page.selected_text() == "Warga"


def test_bold_by_key_is_a_mark_of_the_release(desk: Sitting) -> None:
    desk.open_own()
    start = desk.text.index("perangkat")
    desk.place_caret(start, start + len("perangkat"))
    desk.press(Qt.Key.Key_B, CTRL)
    assert [(m.start, m.kind) for m in desk.value.marks] == [(start, "bold")]


def test_f11_leaves_the_page_alone_and_gives_everything_back(desk: Sitting) -> None:
    desk.paste("Satu\n\nWarga memanen kopi.")
    desk.open_own()
    others = (desk.window.tabs, desk.parts.top_bar, desk.parts.status, desk.window.right)
    desk.press(Qt.Key.Key_F11)
    assert desk.window.isFullScreen()
    assert desk.parts.page.isVisible()
    assert not any(other.isVisible() for other in others)
    desk.type("Kini ")
    assert desk.value.headline == f"Kini {HEADLINE}"
    desk.press(Qt.Key.Key_F11)
    assert not desk.window.isFullScreen()
    assert all(other.isVisible() for other in others)


def test_f11_gives_a_maximised_window_back_as_it_was(desk: Sitting) -> None:
    desk.window.showMaximized()
    desk.open_own()
    desk.press(Qt.Key.Key_F11)
    desk.press(Qt.Key.Key_F11)
    assert desk.window.isMaximized()


def test_esc_leads_back_to_the_text_from_everywhere(desk: Sitting) -> None:
    desk.open_own()
    ways = {
        "temuan": lambda: desk.press(Qt.Key.Key_3, CTRL),
        "meja": lambda: desk.press(Qt.Key.Key_1, CTRL),
        "cari di meja": desk.parts.desk_list.search.setFocus,
        "tempat": desk.parts.frame_panel.rows["place"].field.setFocus,
        "data terbit": desk.parts.frame_panel.fold.setFocus,
        "bilah atas": desk.parts.top_bar._import.setFocus,
        "status": desk.parts.status._state.setFocus,
        "chip": desk.parts.findings.heading.chips[desk.release.findings[0].severity].setFocus,
        "cari": lambda: desk.press(Qt.Key.Key_F, CTRL),
    }
    stuck = []
    for name, go in ways.items():
        desk.parts.page.setFocus()
        go()
        assert QApplication.focusWidget() is not desk.parts.page, name
        desk.press(Qt.Key.Key_Escape)
        if not desk.parts.page.hasFocus():
            stuck.append(name)
    assert stuck == []


def test_f10_opens_the_menu(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_F10)
    assert desk.program.commands.menu.isVisible()
    desk.program.commands.menu.close()


def test_enter_behind_the_headline_of_a_new_release_leads_to_its_copy(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.type("Warga Panen Kopi")
    desk.press(Qt.Key.Key_Return)
    desk.type("BLITAR | B-news.id - Warga memanen kopi.")
    assert desk.text == "Warga Panen Kopi\nBLITAR | B-news.id - Warga memanen kopi."
    desk.press(Qt.Key.Key_Return)
    desk.type("Hasilnya dijual.")
    assert desk.text.endswith("kopi.\nHasilnya dijual.")


def test_tab_writes_nothing_and_stays_in_the_text(desk: Sitting) -> None:
    desk.open_own()
    before = desk.text
    desk.place_caret(len(desk.value.headline) + 3, len(desk.value.headline) + 8)
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    assert desk.parts.page.hasFocus()
    assert desk.text == before


def test_f6_goes_round_the_parts_of_the_window(desk: Sitting) -> None:
    desk.open_own()
    desk.place_caret(3)
    window = desk.window
    parts = (window.middle, window.right, window.left)

    def part() -> QWidget:
        focused = QApplication.focusWidget()
        return next(one for one in parts if one.isAncestorOf(focused))

    there = []
    for _ in range(4):
        there.append(part())
        desk.press(Qt.Key.Key_F6, where=QApplication.focusWidget())
    assert there == [window.middle, window.right, window.left, window.middle]
    for _ in range(2):
        desk.press(Qt.Key.Key_F6, SHIFT, where=QApplication.focusWidget())
    assert part() is window.left
    desk.press(Qt.Key.Key_F6, where=QApplication.focusWidget())
    assert desk.parts.page.hasFocus()


def test_plain_paste_goes_into_the_text_and_elsewhere_begins_a_release(desk: Sitting) -> None:
    desk.open_own()
    data = QMimeData()
    data.setText("tebal")
    data.setHtml("<b>tebal</b>")
    QApplication.clipboard().setMimeData(data)
    marks, at = desk.value.marks, len(desk.text)
    desk.place_caret(at)
    desk.press(Qt.Key.Key_V, CTRL | SHIFT)
    assert desk.text.endswith("tebal")
    assert desk.value.marks == marks
    desk.press(Qt.Key.Key_1, CTRL)
    desk.press(Qt.Key.Key_V, CTRL | SHIFT, where=QApplication.focusWidget())
    desk.wait(lambda: len(desk.program.desk.releases) == 2)
