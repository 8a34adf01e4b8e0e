"""One part of a release on the import sheet: tick box, kind, confidence and text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.gui.imports.import_texts import MIN_SURENESS, part_kind_name
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import LinkButton, label, set_look
from bnews_desk.importers.parts.copy_selection import PartChoice
from bnews_desk.importers.parts.recognised_parts import Part

MOST_SHOWN = 3
"""The most paragraphs of a part that are shown until the others are asked for."""
MOST_LETTERS = 600
"""The most code points of a paragraph that are shown."""
KIND_WIDTH = 112
KIND_INDENT = 12
"""Pixels by which texts below a kind are indented to align with the kind's name."""
TICK_WIDTH = 22
BAR = 2
_DASH = 5
_OPENING = 60


class ConfidenceBar(QWidget):
    """A line beside a part: dark when the part is ticked, dashed when its kind is doubtful."""

    def __init__(self, theme: Theme, *, is_sure: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._is_sure = theme, is_sure
        self.is_taken = False
        self.setFixedWidth(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        colour = self._theme.color("fill" if self.is_taken else "line2")
        step = self.height() if self._is_sure else 2 * _DASH
        for top in range(0, self.height(), max(1, step)):
            painter.fillRect(QRect(0, top, BAR, step if self._is_sure else _DASH), colour)
        painter.end()


class PartRow(ThemedWidget, QWidget):
    """A part with its tick box, the menu of kinds, the confidence line and the text.

    A part that is not in the text has an ``origin`` in words instead, and its kind cannot be
    changed.
    """

    changed = Signal()
    """The tick or the kind has changed."""
    split_wanted = Signal()
    """Each of its paragraphs is to become a part of its own."""

    def __init__(
        self,
        theme: Theme,
        part: Part,
        texts: Sequence[str],
        *,
        is_taken: bool,
        origin: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.part, self._origin = theme, part, origin
        self.kind = part.kind
        self._texts = [text for text in texts if text.strip()]
        self.tick = QCheckBox(self)
        self.tick.setChecked(is_taken)
        self.tick.setFixedWidth(TICK_WIDTH)
        self.menu_button = QToolButton(self)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if origin:
            self.menu_button.setEnabled(False)
        else:
            self.menu_button.setMenu(self._menu())
        self.bar = ConfidenceBar(theme, is_sure=self.is_sure, parent=self)
        self._previews = QVBoxLayout()
        self._lay_out()
        self._show_texts(MOST_SHOWN)
        self._update_texts()
        self.tick.toggled.connect(self._take_tick)

    @property
    def is_sure(self) -> bool:
        """Whether the part is not marked as doubtful."""
        return self.part.sureness >= MIN_SURENESS

    @property
    def choice(self) -> PartChoice:
        """The editor's choice for the part."""
        return PartChoice(self.kind, self.part.paragraphs, self.tick.isChecked())

    def set_kind(self, kind: PartKind) -> None:
        """Change the kind; copy is then ticked, furniture is not."""
        if kind is not self.kind:
            self.kind = kind
            self.tick.setChecked(kind.is_copy)
            for action in self._actions.actions():
                action.setChecked(action.data() == kind.value)
            self._update_texts()
            self.changed.emit()

    def apply_theme(self) -> None:
        self._update_look()

    def show_all(self) -> None:
        """Show every paragraph of the part."""
        self._show_texts(len(self._texts))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._actions = QActionGroup(menu)
        for kind in PartKind:
            action = QAction(part_kind_name(kind), self._actions)
            action.setCheckable(True)
            action.setChecked(kind is self.kind)
            action.setData(kind.value)
            action.triggered.connect(partial(self.set_kind, kind))
            menu.addAction(action)
        if len(self.part.paragraphs) > 1:
            menu.addSeparator()
            split = menu.addAction(self.tr("Pisahkan tiap paragraf"))
            split.triggered.connect(self.split_wanted)
        return menu

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        doubt = "" if self.is_sure else self.tr("kurang yakin")
        for said, ink in ((self._origin, "ink2"), (doubt, "warn")):
            if said:
                below = label(said, "meta", ink, self)
                below.setIndent(KIND_INDENT)
                below.setToolTip(self._doubt() if said == doubt else "")
                left.addWidget(below)
        left.addStretch(1)
        holder = QWidget(self)
        holder.setFixedWidth(KIND_WIDTH)
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(holder)
        row.addWidget(self.bar)
        row.addSpacing(10)
        row.addLayout(self._previews, 1)

    def _show_texts(self, most: int) -> None:
        while (item := self._previews.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._labels = []
        for text in self._texts[:most]:
            shown = text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "…"
            preview = label(shown, parent=self)
            preview.setWordWrap(True)
            self._labels.append(preview)
            self._previews.addWidget(preview)
        rest = len(self._texts) - most
        if rest > 0:
            more = LinkButton(self._theme, self.tr("{0} paragraf lagi").format(rest), parent=self)
            more.clicked.connect(self.show_all)
            self._previews.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._previews.setSpacing(6 if self.kind is PartKind.BODY else 1)
        self._update_look()

    def _take_tick(self) -> None:
        self._update_texts()
        self.changed.emit()

    def _doubt(self) -> str:
        """The tooltip of a doubtful part: the confidence, and what to do."""
        said = self.tr(
            "Kemungkinan benar {0} %; periksa, lalu ganti jenis atau centangnya bila perlu."
        )
        return said.format(round(100 * self.part.sureness))

    def _update_texts(self) -> None:
        """Update the kind's name, tooltips and accessible texts."""
        name = part_kind_name(self.kind)
        self.menu_button.setText(name if self._origin else f"{name} ▾")
        opening = self._texts[0][:_OPENING] if self._texts else ""
        origin = f" ({self._origin})" if self._origin else ""
        self.tick.setAccessibleName(f"{name}{origin}: {opening}")
        percent = self.tr("kemungkinan benar {0} %").format(round(100 * self.part.sureness))
        taken = self.tr("masuk ke naskah") if self.tick.isChecked() else self.tr("tidak dibawa")
        self.tick.setAccessibleDescription(f"{taken}; {percent}")
        self.menu_button.setAccessibleName(self.tr("Jenis bagian: {0}").format(name))
        self.menu_button.setToolTip(percent)
        self.bar.setToolTip(percent)
        self._update_look()

    def _update_look(self) -> None:
        is_taken = self.tick.isChecked()
        self.bar.is_taken = is_taken
        self.bar.update()
        is_headline = self.kind is PartKind.HEADLINE
        font = self._theme.page_font(18 if is_headline else 14, 700 if is_headline else 400)
        for preview in self._labels:
            preview.setFont(font)
            set_look(preview, ink="" if is_taken else "ink3")
