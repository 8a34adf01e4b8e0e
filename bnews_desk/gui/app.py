"""Builds the window and everything behind it, and runs it."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from bnews_desk import __version__
from bnews_desk.archive.journal.fallback_copy import FallbackCopy
from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.files import GUI_WAIT_SECONDS, set_file_wait
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive.archive_opener import ArchiveOpener
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.journal_signals import JournalSignals
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.editor.paragraph_styles import PAGE_SIZE
from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.settings.stored_settings import StoredSettings
from bnews_desk.gui.shared.crash import crashed_before, install_crash_handler
from bnews_desk.gui.shared.crash_dialog import CrashDialogs
from bnews_desk.gui.shared.fonts import load_fonts
from bnews_desk.gui.shared.native_crash import note_native_crashes, report_native_crashes
from bnews_desk.gui.shared.qt_texts_indonesian import IndonesianQtTexts
from bnews_desk.gui.shared.theme import Theme, on_contrast_change, wants_contrast
from bnews_desk.gui.window.early_shortcuts import EarlyShortcuts
from bnews_desk.gui.window.main_window import DeskWindow, FrontWidgets
from bnews_desk.gui.window.notice_bar import NoticeBar
from bnews_desk.gui.window.single_instance import SingleInstance, StartState
from bnews_desk.gui.window.status_bar import StatusBar
from bnews_desk.gui.window.top_bar import TopBar
from bnews_desk.gui.window.window_parts import WindowParts
from bnews_desk.log import start_logging
from bnews_desk.paths import (
    data_folder,
    emergency_folders,
    journal_file,
    program_icon,
    settings_file,
    sync_file,
    user_folder,
)
from bnews_desk.settings import read_settings

if TYPE_CHECKING:
    from bnews_desk.gui.findings.check_service import CheckService
    from bnews_desk.gui.findings.hover_card import HoverCard
    from bnews_desk.gui.imports.import_service import ImportService
    from bnews_desk.gui.window.commands import Commands
    from bnews_desk.gui.window.release_controller import ReleaseController
    from bnews_desk.settings import Settings

CLOSING_NOTICE = "penutupan"
"""The key of the notice that says why the window has not closed."""


class ClosingCheck(QObject):
    """Decides whether a window that is being closed may close.

    Where ``keep`` could not save everything, the window stays open once and ``notice`` says why;
    closed again, it closes. Changes made in between have a sentence of their own.
    """

    def __init__(
        self, desk: Desk, keep: Callable[[], bool], notice: Callable[[], NoticeBar], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._keep, self._notice = desk, keep, notice
        self._warned: object = None

    def may_go(self) -> bool:
        """Save everything; whether the window may close now."""
        self._desk.note_all()
        if self._keep():
            return True
        unsafe = [(one.key, one.document.release()) for one in self._desk.releases]
        if unsafe == self._warned:
            return True
        self._warned = unsafe
        self._notice().show_notice(
            self.tr(
                "Jendela belum ditutup karena perubahan terakhir tidak dapat disimpan di folder"
                " mana pun di komputer ini; kosongkan disk atau ekspor naskahnya dahulu, atau tutup"
                " sekali lagi untuk keluar tanpa menyimpan."
            ),
            CLOSING_NOTICE,
        )
        return False

    def settle(self) -> None:
        """Everything is saved again: the next failure keeps the window open once more."""
        self._warned = None
        self._notice().remove_notice(CLOSING_NOTICE)


COLLECTION_REST_MS = 2000
"""Milliseconds without input after which the collections that are due are made."""
COLLECTION_LATEST_MS = 60_000
"""Milliseconds after which they are made although input goes on."""


class GarbageCollection(QObject):
    """Replaces Python's automatic garbage collections, with its thresholds, until ``end``.

    At most one may exist at a time.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rest = self._timer(COLLECTION_REST_MS)
        self._latest = self._timer(COLLECTION_LATEST_MS)

    def put_off(self) -> None:
        """Input has come: restart the wait."""
        self._rest.start()

    def end(self) -> None:
        """Give garbage collection back to Python."""
        self._rest.stop()
        self._latest.stop()
        gc.enable()

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self._collect)
        timer.start(interval_ms)
        return timer

    def _collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        figures = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [number for number, (count, most) in enumerate(figures) if 0 < most < count]
        if due:
            gc.collect(due[-1])


_LOG = logging.getLogger(__name__)
SWITCH_SECONDS = 0.0003  # how long the checking thread may keep the interpreter from a key

DESKTOP_FILE = "id.b_news.desk"
"""The name, without its ending, of the desktop file by which Linux desktops know the program."""


def run(files: Sequence[str] = (), *, is_debug: bool = False) -> int:
    """Open the window, with ``files`` imported; the result is the process's exit status.

    With ``is_debug``, or where the settings say so, the log has every detail.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    set_file_wait(GUI_WAIT_SECONDS)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("B-News Desk")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(program_icon()))
    QGuiApplication.setDesktopFileName(DESKTOP_FILE)
    application.setStyle("Fusion")
    texts = IndonesianQtTexts(application)
    application.installTranslator(texts)
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian))
    single = SingleInstance(data_folder(), application)
    start_state = single.begin(files)
    if start_state is StartState.SILENT:
        _tell_of_silence()
    if start_state is not StartState.FIRST:
        return int(start_state is StartState.SILENT)
    program: Program | None = None
    crashes = CrashDialogs(
        data_folder(),
        lambda: program.theme if program else Theme.light(),
        lambda: program.window if program else None,
        application,
    )
    install_crash_handler(
        data_folder(), crashes.show, lambda: program.save_everything() if program else True
    )
    reports = report_native_crashes(data_folder())
    end_noting = note_native_crashes(data_folder(), "jendela")
    is_detailed = is_debug or read_settings(settings_file()).settings.detailed_log
    end_logging = start_logging(data_folder(), is_debug=is_detailed)
    _LOG.info("B-News Desk %s began", __version__)
    program = Program(application)
    program.window.open()
    if reports:
        program.window.first_painted.connect(lambda: crashes.show(crashed_before(reports)))
    program.window.first_painted.connect(program.window.activateWindow)  # no manager: nobody does
    single.handed.connect(program.take_files)
    if files:
        program.importing.import_files(list(files))
    status = application.exec()
    end_noting()
    _LOG.info("ended with status %d", status)
    end_logging()
    return status


def _tell_of_silence() -> None:
    """Tell the user that another window has this desk open and does not answer."""
    from bnews_desk.gui.shared.question_dialog import ask

    translate = QCoreApplication.translate
    ask(
        None,
        Theme.light(),
        translate("Program", "B-News Desk sudah terbuka"),
        translate(
            "Program",
            "Jendela yang lain sedang sibuk dan tidak menjawab; tunggu sebentar atau tutup jendela"
            " itu, lalu buka sekali lagi.",
        ),
        [("on", translate("Program", "Mengerti"))],
    )


class Program(QObject):
    """Owns everything that lives as long as the window."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._collecting = GarbageCollection(self)
        self._application = application
        self._remembered = StoredSettings()
        self._fonts = load_fonts()
        is_dark, is_high_contrast = self._wanted_colours()
        self.theme = Theme(is_dark, self._fonts, is_high_contrast=is_high_contrast)
        self.theme.apply_to(application)
        self.register = NewsroomRegister(user_folder(), self.settings.house_sheet)
        self.journal_signals = JournalSignals(self)
        self.journal = self._opened_journal()
        self._fallback_copy = FallbackCopy(self.journal, emergency_folders())
        notices = (
            *self._remembered.notices(),
            *self.register.faults,
            *self._fallback_copy.restore_into_journal(),
        )
        self.desk = Desk(self.journal, parent=self)
        self.sync_file = SyncFile(
            sync_file(),
            self.settings.archive,
            lambda said: self.archive.report_notice(said),  # noqa: PLW0108 - it is made below
        )
        self.archive = ArchiveOpener(
            self.settings.archive_place, lambda: FrameReader(self.register.house), self.sync_file
        ).service(self)
        self.window = DeskWindow(self._front(), self.finish_parts, self._before_close)
        self.window.restore_geometry(
            self.settings.geometry,
            self.settings.columns,
            is_desk_hidden=self.settings.desk_hidden,
        )
        self._parts = WindowParts(
            self.window,
            self.desk,
            self.journal_signals,
            self.register,
            self._remembered,
            self.archive,
            self.sync_file,
            lambda: self.theme,
            [notice for notice in notices if notice],
        )
        self._leaving = ClosingCheck(
            self.desk, self.save_everything, lambda: self.window.parts.notice, self
        )
        self.journal_signals.mended.connect(self._leaving.settle)
        self._follow_colour_scheme()
        self._show_first()

    def _follow_colour_scheme(self) -> None:
        """Change the theme when the system or the settings change the colours."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._change_theme)
        on_contrast_change(self._change_theme)
        self._parts.theme_changed.connect(self._change_theme)

    def _show_page(self) -> None:
        """Show the page at its final size; shown earlier, every line would be broken twice."""
        page, release = self.window.front.page, self.desk.current
        if release is None or self.window.is_complete:
            return
        page.show_release(release)
        if self.desk.is_new_here(release):
            position = self.desk.caret(release)
            page.reveal(position, position)
        page.setFocus()

    @property
    def settings(self) -> Settings:
        """What is remembered between two runs."""
        return self._remembered.settings

    @property
    def release_controller(self) -> ReleaseController:
        """What carries out the editor's commands."""
        return self.finish_parts().release_controller

    @property
    def card(self) -> HoverCard:
        """The card of the finding under the pointer."""
        return self.finish_parts().card

    @property
    def commands(self) -> Commands:
        """The commands of menu and keyboard."""
        return self.finish_parts().commands

    @property
    def checking(self) -> CheckService:
        """The service that checks while the editor types."""
        return self.finish_parts().checking

    @property
    def importing(self) -> ImportService:
        """The service that reads files."""
        return self.finish_parts().importing

    def finish_parts(self) -> WindowParts:
        """Make at once what is otherwise made after the first paint."""
        self._parts.finish()
        return self._parts

    def _front(self) -> FrontWidgets:
        page = Page(self.theme, FrameReader(self.register.house))
        page.zoom.set_size(round(PAGE_SIZE * self.settings.zoom / 100))
        page.smart_typing.is_on = self.settings.smart_typing
        page.smart_typing.quote_marks = self.register.house.quote_marks
        return FrontWidgets(TopBar(self.theme), StatusBar(self.theme), page)

    def _show_first(self) -> None:
        """Show the releases that were open; what is typed from now on is kept, though parts are
        missing.
        """
        page, desk = self.window.front.page, self.desk
        desk.status_message.connect(self.window.front.status.show_status)
        desk.reopen_last_session()
        if desk.current is None:
            self.finish_parts()
        else:
            EarlyShortcuts(page, self.finish_parts)
        self.window.first_shown.connect(self._show_page)
        desk.current_changed.connect(lambda _release: self.finish_parts())
        page.caret_moved.connect(desk.note_caret)
        page.text_changed.connect(self._collecting.put_off)

    def _opened_journal(self) -> Journal:
        return Journal(
            journal_file(),
            on_trouble=self.journal_signals.report_trouble,
            on_mended=self.journal_signals.mended.emit,
            on_notice=self.journal_signals.report_notice,
            on_saved=self.journal_signals.saved.emit,
        )

    def take_files(self, files: Sequence[str]) -> None:
        """Come to the front and import the files that a later start of the program hands over."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if files:
            self.importing.import_files(list(files))

    def _wanted_colours(self) -> tuple[bool, bool]:
        """Whether the window is dark, and whether it is in high contrast."""
        wanted = self.settings.theme
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if wanted != "system":
            is_dark = wanted == "dark"
        return is_dark, wants_contrast()

    def _change_theme(self) -> None:
        is_dark, is_high_contrast = self._wanted_colours()
        self.theme.set_colours(is_dark, is_high_contrast=is_high_contrast)
        self.theme.apply_to(self._application)

    def _before_close(self) -> bool:
        """Save everything, then end what runs beside the window; False where it must stay open."""
        window = self.window
        if not self._leaving.may_go():
            return False
        self._remembered.set_values(
            geometry=bytes(window.saveGeometry().data()),
            columns=tuple(window.splitter.sizes()),
            desk_hidden=not window.is_desk_wanted,
            zoom=window.front.page.zoom.percent,
        )
        self._remembered.save()
        self._collecting.end()
        self.finish_parts().shut_down()
        if self.archive.unsent_notices:
            self._remembered.save_values(untold="\n".join(self.archive.unsent_notices))
        self.journal.close()
        return True

    def save_everything(self) -> bool:
        """Write what is pending into the journal, else into the fallback copy; whether all is
        saved.
        """
        journal = self.journal
        return (
            journal.flush() or not journal.pending_and_open() or bool(self._fallback_copy.write())
        )
