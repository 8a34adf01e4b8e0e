"""An open release: its document, the findings of the last check, its attachments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bnews_desk.archive.release_progress import Progress, Stage
from bnews_desk.finding import Finding, Fix, ignore_here, ignore_in_release
from bnews_desk.frame.release_frame import Frame, FrameReader
from bnews_desk.gui.editor.release_document import ReleaseDocument
from bnews_desk.gui.findings.dictionary_owner import dictionary_word
from bnews_desk.gui.findings.finding_selection import change_between, one_per_span
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.findings.tracked_findings import moved
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.lexicon.dictionary_file import word_key
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release
from bnews_desk.rules.readiness import Checklist, judge_readiness

if TYPE_CHECKING:
    from bnews_desk.gui.findings.check_service import CheckResult
    from bnews_desk.importers.imported_release import Attachment
    from bnews_desk.rules.facts.checked_facts import FactReview, ReviewedFact

QUIET_MS = 150
"""Milliseconds without a key after which what stands beside the text is updated."""
LONGEST_MS = 1000
"""Milliseconds of uninterrupted typing after which it is updated all the same."""
BEHIND_KEY_MS = 10
"""Milliseconds after such a key: its letter is painted, and the next key has not come yet."""


class OpenRelease(QObject):
    """A release that is open in a tab; ``key`` names it in the journal.

    ``findings`` are the findings to show, one a span, in the order of the text. Between two checks
    they move with their words, and those that an edit touches are removed at once: ``touched`` are
    those of the last edit. ``progress`` is how far the release is; ``lacking`` counts what holds it
    back beside its findings, as last judged. ``checklist`` is the answer of ``judge_readiness``,
    empty once the text has changed. ``facts`` are those that differ from its original, None where
    there is no original, or not yet: ``is_original_awaited``. ``attachments`` are the files of the
    mail that it came in; ``is_cover_note`` says that its text may be no more than a note to them.
    """

    findings_changed = Signal()
    """``findings`` or ``frame`` have changed."""
    findings_settled = Signal()
    """The same, but sent once after a pause in typing, or after ``LONGEST_MS`` without one.

    For everything that stands beside the text: counts and rows that change with every key are
    restless, and painting them would delay the letters.
    """

    def __init__(
        self,
        key: str,
        release: Release,
        receipt: Receipt | None = None,
        pictures: Mapping[str, bytes] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.document = ReleaseDocument(release, self)
        self.receipt = receipt or Receipt()
        self.pictures = dict(pictures or {})
        self.attachments: tuple[Attachment, ...] = ()
        self.is_cover_note = False
        self.findings: Sequence[Finding] = ()
        self.touched: Sequence[Finding] = ()
        self.frame: Frame | None = None
        self.facts: FactReview | None = None
        self.is_original_awaited = False
        self.checked_revision = -1
        self.stage: Stage | None = None
        self.progress = Progress()
        self.lacking = 0
        self.checklist = Checklist()
        self._text = release.text
        self._quiet = once_after(QUIET_MS, self.settle, self)
        self._longest = once_after(LONGEST_MS, self._note_overdue, self)
        self._behind_key = once_after(BEHIND_KEY_MS, self._send_settled, self)
        self._is_waiting = self._is_overdue = False
        self.document.changed.connect(self._move_findings)

    @property
    def is_checked(self) -> bool:
        """Whether ``findings`` and ``frame`` belong to the present text."""
        return self.checked_revision == self.document.revision

    @property
    def is_settled(self) -> bool:
        """Whether ``findings_settled`` has been sent for the present findings."""
        return not self._is_waiting

    def take_check_result(self, checked: CheckResult) -> bool:
        """Take the answer of a check, unless it is stale; whether it was taken."""
        if checked.revision != self.document.revision:
            return False
        self.checked_revision = checked.revision
        self.frame, self.facts = checked.frame, checked.facts
        self.is_original_awaited = checked.is_original_awaited
        self.findings, self.touched = tuple(one_per_span(checked.findings)), ()
        self._report_change()
        self._is_overdue = self._is_waiting
        return True

    def judge_readiness(self, reader: FrameReader, now: datetime) -> Checklist:
        """Judge the present state anew and keep the answer in ``checklist``."""
        self.checklist = judge_readiness(
            self.document.release(),
            self.frame if self.is_checked else None,
            self.findings,
            reader,
            now,
            self.facts,
            is_original_awaited=self.is_original_awaited,
        )
        return self.checklist

    def apply_fix(self, fix: Fix, *, joins: bool = False) -> None:
        """Apply a fix as one undo step, or with ``joins`` as one with the change before.

        Raises ``StaleEditError`` where the text has changed since.
        """
        self.document.apply(fix.edits, joins=joins)
        self.settle()

    def ignore_here(self, finding: Finding) -> None:
        """Hide a finding in its paragraph as long as its words are there."""
        self.document.add_ignore(ignore_here(finding, self.document.release()))
        self._remove_finding(finding)

    def ignore_everywhere(self, finding: Finding) -> None:
        """Hide findings like this one in the whole release."""
        self.document.add_ignore(ignore_in_release(finding))
        self.hide(finding)

    def ignore(self, finding: Finding, reach: IgnoreScope) -> None:
        """Hide a finding in the scope ``reach``; the newsroom's own list is kept elsewhere."""
        if reach is IgnoreScope.HERE:
            self.ignore_here(finding)
        elif reach is IgnoreScope.RELEASE:
            self.ignore_everywhere(finding)
        else:
            self.hide(finding)

    @property
    def editor(self) -> str:
        """The editor named in the credit; '' where that is unknown."""
        credited = self.frame.credited if self.frame else ()
        credit = credited[-1].credit if credited else None
        return credit.editor if credit else ""

    def check_fact(self, fact: ReviewedFact, when: datetime) -> None:
        """Note that the editor has checked a changed fact, or undo that note."""
        from bnews_desk.rules.facts.checked_facts import new_check

        release = self.document.release()
        if fact.check is not None:
            self.document.set_checks(release.checks - {fact.check})
            return
        check = new_check(fact.change, release.text, self.editor, when)
        self.document.set_checks(release.checks | {check})

    def hide(self, finding: Finding) -> None:
        """Remove findings like this one at once; the next check decides whether they come back."""
        ignore = ignore_in_release(finding)
        self.findings = tuple(p for p in self.findings if ignore_in_release(p) != ignore)
        self._report_change()

    def hide_word(self, word: str) -> None:
        """Remove findings that ask for this word in a dictionary, in any case of letters."""
        key = word_key(word)
        self.findings = tuple(p for p in self.findings if word_key(dictionary_word(p)) != key)
        self.findings_changed.emit()

    def _remove_finding(self, finding: Finding) -> None:
        self.findings = tuple(p for p in self.findings if p != finding)
        self._report_change()

    def _move_findings(self) -> None:
        """Move the findings along with a change of the text."""
        text = self.document.release().text
        start, removed, added = change_between(self._text, text)
        self._text = text
        self.checklist = Checklist()
        self.findings = followed = moved(self.findings, start, removed, added)
        self.touched = followed.gone
        self._report_change()

    def delay_settling(self) -> None:
        """A key was pressed: delay ``findings_settled`` until the next pause."""
        self._quiet.start()
        if self._is_overdue and not self._behind_key.isActive():
            self._behind_key.start()

    def settle(self) -> None:
        """Send ``findings_settled`` now where it is delayed."""
        self._quiet.stop()
        self._send_settled()

    def _note_overdue(self) -> None:
        self._is_overdue = True

    def _send_settled(self) -> None:
        self._longest.stop()
        self._behind_key.stop()
        self._is_overdue = False
        if self._is_waiting:
            self._is_waiting = False
            self.findings_settled.emit()

    def _report_change(self) -> None:
        self._is_waiting = True
        self.findings_changed.emit()
        if not self._quiet.isActive():
            self.settle()
        elif not self._longest.isActive():
            self._longest.start()
