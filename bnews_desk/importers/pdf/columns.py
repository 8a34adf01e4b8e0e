"""Where the column begins and ends that a row stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bnews_desk.importers.pdf.rows import Row

Place = tuple[int, float, float]
"""Page, base and left edge of a row."""
_NARROW = 0.65
"""What part of a page's width between its margins lines must fill to show where they end."""
_EVEN = 1.5
"""Points by which the lines of a column differ that are stretched to one edge."""
_LEAST_EVEN = 3
"""Lines that show such an edge, at least."""
NEAR = 1.5
"""Ems above and below a row within which another stands beside it."""


def place_of(row: Row) -> Place:
    """What tells a row from all others."""
    return row.page, row.base, row.left


def is_below(above: Row, row: Row) -> bool:
    """Whether a row stands further down on the same page."""
    return above.page == row.page and row.base > above.base


def column_edges(
    lines: Sequence[Sequence[Row]], widths: Mapping[int, float]
) -> dict[Place, tuple[float, float]]:
    """The left and right edge of the column of each line's rows, by their places.

    A column is what its rows fill, as far as nothing stands beside them; but a few short lines
    that end anywhere do not fill a page of such a width (``widths``), whose margins are taken to be
    alike. A line of several rows is one row for this.
    """
    whole = [line[0]._replace(right=line[-1].right) for line in lines]
    by_page: dict[int, list[Row]] = defaultdict(list)
    for row in whole:
        by_page[row.page].append(row)
    for rows in by_page.values():
        rows.sort(key=lambda row: row.base)
    edges: dict[Place, tuple[float, float]] = {}
    column: list[Row] = []
    for row in whole:
        if column and not is_below(column[-1], row):
            _note(column, by_page, widths, edges)
            column = []
        column.append(row)
    if column:
        _note(column, by_page, widths, edges)
    return edges


def _note(
    column: Sequence[Row],
    by_page: Mapping[int, Sequence[Row]],
    widths: Mapping[int, float],
    edges: dict[Place, tuple[float, float]],
) -> None:
    known: dict[tuple[float, float], tuple[float, float]] = {}
    for row in column:
        limits = _limits(row, by_page[row.page])
        if limits not in known:
            least, most = limits
            peers = [r for r in column if r.left >= least and r.right <= most] or [row]
            known[limits] = _filled(peers, widths[row.page] if most == float("inf") else 0.0)
        edges[place_of(row)] = known[limits]


def _filled(rows: Sequence[Row], width: float) -> tuple[float, float]:
    """The edges that rows give a column on a page of this width, 0 for one among others."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    even = sum(row.right > right - _EVEN for row in rows)
    is_even = even >= _LEAST_EVEN and even > 0.3 * len(rows)
    if right - left < _NARROW * (width - 2 * left) and not is_even:
        right = width - left
    return left, right


def _limits(row: Row, rows: Sequence[Row]) -> tuple[float, float]:
    """How far a column may reach to both sides before it meets what stands beside a row."""
    least, most = float("-inf"), float("inf")
    reach = NEAR * row.size
    at = bisect_left(rows, row.base - reach, key=lambda other: other.base)
    while at < len(rows) and rows[at].base <= row.base + reach:
        other = rows[at]
        if other.left >= row.right:
            most = min(most, other.left)
        elif other.right <= row.left:
            least = max(least, other.right)
        at += 1
    return least, most
