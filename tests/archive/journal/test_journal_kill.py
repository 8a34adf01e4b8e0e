"""Killed at any moment, at most two seconds of typing are missing."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from journal_kit import ReportRecorder, begin, release
from machine_stalls import StallMeter

ROUNDS = int(os.environ.get("BNEWS_DESK_FAULT_ROUNDS", "10"))
LONGEST_LOSS_SECONDS = 2.0
TYPIST = Path(__file__).with_name("journal_typist.py")


class Typed(NamedTuple):
    """What a typist had noted, and when, before it was killed."""

    noted: list[tuple[int, float]]
    withheld: float
    """Seconds in which the machine did not let it run."""


def typed_until_killed(path: Path, seed: int) -> Typed:
    process = subprocess.Popen(
        [sys.executable, str(TYPIST), str(path), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=TYPIST.parents[3],
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    pulse = StallMeter()
    pulse.start()
    time.sleep(random.Random(seed).uniform(0.0, 2.5))  # noqa: S311
    process.kill()
    pulse.stop()
    rest = process.stdout.read().splitlines()[:-1]
    process.stdout.close()
    process.wait(20)
    pairs = map(str.split, (first, *rest))
    return Typed([(int(number), float(at)) for number, at in pairs], pulse.withheld)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_kill_costs_at_most_two_seconds_and_never_the_journal(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "jurnal.db"
    noted, withheld = typed_until_killed(path, seed)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    recorder = ReportRecorder()
    journal = begin(path, recorder)
    entries = journal.entries()
    newest = int(entries[0].headline) if entries else 0
    end = noted[-1][1]
    lost = [when for number, when in noted if number > newest]
    assert all(end - when <= LONGEST_LOSS_SECONDS + withheld for when in lost)
    if entries:
        kept = journal.load("a")
        assert kept.release.text.endswith("🎉")
        assert kept.pictures == {"d" * 64: b"gambar" * 1000}
        assert journal.load("b").release.headline == kept.release.headline
    assert recorder.troubles == recorder.notices == []
    journal.note("a", kept.release if entries else release())
    assert journal.close()


def test_a_journal_killed_again_and_again_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "jurnal.db"
    for seed in range(100, 103):
        typed_until_killed(path, seed)
    recorder = ReportRecorder()
    journal = begin(path, recorder)
    assert {entry.key for entry in journal.entries()} <= {"a", "b"}
    assert journal.close()
    assert recorder.troubles == recorder.notices == []
