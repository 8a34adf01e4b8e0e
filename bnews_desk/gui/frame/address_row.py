"""The field *Alamat terbit*: the web address of the published article."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from bnews_desk.frame.field_states import FieldCondition
from bnews_desk.gui.editor.link_and_photo_popups import completed
from bnews_desk.gui.frame.condition_mark import ConditionMark
from bnews_desk.gui.shared.theme import Theme


class AddressRow(QWidget):
    """A field for a web address; disabled until the stored address is known.

    An invalid address is marked with a triangle and not used.
    """

    edited = Signal(str)
    """The new address, '' for none; emitted when the field loses the focus or on Enter."""

    def __init__(self, theme: Theme, label_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._address = ""
        self.replaced = ""
        """The address before the last edit."""
        self.field = QLineEdit(self)
        self.field.setFixedHeight(26)
        self.field.setAccessibleName(self.tr("Alamat terbit"))
        self.field.setPlaceholderText("https://")
        self.mark = ConditionMark(theme, self)
        label = QLabel(self.tr("Alamat"), self)
        label.setFixedWidth(label_width)
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.field, 1)
        row.addWidget(self.mark)
        self.field.editingFinished.connect(self._take)
        self.show_address(None)

    def show_address(self, address: str | None) -> None:
        """Show an address, '' for none; None when it is not known yet.

        A focused field with unsaved typing is left alone.
        """
        self.field.setEnabled(address is not None)
        self.field.setToolTip(
            self.tr("Alamat berita ini di situs; dipakai tautan “Baca juga”.")
            if address is not None
            else self.tr("Dapat diisi sesudah naskah ini tersimpan di arsip.")
        )
        if self.field.hasFocus() and self.field.isModified():
            return
        self._address = address or ""
        self._show()

    def forget_typing(self) -> None:
        """Let the next ``show_address`` replace typed text."""
        self.field.setModified(False)

    def _take(self) -> None:
        typed = self.field.text().strip()
        address = completed(typed) if typed else ""
        if address is None or address.startswith("mailto:"):
            self._doubt(
                self.tr("Alamat ini belum lengkap; tulis, misalnya, https://contoh.id/berita.")
            )
            return
        before, self._address = self._address, address
        self._show()
        if address != before:
            self.replaced = before
            self.edited.emit(address)

    def _show(self) -> None:
        self._doubt("")
        self.field.setModified(False)
        if self.field.text() != self._address:
            self.field.setText(self._address)
            self.field.setCursorPosition(0)

    def _doubt(self, reason: str) -> None:
        self.mark.set_condition(FieldCondition.DOUBTFUL if reason else FieldCondition.OPEN)
        self.mark.setToolTip(reason)
        self.mark.setAccessibleName(self.tr("Perlu dicek") if reason else "")
        self.mark.setAccessibleDescription(reason)
        self.field.setAccessibleDescription(reason)
