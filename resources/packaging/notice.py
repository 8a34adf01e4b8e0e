"""Make NOTICE: who made what the packages contain, and under which licences.

    python resources/packaging/notice.py

The locked packages tell it themselves, by the metadata and licence files of their wheels for Linux
and Windows; the rest stands in components.toml. ``make lock`` calls it: versions change with it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing
from locked import ROOT, canonical_name, locked_packages

NOTICE = ROOT / "NOTICE"
PACKAGING = Path(__file__).resolve().parent
GROUPS = ("program", "packages")
"""What is shipped of the lock file: the program's needs, and PyInstaller's start of the program."""
SHIPPED_OF_PACKAGES = frozenset({"pyinstaller"})
SYSTEMS = {"x86_64-manylinux_2_36": "3.11", "x86_64-pc-windows-msvc": "3.12"}
LICENCE_FILE = re.compile(r"(LICEN[SC]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
ROW = re.compile(r"    (?P<name>\S+) (?P<version>\d\S*): (?P<licence>.+)")
HEAD = """\
B-News Desk
===========

Copyright B-news.id. B-News Desk is free software under the GNU General Public License, version 3
or (at your option) any later version; its text is in the file LICENSE. Its packages contain works
of others, which are named here with their licences. One of them (language-tool-python) is under
version 3 alone, and so is a package as a whole.

Whoever is given a package may have the source of everything in it that the GNU licences cover:
that of B-News Desk is published with it (https://b-news.id), that of the others where they are
published, named below. This file is made by resources/packaging/notice.py.

Qt and PySide
-------------

The window is made with Qt and PySide6, copyright The Qt Company Ltd. and others, used under the GNU
Lesser General Public License, version 3 (its text is among those below; that of the GNU General
Public License, to which it refers, is in the file LICENSE). They are unmodified and are linked
dynamically: their libraries lie in the folder PySide6 of the installed program, and anyone may put
others of a compatible version in their place; B-News Desk does nothing to prevent that, nor to
prevent reverse engineering for debugging such a change. The versions are those in the list below;
their source is at https://download.qt.io/official_releases/ (qt and QtForPython).
"""


@dataclass(frozen=True)
class PackageLicence:
    """What a locked package says of itself; ``texts`` are its licence files by their names."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[tuple[str, str], ...]


def components() -> dict[str, Any]:
    """components.toml: ``licences``, ``data`` and ``component``."""
    return tomllib.loads((PACKAGING / "components.toml").read_text(encoding="utf-8"))


def shipped_names() -> set[str]:
    """The names of all locked packages of which something is in one of our packages."""
    return {p.name for p in locked_packages("program")} | SHIPPED_OF_PACKAGES


def package_licences(folder: Path) -> list[PackageLicence]:
    """Install the locked packages for each system below ``folder`` and read what they say."""
    found: dict[tuple[str, str], PackageLicence] = {}
    shipped = shipped_names()
    listed = folder / "requirements.txt"
    lines = (line for package in locked_packages(*GROUPS) for line in package.lines)
    listed.write_text("\n".join(lines), encoding="utf-8")
    for system, python in SYSTEMS.items():
        target = folder / system
        call = [str(Path(sys.executable).parent / "uv"), "pip", "install", "--quiet", "--no-deps"]
        call += ["--require-hashes", "--only-binary", ":all:", "--python-platform", system]
        call += ["--python-version", python, "--target", str(target), "--requirement", str(listed)]
        subprocess.run(call, check=True)  # noqa: S603 - the words are this project's own
        for path in target.glob("*.dist-info"):
            if canonical_name(path.name.partition("-")[0]) in shipped:
                package = package_licence(PathDistribution(path), path)
                found.setdefault((package.name, package.version), package)
    return [package for _, package in sorted(found.items())]


def package_licence(distribution: Distribution, folder: Path) -> PackageLicence:
    """What one installed package says. Raises ``ValueError`` where its licence stays unknown."""
    tags = distribution.metadata
    name = canonical_name(tags["Name"])
    licence = components()["licences"].get(name) or tags["License-Expression"] or tags["License"]
    try:
        get_spdx_licensing().parse(licence or "", validate=True, strict=True)
    except ExpressionError as error:
        raise ValueError(f"components.toml lacks the licence of {name}: {licence!r}") from error
    if not licence:
        raise ValueError(f"components.toml lacks the licence of {name}")
    links = dict(entry.split(", ", 1) for entry in tags.get_all("Project-URL") or ())
    homes = [url for label, url in links.items() if re.search("home|source|repo", label, re.I)]
    home = next((url for url in (tags["Home-page"], *homes) if url and url[:6] == "https:"), "")
    files = (p for p in folder.rglob("*") if p.is_file() and is_licence(p.relative_to(folder)))
    texts = ((p.relative_to(folder).as_posix(), tidy(p)) for p in sorted(files))
    return PackageLicence(name, distribution.version, licence, home, tuple(texts))


def is_licence(path: Path) -> bool:
    """Whether a file of a package's metadata is a licence: by its name or its folder."""
    return path.parts[0] == "licenses" or bool(LICENCE_FILE.match(path.name))


def tidy(path: Path) -> str:
    """A licence's text with plain line ends and nothing behind its lines."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def rows(notice: str) -> dict[tuple[str, str], str]:
    """The licence of each locked package by name and version, as a finished NOTICE has it."""
    found = (ROW.fullmatch(line) for line in notice.splitlines())
    return {(m["name"], m["version"]): m["licence"] for m in found if m}


def notice(packages: list[PackageLicence]) -> str:
    """The whole text."""
    by_hand = components()
    parts = [HEAD, titled("Packages of Python")]
    for package in packages:
        parts.append(f"    {package.name} {package.version}: {package.licence}")
        if package.home:
            parts.append(f"        {package.home}")
    parts.append(titled("Parts of the installer for Windows and of the Debian package"))
    kinds = {"installer": "the installer", "deb": "the Debian package"}
    for part in by_hand["component"]:
        version = f" {part['version']}" if "version" in part else ""
        places = " and ".join(kinds[kind] for kind in part["packages"])
        inside = f", brought by {part['inside']}" if "inside" in part else ""
        parts.append(f"{part['name']}{version} (in {places}{inside})")
        licence = part["licence"] if part["licence"] != "NOASSERTION" else "see below"
        text = f" (text: see {part['text_of']})" if "text_of" in part else ""
        parts.append(f"    Licence: {licence}{text}\n    {part['home']}\n    {part['origin']}")
    parts.append(titled("Data of the program, by folders of resources/"))
    for folder, entry in by_hand["data"].items():
        parts.append(f"{folder}\n    Licence: {entry['licence']}\n    {entry['origin']}")
    texts: dict[str, list[str]] = defaultdict(list)
    for package in packages:
        for name, text in package.texts:
            texts[text].append(f"{package.name}: {name}")
        if not package.texts and "LGPL-3.0" not in package.licence:
            raise ValueError(f"{package.name} comes without its licence's text")
    for part in by_hand["component"]:
        if "text" in part:
            texts[tidy(PACKAGING / "licences" / part["text"])].append(part["name"])
    for folder, entry in by_hand["data"].items():
        if "text" in entry:
            texts[tidy(ROOT / "resources" / folder / entry["text"])].append(f"resources/{folder}")
    parts.append(titled("Texts of the licences"))
    for text, owners in texts.items():
        parts.append("\n".join(["-" * 72, *dict.fromkeys(owners), "-" * 72, "", text, ""]))
    return "\n".join(parts) + "\n"


def titled(text: str) -> str:
    """A heading of NOTICE."""
    return f"\n{text}\n{'-' * len(text)}\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        text = notice(package_licences(Path(folder)))
    NOTICE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
