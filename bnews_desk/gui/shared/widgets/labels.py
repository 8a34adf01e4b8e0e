"""Labels, separators, and the properties by which the style sheet selects a widget."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def set_look(widget: QWidget, **properties: str | bool) -> None:
    """Set the properties that the style sheet selects by, and restyle the widget where they change.

    ``look``, ``ground``, ``type``, ``ink`` and ``state`` are the names; an empty value removes one.
    """
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


def label(text: str, kind: str = "", ink: str = "", parent: QWidget | None = None) -> QLabel:
    """A plain-text label of a kind (``head``, ``meta``, ``help`` or none) in an ink."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", kind)
    made.setProperty("ink", ink)
    return made


class SeparatorLine(QFrame):
    """A line of one pixel between two parts."""

    def __init__(self, parent: QWidget | None = None, *, is_upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("look", "rule")
        if is_upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class ElidedLabel(QLabel):
    """One line of plain text, elided where room is short.

    The whole text is then the tooltip, and always the accessible name.
    """

    def __init__(
        self, text: str = "", kind: str = "", ink: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind)
        self.setProperty("ink", ink)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for an ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the elided text."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        whole = "" if shown == self.text() else self.text()
        if self.toolTip() != whole:
            self.setToolTip(whole)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
