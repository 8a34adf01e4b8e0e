"""Counts which findings editors accept, ignore or undo, to measure each rule's precision."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject

from bnews_desk.archive.finding_decisions import FindingDecision, note_decision
from bnews_desk.finding import Finding
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.findings_panel import FindingsPanel
from bnews_desk.gui.findings.hover_card import HoverCard
from bnews_desk.gui.findings.ignore_actions import IgnoreActions
from bnews_desk.gui.settings.dictionary_actions import DictionaryActions
from bnews_desk.log import log_fault
from bnews_desk.paths import finding_decisions_file

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class _Accepted:
    """An accepted fix: how many undo steps there were just after it, and the text it left."""

    rule: str
    steps: int
    text: str
    is_undone: bool = False


class DecisionCounter(QObject):
    """Counts the findings that are fixed or ignored one by one, in the panel or on the card.

    A finding whose word is added to a dictionary counts as ignored. Fixes applied together, by
    *Rapikan* or to all findings alike, say nothing about a single finding and are not counted. What
    is undone, or marked again, is subtracted. A line is appended without waiting for the disk; a
    failure is logged once and not shown to the editor.
    """

    def __init__(
        self,
        findings: FindingsPanel,
        card: HoverCard,
        ignoring: IgnoreActions,
        keeping: DictionaryActions,
        current: Callable[[], OpenRelease | None],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(findings)
        self._current, self._today = current, today
        self._has_failed = False
        self._accepted: WeakKeyDictionary[OpenRelease, list[_Accepted]] = WeakKeyDictionary()
        for place in (findings, card):
            place.mended.connect(self._accept)
            place.ignored.connect(self._dismiss)
        findings.unmended.connect(
            lambda finding: self._note(finding.rule, FindingDecision.UNACCEPTED)
        )
        ignoring.marked_again.connect(lambda rule: self._note(rule, FindingDecision.UNDISMISSED))
        keeping.kept.connect(lambda rule: self._note(rule, FindingDecision.DISMISSED))
        keeping.taken_back.connect(lambda rule: self._note(rule, FindingDecision.UNDISMISSED))

    def _accept(self, finding: Finding, _fix: object) -> None:
        self._note(finding.rule, FindingDecision.ACCEPTED)
        release = self._current()
        if release is None:
            return
        if release not in self._accepted:
            self._accepted[release] = []
            release.document.changed.connect(self._follow)
        document = release.document
        steps, text = document.document.availableUndoSteps(), document.release().text
        self._accepted[release].append(_Accepted(finding.rule, steps, text))

    def _follow(self) -> None:
        """Subtract a fix that is undone, and count it again when it is redone."""
        release = self._current()
        if release is None or release not in self._accepted:
            return
        steps = release.document.document.availableUndoSteps()
        for mending in list(self._accepted[release]):
            if not mending.is_undone and steps < mending.steps:
                mending.is_undone = True
                self._note(mending.rule, FindingDecision.UNACCEPTED)
            elif mending.is_undone and steps >= mending.steps:
                if release.document.release().text == mending.text:
                    mending.is_undone = False
                    self._note(mending.rule, FindingDecision.ACCEPTED)
                else:  # something else was written instead
                    self._accepted[release].remove(mending)

    def _dismiss(self, finding: Finding, _where: object) -> None:
        self._note(finding.rule, FindingDecision.DISMISSED)

    def _note(self, rule: str, decision: FindingDecision) -> None:
        try:
            note_decision(finding_decisions_file(), rule, decision, self._today())
        except OSError as error:
            if not self._has_failed:
                log_fault(_LOG, "counting decisions about findings", error)
            self._has_failed = True
