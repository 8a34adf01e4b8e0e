"""Builds the window and everything behind it, and runs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from bnews_desk import __version__
from bnews_desk.archive.journal import Journal
from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.checking import CheckingService
from bnews_desk.gui.collecting import without_collecting
from bnews_desk.gui.commands import Command, Commands
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.crash import install
from bnews_desk.gui.crash_dialog import CrashDialogs
from bnews_desk.gui.desk import Desk
from bnews_desk.gui.desk_list import DeskList
from bnews_desk.gui.dialogs.about_rule import AboutRule
from bnews_desk.gui.dialogs.ask import ask
from bnews_desk.gui.empty_page import EmptyPage
from bnews_desk.gui.empty_panels import EmptyPanels
from bnews_desk.gui.findings.card import HoverCard
from bnews_desk.gui.findings.panel import FindingsPanel
from bnews_desk.gui.fonts import load_fonts
from bnews_desk.gui.frame_panel.panel import FramePanel
from bnews_desk.gui.import_progress import ImportProgress
from bnews_desk.gui.importing.service import ImportService
from bnews_desk.gui.notice import Notice
from bnews_desk.gui.page.find_bar import FindBar
from bnews_desk.gui.page.looks import PAGE_SIZE
from bnews_desk.gui.page.page import Page
from bnews_desk.gui.ready_panel.choices import ExportChoices
from bnews_desk.gui.ready_panel.panel import ReadyPanel
from bnews_desk.gui.register import Register
from bnews_desk.gui.single import SingleInstance, Standing
from bnews_desk.gui.standard_texts import StandardTexts
from bnews_desk.gui.status_bar import StatusLine
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.top_bar import TopBar
from bnews_desk.gui.voice import JournalVoice
from bnews_desk.gui.window import DeskWindow, Parts
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.paths import data_folder, journal_file, settings_file, user_folder
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker, Occasion
from bnews_desk.settings import Settings, save_quietly
from bnews_desk.settings import load as load_settings

SWITCH_SECONDS = 0.001  # how long the checking thread may keep the interpreter from a key
EXPORT_FORMS = ("docx", "txt", "text-clipboard", "html-clipboard")
"""How the settings name the forms of an export, in the order of :class:`ExportChoices`."""
AGE_MS = 30_000  # after which the ages in the list of the desk are told anew


def run(files: Sequence[str] = ()) -> int:
    """Open the window, with ``files`` imported; the result is the process's exit status."""
    sys.setswitchinterval(SWITCH_SECONDS)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(sys.argv[:1])
    application.setApplicationName("B-News Desk")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    texts = StandardTexts(application)
    application.installTranslator(texts)
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian))
    single = SingleInstance(data_folder(), application)
    standing = single.begin(files)
    if standing is Standing.SILENT:
        _tell_of_silence()
    if standing is not Standing.FIRST:
        return int(standing is Standing.SILENT)
    program: Program | None = None
    crashes = CrashDialogs(
        data_folder(),
        lambda: program.theme if program else Theme.light(),
        lambda: program.window if program else None,
        application,
    )
    install(data_folder(), crashes.show, lambda: program.journal.flush() if program else True)
    program = Program(application)
    program.window.show()
    single.handed.connect(program.take_files)
    if files:
        program.importing.import_files(list(files))
    return application.exec()


def _tell_of_silence() -> None:
    """Say that another window has this desk and does not answer."""
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


def make_checker(house: HouseStyle) -> Checker:
    """A checker with every rule, in one newsroom's style."""
    return Checker(all_rules(), house, Lexicon(house.pairs))


class Program(QObject):
    """Everything that lives as long as the window, put together."""

    @without_collecting
    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._rules = {rule.id: rule for rule in all_rules()}
        loaded = load_settings(settings_file())
        self.settings: Settings = loaded.settings
        self._fonts = load_fonts()
        self.theme = self._theme()
        self.register = Register(user_folder(), self.settings.house_sheet)
        house = self.register.house
        self.voice = JournalVoice(self)
        self.journal = Journal(
            journal_file(),
            on_trouble=self.voice.tell_trouble,
            on_mended=self.voice.mended.emit,
            on_notice=self.voice.tell_notice,
            on_saved=self.voice.saved.emit,
        )
        self.desk = Desk(self.journal, parent=self)
        self.checking = CheckingService(make_checker, house, self._at_hand, self)
        self.importing = ImportService(house, self)
        self.window = DeskWindow(self._parts(house), self._before_close)
        self.card = HoverCard(self.theme, self._rules, self.window)
        self.conductor = Conductor(
            self.window, self.desk, self.checking, self.importing, self.voice, self.card, house
        )
        self.conductor.open_folder = self.settings.open_folder
        self.commands = Commands(self.window, self._commands())
        self._connect()
        self._dress()
        self.window.restore(
            self.settings.geometry,
            self.settings.columns,
            is_desk_hidden=self.settings.desk_hidden,
        )
        self.desk.take_up()
        self.conductor.display.show_entries()
        for notice in (loaded.notice, *self.register.faults):
            if notice:
                self.window.parts.notice.tell(notice, severity="warn")

    def take_files(self, files: Sequence[str]) -> None:
        """Come to the front, with the files that a later start of the program hands over."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if files:
            self.importing.import_files(list(files))

    def _at_hand(self) -> tuple[str, int, Release, Occasion] | None:
        """What the next check looks at."""
        release = self.desk.current
        if release is None:
            return None
        document = release.document
        value = document.release()
        occasion = Occasion(value.details.publication_date, is_in_window=True)
        return release.key, document.revision, value, occasion

    def _parts(self, house: HouseStyle) -> Parts:
        theme = self.theme
        page = Page(theme, FrameReader(house))
        page.zoom.set_size(round(PAGE_SIZE * self.settings.zoom / 100))
        forms = self.settings.export_forms
        docx, txt, text, html = (form in forms for form in EXPORT_FORMS)
        choices = ExportChoices(docx, txt, text, html, self.settings.export_folder)
        return Parts(
            top_bar=TopBar(theme),
            notice=Notice(theme),
            status=StatusLine(theme),
            desk_list=DeskList(theme),
            page=page,
            find_bar=FindBar(theme, page),
            empty_page=EmptyPage(theme),
            frame_panel=FramePanel(theme, house),
            findings=FindingsPanel(theme, self._rules),
            ready_panel=ReadyPanel(theme, house, choices),
            empty_panels=EmptyPanels(theme),
        )

    def _commands(self) -> list[Command | QAction | None]:
        act, parts, window = self.conductor, self.window.parts, self.window
        tr = self.tr
        return [
            Command("new", tr("Naskah baru"), ("Ctrl+N",), act.begin_release),
            Command("import", tr("Impor…"), ("Ctrl+O",), act.choose_files),
            Command("paste", tr("Tempel sebagai rilis"), ("Ctrl+Shift+V",), act.paste_release),
            Command("sample", tr("Buka rilis contoh"), (), act.open_sample),
            Command("photo", tr("Tambah foto…"), (), act.add_photo, True),
            Command("close", tr("Tutup tab"), ("Ctrl+W",), act.close_current, True),
            None,
            Command("undo", tr("Urungkan"), ("Ctrl+Z",), act.undo, True),
            Command("redo", tr("Ulangi"), ("Ctrl+Y", "Ctrl+Shift+Z"), act.redo, True),
            *self._page_actions(),
            None,
            Command("tidy", tr("Rapikan"), ("Ctrl+Shift+R",), act.tidy, True),
            Command("next", tr("Temuan berikutnya"), ("F8",), self._next, True),
            Command("previous", tr("Temuan sebelumnya"), ("Shift+F8",), self._previous, True),
            Command("ready", tr("Siap tayang"), ("Ctrl+E",), act.toggle_ready, True),
            None,
            Command("next-tab", tr("Tab berikutnya"), ("Ctrl+Tab",), self.desk.next, True),
            Command("back", tr("Tab sebelumnya"), ("Ctrl+Shift+Tab",), self.desk.previous, True),
            Command("desk", tr("Meja"), ("Ctrl+Shift+M",), window.toggle_desk),
            Command("to-desk", tr("Ke meja"), ("Ctrl+1",), parts.desk_list.view.setFocus),
            Command("to-page", tr("Ke naskah"), ("Ctrl+2",), act.focus_page, True),
            Command("to-findings", tr("Ke temuan"), ("Ctrl+3",), parts.findings.take_focus, True),
            Command("focus", tr("Layar penuh"), ("F11",), self._toggle_focus),
            None,
            Command("quit", tr("Keluar"), ("Ctrl+Q",), window.close),
        ]

    def _connect(self) -> None:
        parts = self.window.parts
        parts.top_bar.menu_wanted.connect(lambda: parts.top_bar.open_menu(self.commands.menu))
        QShortcut(QKeySequence(Qt.Key.Key_F10), self.window, parts.top_bar.menu_wanted.emit)
        parts.page.zoom.changed.connect(parts.status.set_zoom)
        parts.status.zoom_clicked.connect(parts.page.zoom.reset)
        parts.status.set_zoom(parts.page.zoom.percent)
        parts.frame_panel.register_wanted.connect(self._list)
        parts.ready_panel.choices_changed.connect(self._remember_choices)
        self.conductor.folder_changed.connect(self._remember_folder)
        parts.findings.about_wanted.connect(self._explain)
        self.card.about_wanted.connect(self._explain)
        self._progress = ImportProgress(self.importing, parts.notice, self)
        self.desk.current_changed.connect(
            lambda release: self.commands.set_release_open(release is not None)
        )
        self.commands.set_release_open(False)
        own = (QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
        parts.page.leave_to_window(keys for keys in self.commands.shortcuts() if keys not in own)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._redress())
        self._ages = QTimer(self)
        self._ages.setInterval(AGE_MS)
        self._ages.timeout.connect(self.conductor.display.show_entries)
        self._ages.start()

    def _page_actions(self) -> list[QAction]:
        """The page's own commands that are wanted wherever the keyboard is."""
        own = self.window.parts.page.commands
        actions = [own.find, own.replace, own.zoom_in, own.zoom_out, own.zoom_reset]
        for action in (*actions, own.open_problem):
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return actions

    def _next(self) -> None:
        self.conductor.go_to_problem(forward=True)

    def _previous(self) -> None:
        self.conductor.go_to_problem(forward=False)

    def _explain(self, rule_id: str) -> None:
        """Show a rule's record."""
        rule = self._rules.get(rule_id)
        if rule is not None:
            AboutRule(self.theme, rule, self.window).open()

    def _toggle_focus(self) -> None:
        self.window.set_focus_mode(not self.window.isFullScreen())

    def _list(self, kind: str, value: str) -> None:
        """Put a place, code, initials or editor on the newsroom's own list."""
        sentence = self.register.add(kind, value)
        self.conductor.set_house(self.register.house)
        self.settings = replace(self.settings, house_sheet=self.register.path)
        self.conductor.say(sentence)

    def _theme(self) -> Theme:
        wanted = self.settings.theme
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if wanted != "system":
            is_dark = wanted == "dark"
        return Theme.of(is_dark, self._fonts)

    def _redress(self) -> None:
        self.theme = self._theme()
        self._dress()
        self.window.set_theme(self.theme)
        self.card.set_theme(self.theme)

    def _dress(self) -> None:
        self._application.setPalette(self.theme.palette())
        self._application.setFont(self.theme.ui_font(13))
        self._application.setStyleSheet(self.theme.style_sheet())

    def _remember_choices(self, choices: ExportChoices) -> None:
        chosen = (choices.docx, choices.txt, choices.text_to_clipboard, choices.html_to_clipboard)
        forms = tuple(form for form, is_on in zip(EXPORT_FORMS, chosen, strict=True) if is_on)
        self.settings = replace(self.settings, export_forms=forms, export_folder=choices.folder)

    def _remember_folder(self, folder: str) -> None:
        self.settings = replace(self.settings, open_folder=folder)

    def _before_close(self) -> bool:
        """Keep everything, then end what runs beside the window; False where it shall stay."""
        window = self.window
        self.desk.note_all()
        if not self.journal.flush() and not self._may_lose():
            return False
        self.settings = replace(
            self.settings,
            geometry=bytes(window.saveGeometry().data()),
            columns=tuple(window.splitter.sizes()),
            desk_hidden=not window.is_desk_wanted,
            zoom=window.parts.page.zoom.percent,
        )
        save_quietly(settings_file(), self.settings)
        self._ages.stop()
        self.checking.shut_down()
        self.importing.shut_down()
        window.parts.ready_panel.shut_down()
        self.journal.close()
        return True

    def _may_lose(self) -> bool:
        """Ask before closing would cost what the journal could not take."""
        answer = ask(
            self.window,
            self.theme,
            self.tr("Perubahan terakhir belum tersimpan"),
            self.tr(
                "Jurnal belum dapat ditulis; bila jendela ditutup sekarang, perubahan itu hilang."
                " Ekspor dulu naskahnya ke tempat lain, atau perbaiki disknya."
            ),
            [("back", self.tr("Kembali ke naskah")), ("close", self.tr("Tutup saja"))],
        )
        return answer == "close"
