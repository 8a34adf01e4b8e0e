"""Starts and controls the window process of fault tests, and reads its log."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from machine_stalls import StallMeter

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet

DRIVER = Path(__file__).parent / "faults" / "typing_window_process.py"
ROOT = DRIVER.parents[3]
PATIENCE = 240


def seed_of(number: int) -> int:
    """A new seed every time, or that in ``BNEWS_DESK_FAULT_SEED``."""
    given = os.environ.get("BNEWS_DESK_FAULT_SEED")
    return int(given) if given else random.SystemRandom().randrange(10**6) * 1000 + number


@dataclass
class Place:
    """One editor's computer: the profile folder and the documents."""

    folder: Path
    logs: int = field(default=0)

    @property
    def home(self) -> Path:
        return self.folder / "profil"

    @property
    def documents(self) -> Path:
        return self.folder / "Documents"

    @property
    def journal(self) -> Path:
        return self.home / "jurnal.db"

    @property
    def archive(self) -> Path:
        return self.home / "arsip.db"

    def start(self, mode: str, seed: int = 0, act: str = "mengetik") -> Session:
        """Start the window process; the caller ends it."""
        self.documents.mkdir(exist_ok=True)
        self.logs += 1
        log = self.folder / f"{self.logs}.jsonl"
        arguments = [sys.executable, str(DRIVER), mode, str(log), str(seed), act]
        process = subprocess.Popen(
            arguments,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=self.environment(),
        )
        return Session(process, log)

    def look(self) -> dict[str, Any]:
        """The content that the window shows when it is opened again and closed."""
        with self.start("look") as session:
            told, complaint = session.process.communicate(timeout=PATIENCE)
        status = session.process.returncode
        assert status == 0, f"status {status}: {told[-400:]} {complaint}"
        looked: dict[str, Any] = json.loads(told)
        return looked

    def integrity(self) -> str:
        with closing(sqlite3.connect(self.journal)) as db:
            return str(db.execute("PRAGMA integrity_check").fetchone()[0])

    def archived(self) -> dict[str, str]:
        """The texts in the archive by key; the archive must be intact. Empty before it is
        created."""
        if not self.archive.exists():
            return {}
        with closing(
            open_archive(str(self.archive), FrameReader(load_style_sheet(None)[0]))
        ) as vault:
            assert vault.faults() == []
            return {one.key: vault.get(one.key).release.text for one in vault.list_releases()}

    def noted(self) -> dict[str, str]:
        """The texts in the journal by key."""
        with closing(Journal(str(self.journal))) as journal:
            entries = journal.entries()
            return {one.key: journal.load(one.key).release.text for one in entries}

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "BNEWS_DESK_HOME": str(self.home),
            "HOME": str(self.folder),
            "USERPROFILE": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }


class Session:
    """A running window process."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process, self._log = process, log
        self._pulse = StallMeter()
        self._pulse.start()

    def __enter__(self) -> Session:
        return self

    @property
    def withheld(self) -> float:
        """Seconds in which the machine has not run the process."""
        return self._pulse.withheld

    def __exit__(self, *_: object) -> None:
        self._pulse.stop()
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)

    def wait_until_it_works(self) -> None:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if line != "siap\n":
            self.process.kill()
            pytest.fail(f"{line}{self.process.communicate()[1]}")

    def lines(self, kind: str) -> list[list[Any]]:
        """The log lines of one kind without the kind: seconds come first."""
        if not self._log.exists():
            return []
        whole = self._log.read_bytes().rpartition(b"\n")[0]
        told = (json.loads(line) for line in whole.splitlines())
        return [line[1:] for line in told if line[0] == kind]
