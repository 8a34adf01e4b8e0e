"""Builds the side panels, services and commands in small steps after the first paint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from bnews_desk.archive.sync.sync_file import SyncFile
    from bnews_desk.gui.archive.archive_features import ArchiveFeatures
    from bnews_desk.gui.archive.archive_service import ArchiveService
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.desk_features import DeskFeatures
    from bnews_desk.gui.desk.journal_signals import JournalSignals
    from bnews_desk.gui.findings.check_service import CheckService
    from bnews_desk.gui.findings.hover_card import HoverCard
    from bnews_desk.gui.findings.second_opinion_service import SecondOpinionService
    from bnews_desk.gui.findings.window_checker import CheckInputs
    from bnews_desk.gui.imports.import_arrivals import ImportArrivals
    from bnews_desk.gui.imports.import_service import ImportService
    from bnews_desk.gui.original.original_controller import OriginalController
    from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
    from bnews_desk.gui.settings.settings_controller import SettingsController
    from bnews_desk.gui.settings.stored_settings import StoredSettings
    from bnews_desk.gui.shared.theme import Theme
    from bnews_desk.gui.window.commands import Commands
    from bnews_desk.gui.window.main_window import DeskWindow
    from bnews_desk.gui.window.release_controller import ReleaseController
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.rules.rule import Rule

GRACE_MS = 40
"""Milliseconds after the first paint that are kept free for the first keys."""
BREATH_MS = 5
"""Milliseconds between two steps, for keys that have come meanwhile."""
LATEST_MS = 1500
"""Milliseconds after which the steps begin although nothing was painted."""


class DeferredSteps(QObject):
    """Runs one step after the other once ``first_painted`` has come, or all that are left at once.

    The steps come from an iterator; the work is done between its values.
    """

    def __init__(
        self, steps: Iterator[None], first_painted: SignalInstance, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self.is_done = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._step)
        self._next.start(LATEST_MS)
        first_painted.connect(self._begin)

    def finish(self) -> None:
        """Run all steps that are left."""
        self._next.stop()
        for _ in self._steps:
            pass
        self.is_done = True

    def _begin(self) -> None:
        if not self.is_done:
            self._next.start(GRACE_MS)

    def _step(self) -> None:
        for _ in self._steps:
            self._next.start(BREATH_MS)
            return
        self.is_done = True


SLOW_MODULES = (
    "bnews_desk.rules.checker",
    "bnews_desk.gui.imports.import_service",
    "bnews_desk.gui.findings.hover_card",
    "bnews_desk.gui.findings.findings_panel",
    "bnews_desk.gui.publish.ready_panel",
    "bnews_desk.gui.frame.frame_panel",
    "bnews_desk.gui.desk.desk_list",
    "bnews_desk.gui.editor.find_bar",
    "bnews_desk.gui.window.release_controller",
    "bnews_desk.gui.window.help_commands",
    "bnews_desk.gui.settings.dictionary_actions",
    "bnews_desk.gui.archive.archive_features",
    "bnews_desk.gui.desk.desk_features",
)
"""Modules that are imported in steps of their own, in this order."""


class WindowParts(QObject):
    """Makes panels, services and commands in small steps, or all at once where one is needed.

    ``theme`` gives the present theme, ``notices`` are sentences to show above the page. All parts
    are there after the last step, or after ``finish``.
    """

    checking: CheckService
    importing: ImportService
    arrivals: ImportArrivals
    card: HoverCard
    release_controller: ReleaseController
    commands: Commands
    original_controller: OriginalController
    opinions: SecondOpinionService
    archive_features: ArchiveFeatures
    desk_features: DeskFeatures
    settings_controller: SettingsController

    theme_changed = Signal()
    """The settings have chosen other colours."""

    def __init__(
        self,
        window: DeskWindow,
        desk: Desk,
        journal_signals: JournalSignals,
        register: NewsroomRegister,
        remembered: StoredSettings,
        archive: ArchiveService,
        sync_file: SyncFile,
        theme: Callable[[], Theme],
        notices: Sequence[str],
    ) -> None:
        super().__init__(window)
        self._archive, self._sync_file = archive, sync_file
        self._window, self._desk, self._journal_signals = window, desk, journal_signals
        self._register, self._remembered, self._theme = register, remembered, theme
        self._notices = notices
        self._rules: dict[str, Rule] = {}
        self._steps = DeferredSteps(self._all_steps(), window.first_painted, self)

    def finish(self) -> None:
        """Make what is not made yet."""
        self._steps.finish()

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self._age_timer.stop()
        self.desk_features.shut_down()
        self.settings_controller.shut_down()
        self._archive_password.shut_down()
        self.archive_features.shut_down()
        self.original_controller.shut_down()
        self.opinions.shut_down()
        self._import_features.shut_down()
        self._print_commands.shut_down()
        self.checking.shut_down()
        self.importing.shut_down()
        self.arrivals.close()
        self._window.parts.ready_panel.shut_down()

    def _all_steps(self) -> Iterator[None]:
        for _ in self._load():
            yield
        for _ in self._make_parts():
            yield
        self._make_release_controller()
        self._make_helpers()
        self._make_commands()
        self._connect()
        for notice in self._notices:
            self._window.parts.notice.show_notice(notice, severity="warn")

    def _load(self) -> Iterator[None]:
        """Import the modules that take long to load."""
        for name in SLOW_MODULES:
            import_module(name)
            yield
        self._update_rules(self._register.house)
        yield

    def _update_rules(self, house: HouseStyle) -> None:
        """Fill the table of rules that panel, card and dialogs share."""
        from bnews_desk.rules.catalogue import rules_of

        self._rules.clear()
        self._rules.update({rule.id: rule for rule in rules_of(house)})

    def _make_parts(self) -> Iterator[None]:
        from bnews_desk.gui.desk.desk_list import DeskList
        from bnews_desk.gui.editor.find_bar import FindBar
        from bnews_desk.gui.editor.selection_bar import SelectionBar
        from bnews_desk.gui.findings.findings_panel import FindingsPanel
        from bnews_desk.gui.frame.frame_panel import FramePanel
        from bnews_desk.gui.publish.ready_panel import ReadyPanel
        from bnews_desk.gui.window.empty_page import EmptyPage
        from bnews_desk.gui.window.empty_panels import EmptyPanels
        from bnews_desk.gui.window.main_window import WindowWidgets
        from bnews_desk.gui.window.notice_bar import NoticeBar

        theme, house, front = self._theme(), self._register.house, self._window.front
        desk_list, notice = DeskList(theme), NoticeBar(theme)
        find_bar = FindBar(theme, front.page)
        empty_page, empty_panels = EmptyPage(theme), EmptyPanels(theme)
        yield
        findings = FindingsPanel(theme, self._rules)
        ready_panel = ReadyPanel(theme, house, self._remembered.export_choices())
        yield
        frame_panel = FramePanel(theme, house)
        yield
        parts = WindowWidgets(
            *front,
            notice=notice,
            desk_list=desk_list,
            find_bar=find_bar,
            empty_page=empty_page,
            frame_panel=frame_panel,
            findings=findings,
            ready_panel=ready_panel,
            empty_panels=empty_panels,
        )
        self._window.set_widgets(parts, theme)
        SelectionBar(theme, front.page)

    def _make_release_controller(self) -> None:
        from bnews_desk.gui.archive.archive_features import ArchiveFeatures
        from bnews_desk.gui.findings.check_service import CheckService
        from bnews_desk.gui.findings.hover_card import HoverCard
        from bnews_desk.gui.findings.second_opinion_service import SecondOpinionService
        from bnews_desk.gui.findings.window_checker import make_checker
        from bnews_desk.gui.imports.import_arrivals import ImportArrivals
        from bnews_desk.gui.imports.import_features import ImportFeatures
        from bnews_desk.gui.imports.import_service import ImportService
        from bnews_desk.gui.settings.dictionary_pair import UserDictionaries
        from bnews_desk.gui.window.release_controller import ReleaseController

        house, window = self._register.house, self._window
        dictionaries = self._dictionaries = UserDictionaries(self._register.path, house)
        opinions = self.opinions = SecondOpinionService(parent=self)
        self.checking = CheckService(
            lambda style, pause: make_checker(style, pause, dictionaries.words, opinions),
            house,
            self._at_hand,
            self,
        )
        self.importing = ImportService(house, self)
        self.card = HoverCard(self._theme(), self._rules, window)
        self.arrivals = ImportArrivals(window, self.importing, house, self._theme)
        self.release_controller = ReleaseController(
            window,
            self._desk,
            self.checking,
            self.importing,
            self.arrivals,
            self._journal_signals,
            self.card,
            house,
        )
        self.release_controller.intake.folder = self._remembered.settings.open_folder
        opinions.attach(self.release_controller, self._remembered.settings)
        self._import_features = ImportFeatures(self.release_controller, self._archive, self._theme)
        self.archive_features = ArchiveFeatures(
            self.release_controller,
            self._archive,
            self._sync_file,
            self._journal_signals,
            dictionaries,
            self._register,
        )

    def _make_helpers(self) -> None:
        """Make the objects that each do one kind of work for the editor."""
        from bnews_desk.gui.desk.desk_features import DeskFeatures
        from bnews_desk.gui.findings.ignore_actions import IgnoreActions
        from bnews_desk.gui.findings.official_actions import OfficialActions
        from bnews_desk.gui.original.original_controller import OriginalController
        from bnews_desk.gui.publish.print_commands import PrintCommands
        from bnews_desk.gui.settings.archive_password_move import ArchivePassword
        from bnews_desk.gui.settings.dictionary_actions import DictionaryActions
        from bnews_desk.gui.settings.style_sheet_controller import StyleSheetController
        from bnews_desk.gui.window.help_commands import HelpCommands

        self._sheet = StyleSheetController(
            self.release_controller, self._register, self._remembered
        )
        self._ignore_actions = IgnoreActions(
            self.release_controller, self._register, self._sheet.remember_sheet
        )
        OfficialActions(
            self.release_controller, self._register, self._sheet.remember_sheet, self._theme
        )
        self._help_commands = HelpCommands(
            self.release_controller, self._ignore_actions, self._register, self._rules, self._theme
        )
        self._dictionary_actions = DictionaryActions(
            self.release_controller, self._register, self._dictionaries, self._theme
        )
        self._print_commands = PrintCommands(
            self.release_controller, self._register, self._theme, self._remembered.export_choices
        )
        reader, original = self._register.reader, self._import_features.originals
        self.original_controller = OriginalController(
            self.release_controller, self._remembered, reader, original, self._theme
        )
        self.desk_features = DeskFeatures(
            self.release_controller, self.archive_features, self._remembered, reader, self._theme
        )
        self._archive_password = ArchivePassword(self)
        for told in (self._archive_password.kept, self._archive_password.failed):
            told.connect(lambda _address, sentence: self.release_controller.show_status(sentence))
        self._archive_password.move_out_of_settings(self._remembered)
        self.settings_controller = self._make_settings_controller()

    def _make_commands(self) -> None:
        """Make every command, then palette and guide, which list them."""
        from bnews_desk.gui.window.command_table import CommandTable
        from bnews_desk.gui.window.commands import Commands, Group

        whence = [*self.original_controller.commands(), *self._import_features.commands()]
        last = [
            *self.archive_features.commands(),
            Group(self.tr("Asal naskah"), whence),
            Group(self.tr("Meja dan arsip"), self.desk_features.commands()),
            None,
            *self._print_commands.commands(),
            None,
            *self._dictionary_actions.commands(),
            *self.settings_controller.commands(),
            *self._help_commands.commands(),
        ]
        table = CommandTable(self.release_controller).lines(last)
        self.commands = Commands(self._window, table)
        self._help_commands.set_commands(self.commands)
        self.desk_features.connect_commands(self.commands)

    def _at_hand(self) -> CheckInputs | None:
        """What the next check looks at."""
        from bnews_desk.gui.findings.window_checker import check_inputs

        return check_inputs(
            self._desk,
            self.archive_features.related_controller.titles,
            self._import_features.earlier,
        )

    def _make_settings_controller(self) -> SettingsController:
        from bnews_desk.gui.settings.settings_context import SettingsContext
        from bnews_desk.gui.settings.settings_controller import SettingsController

        parts = SettingsContext(
            self._register,
            self._sheet,
            self._dictionaries,
            self.opinions,
            self.desk_features.inbox,
            self._remembered,
            self._archive_password,
        )
        made = SettingsController(
            self.release_controller, parts, self._dictionary_actions.show_dictionaries, self._theme
        )
        made.theme_changed.connect(self.theme_changed)
        return made

    def _connect(self) -> None:
        from bnews_desk.gui.desk.desk_features import AgeRefreshTimer
        from bnews_desk.gui.findings.decision_counter import DecisionCounter
        from bnews_desk.gui.settings.dictionary_actions import DictionaryWatch

        window, parts = self._window, self._window.parts
        parts.top_bar.menu_wanted.connect(lambda: parts.top_bar.open_menu(self.commands.menu))
        QShortcut(QKeySequence(Qt.Key.Key_F10), window, parts.top_bar.menu_wanted.emit)
        parts.page.zoom.changed.connect(parts.status.set_zoom)
        parts.status.zoom_clicked.connect(parts.page.zoom.reset)
        parts.status.set_zoom(parts.page.zoom.percent)
        parts.frame_panel.register_wanted.connect(self._sheet.add)
        parts.ready_panel.choices_changed.connect(self._remembered.remember_export_choices)
        self.release_controller.intake.folder_changed.connect(self._remembered.remember_open_folder)
        self.release_controller.house_changed.connect(self._update_rules)
        self._decisions = DecisionCounter(
            parts.findings,
            self.card,
            self._ignore_actions,
            self._dictionary_actions,
            lambda: self._desk.current,
        )
        self._dictionary_watch = DictionaryWatch(
            self.release_controller, self._dictionary_actions, self._dictionaries
        )
        parts.findings.about_wanted.connect(self._help_commands.explain_rule)
        self.card.about_wanted.connect(self._help_commands.explain_rule)
        self._desk.current_changed.connect(
            lambda release: self.commands.set_release_open(release is not None)
        )
        self.commands.set_release_open(self._desk.current is not None)
        own = (QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
        parts.page.leave_to_window(keys for keys in self.commands.shortcuts() if keys not in own)
        self._age_timer = AgeRefreshTimer(self.release_controller)
        for known in (
            self._import_features.earlier.original_loaded,
            self._import_features.earlier.original_missing,
        ):
            known.connect(self._check_against_original)

    def _check_against_original(self, key: str) -> None:
        if self._desk.current is not None and self._desk.current.key == key:
            self.checking.check_now()
