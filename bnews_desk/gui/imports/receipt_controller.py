"""Opens a release's receipt, and puts left-out texts and photos back, undoably."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bnews_desk.errors import DeskError
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.imports.original_loader import OriginalLoader, ReadOriginal
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.release import Edit, Photo

if TYPE_CHECKING:
    from bnews_desk.gui.imports.receipt_dialog import ReceiptDialog


class ReceiptController(QObject):
    """Opens the receipt and puts texts and photos back, each as one undo step.

    ``originals`` reads a release's original; ``theme`` returns the theme in use.
    """

    attachments_wanted = Signal()
    """The attachments of the release in front are to be chosen from."""

    def __init__(
        self, controller: ReleaseController, originals: OriginalLoader, theme: Callable[[], Theme]
    ) -> None:
        super().__init__(controller)
        self._controller, self._originals, self._theme = controller, originals, theme
        self._read_originals: dict[str, ReadOriginal] = {}
        self._asked: set[str] = set()
        self._waiting: list[tuple[OpenRelease, str]] = []
        self._dialog: ReceiptDialog | None = None
        self._shown: OpenRelease | None = None
        originals.found.connect(self._take_found)
        originals.read.connect(self._take_read)
        originals.missing.connect(self._take_none)
        originals.failed.connect(self._take_none)
        controller.desk.closed.connect(self._forget)

    def commands(self) -> list[Command]:
        """The command that opens the receipt."""
        return [Command("receipt", self.tr("Laporan impor…"), (), self.show_report, True)]

    def show_report(self) -> ReceiptDialog | None:
        """Open the receipt of the release in front; None when no release is open."""
        from bnews_desk.gui.imports.receipt_dialog import ReceiptDialog
        from bnews_desk.importers.parts.text_restoring import is_in_copy, is_photo_in_copy

        release = self._controller.desk.current
        if release is None:
            return None
        dialog = ReceiptDialog(
            self._theme(),
            release.receipt,
            lambda text: is_in_copy(text, release.document.release()),
            lambda photo: is_photo_in_copy(photo, release.document.release()),
            self._controller.window,
        )
        release.document.changed.connect(dialog.refresh)
        dialog.restore_wanted.connect(partial(self._restore_text, release))
        dialog.restore_photo_wanted.connect(partial(self._restore_photo, release))
        dialog.attachments_wanted.connect(self.attachments_wanted)
        dialog.finished.connect(self._take_closed)
        self._dialog, self._shown = dialog, release
        self._asked.add(release.key)
        self._originals.ask(release.key)
        dialog.open()
        return dialog

    def _take_closed(self) -> None:
        self._dialog = self._shown = None

    def _restore_text(self, release: OpenRelease, text: str) -> None:
        """Put a text back, once the original has been read."""
        if release.key in self._asked:
            self._waiting.append((release, text))
        else:
            self._insert_text(release, text)

    def _take_found(self, key: str, name: str) -> None:
        if self._dialog is not None and self._shown is not None and self._shown.key == key:
            self._dialog.show_name(name)

    def _take_read(self, key: str, original: ReadOriginal) -> None:
        if key not in self._asked:
            return
        self._read_originals[key] = original
        if self._dialog is not None and self._shown is not None and self._shown.key == key:
            self._dialog.show_original(original)
        self._restore_waiting(key)

    def _take_none(self, key: str, sentence: str = "") -> None:
        if self._dialog is not None and self._shown is not None and self._shown.key == key:
            self._dialog.show_none(sentence)
        self._restore_waiting(key)

    def _restore_waiting(self, key: str) -> None:
        """Put back the texts that waited for the original."""
        self._asked.discard(key)
        ready = [(release, text) for release, text in self._waiting if release.key == key]
        self._waiting = [entry for entry in self._waiting if entry not in ready]
        for release, text in ready:
            self._insert_text(release, text)

    def _insert_text(self, release: OpenRelease, text: str) -> None:
        from bnews_desk.importers.parts.text_restoring import is_in_copy, restoring_edit

        copy = release.document.release()
        if is_in_copy(text, copy):
            return
        original = self._read_originals.get(release.key)
        try:
            edit = restoring_edit(text, copy, original.release if original else None)
            if _is_subject(text, release) and not copy.headline.strip():
                edit = Edit(0, len(copy.headline), copy.headline, text)
            release.document.apply([edit])
        except DeskError as error:
            self._controller.show_status(str(error))
            return
        self._controller.show_status(
            self.tr("Bagian dikembalikan ke naskah."), self._controller.undo
        )

    def _restore_photo(self, release: OpenRelease, photo: Photo) -> None:
        """Add a photo of the original below the paragraph that it followed there."""
        from bnews_desk.importers.parts.text_restoring import is_photo_in_copy, restored_photo

        original = self._read_originals.get(release.key)
        copy = release.document.release()
        if original is None or is_photo_in_copy(photo, copy):
            return
        data = original.pictures.get(photo.digest)
        if data is not None:
            release.pictures[photo.digest] = data
            self._controller.desk.put_picture(photo.digest, data)
        release.document.add_photo(restored_photo(photo, copy, original.release))
        self._controller.show_status(self.tr("Foto dikembalikan ke naskah."), self._controller.undo)

    def _forget(self, release: OpenRelease) -> None:
        self._read_originals.pop(release.key, None)
        self._asked.discard(release.key)
        self._waiting = [entry for entry in self._waiting if entry[0] is not release]


def _is_subject(text: str, release: OpenRelease) -> bool:
    """Whether a left-out text is the subject of the release's mail."""
    entry = release.receipt.entry("subject")
    return entry is not None and text in entry.texts
