"""Help commands: command palette, key guide, message log, ignored findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from bnews_desk.gui.findings.ignore_actions import IgnoreActions
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command, Commands
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.release import Ignore
from bnews_desk.rules.rule import Rule

if TYPE_CHECKING:
    from bnews_desk.gui.findings.ignored_dialog import IgnoredDialog

LOG_SIZE = (560, 420)


class HelpCommands(QObject):
    """Opens the help windows over the main window; ``theme`` gives the present theme."""

    def __init__(
        self,
        controller: ReleaseController,
        ignore_actions: IgnoreActions,
        register: NewsroomRegister,
        rules: Mapping[str, Rule],
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller)
        self._controller, self._ignore_actions, self._register = (
            controller,
            ignore_actions,
            register,
        )
        self._rules, self._theme = rules, theme
        self._window = controller.window
        self._commands: Commands | None = None

    def commands(self) -> list[Command]:
        """The commands that open these windows."""
        return [
            Command("ignored", self.tr("Yang diabaikan…"), (), self.show_ignored),
            Command("log", self.tr("Catatan pesan…"), (), self.show_log),
            Command("palette", self.tr("Semua perintah…"), ("Ctrl+Shift+P",), self.show_palette),
            Command("guide", self.tr("Panduan"), ("F1",), self.show_guide),
        ]

    def set_commands(self, commands: Commands) -> None:
        """Take the table of commands, for palette and guide."""
        self._commands = commands

    def explain_rule(self, rule_id: str) -> None:
        """Show a rule's record; LanguageTool's rules have none, which is said."""
        from bnews_desk.gui.findings.rule_explanation_dialog import RuleExplanationDialog

        rule = self._rules.get(rule_id)
        if rule is None:
            told = self.tr("Temuan ini dari LanguageTool, menurut aturannya {0}.")
            self._controller.show_status(told.format(rule_id.removeprefix("lt-")))
            return
        RuleExplanationDialog(self._theme(), rule, self._window).open()

    def show_palette(self) -> None:
        """Open the list of all commands."""
        from bnews_desk.gui.window.command_palette import CommandPalette

        CommandPalette(self._theme(), self._actions(), self._window).open()

    def show_guide(self) -> None:
        """Open the page of keys and the main way."""
        from bnews_desk.gui.window.key_guide import SIZE, key_guide

        actions = list(self._actions())
        self._read(self.tr("Panduan singkat"), lambda theme: key_guide(theme, actions), SIZE)

    def show_log(self) -> None:
        """Show the messages of the status line, the newest first."""
        log = self._window.parts.status.log
        lines = [f"<p><b>{m.at:%H.%M.%S}</b> &nbsp; {escape(m.text)}</p>" for m in reversed(log)]
        page = "".join(lines) or f"<p>{escape(self.tr('Belum ada pesan.'))}</p>"
        self._read(self.tr("Catatan pesan"), lambda _theme: page, LOG_SIZE)

    def show_ignored(self) -> None:
        """List what newsroom and release ignore."""
        from bnews_desk.gui.findings.ignored_dialog import IgnoredDialog

        dialog = IgnoredDialog(self._theme(), self._rules, self._window)
        dialog.mark_again.connect(self._mark_again)
        dialog.mark_again.connect(lambda *_: self._fill(dialog))
        self._fill(dialog)
        dialog.open()

    def _read(self, title: str, page: Callable[[Theme], str], size: tuple[int, int]) -> None:
        from bnews_desk.gui.shared.reading_dialog import ReadingDialog

        ReadingDialog(self._theme(), title, page, size, self._window).open()

    def _fill(self, dialog: IgnoredDialog) -> None:
        release = self._controller.desk.current
        ignores = release.document.release().ignores if release else frozenset()
        dialog.show_ignores(self._register.house.ignores, ignores)

    def _mark_again(self, ignore: Ignore, reach: IgnoreScope) -> None:
        release = self._controller.desk.current
        if reach is IgnoreScope.NEWSROOM:
            self._ignore_actions.mark_again(ignore)
        elif release is not None:
            self._ignore_actions.mark_again_in(release, ignore)

    def _actions(self) -> list[QAction]:
        """Every command in its order, then those of the page alone."""
        if self._commands is None:
            return []
        own = self._window.parts.page.commands
        rest = (own.bold, own.italic, own.link, own.open_finding)
        return [*self._commands.all, *rest]
