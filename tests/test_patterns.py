"""Regular expressions mean the same in every Python that the program runs in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "bnews_desk"
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{{1,2}\d*,?\d*\}{1,2})\+")


@pytest.mark.parametrize("written", [r"(?:\.\d)*+", r"(?:\.\d)++", r"(a){0,6}+", r"(a){{1,7}}+"])
def test_a_group_repeated_possessively_is_seen(written: str) -> None:
    assert POSSESSIVE_GROUP.search(written)


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5 takes what a repetition began and could not end for part of it:
    https://github.com/python/cpython/issues/106052. ``(?>(?:…)*)`` is right everywhere.
    """
    found = [
        f"{path.relative_to(PACKAGE)}:{number}"
        for path in PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
