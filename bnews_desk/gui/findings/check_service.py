"""Checks the release in front on a background thread after a pause in typing."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from bnews_desk.finding import Finding
from bnews_desk.frame.field_states import is_draft
from bnews_desk.frame.release_frame import Frame
from bnews_desk.gui.shared.background_thread import BackgroundThread
from bnews_desk.house.style import HouseStyle
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.fix_all import FixedRelease, fix_all

if TYPE_CHECKING:
    from bnews_desk.rules.facts.checked_facts import FactReview

QUIET_MS = 70
"""Milliseconds without a key before a check starts; twice the last check's duration is added."""
LONGEST_WAIT_MS = 600
"""Milliseconds of continuous typing before a check starts; ten times the last check's duration is
added.
"""
FIRST_MS = 150
"""Milliseconds before the first check, so that the window is shown and takes typing first."""
MOST_QUIET_MS, MOST_WAIT_MS = 500, 3000
"""The upper limits of those two delays, in milliseconds."""
SHUTDOWN_SECONDS = 3.0
THREAD_NAME = "bnews-check"

WORK_SECONDS = 0.0005
"""Seconds of work after which the checking thread sleeps briefly.

When both threads share one processor, the scheduler lets the running one keep it for some 4 ms;
only sleeping gives it up to a key press.
"""
PAUSE_SECONDS = 0.0001
MAX_PAUSE_SECONDS = 0.03
"""The most seconds for which checking pauses until a typed letter is on the screen."""

MakeChecker = Callable[[HouseStyle, Callable[[], None]], Checker]
"""Makes a checker from a style sheet and a callback that the checker calls where it may pause."""


class Job(NamedTuple):
    """A release to be checked or fixed; ``number`` grows with each job, ``revision`` is the
    document's.
    """

    number: int
    key: str
    revision: int
    release: Release
    options: CheckOptions


class CheckResult(NamedTuple):
    """The findings of one revision of one release."""

    key: str
    revision: int
    release: Release
    frame: Frame
    findings: tuple[Finding, ...]
    facts: FactReview | None = None
    """The facts that differ from the original; None when there is no original to compare with."""
    is_original_awaited: bool = False


class FixAllResult(NamedTuple):
    """The result of applying the safe fixes to one revision of one release."""

    key: str
    revision: int
    fixed_release: FixedRelease


Answer = CheckResult | FixAllResult


class _Worker:
    """Runs the checker on the check thread; the public attributes are also used by other
    threads.
    """

    def __init__(
        self, make_checker: MakeChecker, house: HouseStyle, send_answer: Callable[[Answer], None]
    ) -> None:
        self._make_checker = make_checker
        self._house = house
        self._send_answer = send_answer
        self._checker: Checker | None = None
        self._checked_key = ""
        self._last_pause = 0.0
        self._completed: set[tuple[str, str]] = set()
        self.newest = 0
        self.took_ms = 0.0
        self.paused_until = 0.0

    def set_house(self, house: HouseStyle) -> None:
        self._house, self._checker = house, None
        self._completed.clear()

    def check(self, job: Job) -> None:
        from bnews_desk.rules.facts.changed_facts import reviewed_facts

        if job.number < self.newest:
            return
        checker = self._current_checker()
        begun = time.perf_counter()
        frame = checker.reader.read(job.release.text)
        options = _options_of(job, frame, checker)
        context = checker.context(job.release, frame, options)
        findings = checker.check_context(context, is_in_window=options.is_in_window)
        facts = reviewed_facts(context, checker.is_on)
        # the first check of a release reads it all, later ones only a part
        if job.key == self._checked_key:
            self.took_ms = (time.perf_counter() - begun) * 1000
        self._checked_key = job.key
        known = [
            finding if self._is_slow(finding) else checker.completed(finding)
            for finding in findings
        ]
        done = CheckResult(
            job.key,
            job.revision,
            job.release,
            frame,
            tuple(known),
            facts,
            options.is_original_awaited,
        )
        self._send_answer(done)
        waiting = list(filter(self._is_slow, findings))
        if waiting and self._complete_all(waiting, job.number):
            whole = map(checker.completed, findings)
            self._send_answer(done._replace(findings=tuple(whole)))

    def _is_slow(self, finding: Finding) -> bool:
        """Whether completing a finding takes too long to be sent with the first result."""
        has_more = self._current_checker().may_complete(finding)
        return has_more and (finding.rule, finding.text) not in self._completed

    def _complete_all(self, findings: Sequence[Finding], number: int) -> bool:
        """Precompute what completes ``findings``; False when a newer job is waiting."""
        checker = self._current_checker()
        for finding in findings:
            if number < self.newest:
                return False
            self._pause()
            checker.completed(finding)
            self._completed.add((finding.rule, finding.text))
        return True

    def apply_safe_fixes(self, job: Job) -> None:
        checker = self._current_checker()
        options = _options_of(job, checker.reader.read(job.release.text), checker)
        self._send_answer(
            FixAllResult(job.key, job.revision, fix_all(job.release, checker, options))
        )

    def _current_checker(self) -> Checker:
        if self._checker is None:
            self._checker = self._make_checker(self._house, self._pause)
        return self._checker

    def _pause(self) -> None:
        """Sleep if due, so that a key press gets the interpreter and the processor."""
        now = time.perf_counter()
        if now - self._last_pause > WORK_SECONDS:
            time.sleep(PAUSE_SECONDS)
            while time.perf_counter() < self.paused_until:
                time.sleep(PAUSE_SECONDS)
            self._last_pause = time.perf_counter()


def _options_of(job: Job, frame: Frame, checker: Checker) -> CheckOptions:
    """A job's check options; a draft is not checked for missing parts, as in Kelengkapan."""
    return replace(job.options, is_finished=not is_draft(frame, checker.reader))


class CheckService(QObject):
    """Checks the release in front after each pause in typing.

    ``source`` returns the parts of the next job (key, revision, release, options), or None when no
    release is open. Results may be stale: the receiver compares the revision.
    """

    checked = Signal(object)
    """A ``CheckResult``, on the GUI thread.

    Suggested spellings of new words come with a second result of the same revision, a moment later.
    """
    safe_fixes_applied = Signal(object)
    """A ``FixAllResult``, on the GUI thread."""
    _answered = Signal(object)

    def __init__(
        self,
        make_checker: MakeChecker,
        house: HouseStyle,
        source: Callable[[], tuple[str, int, Release, CheckOptions] | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._number = 0
        self._is_held = False
        self._is_new = True
        self._quiet = self._timer()
        self._longest = self._timer()
        self._is_shut_down = False
        self._answered.connect(self._emit_answer, Qt.ConnectionType.QueuedConnection)
        self._worker = _Worker(make_checker, house, self._send_answer)
        self._thread = BackgroundThread(THREAD_NAME)

    def schedule(self) -> None:
        """Check once typing pauses, or after a maximum time of continuous typing.

        A check slows the keys pressed while it runs, so a long check waits for a longer pause.
        """
        took = self._worker.took_ms
        self._quiet.start(round(min(QUIET_MS + 2 * took, MOST_QUIET_MS)))
        if not self._longest.isActive():
            self._longest.start(round(min(LONGEST_WAIT_MS + 10 * took, MOST_WAIT_MS)))

    def hold(self, is_held: bool) -> None:
        """Start no check while an input method composes; schedule one when it has finished."""
        self._is_held = is_held
        if not is_held:
            self.schedule()

    def pause_for_key(self, is_key_pending: bool) -> None:
        """Pause the check thread until a typed letter is on the screen."""
        begun = time.perf_counter() if is_key_pending else -MAX_PAUSE_SECONDS
        self._worker.paused_until = begun + MAX_PAUSE_SECONDS

    def check_now(self) -> None:
        """Check without waiting; the first check, which loads the rules, starts after
        ``FIRST_MS``.
        """
        if self._is_new:
            self._is_new = False
            self._quiet.start(FIRST_MS)
            return
        self._quiet.stop()
        self._longest.stop()
        job = self._job()
        if job is not None and not self._is_held:
            self._worker.newest = job.number
            self._thread.submit(partial(self._worker.check, job))

    def apply_safe_fixes(self) -> None:
        """Apply all safe fixes to the release in front; ``safe_fixes_applied`` follows."""
        job = self._job()
        if job is not None:
            self._thread.submit(partial(self._worker.apply_safe_fixes, job))

    def set_house(self, house: HouseStyle) -> None:
        """Check with another style sheet from the next check on, which starts at once."""
        self._thread.submit(partial(self._worker.set_house, house))
        self.check_now()

    def shut_down(self) -> None:
        """End the thread; no signal is emitted afterwards."""
        self._quiet.stop()
        self._longest.stop()
        self._worker.newest = self._number + 1
        self._is_shut_down = True
        self._thread.end(SHUTDOWN_SECONDS)

    def _send_answer(self, answer: Answer) -> None:
        """Send a result from the check thread to the GUI thread."""
        if not self._is_shut_down:
            self._answered.emit(answer)

    def _emit_answer(self, answer: Answer) -> None:
        """Emit a result, on the GUI thread."""
        if self._is_shut_down:
            return
        if isinstance(answer, CheckResult):
            self.checked.emit(answer)
        else:
            self.safe_fixes_applied.emit(answer)

    def _job(self) -> Job | None:
        parts = self._source()
        if parts is None:
            return None
        self._number += 1
        return Job(self._number, *parts)

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.check_now)
        return timer
