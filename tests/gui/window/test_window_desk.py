"""Several releases, Meja, files that come in, and that nothing is ever lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QTabBar
from window_kit import CTRL, HEADLINE, SHIFT, Sitting, Starter

from bnews_desk.archive.release_progress import RemainingWork
from bnews_desk.finding import Severity
from bnews_desk.gui.findings.finding_selection import counts
from bnews_desk.gui.shared.widgets import IconButton

TITLES = ("Kopi Pertama", "Kakao Kedua", "Cengkih Ketiga")


def open_three(desk: Sitting) -> None:
    for title in TITLES:
        desk.paste(f"{title}\n\nWarga memanen hasil kebun di Wlingi.")


def tabs(desk: Sitting) -> list[str]:
    bar = desk.window.tabs
    return [bar.tabText(number) for number in range(bar.count())]


def test_one_release_has_no_tabs_and_three_have_three(desk: Sitting) -> None:
    desk.paste(f"{TITLES[0]}\n\nWarga memanen hasil kebun.")
    assert not desk.window.tabs.isVisible()
    open_three(desk)
    assert tabs(desk)[1:] == list(TITLES)
    assert desk.window.tabs.isVisible()


def test_a_click_on_a_tab_shows_its_release(desk: Sitting) -> None:
    open_three(desk)
    desk.click(desk.window.tabs, desk.window.tabs.tabRect(0).center())
    assert desk.value.headline == TITLES[0]
    assert desk.parts.page.selection().start == 0
    assert desk.parts.page.hasFocus()


def test_ctrl_tab_goes_to_the_next_tab(desk: Sitting) -> None:
    open_three(desk)
    desk.press(Qt.Key.Key_Tab, CTRL)
    assert desk.value.headline == TITLES[0]
    desk.press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert desk.value.headline == TITLES[2]


def test_each_tab_keeps_its_caret_and_its_undo(desk: Sitting) -> None:
    open_three(desk)
    desk.place_caret(4)
    desk.type("X")
    desk.program.desk.show(desk.program.desk.releases[0])
    desk.program.desk.show(desk.program.desk.releases[2])
    assert desk.parts.page.selection().start == 5
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.value.headline == TITLES[2]


def test_the_headline_typed_is_the_name_of_the_tab(desk: Sitting) -> None:
    open_three(desk)
    desk.place_caret(0)
    desk.type("Panen ")
    desk.wait_checked()
    assert tabs(desk)[2] == "Panen Cengkih Ketiga"
    desk.wait(lambda: desk.parts.top_bar._name.text() == "Panen Cengkih Ketiga")


def test_closing_a_tab_asks_nothing_and_meja_opens_it_again(desk: Sitting) -> None:
    open_three(desk)
    closed = desk.release.key
    desk.place_caret(0)
    desk.type("Panen ")
    desk.press(Qt.Key.Key_W, CTRL)
    assert tabs(desk) == list(TITLES[:2])
    assert [row.title for row in desk.rows()].count("Panen Cengkih Ketiga") == 1
    desk.click_row(closed)
    desk.wait_checked()
    assert desk.value.headline == "Panen Cengkih Ketiga"
    assert len(tabs(desk)) == 3


def test_the_cross_of_a_tab_closes_that_one(desk: Sitting) -> None:
    open_three(desk)
    cross = desk.window.tabs.tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert cross is not None
    desk.click(cross)
    assert tabs(desk) == list(TITLES[1:])
    assert desk.value.headline == TITLES[2]


def test_closing_the_last_tab_shows_the_empty_desk_with_meja_beside_it(desk: Sitting) -> None:
    desk.open_own()
    desk.press(Qt.Key.Key_W, CTRL)
    assert desk.parts.empty_page.isVisible()
    assert not desk.parts.page.isVisible()
    assert [row.title for row in desk.rows()] == [HEADLINE]
    assert not desk.parts.status._state.isVisible()
    assert not desk.parts.status._words.isVisible()
    assert not desk.parts.status._zoom.isVisible()


def test_a_removed_row_is_gone_and_can_be_brought_back(desk: Sitting) -> None:
    open_three(desk)
    view = desk.parts.desk_list.view
    desk.press(Qt.Key.Key_1, CTRL)
    assert view.hasFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.wait(lambda: len(desk.rows()) == 2)
    desk.click(desk.button(desk.parts.status, "Urungkan"))
    desk.wait(lambda: len(desk.rows()) == 3)


def test_enter_in_meja_opens_the_row(desk: Sitting) -> None:
    open_three(desk)
    desk.press(Qt.Key.Key_1, CTRL)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.value.headline != TITLES[2]
    assert desk.parts.page.hasFocus()


def test_everything_is_where_it_was_after_a_restart(start: Starter) -> None:
    desk = start((1000, 640))
    desk.open_sample()
    desk.open_own()
    at = desk.text.index("perangkat")
    desk.place_caret(at, at + 9)
    desk.press(Qt.Key.Key_B, CTRL)
    desk.press(Qt.Key.Key_Plus, CTRL)
    desk.window.splitter.setSizes([48, 630, 320])
    desk.settle()
    sizes, zoom = desk.window.splitter.sizes(), desk.parts.page.zoom.percent
    assert sizes[2] == 320
    desk.program.desk.show(desk.program.desk.releases[0])
    desk.place_caret(40)
    desk.program.desk.show(desk.program.desk.releases[1])
    desk.place_caret(at + 3)
    first, second = (release.document.release() for release in desk.program.desk.releases)
    pictures = desk.program.desk.releases[0].pictures
    assert first.photos
    assert second.marks

    again = start()
    again.wait_checked()
    releases = again.program.desk.releases
    assert [release.document.release() for release in releases] == [first, second]
    assert releases[0].pictures == pictures
    assert again.release is releases[1]
    assert again.parts.page.selection().start == at + 3
    again.program.desk.show(releases[0])
    assert again.parts.page.selection().start == 40
    assert again.parts.page.zoom.percent == zoom
    assert again.parts.status._zoom.text().startswith(f"{zoom}")
    assert again.window.height() == 640
    assert again.window.splitter.sizes()[2] == sizes[2]


def test_a_hidden_meja_stays_hidden_after_a_restart(start: Starter) -> None:
    desk = start()
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert not desk.parts.desk_list.isVisible()
    again = start()
    again.window.resize(1366, 768)
    again.settle()
    assert not again.parts.desk_list.isVisible()


def test_a_restart_out_of_focus_mode_comes_up_whole(start: Starter) -> None:
    desk = start()
    desk.open_own()
    desk.press(Qt.Key.Key_F11)
    again = start()
    assert not again.window.isFullScreen()
    assert again.parts.top_bar.isVisible()
    assert again.parts.page.isVisible()


def test_ignores_are_kept_over_a_restart(start: Starter) -> None:
    desk = start()
    desk.open_own()
    desk.release.ignore_here(desk.finding("date-weekday-mismatch"))
    again = start()
    again.wait_checked()
    assert again.errors() == 0


def test_a_file_that_cannot_be_read_is_told_in_a_bar_and_the_copy_stays(
    desk: Sitting, tmp_path: Path
) -> None:
    desk.open_own()
    before = desk.text
    broken = tmp_path / "rusak.docx"
    broken.write_bytes(b"PK\x03\x04 bukan Word")
    desk.drop(desk.parts.page.viewport(), str(broken))
    desk.wait(lambda: any(text.startswith("rusak.docx: ") for text in desk.parts.notice.texts))
    assert desk.text == before
    assert len(desk.program.desk.releases) == 1
    desk.wait(lambda: len(desk.parts.notice.texts) == 1)  # that of the progress has gone
    desk.click(next(iter(desk.parts.notice._rows.values()))._close)
    assert not desk.parts.notice.isVisible()


def test_files_dropped_anywhere_are_imported_in_order(desk: Sitting, tmp_path: Path) -> None:
    paths = []
    for title in TITLES:
        path = tmp_path / f"{title}.txt"
        path.write_text(f"{title}\n\nWarga memanen hasil kebun.", encoding="utf-8")
        paths.append(str(path))
    desk.drop(desk.parts.empty_page, paths[0])
    desk.wait(lambda: len(desk.program.desk.releases) == 1)
    desk.drop(desk.window, paths[1])
    desk.wait(lambda: len(desk.program.desk.releases) == 2)
    desk.drop(desk.parts.page.viewport(), paths[2])
    desk.wait(lambda: len(desk.program.desk.releases) == 3)
    assert tabs(desk) == list(TITLES)


def test_text_dropped_on_the_empty_desk_becomes_a_release(desk: Sitting) -> None:
    desk.drop(desk.parts.empty_page, text="Kopi Pertama\n\nWarga memanen kopi di Wlingi.")
    desk.wait(lambda: desk.program.desk.current is not None)
    assert desk.value.headline == "Kopi Pertama"


def test_meja_is_searched_by_the_words_of_its_titles(desk: Sitting) -> None:
    open_three(desk)
    desk.parts.desk_list.search.setFocus()
    desk.type("kakao")
    assert [row.title for row in desk.rows()] == [TITLES[1]]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.value.headline == TITLES[1]


def test_status_line_panel_and_meja_count_the_same_at_all_times(desk: Sitting) -> None:
    desk.open_sample()
    told: list[tuple[int, int, int | None, int]] = []

    def look() -> None:
        errors = desk.errors()
        words = desk.state().split()
        if "diperiksa…" in words:
            return  # nothing is said of a text that is being checked
        status = int(words[words.index("wajib") - 1]) if "wajib" in words else 0
        chip = desk.parts.findings.heading.chips[Severity.ERROR]
        row = next(row for row in desk.rows() if row.key == desk.release.key)
        shown = errors if desk.release.is_settled else status
        told.append((shown, status, row.left and row.left.errors, int(chip.text())))

    often = QTimer()
    often.timeout.connect(look)
    often.start(2)
    at = desk.text.index("antar daerah")
    desk.place_caret(at, at + len("antar daerah"))
    desk.type("lintas daerah")
    desk.wait_checked()
    desk.click_fix(desk.finding_row(Severity.ERROR))
    desk.wait_checked()
    desk.release.ignore_here(desk.release.findings[0])
    desk.settle()
    look()
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: "diterapkan" in desk.status_text())
    desk.wait_checked()
    look()
    often.stop()
    assert len(told) > 10
    assert [each for each in told if len(set(each)) > 1] == []
    found = counts(desk.release.findings)
    assert desk.parts.findings.heading.chips[Severity.WARNING].text() == str(
        found[Severity.WARNING]
    )


def test_meja_shows_no_tick_beside_what_is_not_complete(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.wait_checked()
    desk.press(Qt.Key.Key_Return)
    desk.type("Panen")
    desk.wait_checked()
    desk.wait(lambda: desk.state().startswith("Belum siap tayang · 1"))
    assert [row.left and row.left.errors for row in desk.rows()] == [1]
    desk.program.desk.entries_changed.emit()
    assert [row.left and row.left.errors for row in desk.rows()] == [1]


def test_an_empty_page_is_no_fault_on_meja(desk: Sitting) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.wait_checked()
    assert "Belum siap" in desk.state()
    assert [row.left for row in desk.rows()] == [None]
    desk.type("Panen")
    desk.wait_checked()
    assert desk.rows()[0].left not in (None, RemainingWork())


def test_a_publication_date_is_judged_at_once(desk: Sitting) -> None:
    desk.open_own()
    seen: list[object] = []
    desk.program.checking.checked.connect(seen.append)
    details = desk.value.details._replace(publication_date=date(2024, 11, 14))
    desk.release.document.set_details(details)
    desk.wait(lambda: bool(seen))


def test_a_narrow_window_gives_the_page_the_room_of_meja(desk: Sitting) -> None:
    desk.open_own()
    desk.window.resize(1100, 700)
    desk.settle()
    assert not desk.parts.desk_list.isVisible()
    assert desk.parts.page.viewport().width() >= 588
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert desk.parts.desk_list.isVisible()
    desk.window.resize(1400, 700)
    desk.settle()
    assert desk.parts.desk_list.isVisible()


def test_a_narrow_window_opens_meja_from_its_rail(desk: Sitting) -> None:
    open_three(desk)
    desk.window.resize(911, 512)  # 1366×768 at 150 %
    desk.settle()
    assert (desk.window.width(), desk.window.height()) == (911, 512)
    rail = desk.window.left
    assert rail.width() == 48
    before = desk.parts.page.width()
    desk.click(rail.findChild(IconButton))
    assert desk.parts.desk_list.view.hasFocus()
    assert desk.parts.page.width() == before
    desk.click_row(desk.program.desk.releases[0].key)
    assert desk.value.headline == TITLES[0]
    assert not desk.parts.desk_list.isVisible()
    desk.press(Qt.Key.Key_1, CTRL)
    assert desk.parts.desk_list.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.parts.desk_list.isVisible()
    assert desk.parts.page.hasFocus()
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    desk.window.resize(1366, 768)
    desk.settle()
    assert desk.parts.desk_list.isVisible()
    assert desk.window.splitter.sizes()[0] == 216


def test_a_low_window_shows_every_notice_and_all_there_is(desk: Sitting) -> None:
    desk.open_own()
    desk.window.resize(911, 512)
    for number in range(3):
        desk.parts.notice.show_notice(f"Berkas nomor {number} tidak dapat dibaca.")
    desk.click(desk.parts.frame_panel.fold)
    desk.press(Qt.Key.Key_H, CTRL)
    bar = desk.parts.find_bar
    assert bar.words.geometry().right() < bar.minds_case.geometry().left()
    assert bar.close_button.geometry().right() < bar.width()
    desk.press(Qt.Key.Key_E, CTRL)
    desk.settle()
    assert desk.window.height() == 512
    assert desk.parts.status.geometry().bottom() < 512


def test_the_register_of_sources_stays_in_the_window_and_is_read_whole(desk: Sitting) -> None:
    desk.open_own()
    desk.window.resize(780, 512)
    field = desk.parts.frame_panel.rows["source"].field
    field.setFocus()
    field.selectAll()
    desk.type("kmf")
    popup = field._popup
    desk.wait(popup.isVisible)
    right = desk.window.mapToGlobal(QPoint(desk.window.width(), 0)).x()
    desk.wait(lambda: popup.geometry().right() <= right)
    index = popup.model().index(0, 0)
    words = popup.fontMetrics().horizontalAdvance(str(index.data()))
    assert popup.visualRect(index).width() > words
    desk.press(Qt.Key.Key_Escape, where=popup)


def test_a_click_into_a_finding_opens_its_row(desk: Sitting) -> None:
    desk.open_own()
    finding = desk.finding("date-weekday-mismatch")
    rect = desk.parts.page.finding_rect(finding)
    desk.click(desk.parts.page.viewport(), rect.center() - QPoint(8, 0))
    panel = desk.parts.findings
    assert panel.list.currentIndex().row() == panel.model.row_of(finding)


def test_a_release_without_headline_is_named_by_its_first_words_everywhere(desk: Sitting) -> None:
    open_three(desk)
    desk.paste("Pipa bocor di Ponggok selesai diperbaiki.")
    words = "Pipa bocor di Ponggok selesai diperbaiki."
    assert tabs(desk)[3] == words
    assert words in [row.title for row in desk.rows()]
    assert desk.parts.top_bar._name.text() == words
