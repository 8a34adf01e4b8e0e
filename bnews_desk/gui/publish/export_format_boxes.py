"""The tick boxes of the export formats: usual ones visible, others folded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.gui.publish.clipboard_row import ClipboardRow
from bnews_desk.gui.publish.export_choices import FileForm, file_forms
from bnews_desk.gui.publish.tick_row import TickRow
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import label
from bnews_desk.gui.shared.widgets.fold import FoldButton

_MOST_NAMED = 3
"""The most folded forms listed by name; of more, the number is shown."""


class ExportFormatBoxes(ThemedWidget, QWidget):
    """A tick box for each form and one for the clipboard; the fold lists the folded forms that are
    ticked.

    ``indent`` is the indentation in px that aligns the fold with a heading.
    """

    changed = Signal()
    """Other forms are ticked."""
    unfolded = Signal(bool)
    """Whether the folded forms are visible."""

    def __init__(self, theme: Theme, indent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: dict[str, QCheckBox] = {}
        self._notes: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._others = QWidget(self)
        below = QVBoxLayout(self._others)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        for form in file_forms():
            (self._column if form.is_usual else below).addWidget(self._row(form))
        self.clipboard = ClipboardRow(theme, self)
        self.clipboard.setMinimumHeight(28)
        self.fold = FoldButton(theme, self)
        self.fold.setAccessibleDescription(self.tr("Bentuk ekspor lain dan pola nama berkas"))
        beside = QHBoxLayout()
        beside.setContentsMargins(indent - 4, 2, 0, 2)
        beside.addWidget(self.fold)
        beside.addStretch(1)
        self._column.addWidget(self.clipboard)
        self._column.addLayout(beside)
        self._column.addWidget(self._others)
        self._others.hide()
        self._connect()
        self._show_ticked()
        self.apply_theme()

    def files(self) -> tuple[str, ...]:
        """The keys of the ticked file forms, in their order."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def show_chosen(self, files: tuple[str, ...], clipboard: str) -> None:
        """Tick these forms without emitting ``changed``."""
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in files)
            box.blockSignals(False)
        self.clipboard.show_chosen(clipboard)
        self._show_ticked()

    def focus_first(self) -> None:
        """Put the focus on the first tick box."""
        next(iter(self._boxes.values())).setFocus()

    def apply_theme(self) -> None:
        self.fold.setFont(self._theme.ui_font(13))
        for note in self._notes:
            note.setFont(self._theme.ui_font(12))

    def _row(self, form: FileForm) -> TickRow:
        """A tick box with the form's short name at the right."""
        note = form.short
        box = QCheckBox(form.title, self)
        box.setAccessibleName(f"{box.text()} {note}")
        box.setAccessibleDescription(self.tr("Bentuk ekspor"))
        beside = label(note, ink="ink2")
        beside.setBuddy(box)
        self._boxes[form.key] = box
        self._notes.append(beside)
        row = TickRow(box, beside, self)
        row.setMinimumHeight(28)
        return row

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.toggled.connect(self._emit_changed)
        self.clipboard.changed.connect(self._emit_changed)
        self.fold.toggled.connect(self._unfold)

    def _emit_changed(self) -> None:
        self._show_ticked()
        self.changed.emit()

    def _unfold(self, is_open: bool) -> None:
        self._others.setVisible(is_open)
        self._show_ticked()
        self.unfolded.emit(is_open)

    def _show_ticked(self) -> None:
        """List the ticked forms on the closed fold."""
        ticked = [form for form in file_forms() if not form.is_usual and form.key in self.files()]
        said = ", ".join(form.short for form in ticked)
        if len(ticked) > _MOST_NAMED:
            said = self.tr("{count} dicentang").format(count=len(ticked))
        is_told = bool(said) and not self.fold.isChecked()
        more = self.tr("Bentuk lain: {forms}").format(forms=said)
        self.fold.setText(more if is_told else self.tr("Bentuk lain…"))
        self.fold.setAccessibleName(self.fold.text())
        self.fold.updateGeometry()
