"""One photo of an imported release: thumbnail, name, size and tick box."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from bnews_desk.gui.editor.photo_view import thumbnail
from bnews_desk.gui.imports.part_row import KIND_INDENT, KIND_WIDTH, TICK_WIDTH, ConfidenceBar
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import ElidedLabel, label
from bnews_desk.release import Photo

THUMB = QSize(56, 38)


def photo_description(name: str, data: bytes) -> str:
    """A photo's name and its size in pixels, or that it cannot be shown."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    size = QImageReader(buffer).size()
    translate = QCoreApplication.translate
    if not size.isValid():
        return translate("PhotoRow", "{0}, gambarnya tidak dapat ditampilkan").format(name)
    width, height = (f"{n:,}".replace(",", ".") for n in (size.width(), size.height()))
    return translate("PhotoRow", "{0}, {1} × {2} piksel").format(name, width, height)


class PhotoThumbnail(QLabel):
    """A thumbnail of a photo, as high as a row."""

    def __init__(self, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(THUMB)
        self.setProperty("ground", "side")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        image = thumbnail(data, THUMB.width(), self.devicePixelRatioF())
        if not image.isNull():
            self.setPixmap(QPixmap.fromImage(image))


class PhotoRow(QWidget):
    """A photo with a tick box, ticked at first."""

    def __init__(
        self, theme: Theme, photo: Photo, data: bytes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        name = photo.name or self.tr("tanpa nama")
        self.tick = QCheckBox(self)
        self.tick.setFixedWidth(TICK_WIDTH)
        self.tick.setChecked(True)
        self.tick.setAccessibleName(self.tr("Foto: {0}").format(name))
        kind = label(self.tr("Foto"), parent=self)
        kind.setIndent(KIND_INDENT)
        kind.setFixedWidth(KIND_WIDTH)
        self._bar = ConfidenceBar(theme, is_sure=True, parent=self)
        self._bar.is_taken = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(kind, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._bar)
        row.addSpacing(10)
        row.addWidget(PhotoThumbnail(data, self))
        row.addSpacing(6)
        row.addWidget(ElidedLabel(photo_description(name, data), parent=self), 1)
        self.tick.toggled.connect(self._show)

    def _show(self, is_taken: bool) -> None:
        self._bar.is_taken = is_taken
        self._bar.update()
