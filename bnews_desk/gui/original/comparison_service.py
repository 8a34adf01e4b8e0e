"""Compares original and copy off the GUI thread after a pause in typing."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from bnews_desk.comparison import Comparison, compare
from bnews_desk.frame.furniture.leftover_lines import is_furniture
from bnews_desk.gui.original.word_marks import (
    ChangedSpan,
    NumberedParagraph,
    marks_of_new,
    marks_of_old,
)
from bnews_desk.gui.shared.background_thread import BackgroundThread

QUIET_MS = 90
"""Milliseconds without a key before a comparison starts; twice the last one's duration is added."""
LONGEST_WAIT_MS = 700
"""Milliseconds of continuous typing before a comparison starts; ten times the last one's duration
is added.
"""
MOST_QUIET_MS, MOST_WAIT_MS = 600, 4000
"""The upper limits of those two delays, in milliseconds."""
SHUTDOWN_SECONDS = 3.0
THREAD_NAME = "bnews-compare"


class ShownComparison(NamedTuple):
    """A comparison with all that is shown of it, so that the GUI thread need not count words."""

    comparison: Comparison
    old_marks: Sequence[ChangedSpan]
    new_marks: Sequence[ChangedSpan]
    words_deleted: int
    words_inserted: int
    unused: Sequence[NumberedParagraph]
    furniture: Sequence[NumberedParagraph]
    """Those unused paragraphs that are greetings or letterhead."""
    moved: Sequence[NumberedParagraph]
    added: Sequence[NumberedParagraph]
    """Paragraphs of the new text, those of its frame included."""

    @classmethod
    def of(cls, comparison: Comparison) -> ShownComparison:
        """Compute all of it; takes some milliseconds for a long text."""
        lines, new_lines = comparison.old.split("\n"), comparison.new.split("\n")
        unused = [NumberedParagraph(n, lines[n]) for n in comparison.unused]
        furniture = [p for p in unused if is_furniture(p.text) or not p.text.strip()]
        return cls(
            comparison,
            marks_of_old(comparison),
            marks_of_new(comparison),
            comparison.words_deleted,
            comparison.words_inserted,
            tuple(p for p in unused if p not in furniture),
            tuple(furniture),
            tuple(NumberedParagraph(n, lines[n]) for n in sorted(comparison.moved)),
            tuple(NumberedParagraph(n, new_lines[n]) for n in comparison.added),
        )


class ComparisonService(QObject):
    """Compares two texts after each pause in typing.

    ``texts`` returns the original's and the copy's text, or None when there is nothing to compare.
    """

    compared = Signal(object)
    """A ``ShownComparison``, on the GUI thread; text typed during the comparison is not in it."""
    _answered = Signal(int, object)

    def __init__(
        self, texts: Callable[[], tuple[str, str] | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._thread: BackgroundThread | None = None
        self._number = 0
        self._took_ms = 0.0
        self._quiet, self._longest = self._timer(), self._timer()
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def schedule(self) -> None:
        """Compare once typing pauses, or after a maximum time of continuous typing."""
        took = self._took_ms
        self._quiet.start(round(min(QUIET_MS + 2 * took, MOST_QUIET_MS)))
        if not self._longest.isActive():
            self._longest.start(round(min(LONGEST_WAIT_MS + 10 * took, MOST_WAIT_MS)))

    def compare_now(self) -> None:
        """Compare without waiting; the result comes with ``compared``."""
        self._quiet.stop()
        self._longest.stop()
        texts = self._texts()
        if texts is None:
            return
        self._number += 1
        if self._thread is None:
            self._thread = BackgroundThread(THREAD_NAME)
        self._thread.submit(partial(self._compare, self._number, *texts))

    def stop(self) -> None:
        """Cancel scheduled comparisons, and drop the result of one under way."""
        self._quiet.stop()
        self._longest.stop()
        self._number += 1

    def shut_down(self) -> None:
        """End the thread; no signal is emitted afterwards."""
        self.stop()
        if self._thread is not None:
            self._thread.end(SHUTDOWN_SECONDS)

    def _compare(self, number: int, old: str, new: str) -> None:
        """Compare, unless a newer comparison was requested; on the side thread."""
        if number != self._number:
            return
        begun = time.perf_counter()
        compared = ShownComparison.of(compare(old, new))
        self._took_ms = (time.perf_counter() - begun) * 1000
        if number == self._number:
            self._answered.emit(number, compared)

    def _take(self, number: int, compared: ShownComparison) -> None:
        if number == self._number:
            self.compared.emit(compared)

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.compare_now)
        return timer
