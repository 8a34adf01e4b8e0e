"""The settings page of the user dictionaries: their sizes and files."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from bnews_desk.gui.settings.settings_page import SettingsPage
from bnews_desk.gui.shared.theme import Theme


class DictionariesPage(SettingsPage):
    """Shows both dictionaries; their words are edited in a dialog of its own."""

    edit_wanted = Signal()
    """Open the dialog of the dictionaries."""
    folder_wanted = Signal(str)
    """Open the folder of a file."""

    def __init__(self, theme: Theme) -> None:
        tr = self.tr
        super().__init__(
            theme,
            tr("Kamus"),
            tr("Kata yang tertulis di sini tidak ditandai salah eja dan dipakai untuk usul."),
        )
        self._values = {}
        for key, name, about in (
            ("own", tr("Kamus saya"), tr("Hanya untuk Anda, di komputer ini.")),
            (
                "newsroom",
                tr("Kamus redaksi"),
                tr("Terletak di sebelah gaya selingkung, jadi ikut bila berkas itu dibagi."),
            ),
        ):
            self.add_section(name)
            self.add_text(about)
            self._values[key] = (self.add_value(tr("Isi")), self.add_value(tr("Berkas")))
            folder = self.button(tr("Buka folder"))
            folder.setAccessibleName(tr("Buka folder: {0}").format(name))
            folder.clicked.connect(partial(self._want_folder, key))
            self.add_buttons(folder)
        self.add_section(tr("Mengubah kata"))
        self.edit = self.button(
            tr("Buka kamus…"), tr("Tambah, ubah, hapus, impor, atau ekspor kata")
        )
        self.edit.clicked.connect(self.edit_wanted)
        self.add_buttons(self.edit)
        self.end()

    def show_dictionary(self, key: str, count: int, path: str) -> None:
        """Show the number of words and the file of the dictionary ``own`` or ``newsroom``."""
        words, place = self._values[key]
        words.setText(self.tr("{0} kata").format(f"{count:,}".replace(",", ".")))
        place.setText(path)

    def _want_folder(self, key: str) -> None:
        self.folder_wanted.emit(self._values[key][1].text())
