"""Cards of the facts that differ between copy and original, with their actions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.publish.readiness_texts import check_text
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import FixButton, LinkButton, label, set_look
from bnews_desk.rules.facts.checked_facts import GROUP_TITLES, FactExcerpt, FactReview, ReviewedFact

_SHAPES = {"quote": ("error", "err"), "added": ("suggestion", "sug"), "spelling": ("check", "ok")}
_SHAPE_SIDE = 14
_LINK_INSET = 4
"""Pixels between the edge of a link button and its text; see ``qt_style_sheet``."""
MOST_CARDS = 60
"""The most cards that are shown; findings and change report have every fact."""


class FactCard(ThemedWidget, QFrame):
    """One fact: the original's words, the copy's words, and the buttons.

    With the focus, Enter puts the original's words back and C records that the fact was checked.
    """

    chosen = Signal()
    restore_wanted = Signal()
    check_wanted = Signal()
    step_wanted = Signal(int)
    """Focus the card that many positions further on."""

    def __init__(self, theme: Theme, fact: ReviewedFact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.fact = theme, fact
        tr = self.tr
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._original_words, self._copy_words = _words(), _words()
        self.restore = FixButton(
            theme,
            tr("Kembalikan aslinya"),
            about=tr("Menaruh kembali kata-kata rilis asli (Enter)"),
        )
        self.check = LinkButton(theme, "")
        self._check_label = label("", "help", "ok")
        self._check_label.setWordWrap(True)
        self._remark = label("", "help", "ink2")
        self._remark.setWordWrap(True)
        self.restore.clicked.connect(self.restore_wanted)
        self.check.clicked.connect(self.check_wanted)
        self._lay_out()
        self.show_fact(fact)

    def show_fact(self, fact: ReviewedFact) -> None:
        """Show a new state of the same fact."""
        self.fact = fact
        change, is_checked = fact.change, fact.check is not None
        for part in self._original_row:
            part.setVisible(fact.then is not None)
        can_restore = change.edit is not None and not is_checked
        self.restore.setVisible(can_restore)
        self._buttons.setContentsMargins(_LINK_INSET if can_restore else 0, 0, 0, 0)
        self.check.setText(self.tr("Batalkan") if is_checked else self.tr("Sudah dicek"))
        about = (
            self.tr("Perubahan ini perlu dicek lagi")
            if is_checked
            else self.tr("Perubahan ini benar: catat siapa yang mengecek dan kapan (C)")
        )
        self.check.setToolTip(about)
        self.check.setAccessibleDescription(about)
        told = check_text(fact.check) if fact.check else ""
        self._check_label.setText(self.tr("✓ Sudah dicek: {0}").format(told) if told else "")
        self._check_label.setVisible(bool(told))
        self._remark.setText(fact.remark)
        self._remark.setVisible(bool(fact.remark))
        then = self.tr("Asli: {0}.").format(change.then) if change.then else ""
        now = self.tr("Naskah: {0}.").format(change.now)
        self.setAccessibleName(" ".join(filter(None, (then, now, told))))
        self.apply_theme()

    def set_current(self, is_current: bool) -> None:
        """Highlight the card as the current one, or not."""
        set_look(self, ground="card" if is_current else "")

    def apply_theme(self) -> None:
        then, now = self.fact.then, self.fact.now
        if then is not None:
            self._original_words.setText(self._marked(then, "err", "line-through"))
        self._copy_words.setText(self._marked(now, "ok", "underline"))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Make this the current card."""
        super().focusInEvent(event)
        self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Focus the card."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """J, K and the arrow keys move between cards; Enter and C act on this one."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_J, Qt.Key.Key_Down}:
            self.step_wanted.emit(1)
        elif key in {Qt.Key.Key_K, Qt.Key.Key_Up}:
            self.step_wanted.emit(-1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.restore.isVisibleTo(self):
            self.restore_wanted.emit()
        elif key == Qt.Key.Key_C:
            self.check_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _marked(self, said: FactExcerpt, token: str, line: str) -> str:
        look = (
            f"color: {self._theme.name_of(token)};"
            f" background-color: {self._theme.name_of(token + '_tint')}; text-decoration: {line}"
        )
        words = f'<span style="{look}">{escape(said.words)}</span>'
        return f"{escape(said.before)}{words}{escape(said.behind)}"

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(8 - _LINK_INSET)
        for words in (self._original_words, self._copy_words, self._remark, self._check_label):
            words.setContentsMargins(_LINK_INSET, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        original, copy = label(self.tr("Asli"), "help"), label(self.tr("Naskah"), "help")
        self._original_row = (original, self._original_words)
        grid.addWidget(original, 0, 0, top)
        grid.addWidget(self._original_words, 0, 1)
        grid.addWidget(copy, 1, 0, top)
        grid.addWidget(self._copy_words, 1, 1)
        grid.addWidget(self._remark, 2, 1)
        grid.addWidget(self._check_label, 3, 1)
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.check)
        buttons.addStretch(1)
        grid.addLayout(buttons, 4, 1)


class FactGroupHeading(ThemedWidget, QWidget):
    """The title of a group of facts and their number."""

    def __init__(self, theme: Theme, group: str, title: str, count: int) -> None:
        super().__init__()
        self._theme = theme
        self._icon = _SHAPES.get(group, ("warning", "warn"))
        self._shape, self._title = QLabel(), label(title, "head")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 2)
        row.setSpacing(6)
        row.addWidget(self._shape)
        row.addWidget(self._title)
        row.addWidget(label(str(count), ink="ink2"), 1)
        self.apply_theme()

    def apply_theme(self) -> None:
        icon = self._theme.icon(*self._icon)
        side = QSize(_SHAPE_SIDE, _SHAPE_SIDE)
        self._shape.setPixmap(icon.pixmap(side, self.devicePixelRatioF()))
        self._title.setFont(self._theme.ui_font(13, 600))


class FactCards(QWidget):
    """Cards of the changed facts by group, then of the added ones, then a line on unchanged
    facts.
    """

    chosen = Signal(object)
    """The ``ReviewedFact`` of the new current card."""
    restore_wanted = Signal(object)
    check_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[tuple[str, str, str]] | None = None
        self.cards: list[FactCard] = []
        """In display order."""
        self._current = -1
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.same = label("", ink="ok")
        self.same.setWordWrap(True)
        self._same_margin = QVBoxLayout()
        self._same_margin.setContentsMargins(16, 8, 16, 4)
        self._same_margin.addWidget(self.same)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._column)
        outer.addLayout(self._same_margin)
        self.hide()

    def show_facts(self, review: FactReview | None, same: str) -> None:
        """Show facts and, in words, what is the same; the current card is kept."""
        self.setVisible(review is not None)
        facts = [fact for _, group in review.groups for fact in group] if review else []
        del facts[MOST_CARDS:]
        self.same.setText(f"{same} ✓" if same else "")
        self.same.setVisible(bool(same))
        shown = [(f.group, f.change.now, f.change.then) for f in facts]
        if shown == self._shown:
            for card, fact in zip(self.cards, facts, strict=True):
                if card.fact != fact:
                    card.show_fact(fact)
            return
        had_focus = any(card.hasFocus() or card.isAncestorOf(_focused(card)) for card in self.cards)
        self._shown = shown
        self._rebuild(facts)
        if self.cards and self._current >= 0:
            self._current = min(self._current, len(self.cards) - 1)
            self.cards[self._current].set_current(True)
            if had_focus:
                self.cards[self._current].setFocus()
        else:
            self._current = -1

    def step(self, by: int) -> None:
        """Focus the card ``by`` positions further on, starting again at the ends."""
        if self.cards:
            at = 0 if self._current < 0 and by > 0 else self._current + by
            self.cards[at % len(self.cards)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget_current(self) -> None:
        """Make no card the current one, for another release."""
        self._current, self._shown = -1, None

    def _choose(self, number: int) -> None:
        if number != self._current:
            if 0 <= self._current < len(self.cards):
                self.cards[self._current].set_current(False)
            self._current = number
            self.cards[number].set_current(True)
        self.chosen.emit(self.cards[number].fact)

    def _rebuild(self, facts: Sequence[ReviewedFact]) -> None:
        self.cards = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before = ""
        for number, fact in enumerate(facts):
            group = fact.group
            if group != before:
                count = sum(other.group == group for other in facts)
                heading = FactGroupHeading(self._theme, group, GROUP_TITLES[group], count)
                self._column.addWidget(heading)
            before = group
            card = FactCard(self._theme, fact)
            card.chosen.connect(partial(self._choose, number))
            card.step_wanted.connect(self.step)
            card.restore_wanted.connect(lambda c=card: self.restore_wanted.emit(c.fact))
            card.check_wanted.connect(lambda c=card: self.check_wanted.emit(c.fact))
            self.cards.append(card)
            holder = QWidget()
            margins = QVBoxLayout(holder)
            margins.setContentsMargins(6, 0, 6, 2)
            margins.addWidget(card)
            self._column.addWidget(holder)


def _focused(card: FactCard) -> QWidget:
    focused = card.window().focusWidget()
    return focused if focused is not None else card


def _words() -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made
