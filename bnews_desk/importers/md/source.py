"""A Markdown source before it is parsed: what stands beside the copy is taken apart."""

from __future__ import annotations

import re
from typing import NamedTuple

WRAP_WIDTH = 100
"""Columns that the lines of a source wrapped by hand keep to."""
_FRONT = re.compile(r"\A---[ \t]*\n(?P<inside>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^[A-Za-z_][\w-]*\s*:", re.MULTILINE)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$")
_INDENT = re.compile(r"^(?: {4}|\t)")


class Source(NamedTuple):
    """The copy's Markdown, the notes' by their marks, and the fields that stood above it all."""

    copy: str
    notes: dict[str, str]
    front: str
    is_wrapped: bool


def taken_apart(text: str) -> Source:
    """A source without its front matter and its notes' definitions."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = ""
    found = _FRONT.match(text)
    if found and _FIELD.search(found["inside"]):
        front = found["inside"].strip()
        text = text[found.end() :]
    lines = text.split("\n")
    is_wrapped = max(map(len, lines)) <= WRAP_WIDTH
    copy, notes = _without_notes(lines)
    return Source("\n".join(copy), notes, front, is_wrapped)


def _without_notes(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    copy: list[str] = []
    notes: dict[str, list[str]] = {}
    current: list[str] | None = None
    fence = ""
    for line in lines:
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~") and (not fence or mark == fence):
            fence = "" if fence else mark
        found = None if fence else _NOTE.match(line)
        if found and found[1] not in notes:
            current = notes.setdefault(found[1], [found[2]])
        elif current is not None and _goes_on(line, current):
            current.append(_INDENT.sub("", line))
        else:
            current = None
            copy.append(line)
    return copy, {mark: "\n".join(said).strip() for mark, said in notes.items()}


def _goes_on(line: str, note: list[str]) -> bool:
    """Whether a line belongs to the note above: indented, or the rest of its paragraph."""
    if not line.strip() or _INDENT.match(line):
        return True
    return bool(note[-1].strip())
