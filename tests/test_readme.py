"""The README's commands do what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from bnews_desk.cli import desk
from bnews_desk.cli.main import run

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_of_the_example_runs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    block = re.search(r"```sh\n(.*?)```", README, re.DOTALL)
    assert block
    commands = [line for line in block[1].splitlines() if line.startswith("bnews-desk ")]
    assert len(commands) > 4
    (tmp_path / "build/contoh").mkdir(parents=True)
    for folder in ("resources", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(desk, "limit_memory", lambda: None)
    for command in commands:
        status = run(shlex.split(command)[1:])
        assert status in (0, 1), (command, capfd.readouterr())


def test_both_set_up_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
