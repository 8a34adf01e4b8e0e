"""The heads and feet that a page repeats, each time with its own number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.importers.parts.lines import Line
from bnews_desk.patterns import Pattern

MAX_HEAD = 120
"""Code points of what a page repeats."""
_NUMBERED = Pattern(
    r"\s*(?:(?P<first>\d{1,3})\s*[\t|–—]\s*(?P<text>\D.*?)"
    r"|(?P<head>.*?\S)\s*(?:[\t|–—]|\bhal(?:aman)?\b\.?)\s*(?P<last>\d{1,3}))\s*$"
)


def settle_running(lines: Iterable[Line]) -> None:
    """Settle lines that say the same beside numbers that rise by one as furniture."""
    pages: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        found = _NUMBERED.match(line.text) if len(line.text) <= MAX_HEAD else None
        if found:
            text = found["text"] or found["head"]
            number = int(found["first"] or found["last"])
            pages[text.strip().casefold()].append((number, line))
    for numbered in pages.values():
        numbers = [number for number, _ in numbered]
        if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            for _, line in numbered:
                line.settle(PartKind.FURNITURE, 0.85)
