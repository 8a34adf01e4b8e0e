"""A button that shows one item of the checklist: its state, title and detail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bnews_desk.gui.publish.readiness_texts import item_detail, item_title, state_label
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.rules.readiness import ChecklistItem, ItemState

HEIGHT = 48
"""The least height in px; more when the user's font is larger."""
SHAPES = {
    ItemState.READY: ("check", "ok"),
    ItemState.LOOK: ("warning", "warn"),
    ItemState.HELD: ("error", "err"),
}
"""The icon and the colour of each state."""
_TEXT_LEFT = 34
ICON_SIZE = 14
"""Width and height of the icon in px."""
_INSET = 6


class ChecklistItemButton(ThemedWidget, QAbstractButton):
    """An item as a button: a click, Enter or Space goes to its cause, the arrow keys to other
    items.
    """

    def __init__(self, theme: Theme, item: ChecklistItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._item = item
        self._reduced_by = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_item(item)

    @property
    def item(self) -> ChecklistItem:
        """The item that is shown."""
        return self._item

    def show_item(self, item: ChecklistItem) -> None:
        """Show a new state of the same item."""
        self._item = item
        title, detail = item_title(item.kind), item_detail(item.fact)
        self.setText(detail)
        self.setAccessibleName(f"{title}: {state_label(item.state)}")
        self.setAccessibleDescription(detail)
        self.setToolTip(detail)
        self.update()

    def apply_theme(self) -> None:
        self.updateGeometry()

    @property
    def full_height(self) -> int:
        """The height in px when there is room."""
        return max(HEIGHT, sum(self._heights()) + 13)

    def reduce_height(self, pixels: int) -> None:
        """Reduce the height by ``pixels``, as far as the text leaves room."""
        if pixels != self._reduced_by:
            self._reduced_by = pixels
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Two lines of text and a margin."""
        return QSize(240, max(sum(self._heights()) + 5, self.full_height - self._reduced_by))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press on Enter; move to other items with the arrow keys."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Highlight the button."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Remove the highlight."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw background, icon and both lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter)
        title, detail = self._heights()
        top = (self.height() - title - detail - 1) // 2
        room = self.width() - _TEXT_LEFT - 10
        icon, token = SHAPES[self._item.state]
        shape = QRect(10, top + (title - ICON_SIZE) // 2 + 1, ICON_SIZE, ICON_SIZE)
        self._theme.icon(icon, token).paint(painter, shape)
        self._paint_text(painter, QRect(_TEXT_LEFT, top, room, title), item_title(self._item.kind))
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(self._theme.color("ink2"))
        below = QRect(_TEXT_LEFT, top + title + 1, room, detail)
        said = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, said)
        painter.end()

    def _paint_text(self, painter: QPainter, room: QRect, text: str) -> None:
        painter.setFont(self._theme.ui_font(13, 500))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_background(self, painter: QPainter) -> None:
        token = "sel" if self.isDown() else "hover" if self.underMouse() else ""
        if token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(token))
            painter.drawRoundedRect(QRectF(self.rect()), _INSET, _INSET)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("sug"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _heights(self) -> tuple[int, int]:
        """Heights of the two lines in px: 18 and 17, scaled by the user's font size."""
        scale = self._theme.fonts.scale
        return round(18 * scale), round(17 * scale)
