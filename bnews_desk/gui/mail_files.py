"""What came with a mail, offered once the mail is on the desk and for as long as it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bnews_desk.gui.commands import Command
from bnews_desk.gui.desk import Desk
from bnews_desk.gui.importing.service import ImportService
from bnews_desk.gui.notice import Notice
from bnews_desk.gui.open_release import OpenRelease
from bnews_desk.gui.photo_taking import PhotoTaking, is_picture
from bnews_desk.gui.theme import Theme
from bnews_desk.importers.imported import Attachment

_KEY = "lampiran "


def readable(files: Sequence[Attachment]) -> list[Attachment]:
    """Those that may be releases themselves."""
    return [file for file in files if file.format]


class MailFiles(QObject):
    """Offers a mail's files in a row above the page, and in a dialog with tick boxes.

    A text that is chosen comes in through the worker, as any file does. Pictures that are chosen
    with texts hang on the first release that comes of them, alone on the mail's own.
    """

    def __init__(
        self,
        desk: Desk,
        importing: ImportService,
        photos: PhotoTaking,
        notice: Notice,
        say: Callable[[str], object],
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._importing, self._photos = desk, importing, photos
        self._notice, self._say, self._theme, self._window = notice, say, theme, window
        self._home: OpenRelease | None = None
        self._pictures: list[Attachment] = []
        self._awaited: list[str] = []
        desk.arrived.connect(self._take_arrived)
        desk.closed.connect(self._forget)
        importing.failed.connect(lambda name, _sentence: self._miss([name]))
        importing.cancelled.connect(self._miss)

    def choose(self) -> None:
        """Ask which files of the release in front shall come in."""
        if self._desk.current is not None:
            self._ask(self._desk.current)

    def commands(self) -> list[Command]:
        """The way back to what was not chosen at first."""
        text = self.tr("Lampiran surel…")
        return [Command("attachments", text, (), self.choose, needs_release=True)]

    def _take_arrived(self, release: OpenRelease) -> None:
        if self._pictures and self._awaited:
            self._hang(release)
        files = release.attachments
        if not readable(files) and not any(is_picture(file.name) for file in files):
            return
        if release.is_cover_note:
            files = tuple(readable(files)) or files  # a picture is not the copy that was meant
        names = ", ".join(f"“{file.name}”" for file in files[:3])
        if len(files) > 3:
            names = self.tr("{0}, dan {1} lainnya").format(names, len(files) - 3)
        if release.is_cover_note:
            told = self.tr("Surel ini tampaknya hanya pengantar; naskahnya di lampiran: {0}.")
        else:
            told = self.tr("Surel ini membawa lampiran: {0}.")
        remedy = self.tr("Pilih lampiran…"), partial(self._ask, release)
        self._notice.tell(told.format(names), _KEY + release.key, "warn", remedy)

    def _forget(self, release: OpenRelease) -> None:
        self._notice.settle(_KEY + release.key)
        if release is self._home:
            self._home = None

    def _ask(self, release: OpenRelease) -> None:
        from bnews_desk.gui.dialogs.attachments import AttachmentsDialog

        files = release.attachments
        if not files:
            self._say(self.tr("Rilis ini tidak membawa lampiran surel."))
            return
        ticked = readable(files) if release.is_cover_note else []
        dialog = AttachmentsDialog(self._theme(), files, ticked, self._window)
        dialog.chosen.connect(partial(self._bring_in, release))
        dialog.open()

    def _bring_in(self, release: OpenRelease, chosen: Sequence[Attachment]) -> None:
        self._notice.settle(_KEY + release.key)
        texts = readable(chosen)
        self._home = release if release in self._desk.releases else None
        self._pictures = [file for file in chosen if not file.format]
        self._awaited = [file.name for file in texts]
        if texts:
            self._importing.import_files(texts)
        else:
            self._hang(self._home)

    def _miss(self, names: Sequence[str]) -> None:
        """Of texts that do not come in, the pictures go to the mail's own release."""
        if not self._awaited:
            return
        self._awaited = [name for name in self._awaited if name not in names]
        if not self._awaited:
            self._hang(self._home)

    def _hang(self, release: OpenRelease | None) -> None:
        pictures, self._pictures, self._awaited = self._pictures, [], []
        if release is not None:
            for picture in pictures:
                self._photos.hang(release, picture.name, picture.data)
