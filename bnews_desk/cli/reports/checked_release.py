"""The result of one file's check, and the protocol of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from bnews_desk.errors import ReadError
from bnews_desk.finding import Finding
from bnews_desk.frame.release_frame import Frame
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What a check of a readable file brought."""

    release: Release
    frame: Frame
    receipt: Receipt
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and its findings, or the reason why it could not be read."""

    file: str
    content: CheckedText | None
    error: ReadError | None = None


class Counts(NamedTuple):
    """How many findings of each severity, and how many files could not be read."""

    errors: int = 0
    warnings: int = 0
    suggestions: int = 0
    unreadable: int = 0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


class Report(Protocol):
    """Prints checks as they come in, in order; holds nothing of them."""

    def opening(self) -> str:
        """What stands before the first file."""

    def of_file(self, checked: CheckedFile) -> str:
        """What is said of one file; made in a worker."""

    def joined(self, fragment: str) -> str:
        """A file's fragment as it goes on what was printed before; called in order."""

    def closing(self, counts: Counts, files: int, unreadable: list[tuple[str, str]]) -> str:
        """What stands behind the last file; ``unreadable`` pairs files with messages."""
