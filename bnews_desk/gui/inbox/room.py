"""Kotak masuk in the window: how one gets there and back, and what is done there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from bnews_desk.gui.archive.service import ArchiveService
from bnews_desk.gui.commands import Command
from bnews_desk.gui.conductor import Conductor
from bnews_desk.gui.inbox.inbox import Inbox, Item
from bnews_desk.gui.inbox.memory import Memory
from bnews_desk.gui.remembered import Remembered
from bnews_desk.gui.theme import Theme
from bnews_desk.gui.widgets import FootRow
from bnews_desk.importers.imported import Imported
from bnews_desk.paths import inbox_memory_file

if TYPE_CHECKING:
    from bnews_desk.gui.inbox.page import InboxPage


class InboxRoom(QObject):
    """Shows the watched folder in place of the page; its widgets are made when first wanted.

    :meth:`shut_down` must be called in the end.
    """

    def __init__(
        self,
        conductor: Conductor,
        service: ArchiveService,
        remembered: Remembered,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(conductor)
        self._act, self._window, self._theme = conductor, conductor.window, theme
        self._remembered = remembered
        folder = remembered.settings.inbox
        self.inbox = Inbox(folder, lambda: Memory(inbox_memory_file()), service, self)
        self.inbox.changed.connect(self._show)
        self._page: InboxPage | None = None
        self._underway: set[str] = set()
        about = self.tr("Berkas baru dari folder yang dipantau (Ctrl+Shift+K)")
        self.row = FootRow(theme(), "inbox", self.tr("Kotak masuk"), about)
        self.row.clicked.connect(self.enter)
        self._window.left.add_foot(self.row)
        self._window.middle.currentChanged.connect(self._follow)
        importing = conductor.importing
        importing.failed.connect(self._let_go)
        importing.cancelled.connect(self._let_all_go)
        conductor.arrivals.left.connect(self._let_all_go)
        conductor.arrivals.ready.connect(self._take_in)

    @property
    def is_shown(self) -> bool:
        """Whether it is what one sees."""
        return self._page is not None and self._window.middle.currentWidget() is self._page

    @property
    def page(self) -> InboxPage:
        """Its page, made now where it is not there yet."""
        if self._page is None:
            from bnews_desk.gui.inbox.page import InboxPage

            self._page = page = InboxPage(self._theme())
            self._window.middle.addWidget(page)
            page.import_wanted.connect(self._import)
            page.ignore_wanted.connect(self._ignore)
            page.folder_wanted.connect(self.choose_folder)
            page.all_wanted.connect(lambda _: self._show())
            page.retry_wanted.connect(self.inbox.look)
        return self._page

    def commands(self) -> list[Command]:
        """The commands that lead here."""
        tr = self.tr
        return [
            Command("inbox", tr("Kotak masuk"), ("Ctrl+Shift+K",), self.enter),
            Command(
                "inbox-folder",
                tr("Pilih folder kotak masuk…"),
                (),
                self.choose_folder,
                in_menu=False,
            ),
        ]

    def enter(self) -> None:
        """Show the files, with the keyboard among them."""
        page = self.page
        self._window.left.close_drawer()
        self._window.middle.setCurrentWidget(page)
        self._show()
        self.inbox.look()
        page.take_focus()

    def choose_folder(self) -> None:
        """Ask which folder is to be watched."""
        at = self.inbox.folder or self._act.open_folder
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder kotak masuk"), at)
        if chosen:
            self.set_folder(chosen)

    def set_folder(self, folder: str) -> None:
        """Watch another folder from now on, '' for none; that is remembered."""
        self.inbox.set_folder(folder)
        self._remembered.take(inbox=folder)
        self._remembered.save()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        if self._page is not None:
            self._page.set_theme(theme)

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self.inbox.shut_down()

    def _show(self) -> None:
        inbox = self.inbox
        self._underway -= {item.file.path for item in inbox.items if not item.is_new}
        fresh = [i for i in inbox.items if i.is_new and i.file.path not in self._underway]
        self.row.set_count(0 if inbox.trouble else len(fresh))
        if self._page is None:
            return
        shown = list(inbox.items) if self._page.all.isChecked() else fresh
        self._page.show_place(inbox.folder)
        is_failure = bool(inbox.trouble)
        self._page.show_items(
            [] if is_failure else shown,
            "" if shown and not is_failure else self._nothing(),
            is_failure=is_failure,
            more=inbox.more,
        )

    def _nothing(self) -> str:
        """Why there is nothing to show."""
        if not self.inbox.folder:
            return self.tr(
                "Pilih folder tempat rilis biasa datang, misalnya folder unduhan atau folder"
                " bersama; berkas barunya akan muncul di sini dan diimpor dengan satu klik."
            )
        if self.inbox.trouble:
            return self.inbox.trouble
        if self.inbox.is_reading:
            return self.tr("Folder sedang dibaca…")
        return self.tr("Tidak ada berkas baru. Yang datang nanti muncul di sini dengan sendirinya.")

    def _import(self, items: list[Item]) -> None:
        paths = [item.file.path for item in items]
        self._underway.update(paths)
        self._show()
        self._act.importing.import_files(paths)

    def _ignore(self, items: list[Item]) -> None:
        digests = [item.digest for item in items]
        if all(item.is_ignored for item in items):
            self.inbox.heed(digests)
            return
        self.inbox.ignore(digests)
        told = self.tr("{0} berkas diabaikan.").format(len(items))
        if len(items) == 1:
            told = self.tr("“{0}” diabaikan.").format(items[0].file.name)
        self._act.say(told, partial(self.inbox.heed, digests))

    def _let_go(self, path: str, _sentence: str) -> None:
        """A file did not come in: it waits again."""
        self._underway.discard(path)
        self._show()

    def _let_all_go(self, *_: object) -> None:
        self._underway.clear()
        self._show()

    def _take_in(self, _name: str, _imported: Imported, original: bytes) -> None:
        self.inbox.take(original)

    def _follow(self) -> None:
        self.row.set_shown(self.is_shown)
