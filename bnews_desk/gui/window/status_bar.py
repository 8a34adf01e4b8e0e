"""The status bar: readiness, the last message, word count and reading time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from bnews_desk.gui.shared.icons import BESIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import ElidedLabel, LinkButton, label, set_look
from bnews_desk.gui.shared.widgets.buttons import PushButton

HEIGHT = 28
SHOWN_MS = 8000
"""Milliseconds a message stays."""
LOG_LENGTH = 200
"""Messages the log keeps."""


class Message(NamedTuple):
    """A message that was shown, and when."""

    at: datetime
    text: str


class StatusBar(ThemedWidget, QStatusBar):
    """Shows messages and the state of the release in front."""

    state_clicked = Signal()
    """The editor wants to see what is missing."""
    zoom_clicked = Signal()
    """The editor wants the copy at its own size again."""
    logged = Signal(object)
    """A ``Message`` was added to the log."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._log: deque[Message] = deque(maxlen=LOG_LENGTH)
        self._undo: Callable[[], object] | None = None
        self._shape = ("", "ink2")
        self._place = self._nothing = ""
        self._is_known = self._is_measured = False
        self.setSizeGripEnabled(False)
        self.setFixedHeight(HEIGHT)
        self.setContentsMargins(8, 0, 8, 0)
        self.setAccessibleName(self.tr("Bilah status"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.clear_message)
        self._make_left()
        self._make_right()
        self.clear_message()
        self.set_idle("")
        self.apply_theme()

    @property
    def log(self) -> tuple[Message, ...]:
        """What was said, the oldest first."""
        return tuple(self._log)

    def apply_theme(self) -> None:
        name, token = self._shape
        if name:
            self._state.setIcon(self._theme.icon(name, token, is_beside=True))

    def set_idle(self, text: str) -> None:
        """Without an open release: show this instead of a state, and no figures."""
        self._nothing = text
        self._is_known = self._is_measured = False
        self._arrange()

    def set_place(self, place: str) -> None:
        """Name the side page that is shown, without state and figures of the copy; '' for the
        copy.
        """
        self._place = place
        self._arrange()

    def set_pending(self) -> None:
        """Say that the present text is still being checked."""
        self._show_state(self.tr("Sedang diperiksa…"), "clock", "ink2")

    def set_state(self, errors: int, lacking: int = 0, unchecked: int = 0, notes: int = 0) -> None:
        """Say whether the release may be published.

        ``errors`` counts findings that must be mended; ``unchecked`` facts that differ from the
        original, named where there are no errors; ``lacking`` what else holds it back (a photo
        without a caption, an embargo); ``notes`` what remains and does not hold it back.
        """
        if errors:
            text = self.tr("Belum siap tayang · {count} wajib diperbaiki").format(count=errors)
            self._show_state(text, "error", "err")
        elif unchecked:
            text = self.tr("Belum siap tayang · {count} fakta belum dicek").format(count=unchecked)
            self._show_state(text, "warning", "warn")
        elif lacking:
            text = self.tr("Belum siap tayang · {count} belum lengkap").format(count=lacking)
            self._show_state(text, "warning", "warn")
        elif notes:
            text = self.tr("Siap tayang · {count} catatan").format(count=notes)
            self._show_state(text, "suggestion", "warn")
        else:
            self._show_state(self.tr("Siap tayang"), "done", "ok")

    def _show_state(self, text: str, icon: str, token: str) -> None:
        self._shape = (icon, token)
        self._state.setText(text)
        self._state.setAccessibleName(text)
        self._is_known = True
        self._arrange()
        self.apply_theme()

    def set_figures(self, words: int, characters: int, minutes: int) -> None:
        """Show the length of the copy."""
        self._words.setText(self.tr("{count} kata").format(count=_grouped(words)))
        self._characters.setText(self.tr("{count} karakter").format(count=_grouped(characters)))
        self._minutes.setText(self.tr("± {count} menit baca").format(count=_grouped(minutes)))
        self._is_measured = True
        self._arrange()

    def set_zoom(self, percent: int) -> None:
        """Show the zoom of the copy, where one is open."""
        self._zoom.setText(f"{percent}\u00a0%")
        self._zoom.setAccessibleName(self.tr("Perbesaran {percent} %").format(percent=percent))

    def show_status(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a message for a while, with "Urungkan" where ``undo`` can undo the step.

        Screen readers hear it; it stays in ``log``.
        """
        self._undo = undo
        self._message.setText(text)
        self._message.setVisible(True)
        self._link.setVisible(undo is not None)
        self._timer.start()
        message = Message(self._now(), text)
        self._log.append(message)
        self.logged.emit(message)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear_message(self) -> None:
        """Remove the message before its time."""
        self._timer.stop()
        self._message.setText("")
        self._message.hide()
        self.forget_undo()

    def forget_undo(self) -> None:
        """Remove "Urungkan" from the message: another step has been made since."""
        self._undo = None
        self._link.hide()

    def _arrange(self) -> None:
        """Arrange the parts for what is shown."""
        said = self._place or ("" if self._is_known else self._nothing)
        self._idle.setText(said)
        self._idle.setVisible(bool(said))
        self._state.setVisible(self._is_known and not self._place)
        for figure in (self._words, self._characters, self._minutes, self._zoom):
            figure.setVisible(self._is_measured and not self._place)

    def _make_left(self) -> None:
        self._state = PushButton()
        self._state.setIconSize(BESIDE)
        self._state.setFixedHeight(24)
        self._state.setAutoDefault(False)
        self._state.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_look(self._state, look="state", type="help")
        about = self.tr("Tampilkan apa yang masih kurang sebelum tayang (Ctrl+E)")
        self._state.setToolTip(about)
        self._state.setAccessibleDescription(about)
        self._state.clicked.connect(self.state_clicked)
        self._idle = label("", "help", "ink2")
        self._idle.setContentsMargins(8, 0, 0, 0)
        self._message = ElidedLabel("", "help", "ink2")
        self._link = LinkButton(self._theme, self.tr("Urungkan"))
        set_look(self._link, type="help")
        self._link.setAccessibleDescription(self.tr("Batalkan langkah yang baru disebut"))
        self._link.clicked.connect(self._take_back)
        for widget in (self._state, self._idle):
            self.addWidget(widget)
        self.addWidget(self._message)
        self.addWidget(self._link)

    def _make_right(self) -> None:
        self._words, self._characters, self._minutes = (label("", "help") for _ in range(3))
        for figure in (self._words, self._characters, self._minutes):
            figure.setContentsMargins(0, 0, 12, 0)
        self._zoom = LinkButton(self._theme, "")
        self._zoom.setAccessibleDescription(self.tr("Kembalikan ke ukuran 100 % (Ctrl+0)"))
        self._zoom.setToolTip(self.tr("Kembalikan ke ukuran 100 % (Ctrl+0)"))
        set_look(self._zoom, ink="ink2", type="help")
        self._zoom.clicked.connect(self.zoom_clicked)
        for figure in (self._words, self._characters, self._minutes):
            self.addPermanentWidget(figure)
        self.addPermanentWidget(self._zoom)

    def _take_back(self) -> None:
        undo = self._undo
        self.clear_message()
        if undo is not None:
            undo()


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
