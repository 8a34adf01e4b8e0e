"""The file of editors' decisions about findings, which measures how precise each rule is.

One line a decision (date, rule and decision, separated by tabs). Lines are only appended, so that
two programs may write at once and a torn last line costs one decision.
"""

from __future__ import annotations

import os
from datetime import date
from enum import Enum
from typing import NamedTuple

MAX_BYTES = 8_000_000
"""Only the newest bytes of the file up to this size are counted: some 200,000 decisions."""


class FindingDecision(Enum):
    """What an editor did with one finding."""

    ACCEPTED = "diterima"
    DISMISSED = "diabaikan"
    UNACCEPTED = "batal-diterima"
    """The fix was undone: the finding counts as if it had not been accepted."""
    UNDISMISSED = "batal-diabaikan"
    """The finding is to be marked again."""


_STEPS = {
    FindingDecision.ACCEPTED.value: (1, 0),
    FindingDecision.DISMISSED.value: (0, 1),
    FindingDecision.UNACCEPTED.value: (-1, 0),
    FindingDecision.UNDISMISSED.value: (0, -1),
}
"""By decision, what a line adds to the counts of accepted and of dismissed findings."""


class Tally(NamedTuple):
    """How many findings of one rule were fixed and how many ignored."""

    accepted: int = 0
    dismissed: int = 0

    @property
    def judged(self) -> int:
        """The number of all decisions."""
        return self.accepted + self.dismissed

    @property
    def precision(self) -> float:
        """The share of decided findings that were fixed, 0 to 1; 0 where none was decided."""
        return self.accepted / self.judged if self.judged else 0.0


def note_decision(path: str, rule: str, decision: FindingDecision, day: date) -> None:
    """Append one decision to the file; the file and its folder are made where they are missing.

    Raises ``OSError``. Callers may ignore it: a missing count must not hold up the editor.
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
