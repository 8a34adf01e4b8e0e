"""The dialog that lists the ignored findings, where they can be marked again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.reading_dialog import fitting
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import QuietButton, label
from bnews_desk.release import Ignore
from bnews_desk.rules.rule import Rule

SIZE = (520, 440)


class IgnoredDialog(ThemedWidget, QDialog):
    """Two groups of ignores; *Tandai lagi* or Delete removes the selected ones."""

    mark_again = Signal(object, object)
    """An ``Ignore``, and its ``IgnoreScope``."""

    def __init__(
        self, theme: Theme, rules: Mapping[str, Rule], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self._theme, self._rules = theme, rules
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Yang diabaikan"))
        self.resize(fitting(QSize(*SIZE), parent))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setSpacing(2)
        self.nothing = label(
            self.tr(
                "Belum ada. Tekan I pada sebuah temuan untuk mengabaikannya di sini, R di seluruh"
                " rilis, Shift+I di semua rilis redaksi."
            ),
            ink="ink2",
        )
        self.nothing.setWordWrap(True)
        self.again = QuietButton(theme, self.tr("Tandai lagi"), parent=self)
        self.again.setAccessibleDescription(self.tr("Temuan yang dipilih ditandai lagi"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.nothing, self.list, buttons):
            column.addWidget(widget)
        self.again.clicked.connect(self._mark_chosen)
        self.list.itemSelectionChanged.connect(self._enable)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._mark_chosen)

    def show_ignores(self, newsroom: Iterable[Ignore], release: Iterable[Ignore]) -> None:
        """List these, those of the newsroom first."""
        self.list.clear()
        self._add_group(self.tr("Untuk redaksi, di semua rilis"), newsroom, IgnoreScope.NEWSROOM)
        self._add_group(self.tr("Di rilis yang terbuka"), release, IgnoreScope.RELEASE)
        is_empty = self.list.count() == 0
        self.nothing.setVisible(is_empty)
        self.list.setVisible(not is_empty)
        self._enable()

    def apply_theme(self) -> None:
        for item in map(self.list.item, range(self.list.count())):
            if item.data(Qt.ItemDataRole.UserRole) is None:
                item.setForeground(self._theme.color("ink3"))

    def _add_group(self, heading: str, ignores: Iterable[Ignore], reach: IgnoreScope) -> None:
        ordered = sorted(ignores, key=lambda i: (i.text, i.rule, i.paragraph or ""))
        if ordered:
            item = QListWidgetItem(heading, self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(self._theme.ui_font(11, 500))
            item.setForeground(self._theme.color("ink3"))
        for ignore in ordered:
            rule = self._rules.get(ignore.rule)
            text = ignore.text or self.tr("spasi atau baris kosong")
            said = f"“{text}”  ·  {rule.name if rule else ignore.rule}"
            if ignore.paragraph is not None:
                said += f"  ·  {self.tr('satu paragraf')}"
            item = QListWidgetItem(said, self.list)
            item.setData(Qt.ItemDataRole.UserRole, (ignore, reach))

    def _mark_chosen(self) -> None:
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        for entry in chosen:
            if entry is not None:
                self.mark_again.emit(Ignore(*entry[0]), entry[1])

    def _enable(self) -> None:
        self.again.setEnabled(bool(self.list.selectedItems()))
