"""Adds pictures from files, the clipboard and mails to a release as photos."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence
from hashlib import sha256

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFileDialog, QWidget

from bnews_desk.errors import DeskError
from bnews_desk.files import read_bytes
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.release import Photo

MAX_PICTURE_BYTES = 50_000_000
"""Larger pictures are refused."""
MAX_PICTURES = 20
"""The most pictures added at once."""
ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".bmp")
"""Endings, in lower case, of pictures that the page can show."""


def is_picture_name(name: str) -> bool:
    """Whether a file's name has the ending of a picture."""
    return os.path.splitext(name)[1].lower() in ENDINGS


class PhotoImport(QObject):
    """Adds pictures to releases as photos; their bytes are stored in the journal.

    ``tell`` reports a failure with the picture's name; ``say`` reports success.
    """

    def __init__(
        self,
        desk: Desk,
        tell: Callable[[str, str], object],
        say: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tell, self._say = desk, tell, say

    def choose(self, window: QWidget, folder: str) -> None:
        """Ask for a picture, starting in ``folder``, and add it to the release in front."""
        if self._desk.current is None:
            return
        shown = " ".join(f"*{ending}" for ending in ENDINGS)
        path, _ = QFileDialog.getOpenFileName(
            window, self.tr("Tambah foto"), folder, self.tr("Foto ({0})").format(shown)
        )
        if path:
            self.take_files([path])

    def take_files(self, paths: Sequence[str]) -> None:
        """Add pictures from files at the caret's paragraph of the release in front."""
        if not paths:
            return
        release = self._desk.current
        if release is None:
            self._tell(
                self.tr("Buka dahulu rilisnya, lalu jatuhkan fotonya di naskah: {0}.").format(
                    _listed(paths)
                ),
                "foto",
            )
            return
        if len(paths) > MAX_PICTURES:
            self._tell(
                self.tr("Paling banyak {0} foto sekaligus; {1} foto terakhir tidak ikut.").format(
                    MAX_PICTURES, len(paths) - MAX_PICTURES
                ),
                "foto",
            )
        for path in paths[:MAX_PICTURES]:
            try:
                data = read_bytes(path, MAX_PICTURE_BYTES)
            except DeskError as error:
                self._tell(str(error), path)
                continue
            self.hang(release, os.path.basename(path), data)

    def hang(self, release: OpenRelease, name: str, data: bytes) -> None:
        """Add a picture at the caret's paragraph of a release, unless it cannot be shown."""
        if len(data) > MAX_PICTURE_BYTES or not _can_be_shown(data):
            self._tell(
                self.tr(
                    "“{0}” bukan foto yang dapat ditampilkan; simpan ulang sebagai JPG atau PNG."
                ).format(name),
                name,
            )
            return
        digest = sha256(data).hexdigest()
        text = release.document.release().text
        anchor = text.count("\n", 0, self._desk.caret(release))
        release.pictures[digest] = data
        self._desk.put_picture(digest, data)
        release.document.add_photo(Photo(digest, anchor, name))
        self._say(self.tr("Foto ditambahkan; klik fotonya untuk mengisi keterangan."))


def _can_be_shown(data: bytes) -> bool:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer).canRead()


def _listed(paths: Sequence[str]) -> str:
    return ", ".join(os.path.basename(path) for path in paths[:5])
