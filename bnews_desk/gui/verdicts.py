"""Counts what editors decide about findings, one by one: the measure of how precise rules are."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from bnews_desk.archive.verdicts import Verdict, note_verdict
from bnews_desk.gui.findings.card import HoverCard
from bnews_desk.gui.findings.panel import FindingsPanel
from bnews_desk.paths import verdicts_file
from bnews_desk.problem import Problem

_LOG = logging.getLogger(__name__)


class Verdicts(QObject):
    """Notes each finding that is mended or ignored by itself, in the panel or on the card.

    One whose word is put in a dictionary was marked without need, as one that is ignored. What is
    mended together, by *Rapikan* or with its likes, says nothing about a single finding and is not
    counted. A line is added without waiting for the disk; where that fails the editor is
    not told, and the log once.
    """

    def __init__(
        self,
        findings: FindingsPanel,
        card: HoverCard,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(findings)
        self._today = today
        self._has_failed = False
        for place in (findings, card):
            place.mended.connect(self._accept)
            place.ignored.connect(self._dismiss)
            place.word_kept.connect(self._dismiss)

    def _accept(self, problem: Problem, _fix: object) -> None:
        self._note(problem, Verdict.ACCEPTED)

    def _dismiss(self, problem: Problem, _where: object) -> None:
        self._note(problem, Verdict.DISMISSED)

    def _note(self, problem: Problem, verdict: Verdict) -> None:
        try:
            note_verdict(verdicts_file(), problem.rule, verdict, self._today())
        except OSError as error:
            if not self._has_failed:
                _LOG.info("decisions about findings cannot be counted: %s", error)
            self._has_failed = True
