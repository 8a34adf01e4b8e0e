"""The house holds: imports point down, and nothing of Qt is outside the window.

Every import counts: relative ones, those inside functions, those for typing only.
"""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = "bnews_desk"
ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / PACKAGE
HEAVY = ("lxml", "docx", "rich", "PySide6", "sqlalchemy", "hypothesis")

LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"__main__"}),
    frozenset({"cli", "gui"}),
    frozenset({"rules", "importers", "exporters", "archive"}),
    frozenset({"frame", "lexicon"}),
    frozenset(
        "house text_form comparison release release_json receipt finding settings"
        " credentials earlier_headlines".split()
    ),
    frozenset(
        "text files windows_names paths errors patterns slugs job_objects helper_process"
        " log".split()
    ),
)
"""From the top; a part imports parts of lower levels."""
MAY_SHARE_A_LEVEL = {(a, b) for level in LEVELS[3:] for a in level for b in level if a != b}
"""Below the commands and the formats, parts of one level may build on each other, in no circle."""


class Import(NamedTuple):
    """One import: who, whom, where."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


def files_below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def module_name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_in(source: str, module: str, *, is_package: bool) -> Iterator[Import]:
    """Every module that ``source`` names in an import, wherever it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")
                above = above[: len(above) - node.level + is_package]
                base = ".".join((*above, *filter(None, [node.module])))
            for alias in node.names:
                yield Import(module, f"{base}.{alias.name}", node.lineno)
        elif isinstance(node, ast.Call) and _is_import_by_name(node):
            yield Import(module, _fixed_part(node.args[0]), node.lineno)


def _is_import_by_name(node: ast.Call) -> bool:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    called = node.func.id if isinstance(node.func, ast.Name) else called
    return called in {"import_module", "__import__"}


def _fixed_part(name: ast.expr) -> str:
    """A name that is known before the call, or its start and a ``*``."""
    if isinstance(name, ast.JoinedStr):
        first = name.values[0]
        return (first.value if isinstance(first, ast.Constant) else "") + "*"
    return str(name.value) if isinstance(name, ast.Constant) else "*"


@cache
def modules() -> dict[str, Path]:
    return {module_name(path, ROOT): path for path in files_below(HOUSE)}


@cache
def every_import() -> tuple[Import, ...]:
    found: list[Import] = []
    for name, path in modules().items():
        source = path.read_text(encoding="utf-8")
        found += imports_in(source, name, is_package=path.name == "__init__.py")
    return tuple(found)


@cache
def imports_of_our_own() -> tuple[Import, ...]:
    """The imports inside the package, each resolved to the module that it loads.

    ``import_module(f"bnews_desk.cli.{name}")`` may load all that begins so.
    """
    own = []
    for found in every_import():
        if found.imported.split(".")[0] != PACKAGE:
            continue
        target = found.imported
        if target.endswith("*"):
            own += [
                found._replace(imported=name)
                for name in modules()
                if name.startswith(target[:-1]) and name != found.importer
            ]
            continue
        while target not in modules():
            target = target.rpartition(".")[0]
        own.append(found._replace(imported=target))
    return tuple(own)


def part_of(module: str) -> str:
    """``bnews_desk.rules.frame.frame_edits`` → ``rules``; the package itself → ``''``."""
    return module.split(".")[1] if "." in module else ""


def level_of(part: str) -> int:
    return next(i for i, level in enumerate(LEVELS) if part in level)


def is_allowed(importer: str, imported: str) -> bool:
    """Whether a part of the house may import another."""
    if importer == imported or not imported:
        return True
    if not importer:
        return False
    above, below = level_of(importer), level_of(imported)
    return above < below or (importer, imported) in MAY_SHARE_A_LEVEL


def test_every_module_has_its_place_in_the_house() -> None:
    known = frozenset().union(*LEVELS)
    assert {part_of(name) for name in modules()} - known == {""}


def test_no_import_points_up_or_sideways() -> None:
    wrong = [
        str(found)
        for found in imports_of_our_own()
        if not is_allowed(part_of(found.importer), part_of(found.imported))
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    edges: dict[str, set[str]] = {}
    for found in imports_of_our_own():
        if found.imported != found.importer:
            edges.setdefault(found.importer, set()).add(found.imported)
    assert circle_in(edges) == []


def circle_in(edges: dict[str, set[str]]) -> list[str]:
    """The modules of one circle in the order in which they import, or nothing."""
    try:
        graphlib.TopologicalSorter(edges).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])[::-1]
    return []


def test_qt_stays_in_the_window() -> None:
    wrong = [
        str(found)
        for found in every_import()
        if re.match(r"(?:PySide\d|PyQt\d|shiboken\d|qtpy)\b", found.imported)
        and part_of(found.importer) != "gui"
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("import bnews_desk.cli.main", "bnews_desk.cli.main"),
        ("from bnews_desk import cli", "bnews_desk.cli"),
        ("from . import sibling", "bnews_desk.rules.sibling"),
        ("from ..gui import window", "bnews_desk.gui.window"),
        ("from .. import gui", "bnews_desk.gui"),
        ("def f():\n    from PySide6 import QtCore", "PySide6.QtCore"),
        ("if TYPE_CHECKING:\n    import PySide6.QtGui", "PySide6.QtGui"),
        ("try:\n    import lxml.etree\nexcept ImportError: pass", "lxml.etree"),
        ("import_module('bnews_desk.gui.app')", "bnews_desk.gui.app"),
        ("importlib.import_module(f'bnews_desk.{part}.app')", "bnews_desk.*"),
        ("__import__(name)", "*"),
    ],
)
def test_the_reader_of_imports_sees_every_kind(source: str, imported: str) -> None:
    found = [i.imported for i in imports_in(source, "bnews_desk.rules.topic", is_package=False)]
    assert imported in found


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("__main__", "cli", True),
        ("cli", "__main__", False),
        ("cli", "gui", False),
        ("gui", "cli", False),
        ("rules", "importers", False),
        ("importers", "rules", False),
        ("exporters", "importers", False),
        ("archive", "rules", False),
        ("rules", "cli", False),
        ("gui", "text", True),
        ("frame", "rules", False),
        ("frame", "house", True),
        ("house", "frame", False),
        ("finding", "release", True),
        ("text", "release", False),
        ("errors", "finding", False),
        ("", "text", False),
    ],
)
def test_the_levels_say_who_may_import_whom(importer: str, imported: str, allowed: bool) -> None:
    assert is_allowed(importer, imported) is allowed


def test_a_circle_is_seen() -> None:
    assert set(circle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}
    assert circle_in({"a": {"b", "c"}, "b": {"c"}}) == []


def loaded_by(*arguments: str) -> set[str]:
    """The top-level modules that a Python process has loaded when its work is done."""
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        f"{arguments[0]}\n"
        "names = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "ours = {name for name in sys.modules if name.startswith('bnews_desk')}\n"
        "print('LOADED', *sorted(names | ours))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments[1:]],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    return set(done.stdout.rpartition("LOADED ")[2].split())


RUN = "from bnews_desk.cli.main import run; run(sys.argv[1:])"


def test_importing_the_package_does_nothing_else() -> None:
    assert loaded_by("import bnews_desk") == {"bnews_desk"}


def test_help_loads_no_format_no_rule_and_nothing_heavy() -> None:
    loaded = loaded_by(RUN, "--help")
    assert "bnews_desk.cli.main" in loaded
    assert loaded.isdisjoint(HEAVY)
    assert {part_of(name) for name in loaded if name.startswith(PACKAGE)} == {"", "cli"}


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_a_check_of_a_text_file_loads_nothing_of_word_or_the_terminal(
    form: str, tmp_path: Path
) -> None:
    file = tmp_path / "rilis.txt"
    file.write_text("BLITAR | B-news.id - Pasar itu ramai.", encoding="utf-8")
    loaded = loaded_by(RUN, "check", "--format", form, str(file))
    assert "bnews_desk.rules.checker" in loaded
    assert loaded.isdisjoint(HEAVY)
    assert not any(name.startswith("bnews_desk.exporters") for name in loaded)


def test_every_test_module_has_a_name_of_its_own() -> None:
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    shared = [name for name, count in names.items() if count > 1]
    assert shared == [], "of two modules of one name pytest can import only the first"
