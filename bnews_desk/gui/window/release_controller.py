"""Carries out the editor's commands on releases: open, import, check, apply fixes, sign off."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from bnews_desk.archive.release_progress import SignOff
from bnews_desk.gui.desk.desk import PASTED, Desk
from bnews_desk.gui.desk.journal_signals import JournalSignals
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.check_service import CheckResult, CheckService
from bnews_desk.gui.findings.fix_all_command import FixAll
from bnews_desk.gui.findings.hover_card import HoverCard
from bnews_desk.gui.imports.import_arrivals import ImportArrivals
from bnews_desk.gui.imports.import_commands import ImportCommands
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.photo_import import PhotoImport
from bnews_desk.gui.window.main_window import DeskWindow
from bnews_desk.gui.window.release_presenter import ReleasePresenter
from bnews_desk.house.style import HouseStyle
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.release import Release


class ReleaseController(QObject):
    """Connects desk, window and services; every command of the editor is a method here."""

    house_changed = Signal(object)
    """The style sheet in use has changed."""

    def __init__(
        self,
        window: DeskWindow,
        desk: Desk,
        checking: CheckService,
        importing: ImportService,
        arrivals: ImportArrivals,
        journal_signals: JournalSignals,
        card: HoverCard,
        house: HouseStyle,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(window)
        self.window, self.desk = window, desk
        self.checking, self.importing, self.arrivals = checking, importing, arrivals
        self._journal_signals = journal_signals
        self.display = ReleasePresenter(window, desk, card, clock)
        self.photos = PhotoImport(desk, self._tell, self.show_status, self)
        self.tidying = FixAll(desk, checking, self.show_status, self.undo)
        self._watched: OpenRelease | None = None
        self.intake = ImportCommands(
            window, desk, importing, arrivals, self.photos, house, self.show_status
        )
        self._connect_desk()
        self._connect_window()
        self._connect_page()
        self._connect_services()
        for release in desk.releases:
            self._take_opened(release)
        self._show(desk.current)
        self.display.show_entries()

    def undo(self) -> None:
        """Undo the last step in the release in front."""
        self.window.parts.page.undo()

    def redo(self) -> None:
        """Redo the step undone last."""
        self.window.parts.page.redo()

    def apply_safe_fixes(self) -> None:
        """Apply all safe fixes as one undo step, off the GUI thread."""
        self.tidying.begin()

    def toggle_ready(self) -> None:
        """Show or leave *Siap tayang*."""
        if self.desk.current is None:
            return
        self.desk.current.settle()
        is_shown = not self.window.is_ready_shown
        self.window.show_ready(is_shown)
        self.window.parts.top_bar.show_ready(is_shown)
        if is_shown:
            self.window.parts.ready_panel.focus_first()
        else:
            self.focus_page()

    def focus_page(self) -> None:
        """Focus the text, and show it where a side page is in its place."""
        self.window.back_to_text()
        self.window.parts.page.setFocus()

    def go_to_finding(self, *, forward: bool) -> None:
        """Select the next or previous finding in the text."""
        page, findings = self.window.parts.page, self.window.parts.findings
        selected = page.selection()
        finding = (
            findings.next_finding(selected.start)
            if forward
            else findings.previous_finding(selected.start)
        )
        if finding is None:
            self.show_status(self.tr("Tidak ada temuan."))
            return
        self.display.show_finding(finding)
        findings.show_finding(finding)

    def close_current(self) -> None:
        """Close the tab in front; the release stays on the desk."""
        if self.desk.current is not None:
            self.desk.close(self.desk.current)

    def begin_release(self) -> None:
        """Begin an empty release."""
        self.desk.open_new(Release())
        self.display.edit_first()

    def show_status(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Say something in the status line."""
        self.window.parts.status.show_status(sentence, undo)

    def _connect_desk(self) -> None:
        self.desk.current_changed.connect(self._show)
        self.desk.entries_changed.connect(self.display.show_entries)
        self.desk.opened.connect(self._take_opened)
        self.desk.closed.connect(self.display.forget_release)

    def _connect_window(self) -> None:
        window, parts = self.window, self.window.parts
        window.files_dropped.connect(self.intake.take_files)
        window.tab_chosen.connect(self._show_tab)
        window.tab_close_wanted.connect(self._close_tab)
        window.escape_wanted.connect(self.focus_page)
        parts.desk_list.chosen.connect(self._reopen)
        parts.desk_list.menu.removal_wanted.connect(self._remove)
        parts.empty_page.text_dropped.connect(self.intake.take_text)
        parts.empty_page.choose_wanted.connect(self.intake.choose_files)
        parts.empty_page.paste_wanted.connect(self.intake.paste)
        parts.empty_page.sample_wanted.connect(self.intake.take_sample)
        parts.empty_page.files_dropped.connect(self.intake.take_files)
        parts.top_bar.import_wanted.connect(self.intake.choose_files)
        parts.top_bar.paste_wanted.connect(self.intake.paste)
        parts.top_bar.undo_wanted.connect(self.undo)
        parts.top_bar.tidy_wanted.connect(self.apply_safe_fixes)
        parts.top_bar.export_wanted.connect(self.toggle_ready)
        parts.status.state_clicked.connect(self.toggle_ready)
        parts.frame_panel.status_message.connect(self.show_status)
        parts.frame_panel.written.connect(partial(self.show_status, undo=self.undo))
        parts.frame_panel.escape_wanted.connect(self.focus_page)
        parts.findings.status_message.connect(self.show_status)
        parts.findings.escape_wanted.connect(self.focus_page)
        parts.findings.undo_wanted.connect(self.undo)
        parts.findings.fixed_alike.connect(self.tidying.report_alike)
        parts.findings.finding_chosen.connect(self.display.show_finding)
        parts.ready_panel.status_message.connect(self.show_status)
        parts.ready_panel.failed.connect(parts.notice.show_notice)
        parts.ready_panel.close_wanted.connect(self.toggle_ready)
        parts.ready_panel.jump_wanted.connect(self._jump)
        parts.ready_panel.sign_off_changed.connect(self._sign)
        parts.ready_panel.published.connect(self.desk.publish)

    def _connect_page(self) -> None:
        parts = self.window.parts
        parts.page.caret_moved.connect(self._follow_caret)
        parts.page.finding_hovered.connect(self.display.point_at)
        parts.page.finding_activated.connect(parts.findings.show_finding)
        parts.page.commands.open_finding.triggered.connect(self.display.open_card)
        parts.page.pointed_opened.connect(self.display.open_card)
        self.display.card.status_message.connect(self.show_status)
        self.display.card.escape_wanted.connect(self.focus_page)
        parts.page.composing.connect(self.checking.hold)
        parts.page.key_pending.connect(self.checking.pause_for_key)
        parts.page.files_dropped.connect(self.intake.take_files)
        parts.page.picture_pasted.connect(self.intake.take_picture)

    def _connect_services(self) -> None:
        self.checking.checked.connect(self._take_checked)
        self.arrivals.ready.connect(self._take_imported)
        self.arrivals.left.connect(self.show_status)
        self._journal_signals.troubled.connect(lambda text: self._tell(text, "jurnal"))
        self._journal_signals.mended.connect(
            lambda: self.window.parts.notice.remove_notice("jurnal")
        )
        # the journal may be readable only now
        self._journal_signals.mended.connect(self.display.show_entries)
        self._journal_signals.noticed.connect(lambda text: self._tell(text, "jurnal lama"))
        self._journal_signals.saved.connect(lambda _key, _when: self.display.show_saved())
        self._journal_signals.send_early_messages()

    def set_house(self, house: HouseStyle) -> None:
        """Give the style sheet to everything that judges by it."""
        self.house_changed.emit(house)
        self.checking.set_house(house)
        self.importing.set_house(house)
        self.arrivals.set_house(house)
        self.intake.set_house(house)
        self.window.parts.page.smart_typing.quote_marks = house.quote_marks
        self.window.parts.frame_panel.set_house(house)
        self.window.parts.ready_panel.set_house(house)

    def _tell(self, text: str, key: str) -> None:
        self.window.parts.notice.show_notice(text, key)

    def _show(self, release: OpenRelease | None) -> None:
        """Show another release and check it whenever it changes."""
        if self._watched is not None:
            self._watched.document.changed.disconnect(self.checking.schedule)
            self._watched.document.details_changed.disconnect(self.checking.schedule)
        self._watched = release
        self.display.show_release(release)
        if release is not None:
            release.document.changed.connect(self.checking.schedule)
            release.document.details_changed.connect(self.checking.schedule)
            self.checking.check_now()

    def _take_opened(self, release: OpenRelease) -> None:
        self.display.show_tabs()
        self.window.parts.ready_panel.show_sign_off(release.key, release.progress.sign_off)

    def _sign(self, sign_off: SignOff | None) -> None:
        if self.desk.current is not None:
            self.desk.set_sign_off(self.desk.current, sign_off)

    def _reopen(self, key: str) -> None:
        self.desk.reopen(key)
        self.focus_page()

    def _remove(self, key: str) -> None:
        self.desk.remove(key)
        self.show_status(
            self.tr("Naskah dipindahkan ke tempat sampah."), partial(self.desk.restore, key)
        )

    def _follow_caret(self, position: int) -> None:
        self.window.parts.findings.follow_caret(position)

    def _take_checked(self, checked: CheckResult) -> None:
        for release in self.desk.releases:
            if release.key == checked.key and release.take_check_result(checked):
                self.display.show_names()

    def _take_imported(self, name: str, imported: ImportedRelease, original: bytes) -> None:
        self.desk.open_imported(name, imported, original)
        self.display.edit_first()
        left_out = sum(entry.left_out for entry in imported.receipt)
        told = self.tr("“{0}” diimpor").format(name)
        if name == PASTED:
            told = self.tr("Rilis ditempel sebagai naskah baru")
        rest = self.tr("; {0} bagian tidak dibawa ke naskah").format(left_out) if left_out else ""
        self.show_status(f"{told}{rest}.")

    def _jump(self, kind: str, position: object) -> None:
        if kind == "original":
            return  # shown beside the copy, by what does that
        if kind in ("frame", "details", "embargo", "address"):
            self.toggle_ready()
            self.window.parts.frame_panel.go_to(kind)
            return
        if isinstance(position, int):
            self.window.parts.page.reveal(position, position)
        elif kind == "findings":
            self.go_to_finding(forward=True)
        self.focus_page()
        if kind == "findings":
            self.display.open_card()

    def _show_tab(self, number: int) -> None:
        if 0 <= number < len(self.desk.releases):
            self.desk.show(self.desk.releases[number])

    def _close_tab(self, number: int) -> None:
        if 0 <= number < len(self.desk.releases):
            self.desk.close(self.desk.releases[number])
