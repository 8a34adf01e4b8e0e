"""Cuts a paragraph into runs of equal formatting, for all formats with formatting."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from bnews_desk.exporters.xml_characters import replace_illegal
from bnews_desk.release import Mark
from bnews_desk.text import Span

_SAFE_TARGET = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


class TextRun(NamedTuple):
    """Text of one paragraph with the same formatting throughout."""

    text: str
    target: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_tag: bool = False


def is_safe_target(target: str) -> bool:
    """Whether a link may be written: a web or mail address that Word accepts."""
    if not _SAFE_TARGET.fullmatch(target) or replace_illegal(target) != target:
        return False
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


def text_runs(text: str, marks: Sequence[Mark], tag: Span | None = None) -> list[TextRun]:
    """Cut one paragraph where its formatting changes; ``marks`` and ``tag`` count from its start.

    Of two overlapping links the one that starts first is kept.
    """
    edges = {0, len(text), *(tag or ())}
    for mark in marks:
        edges.update((mark.start, mark.end))
    cuts = sorted(edges)
    waiting = deque(sorted(marks))
    active: list[Mark] = []
    cut: list[TextRun] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[0].start <= start:
            active.append(waiting.popleft())
        is_tag = tag is not None and tag.covers((start, end))
        cut.append(_piece(text[start:end], active, is_tag))
    return cut


def _piece(text: str, marks: Sequence[Mark], is_tag: bool) -> TextRun:
    kinds = {mark.kind for mark in marks}
    targets = (m.target for m in marks if m.kind == "link" and is_safe_target(m.target))
    return TextRun(text, next(targets, ""), "bold" in kinds, "italic" in kinds, is_tag)
