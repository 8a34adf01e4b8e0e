"""The page's own commands with their keys: for menus, bars and the palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class PageCommands(QObject):
    """Actions that work while the page has the focus."""

    def __init__(
        self,
        page: QWidget,
        *,
        bold: Callable[[], None],
        italic: Callable[[], None],
        link: Callable[[], None],
        zoom: Callable[[int], None],
        find: Callable[[bool], None],
        open_finding: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self.bold = self._make(self.tr("Tebal"), bold, "Ctrl+B")
        self.italic = self._make(self.tr("Miring"), italic, "Ctrl+I")
        self.link = self._make(self.tr("Tautan…"), link, "Ctrl+K")
        self.zoom_in = self._make(self.tr("Perbesar"), lambda: zoom(1), "Ctrl++", "Ctrl+=")
        self.zoom_out = self._make(self.tr("Perkecil"), lambda: zoom(-1), "Ctrl+-")
        self.zoom_reset = self._make(self.tr("Ukuran biasa"), lambda: zoom(0), "Ctrl+0")
        self.find = self._make(self.tr("Cari…"), lambda: find(False), "Ctrl+F")
        self.replace = self._make(self.tr("Cari dan ganti…"), lambda: find(True), "Ctrl+H")
        self.open_finding = self._make(self.tr("Buka temuan"), open_finding, "Ctrl+.")

    def _make(self, text: str, act: Callable[[], None], *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self._page.addAction(action)
        return action
