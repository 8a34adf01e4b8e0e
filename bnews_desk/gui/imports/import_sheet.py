"""The import sheet: parts on the left, receipt on the right; Enter imports what is ticked."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.gui.imports.parts_list import PartsList
from bnews_desk.gui.imports.receipt_column import ReceiptColumn
from bnews_desk.gui.shared.icons import ALONE
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.reading_dialog import fitting
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import (
    ElidedLabel,
    FilledButton,
    IconButton,
    QuietButton,
    SeparatorLine,
    label,
)
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.recognised_parts import RecognisedParts
from bnews_desk.importers.parts.subject_headline import MailSubject, take_parts_under_subject

DARKNESS = QColor(20, 20, 20, 90)


class SheetBackdrop(QWidget):
    """Darkens a window, following its size, from ``cover`` until it is hidden."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        window.installEventFilter(self)

    def cover(self) -> None:
        """Cover the whole window."""
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Darken what is below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), DARKNESS)
        painter.end()

    def _fit(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())


SIZE = (960, 628)
RECEIPT_WIDTH = 316
NARROW_RECEIPT = 248
NARROW = 900
"""Width in px of the sheet below which the receipt is narrow."""
_LINES_INDEX = 2
"""The parts' index in the sheet's column; ``show_lines`` inserts lines before them."""


class Arrival(NamedTuple):
    """An imported release that waits for its sheet.

    ``form`` is the name of its format, ``original`` the imported bytes; ``subject`` is its mail's
    subject when that may be the headline.
    """

    name: str
    form: str
    imported: ImportedRelease
    recognised: RecognisedParts
    original: bytes
    subject: MailSubject | None = None


class ImportSheet(ThemedWidget, QDialog):
    """Shows one arrival after the other; it stays open until ``end`` is called.

    Enter imports what is ticked, Esc declines the release.
    """

    taken = Signal(object, object)
    """An ``Arrival``, and the ``ImportedRelease`` with the parts that the editor ticked."""
    left = Signal(object)
    """An ``Arrival`` that the editor declined."""
    import_all_wanted = Signal()
    """Import all waiting releases with their default ticks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        gives_keyboard_back(self)
        self._theme = theme
        self._arrival: Arrival | None = None
        self._backdrop = SheetBackdrop(parent)
        self.parts: PartsList | None = None
        self._receipt: ReceiptColumn | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setProperty("ground", "sheet")
        self.setWindowTitle(self.tr("Impor rilis"))
        size = fitting(QSize(*SIZE), parent)
        self.setFixedSize(size)
        self._receipt_width = RECEIPT_WIDTH if size.width() >= NARROW else NARROW_RECEIPT
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._lines: QWidget | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(SeparatorLine())
        column.addLayout(self._middle, 1)
        column.addWidget(SeparatorLine())
        column.addWidget(self._foot())

    def apply_theme(self) -> None:
        self._show_shape()

    def show_count(self, number: int, count: int) -> None:
        """Show that this is sheet ``number`` of ``count``."""
        self.count.setText(self.tr("{0} dari {1}").format(number, count) if count > 1 else "")

    def show_arrival(self, arrival: Arrival) -> None:
        """Show a release with its parts and its receipt."""
        self._clear()
        self._arrival = arrival
        self.parts = PartsList(self._theme, arrival.imported, arrival.recognised, arrival.subject)
        self._receipt = ReceiptColumn(self._theme, arrival.name, arrival.form, arrival.imported)
        self._receipt.setFixedWidth(self._receipt_width)
        self._middle.addWidget(self.parts, 1)
        self._middle.addWidget(SeparatorLine(is_upright=True))
        self._middle.addWidget(self._receipt)
        self.parts.changed.connect(self._describe_ticks)
        self._describe_ticks()
        ticks = self.parts.ticks()
        (ticks[0] if ticks else self.take).setFocus(Qt.FocusReason.TabFocusReason)

    def show_lines(self, lines: QWidget) -> None:
        """Show lines above the parts of the present release."""
        if self._arrival is not None:
            self._lines = lines
            self._column.insertWidget(_LINES_INDEX, lines)

    def show_waiting(self, waiting: int) -> None:
        """Offer to import all at once when more releases wait."""
        self.rest.setVisible(waiting > 0)
        self.rest.setText(self.tr("Impor semua ({0})").format(waiting + 1))

    def accept(self) -> None:
        """Import what is ticked."""
        if self._arrival is None or self.parts is None:
            return
        arrival, parts = self._arrival, self.parts
        made = take_parts_under_subject(
            parts.headline(), arrival.imported, parts.choices(), parts.left_photos()
        )
        self.taken.emit(arrival, made)

    def reject(self) -> None:
        """Decline this release."""
        if self._arrival is not None:
            self.left.emit(self._arrival)

    def end(self) -> None:
        """Close the sheet for good."""
        self._arrival = None
        self._backdrop.hide()
        self._backdrop.deleteLater()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Centre the sheet on the window and darken the window."""
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None:
            middle = window.mapToGlobal(window.rect().center())
            self.move(middle - QPoint(self.width() // 2, self.height() // 2))
        self._backdrop.cover()

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(48)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(10)
        title = label(self.tr("Impor rilis"), "head", parent=head)
        title.setFont(self._theme.ui_font(15, 600))
        self.count = label("", "help", "ink2", head)
        self._close = IconButton(
            self._theme, "close", self.tr("Batal"), self.tr("Rilis ini tidak diimpor"), head
        )
        self._close.clicked.connect(self.reject)
        row.addWidget(title)
        row.addWidget(ElidedLabel(self.tr("Yang dicentang masuk ke naskah."), "help", "ink2"), 1)
        row.addWidget(self.count)
        row.addWidget(self._close)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setFixedHeight(56)
        foot.setProperty("ground", "bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        self._shape = QLabel(foot)
        self._show_shape()
        kept = self.tr("Rilis asli disimpan utuh, termasuk bagian yang tidak dicentang.")
        row.addWidget(self._shape)
        row.addWidget(ElidedLabel(kept, "help", "ink2"), 1)
        self.rest = QuietButton(
            self._theme, "", about=self.tr("Semua rilis yang menunggu, dengan centang bawaannya")
        )
        self.rest.hide()
        self._cancel = QuietButton(
            self._theme, self.tr("Batal"), about=self.tr("Rilis ini tidak diimpor (Esc)")
        )
        self.take = FilledButton(self._theme, self.tr("Impor"), about=self.tr("Enter"))
        self.take.setDefault(True)
        self.rest.clicked.connect(self.import_all_wanted)
        self._cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        for button in (self.rest, self._cancel, self.take):
            row.addWidget(button)
        return foot

    def _show_shape(self) -> None:
        icon = self._theme.icon("archive", "ink2")
        self._shape.setPixmap(icon.pixmap(ALONE, self.devicePixelRatioF()))

    def _describe_ticks(self) -> None:
        """Set the accessible description: how many parts are ticked."""
        choices = self.parts.choices() if self.parts else []
        ticked = sum(choice.is_taken for choice in choices)
        self.setAccessibleDescription(
            self.tr("{0} dari {1} bagian masuk ke naskah; Enter mengimpor, Esc membatalkan").format(
                ticked, len(choices)
            )
        )

    def _clear(self) -> None:
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
        while (item := self._middle.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
