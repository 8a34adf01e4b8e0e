"""The workflow for hosted CI is well formed, safe, and tries every system and Python."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TESTS = YAML(typ="safe").load(ROOT / ".github/workflows/tests.yml")


@pytest.mark.parametrize(
    "linter",
    [("check-jsonschema", "--builtin-schema", "vendor.github-workflows"), ("zizmor", "--offline")],
    ids=lambda linter: linter[0],
)
def test_the_linters_find_nothing(linter: tuple[str, ...]) -> None:
    program = Path(sys.executable).parent / linter[0]
    done = subprocess.run(
        [program, *linter[1:], *WORKFLOWS], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_system_and_python_is_tried_with_the_locked_packages() -> None:
    job = TESTS["jobs"]["tests"]
    assert {name.partition("-")[0] for name in job["strategy"]["matrix"]["system"]} == {
        "ubuntu",
        "windows",
        "macos",
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert job["strategy"]["matrix"]["python"] == [oldest, "3.12", "3.13", "3.14"]
    commands = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
    installs = [line for line in commands if line.lstrip().startswith("$locked")]
    assert ["--require-hashes" in line or "--editable ." in line for line in installs] == [True] * 3
    assert not any("pip install" in line and not line.startswith("locked=") for line in commands)
