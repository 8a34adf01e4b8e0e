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
class _AcceptedFix:
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
        ignore_actions: IgnoreActions,
        dictionaries: DictionaryActions,
        current: Callable[[], OpenRelease | None],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(findings)
        self._current, self._today = current, today
        self._has_failed = False
        self._accepted: WeakKeyDictionary[OpenRelease, list[_AcceptedFix]] = WeakKeyDictionary()
        for place in (findings, card):
            place.fixed.connect(self._count_accepted)
            place.ignored.connect(self._count_dismissed)
        findings.fix_undone.connect(
            lambda finding: self._record(finding.rule, FindingDecision.UNACCEPTED)
        )
        ignore_actions.marked_again.connect(
            lambda rule: self._record(rule, FindingDecision.UNDISMISSED)
        )
        dictionaries.kept.connect(lambda rule: self._record(rule, FindingDecision.DISMISSED))
        dictionaries.taken_back.connect(
            lambda rule: self._record(rule, FindingDecision.UNDISMISSED)
        )

    def _count_accepted(self, finding: Finding, _fix: object) -> None:
        self._record(finding.rule, FindingDecision.ACCEPTED)
        release = self._current()
        if release is None:
            return
        if release not in self._accepted:
            self._accepted[release] = []
            release.document.changed.connect(self._recount_undone)
        document = release.document
        steps, text = document.document.availableUndoSteps(), document.release().text
        self._accepted[release].append(_AcceptedFix(finding.rule, steps, text))

    def _recount_undone(self) -> None:
        """Subtract a fix that is undone, and count it again when it is redone."""
        release = self._current()
        if release is None or release not in self._accepted:
            return
        steps = release.document.document.availableUndoSteps()
        for accepted in list(self._accepted[release]):
            if not accepted.is_undone and steps < accepted.steps:
                accepted.is_undone = True
                self._record(accepted.rule, FindingDecision.UNACCEPTED)
            elif accepted.is_undone and steps >= accepted.steps:
                if release.document.release().text == accepted.text:
                    accepted.is_undone = False
                    self._record(accepted.rule, FindingDecision.ACCEPTED)
                else:  # something else was written instead
                    self._accepted[release].remove(accepted)

    def _count_dismissed(self, finding: Finding, _where: object) -> None:
        self._record(finding.rule, FindingDecision.DISMISSED)

    def _record(self, rule: str, decision: FindingDecision) -> None:
        try:
            note_decision(finding_decisions_file(), rule, decision, self._today())
        except OSError as error:
            if not self._has_failed:
                log_fault(_LOG, "counting decisions about findings", error)
            self._has_failed = True
