"""The dialog that explains a rule: reason, source, examples."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.reading_dialog import fitting
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.rules.rule import Rule

SIZE = (520, 480)
MOST_EXAMPLES = 4
"""The most examples of each kind that are shown."""


class RuleExplanationDialog(ThemedWidget, QDialog):
    """Shows a rule's reason, severity, source and examples."""

    def __init__(self, theme: Theme, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        gives_keyboard_back(self)
        self.setWindowTitle(self.tr("Tentang aturan {0}").format(rule.id))
        self.resize(fitting(QSize(*SIZE), parent))
        self._rule = rule
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.apply_theme()

    def apply_theme(self) -> None:
        self.text.setFont(self._theme.ui_font(13))
        self.text.setHtml(explained(self._rule, self._theme))


def explained(rule: Rule, theme: Theme) -> str:
    wrong, right = theme.name_of("err"), theme.name_of("ok")
    parts = [
        f"<h3>{escape(rule.name)}</h3>",
        f"<p>{escape(_general(rule.why))}</p>",
        *(f"<p>{escape(_general(message))}</p>" for message in rule.other_messages.values()),
        f"<p>{_ground(rule)}</p>",
    ]
    if rule.remark:
        parts.append(f"<p>{escape(rule.remark)}</p>")
    for example in rule.bad[:MOST_EXAMPLES]:
        line = f'<span style="color:{wrong}">{_shown(example.bad)}</span>'
        if example.good is not None:
            line += f' → <span style="color:{right}">{_shown(example.good)}</span>'
        parts.append(f"<p>{line}</p>")
    parts += [
        f'<p>{_tr("Benar")}: <span style="color:{right}">{_shown(text)}</span></p>'
        for text in rule.good[:MOST_EXAMPLES]
        if text.strip()
    ]
    return "".join(parts)


def _general(message: str) -> str:
    """A message template as text, each placeholder replaced by an ellipsis."""
    return re.sub(r"\{\w+\}", "…", message)


def _ground(rule: Rule) -> str:
    told = _tr("Tingkat: {0}. Dasar: {1}.")
    return told.format(rule.severity.label, escape(rule.source))


def _shown(text: str) -> str:
    return escape(text.removeprefix("\n").replace("\n", " ⏎ "))


def _tr(text: str) -> str:
    return QCoreApplication.translate("AboutRule", text)
