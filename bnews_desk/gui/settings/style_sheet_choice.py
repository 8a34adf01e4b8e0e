"""The choices of the page of the style sheet."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from bnews_desk.gui.settings.settings_context import SettingsContext
    from bnews_desk.gui.settings.style_sheet_page import StylePage


class StyleChoice(QObject):
    """Applies what the page says; a sheet that cannot be used changes nothing, and why is said.

    ``say`` tells how something went, ``open_file`` opens a file with the system's own program.
    """

    changed = Signal()
    """Another sheet is in use, and with it perhaps another dictionary."""

    def __init__(
        self,
        page: StylePage,
        parts: SettingsContext,
        say: Callable[[str], object],
        open_file: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._page, self._register, self._sheet = page, parts.register, parts.sheet
        self._say, self._over = say, parent
        page.choose_wanted.connect(self._choose)
        page.open_wanted.connect(lambda: open_file(self._register.path))
        page.copy_wanted.connect(self._begin_own)
        page.shipped_wanted.connect(self._use_shipped)
        self._show()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._over,
            self.tr("Gaya selingkung"),
            os.path.dirname(self._register.path),
            self.tr("Gaya selingkung (*.toml)"),
        )
        if path:
            said = self.tr("Gaya selingkung itu dipakai mulai sekarang.")
            self._tell(self._sheet.use(path), said)

    def _begin_own(self) -> None:
        said = self.tr("Gaya selingkung redaksi dibuat dan dipakai.")
        self._tell(self._sheet.begin_own(), said)

    def _use_shipped(self) -> None:
        self._tell(self._sheet.use(""), self.tr("Gaya selingkung bawaan dipakai."))

    def _tell(self, fault: str, said: str) -> None:
        self._say(fault or said)
        self._show()
        if not fault:
            self.changed.emit()

    def _show(self) -> None:
        register = self._register
        self._page.show_sheet(register.house.name, register.path, register.faults)
