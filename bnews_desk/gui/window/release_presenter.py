"""Shows the release in front: its state, tabs, list entry and findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from bnews_desk.archive.release_progress import RemainingWork
from bnews_desk.finding import Finding, Severity
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner, dictionary_word
from bnews_desk.gui.findings.finding_selection import counts
from bnews_desk.gui.findings.finding_texts import worded
from bnews_desk.gui.findings.hover_card import HoverCard
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.findings.official_dialog import official_in
from bnews_desk.gui.findings.row_geometry import MOST_OFFERS
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.main_window import DeskWindow
from bnews_desk.rules.readiness import ReadinessVerdict


class FindingMenu(QObject):
    """Adds the hover card's actions to the text's context menu; the card carries them out."""

    def __init__(self, page: Page, card: HoverCard) -> None:
        super().__init__(card)
        self._page, self._card = page, card
        page.menu_opening.connect(self._fill)

    def _fill(self, menu: QMenu, place: QPoint) -> None:
        page, card = self._page, self._card
        card.close_card()
        release = page.release
        if release is None:
            return
        position = page.positions().from_qt(page.cursorForPosition(place).position())
        finding = page.finding_at(position)
        if finding is None:
            return
        wording = worded(finding, release.document.release().text)

        def made_of(text: str, act: Callable[[], None]) -> QAction:
            action = QAction(text.replace("&", "&&"), menu)
            action.triggered.connect(lambda: card.take_up(finding))
            action.triggered.connect(act)
            return action

        offers = wording.offers[:MOST_OFFERS]
        made = [made_of(offer, partial(card.fix, number)) for number, offer in enumerate(offers)]
        if made:
            made.append(menu.addSeparator())
        for owner in DictionaryOwner if dictionary_word(finding) else ():
            made.append(made_of(owner.label, partial(card.add_word, owner)))
        for reach in IgnoreScope:
            made.append(made_of(reach.label, partial(card.ignore, reach)))
        if official_in(finding) is not None:
            made.append(made_of(self.tr("Catat sebagai pejabat…"), card.record_official))
        made.append(menu.addSeparator())
        menu.insertActions(menu.actions()[0], made)


WORDS_A_MINUTE = 200
FIGURES_MS = 250
"""Milliseconds after which the counts follow a change."""


class ReleasePresenter(QObject):
    """Keeps every part of the window in step with the release in front."""

    def __init__(
        self, window: DeskWindow, desk: Desk, card: HoverCard, clock: Callable[[], float]
    ) -> None:
        super().__init__(window)
        self.window, self.desk, self.card = window, desk, card
        self._clock = clock
        FindingMenu(window.parts.page, card)
        self._shown: OpenRelease | None = None
        self._state: tuple[object, ...] = ()
        self._is_pending = False
        self._names: tuple[str, ...] = ()
        window.parts.ready_panel.readiness_changed.connect(self.show_state)
        for place in (window.parts.findings, card):
            place.fixed.connect(self._let_go)
        self._figures = once_after(FIGURES_MS, self.show_figures, self)

    def show_release(self, release: OpenRelease | None) -> None:
        """Show another release, or the empty desk."""
        parts = self.window.parts
        if self._shown is not None:
            self._shown.findings_settled.disconnect(self.show_state)
            self._shown.document.changed.disconnect(self._forget_undo)
            self._shown.document.changed.disconnect(self._show_pending)
            self._shown.document.document.undoAvailable.disconnect(parts.top_bar.set_undo)
        self._shown, self._state = release, ()
        parts.status.forget_undo()
        self.window.show_editing(release is not None)
        if parts.page.release is not release:
            parts.page.show_release(release)
        parts.frame_panel.show_release(release)
        parts.findings.show_release(release)
        parts.ready_panel.show_release(release)
        parts.top_bar.set_release_open(release is not None)
        self.show_tabs()
        self.card.show_release(release)
        if release is None:
            parts.empty_page.setFocus()
            self.window.show_ready(False)
            parts.top_bar.show_ready(False)
            self.show_entries()
            return
        release.findings_settled.connect(self.show_state)
        release.document.changed.connect(self._forget_undo)
        release.document.changed.connect(self._show_pending)
        release.document.document.undoAvailable.connect(parts.top_bar.set_undo)
        if self.desk.is_new_here(release):
            position = self.desk.caret(release)
            parts.page.reveal(position, position)
        parts.page.setFocus()
        self.show_state()
        self.show_figures()
        self.show_saved()

    def edit_first(self) -> None:
        """Show the editing panels: the release in front was just imported."""
        self.window.show_ready(False)
        self.window.parts.top_bar.show_ready(False)

    def _show_pending(self) -> None:
        """The text has changed: clear what was said of its former state."""
        if not self._is_pending:
            self._is_pending = True
            self.window.parts.status.set_pending()

    def show_state(self) -> None:
        """Show the state of the release in front in every place."""
        release = self.desk.current
        if release is None:
            return
        parts = self.window.parts
        self._figures.start()
        can_undo = release.document.document.isUndoAvailable()
        checklist = release.checklist
        state = (release, release.checked_revision, len(release.findings), can_undo, checklist)
        if state == self._state and not self._is_pending:
            return  # findings have moved with their words, no more
        self._state = state
        found = counts(release.findings)
        safe = sum(finding.safe_fix is not None for finding in release.findings)
        parts.top_bar.set_tidy(safe, True)
        parts.top_bar.set_undo(can_undo)
        errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
        is_held = release.progress.is_held
        if release.is_checked and checklist.items:
            held = {item.kind for item in checklist.blockers} - {"findings"}
            release.lacking = len(held)
            is_held = bool(errors or held - {"embargo"})
            if release.is_original_awaited:  # it may hold the release, as it may have before
                is_held = is_held or release.progress.is_held
        lacking = release.lacking
        parts.top_bar.set_errors(None if release.checked_revision < 0 else errors + lacking)
        self._is_pending = checklist.verdict is ReadinessVerdict.PENDING
        if self._is_pending:
            parts.status.set_pending()
        else:
            unchecked = len(release.facts.open_facts) if release.facts else 0
            parts.status.set_state(errors, lacking, unchecked, checklist.notes)
        if release.frame is not None:
            is_begun = bool(release.document.release().text.strip())  # an empty page is no fault
            left = RemainingWork(errors or lacking, warnings) if is_begun else None
            self.desk.note_readiness(release, is_held=is_held, left=left)
            parts.desk_list.show_left(release.key, left)

    def show_figures(self) -> None:
        """Show the length of the release in front."""
        release = self.desk.current
        if release is not None:
            text = release.document.release().text
            words = len(text.split())
            minutes = max(1, round(words / WORDS_A_MINUTE))
            self.window.parts.status.set_figures(words, len(text) - 1, minutes)

    def show_saved(self) -> None:
        """Say when the release in front was last saved."""
        release = self.desk.current
        if release is None:
            return
        saved = self.desk.saved_at(release)
        when = datetime.fromtimestamp(saved).astimezone() if saved else None
        text = self.tr("Tersimpan {0}").format(f"{when:%H.%M}") if when else ""
        self.window.parts.top_bar.set_document(self._title(release), text)

    def _title(self, release: OpenRelease) -> str:
        """The headline, else the first words of the text: the same name in every place."""
        lines = release.document.release().text.split("\n")
        return next((line.strip() for line in lines if line.strip()), self.tr("Tanpa judul"))

    def show_tabs(self) -> None:
        """Show one tab a release."""
        releases = self.desk.releases
        titles = [self._title(release) for release in releases]
        current = releases.index(self.desk.current) if self.desk.current in releases else -1
        self.window.show_tabs(titles, current)

    def show_names(self) -> None:
        """Show tabs and list again where the name of a release has changed."""
        names = tuple([self._title(release) for release in self.desk.releases])
        if names != self._names:
            self._names = names
            self.show_tabs()
            self.show_entries()

    def show_entries(self) -> None:
        """Show the releases on the desk."""
        current = self.desk.current.key if self.desk.current else ""
        entries = self.desk.entries()
        parts = self.window.parts
        parts.desk_list.show_entries(entries, current, self._clock())
        if self.desk.current is None:
            parts.empty_page.show_desk(is_empty=not entries)
            nothing = self.tr("Belum ada rilis di meja")
            parts.status.set_idle(self.tr("Tidak ada rilis yang terbuka") if entries else nothing)

    def show_finding(self, finding: Finding) -> None:
        """Select a finding in the text and tint it."""
        page = self.window.parts.page
        page.reveal(finding.start, finding.end)
        page.set_current_finding(finding)

    def point_at(self, finding: Finding | None) -> None:
        """Open the card of the finding under the pointer after a while; None closes it."""
        self.card.point_at(finding, self._line_of(finding), self._page_rect())

    def open_card(self) -> None:
        """Open and focus the card of the finding at the caret."""
        finding = self.window.parts.findings.finding_at(self.window.parts.page.selection().start)
        if finding is None:
            self.window.parts.status.show_status(self.tr("Tidak ada temuan di posisi kursor."))
        else:
            self.card.open_now(finding, self._line_of(finding), self._page_rect())

    def _let_go(self, finding: Finding, _fix: object) -> None:
        """Move the caret behind the mended words, lest the next key replace the selection."""
        page = self.window.parts.page
        start, end = page.selection()
        if start < end and start <= finding.end and end >= finding.start:
            page.reveal(end, end)

    def _line_of(self, finding: Finding | None) -> QRect:
        page = self.window.parts.page
        rect = page.finding_rect(finding) if finding is not None else QRect()
        return rect.translated(page.viewport().mapTo(self.window, QPoint()))

    def _page_rect(self) -> QRect:
        viewport = self.window.parts.page.viewport()
        return viewport.rect().translated(viewport.mapTo(self.window, QPoint()))

    def forget_release(self, release: OpenRelease) -> None:
        """Disconnect a release that is about to be closed."""
        self.window.parts.page.forget_release(release)
        self.show_tabs()

    def _forget_undo(self) -> None:
        self.window.parts.status.forget_undo()
