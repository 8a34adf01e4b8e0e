"""Findings fixed from the panel, which stay listed and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bnews_desk.finding import Finding, Fix, Safety
from bnews_desk.gui.findings.finding_texts import FindingTexts
from bnews_desk.release import Edit, Release

Place = Callable[[int], int]
"""Maps a position of the text before a change to the text after it."""


@dataclass(slots=True)
class FixedFinding:
    """A finding that was fixed.

    ``start`` is its position in the present text; ``undo_edits`` are the edits that undo the fix.
    ``revision`` is the document's just after the fix, -1 when it cannot be undone as the last step.
    ``is_undone`` holds from *Urungkan* until the next check.
    """

    finding: Finding
    wording: FindingTexts
    right: str
    start: int
    undo_edits: tuple[Edit, ...]
    revision: int = -1
    is_undone: bool = False

    def follow(self, place: Place) -> None:
        """Update the positions after a change of the text."""
        self.start = place(self.start)
        self.undo_edits = tuple(
            edit._replace(start=place(edit.start), end=place(edit.start) + len(edit.old))
            for edit in self.undo_edits
        )

    def undo_fix(self) -> Fix:
        """The fix that undoes this one."""
        return Fix(Safety.OFFERED, "", self.undo_edits)


def inverse(fix: Fix, before: Release) -> tuple[Edit, ...]:
    """Edits of the text after ``fix`` that restore ``before``, marks included."""
    undo_edits: list[Edit] = []
    delta = 0
    for edit in sorted(fix.edits):
        start = edit.start + delta
        marks = before.marks_within(edit.start, edit.end)
        undo_edits.append(Edit(start, start + len(edit.new), edit.new, edit.old, marks))
        delta += len(edit.new) - len(edit.old)
    return tuple(undo_edits)


def place_after(start: int, removed: int, added: int) -> Place:
    """The ``Place`` of a change that removed ``removed`` code points at ``start`` and added
    ``added``.
    """

    def place(position: int) -> int:
        if position >= start + removed:
            return position + added - removed
        return min(position, start)

    return place
