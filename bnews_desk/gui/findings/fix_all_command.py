"""Applies the safe fixes (Rapikan), or all fixes of a kind, in one undoable step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.findings.check_service import CheckService, FixAllResult


class ShowStatus(Protocol):
    """Shows one sentence, with an undo for the step."""

    def __call__(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Show ``sentence``; ``undo`` is offered beside it."""


class FixAll(QObject):
    """Applies all safe fixes to the release in front, off the GUI thread, as one undo step.

    The message counts the findings that the button counted, and separately the fixes that became
    possible only by the first ones.
    """

    about_to_fix = Signal(object)
    """The ``OpenRelease`` that is changed next."""

    def __init__(
        self,
        desk: Desk,
        checking: CheckService,
        show_status: ShowStatus,
        undo: Callable[[], object],
    ) -> None:
        super().__init__(desk)
        self._desk, self._checking = desk, checking
        self._show_status, self._undo = show_status, undo
        self._started: tuple[str, int, int] | None = None
        checking.safe_fixes_applied.connect(self._apply_result)

    def begin(self) -> None:
        """Start; the result comes when no safe fix is left."""
        release = self._desk.current
        if release is not None:
            promised = sum(finding.safe_fix is not None for finding in release.findings)
            self._started = (release.key, release.document.revision, promised)
            self._checking.apply_safe_fixes()

    def report_alike(self, count: int) -> None:
        """Report that findings alike were fixed together."""
        self._show_status(self.tr("{0} temuan sejenis diperbaiki.").format(count), self._undo)

    def _apply_result(self, result: FixAllResult) -> None:
        release, started = self._desk.current, self._started
        if release is None or started is None or started[:2] != (result.key, result.revision):
            return
        if release.document.revision != result.revision:
            self._show_status(
                self.tr("Naskah berubah selagi dirapikan; tekan Rapikan sekali lagi.")
            )
            return
        count = sum(result.fixed_release.fixed.values())
        if not count:
            self._show_status(self.tr("Tidak ada yang dapat dirapikan sekaligus."))
            return
        self.about_to_fix.emit(release)
        release.document.become(result.fixed_release.release)
        self._show_status(self._message(started[2], count), self._undo)

    def _message(self, promised: int, count: int) -> str:
        """The message: findings counted beforehand and fixed, and fixes that became possible
        later.
        """
        more = count - promised
        if more > 0 and promised:
            said = self.tr("{0} perbaikan diterapkan, lalu {1} lagi yang baru terlihat sesudahnya.")
            return said.format(promised, more)
        if more < 0:
            said = self.tr("{0} temuan dirapikan dengan {1} perbaikan diterapkan.")
            return said.format(promised, count)
        return self.tr("{0} perbaikan diterapkan.").format(count)
