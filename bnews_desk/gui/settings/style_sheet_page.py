"""The settings page of the style sheet, and its controller."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bnews_desk.gui.settings.settings_page import SettingsPage, set_label_text
from bnews_desk.gui.shared.theme import Theme

if TYPE_CHECKING:
    from bnews_desk.gui.settings.settings_context import SettingsContext


class StyleSheetPageController(QObject):
    """Applies the choices of the page; an unusable sheet changes nothing and is reported.

    ``say`` shows how an action went, ``open_file`` opens a file with the system's own program.
    """

    changed = Signal()
    """Another sheet is in use, and with it perhaps another dictionary."""

    def __init__(
        self,
        page: StyleSheetPage,
        parts: SettingsContext,
        say: Callable[[str], object],
        open_file: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._page, self._register, self._sheet = page, parts.register, parts.sheet
        self._say, self._over = say, parent
        page.choose_wanted.connect(self._choose)
        page.open_wanted.connect(lambda: open_file(self._register.path))
        page.copy_wanted.connect(self._begin_own)
        page.shipped_wanted.connect(self._use_shipped)
        self._show()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._over,
            self.tr("Gaya selingkung"),
            os.path.dirname(self._register.path),
            self.tr("Gaya selingkung (*.toml)"),
        )
        if path:
            said = self.tr("Gaya selingkung itu dipakai mulai sekarang.")
            self._tell(self._sheet.use(path), said)

    def _begin_own(self) -> None:
        said = self.tr("Gaya selingkung redaksi dibuat dan dipakai.")
        self._tell(self._sheet.begin_own_sheet(), said)

    def _use_shipped(self) -> None:
        self._tell(self._sheet.use(""), self.tr("Gaya selingkung bawaan dipakai."))

    def _tell(self, fault: str, said: str) -> None:
        self._say(fault or said)
        self._show()
        if not fault:
            self.changed.emit()

    def _show(self) -> None:
        register = self._register
        self._page.show_sheet(register.house.name, register.path, register.faults)


class StyleSheetPage(SettingsPage):
    """Shows the style sheet in use, with buttons that open or change it."""

    choose_wanted = Signal()
    """Choose another file."""
    open_wanted = Signal()
    """Open the file in the system's editor."""
    copy_wanted = Signal()
    """Create the newsroom's own sheet, a copy of the shipped one."""
    shipped_wanted = Signal()
    """Use the shipped sheet."""

    def __init__(self, theme: Theme) -> None:
        tr = self.tr
        super().__init__(
            theme,
            tr("Gaya selingkung"),
            tr(
                "Nama situs, tempat, kode sumber, inisial, nama editor, batas panjang, dan aturan"
                " yang dipakai redaksi, dalam satu berkas TOML."
            ),
        )
        self.add_section(tr("Yang dipakai"))
        self._name = self.add_value(tr("Nama"))
        self._path = self.add_value(tr("Berkas"))
        self._faults = self.add_text(ink="warn")
        self.choose = self.button(tr("Pilih berkas…"), tr("Pakai gaya selingkung yang lain"))
        self.open = self.button(tr("Buka"), tr("Buka berkasnya di editor teks komputer ini"))
        self.copy = self.button(
            tr("Buat milik redaksi"), tr("Salin yang bawaan menjadi berkas yang boleh diubah")
        )
        self.shipped = self.button(tr("Pakai bawaan"), tr("Kembali ke gaya selingkung bawaan"))
        self.add_buttons(self.choose, self.open, self.copy, self.shipped)
        self.add_text(
            tr("Berkas yang diubah di editor lain dibaca lagi begitu Anda kembali ke jendela ini.")
        )
        self.end()
        self.choose.clicked.connect(self.choose_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.shipped.clicked.connect(self.shipped_wanted)

    def show_sheet(self, name: str, path: str, faults: Sequence[str]) -> None:
        """Show the sheet in use; ``path`` is '' for the shipped one."""
        self._name.setText(name)
        self._path.setText(path or self.tr("bawaan B-News Desk"))
        set_label_text(self._faults, "\n".join(faults), "warn")
        self.open.setVisible(bool(path))
        self.copy.setVisible(not path)
        self.shipped.setEnabled(bool(path))
