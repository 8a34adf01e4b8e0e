"""The settings dialog: a list of pages and the selected page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.settings.settings_page import SettingsPage
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.reading_dialog import fitting
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import ElidedLabel, QuietButton, SeparatorLine

SIZE = (760, 560)
LIST_WIDTH = 176
ROW_HEIGHT = 32


class SettingsDialog(QDialog):
    """Holds the pages; changes take effect at once, so that there is only *Tutup*.

    Esc closes the dialog too. The arrow keys in the list change pages.
    """

    def __init__(
        self, theme: Theme, pages: Sequence[SettingsPage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self._theme, self.pages = theme, tuple(pages)
        self.setModal(True)
        self.setWindowTitle(self.tr("Setelan"))
        self.setAccessibleName(self.windowTitle())
        self.resize(fitting(QSize(*SIZE), parent))
        self.list = QListWidget(self)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setProperty("ground", "side")
        self.list.setObjectName("settingsPages")
        self.list.setAccessibleName(self.tr("Halaman setelan"))
        self.stack = QStackedWidget(self)
        for page in self.pages:
            item = QListWidgetItem(page.title, self.list)
            item.setSizeHint(QSize(LIST_WIDTH - 12, ROW_HEIGHT))
            self.stack.addWidget(page)
        self._said = ElidedLabel("", "help", "ink2", self)
        self.close_button = QuietButton(
            theme, self.tr("Tutup"), about=self.tr("Semua sudah tersimpan (Esc)")
        )
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self.list.currentRowChanged.connect(self._turn)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def show_page(self, page: SettingsPage) -> None:
        """Select a page."""
        self.list.setCurrentRow(self.pages.index(page))

    def show_status(self, sentence: str) -> None:
        """Show one sentence beside *Tutup* until another page is selected."""
        self._said.setText(sentence)

    def status_text(self) -> str:
        """The sentence shown."""
        return self._said.text()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.list)
        middle.addWidget(SeparatorLine(is_upright=True))
        middle.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(SeparatorLine())
        column.addLayout(foot)

    def _turn(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self.show_status("")
