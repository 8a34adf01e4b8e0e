"""Two hands on one release: both texts side by side, and which of them goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.dialogs.keyboard import gives_keyboard_back
from bnews_desk.gui.dialogs.reading import fitting
from bnews_desk.gui.page.zoom import Zoom
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.versions.two_texts import Text, TwoTexts
from bnews_desk.gui.widgets import QuietButton, Rule, label

SIZE = (1100, 680)


class ConflictDialog(QDialog):
    """Shows theirs at the left and mine at the right; until something is chosen both stay."""

    mine_chosen = Signal()
    theirs_chosen = Signal()
    both_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        zoom: Zoom,
        reader: Callable[[], FrameReader],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self.setWindowTitle(self.tr("Naskah diubah dari dua jendela"))
        self.resize(fitting(QSize(*SIZE), parent))
        lead = self.tr(
            "Naskah ini diubah di sini dan dari jendela lain. Pilih teks yang dipakai; yang tidak"
            " dipakai tetap tersimpan sebagai versi."
        )
        self._lead = label(lead, ink="ink2")
        self._lead.setWordWrap(True)
        self._lead.setContentsMargins(16, 12, 16, 12)
        self.texts = TwoTexts(theme, zoom, reader, self)
        tr = self.tr
        self.mine = QuietButton(theme, tr("Pakai teks saya"))
        self.theirs = QuietButton(theme, tr("Pakai teks mereka"))
        about = tr("Teks mereka tetap di naskah ini, teks Anda menjadi naskah baru")
        self.both = QuietButton(theme, tr("Pakai keduanya"), about=about)
        self.later = QuietButton(theme, tr("Nanti saja"))
        for button, chosen in (
            (self.mine, self.mine_chosen),
            (self.theirs, self.theirs_chosen),
            (self.both, self.both_chosen),
        ):
            button.clicked.connect(chosen)
            button.clicked.connect(self.accept)
        self.later.clicked.connect(self.reject)
        self._lay_out()

    def show_texts(self, theirs: Text, mine: Text) -> None:
        """Show both texts."""
        self.texts.show_texts(theirs, mine)
        self.later.setFocus()

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
        foot.addWidget(self.later)
        foot.addStretch(1)
        for button in (self.theirs, self.both, self.mine):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._lead)
        whole.addWidget(Rule())
        whole.addWidget(self.texts, 1)
        whole.addWidget(Rule())
        whole.addLayout(foot)
