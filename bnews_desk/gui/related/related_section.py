"""The section Baca juga of the frame panel: lists, adds, moves and deletes related lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.frame.field_states import FieldCondition
from bnews_desk.gui.frame.condition_mark import SIZE, ConditionMark
from bnews_desk.gui.frame.field_row import LABEL_WIDTH
from bnews_desk.gui.related.title_popup import TitlePopup
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets.buttons import PushButton, ToolButton
from bnews_desk.gui.shared.widgets.fold import FoldButton

_ARROWS = {
    "up": [QPoint(4, 10), QPoint(8, 6), QPoint(12, 10)],
    "down": [QPoint(4, 6), QPoint(8, 10), QPoint(12, 6)],
}


class _Line(ThemedWidget, QWidget):
    """One related line with its three buttons."""

    asked = Signal(str)
    """``up``, ``down`` or ``delete``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._label = QLabel(self)
        self._label.setMinimumWidth(0)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = {action: self._button(action) for action in ("up", "down", "delete")}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._label, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        self.apply_theme()

    def show_title(self, title: str, *, may_rise: bool, may_sink: bool) -> None:
        """Show a line's title and whether it can be moved."""
        self._title = title
        self._label.setToolTip(title)
        names = {
            "up": self.tr("Naikkan “{title}”"),
            "down": self.tr("Turunkan “{title}”"),
            "delete": self.tr("Hapus “{title}”"),
        }
        for action, button in self.buttons.items():
            name = names[action].format(title=title)
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.buttons["up"].setEnabled(may_rise)
        self.buttons["down"].setEnabled(may_sink)
        self._elide()

    def apply_theme(self) -> None:
        for action, button in self.buttons.items():
            button.setIcon(_glyph(action, self._theme))

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Elide the title at the available width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 3 * 22
        shown = self._label.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, max(0, room - 4)
        )
        if self._label.text() != shown:
            self._label.setText(shown)

    def _button(self, action: str) -> QToolButton:
        button = ToolButton(self)
        button.setObjectName("small")
        button.setFixedSize(22, 24)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.asked.emit(action))
        return button


class RelatedSection(QWidget):
    """The number of related lines, *Tambah…*, and the lines, which can be folded."""

    add_wanted = Signal(str, str)
    """A title to be added as a related line, and its address, '' when it is not known."""
    move_wanted = Signal(int, int)
    """The number of a line, and -1 for up or 1 for down."""
    delete_wanted = Signal(int)
    """The number of a line."""
    asking = Signal()
    """The popup that asks for a title is about to open below the section."""
    refused = Signal(str)
    """One sentence: why no further line can be added."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[_Line] = []
        self._label = QLabel(self.tr("Baca juga"), self)
        self._label.setMinimumWidth(LABEL_WIDTH + 4)
        self.count = FoldButton(theme, self)
        self.count.toggled.connect(self._fold)
        self.add = PushButton(self.tr("Tambah…"), self)
        self.add.setProperty("look", "link")
        self.add.setAutoDefault(False)
        self.add.setCursor(Qt.CursorShape.PointingHandCursor)
        self.add.setAccessibleName(self.tr("Tambah baris baca juga"))
        self.add.clicked.connect(self.ask)
        self.add.installEventFilter(self)
        self.mark = ConditionMark(theme, self)
        self.popup = TitlePopup(self)
        self.popup.given.connect(self.add_wanted)
        self._list = QWidget(self)
        self._lay_out()
        self.show_lines((), ())

    def show_lines(
        self, titles: Sequence[str], moves: Sequence[tuple[bool, bool]], *, has_room: bool = False
    ) -> None:
        """Show the lines' titles, whether each can be moved up and down, and whether one more
        fits.
        """
        count = len(titles)
        self.count.setText(self.tr("{n} baris").format(n=count) if count else self.tr("Belum ada"))
        self.count.setAccessibleName(self.tr("Baca juga: {n} baris").format(n=count))
        self.count.setEnabled(bool(count))
        self.count.updateGeometry()
        self.mark.set_condition(FieldCondition.FOUND if count else FieldCondition.OPEN)
        self.mark.setAccessibleName(self.tr("Lengkap") if count else "")
        self._match(count)
        self.add.setEnabled(has_room)
        self.add.setToolTip("" if has_room else self.why_not)
        self.add.setAccessibleDescription("" if has_room else self.why_not)
        for line, title, (rise, sink) in zip(self._lines, titles, moves, strict=True):
            line.show_title(title, may_rise=rise, may_sink=sink)
        self._list.setVisible(self.count.isChecked() and bool(count))

    @property
    def why_not(self) -> str:
        """Why no line can be added while *Tambah…* is disabled."""
        if self._lines:
            return self.tr(
                "Semua sela antarparagraf sudah berisi “Baca juga”; tulis dulu satu paragraf lagi."
            )
        return self.tr("Belum ada tempat untuk “Baca juga”; tulis dulu dua paragraf isi.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Emit ``refused`` on a click on the disabled button, which emits nothing itself."""
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if watched is self.add and is_press and not self.add.isEnabled():
            self.refused.emit(self.why_not)
        return super().eventFilter(watched, event)

    def line(self, number: int) -> dict[str, QToolButton]:
        """The buttons of a line: ``up``, ``down``, ``delete``."""
        return self._lines[number].buttons

    def _match(self, count: int) -> None:
        """Create or remove line widgets; the focus stays in the section."""
        while len(self._lines) > count:
            gone = self._lines.pop()
            if gone.isAncestorOf(self.focusWidget() or self):
                self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list_layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._lines) < count:
            self._append_line(len(self._lines))

    def _append_line(self, number: int) -> None:
        line = _Line(self._theme, self._list)
        line.asked.connect(lambda action: self._act(number, action))
        self._list_layout.addWidget(line)
        self._lines.append(line)
        line.show()

    def _act(self, number: int, action: str) -> None:
        if action == "delete":
            self.delete_wanted.emit(number)
        else:
            self.move_wanted.emit(number, -1 if action == "up" else 1)

    def ask(self) -> None:
        """Open the popup that asks for a title, if there is room for another line."""
        if not self.add.isEnabled():
            self.refused.emit(self.why_not)
            return
        self.asking.emit()
        self.popup.open_at(self.mapToGlobal(QPoint(0, self.add.height() + 4)), self.width())

    def _fold(self, is_open: bool) -> None:
        self._list.setVisible(is_open and bool(self._lines))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._label)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.add)
        head.addSpacing(8)
        head.addWidget(self.mark)
        self._list_layout = QVBoxLayout(self._list)
        self._list_layout.setContentsMargins(0, 2, 0, 2)
        self._list_layout.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list)


def _glyph(action: str, theme: Theme) -> QIcon:
    """An arrow or a cross, normal and disabled, sharp up to a scale of 3."""
    icon = QIcon()
    for mode, token in ((QIcon.Mode.Normal, "ink2"), (QIcon.Mode.Disabled, "ghost")):
        pixmap = QPixmap(SIZE * 3, SIZE * 3)
        pixmap.setDevicePixelRatio(3)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color(token), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if action in _ARROWS:
            painter.drawPolyline(QPolygonF(_ARROWS[action]))
        else:
            painter.drawLine(QPoint(5, 5), QPoint(11, 11))
            painter.drawLine(QPoint(11, 5), QPoint(5, 11))
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon
