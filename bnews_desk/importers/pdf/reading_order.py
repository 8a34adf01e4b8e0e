"""Sorts the rows of a PDF page into reading order.

Rows keep the order in which they were written unless their positions contradict it: upper before
lower, left column before right column. Columns written line by line across the page are separated.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bnews_desk.importers.pdf.text_rows import TextRow

MOST_GUTTERS = 24
"""Maximum left edges of a page that are tried as a column's: the most frequent ones."""
MOST_BLOCKS = 300
"""Maximum blocks of a page that are compared with one another; with more, the written order is
kept.
"""
_SLACK = 2.0
"""Points by which two columns may overlap: overhanging letters."""
_LEAST_ROWS = 4
"""Minimum rows of each of two columns."""
_LEAST_WIDTH = 0.18
"""Minimum width of a column relative to the page's text."""
_FILLED = 0.6
"""Minimum average share of a column's width that its rows fill."""
_GOES_ON = 0.3
"""Minimum share of rows in a column of running text that begin inside a sentence."""


class Block(NamedTuple):
    """Rows that were written one below the other."""

    rows: list[TextRow]
    left: float
    top: float
    right: float
    bottom: float


def in_reading_order(rows: Sequence[TextRow]) -> list[TextRow]:
    """The rows of one page, given in written order, in reading order."""
    parted = _parted(list(rows))
    blocks = _blocks(parted)
    if _are_in_order(blocks) or len(blocks) > MOST_BLOCKS:
        return parted
    return [row for block in _sorted(blocks) for row in block.rows]


def _blocks(rows: Iterable[TextRow]) -> list[Block]:
    blocks: list[Block] = []
    run: list[TextRow] = []
    for row in rows:
        if run and not _follows(run[-1], row):
            blocks.append(_block(run))
            run = []
        run.append(row)
    if run:
        blocks.append(_block(run))
    return blocks


def _follows(above: TextRow, row: TextRow) -> bool:
    """Whether a row is the next of its block: below, near, and in the same column."""
    down = row.base - above.base
    return 0 < down < 4 * max(above.size, row.size) and row.meets(above)


def _block(rows: list[TextRow]) -> Block:
    return Block(
        rows,
        min(row.left for row in rows),
        min(row.top for row in rows),
        max(row.right for row in rows),
        max(row.base for row in rows),
    )


def _are_in_order(blocks: Sequence[Block]) -> bool:
    """Whether no block is read before one that was written earlier, as on most pages."""
    earlier: list[Block] = []
    for block in blocks:
        for other in reversed(earlier):
            if other.bottom <= block.top:
                break
            if _is_before(block, other):
                return False
        insort(earlier, block, key=lambda other: other.bottom)
    return True


def _sorted(blocks: list[Block]) -> list[Block]:
    """Blocks sorted so that each follows all that are read before it; otherwise in
    written order.
    """
    before = [
        {i for i, other in enumerate(blocks) if i != j and _is_before(other, block)}
        for j, block in enumerate(blocks)
    ]
    waiting = list(range(len(blocks)))
    done: set[int] = set()
    answer = []
    while waiting:
        free = next((j for j in waiting if before[j] <= done), waiting[0])
        waiting.remove(free)
        done.add(free)
        answer.append(blocks[free])
    return answer


def _is_before(a: Block, b: Block) -> bool:
    meet = min(a.right, b.right) - max(a.left, b.left)
    if meet > _SLACK:
        return a.bottom <= b.top or (a.bottom + a.top < b.top + b.bottom and a.top < b.top)
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0 and a.right <= b.left


def _parted(rows: list[TextRow]) -> list[TextRow]:
    """Rows with columns of running text that were written across separated, left before right."""
    gutters = _gutters(rows)
    downwards = _downwards(rows) if gutters else []
    for gutter in gutters:
        run = _run_beside(downwards, gutter)
        if run is None:
            continue
        first, last = run
        within = [row for row in rows if first <= row.base <= last]
        left = [row for row in within if row.right <= gutter]
        right = [row for row in within if row.right > gutter]
        if _are_columns(left, right, rows) and _alternate(within, gutter):
            at = rows.index(within[0])
            rest = [(i, row) for i, row in enumerate(rows) if not first <= row.base <= last]
            before = [row for i, row in rest if i < at]
            behind = [row for i, row in rest if i > at]
            columns = [*_downwards(left), *_parted(_downwards(right))]
            return [*before, *columns, *_parted(behind)]
    return rows


def _downwards(rows: Iterable[TextRow]) -> list[TextRow]:
    return sorted(rows, key=lambda row: (row.base, row.left))


def _gutters(rows: Sequence[TextRow]) -> list[float]:
    """Left edges that many rows share and that may be a second column's."""
    lefts: dict[int, int] = {}
    for row in rows:
        lefts[round(row.left)] = lefts.get(round(row.left), 0) + 1
    shared = [edge for edge, count in lefts.items() if count >= _LEAST_ROWS]
    most = sorted(shared, key=lambda edge: -lefts[edge])[: MOST_GUTTERS + 1]
    return [edge - 1.5 for edge in sorted(most)[1:]]


def _run_beside(rows: Sequence[TextRow], gutter: float) -> tuple[float, float] | None:
    """The bases between which no row crosses a gutter: the longest such stretch of ``rows``, which
    are sorted from top to bottom.
    """
    best: tuple[float, float] | None = None
    most = 0
    first = last = 0.0
    sides = [0, 0]
    for row in rows:
        if row.left < gutter < row.right:
            sides = [0, 0]
            continue
        if not any(sides):
            first = row.base
        last = row.base
        sides[row.left >= gutter] += 1
        if min(sides) > most:
            best, most = (first, last), min(sides)
        elif best is not None and best[0] == first and min(sides) == most:
            best = (first, last)
    return best if most >= _LEAST_ROWS else None


def _are_columns(
    left: Sequence[TextRow], right: Sequence[TextRow], all_rows: Sequence[TextRow]
) -> bool:
    """Whether both sides are running text: rows that fill their width and continue in the next."""
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    page = max(row.right for row in all_rows) - min(row.left for row in all_rows)
    for side in (left, right):
        width = max(row.right for row in side) - min(row.left for row in side)
        filled = sum(row.width for row in side) / (width * len(side) or 1)
        begun = sum(row.text[:1].islower() for row in side)
        if width < _LEAST_WIDTH * page or filled < _FILLED or begun < _GOES_ON * len(side):
            return False
    return True


def _alternate(rows: Sequence[TextRow], gutter: float) -> bool:
    """Whether rows were written across the page rather than one column after the other."""
    sides = [row.left >= gutter for row in rows]
    changes = sum(a != b for a, b in pairwise(sides))
    return changes >= min(sides.count(True), sides.count(False))
