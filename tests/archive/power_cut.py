"""Simulates what a power cut leaves of an embedded archive: the log up to the last sync."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bnews_desk import files
from bnews_desk.archive.repository import durable_commits


class Disk:
    """Remembers how far the log of the archive at ``path`` has been synced."""

    def __init__(self, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.certain = 0
        self.waits = 0
        self.failure: OSError | None = None
        monkeypatch.setattr(durable_commits, "flush_to_disk", self._sync)

    def _sync(self, log: str) -> None:
        if self.failure is not None:
            raise self.failure
        files.flush_to_disk(log)
        self.waits += 1
        self.certain = os.path.getsize(log)

    def wait(self) -> None:
        """Mark everything written so far as synced."""
        self.certain = os.path.getsize(f"{self.path}-wal")

    def cut(self, folder: Path) -> Iterator[str]:
        """Archives as a power cut may leave them: with more or less of the rest, or with noise in
        it."""
        log = Path(f"{self.path}-wal").read_bytes()
        rest = len(log) - self.certain
        for number, share in enumerate((0.0, 0.3, 0.7, 0.99, 1.0)):
            kept = log[: self.certain + int(rest * share)]
            noise = os.urandom(len(log) - len(kept))
            for name, left in (("pendek", kept), ("acak", kept + noise)):
                target = folder / f"{name}{number}" / "arsip.db"
                target.parent.mkdir(parents=True)
                shutil.copyfile(self.path, target)
                Path(f"{target}-wal").write_bytes(left)
                yield str(target)
