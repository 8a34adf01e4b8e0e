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
    """The check results of a readable file."""

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
    """The number of findings of each severity, and of unreadable files."""

    errors: int = 0
    warnings: int = 0
    suggestions: int = 0
    unreadable: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sums of both."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


class Report(Protocol):
    """Formats the results of files in order; stores none of them."""

    def opening(self) -> str:
        """The text before the first file."""

    def of_file(self, checked: CheckedFile) -> str:
        """The text of one file; called in a worker process."""

    def joined(self, fragment: str) -> str:
        """A file's text with the separator from earlier ones; called in order."""

    def closing(self, counts: Counts, files: int, unreadable: list[tuple[str, str]]) -> str:
        """The text after the last file; ``unreadable`` pairs files with messages."""
