"""What editors decided about findings: the measure of how precise each rule is.

One line a decision (date, rule, decision, between tabs), only ever added to, so that two programs
may write and a torn last line costs one decision.
"""

from __future__ import annotations

import os
from datetime import date
from enum import Enum
from typing import NamedTuple

MAX_BYTES = 8_000_000
"""Of the file, the newest bytes that are counted: some 200,000 decisions."""


class FindingDecision(Enum):
    """What an editor did with one finding."""

    ACCEPTED = "diterima"
    DISMISSED = "diabaikan"
    UNACCEPTED = "batal-diterima"
    """The mending was undone: as if the finding had not been accepted."""
    UNDISMISSED = "batal-diabaikan"
    """The finding is to be marked again."""


_STEPS = {
    FindingDecision.ACCEPTED.value: (1, 0),
    FindingDecision.DISMISSED.value: (0, 1),
    FindingDecision.UNACCEPTED.value: (-1, 0),
    FindingDecision.UNDISMISSED.value: (0, -1),
}
"""What a line adds to both counts."""


class Tally(NamedTuple):
    """How often findings of one rule were mended and how often ignored."""

    accepted: int = 0
    dismissed: int = 0

    @property
    def judged(self) -> int:
        """All decisions."""
        return self.accepted + self.dismissed

    @property
    def precision(self) -> float:
        """The part of the decided findings that were mended, 0 to 1; 0 where none was decided."""
        return self.accepted / self.judged if self.judged else 0.0


def note_decision(path: str, rule: str, decision: FindingDecision, day: date) -> None:
    """Add one decision to the file, which is made with its folder where it is missing.

    Raises ``OSError``: a count is no reason to hold an editor up, so callers may pass over it.
    """
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        file.write(f"{day.isoformat()}\t{rule}\t{decision.value}\n")


def tallies(path: str) -> dict[str, Tally]:
    """The counts by rule; empty where there is no file. Lines that are no decision are skipped.

    Raises ``OSError`` where the file is there and cannot be read.
    """
    counts: dict[str, Tally] = {}
    try:
        with open(path, "rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - MAX_BYTES))
            lines = file.read().decode("utf-8", "replace").split("\n")
    except FileNotFoundError:
        return counts
    for line in lines[:-1]:
        day, _, rest = line.partition("\t")
        rule, _, word = rest.partition("\t")
        if not day or not rule:
            continue
        accepted, dismissed = _STEPS.get(word, (0, 0))
        if accepted or dismissed:
            before = counts.get(rule, Tally())
            counts[rule] = Tally(
                max(0, before.accepted + accepted), max(0, before.dismissed + dismissed)
            )
    return counts
