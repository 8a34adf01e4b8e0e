"""The choices of the page of looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from bnews_desk.gui.editor.zoom import Zoom
    from bnews_desk.gui.settings.appearance_page import LooksPage
    from bnews_desk.gui.settings.stored_settings import StoredSettings


class AppearanceChoice(QObject):
    """Applies what the page says to the page's ``zoom``; colours are its owner's matter."""

    changed = Signal()
    """The window shall be dressed anew, as the settings say now."""

    def __init__(
        self, page: LooksPage, zoom: Zoom, remembered: StoredSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._page, self._zoom, self._remembered = page, zoom, remembered
        page.size_changed.connect(self._resize)
        page.theme_changed.connect(self._dress)
        self._show()

    def _resize(self, size: int) -> None:
        self._zoom.set_size(size)
        self._remembered.keep(zoom=self._zoom.percent)
        self._show()

    def _dress(self, theme: str) -> None:
        self._remembered.keep(theme=theme)
        self.changed.emit()

    def _show(self) -> None:
        zoom = self._zoom
        self._page.show_looks(zoom.size, zoom.percent, self._remembered.settings.theme)
