"""Gaya selingkung: which style sheet the newsroom judges by, and the file it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from bnews_desk.gui.settings.settings_page import SettingsPage, tell
from bnews_desk.gui.shared.theme import Theme


class StylePage(SettingsPage):
    """Shows the style sheet in use and leads to another."""

    choose_wanted = Signal()
    """Another file shall be used."""
    open_wanted = Signal()
    """The file shall be opened in the system's editor."""
    copy_wanted = Signal()
    """The newsroom shall have a sheet of its own, begun as the shipped one."""
    shipped_wanted = Signal()
    """The shipped one shall be used."""

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
        """Show what is used; ``path`` is '' for the shipped one."""
        self._name.setText(name)
        self._path.setText(path or self.tr("bawaan B-News Desk"))
        tell(self._faults, "\n".join(faults), "warn")
        self.open.setVisible(bool(path))
        self.copy.setVisible(not path)
        self.shipped.setEnabled(bool(path))
