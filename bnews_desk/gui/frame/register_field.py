"""A one-line field that completes from a register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QToolButton, QWidget

from bnews_desk.gui.shared.theme import Theme, ThemedWidget

CHEVRON_ROOM = 24
"""Width in px of the button at the right end that opens the register."""
MOST_SHOWN = 10
LEAST_POPUP, MOST_POPUP = 240, 360
"""The least and most width of the register in px; its longest entry decides."""
_AROUND_ENTRY = 40
"""Pixels beside an entry's text: padding, border and scroll bar."""
_MOVES = (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize)
_CODE = Qt.ItemDataRole.UserRole


class _Register(QCompleter):
    """A completer that searches codes and names and inserts the code."""

    def pathFromIndex(  # noqa: N802
        self, index: QModelIndex | QPersistentModelIndex
    ) -> str:
        """The code, inserted into the field."""
        return str(index.data(_CODE) or "")


class _Chevron(QToolButton):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("chevron")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(CHEVRON_ROOM, CHEVRON_ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.color("ink" if self.underMouse() else "ink2"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = self.width() / 2, self.height() / 2
        painter.drawPolyline(
            QPolygonF([QPointF(x - 3, y - 1.5), QPointF(x, y + 1.5), QPointF(x + 3, y - 1.5)])
        )
        painter.end()


class RegisterField(ThemedWidget, QLineEdit):
    """A field with a register: typing narrows it, Down or the chevron opens the whole register.

    Enter, leaving the field or choosing an entry commits the value; Esc restores the former one.
    """

    committed = Signal(str)
    """The committed value, different from the former one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self._model = QStandardItemModel(self)
        self._register = _Register(self._model, self)
        self._register.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._register.setFilterMode(Qt.MatchFlag.MatchContains)
        self._register.setMaxVisibleItems(MOST_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName("register")
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.setMinimumWidth(LEAST_POPUP)
        self._popup.installEventFilter(self)
        self._popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._register.setPopup(self._popup)
        self.setCompleter(self._register)
        self.chevron = _Chevron(theme, self)
        self.chevron.clicked.connect(self.open_register)
        self.setTextMargins(2, 0, CHEVRON_ROOM - 4, 0)
        self.editingFinished.connect(self.commit)
        self._register.activated.connect(self.commit)
        self.apply_theme()

    def set_register(self, entries: Mapping[str, str]) -> None:
        """Set the codes to offer, each with its name or ''."""
        self._model.clear()
        for code, name in entries.items():
            item = QStandardItem(f"{code} · {name}" if name else code)
            item.setData(code, _CODE)
            item.setToolTip(name)
            self._model.appendRow(item)
        self.chevron.setVisible(bool(entries))
        words = self.fontMetrics()
        longest = max((words.horizontalAdvance(item.text()) for item in self._items()), default=0)
        width = min(max(longest + _AROUND_ENTRY, LEAST_POPUP), MOST_POPUP)
        self._popup.setMinimumWidth(width)

    def show_value(self, value: str) -> None:
        """Show a value; typed text is left alone."""
        if self.hasFocus() and self.isModified():
            return
        self._shown = value
        if self.text() != value:
            self.setText(value)

    def apply_theme(self) -> None:
        self._popup.setStyleSheet(_popup_looks(self._theme))

    def open_register(self) -> None:
        """Open the whole register."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._register.setCompletionPrefix("")
        self._register.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the register on Down; restore the value on Esc, which is passed on."""
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self.open_register()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            event.ignore()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the register, which may be wider than the field, inside the window."""
        if watched is self._popup and event.type() in _MOVES:
            window = self.window()
            most = window.mapToGlobal(QPoint(window.width(), 0)).x() - self._popup.width()
            if self._popup.x() > most:
                self._popup.move(most, self._popup.y())
        return super().eventFilter(watched, event)

    def _items(self) -> Iterator[QStandardItem]:
        return (self._model.item(row) for row in range(self._model.rowCount()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the chevron at the right end."""
        super().resizeEvent(event)
        self.chevron.setGeometry(
            self.width() - CHEVRON_ROOM, 1, CHEVRON_ROOM - 2, self.height() - 2
        )

    def commit(self) -> None:
        """Emit a value that differs from the former one."""
        value = " ".join(self.text().split())
        if value == self._shown:
            return
        self._shown = value
        self.setModified(False)
        self.committed.emit(value)


def _popup_looks(theme: Theme) -> str:
    """The style sheet of the register, a window that does not inherit the panel's."""
    ground, ink, line, chosen = (
        theme.color(token).name() for token in ("raised", "ink", "line2", "sel")
    )
    return f"""
QListView {{ background: {ground}; color: {ink}; border: 1px solid {line};
    font-size: {theme.ui_font(13).pixelSize()}px; outline: none; padding: 3px; }}
QListView::item {{ padding: 3px 6px; border-radius: 4px; color: {ink}; }}
QListView::item:selected, QListView::item:hover {{ background: {chosen}; color: {ink}; }}
"""
