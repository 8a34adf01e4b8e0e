"""Chooses whether, and in which form, an export fills the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from bnews_desk.gui.publish.export_choices import CLIPBOARD_FORMS
from bnews_desk.gui.publish.tick_row import TickRow
from bnews_desk.gui.shared.theme import Theme, ThemedWidget


class ClipboardRow(ThemedWidget, TickRow):
    """A tick box with a choice of the form beside it; choosing a form ticks the box."""

    changed = Signal()
    """Another form, or none, was chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.form = _FormChoice()
        super().__init__(QCheckBox(), self.form, parent)
        self._theme = theme
        self.box.setText(self.tr("Papan klip"))
        self.box.setAccessibleName(self.tr("Papan klip"))
        self.box.setAccessibleDescription(self.tr("Salin naskah ke papan klip saat diekspor"))
        for key in CLIPBOARD_FORMS:
            self.form.addItem(clipboard_name(key), key)
            self.form.setItemData(self.form.count() - 1, _about(key), Qt.ItemDataRole.ToolTipRole)
        self.form.setAccessibleName(self.tr("Bentuk di papan klip"))
        self.box.toggled.connect(lambda _is_on: self.changed.emit())
        self.form.activated.connect(self._take_form)
        self._update_tooltip()
        self.apply_theme()

    def chosen(self) -> str:
        """The chosen form; '' when the clipboard is to be left alone."""
        return str(self.form.currentData()) if self.box.isChecked() else ""

    def show_chosen(self, form: str) -> None:
        """Show a choice without emitting ``changed``."""
        self.box.blockSignals(True)
        self.box.setChecked(bool(form))
        self.box.blockSignals(False)
        if form:
            self.form.setCurrentIndex(self.form.findData(form))
        self._update_tooltip()

    def apply_theme(self) -> None:
        self.form.setFont(self._theme.ui_font(12))

    def _take_form(self) -> None:
        self._update_tooltip()
        if self.box.isChecked():
            self.changed.emit()
        else:
            self.box.setChecked(True)

    def _update_tooltip(self) -> None:
        about = _about(str(self.form.currentData()))
        self.form.setToolTip(about)
        self.form.setAccessibleDescription(about)


class _FormChoice(QComboBox):
    """A combo box that ignores the mouse wheel, so that the wheel always scrolls the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


def clipboard_name(form: str) -> str:
    """The name of a clipboard form in the window."""
    return {
        "text": _tr("teks polos"),
        "rich": _tr("teks berformat"),
        "html": _tr("kode HTML"),
        "wordpress": _tr("blok WordPress"),
    }[form]


def _about(form: str) -> str:
    return {
        "text": _tr("Tulisan saja, seperti di berkas TXT"),
        "rich": _tr("Tebal, miring, dan tautan ikut di surel, dokumen, dan editor laman"),
        "html": _tr("Kode halaman, untuk kolom sumber di laman"),
        "wordpress": _tr("Kode blok, untuk editor kode WordPress"),
    }[form]


def _tr(source: str) -> str:
    return QCoreApplication.translate("ClipboardRow", source)
