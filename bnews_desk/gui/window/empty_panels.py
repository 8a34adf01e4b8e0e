"""The right column while no release is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import SeparatorLine, label


class EmptyPanels(ThemedWidget, QWidget):
    """The headings of Kelengkapan and Temuan, each with a sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heads = (label(self.tr("Kelengkapan"), "head"), label(self.tr("Temuan"), "head"))
        texts = (
            self.tr(
                "Tempat, kode rilis, inisial, dan editor dibaca dari naskah, lalu dapat dibetulkan"
                " di sini."
            ),
            self.tr(
                "Ejaan, tanggal, angka, dan gaya selingkung yang perlu dilihat. Setiap perbaikan"
                " dapat diurungkan."
            ),
        )
        self._texts = tuple(label(text, "help", "ink2") for text in texts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (head, text) in enumerate(zip(self._heads, self._texts, strict=True)):
            text.setWordWrap(True)
            part = QVBoxLayout()
            part.setContentsMargins(16, 12, 16, 16)
            part.setSpacing(14)
            part.addWidget(head)
            part.addWidget(text)
            part.addStretch(1)
            column.addLayout(part, number + 1)
            if number == 0:
                column.addWidget(SeparatorLine(self))
        self.apply_theme()

    def apply_theme(self) -> None:
        for head, text in zip(self._heads, self._texts, strict=True):
            head.setFont(self._theme.ui_font(13, 600))
            text.setFont(self._theme.ui_font(12))
