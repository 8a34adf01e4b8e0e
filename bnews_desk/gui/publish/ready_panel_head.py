"""The head of the panel Siap tayang, and the scroll area below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from bnews_desk.gui.publish.checklist_item_button import ICON_SIZE, SHAPES
from bnews_desk.gui.publish.readiness_texts import verdict_text
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import IconButton, label
from bnews_desk.rules.readiness import Checklist, ItemState, ReadinessVerdict

_SHAPES = {
    ReadinessVerdict.PENDING: ("clock", "ink2"),
    ReadinessVerdict.HELD: SHAPES[ItemState.HELD],
    ReadinessVerdict.NOTES: SHAPES[ItemState.LOOK],
    ReadinessVerdict.READY: SHAPES[ItemState.READY],
}


class ReadyPanelHead(ThemedWidget, QWidget):
    """The verdict on the release, and a close button."""

    close_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Checklist | None = None
        self._shape = QLabel(self)
        self._title = label(self.tr("Siap tayang"), "head", parent=self)
        self._close = IconButton(theme, "close", self.tr("Tutup siap tayang"), parent=self)
        self._close.clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 6, 8)
        row.setSpacing(10)
        row.addWidget(self._shape)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        self.apply_theme()

    def show_state(self, checklist: Checklist | None) -> None:
        """Show a checklist's verdict; None without a release."""
        self._shown = checklist
        title = self.tr("Siap tayang") if checklist is None else verdict_text(checklist)
        self._title.setText(title)
        self._shape.setVisible(checklist is not None)
        if checklist is not None:
            icon = self._theme.icon(*_SHAPES[checklist.verdict])
            self._shape.setPixmap(
                icon.pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF())
            )

    def apply_theme(self) -> None:
        self._title.setFont(self._theme.ui_font(13, 600))
        self.show_state(self._shown)


class ReadyPanelScrollArea(QScrollArea):
    """A scroll area as high as its contents if there is room."""

    def __init__(self, contents: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        contents.setObjectName("contents")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(contents)

    def show_from(self, part: QWidget) -> None:
        """Scroll down to a part of the contents, once it is laid out."""
        QTimer.singleShot(0, part, lambda: self._show_from(part))

    def _show_from(self, part: QWidget) -> None:
        bar = self.verticalScrollBar()
        top = part.mapTo(self._contents, part.rect().topLeft()).y()
        bar.setValue(max(bar.value(), min(bar.maximum(), top)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Update the size hint when the contents change, which Qt does not do."""
        if watched is self._contents and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The contents' size hint."""
        return self._contents.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for two items."""
        return QSize(0, 96)
