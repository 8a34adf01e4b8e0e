"""Small disks for tests, to be filled or made read-only, where the system allows it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

AS_ROOT = sys.platform.startswith("linux") and hasattr(os, "geteuid") and os.geteuid() == 0
"""Whether we may mount, and file modes do not restrict us."""


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path]:
    """A tmpfs disk at a new folder, with the given options; without the right to mount, the test is
    skipped."""
    if sys.platform == "win32":
        pytest.skip("not on Windows: a small disk is mounted as tmpfs")
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if not AS_ROOT or not shutil.which("mount") or subprocess.run(command, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def make_writable(folder: Path, *, is_so: bool) -> None:
    """Make a small disk writable or read-only."""
    how = "remount,rw" if is_so else "remount,ro"
    subprocess.run(["mount", "-o", how, str(folder)], check=True)
