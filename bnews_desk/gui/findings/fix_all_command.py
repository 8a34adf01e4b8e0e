"""Applies the safe fixes (Rapikan), or all fixes of a kind, in one undoable step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.findings.check_service import CheckService, Tidied


class Say(Protocol):
    """Shows one sentence, with an undo for the step."""

    def __call__(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Show ``sentence``; ``undo`` is offered beside it."""


class FixAll(QObject):
    """Applies all safe fixes to the release in front, off the GUI thread, as one undo step.

    The message counts the findings that the button counted, and separately the fixes that became
    possible only by the first ones.
    """

    about_to_mend = Signal(object)
    """The ``OpenRelease`` that is changed next."""

    def __init__(
        self, desk: Desk, checking: CheckService, say: Say, undo: Callable[[], object]
    ) -> None:
        super().__init__(desk)
        self._desk, self._checking = desk, checking
        self._say, self._undo = say, undo
        self._begun: tuple[str, int, int] | None = None
        checking.tidied.connect(self._take)

    def begin(self) -> None:
        """Start; the result comes when no safe fix is left."""
        release = self._desk.current
        if release is not None:
            promised = sum(finding.safe_fix is not None for finding in release.findings)
            self._begun = (release.key, release.document.revision, promised)
            self._checking.apply_safe_fixes()

    def tell_alike(self, count: int) -> None:
        """Report that findings alike were fixed together."""
        self._say(self.tr("{0} temuan sejenis diperbaiki.").format(count), self._undo)

    def _take(self, tidied: Tidied) -> None:
        release, begun = self._desk.current, self._begun
        if release is None or begun is None or begun[:2] != (tidied.key, tidied.revision):
            return
        if release.document.revision != tidied.revision:
            self._say(self.tr("Naskah berubah selagi dirapikan; tekan Rapikan sekali lagi."))
            return
        count = sum(tidied.settled.fixed.values())
        if not count:
            self._say(self.tr("Tidak ada yang dapat dirapikan sekaligus."))
            return
        self.about_to_mend.emit(release)
        release.document.become(tidied.settled.release)
        self._say(self._told(begun[2], count), self._undo)

    def _told(self, promised: int, count: int) -> str:
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
