"""Context menu and keys of a row of the desk list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QListView, QMenu

from bnews_desk.archive.release_progress import STAGES, Stage
from bnews_desk.gui.desk.desk_list_model import DeskEntry
from bnews_desk.gui.desk.stage_labels import stage_icon, stage_name
from bnews_desk.gui.shared.theme import Theme


class ReleaseContextMenu(QObject):
    """The menu of a row, and its keys: 1 to 4 set the stage, V shows the versions.

    ``entry`` gives the focused row, None where there is none.
    """

    open_wanted = Signal(str)
    stage_wanted = Signal(str, str)
    """A key, and the stage that the editor gives that release."""
    versions_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(
        self, view: QListView, theme: Theme, entry: Callable[[], DeskEntry | None]
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view, self._entry = view, entry
        self.menu = QMenu(view)
        self._add(self.menu, self.tr("Buka"), "", self.open_wanted.emit)
        self._stages = self._stage_menu()
        self._add(self.menu, self.tr("Versi…"), "V", self.versions_wanted.emit)
        self.menu.addSeparator()
        self._add(self.menu, self.tr("Ke tempat sampah"), "Del", self.removal_wanted.emit)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)
        self.apply_theme()

    def apply_theme(self) -> None:
        for stage, action in self._stages.items():
            action.setIcon(self._theme.icon(*stage_icon(stage)))

    def _stage_menu(self) -> dict[Stage, QAction]:
        menu = self.menu.addMenu(self.tr("Status"))
        group = QActionGroup(menu)
        stages: dict[Stage, QAction] = {}
        for number, stage in enumerate(STAGES, 1):
            put = partial(self._send_stage, stage)
            action = stages[stage] = self._add(menu, stage_name(stage), str(number), put)
            action.setCheckable(True)
            group.addAction(action)
        return stages

    def _send_stage(self, stage: Stage, key: str) -> None:
        self.stage_wanted.emit(key, stage)

    def _add(self, menu: QMenu, text: str, key: str, do: Callable[[str], object]) -> QAction:
        """Add an action to the menu, and to the list where it has a key."""
        action = menu.addAction(text)
        action.triggered.connect(lambda: self._do(do))
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._view.addAction(action)
        return action

    def _do(self, do: Callable[[str], object]) -> None:
        entry = self._entry()
        if entry is not None:
            do(entry.key)

    def _open(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if index.isValid():
            self._view.setCurrentIndex(index)
        entry = self._entry()
        if entry is None:
            return
        self._stages[entry.state].setChecked(True)
        self.menu.popup(self._view.viewport().mapToGlobal(place))
