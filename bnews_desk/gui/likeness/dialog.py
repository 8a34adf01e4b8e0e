"""A release beside the earlier one that it is like: is it the same?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.dialogs.keyboard import gives_keyboard_back
from bnews_desk.gui.dialogs.reading import fitting
from bnews_desk.gui.page.zoom import Zoom
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.versions.two_texts import Text, TwoTexts
from bnews_desk.gui.widgets import FilledButton, QuietButton, Rule, label

SIZE = (1100, 680)


class LikenessDialog(QDialog):
    """Shows the earlier release at the left, the new one at the right; Esc changes nothing."""

    open_wanted = Signal()
    """The earlier release is to be opened in the place of the new one."""
    dismissed = Signal()
    """They are not the same release."""

    def __init__(
        self,
        theme: Theme,
        zoom: Zoom,
        reader: Callable[[], FrameReader],
        open_about: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = self.tr
        gives_keyboard_back(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rilis serupa"))
        self.resize(fitting(QSize(*SIZE), parent))
        self.lead = label("", ink="ink2")
        self.lead.setWordWrap(True)
        self.lead.setContentsMargins(16, 12, 16, 12)
        self.texts = TwoTexts(theme, zoom, reader, self)
        self.open_old = QuietButton(theme, tr("Buka yang lama"), about=open_about)
        self.dismiss = QuietButton(
            theme, tr("Bukan rilis yang sama"), about=tr("Jangan tunjukkan lagi kemiripan ini")
        )
        self.go_on = FilledButton(theme, tr("Kembali"), about=tr("Tidak ada yang berubah (Esc)"))
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.reject)
        for button, wanted in (
            (self.open_old, self.open_wanted),
            (self.dismiss, self.dismissed),
        ):
            button.clicked.connect(self.accept)
            button.clicked.connect(wanted)
        self._lay_out()

    def show_texts(self, said: str, old: Text, new: Text) -> None:
        """Show both, and say how alike they are."""
        self.lead.setText(said)
        self.texts.show_texts(old, new)
        self.go_on.setFocus()

    def done(self, result: int) -> None:
        """End what compares beside the window."""
        self.texts.shut_down()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """End what compares beside the window."""
        self.texts.shut_down()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(8)
        foot.addWidget(self.dismiss)
        foot.addStretch(1)
        foot.addWidget(self.open_old)
        foot.addWidget(self.go_on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.lead)
        whole.addWidget(Rule())
        whole.addWidget(self.texts, 1)
        whole.addWidget(Rule())
        whole.addLayout(foot)
