"""The README's commands do what it says."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from bnews_desk.cli import command_inputs
from bnews_desk.cli.main import run

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


PLACES = (ROOT, ROOT / "bnews_desk", ROOT / "tests")


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_path_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+/[\w./<>-]+)`", text))
    patterns = {path: re.sub(r"<\w+>", "*", path).rstrip("/") for path in named}
    lost = [
        path
        for path, pattern in patterns.items()
        if not any(next(place.glob(pattern), None) for place in PLACES)
    ]
    assert lost == []


@pytest.mark.posix("symbolic links need a privilege")
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
    monkeypatch.setattr(command_inputs, "limit_memory", lambda: None)
    for command in commands:
        status = run(shlex.split(command)[1:])
        assert status in (0, 1), (command, capfd.readouterr())


def test_every_make_command_is_a_target_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"^make ([\w-]+)", README, re.MULTILINE)
    named += re.findall(r"`make ([\w-]+)", README)
    assert {"run", "test", "dist", "deb", "installer", "lock"} <= set(named)
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize(
    ("name", "builder"),
    [
        ("bnews-desk-VERSI-windows.exe", "windows/build_installer.py"),
        ("bnews-desk_VERSI_amd64.deb", "debian/build_package.py"),
    ],
)
def test_a_package_is_called_as_its_builder_calls_it(name: str, builder: str) -> None:
    script = (ROOT / "resources/packaging" / builder).read_text(encoding="utf-8")
    first, last = name.split("VERSI")
    assert name in README
    assert re.search(rf'f"{first}\{{version(\(\))?\}}{last}"', script)


def test_the_wheel_is_called_by_the_name_of_the_project() -> None:
    assert "bnews_desk-VERSI-py3-none-any.whl" in README
    assert PROJECT["project"]["name"] == "bnews-desk"


def test_the_versions_of_qt_are_those_that_the_packages_ship() -> None:
    windows, others = PROJECT["tool"]["uv"]["constraint-dependencies"]
    told = re.search(r"(\d+\.\d+\.\d+)\s+for Windows, (\d+\.\d+\.\d+) elsewhere", README)
    assert told
    assert (f"=={told[1]};" in windows, f"=={told[2]};" in others) == (True, True)
