"""Small disks of a test's own, to fill and to close, where the system lets us have one."""

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
"""Whether we may mount, and no mode of a file holds us back."""


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path]:
    """A disk at a new folder, with options of tmpfs; without the right a test is left out."""
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
    """Forbid or allow writing on a small disk."""
    how = "remount,rw" if is_so else "remount,ro"
    subprocess.run(["mount", "-o", how, str(folder)], check=True)
