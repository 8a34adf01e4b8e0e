"""Popups over the page for a link's address and for a photo's caption and credit."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton, LinkButton, QuietButton, label
from bnews_desk.release import Photo

_SIGN = r"[^\s\x00-\x1f\x7f]"
"""Characters allowed in an address: no control character, which no export and no archive takes."""
_ADDRESS = re.compile(rf"(?:https?://(?!/){_SIGN}+|mailto:{_SIGN}+@{_SIGN}+)$", re.IGNORECASE)
_BARE_SITE = re.compile(rf"[\w-]+(?:\.[\w-]+)+(?:/{_SIGN}*)?$")
_MARGIN = 12


class _Popup(QFrame):
    """A card that closes on Esc and on a click elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.theme = theme
        self.setProperty("ground", "popup")  # a window has no round corners everywhere
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_at(self, place: QPoint) -> None:
        """Show the card below a place (global pixels), inside the screen."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(place) or self.screen()
        room = screen.availableGeometry()
        x = min(max(place.x(), room.left()), room.right() - self.width())
        y = min(place.y(), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class LinkPopup(_Popup):
    """Asks for the address of a link."""

    chosen = Signal(str)
    """The address; empty to remove the link."""

    def __init__(self, theme: Theme, address: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.field = QLineEdit(address, self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Alamat tautan"))
        self.field.setMinimumWidth(280)
        self.field.returnPressed.connect(self.accept)
        self.complaint = label("", "help", "err", self)
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.accept_button = FilledButton(theme, self.tr("Pasang"), parent=self)
        self.accept_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.accept_button)
        if address:
            self.remove_button = LinkButton(theme, self.tr("Lepas tautan"), parent=self)
            self.remove_button.clicked.connect(lambda: self._choose(""))
            row.addWidget(self.remove_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.addLayout(row)
        box.addWidget(self.complaint)
        self.setFocusProxy(self.field)
        self.field.selectAll()

    def accept(self) -> None:
        """Take the address, or say why it cannot be one."""
        address = completed(self.field.text())
        if address is not None:
            self._choose(address)
            return
        self.complaint.setText(
            self.tr(
                "Alamat ini belum lengkap sehingga tautan tidak dapat dipasang; tulis misalnya"
                " https://contoh.id/berita."
            )
        )
        self.complaint.show()
        self.adjustSize()

    def _choose(self, address: str) -> None:
        self.chosen.emit(address)
        self.close()


class PhotoPopup(_Popup):
    """Edits the texts of a photo; they are applied when the card closes."""

    changed = Signal(object)
    """The ``Photo`` with its new texts."""
    removed = Signal(object)
    """The photo is to be removed."""

    def __init__(self, theme: Theme, photo: Photo, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._photo = photo
        self.caption = self._field(photo.caption)
        self.credit = self._field(photo.credit)
        self.alt_text = self._field(photo.alt_text)
        form = QFormLayout()
        form.addRow(self.tr("Keterangan"), self.caption)
        form.addRow(self.tr("Kredit"), self.credit)
        form.addRow(self.tr("Teks alternatif"), self.alt_text)
        self.remove_button = LinkButton(theme, self.tr("Lepas foto"), parent=self)
        self.remove_button.clicked.connect(self._remove)
        self.close_button = QuietButton(theme, self.tr("Selesai"), parent=self)
        self.close_button.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.remove_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.addLayout(form)
        box.addLayout(row)
        self.setFocusProxy(self.caption)

    def hideEvent(self, event: object) -> None:  # noqa: N802
        """Apply the texts, however the card was closed."""
        after = self._photo._replace(
            caption=self.caption.text().strip(),
            credit=self.credit.text().strip(),
            alt_text=self.alt_text.text().strip(),
        )
        if after != self._photo:
            self._photo = after
            self.changed.emit(after)
        super().hideEvent(event)  # type: ignore[arg-type]

    def _field(self, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setMinimumWidth(320)
        field.returnPressed.connect(self.close)
        return field

    def _remove(self) -> None:
        self.removed.emit(self._photo)
        self.close()


def completed(address: str) -> str | None:
    """A complete address from what was written, None where it cannot be one; empty stays empty."""
    bare = address.strip()
    if not bare or _ADDRESS.match(bare):
        return bare
    return f"https://{bare}" if _BARE_SITE.match(bare) else None
