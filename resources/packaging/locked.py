"""Read and write the lock file, requirements.txt beside this script: exact versions and hashes.

    python resources/packaging/locked.py GROUP ...
    python resources/packaging/locked.py --write [--upgrade]

The first prints what the named dependency groups of pyproject.toml need; the group "program" is
what the program itself needs to run. It is pip's own format, with markers and hashes, so that any
pip installs it with ``--require-hashes --no-deps -r``. Nothing but the standard library is needed
for it: a bare Python installs its first packages by this. The second, ``make lock``, has uv write
the file for all groups and systems at once; what still fits pyproject.toml is kept.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCK_FILE = Path(__file__).with_name("requirements.txt")
PROGRAM = "program"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PINNED = re.compile(r"(?P<name>\S+?)==(?P<version>\S+)(?: ; (?P<marker>.*?))? \\")
_PARENT = re.compile(r"    #(?: via| {2})(?: (?P<name>\S+))?")


@dataclass(frozen=True)
class LockedPackage:
    """One entry of the lock file. ``lines`` are its lines for pip; ``parents`` need it."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]
    parents: frozenset[str]
    lines: tuple[str, ...]


def canonical_name(requirement: str) -> str:
    """The package's name in the form of PEP 503, without extras, versions and markers."""
    match = _NAME.match(requirement)
    if match is None:
        raise ValueError(f"not a requirement: {requirement!r}")
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def read_lock(text: str) -> list[LockedPackage]:
    """All entries of a lock file as ``uv pip compile --generate-hashes`` writes it."""
    found: list[LockedPackage] = []
    for block in re.split(r"\n(?=[a-z0-9])", text):
        pin = _PINNED.match(block)
        if pin is None:
            continue
        lines = tuple(line for line in block.splitlines() if not line.lstrip().startswith("#"))
        parents = filter(None, (_PARENT.match(line) for line in block.splitlines()))
        found.append(
            LockedPackage(
                name=pin["name"],
                version=pin["version"],
                marker=pin["marker"],
                hashes=tuple(re.findall(r"--hash=(sha256:[0-9a-f]{64})", block)),
                parents=frozenset(match["name"] for match in parents if match["name"]),
                lines=lines,
            )
        )
    return found


def directly_required(groups: Iterable[str], project: dict[str, Any]) -> set[str]:
    """The names that pyproject.toml itself lists for these groups."""
    lists = project["dependency-groups"] | {PROGRAM: project["project"]["dependencies"]}
    wanted: set[str] = set()
    waiting = list(groups)
    while waiting:
        for entry in lists[waiting.pop()]:
            if isinstance(entry, dict):
                waiting.append(entry["include-group"])
            else:
                wanted.add(canonical_name(entry))
    return wanted


def locked_packages(*groups: str) -> list[LockedPackage]:
    """What these groups need, each package with all that it needs in turn.

    Markers are not judged: an entry for another system is among them.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = directly_required(groups, project)
    packages = read_lock(LOCK_FILE.read_text(encoding="utf-8"))
    while more := {p.name for p in packages if p.parents & wanted} - wanted:
        wanted |= more
    return [package for package in packages if package.name in wanted]


def write_lock(to: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Have uv, installed beside this Python, bring the lock file ``to`` up to date."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    call = [str(Path(sys.executable).parent / "uv"), "pip", "compile", "pyproject.toml", "--quiet"]
    call += ["--universal", "--python-version", project["project"]["requires-python"].strip(">=")]
    call += ["--generate-hashes", "--custom-compile-command", "make lock", *options]
    for group in project["dependency-groups"]:
        call += ["--group", group]
    return subprocess.run(  # noqa: S603 - the words are this project's own
        [*call, "--output-file", str(to)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


def main(arguments: list[str]) -> int:
    match arguments:
        case []:
            print(__doc__, file=sys.stderr)
            return 2
        case ["--write", *options]:
            done = write_lock(LOCK_FILE, *options)
            print(done.stderr, end="", file=sys.stderr)
            return done.returncode
        case groups:
            for package in locked_packages(*groups):
                print(*package.lines, sep="\n")
            return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
