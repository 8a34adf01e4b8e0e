"""One release on the desk: its document, what the last check found, what it came with."""

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
"""Milliseconds without a key after which what stands beside the text follows it."""
LONGEST_MS = 1000
"""Milliseconds of typing after which it does so all the same, behind the next key."""
BEHIND_KEY_MS = 10
"""Milliseconds behind such a key: its letter is on the screen, and the next is still far."""


class OpenRelease(QObject):
    """A release that is open in a tab.

    ``key`` names it in the journal. ``findings`` are the findings to show, one a span, in the
    order of the text; between two checks they move with their words, and those that an edit
    touches go at once: ``touched`` are those of the last one. ``progress`` is how far it is on its
    way; ``lacking`` counts what keeps it from running beside its findings, as last judged, and
    ``checklist`` is the answer of ``judge_readiness``, empty once the text has changed.
    ``facts`` are those that it has otherwise than its original, None where there is none, or none
    yet: ``is_original_awaited``.
    ``attachments`` are files that came with it where it has come in by mail, which
    ``is_cover_note`` may say no more than that.
    """

    findings_changed = Signal()
    """``findings`` or ``frame`` are others than before."""
    findings_settled = Signal()
    """The same, but sent once while somebody types: when they pause, or have not for long.

    For all that stands beside the text: counts and rows that come and go with every key are not
    calm, and painting them would keep the letters waiting.
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
        self.document.changed.connect(self._follow)

    @property
    def is_checked(self) -> bool:
        """Whether ``findings`` and ``frame`` are those of the present text."""
        return self.checked_revision == self.document.revision

    @property
    def is_settled(self) -> bool:
        """Whether all that stands beside the text has been told of the present findings."""
        return not self._is_waiting

    def take(self, checked: CheckResult) -> bool:
        """Take a check's answer, unless it is stale; whether it was taken."""
        if checked.revision != self.document.revision:
            return False
        self.checked_revision = checked.revision
        self.frame, self.facts = checked.frame, checked.facts
        self.is_original_awaited = checked.is_original_awaited
        self.findings, self.touched = tuple(one_per_span(checked.findings)), ()
        self._tell()
        self._is_overdue = self._is_waiting
        return True

    def judge_readiness(self, reader: FrameReader, now: datetime) -> Checklist:
        """Judge the present state anew; the answer stays in ``checklist``."""
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

    def mend(self, fix: Fix, *, joins: bool = False) -> None:
        """Carry out a fix as one undo step, with ``joins`` as one with the change before.

        Raises ``StaleEditError`` where the text has moved on.
        """
        self.document.apply(fix.edits, joins=joins)
        self.settle()

    def ignore_here(self, finding: Finding) -> None:
        """Hide a finding in its paragraph for as long as its words are there."""
        self.document.add_ignore(ignore_here(finding, self.document.release()))
        self._drop(finding)

    def ignore_everywhere(self, finding: Finding) -> None:
        """Hide findings like this one in the whole release."""
        self.document.add_ignore(ignore_in_release(finding))
        self.hide(finding)

    def ignore(self, finding: Finding, reach: IgnoreScope) -> None:
        """Hide a finding as far as ``reach`` says; the newsroom's own list is kept elsewhere."""
        if reach is IgnoreScope.HERE:
            self.ignore_here(finding)
        elif reach is IgnoreScope.RELEASE:
            self.ignore_everywhere(finding)
        else:
            self.hide(finding)

    @property
    def editor(self) -> str:
        """Who edits it, as its credit says; '' where that is not known."""
        credited = self.frame.credited if self.frame else ()
        credit = credited[-1].credit if credited else None
        return credit.editor if credit else ""

    def check_fact(self, fact: ReviewedFact, when: datetime) -> None:
        """Keep that the editor has checked a changed fact, or take that back where he had."""
        from bnews_desk.rules.facts.checked_facts import new_check

        release = self.document.release()
        if fact.check is not None:
            self.document.set_checks(release.checks - {fact.check})
            return
        check = new_check(fact.change, release.text, self.editor, when)
        self.document.set_checks(release.checks | {check})

    def hide(self, finding: Finding) -> None:
        """Take findings like this one away at once; the next check tells whether they stay away."""
        ignore = ignore_in_release(finding)
        self.findings = tuple(p for p in self.findings if ignore_in_release(p) != ignore)
        self._tell()

    def hide_word(self, word: str) -> None:
        """Take findings away that ask for this word in a dictionary, in whatever case."""
        key = word_key(word)
        self.findings = tuple(p for p in self.findings if word_key(dictionary_word(p)) != key)
        self.findings_changed.emit()

    def _drop(self, finding: Finding) -> None:
        self.findings = tuple(p for p in self.findings if p != finding)
        self._tell()

    def _follow(self) -> None:
        """Move the findings along with a change of the text."""
        text = self.document.release().text
        start, removed, added = change_between(self._text, text)
        self._text = text
        self.checklist = Checklist()
        self.findings = followed = moved(self.findings, start, removed, added)
        self.touched = followed.gone
        self._tell()

    def put_off(self) -> None:
        """Somebody types: ``findings_settled`` waits until they pause."""
        self._quiet.start()
        if self._is_overdue and not self._behind_key.isActive():
            self._behind_key.start()

    def settle(self) -> None:
        """Send ``findings_settled`` now where it waits for a pause."""
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

    def _tell(self) -> None:
        self._is_waiting = True
        self.findings_changed.emit()
        if not self._quiet.isActive():
            self.settle()
        elif not self._longest.isActive():
            self._longest.start()
