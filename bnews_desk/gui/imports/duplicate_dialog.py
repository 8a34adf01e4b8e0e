"""A release beside the earlier one that it is like: is it the same?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton, QuietButton
from bnews_desk.gui.versions.two_texts import ComparedText, TwoTexts
from bnews_desk.gui.versions.two_texts_dialog import TwoTextsDialog, intro_label

SIZE = (1100, 680)


class DuplicateDialog(TwoTextsDialog):
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
        super().__init__(SIZE, parent)
        tr = self.tr
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rilis serupa"))
        self.lead = intro_label()
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
        left, right = (self.dismiss,), (self.open_old, self.go_on)
        self.lay_out(self.lead, self.texts, left=left, right=right)

    def show_texts(self, said: str, old: ComparedText, new: ComparedText) -> None:
        """Show both, and say how alike they are."""
        self.lead.setText(said)
        self.texts.show_texts(old, new)
        self.go_on.setFocus()
