"""Commands that import files, folders, the clipboard and pictures."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.desk.desk import PASTED, Desk
from bnews_desk.gui.editor.clipboard_data import files_of, picture_of
from bnews_desk.gui.imports.import_arrivals import ImportArrivals
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.pasted_release import pasted_original, pasted_receipt, pasted_release
from bnews_desk.gui.imports.photo_import import PhotoImport, is_picture_name
from bnews_desk.house.style import HouseStyle
from bnews_desk.importers.import_formats import readable_endings
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.paths import resource


class ImportCommands(QObject):
    """Carries out import commands: copy goes to the import service, pictures to the photos.

    ``say`` tells the editor why nothing was imported.
    """

    folder_changed = Signal(str)
    """The folder that files were last chosen from."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        importing: ImportService,
        arrivals: ImportArrivals,
        photos: PhotoImport,
        house: HouseStyle,
        say: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._importing, self._arrivals = importing, arrivals
        self._photos, self._say = photos, say
        self._reader = FrameReader(house)
        self.folder = ""
        """The folder that files were last chosen from; '' before the first time."""

    def set_house(self, house: HouseStyle) -> None:
        """Read pasted text by another style sheet from the next one on."""
        self._reader = FrameReader(house)

    def choose_files(self) -> None:
        """Ask for files and import them."""
        paths = self.ask_for_files(self.tr("Impor rilis"))
        if paths:
            self._importing.import_files(paths)

    def ask_for_files(self, title: str) -> list[str]:
        """Ask for files that hold copy; an empty list when the editor cancels."""
        paths, _ = QFileDialog.getOpenFileNames(
            self._window,
            title,
            self._first_folder(),
            self.tr("Naskah ({0})").format(" ".join(f"*{ending}" for ending in readable_endings())),
        )
        if paths:
            self._remember(os.path.dirname(paths[0]))
        return paths

    def choose_folder(self) -> None:
        """Ask for a folder and import the copy in it and its subfolders."""
        path = QFileDialog.getExistingDirectory(
            self._window, self.tr("Impor folder"), self._first_folder()
        )
        if path:
            self._remember(path)
            self._importing.import_files([path])

    def choose_photo(self) -> None:
        """Ask for a picture and attach it to the caret's paragraph."""
        self._photos.choose(self._window, self._first_folder())

    def take_files(self, paths: Sequence[str]) -> None:
        """Import files and folders; pictures become photos of the release in front."""
        self._photos.take_files([path for path in paths if is_picture_name(path)])
        self._importing.import_files(path for path in paths if not is_picture_name(path))

    def take_text(self, data: QMimeData) -> bool:
        """Import files or text as new releases; returns whether there were any."""
        files = files_of(data)
        if files:
            self.take_files(files)
            return True
        release = pasted_release(data, self._reader)
        if release is None:
            return False
        source = pasted_original(data, release).encode("utf-8", "replace")
        pasted = ImportedRelease(release, pasted_receipt(data))
        self._arrivals.take(PASTED, self.tr("teks dari papan klip"), pasted, source)
        return True

    def take_picture(self, data: bytes) -> None:
        """Attach a picture from the clipboard to the release in front."""
        if self._desk.current is not None:
            self._photos.hang(self._desk.current, self.tr("dari papan klip"), data)

    def paste(self) -> None:
        """Import the clipboard's text or files as new releases, or a picture as a photo."""
        data = QGuiApplication.clipboard().mimeData()
        if data and self.take_text(data):
            return
        picture = picture_of(data) if data else b""  # on some systems there is no data at all
        if not picture:
            self._say(self.tr("Papan klip tidak berisi teks; salin rilisnya dahulu."))
        elif self._desk.current is None:
            self._say(self.tr("Papan klip hanya berisi gambar; buka dahulu rilisnya."))
        else:
            self.take_picture(picture)

    def take_sample(self) -> None:
        """Import the sample release whole, with the faults it is meant to show."""
        sample = resource("samples", "rilis-contoh.docx")
        self._arrivals.skip_sheet(sample)
        self._importing.import_files([sample])

    def _remember(self, folder: str) -> None:
        self.folder = folder
        self.folder_changed.emit(folder)

    def _first_folder(self) -> str:
        """The folder where file dialogs start: the last one used, else the downloads folder."""
        downloads = QStandardPaths.StandardLocation.DownloadLocation
        return self.folder or QStandardPaths.writableLocation(downloads)
