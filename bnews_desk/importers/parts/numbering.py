"""Headings that are numbered within the copy: ``IV. TINDAKAN`` below ``III. KERUGIAN``."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.importers.parts.lines import Line
from bnews_desk.patterns import Pattern

_NUMBERED = Pattern(r"[\s*_]{0,4}([A-Z]|[IVX]{1,5})[.)]\s")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = tuple("ABCDEFGHIJKLMN")


def goes_on_numbering(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is numbered by a capital, and one above it by the capital before that.

    The initial of a name has none before it: *M. Yusuf*, *A. Rahman*.
    """
    number = _number(lines[at])
    return any(
        number in series[1:]
        and any(_number(line) == series[series.index(number) - 1] for line in lines[:at])
        for series in (_ROMAN, _LETTERS)
    )


def _number(line: Line) -> str:
    found = _NUMBERED.match(line.text)
    return found[1] if found else ""
