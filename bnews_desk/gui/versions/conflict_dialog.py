"""The dialog of a conflict: both texts side by side, and the choice which of them is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import QuietButton
from bnews_desk.gui.versions.two_texts import ComparedText, TwoTexts
from bnews_desk.gui.versions.two_texts_dialog import TwoTextsDialog, intro_label

SIZE = (1100, 680)


class ConflictDialog(TwoTextsDialog):
    """Shows theirs on the left and mine on the right; until a choice is made both are kept."""

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
        super().__init__(SIZE, parent)
        self.setWindowTitle(self.tr("Naskah diubah dari dua jendela"))
        said = self.tr(
            "Naskah ini diubah di sini dan dari jendela lain. Pilih teks yang dipakai; yang tidak"
            " dipakai tetap tersimpan sebagai versi."
        )
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
        choices = (self.theirs, self.both, self.mine)
        self.lay_out(intro_label(said), self.texts, left=(self.later,), right=choices)

    def show_texts(self, theirs: ComparedText, mine: ComparedText) -> None:
        """Show both texts."""
        self.texts.show_texts(theirs, mine)
        self.later.setFocus()
