"""The status line and the bar above the page: the state, messages that go, failures that stay."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from bnews_desk.gui.shared.icons import BESIDE
from bnews_desk.gui.shared.theme import Theme, send_theme_change
from bnews_desk.gui.window.notice_bar import NoticeBar
from bnews_desk.gui.window.status_bar import LOG_LENGTH, Message, StatusBar

NOW = datetime(2024, 11, 14, 10, 42)


@pytest.fixture
def theme() -> Theme:
    return Theme.light()


@pytest.fixture
def line(qtbot) -> StatusBar:
    line = StatusBar(Theme.light(), now=lambda: NOW)
    qtbot.addWidget(line)
    line.setStyleSheet(Theme.light().style_sheet())
    line.resize(1366, 28)
    line.show()
    return line


@pytest.fixture
def notice(qtbot, theme) -> NoticeBar:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(600, 300)
    notice = NoticeBar(theme, owner)
    notice.owner = owner
    owner.show()
    return notice


def shown(widget: QWidget) -> list[str]:
    kinds = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    return [w.text() for w in kinds if w.isVisible() and w.text()]


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text)


@pytest.mark.parametrize(
    ("errors", "lacking", "text"),
    [
        (3, 0, "Belum siap tayang · 3 wajib diperbaiki"),
        (1, 2, "Belum siap tayang · 1 wajib diperbaiki"),
        (0, 2, "Belum siap tayang · 2 belum lengkap"),
        (0, 0, "Siap tayang"),
    ],
)
def test_the_state_is_said_in_words(line, errors, lacking, text):
    line.set_state(errors, lacking)
    assert text in shown(line)
    assert button(line, text).accessibleName() == text
    assert not button(line, text).icon().isNull()


def test_the_three_states_differ_in_shape(line):
    shapes = []
    for errors, lacking in ((1, 0), (0, 1), (0, 0)):
        line.set_state(errors, lacking)
        icon = next(b for b in line.findChildren(QPushButton) if b.text()).icon()
        image = icon.pixmap(BESIDE).toImage()
        shapes.append([[image.pixelColor(x, y).alpha() > 99 for x in range(16)] for y in range(16)])
    assert shapes[0] != shapes[1] != shapes[2] != shapes[0]


def test_a_click_on_the_state_asks_what_is_missing(line, qtbot):
    line.set_state(3)
    with qtbot.waitSignal(line.state_clicked):
        qtbot.mouseClick(
            button(line, "Belum siap tayang · 3 wajib diperbaiki"), Qt.MouseButton.LeftButton
        )


def test_with_nothing_open_there_is_neither_state_nor_figure(line):
    line.set_state(3)
    line.set_figures(244, 1712, 1)
    line.set_idle("Gaya selingkung: B-news.id")
    assert shown(line) == ["Gaya selingkung: B-news.id"]


def test_figures_are_written_the_indonesian_way(line, qtbot):
    line.set_figures(12244, 81712, 61)
    line.set_zoom(120)
    assert shown(line) == ["12.244 kata", "81.712 karakter", "± 61 menit baca", "120\u00a0%"]
    with qtbot.waitSignal(line.zoom_clicked):
        qtbot.mouseClick(button(line, "120\u00a0%"), Qt.MouseButton.LeftButton)


def test_a_message_goes_after_its_time_and_stays_in_the_log(line, qtbot):
    line._timer.setInterval(1)
    with qtbot.waitSignal(line.logged) as logged:
        line.show_status("Rilis dibuka.")
    assert logged.args == [Message(NOW, "Rilis dibuka.")]
    qtbot.waitUntil(lambda: shown(line) == [])
    assert line.log == (Message(NOW, "Rilis dibuka."),)


def test_a_message_is_shown_for_eight_seconds(line):
    line.show_status("Rilis dibuka.")
    assert "Rilis dibuka." in shown(line)
    assert line._timer.isActive()
    assert line._timer.interval() == 8000


def test_undo_beside_a_message_takes_the_step_back_once(line, qtbot):
    taken = []
    line.show_status("Rapikan membetulkan 4 temuan.", undo=lambda: taken.append("4"))
    qtbot.mouseClick(button(line, "Urungkan"), Qt.MouseButton.LeftButton)
    assert taken == ["4"]
    assert shown(line) == []


def test_another_message_has_no_undo_of_the_one_before(line):
    line.show_status("Rapikan membetulkan 4 temuan.", undo=lambda: None)
    line.show_status("Rilis dibuka.")
    assert shown(line) == ["Rilis dibuka."]


def test_undo_goes_when_another_step_has_been_made(line):
    line.show_status("Rapikan membetulkan 4 temuan.", undo=lambda: None)
    line.forget_undo()
    assert shown(line) == ["Rapikan membetulkan 4 temuan."]


def test_the_log_forgets_the_oldest(line):
    for number in range(LOG_LENGTH + 1):
        line.show_status(f"Pesan {number}")
    assert len(line.log) == LOG_LENGTH
    assert line.log[0].text == "Pesan 1"


def test_a_long_message_leaves_state_and_figures_their_room(line, qtbot):
    line.set_state(3)
    line.set_figures(244, 1712, 1)
    line.set_zoom(100)
    line.show_status("Berkas disimpan. " * 40, undo=lambda: None)
    line.resize(900, 28)
    qtbot.waitUntil(lambda: line.width() == 900)
    line.layout().activate()
    for text in ("Belum siap tayang · 3 wajib diperbaiki", "Urungkan", "100\u00a0%"):
        one = button(line, text)
        assert one.width() >= one.sizeHint().width()
        assert one.geometry().right() <= 900


def test_a_failure_stays_until_it_is_closed(notice, qtbot):
    notice.show_notice("Cakram penuh.", "disk")
    assert notice.isVisible()
    assert shown(notice) == ["Cakram penuh."]
    close = notice.findChild(QToolButton)
    assert close.accessibleName() == "Tutup"
    with qtbot.waitSignal(notice.closed) as closed:
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert closed.args == ["disk"]
    assert not notice.isVisible()


def test_the_same_failure_is_said_once_and_its_newer_words_replace_the_older(notice):
    notice.show_notice("Cakram penuh.", "disk")
    notice.show_notice("Cakram penuh.", "disk")
    notice.show_notice("Berkas rusak.")
    notice.show_notice("Cakram masih penuh.", "disk")
    assert notice.texts == ("Cakram masih penuh.", "Berkas rusak.")


def test_a_button_stays_where_it_is_while_the_words_beside_it_change(notice, qtbot):
    done = []
    notice.show_notice("Menyimpan halaman 1…", "pdf", "warn", ("Batalkan", lambda: done.append(1)))
    (button,) = notice.findChildren(QPushButton)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    notice.show_notice("Menyimpan halaman 2…", "pdf", "warn", ("Batalkan", lambda: done.append(2)))
    assert notice.texts == ("Menyimpan halaman 2…",)
    assert shown(notice)[0] == "Menyimpan halaman 2…"
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert done == [2]
    notice.show_notice("Gagal.", "pdf", "err", ("Coba lagi", lambda: None))
    assert [one.text() for one in notice.findChildren(QPushButton) if one.isVisible()] == [
        "Coba lagi"
    ]


def test_a_mended_failure_goes_by_itself(notice):
    notice.show_notice("Cakram penuh.", "disk")
    notice.show_notice("Berkas rusak.")
    notice.remove_notice("disk")
    assert notice.texts == ("Berkas rusak.",)
    notice.remove_notice("never told")
    notice.remove_notice("Berkas rusak.")
    assert not notice.isVisible()


def test_a_failure_that_was_closed_comes_again_when_it_happens_again(notice, qtbot):
    notice.show_notice("Cakram penuh.", "disk")
    qtbot.mouseClick(notice.findChild(QToolButton), Qt.MouseButton.LeftButton)
    notice.show_notice("Cakram penuh.", "disk")
    assert notice.texts == ("Cakram penuh.",)


def test_a_remedy_is_a_button_beside_the_failure(notice, qtbot):
    tried = []
    notice.show_notice("Cakram penuh.", "disk", "warn", ("Coba lagi", lambda: tried.append(1)))
    qtbot.mouseClick(button(notice, "Coba lagi"), Qt.MouseButton.LeftButton)
    assert tried == [1]


def test_a_remedy_may_take_its_own_failure_away(notice, qtbot):
    notice.show_notice(
        "Cakram penuh.", "disk", "warn", ("Coba lagi", lambda: notice.remove_notice("disk"))
    )
    qtbot.mouseClick(button(notice, "Coba lagi"), Qt.MouseButton.LeftButton)
    assert notice.texts == ()


def test_failures_take_other_colours_while_they_stand(notice, theme):
    notice.show_notice("Cakram penuh.", "disk", "warn", ("Coba lagi", lambda: None))
    theme.set_colours(is_dark=True)
    send_theme_change()
    assert notice.texts == ("Cakram penuh.",)
