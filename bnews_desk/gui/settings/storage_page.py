"""The settings page of journal, archive, watched folder and log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from bnews_desk.gui.settings.settings_page import SettingsPage, set_label_text
from bnews_desk.gui.shared.theme import Theme


class StoragePage(SettingsPage):
    """Shows where files are stored; a change of the archive takes effect at the next start."""

    folder_wanted = Signal(str)
    """Open a folder, or the folder of a file."""
    archive_changed = Signal(str)
    """Where the archive is from the next start on: a path or an address; '' for the default."""
    archive_file_wanted = Signal()
    """Choose a file for the archive."""
    inbox_wanted = Signal()
    """Choose a folder to be watched."""
    inbox_ended = Signal()
    """Stop watching the folder."""
    log_detail_changed = Signal(bool)
    """Whether the log is detailed."""

    def __init__(self, theme: Theme) -> None:
        tr = self.tr
        super().__init__(
            theme,
            tr("Jurnal dan arsip"),
            tr("Semua tersimpan sendiri; di sini hanya diatur letaknya."),
        )
        self._add_journal()
        self._add_archive()
        self._add_inbox()
        self._add_log()
        self.end()

    def show_journal(self, path: str) -> None:
        """Show the path of the draft journal."""
        self._journal.setText(path)

    def show_archive(self, place: str, *, is_usual: bool, backups: str, next_place: str) -> None:
        """Show where the archive and its backups are, and where it is after the next start.

        ``backups`` is '' when the server makes them, ``next_place`` when nothing changes.
        """
        if not self.archive.hasFocus():
            self.archive.setText(next_place or place)
        self.usual.setEnabled(bool(next_place) or not is_usual)
        self._backups.setText(backups or self.tr("diurus oleh server basis data"))
        self.backups.setVisible(bool(backups))
        told = ""
        if next_place:
            told = self.tr(
                "Sekarang masih: {0}. Yang baru dipakai setelah B-News Desk dibuka lagi."
            )
        set_label_text(self._archive_note, told.format(place))

    def hide_password(self, place: str) -> None:
        """Show the typed address without its password, which is being stored."""
        self.archive.setText(place)
        set_label_text(self._archive_note, self.tr("Menyimpan sandi…"))

    def show_password_note(self, sentence: str) -> None:
        """Show where the archive's password is stored."""
        said = filter(None, (self._archive_note.text(), sentence))
        set_label_text(self._archive_note, " ".join(said))

    def show_archive_fault(self, sentence: str) -> None:
        """Show why the text typed is not a valid place for the archive."""
        set_label_text(self._archive_note, sentence, "err")

    def show_inbox(self, folder: str) -> None:
        """Show the watched folder, '' for none."""
        self._inbox.setText(folder or self.tr("belum ada folder"))
        self.inbox_end.setEnabled(bool(folder))

    def show_log_detail(self, *, is_detailed: bool) -> None:
        """Show whether the log is detailed, without emitting a signal."""
        self.detailed_log.blockSignals(True)
        self.detailed_log.setChecked(is_detailed)
        self.detailed_log.blockSignals(False)

    def _add_journal(self) -> None:
        tr = self.tr
        self.add_section(tr("Jurnal"))
        self.add_text(tr("Setiap ketikan aman di sini dalam dua detik, di komputer ini."))
        self._journal = self.add_value(tr("Berkas"))
        folder = self.button(tr("Buka folder"))
        folder.setAccessibleName(tr("Buka folder: jurnal"))
        folder.clicked.connect(lambda: self.folder_wanted.emit(self._journal.text()))
        self.add_buttons(folder)

    def _add_archive(self) -> None:
        tr = self.tr
        self.add_section(tr("Arsip"))
        self.add_text(
            tr(
                "Semua rilis, aslinya, dan versinya: sebuah berkas, atau alamat postgresql:// bila"
                " seluruh redaksi memakai satu arsip. Sandi di alamat itu (nama:sandi@server)"
                " disimpan di penyimpan sandi komputer ini, tidak di setelan."
            )
        )
        self.archive = QLineEdit()
        self.archive.setAccessibleName(tr("Letak arsip"))
        self.archive.editingFinished.connect(self._take_archive)
        self.add(self.archive)
        self._archive_note = self.add_text()
        choose = self.button(tr("Pilih berkas…"))
        choose.setAccessibleName(tr("Pilih berkas arsip"))
        choose.clicked.connect(self.archive_file_wanted)
        self.usual = self.button(tr("Letak bawaan"))
        self.usual.clicked.connect(lambda: self.archive_changed.emit(""))
        self.add_buttons(choose, self.usual)
        self._backups = self.add_value(tr("Cadangan harian"))
        self.backups = self.button(tr("Buka folder cadangan"))
        self.backups.clicked.connect(lambda: self.folder_wanted.emit(self._backups.text()))
        self.add_buttons(self.backups)

    def _add_inbox(self) -> None:
        tr = self.tr
        self.add_section(tr("Kotak masuk"))
        self.add_text(
            tr("Berkas baru di folder ini muncul di Kotak masuk dan siap diimpor dengan satu klik.")
        )
        self._inbox = self.add_value(tr("Folder"))
        choose = self.button(tr("Pilih folder…"))
        choose.setAccessibleName(tr("Pilih folder kotak masuk"))
        choose.clicked.connect(self.inbox_wanted)
        self.inbox_end = self.button(tr("Jangan pantau"))
        self.inbox_end.clicked.connect(self.inbox_ended)
        self.add_buttons(choose, self.inbox_end)

    def _add_log(self) -> None:
        tr = self.tr
        self.add_section(tr("Catatan program"))
        self.add_text(
            tr(
                "Yang gagal tanpa merugikan naskah dicatat di catatan.log, di folder jurnal, tanpa"
                " isi naskah. Catatan yang lebih rinci membantu mencari sebab sebuah gangguan."
            )
        )
        self.detailed_log = QCheckBox(tr("Catat lebih rinci"))
        self.detailed_log.toggled.connect(self.log_detail_changed)
        self.add(self.detailed_log)

    def _take_archive(self) -> None:
        if self.archive.isModified():
            self.archive.setModified(False)
            self.archive_changed.emit(self.archive.text().strip())
