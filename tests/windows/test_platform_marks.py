"""``posix`` and ``wine`` leave a test out where they say, and nowhere else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import wine_faults

ROOT = Path(__file__).resolve().parents[2]

MODULE = """
import pytest

@pytest.mark.posix("modes")
def test_posix() -> None: ...

@pytest.mark.wine("{fault}")
def test_wine() -> None: ...
"""


def outcome(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    file = folder / "test_marked.py"
    file.write_text(text, encoding="utf-8")
    call = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c"]
    call += [
        str(ROOT / "pyproject.toml"),
        "--rootdir",
        str(ROOT),
        "-p",
        "platform_marks",
        str(file),
    ]
    return subprocess.run(
        call, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(not wine_faults.FAULTS, reason="no fault of Wine is known")
def test_a_marked_test_runs_except_where_its_mark_says(tmp_path: Path) -> None:
    said = outcome(tmp_path, MODULE.format(fault=next(iter(wine_faults.FAULTS)))).stdout
    left_out = (sys.platform == "win32") + wine_faults.under_wine()
    assert (f"{2 - left_out} passed" in said) == (left_out < 2), said
    assert (f"{left_out} skipped" in said) == (left_out > 0), said


def test_a_fault_that_nobody_showed_is_no_reason(tmp_path: Path) -> None:
    done = outcome(tmp_path, MODULE.format(fault="unknown"))
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "('unknown',) is not in" in done.stderr
