"""What stands at the head or foot of every page and is no part of the copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bnews_desk.importers.pdf.rows import Row
from bnews_desk.patterns import Pattern

ROWS_AT_EDGE = 4
"""Rows at the head and at the foot of a page that are looked at."""
EDGE = 0.2
"""What part of a page's height its head and its foot may take."""
_DRIFT = 6.0
"""Points by which a row may stand higher or lower on another page."""
_DIGITS = Pattern(r"\d+")
_PAGE_NUMBER = Pattern(
    r"(?i)(?:(?:hal(?:aman)?|page|hlm)\.?\s*)?[-–—(\[|~\s]*(\d{1,4}|[ivxl]{1,6})[-–—)\]|~\s]*"
    r"(?:\s*(?:dari|of|/)\s*\d{1,4})?"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Leaf(NamedTuple):
    """The rows of one page from its top, in reading order, and the page's height."""

    rows: list[Row]
    height: float


class Swept(NamedTuple):
    """What is left of the pages, and the words of what was dropped, once each."""

    leaves: list[Leaf]
    texts: list[str]


def swept(leaves: Sequence[Leaf]) -> Swept:
    """Pages without page numbers, without what two pages and more repeat at one height, and
    without what the writer calls an artifact.
    """
    dropped: dict[int, Row] = {}
    for leaf in leaves:
        for row in leaf.rows:
            if all(word.is_artifact for word in row.words):
                dropped[id(row)] = row
    edges = [_edges(leaf, dropped) for leaf in leaves]
    for row in (*_repeated(edges), *_page_numbers(edges)):
        dropped[id(row)] = row
    if len(dropped) == sum(len(leaf.rows) for leaf in leaves):
        return Swept(list(leaves), [])
    texts = dict.fromkeys(row.text for leaf in leaves for row in leaf.rows if id(row) in dropped)
    kept = [
        leaf._replace(rows=[row for row in leaf.rows if id(row) not in dropped]) for leaf in leaves
    ]
    return Swept(kept, list(texts))


class _Edges(NamedTuple):
    head: list[Row]
    foot: list[Row]
    height: float


def _edges(leaf: Leaf, dropped: dict[int, Row]) -> _Edges:
    """The rows at the head of a page from above, and those at its foot from below."""
    rows = sorted((row for row in leaf.rows if id(row) not in dropped), key=lambda row: row.base)
    limit = EDGE * leaf.height
    head = [row for row in rows[:ROWS_AT_EDGE] if row.base < limit]
    foot = [row for row in rows[::-1][:ROWS_AT_EDGE] if row.base > leaf.height - limit]
    return _Edges(head, foot, leaf.height)


def _repeated(edges: Sequence[_Edges]) -> Iterable[Row]:
    """Rows with the same words, numbers aside, near one height of at least two pages in three or
    of every other page; a repeated one counts from the page's edge inwards only as far as those
    outside of it are repeated too.
    """
    if len(edges) < 2:
        return
    places: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, page in enumerate(edges):
        for side, rows in (("head", page.head), ("foot", page.foot)):
            for row in rows:
                places[side, _form(row)].append((number, row.base))
    least = max(2, len(edges) // 3)
    for page in edges:
        for side, rows in (("head", page.head), ("foot", page.foot)):
            for row in rows:
                pages = {
                    number
                    for number, base in places[side, _form(row)]
                    if abs(base - row.base) < _DRIFT
                }
                if len(pages) < least and not _is_number(row):
                    break
                if len(pages) >= least:
                    yield row


def _form(row: Row) -> str:
    return _DIGITS.sub("#", row.text.casefold())


def _is_number(row: Row) -> bool:
    return _PAGE_NUMBER.fullmatch(row.text) is not None


def _page_numbers(edges: Sequence[_Edges]) -> Iterable[Row]:
    """Rows at the outer edge that are nothing but a number which counts the pages."""
    for outermost in ("head", "foot"):
        found: dict[int, list[Row]] = defaultdict(list)
        for at, page in enumerate(edges):
            rows = page.head if outermost == "head" else page.foot
            for row in rows[:2]:
                match = _PAGE_NUMBER.fullmatch(row.text)
                if match is not None:
                    found[_value(match[1]) - at].append(row)
        for offset, rows in found.items():
            is_sure = offset == 1 or len(rows) > 1
            yield from (row for row in rows if is_sure and not _is_close(row, edges))


def _is_close(row: Row, edges: Sequence[_Edges]) -> bool:
    """Whether a row of its page stands so near that the number may belong to it."""
    page = next(page for page in edges if any(row is r for r in (*page.head, *page.foot)))
    others = [r for r in (*page.head, *page.foot) if r is not row]
    return any(abs(r.base - row.base) < 1.3 * max(r.size, row.size) for r in others)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number.lower()]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
