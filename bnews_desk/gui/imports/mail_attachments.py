"""Offers the attachments of a mail, after its import and on request."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.imports.original_loader import OriginalLoader, ReadOriginal
from bnews_desk.gui.imports.photo_import import is_picture_name
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command
from bnews_desk.importers.imported_release import Attachment, ImportedRelease, is_cover_note

if TYPE_CHECKING:
    from bnews_desk.gui.window.release_controller import ReleaseController

_KEY = "lampiran "
_MOST_NAMES = 3
_NAME_LENGTH = 48
"""The most code points of a mail's name."""


class _Mail(NamedTuple):
    """A mail's attachments; ``release`` is its own release if that is on the desk."""

    files: tuple[Attachment, ...]
    is_cover_note: bool
    release: OpenRelease | None

    @property
    def main_attachments(self) -> list[Attachment]:
        """The attachments that the mail was probably sent for."""
        return readable_attachments(self.files) if self.is_cover_note else []


def readable_attachments(files: Sequence[Attachment]) -> list[Attachment]:
    """The attachments that can become releases."""
    return [file for file in files if file.format]


def has_usable_attachments(files: Sequence[Attachment]) -> bool:
    """Whether any attachment can become a release or a photo."""
    return any(file.format or is_picture_name(file.name) for file in files)


class MailAttachments(QObject):
    """Offers a mail's attachments in a notice above the page, and in a dialog with tick boxes.

    A chosen document is imported through the worker, like any file. Pictures chosen with documents
    are added to the first release made of them, otherwise to the mail's own release. For a mail
    that was imported earlier, the original is read again when its attachments are asked for.
    """

    def __init__(
        self, controller: ReleaseController, originals: OriginalLoader, theme: Callable[[], Theme]
    ) -> None:
        super().__init__(controller)
        self._controller, self._originals, self._theme = controller, originals, theme
        self._notice = controller.window.parts.notice
        self._release: OpenRelease | None = None
        self._pictures: list[Attachment] = []
        self._awaited: list[str] = []
        self._asked = ""
        controller.desk.imported.connect(self._take_arrived)
        controller.desk.closed.connect(self._forget)
        controller.arrivals.declined.connect(self._take_declined)
        controller.arrivals.shown_again.connect(
            lambda name: self._notice.remove_notice(_KEY + name)
        )
        controller.importing.failed.connect(lambda name, _sentence: self._note_failed([name]))
        controller.importing.cancelled.connect(self._note_failed)
        originals.read.connect(self._take_read)
        originals.missing.connect(self._take_missing)
        originals.failed.connect(self._take_missing)

    def choose(self) -> None:
        """Ask which attachments of the release in front are to be imported."""
        release = self._controller.desk.current
        if release is None:
            return
        if release.attachments:
            self._show_dialog(_mail_of(release))
        else:
            self._asked = release.key
            self._originals.ask(release.key)

    def commands(self) -> list[Command]:
        """The command that opens the attachments again."""
        text = self.tr("Lampiran surel…")
        return [Command("attachments", text, (), self.choose, needs_release=True)]

    def _take_arrived(self, release: OpenRelease) -> None:
        if self._pictures and self._awaited:
            self._add_pictures(release)
        if not has_usable_attachments(release.attachments):
            return
        if release.is_cover_note:
            told = self.tr("Surel “{name}” tampaknya hanya pengantar; naskahnya di lampiran: {0}.")
        else:
            told = self.tr("Surel “{name}” membawa lampiran: {0}.")
        told = told.replace("{name}", _mail_name(release))
        self._offer(release.key, told, _mail_of(release))

    def _take_declined(self, name: str, imported: ImportedRelease) -> None:
        """Offer the attachments of a mail whose own text was declined."""
        if has_usable_attachments(imported.attachments):
            told = self.tr(
                "Isi surel “{name}” tidak diimpor; lampirannya masih dapat dipilih: {0}."
            )
            mail = _Mail(imported.attachments, is_cover_note(imported), None)
            self._offer(name, told.replace("{name}", name), mail)

    def _offer(self, key: str, told: str, mail: _Mail) -> None:
        shown = mail.main_attachments or mail.files  # a cover note does not refer to a picture
        names = ", ".join(f"“{file.name}”" for file in shown[:_MOST_NAMES])
        if len(shown) > _MOST_NAMES:
            names = self.tr("{0}, dan {1} lainnya").format(names, len(shown) - _MOST_NAMES)
        remedy = self.tr("Pilih lampiran…"), partial(self._show_dialog, mail, key)
        self._notice.show_notice(told.replace("{0}", names), _KEY + key, "warn", remedy)

    def _forget(self, release: OpenRelease) -> None:
        self._notice.remove_notice(_KEY + release.key)
        if release is self._release:
            self._release = None

    def _take_read(self, key: str, original: ReadOriginal) -> None:
        if key != self._asked:
            return
        self._asked = ""
        release = self._controller.desk.current
        if release is None or release.key != key:
            return
        if not original.attachments:
            self._tell_none()
            return
        release.attachments = original.attachments
        release.is_cover_note = original.is_cover_note
        self._show_dialog(_mail_of(release))

    def _take_missing(self, key: str, sentence: str = "") -> None:
        if key == self._asked:
            self._asked = ""
            if sentence:
                self._controller.show_status(
                    self.tr("Lampirannya tidak dapat dibaca lagi: {0}").format(sentence)
                )
            else:
                self._tell_none()

    def _tell_none(self) -> None:
        self._controller.show_status(self.tr("Rilis ini tidak membawa lampiran surel."))

    def _show_dialog(self, mail: _Mail, key: str = "") -> None:
        from bnews_desk.gui.imports.attachments_dialog import AttachmentsDialog

        dialog = AttachmentsDialog(
            self._theme(), mail.files, mail.main_attachments, self._controller.window
        )
        dialog.chosen.connect(partial(self._import_chosen, mail.release, key))
        dialog.open()

    def _import_chosen(
        self, release: OpenRelease | None, key: str, chosen: Sequence[Attachment]
    ) -> None:
        self._notice.remove_notice(_KEY + (release.key if release else key))
        texts = readable_attachments(chosen)
        self._release = release if release in self._controller.desk.releases else None
        self._pictures = [file for file in chosen if not file.format]
        self._awaited = [file.name for file in texts]
        if texts:
            self._controller.importing.import_files(texts)
        else:
            self._add_pictures(self._release or self._controller.desk.current)

    def _note_failed(self, names: Sequence[str]) -> None:
        """Add the pictures to the mail's own release when none of the documents is imported."""
        if not self._awaited:
            return
        self._awaited = [name for name in self._awaited if name not in names]
        if not self._awaited:
            self._add_pictures(self._release)

    def _add_pictures(self, release: OpenRelease | None) -> None:
        pictures, self._pictures, self._awaited = self._pictures, [], []
        if release is not None:
            for picture in pictures:
                self._controller.photos.hang(release, picture.name, picture.data)
        elif pictures:
            self._controller.show_status(
                self.tr("Buka dahulu rilis yang memakai fotonya, lalu pilih lampirannya lagi.")
            )


def _mail_of(release: OpenRelease) -> _Mail:
    return _Mail(release.attachments, release.is_cover_note, release)


def _mail_name(release: OpenRelease) -> str:
    """A release's headline or first words: the notice stays when another release comes to the
    front.
    """
    value = release.document.release()
    return textwrap.shorten(value.headline or value.text, _NAME_LENGTH, placeholder="…")
