"""Measures the quality of the archive's related headlines: ``related/related_headlines.py``.

There are two graded sets of fictional releases: earlier releases, and some being written, each with
the earlier ones that its readers would want to read too. The least weight of a proposal was chosen
on the first set; the second was written afterwards and nothing was tuned to it. Precision at N is
the share of correct ones among the first N proposals; where fewer than N are correct, it is
computed over that number, and missing proposals count as wrong.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from bnews_desk.archive.repository.archive_values import ReleaseSummary
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Details, Release

FOLDER = Path(__file__).parent
SEEN, UNSEEN = FOLDER / "releases.txt", FOLDER / "releases_unseen.txt"


class Earlier(NamedTuple):
    """An earlier release in the archive."""

    key: str
    status: str
    release: Release


class AtHand(NamedTuple):
    """A release being written, and the keys of the correct proposals."""

    release: Release
    right: frozenset[str]


def graded(path: Path) -> tuple[list[Earlier], list[AtHand]]:
    """Read a graded set."""
    earlier: list[Earlier] = []
    at_hand: list[AtHand] = []
    for block in path.read_text(encoding="utf-8").replace("\n== ", "\n>< ").split("\n>"):
        head, headline, *body = block.strip("\n").removeprefix("== ").split("\n")
        lines = [f"BLITAR | B-news.id - {body[0]}", *body[1:]]
        if head.startswith(">"):
            right = frozenset(head.removeprefix(">").split())
            at_hand.append(AtHand(Release.of(headline, lines), right))
        else:
            key, day, status = head.removeprefix("<").strip().split(" | ")
            details = Details(publication_date=date.fromisoformat(day))
            release = Release.of(headline, lines)._replace(details=details)
            earlier.append(Earlier(key, status, release))
    return earlier, at_hand


class Clock:
    """The time at which an earlier release arrived."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def filled(address: str, earlier: list[Earlier]) -> DatabaseArchive:
    """An archive of the earlier releases, in the order of their arrival."""
    clock = Clock()
    vault = open_archive(address, FrameReader(load_style_sheet(None)[0]), clock)
    for one in sorted(earlier, key=lambda e: str(e.release.details.publication_date)):
        day = one.release.details.publication_date or date(2024, 1, 1)
        clock.now = datetime(day.year, day.month, day.day, 9).timestamp()
        record = vault.add(one.key, one.release)
        if one.status != "baru":
            vault.save(record._replace(status=one.status))  # type: ignore[arg-type]
    return vault


class Grade(NamedTuple):
    """The number of proposals examined, and of correct ones."""

    looked_at: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.looked_at if self.looked_at else 1.0


def grade(answers: list[list[ReleaseSummary]], at_hand: list[AtHand], most: int) -> Grade:
    """Grade the first ``most`` proposals for all releases, or as many as are correct."""
    looked_at = right = 0
    for found, one in zip(answers, at_hand, strict=True):
        count = min(most, len(one.right)) if one.right else most
        first = [summary.key for summary in found[:count]]
        looked_at += len(first) if not one.right else count
        right += len(one.right.intersection(first))
    return Grade(looked_at, right)


def answers_of(path: Path, address: str) -> tuple[list[list[ReleaseSummary]], list[AtHand]]:
    """The proposals of an archive at that address for every release of a set that is being
    written."""
    earlier, at_hand = graded(path)
    with contextlib.closing(filled(address, earlier)) as vault:
        return [vault.related("baru", one.release) for one in at_hand], at_hand


def report(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        answers, at_hand = answers_of(path, f"{folder}/arsip.db")
    for found, one in zip(answers, at_hand, strict=True):
        marked = [("" if s.key in one.right else "-") + s.key for s in found]
        if "-v" in sys.argv:
            print(f"{one.release.headline}: {' '.join(marked)}")
    for most in (1, 2, 3):
        got = grade(answers, at_hand, most)
        print(f"{path.name}: precision at {most} {got.precision:.3f} ({got.right}/{got.looked_at})")
    shown = sum(len(found) for found in answers)
    right = sum(
        len(one.right.intersection(s.key for s in found))
        for found, one in zip(answers, at_hand, strict=True)
    )
    print(f"{path.name}: of all {shown} proposals {right} are right ({right / shown:.3f})")


def main() -> None:
    report(SEEN)
    report(UNSEEN)


if __name__ == "__main__":
    main()
