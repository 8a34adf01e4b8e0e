"""The dialog of versions: the list, and beside it two of them compared word by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bnews_desk.archive.repository.archive_values import Version
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.zoom import Zoom
from bnews_desk.gui.original.comparison_service import ShownComparison
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.widgets import FilledButton, QuietButton, SeparatorLine, label
from bnews_desk.gui.versions.two_texts import ComparedText, TwoTexts
from bnews_desk.gui.versions.two_texts_dialog import TwoTextsDialog
from bnews_desk.gui.versions.version_list import VersionList
from bnews_desk.gui.versions.version_texts import (
    format_version_time,
    format_word_changes,
    version_reason,
)
from bnews_desk.release import Release

SIZE = (1180, 680)
LIST_WIDTH = 236
PRESENT = 0
"""The number of the release's present state; versions count from 1."""


class VersionsDialog(TwoTextsDialog):
    """Shows versions and compares two of them; the texts come with ``show_text``."""

    text_wanted = Signal(int)
    """The number of a version whose text is needed."""
    restore_wanted = Signal(int)
    """The number of a version that is to be restored."""

    def __init__(
        self,
        theme: Theme,
        zoom: Zoom,
        reader: Callable[[], FrameReader],
        now: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(SIZE, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Versi naskah"))
        self._now = now
        self._versions: dict[int, Version] = {}
        self._releases: dict[int, Release] = {}
        self._shown = (-1, -1)
        self._where = ""
        self.list = VersionList(theme, self)
        self.other = QComboBox(self)
        self.other.setAccessibleName(self.tr("Dibandingkan dengan"))
        self.change_size = label("", "help", "ink2")
        self.texts = TwoTexts(theme, zoom, reader, self)
        self.restore = FilledButton(theme, self.tr("Pulihkan versi ini"))
        self.restore.setEnabled(False)
        self.restore.setDefault(True)
        self.close_button = QuietButton(theme, self.tr("Tutup"))
        self.lay_out(self._both(), right=(self.close_button, self.restore))
        self.list.currentItemChanged.connect(self._compare)
        self.other.currentIndexChanged.connect(self._compare)
        self.texts.compared.connect(self._say_difference)
        self.restore.clicked.connect(self._restore)
        self.close_button.clicked.connect(self.reject)

    def show_versions(self, versions: Sequence[Version], present: Release, where: str) -> None:
        """Show the versions, oldest first, and the present state with the place where it is."""
        self._where = where
        self._versions = {version.number: version for version in versions}
        self._releases = {PRESENT: present}
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(self.tr("naskah sekarang"), PRESENT)
        for version in reversed(versions):
            about = (
                f"{format_version_time(version.made, self._now)} · {version_reason(version.reason)}"
            )
            self.other.addItem(about, version.number)
        self.other.blockSignals(False)
        self.list.show_versions(versions, self._now)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def show_text(self, number: int, release: Release) -> None:
        """Take the text of a version that was asked for."""
        self._releases[number] = release
        self._compare()

    def _compare(self) -> None:
        """Compare the chosen two once both texts are there; the older on the left."""
        version = self.list.version()
        if version is None:
            return
        old, new = version.number, int(self.other.currentData())
        if new != PRESENT and new < old:
            old, new = new, old
        for number in (old, new):
            if number not in self._releases:
                self.text_wanted.emit(number)
                return
        self.restore.setEnabled(self._releases[version.number] != self._releases[PRESENT])
        if self._shown != (old, new):
            self._shown = (old, new)
            self.change_size.setText("…")
            self.texts.show_texts(self._text(old), self._text(new))

    def _text(self, number: int) -> ComparedText:
        release = self._releases[number]
        version = self._versions.get(number)
        if version is None:
            return ComparedText(self.tr("Sekarang"), self._where, release)
        return ComparedText(
            format_version_time(version.made, self._now), version_reason(version.reason), release
        )

    def _say_difference(self, compared: ShownComparison) -> None:
        self.change_size.setText(
            format_word_changes(compared.words_inserted, compared.words_deleted)
        )

    def _restore(self) -> None:
        version = self.list.version()
        if version is not None:
            self.restore_wanted.emit(version.number)
            self.accept()

    def _both(self) -> QSplitter:
        """The list, and beside it the two texts with their names."""
        choice = QHBoxLayout()
        choice.setContentsMargins(16, 8, 16, 8)
        choice.setSpacing(8)
        said = label(self.tr("Dibandingkan dengan"), ink="ink2")
        said.setBuddy(self.other)
        choice.addWidget(said)
        choice.addWidget(self.other)
        choice.addWidget(self.change_size, 1)
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(choice)
        column.addWidget(SeparatorLine())
        column.addWidget(self.texts, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(_padded(self.list))
        split.addWidget(texts)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, SIZE[0] - LIST_WIDTH])
        return split


def _padded(inside: QWidget) -> QWidget:
    padded = QWidget()
    padded.setProperty("ground", "side")
    padded.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    padded.setMinimumWidth(200)
    column = QVBoxLayout(padded)
    column.setContentsMargins(6, 8, 6, 8)
    column.addWidget(inside)
    return padded
