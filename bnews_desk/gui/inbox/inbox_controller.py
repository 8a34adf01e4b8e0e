"""Carries out the actions of Kotak masuk in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.gui.archive.release_loading import ReleaseLoader
from bnews_desk.gui.inbox.inbox_file import InboxFile
from bnews_desk.gui.inbox.inbox_file_memory import InboxFileMemory
from bnews_desk.gui.inbox.inbox_file_preview import InboxFilePreview
from bnews_desk.gui.inbox.inbox_texts import printable_file_name
from bnews_desk.gui.inbox.inbox_watch import InboxWatch
from bnews_desk.gui.settings.stored_settings import StoredSettings
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.gui.window.side_pages import SidePage
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.paths import inbox_memory_file

if TYPE_CHECKING:
    from bnews_desk.gui.inbox.inbox_page import InboxPage
    from bnews_desk.gui.inbox.inbox_panel import InboxPanel


class InboxController(SidePage["InboxPage", "InboxPanel"]):
    """The watched folder: its new files, each imported with one key or click.

    ``shut_down`` must be called in the end.
    """

    def __init__(
        self,
        controller: ReleaseController,
        service: ArchiveService,
        release_loader: ReleaseLoader,
        remembered: StoredSettings,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller, theme)
        self._remembered, self._release_loader = remembered, release_loader
        folder = remembered.settings.inbox
        self.inbox = InboxWatch(folder, lambda: InboxFileMemory(inbox_memory_file()), service, self)
        self.inbox.changed.connect(self._show)
        self._underway: set[str] = set()
        self._grown: set[str] = set()
        about = self.tr("Berkas baru dari folder yang dipantau (Ctrl+Shift+K)")
        self.row = self.add_foot_row("inbox", self.tr("Kotak masuk"), about)
        importing = controller.importing
        self._peeking = InboxFilePreview(importing, self)
        importing.failed.connect(self._take_failure)
        importing.cancelled.connect(self._let_all_go)
        controller.arrivals.left.connect(self._let_all_go)
        controller.arrivals.ready.connect(self._take_in)

    def make_widgets(self) -> tuple[InboxPage, InboxPanel]:
        """Make page and panel, connected."""
        from bnews_desk.gui.inbox.inbox_page import InboxPage
        from bnews_desk.gui.inbox.inbox_panel import InboxPanel

        page, panel = InboxPage(self._theme()), InboxPanel(self._theme())
        page.import_wanted.connect(self._import)
        page.open_wanted.connect(self._open)
        page.ignore_wanted.connect(self._ignore)
        page.folder_wanted.connect(self.choose_folder)
        page.all_wanted.connect(lambda _: self._show())
        page.retry_wanted.connect(self.inbox.look)
        page.chosen_changed.connect(panel.show_chosen)
        page.chosen_changed.connect(self._peek)
        self._peeking.seen.connect(panel.show_text)
        panel.import_wanted.connect(self._import)
        panel.open_wanted.connect(self._open)
        panel.close_wanted.connect(self._controller.focus_page)
        return page, panel

    def commands(self) -> list[Command]:
        """The commands that open the inbox."""
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
        """Show the files and focus them."""
        self.show_side_page()
        self._show()
        self.inbox.look()
        self.page.take_focus()

    def choose_folder(self) -> None:
        """Ask which folder is to be watched."""
        at = self.inbox.folder or self._controller.intake.folder
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder kotak masuk"), at)
        if chosen:
            self.set_folder(chosen)

    def set_folder(self, folder: str) -> None:
        """Watch another folder from now on, '' for none; the choice is remembered."""
        self.inbox.set_folder(folder)
        self._remembered.set_values(inbox=folder)
        self._remembered.save()

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self._peeking.shut_down()
        self.inbox.shut_down()

    def _show(self) -> None:
        inbox, items = self.inbox, self.inbox.items
        self._underway -= {item.file.path for item in items if not item.is_new}
        fresh = [i for i in items if i.is_new and i.file.path not in self._underway]
        self.row.set_count(0 if inbox.trouble else len(fresh))
        self._tell_grown({item.file.path: item for item in fresh if item.has_grown})
        if not self.is_made:
            return
        again = [item for item in items if item.is_again]
        shown = list(items) if self.page.all.isChecked() else fresh + again
        self.page.show_place(inbox.folder)
        is_failure = bool(inbox.trouble)
        self.page.show_items(
            [] if is_failure else shown,
            "" if shown and not is_failure else self._nothing(),
            "" if is_failure else self._notes(),
            is_failure=is_failure,
        )

    def _tell_grown(self, grown: dict[str, InboxFile]) -> None:
        """Show a notice for files that have grown since they were imported."""
        notice = self._window.parts.notice
        for path in self._grown - grown.keys():
            notice.remove_notice(f"bertambah {path}")
        for path in grown.keys() - self._grown:
            told = self.tr(
                "Berkas “{0}” belum selesai disalin waktu diimpor dan kini lebih panjang; impor"
                " lagi supaya naskahnya utuh."
            ).format(printable_file_name(grown[path]))
            remedy = self.tr("Impor lagi"), partial(self._import, [grown[path]])
            notice.show_notice(told, f"bertambah {path}", "warn", remedy)
        self._grown = set(grown)

    def _notes(self) -> str:
        """What is missing among the files that are shown."""
        waiting, more = self.inbox.waiting, self.inbox.more
        said = []
        if waiting:
            told = self.tr("{0} berkas masih disalin; muncul di sini begitu selesai.")
            said.append(told.format(waiting))
        if more:
            told = self.tr("{0} berkas yang lebih lama tidak ditampilkan.")
            said.append(told.format(more))
        return " ".join(said)

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

    def _import(self, items: list[InboxFile]) -> None:
        paths = [item.file.path for item in items]
        self._underway.update(paths)
        self._show()
        self._controller.importing.import_files(paths)

    def _ignore(self, items: list[InboxFile]) -> None:
        digests = [item.digest for item in items]
        if all(item.is_ignored for item in items):
            self.inbox.heed(digests)
            return
        self.inbox.ignore(digests)
        told = self.tr("{0} berkas diabaikan.").format(len(items))
        if len(items) == 1:
            told = self.tr("“{0}” diabaikan.").format(items[0].file.name)
        self._controller.show_status(told, partial(self.inbox.heed, digests))

    def leave(self) -> None:
        """Stop reading previews."""
        self._peeking.look(None)

    def _peek(self, chosen: list[InboxFile]) -> None:
        """Preview the chosen file, unless its import has failed."""
        is_one = self.is_shown and len(chosen) == 1 and not chosen[0].failure
        self._peeking.look(chosen[0] if is_one else None)

    def _open(self, item: InboxFile) -> None:
        """Open the release that a file was imported as, and mark the file as done."""
        if item.origin is not None:
            self.inbox.finish(item)
            self._release_loader.open(item.origin.summary.key)

    def _take_failure(self, path: str, sentence: str) -> None:
        """A file could not be imported: it waits again, with the reason."""
        self._underway.discard(path)
        self.inbox.fail(path, sentence)
        self._show()

    def _let_all_go(self, *_: object) -> None:
        self._underway.clear()
        self._show()

    def _take_in(self, _name: str, _imported: ImportedRelease, original: bytes) -> None:
        self.inbox.take(original)
