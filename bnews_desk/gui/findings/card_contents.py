"""The contents of the hover card: texts and buttons for one finding."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.finding import Finding
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner, dictionary_word
from bnews_desk.gui.findings.finding_texts import FindingTexts, capital, example_of, severity_icon
from bnews_desk.gui.findings.hint_button import HintButton
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.findings.official_dialog import official_in
from bnews_desk.gui.findings.row_geometry import MOST_OFFERS
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import SeparatorLine, label
from bnews_desk.rules.rule import Rule

_SIDE = 14


class CardContents(QWidget):
    """The widgets of one finding: rule, severity, reason, source, example, fixes, dictionary and
    ignore buttons. A new one is made for each finding.
    """

    fix_wanted = Signal(int)
    ignore_wanted = Signal(object)
    """An ``IgnoreScope``."""
    add_word_wanted = Signal(object)
    """The ``DictionaryOwner`` to whose dictionary the word is added."""
    official_wanted = Signal()
    about_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        finding: Finding,
        wording: FindingTexts,
        rule: Rule | None,
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)
        self._theme, self._width = theme, width
        self.buttons: list[HintButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 13, 0, 4)
        self._column.setSpacing(0)
        self._add_what(finding, rule)
        self._column.addSpacing(5)
        self._add(finding.message, 13, "")
        self._column.addSpacing(6)
        if rule is not None:
            self._add(capital(rule.source), 12, "ink2")
            self._add_example(rule)
        self._add_fixes(wording.offers[:MOST_OFFERS])
        self._column.addSpacing(11)
        self._column.addWidget(SeparatorLine(self))
        self._column.addSpacing(3)
        if dictionary_word(finding):
            self._add_dictionaries()
        self._add_rest(rule is not None, official_in(finding) is not None)

    def show_hints(self, has_hints: bool) -> None:
        """Show or hide the keyboard shortcuts on the buttons."""
        for button in self.buttons:
            button.show_hint(has_hints)

    def _add_what(self, finding: Finding, rule: Rule | None) -> None:
        name, token = severity_icon(finding.severity)
        shape = QLabel(self)
        shape.setPixmap(
            self._theme.icon(name, token).pixmap(QSize(14, 14), self.devicePixelRatioF())
        )
        shape.setAccessibleName(capital(finding.severity.label))
        what = label(rule.name if rule else finding.text, "head", "", self)
        what.setFont(self._theme.ui_font(13, 600))
        severity = label(capital(finding.severity.label), "meta", "ink2", self)
        severity.setFont(self._theme.ui_font(11, 500))
        row = self._row()
        row.addWidget(shape)
        row.addSpacing(8)
        row.addWidget(what, 1)
        row.addWidget(severity)

    def _add(self, words: str, px: float, ink: str) -> QLabel:
        made = label(words, "help" if px < 13 else "", ink, self)
        made.setFont(self._theme.ui_font(px))
        made.setWordWrap(True)
        self._row().addWidget(made, 1)
        return made

    def _add_example(self, rule: Rule) -> None:
        example = example_of(rule)
        if example is None:
            return
        bad, good = example
        made = self._add("", 12, "ink2")
        made.setTextFormat(Qt.TextFormat.RichText)
        wrong = f'<s style="color: {self._theme.name_of("err")}">{_kept(bad)}</s>'
        right = f' → <span style="color: {self._theme.name_of("ok")}">{_kept(good)}</span>'
        made.setText(f"{escape(self.tr('Contoh:'))} {wrong}{right if good else ''}")
        made.setAccessibleName(
            self.tr("Contoh: bukan {wrong}, melainkan {right}").format(wrong=bad, right=good)
            if good
            else self.tr("Contoh yang salah: {wrong}").format(wrong=bad)
        )

    def _add_fixes(self, offers: tuple[str, ...]) -> None:
        room = self._width - 2 * _SIDE
        row, left = None, 0
        for number, offer in enumerate(offers):
            key = self.tr("Enter") if number == 0 else str(number + 1)
            button = self._button(offer, key, "fix" if number else "filled", room)
            button.clicked.connect(lambda _=False, n=number: self.fix_wanted.emit(n))
            if row is None or left + button.width() > room:
                self._column.addSpacing(11 if row is None else 4)
                row, left = self._row(), 0
                row.setSpacing(6)
                row.addStretch(1)
            row.insertWidget(row.count() - 1, button)
            left += button.width() + 6

    def _add_rest(self, has_rule: bool, names_official: bool) -> None:
        said = {
            IgnoreScope.HERE: self.tr("Abaikan"),
            IgnoreScope.RELEASE: self.tr("Di rilis ini"),
            IgnoreScope.NEWSROOM: self.tr("Untuk redaksi"),
        }
        buttons = []
        for reach, words in said.items():
            button = self._button(words, reach.key)
            button.clicked.connect(lambda _=False, r=reach: self.ignore_wanted.emit(r))
            button.setAccessibleName(reach.label)
            buttons.append(button)
        self._add_in_rows(buttons)
        buttons = []
        if names_official:
            record = self._button(self.tr("Catat sebagai pejabat…"), "P")
            record.clicked.connect(self.official_wanted)
            buttons.append(record)
        if has_rule:
            about = self._button(self.tr("Tentang aturan"), "F1")
            about.clicked.connect(self.about_wanted)
            buttons.append(about)
        self._add_in_rows(buttons)

    def _add_dictionaries(self) -> None:
        buttons = []
        for owner in DictionaryOwner:
            button = self._button(f"+ {owner.dictionary}", owner.key)
            button.clicked.connect(lambda _=False, o=owner: self.add_word_wanted.emit(o))
            button.setAccessibleName(owner.label)
            buttons.append(button)
        self._add_in_rows(buttons)

    def _add_in_rows(self, buttons: Sequence[HintButton]) -> None:
        """Put buttons side by side; those that do not fit start another row."""
        row, left, room = self._row(_SIDE - 5), 0, self._width - 2 * _SIDE + 10
        for button in buttons:
            if left and left + button.width() > room:
                row.addStretch(1)
                row, left = self._row(_SIDE - 5), 0
            row.addWidget(button)
            row.addSpacing(6)
            left += button.width() + 6
        row.addStretch(1)

    def _button(self, words: str, key: str, look: str = "", most: int = 0) -> HintButton:
        button = HintButton(self._theme, words, key, look, most, self)
        self.buttons.append(button)
        return button

    def _row(self, side: int = _SIDE) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(0)
        self._column.addLayout(row)
        return row


def _kept(words: str) -> str:
    """Escaped for rich text, with runs of spaces preserved."""
    return escape(words).replace("  ", "&nbsp; ")
