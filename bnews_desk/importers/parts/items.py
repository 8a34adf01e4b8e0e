"""Lines of lists and of agendas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bnews_desk.frame.furniture import line_signs
from bnews_desk.importers.parts.lines import Line
from bnews_desk.patterns import Pattern

MAX_ITEM = 120
"""Code points of what is enclosed, or gets a copy."""
_TICKS = frozenset("✅✔☑✓➡▶🔹🔸🔺🔻👉⭐🌟")
"""Pictographs that open the lines of a list; others are labels: a telephone, an envelope."""
ITEM = Pattern(r"\s*(?:\d{1,2}|[a-z])[.)]\s|\s*[-•*▪–]\s")
"""How a line of a list begins."""
_TIMED = Pattern(
    r"(?:[-•*▪–]\s*|\d{1,2}[.)]\s+)?(?:(?:pukul|jam)\s+)?[012]?\d[.:][0-5]\d(?!\d|[.:]\d)\W",
    re.IGNORECASE,
)


def is_timed(line: Line) -> bool:
    """Whether a line opens with an hour, as those of an agenda do."""
    return bool(_TIMED.match(line.text[:MAX_ITEM]))


def is_item(text: str) -> bool:
    """Whether a line is one of a list, and not one between two dashes."""
    return bool(ITEM.match(text)) and text.rstrip()[-1:] not in "-–—"


def list_sign(text: str) -> str:
    """By what sign a line is one of a list, '' where it is none; all numbers are one sign."""
    sign = text.lstrip()[:1]
    if ITEM.match(text):
        return "1" if sign.isalnum() else sign
    return sign if sign in _TICKS else ""


def is_one_of_many(lines: Sequence[Line], at: int) -> bool:
    """Whether a pictograph opens a line and one beside it, as of a list: *✅ Taman bermain*."""
    sign = lines[at].text.lstrip()[:1]
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return line_signs.is_pictograph(sign) and any(line.text.lstrip()[:1] == sign for line in beside)
