"""Indonesian for the texts that Qt brings itself, for which it ships no Indonesian.

Menus of text fields, standard buttons, Qt's own file dialog. Install one translator::

    texts = StandardTexts(app)
    app.installTranslator(texts)
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QTranslator

_EDITING: Mapping[str, str] = MappingProxyType(
    {
        "&Undo": "&Urungkan",
        "&Redo": "U&langi",
        "Cu&t": "Po&tong",
        "&Copy": "&Salin",
        "Copy &Link Location": "Salin alamat &tautan",
        "&Paste": "&Tempel",
        "Delete": "Hapus",
        "Select All": "Pilih semua",
        "&Select All": "Pilih &semua",
        "&Step up": "&Naikkan",
        "Step &down": "&Turunkan",
        "Insert Unicode control character": "Sisipkan karakter kendali Unicode",
    }
)

_BUTTONS: Mapping[str, str] = MappingProxyType(
    {
        "OK": "Oke",
        "&OK": "&Oke",
        "Save": "Simpan",
        "&Save": "&Simpan",
        "Save All": "Simpan semua",
        "Open": "Buka",
        "&Open": "&Buka",
        "&Yes": "&Ya",
        "Yes to &All": "Ya untuk &semua",
        "&No": "&Tidak",
        "N&o to All": "T&idak untuk semua",
        "Abort": "Hentikan",
        "Retry": "Coba lagi",
        "Ignore": "Abaikan",
        "Close": "Tutup",
        "&Close": "&Tutup",
        "Cancel": "Batal",
        "&Cancel": "&Batal",
        "Discard": "Buang",
        "Don't Save": "Jangan simpan",
        "Close without Saving": "Tutup tanpa menyimpan",
        "Help": "Bantuan",
        "Apply": "Terapkan",
        "Reset": "Setel ulang",
        "Restore Defaults": "Kembalikan setelan awal",
    }
)

_FILES: Mapping[str, str] = MappingProxyType(
    {
        "Look in:": "Lihat di:",
        "&Look in:": "&Lihat di:",
        "File &name:": "&Nama berkas:",
        "Files of type:": "Jenis berkas:",
        "Files of &type:": "&Jenis berkas:",
        "Directory:": "Folder:",
        "Directories": "Folder",
        "Save As": "Simpan sebagai",
        "&Choose": "&Pilih",
        "&Rename": "Ganti &nama",
        "&Delete": "&Hapus",
        "&New Folder": "Folder &baru",
        "New Folder": "Folder baru",
        "Create New Folder": "Buat folder baru",
        "Create a New Folder": "Buat folder baru",
        "Show &hidden files": "Tampilkan berkas &tersembunyi",
        "All Files (*)": "Semua berkas (*)",
        "All files (*)": "Semua berkas (*)",
        "Back": "Mundur",
        "Go back": "Mundur",
        "Forward": "Maju",
        "Go forward": "Maju",
        "Parent Directory": "Folder induk",
        "Go to the parent directory": "Ke folder induk",
        "List View": "Tampilan daftar",
        "Change to list view mode": "Tampilkan sebagai daftar",
        "Detail View": "Tampilan rinci",
        "Change to detail view mode": "Tampilkan dengan rinci",
        "Files": "Berkas",
        "Sidebar": "Bilah samping",
        "List of places and bookmarks": "Daftar tempat dan penanda",
        "Computer": "Komputer",
        "My Computer": "Komputer",
        "Find Directory": "Cari folder",
        "Remove": "Hapus",
        "Show ": "Tampilkan ",
        "Name": "Nama",
        "Size": "Ukuran",
        "Kind": "Jenis",
        "Type": "Jenis",
        "Date Modified": "Diubah",
        "Drive": "Kandar",
        "File": "Berkas",
        "Folder": "Folder",
        "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nTimpa berkas itu?",
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
            "%1\nFolder itu tidak ada.\nPeriksa kembali nama foldernya."
        ),
        "%1\nFile not found.\nPlease verify the correct file name was given.": (
            "%1\nBerkas itu tidak ada.\nPeriksa kembali nama berkasnya."
        ),
    }
)

_SCROLLING: Mapping[str, str] = MappingProxyType(
    {
        "Scroll here": "Gulir ke sini",
        "Top": "Paling atas",
        "Bottom": "Paling bawah",
        "Left edge": "Paling kiri",
        "Right edge": "Paling kanan",
        "Page up": "Satu layar ke atas",
        "Page down": "Satu layar ke bawah",
        "Page left": "Satu layar ke kiri",
        "Page right": "Satu layar ke kanan",
        "Scroll up": "Gulir ke atas",
        "Scroll down": "Gulir ke bawah",
        "Scroll left": "Gulir ke kiri",
        "Scroll right": "Gulir ke kanan",
    }
)

TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "QWidgetTextControl": _EDITING,
        "QLineEdit": _EDITING,
        "QAbstractSpinBox": _EDITING,
        "QUnicodeControlCharacterMenu": _EDITING,
        "QPlatformTheme": _BUTTONS,
        "QDialogButtonBox": _BUTTONS,
        "QGnomeTheme": _BUTTONS,
        "QMessageBox": _BUTTONS,
        "QFileDialog": MappingProxyType({**_BUTTONS, **_FILES}),
        "QFileSystemModel": _FILES,
        "QAbstractFileIconProvider": _FILES,
        "QScrollBar": _SCROLLING,
    }
)
"""Qt's contexts, each with its English texts and ours."""


class IndonesianQtTexts(QTranslator):
    """Translates Qt's own texts; leaves all others alone."""

    def isEmpty(self) -> bool:  # noqa: N802
        """Never, or Qt would not call ``translate``."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The Indonesian text, or None where it is not one of Qt's."""
        texts = TEXTS.get(context)
        return texts.get(sourceText) if texts is not None else None
