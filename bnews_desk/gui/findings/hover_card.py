"""The hover card: explains the finding under the pointer and offers its fixes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from bnews_desk.errors import StaleEditError
from bnews_desk.finding import Finding
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.card_contents import CardContents
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner, dictionary_word
from bnews_desk.gui.findings.finding_texts import worded
from bnews_desk.gui.findings.hint_button import HintButton
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.findings.official_dialog import official_in
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.rules.rule import Rule

_DROP = 5
"""Pixels by which the shadow is lower than the card."""
_REACH = 14
"""Pixels by which the shadow extends beyond the card."""
_RADIUS = 10


class CardShadow(QWidget):
    """A shadow under a sibling widget; it takes no mouse events."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_under(self, card: QWidget) -> None:
        """Show the shadow of a card at its present place."""
        self.setGeometry(card.geometry() + QMargins(_REACH, _REACH - _DROP, _REACH, _REACH + _DROP))
        self.show()
        self.stackUnder(card)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it in steps, darker towards the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        opacity = 15 if self._theme.is_dark else 3
        # black: at this opacity a hue would be lost in rounding
        painter.setBrush(QColor(0, 0, 0, opacity))
        for step in range(_REACH):
            rect = QRectF(self.rect()).adjusted(step, step, -step, -step)
            radius = _RADIUS + _REACH - step
            painter.drawRoundedRect(rect, radius, radius)
        painter.end()


class CardActions(Protocol):
    """The actions that a key can trigger on a card."""

    def fix(self, number: int) -> None:
        """Apply one of the finding's fixes; ``number`` counts from 0."""

    def ignore(self, reach: IgnoreScope) -> None:
        """Ignore the finding."""

    def add_word(self, owner: DictionaryOwner) -> None:
        """Add the finding's word to a dictionary."""

    def record_official(self) -> None:
        """Ask to record the finding's person as an official."""

    def explain(self) -> None:
        """Explain the rule of the finding."""

    def close_card(self) -> None:
        """Close the card."""


CardAction = Callable[[CardActions], None]
RETURNS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The keys that press a focused button."""
_PLAIN: Final[dict[int, CardAction]] = {
    Qt.Key.Key_Return: lambda card: card.fix(0),
    Qt.Key.Key_Enter: lambda card: card.fix(0),
    Qt.Key.Key_1: lambda card: card.fix(0),
    Qt.Key.Key_2: lambda card: card.fix(1),
    Qt.Key.Key_3: lambda card: card.fix(2),
    Qt.Key.Key_I: lambda card: card.ignore(IgnoreScope.HERE),
    Qt.Key.Key_R: lambda card: card.ignore(IgnoreScope.RELEASE),
    Qt.Key.Key_A: lambda card: card.add_word(DictionaryOwner.EDITOR),
    Qt.Key.Key_P: lambda card: card.record_official(),
    Qt.Key.Key_F1: lambda card: card.explain(),
    Qt.Key.Key_Escape: lambda card: card.close_card(),
}
_WITH_SHIFT: Final[dict[int, CardAction]] = {
    Qt.Key.Key_I: lambda card: card.ignore(IgnoreScope.NEWSROOM),
    Qt.Key.Key_A: lambda card: card.add_word(DictionaryOwner.NEWSROOM),
}


def action_of_key(event: QKeyEvent) -> CardAction | None:
    """The action of a key on the card; None when the key is not the card's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return _PLAIN.get(event.key())
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return _WITH_SHIFT.get(event.key())
    return None


GAP = 4
"""Pixels between the line and the card."""
EDGE = 6
"""Pixels between the card and the edges of the page."""


def place_card(size: QSize, line: QRect, page: QRect) -> QPoint:
    """The top left corner of a card of ``size`` for words at ``line``, in one widget's coordinates.

    Below the line, above it when there is no room below, and always inside ``page``.
    """
    left = min(line.left(), page.right() + 1 - EDGE - size.width())
    below = line.bottom() + 1 + GAP
    above = line.top() - GAP - size.height()
    lowest = page.bottom() + 1 - EDGE - size.height()
    top = below if below <= lowest or above < page.top() else above
    return QPoint(max(page.left() + EDGE, left), max(page.top(), min(top, max(lowest, page.top()))))


WIDTH = 356
OPENS_AFTER_MS = 350
"""Milliseconds the pointer rests on a finding before its card opens."""
CLOSES_AFTER_MS = 300
"""Milliseconds that the pointer may take between the words and the card."""
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class HoverCard(ThemedWidget, QFrame):
    """A child of the window that floats above the page.

    Opened by the pointer, it leaves the keyboard to the text, and a key pressed there closes it.
    Opened with ``open_now``, it takes the keyboard and returns it through ``escape_wanted``. It
    closes by itself when its finding is gone.
    """

    fixed = Signal(object, object)
    """A finding and the fix that was applied from here."""
    ignored = Signal(object, object)
    """A finding that was ignored, and the ``IgnoreScope``."""
    add_word_wanted = Signal(object, object)
    """A finding whose word is to be added to a dictionary, and its ``DictionaryOwner``."""
    official_wanted = Signal(object)
    """A finding whose person is to be added to the register of officials."""
    about_wanted = Signal(str)
    """Explain the rule of this id."""
    escape_wanted = Signal()
    """The card had the keyboard and is closed: give the text the focus."""
    opened = Signal(object)
    """The finding that is explained."""
    closed = Signal()
    status_message = Signal(str)
    """One sentence for the status line."""

    def __init__(self, theme: Theme, rules: Mapping[str, Rule], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._rules = theme, rules
        self._release: OpenRelease | None = None
        self._contents: CardContents | None = None
        self._wanted: tuple[Finding, QRect, QRect] | None = None
        self._watched: QWidget | None = None
        self.finding: Finding | None = None
        self._has_keyboard = False
        self._opening = once_after(OPENS_AFTER_MS, self._open_wanted, self)
        self._closing = once_after(CLOSES_AFTER_MS, self.close_card, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setObjectName("hoverCard")
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Penjelasan temuan"))
        self._shadow = CardShadow(theme, parent)
        self.apply_theme()
        self.hide()

    def apply_theme(self) -> None:
        """Close the card: its contents are made in the former theme."""
        self.close_card()

    def show_release(self, release: OpenRelease | None) -> None:
        """Explain the findings of another release."""
        if self._release is not None:
            self._release.findings_changed.disconnect(self._update_finding)
        self.close_card()
        self._release = release
        if release is not None:
            release.findings_changed.connect(self._update_finding)

    def point_at(
        self, finding: Finding | None, line: QRect | None = None, page: QRect | None = None
    ) -> None:
        """Set the finding under the pointer; None when there is none.

        ``line`` is where its words are, ``page`` the area that the card may cover, in the parent's
        coordinates; both are needed with a finding.
        """
        if self._has_keyboard:
            return
        if finding is None or line is None or page is None:
            self._wanted = None
            self._opening.stop()
            if self.isVisible() and not self.underMouse():
                self._closing.start()
        elif finding == self.finding:
            self._wanted = None
            self._opening.stop()
            self._closing.stop()
        elif self._wanted is None or self._wanted[0] != finding:
            self._wanted = (finding, line, page)
            self._opening.start()

    def open_now(self, finding: Finding, line: QRect, page: QRect) -> None:
        """Explain a finding at once and take the keyboard; coordinates as in ``point_at``."""
        self._open(finding, line, page)
        self._has_keyboard = True
        if self._contents is not None:
            self._contents.show_hints(True)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_up(self, finding: Finding) -> None:
        """Make a finding the target of ``fix``, ``ignore`` and ``add_word`` without showing the
        card.
        """
        self.close_card()
        is_there = self._release is not None and finding in self._release.findings
        self.finding = finding if is_there else None

    def close_card(self) -> None:
        """Close the card, and return the keyboard if the card has it."""
        had_keyboard, self._has_keyboard = self._has_keyboard, False
        was_open, self.finding, self._wanted = self.finding is not None, None, None
        self._opening.stop()
        self._closing.stop()
        self._watch(None)
        self.hide()
        self._shadow.hide()
        if had_keyboard:
            self.escape_wanted.emit()
        if was_open:
            self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Stay open while the pointer is on the card."""
        super().enterEvent(event)
        self._closing.stop()
        self._opening.stop()
        self._wanted = None

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Close soon, unless the pointer returns to the words."""
        super().leaveEvent(event)
        if not self._has_keyboard:
            self._closing.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Close when the focus goes elsewhere."""
        super().focusOutEvent(event)
        self._note_focus_out(event)

    def event(self, event: QEvent) -> bool:
        """Take the card's own keys before the window's shortcuts do."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and action_of_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Carry out the action of a shortcut."""
        action = action_of_key(event)
        focused = QApplication.focusWidget()
        if action is None:
            super().keyPressEvent(event)
        elif event.key() in RETURNS and isinstance(focused, HintButton):
            focused.click()
        else:
            action(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Close on a key pressed in the text, and when the focus leaves the buttons."""
        if watched is self._watched and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() not in _MODIFIERS:
                self.close_card()
                return event.key() == Qt.Key.Key_Escape
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._note_focus_out(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the background."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("raised"))
        painter.setPen(QPen(self._theme.color("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()

    def _open_wanted(self) -> None:
        if self._wanted is None:
            return
        self._open(*self._wanted)
        self._wanted = None
        if self._contents is not None:
            self._contents.show_hints(False)
        self._watch(QApplication.focusWidget())

    def _open(self, finding: Finding, line: QRect, page: QRect) -> None:
        if self._release is None:
            return
        self._closing.stop()
        self._opening.stop()
        self._set_contents(finding, self._release.document.release().text)
        self.finding = finding
        self.resize(WIDTH, self._column.totalHeightForWidth(WIDTH))
        self.move(place_card(self.size(), line, page))
        self._shadow.raise_()
        self.show()
        self.raise_()
        self._shadow.show_under(self)
        self.setAccessibleDescription(finding.message)
        self.opened.emit(finding)

    def _set_contents(self, finding: Finding, text: str) -> None:
        if self._contents is not None:
            self._column.removeWidget(self._contents)
            self._contents.hide()
            self._contents.deleteLater()
        rule = self._rules.get(finding.rule)
        contents = CardContents(self._theme, finding, worded(finding, text), rule, WIDTH, self)
        contents.fix_wanted.connect(self.fix)
        contents.ignore_wanted.connect(self.ignore)
        contents.add_word_wanted.connect(self.add_word)
        contents.official_wanted.connect(self.record_official)
        contents.about_wanted.connect(self.explain)
        for button in contents.buttons:
            button.installEventFilter(self)
        self._column.addWidget(contents)
        contents.show()  # in an open card the new widget is hidden, and has no height, until shown
        self._contents = contents

    def _update_finding(self) -> None:
        if self.finding is None or self._release is None or self.finding in self._release.findings:
            return
        same = next(filter(partial(_is_same, self.finding), self._release.findings), None)
        if same is None or not self._release.is_checked:
            self.close_card()
            return
        has_hints = self._has_keyboard
        self._set_contents(same, self._release.document.release().text)
        self.finding = same
        if self._contents is not None:
            self._contents.show_hints(has_hints)
        self.resize(WIDTH, self._column.totalHeightForWidth(WIDTH))

    def fix(self, number: int) -> None:
        """Apply one of the finding's fixes; ``number`` counts from 0."""
        finding, release = self.finding, self._release
        if finding is None or release is None or number >= len(finding.fixes):
            return
        try:
            release.apply_fix(finding.fixes[number])
        except StaleEditError as error:
            self.status_message.emit(str(error))
            self.close_card()
            return
        self.close_card()
        self.fixed.emit(finding, finding.fixes[number])

    def ignore(self, reach: IgnoreScope) -> None:
        finding, release = self.finding, self._release
        if finding is None or release is None:
            return
        release.ignore(finding, reach)
        self.close_card()
        self.ignored.emit(finding, reach)

    def add_word(self, owner: DictionaryOwner) -> None:
        """Add the finding's word to a dictionary."""
        finding = self.finding
        if finding is not None and dictionary_word(finding):
            self.close_card()
            self.add_word_wanted.emit(finding, owner)

    def record_official(self) -> None:
        """Ask to record the finding's person as an official."""
        finding = self.finding
        if finding is not None and official_in(finding) is not None:
            self.close_card()
            self.official_wanted.emit(finding)

    def explain(self) -> None:
        if self.finding is not None:
            self.about_wanted.emit(self.finding.rule)

    def _note_focus_out(self, event: QFocusEvent) -> None:
        now = QApplication.focusWidget()
        is_inside = now is self or (now is not None and self.isAncestorOf(now))
        if self._has_keyboard and not is_inside and event.reason() not in _STAYS:
            self._has_keyboard = False  # another widget has the focus already
            self.close_card()

    def _watch(self, widget: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)


def _is_same(finding: Finding, other: Finding) -> bool:
    """Whether both are the same finding, one of them completed with suggestions."""
    place, other_place = (finding.start, finding.end), (other.start, other.end)
    return finding.rule == other.rule and place == other_place and finding.text == other.text
