"""Shows the last export, with links to its files and their folder."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bnews_desk.files import system_path
from bnews_desk.gui.publish.export_choices import form_of
from bnews_desk.gui.shared.icons import BESIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import LinkButton, label

OpenPath = Callable[[str], bool]
"""Opens a file or folder with the system's own program; returns whether there was one."""
_MOST_IN_WORDS = 2
"""The most files whose links read *Buka …*; of more, each link is the form's name alone."""
_A_LINE = 5
"""Links in one row."""
_GAP = 10


def open_path(path: str) -> bool:
    """Open a file or folder as a double click would."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class ExportedRow(ThemedWidget, QWidget):
    """A link for each file and one for the folder; hidden until something was exported.

    Notes on what could not be written follow below.
    """

    failed = Signal(str)
    """One sentence: why a file cannot be opened."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, opener: OpenPath = open_path
    ) -> None:
        super().__init__(parent)
        self._theme, self._open_path = theme, opener
        self._links: list[LinkButton] = []
        self._shown = ""
        self._exports: dict[str, tuple[Sequence[str], Sequence[str]]] = {}
        self._shape = QLabel(self)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._shape)
        second.addSpacing(BESIDE.width() + _GAP)
        self._rows = (first, second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._rows:
            row.setSpacing(_GAP)
            row.addStretch(1)
            column.addLayout(row)
        self._notes = label("", "help", "ink2", self)
        self._notes.setWordWrap(True)
        self._notes.setContentsMargins(BESIDE.width() + _GAP, 4, 0, 0)
        column.addWidget(self._notes)
        self.setAccessibleName(self.tr("Hasil ekspor"))
        self.apply_theme()
        self.hide()

    def apply_theme(self) -> None:
        self._shape.setPixmap(
            self._theme.icon("check", "ok").pixmap(BESIDE, self.devicePixelRatioF())
        )

    def show_exported(self, key: str, paths: Sequence[str], notes: Sequence[str]) -> None:
        """Store an export of a release, and show it if that release is in front."""
        self._exports[key] = paths, notes
        if key == self._shown:
            self.show_paths(paths, notes)

    def show_release(self, key: str) -> None:
        """Show the last export of a release; nothing for an empty key."""
        self._shown = key
        self.show_paths(*self._exports.get(key, ((), ())))

    def show_paths(self, paths: Sequence[str], notes: Sequence[str] = ()) -> None:
        """Show these files and their folder, with notes; hide the row when there are none."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []
        is_short = len(paths) > _MOST_IN_WORDS
        opens, folder = self.tr("Buka {0}"), self.tr("Buka folder")
        for path in paths:
            form = form_of(path).short
            self._add(form if is_short else opens.format(form), opens.format(form), path)
        if paths:
            shown = self.tr("Folder") if is_short else folder
            self._add(shown, folder, os.path.dirname(paths[0]))
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))
        self.setVisible(bool(paths))

    def _add(self, text: str, name: str, path: str) -> None:
        link = LinkButton(self._theme, text, about=path)
        link.setAccessibleName(name)
        link.clicked.connect(partial(self._show, path))
        row = self._rows[len(self._links) // _A_LINE]
        self._links.append(link)
        row.insertWidget(row.count() - 1, link)

    def _show(self, path: str) -> None:
        if not os.path.exists(system_path(path)):
            told = self.tr("{0} tidak ada lagi di tempatnya; ekspor sekali lagi bila perlu.")
            self.failed.emit(told.format(f"“{os.path.basename(path)}”"))
        elif not self._open_path(path):
            told = self.tr("Komputer ini tidak mempunyai program untuk membuka {0}.")
            self.failed.emit(told.format(f"“{os.path.basename(path)}”"))
