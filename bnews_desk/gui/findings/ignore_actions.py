"""Ignores findings in a paragraph, a release or the newsroom, and undoes that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from bnews_desk.finding import Finding, ignore_here, ignore_in_release
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.release import Ignore


class IgnoreActions(QObject):
    """Stores ignores with the release or, for the newsroom, in its own style sheet.

    ``remember_sheet`` is called when that style sheet has become the one in use.
    """

    marked_again = Signal(str)
    """The id of a rule, one finding of which is no longer ignored."""

    def __init__(
        self,
        controller: ReleaseController,
        register: NewsroomRegister,
        remember_sheet: Callable[[], object],
    ) -> None:
        super().__init__(controller)
        self._controller, self._register, self._remember_sheet = (
            controller,
            register,
            remember_sheet,
        )
        controller.window.parts.findings.ignored.connect(self.ignore_finding)
        controller.display.card.ignored.connect(self.ignore_finding)

    def ignore_finding(self, finding: Finding, reach: IgnoreScope) -> None:
        """Store that a finding of the release in front is ignored, and report it."""
        release = self._controller.desk.current
        if release is None:
            return
        if reach is IgnoreScope.NEWSROOM:
            self._ignore_for_newsroom(finding)
            return
        if reach is IgnoreScope.HERE:
            ignore = ignore_here(finding, release.document.release())
            said = self.tr("Diabaikan di paragraf ini.")
        else:
            ignore = ignore_in_release(finding)
            said = self.tr("“{0}” tidak ditandai lagi di rilis ini.").format(_short(finding.text))
        self._controller.show_status(said, partial(self.mark_again_in, release, ignore))

    def mark_again_in(self, release: OpenRelease, ignore: Ignore) -> None:
        """Remove an ignore from a release."""
        document = release.document
        document.set_ignores(document.release().ignores - {ignore})
        self.marked_again.emit(ignore.rule)

    def mark_again(self, ignore: Ignore) -> None:
        """Remove an ignore from the newsroom's style sheet."""
        sentence = self._register.mark_again(ignore.rule, ignore.text)
        self._controller.set_house(self._register.house)
        if sentence:
            self._controller.show_status(sentence)
        else:
            self.marked_again.emit(ignore.rule)

    def _ignore_for_newsroom(self, finding: Finding) -> None:
        sentence = self._register.ignore(finding.rule, finding.text)
        self._controller.set_house(self._register.house)
        if sentence:
            self._controller.show_status(sentence)
            return
        self._remember_sheet()
        said = self.tr("“{0}” tidak ditandai lagi di rilis mana pun.").format(_short(finding.text))
        self._controller.show_status(said, partial(self.mark_again, ignore_in_release(finding)))


def _short(words: str) -> str:
    """``words`` on one line, at most 40 characters."""
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"
