"""The dialog that tells the editor of a crash, whichever thread crashed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget

from bnews_desk.gui.shared.crash import is_running
from bnews_desk.gui.shared.question_dialog import QuestionDialog
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton


class CrashDialogs(QObject):
    """Shows one dialog at a time; a failure while it is open adds none.

    Made on the GUI thread. ``theme`` and ``window`` are called only when there is something to
    show, so that a failure can be told before there is a window.
    """

    _told = Signal(str)

    def __init__(
        self,
        report_folder: str,
        theme: Callable[[], Theme],
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._theme, self._window = report_folder, theme, window
        self._dialog: QuestionDialog | None = None
        self._told.connect(self._open, Qt.ConnectionType.QueuedConnection)

    @property
    def dialog(self) -> QuestionDialog | None:
        """The dialog that is open."""
        return self._dialog

    def show(self, text: str) -> None:
        """Show a text; returns at once while the window handles events, else once it was seen."""
        if is_running():
            self._told.emit(text)
        elif self._dialog is None:
            self._make(text).exec()
            self._forget()

    def _open(self, text: str) -> None:
        if self._dialog is None:
            dialog = self._make(text)
            dialog.finished.connect(self._forget)
            dialog.open()

    def _make(self, text: str) -> QuestionDialog:
        self._dialog = QuestionDialog(
            self._theme(),
            self.tr("Ada yang gagal"),
            text,
            [("on", self.tr("Mengerti")), ("folder", self.tr("Buka folder laporan"))],
            self._window(),
        )
        for words in self._dialog.findChildren(QLabel):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for button in self._dialog.findChildren(FilledButton):
            button.setFocus()  # words that can be selected have taken it
        return self._dialog

    def _forget(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        if dialog.answer == "folder":
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
        dialog.deleteLater()
