"""The dialog that selects a mail's attachments: documents become releases, pictures photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.gui.imports.photo_import import is_picture_name
from bnews_desk.gui.shared.keyboard_focus import gives_keyboard_back
from bnews_desk.gui.shared.reading_dialog import fitting
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton, QuietButton, label
from bnews_desk.importers.import_formats import import_format_by_key
from bnews_desk.importers.imported_release import Attachment

SIZE = (480, 300)


class AttachmentsDialog(QDialog):
    """Lists the attachments of a mail; Enter imports those that are ticked.

    ``ticked`` are ticked at the start, or the only usable one if there is just one. An attachment
    that is neither document nor picture is listed but cannot be ticked.
    """

    chosen = Signal(object)
    """A list of the ticked ``Attachment``, in the order of the mail."""

    def __init__(
        self,
        theme: Theme,
        files: Sequence[Attachment],
        ticked: Sequence[Attachment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        gives_keyboard_back(self)
        self._files = tuple(files)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Lampiran surel"))
        self.setAccessibleName(self.windowTitle())
        self.resize(fitting(QSize(*SIZE), parent))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setSpacing(2)
        usable = [file for file in self._files if _is_usable(file)]
        ticked = usable if len(usable) == 1 else ticked
        for file in self._files:
            self._add(file, is_ticked=any(file is one for one in ticked))
        self.take = FilledButton(theme, self.tr("Impor"), parent=self)
        self.take.setDefault(True)
        self.take.clicked.connect(self._import_ticked)
        cancel = QuietButton(theme, self.tr("Batal"), parent=self)
        cancel.clicked.connect(self.reject)
        self._lay_out(cancel)
        self.list.itemChanged.connect(self._enable)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._enable()

    def ticked(self) -> list[Attachment]:
        """The ticked attachments, in the order of the mail."""
        rows = zip(range(self.list.count()), self._files, strict=True)
        checked = Qt.CheckState.Checked
        return [file for row, file in rows if self.list.item(row).checkState() == checked]

    def _lay_out(self, cancel: QuietButton) -> None:
        hint = label(
            self.tr(
                "Setiap dokumen yang dicentang menjadi rilis tersendiri; foto yang dicentang"
                " dipasang di rilisnya."
            ),
            ink="ink2",
        )
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(self.list)
        column.addLayout(buttons)

    def _add(self, file: Attachment, *, is_ticked: bool) -> None:
        item = QListWidgetItem(f"{file.name}  ·  {self._kind(file)}", self.list)
        item.setToolTip(file.name)
        if not _is_usable(file):
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable)  # an empty box aligns the names
            item.setCheckState(Qt.CheckState.Unchecked)
            return
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def _kind(self, file: Attachment) -> str:
        size = _size(len(file.data))
        if file.format is not None:
            return f"{import_format_by_key(file.format).name}, {size}"
        if is_picture_name(file.name):
            return self.tr("foto, {0}").format(size)
        return self.tr("tidak dapat diimpor, {0}").format(size)

    def _import_ticked(self) -> None:
        chosen = self.ticked()
        self.accept()
        self.chosen.emit(chosen)

    def _enable(self) -> None:
        self.take.setEnabled(bool(self.ticked()))


def _is_usable(file: Attachment) -> bool:
    return file.format is not None or is_picture_name(file.name)


def _size(count: int) -> str:
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")
