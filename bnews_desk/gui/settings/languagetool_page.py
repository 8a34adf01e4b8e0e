"""The settings page of LanguageTool: which server, what it needs, what is sent."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QWidget,
)

from bnews_desk.gui.findings.second_opinion_service import LOCAL, OFF
from bnews_desk.gui.settings.settings_page import SettingsPage, set_label_text
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import QuietButton, label

SERVER = "server"
_MEGABYTE = 1_000_000
_STEPS = 1_000


class LanguageToolNeed(NamedTuple):
    """Something that a LanguageTool on this computer needs, and a remedy if it is missing."""

    text: str
    remedy: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it is there."""
        return not self.remedy


class LanguageToolPage(SettingsPage):
    """The choice of a server (none, on this computer, elsewhere), and what it needs or is sent."""

    mode_changed = Signal(str)
    """``off``, ``local`` or the typed address of a server."""
    address_edited = Signal(str)
    """An address is being typed; no request is sent there before ``mode_changed``."""
    indonesian_changed = Signal(bool)
    """Whether LanguageTool is asked about Indonesian too."""
    download_wanted = Signal()
    """Download LanguageTool."""
    stop_wanted = Signal()
    """Cancel the download."""
    folder_wanted = Signal()
    """Use a folder with LanguageTool on this computer."""
    zip_wanted = Signal()
    """Use a ZIP file of LanguageTool on this computer."""
    look_wanted = Signal()
    """Look again for what this computer has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("LanguageTool"),
            self.tr(
                "Pendapat kedua, terutama untuk kutipan berbahasa Inggris dan bahasa lain. Temuan"
                " B-News Desk sendiri selalu didahulukan dan tidak pernah menunggunya."
            ),
        )
        self._add_modes()
        self._privacy = self.add_text(" ")
        self._add_needs()
        self.end()

    def show_choice(self, mode: str, *, reads_indonesian: bool) -> None:
        """Show the present choice without emitting a signal."""
        key = mode if mode in (OFF, LOCAL) else SERVER
        for part in (*self.modes.values(), self.indonesian):
            part.blockSignals(True)
        self.modes[key].setChecked(True)
        self.indonesian.setChecked(reads_indonesian)
        for part in (*self.modes.values(), self.indonesian):
            part.blockSignals(False)
        if key == SERVER:
            self.address.setText(mode)
        self._show_mode(key)

    def show_privacy(self, sentence: str, *, is_fault: bool = False, leaves: bool = False) -> None:
        """Show what leaves this computer, or why an address cannot be used."""
        ink = "err" if is_fault else "warn" if leaves else "ink2"
        set_label_text(self._privacy, sentence, ink)

    def show_needs(self, needs: tuple[LanguageToolNeed, ...], *, is_installed: bool) -> None:
        """Show what LanguageTool needs, and what of it is missing on this computer."""
        for line, need in zip(self._needs, needs, strict=True):
            line.show_state(need.text, need.remedy, is_there=need.is_there)
        self._is_installed = is_installed
        self._show_download(is_running=False)

    def is_known(self) -> bool:
        """Whether the needs are shown."""
        return bool(self._needs[0].text)

    def show_progress(self, done: int, total: int) -> None:
        """Show the bytes downloaded, and the total; 0 when it is unknown."""
        self._show_download(is_running=True)
        self._bar.setRange(0, 0)
        told = self.tr("memeriksa dan membuka …") if done else self.tr("menyiapkan …")
        if total and done < total:
            self._bar.setRange(0, _STEPS)
            self._bar.setValue(round(_STEPS * min(done, total) / total))
            told = self.tr("{0} dari {1} MB").format(_mb(done), _mb(total))
        elif done and not total:
            told = self.tr("{0} MB").format(_mb(done))
        self._amount.setText(told)

    def _add_modes(self) -> None:
        tr = self.tr
        self.add_section(tr("Siapa yang ditanya"))
        self.modes: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        for key, text in (
            (OFF, tr("Tidak ada (mati)")),
            (LOCAL, tr("LanguageTool di komputer ini; tidak ada yang dikirim ke luar")),
            (SERVER, tr("Server redaksi")),
        ):
            button = self.modes[key] = QRadioButton(text)
            group.addButton(button)
            button.toggled.connect(partial(self._take_mode, key))
            self.add(button)
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://languagetool.redaksi.id/v2")
        self.address.setAccessibleName(tr("Alamat server LanguageTool"))
        self.address.returnPressed.connect(self._take_address)
        self.address.textEdited.connect(self._preview)
        self.use = self.button(tr("Pakai"), tr("Pakai server di alamat ini"))
        self.use.clicked.connect(self._take_address)
        self._address_row = QWidget()
        row = QHBoxLayout(self._address_row)
        row.setContentsMargins(24, 0, 0, 0)
        row.addWidget(self.address, 1)
        row.addWidget(self.use)
        self.add(self._address_row)
        self.indonesian = QCheckBox(tr("Tanyakan ejaan bahasa Indonesia juga"))
        self.indonesian.toggled.connect(self.indonesian_changed)
        self.add(self.indonesian)

    def _add_needs(self) -> None:
        tr = self.tr
        self._local = self.begin_group()
        self.add_section(tr("Yang diperlukan di komputer ini"))
        self._needs = [self.add_state() for _ in range(2)]
        self._is_installed = False
        self.download = self.button(
            tr("Unduh LanguageTool"), tr("Dari situs resminya, diperiksa sebelum dipakai")
        )
        self.folder = self.button(tr("Pilih folder…"), tr("LanguageTool yang sudah ada di sini"))
        self.zip = self.button(
            tr("Pilih ZIP…"), tr("Berkas LanguageTool-6.x.zip yang sudah diunduh")
        )
        self.look = self.button(tr("Periksa lagi"), tr("Lihat sekali lagi apa yang sudah ada"))
        self.add_buttons(self.download, self.folder, self.zip, self.look)
        self._running = QWidget()
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Kemajuan unduhan"))
        self._amount = label("", ink="ink2")
        self.stop = QuietButton(self._theme, tr("Batalkan"))
        self._buttons.append(self.stop)
        row.addWidget(self._bar, 1)
        row.addWidget(self._amount)
        row.addWidget(self.stop)
        self.add(self._running)
        self.end_group()
        self._show_download(is_running=False)
        self.download.clicked.connect(self.download_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.zip.clicked.connect(self.zip_wanted)
        self.look.clicked.connect(self.look_wanted)
        self.stop.clicked.connect(self.stop_wanted)

    def _show_download(self, *, is_running: bool) -> None:
        self._running.setVisible(is_running)
        self.download.setVisible(not self._is_installed)
        for button in (self.download, self.folder, self.zip, self.look):
            button.setEnabled(not is_running)

    def _show_mode(self, key: str) -> None:
        self._address_row.setVisible(key == SERVER)
        self._local.setVisible(key != SERVER)
        self.indonesian.setEnabled(key != OFF)

    def _take_mode(self, key: str, is_chosen: bool) -> None:
        if not is_chosen:
            return
        self._show_mode(key)
        if key == SERVER:
            self.address.setFocus()
            self._preview(self.address.text())
        else:
            self.mode_changed.emit(key)

    def _preview(self, text: str) -> None:
        self.use.setEnabled(bool(text.strip()))
        if text.strip():
            self.address_edited.emit(text.strip())
        else:
            self.show_privacy(self.tr("Tulis alamat server, lalu tekan Enter atau Pakai."))

    def _take_address(self) -> None:
        text = self.address.text().strip()
        if text and self.modes[SERVER].isChecked():
            self.mode_changed.emit(text)


def _mb(count: int) -> str:
    return f"{count / _MEGABYTE:.0f}"
