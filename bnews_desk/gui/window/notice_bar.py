"""The notice bar above the page: failures stay there until closed or resolved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.gui.shared.icons import ALONE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import IconButton, QuietButton

_SHAPES = {"err": "error", "warn": "warning"}


class NoticeBar(QFrame):
    """Failures, one a row, the newest on top; hidden while there are none."""

    closed = Signal(str)
    """The editor has seen the failure of this key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(self.tr("Pemberitahuan"))
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the rows say, the newest first."""
        return tuple(row.text for row in reversed(self._rows.values()))

    def show_notice(
        self,
        text: str,
        key: str = "",
        severity: str = "err",
        remedy: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say what has failed, in the place of an earlier failure of the same key.

        ``key`` is the text itself where none is given; ``severity`` is ``err`` or ``warn``;
        ``remedy`` is a button's text and what it does, as in "Coba lagi".
        """
        key = key or text
        old = self._rows.get(key)
        if old is not None and old.text == text:
            return
        if old is None or not old.say_instead(text, severity, remedy):
            self.remove_notice(key)
            row = _Row(self._theme, text, severity, remedy)
            row.close_wanted.connect(partial(self._close, key))
            self._rows[key] = row
            self._column.insertWidget(0, row)
            self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def remove_notice(self, key: str) -> None:
        """Take a failure away: it has been mended."""
        row = self._rows.pop(key, None)
        if row is not None:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def _close(self, key: str) -> None:
        self.remove_notice(key)
        self.closed.emit(key)


class _Row(ThemedWidget, QFrame):
    close_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        severity: str,
        remedy: tuple[str, Callable[[], object]] | None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.text, self._severity, self._offer = text, severity, remedy
        self.setProperty("ground", f"{severity}_tint")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 7)
        row.setSpacing(8)
        self._shape = QLabel()
        self._text = QLabel(text)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._remedy = self._make_remedy(theme, remedy)
        if self._remedy is not None:
            row.addWidget(self._remedy, 0, Qt.AlignmentFlag.AlignTop)
        self._close = IconButton(
            theme, "close", self.tr("Tutup"), self.tr("Tutup pemberitahuan ini")
        )
        self._close.clicked.connect(self.close_wanted)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.apply_theme()

    def apply_theme(self) -> None:
        shape = self._theme.icon(_SHAPES[self._severity], self._severity)
        self._shape.setPixmap(shape.pixmap(ALONE, self.devicePixelRatio()))
        self._shape.setFixedHeight(26)

    def say_instead(
        self, text: str, severity: str, remedy: tuple[str, Callable[[], object]] | None
    ) -> bool:
        """Say something else above the same button; False where there is none, or another.

        The button stays under the pointer: one that is pressed while work goes on is not lost.
        """
        if remedy is None or self._offer is None:
            return False
        if severity != self._severity or remedy[0] != self._offer[0]:
            return False
        self.text, self._offer = text, remedy
        self._text.setText(text)
        return True

    def _make_remedy(
        self, theme: Theme, remedy: tuple[str, Callable[[], object]] | None
    ) -> QuietButton | None:
        if remedy is None:
            return None
        button = QuietButton(theme, remedy[0])
        button.setFixedHeight(26)
        button.clicked.connect(lambda *_: self._mend())
        return button

    def _mend(self) -> None:
        if self._offer is not None:
            self._offer[1]()
