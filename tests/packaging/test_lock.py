"""The lock file fits pyproject.toml, holds all that is needed, and is what its tool would keep."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from locked import LOCK_FILE, LockedPackage, canonical_name, locked_packages, write_lock
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = {"program": PROJECT["project"]["dependencies"], **PROJECT["dependency-groups"]}
SYSTEMS = {
    "linux": ("Linux", "x86_64"),
    "win32": ("Windows", "AMD64"),
    "darwin": ("Darwin", "arm64"),
}
WITHOUT_REGISTRY = ("error sending request", "dns error", "failed to fetch", "failed to connect")


def environment(system: str, python: str) -> dict[str, str]:
    """The values of PEP 508's markers on another machine."""
    name, machine = SYSTEMS[system]
    return {
        **default_environment(),
        "sys_platform": system,
        "platform_system": name,
        "platform_machine": machine,
        "os_name": "nt" if system == "win32" else "posix",
        "python_version": python,
        "python_full_version": f"{python}.9",
    }


def holds(package: LockedPackage, values: dict[str, str]) -> bool:
    return package.marker is None or Marker(package.marker).evaluate(values)


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("group", GROUPS)
def test_what_pyproject_asks_for_is_locked_once_with_its_hashes(
    group: str, system: str, python: str
) -> None:
    values = environment(system, python)
    locked = [package for package in locked_packages(group) if holds(package, values)]
    by_name = {package.name: package for package in locked}
    assert len(by_name) == len(locked)
    assert all(package.hashes for package in locked)
    for line in (entry for entry in GROUPS[group] if isinstance(entry, str)):
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate(values):
            package = by_name[canonical_name(requirement.name)]
            assert requirement.specifier.contains(package.version), line


@pytest.mark.posix("the lock file is written on Linux")
def test_nothing_that_an_installed_package_needs_is_missing() -> None:
    """The lock's own account of who needs whom, against the metadata of what is installed here."""
    values = default_environment()
    locked = {p.name for p in locked_packages("program") if holds(p, values)}
    waiting = [Requirement(line) for line in GROUPS["program"]]
    reached: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        extras = requirement.extras or {""}
        if requirement.marker and not requirement.marker.evaluate(values):
            continue
        reached.add(canonical_name(requirement.name))
        for line in metadata.requires(requirement.name) or ():
            needed = Requirement(line)
            marker = needed.marker
            if marker is None or any(marker.evaluate({**values, "extra": e}) for e in extras):
                needed.marker = None
                if canonical_name(needed.name) not in reached or needed.extras:
                    waiting.append(needed)
    assert reached == locked


def answered(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """What uv was told, or the test that wants it is left out: without network it cannot ask."""
    if done.returncode and any(cause in done.stderr.lower() for cause in WITHOUT_REGISTRY):
        pytest.skip("the package registry cannot be reached")
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.posix("the lock file is written on Linux")
def test_the_lock_is_what_make_lock_would_keep(tmp_path: Path) -> None:
    kept = tmp_path / "requirements.txt"
    shutil.copy(LOCK_FILE, kept)
    answered(write_lock(kept))
    assert kept.read_text(encoding="utf-8") == LOCK_FILE.read_text(encoding="utf-8")


@pytest.mark.posix("wheels for other systems are asked for from Linux")
@pytest.mark.parametrize(
    ("system", "python", "qt"),
    [
        ("x86_64-manylinux_2_36", "3.11", "6.11.3"),
        ("x86_64-manylinux_2_36", "3.14", "6.11.3"),
        ("x86_64-pc-windows-msvc", "3.12", "6.8.3"),
        ("x86_64-pc-windows-msvc", "3.14", "6.11.3"),
        ("aarch64-apple-darwin", "3.14", "6.11.3"),
    ],
)
def test_no_system_needs_a_compiler(system: str, python: str, qt: str, tmp_path: Path) -> None:
    wanted = tmp_path / "wanted.txt"
    groups = ("program", "test", "packages", "dev", "build")
    wanted.write_text("\n".join(line for p in locked_packages(*groups) for line in p.lines))
    uv = Path(sys.executable).parent / "uv"
    call = [uv, "pip", "install", "--dry-run", "--no-deps", "--require-hashes"]
    call += ["--only-binary", ":all:", "--no-binary", "red-black-tree-mod"]  # Python alone
    call += ["--python-platform", system, "--python-version", python]
    call += ["--target", tmp_path / "to", "--requirement", wanted]
    done = subprocess.run(
        call,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": "13.0"},
    )
    assert f"pyside6-essentials=={qt}" in answered(done).stderr
