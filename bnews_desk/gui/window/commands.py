"""Builds the menu and the shortcuts from a table of commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class Command(NamedTuple):
    """A command; ``keys`` are its shortcuts, of which the menu shows the first.

    ``in_menu`` is False for what only keys and the palette run.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    do: Callable[[], object]
    needs_release: bool = False
    in_menu: bool = True


class Group(NamedTuple):
    """Commands in a submenu of that name."""

    text: str
    lines: Sequence[Command | QAction | None]


class Commands:
    """The actions of one window's commands, and the menu under ≡.

    ``all`` are the actions in order, those of other parts among them; ``needing`` are those that
    need a release.
    """

    def __init__(self, window: QWidget, lines: Sequence[Command | QAction | Group | None]) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.needing: list[QAction] = []
        self.all: list[QAction] = []
        self.menu = QMenu(window)
        for line in lines:
            if isinstance(line, Group):
                group = self.menu.addMenu(line.text)
                for inside in line.lines:
                    self._add(group, inside)
            else:
                self._add(self.menu, line)

    def _add(self, menu: QMenu, line: Command | QAction | None) -> None:
        if line is None:
            menu.addSeparator()
            return
        action = line if isinstance(line, QAction) else self._made(line)
        self.all.append(action)
        if isinstance(line, QAction) or line.in_menu:
            menu.addAction(action)
        if isinstance(line, QAction) or line.needs_release:
            self.needing.append(action)

    def _made(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.triggered.connect(lambda _checked=False, do=command.do: do())
        self._window.addAction(action)
        self._actions[command.name] = action
        return action

    def __getitem__(self, name: str) -> QAction:
        """The action of the command of that name."""
        return self._actions[name]

    def shortcuts(self) -> list[QKeySequence]:
        """Every shortcut of the window's own commands."""
        return [keys for action in self._actions.values() for keys in action.shortcuts()]

    def set_release_open(self, is_open: bool) -> None:
        """Enable what needs a release only while one is open."""
        for action in self.needing:
            action.setEnabled(is_open)
