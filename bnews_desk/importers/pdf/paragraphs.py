"""Joins the rows of a PDF into paragraphs and table rows, by columns, gaps and indents."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bnews_desk.importers.imported_line import BOLD
from bnews_desk.importers.pdf import list_labels
from bnews_desk.importers.pdf.characters import SOFT_HYPHEN
from bnews_desk.importers.pdf.hyphenation import HYPHENS
from bnews_desk.importers.pdf.text_rows import TextRow

Place = tuple[int, float, float]
"""Page, base and left edge of a row."""
_NARROW = 0.65
"""Minimum share of the page's text width that lines must fill to show a column's right edge."""
_EVEN = 1.5
"""Points by which the right edges of justified lines differ at most."""
_LEAST_EVEN = 3
"""Minimum number of lines that show such an edge."""
NEAR = 1.5
"""Ems above and below a row within which another counts as beside it."""


def place_of(row: TextRow) -> Place:
    """A row's unique place."""
    return row.page, row.base, row.left


def is_below(above: TextRow, row: TextRow) -> bool:
    """Whether a row is lower on the same page."""
    return above.page == row.page and row.base > above.base


def column_edges(
    lines: Sequence[Sequence[TextRow]], widths: Mapping[int, float]
) -> dict[Place, tuple[float, float]]:
    """The left and right edge of the column of each line's rows, by place.

    A column is the area that its rows fill, as far as nothing is beside them. A few short lines do
    not fill a page of such a width (``widths``), whose margins are assumed equal. A line of several
    rows counts as one row.
    """
    whole = [line[0]._replace(right=line[-1].right) for line in lines]
    by_page: dict[int, list[TextRow]] = defaultdict(list)
    for row in whole:
        by_page[row.page].append(row)
    for rows in by_page.values():
        rows.sort(key=lambda row: row.base)
    edges: dict[Place, tuple[float, float]] = {}
    column: list[TextRow] = []
    for row in whole:
        if column and not is_below(column[-1], row):
            _note(column, by_page, widths, edges)
            column = []
        column.append(row)
    if column:
        _note(column, by_page, widths, edges)
    return edges


def _note(
    column: Sequence[TextRow],
    by_page: Mapping[int, Sequence[TextRow]],
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


def _filled(rows: Sequence[TextRow], width: float) -> tuple[float, float]:
    """The edges of the column that rows fill on a page of this width; width 0 where others are
    beside it.
    """
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    even = sum(row.right > right - _EVEN for row in rows)
    is_even = even >= _LEAST_EVEN and even > 0.3 * len(rows)
    if right - left < _NARROW * (width - 2 * left) and not is_even:
        right = width - left
    return left, right


def _limits(row: TextRow, rows: Sequence[TextRow]) -> tuple[float, float]:
    """How far a column may extend to both sides before it meets neighbouring rows."""
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


_STOPS = frozenset(".?!:;…")
_CLOSERS = "\"”’»')]*"
_OTHER_SIZE = 0.07
"""Relative difference from which on two sizes count as different."""
_INDENT = 0.8
"""Minimum indent of a first line, in ems."""
_LOOSE = 1.22
"""Line distance, relative to the usual one, from which on a paragraph ends."""
_TIGHT = 1.9
"""Line distance in ems from which on a paragraph ends where the usual one is unknown."""
_ROOM = 0.4
"""Ems that a line must leave free, beside the next word, to be the last of its paragraph."""
_EDGE_SLACK = 2.5
"""Points by which equal left edges may differ."""


class PdfParagraph(NamedTuple):
    """Rows of one paragraph, or the cells of one line of a table."""

    rows: tuple[TextRow, ...]
    is_table: bool = False


class _Measure(NamedTuple):
    """The usual measures of a text: line distance by size, column edges, and the indents of first
    lines in points.
    """

    leadings: dict[float, float]
    edges: dict[Place, tuple[float, float]]
    indents: frozenset[int]


def paragraphs(rows: Sequence[TextRow], widths: Mapping[int, float]) -> list[PdfParagraph]:
    """The paragraphs of rows in reading order; ``widths`` are those of the pages."""
    lines = _lines(rows)
    edges = column_edges(lines, widths)
    measure = _Measure(_leadings(lines), edges, _indents(lines, edges))
    found: list[PdfParagraph] = []
    open_rows: list[TextRow] = []
    for line in lines:
        is_table = _is_table(line)
        if open_rows and (is_table or not _goes_on(open_rows, line[0], measure)):
            found.append(PdfParagraph(tuple(open_rows)))
            open_rows = []
        if is_table:
            found.append(PdfParagraph(tuple(line), is_table=True))
        else:
            open_rows.append(_whole(line))
    if open_rows:
        found.append(PdfParagraph(tuple(open_rows)))
    return found


def _lines(rows: Sequence[TextRow]) -> list[list[TextRow]]:
    """Rows grouped into lines: those side by side and written consecutively."""
    lines: list[list[TextRow]] = []
    for row in rows:
        if lines and _is_next(lines[-1][-1], row):
            lines[-1].append(row)
        else:
            lines.append([row])
    return lines


def _is_next(last: TextRow, row: TextRow) -> bool:
    return last.page == row.page and last.is_beside(row) and last.right <= row.left


def _is_table(line: Sequence[TextRow]) -> bool:
    """Whether rows side by side are cells rather than a label and its item or the sides
    of a colon.
    """
    return len(line) > 1 and not _is_labelled(line) and not _is_answer(line)


def _is_labelled(line: Sequence[TextRow]) -> bool:
    return (
        len(line) == 2
        and len(line[0].words) == 1
        and (list_labels.is_bullet(line[0]) or list_labels.is_number(line[0]))
    )


def _is_answer(line: Sequence[TextRow]) -> bool:
    """Whether a line is a label and its value: *Nomor    : 480/17*."""
    if len(line) != 2:
        return False
    return line[1].text.startswith(":") or line[0].text.endswith(":")


def _whole(line: Sequence[TextRow]) -> TextRow:
    if len(line) == 1:
        return line[0]
    words = tuple(word for row in line for word in row.words)
    return line[0]._replace(words=words, right=line[-1].right)


def _leadings(lines: Sequence[Sequence[TextRow]]) -> dict[float, float]:
    """The usual line distance of each size: the smallest frequent one."""
    seen: dict[float, Counter[float]] = {}
    for (above, *_), (row, *_) in pairwise(lines):
        if above.page == row.page and _same_size(above, row) and row.meets(above):
            down = round((row.base - above.base) * 2) / 2
            if 0.7 * row.size < down < 3.5 * row.size:
                seen.setdefault(_key(row), Counter())[down] += 1
    usual = {}
    for size, downs in seen.items():
        most = max(downs.values())
        usual[size] = min(down for down, count in downs.items() if count >= max(1, most / 3))
    return usual


def _key(row: TextRow) -> float:
    return round(row.size * 2) / 2


def _same_size(a: TextRow, b: TextRow) -> bool:
    return abs(a.size - b.size) <= _OTHER_SIZE * max(a.size, b.size)


def _goes_on(rows: Sequence[TextRow], row: TextRow, measure: _Measure) -> bool:
    """Whether a row continues the paragraph of the rows above it."""
    above = rows[-1]
    if (
        list_labels.is_bullet(row)
        or list_labels.is_note(row)
        or not _same_size(above, row)
        or _ends_emphasis(rows, row)
    ):
        return False
    ends, begins = _ends_sentence(above), _begins_small(row)
    if list_labels.is_number(row) and (list_labels.is_wide(row) or ends or _is_item(rows[0])):
        return False
    if not is_below(above, row) or not row.meets(above):
        return _is_broken(above) or (not ends and (begins or _is_full(above, row, measure)))
    if _is_loose(above, row, measure):
        return False
    if _is_broken(above) or (begins and not ends):
        return True
    if _is_indented(rows, row, measure):
        return False
    return _is_full(above, row, measure)


def _is_item(row: TextRow) -> bool:
    return list_labels.is_bullet(row) or list_labels.is_number(row)


def _ends_emphasis(rows: Sequence[TextRow], row: TextRow) -> bool:
    """Whether rows entirely in bold are followed by one without any: a heading."""
    is_bold = all(word.flags & BOLD for above in rows for word in above.words)
    return is_bold and not any(word.flags & BOLD for word in row.words)


def _ends_sentence(row: TextRow) -> bool:
    return row.text.rstrip(_CLOSERS)[-1:] in _STOPS


def _begins_small(row: TextRow) -> bool:
    return row.text.lstrip("\"“‘'(")[:1].islower()


def _is_broken(row: TextRow) -> bool:
    """Whether a row ends inside a word."""
    text = row.text
    return text[-1:] in HYPHENS and (text[-2:-1].isalnum() or text[-1:] == SOFT_HYPHEN)


def _is_loose(above: TextRow, row: TextRow, measure: _Measure) -> bool:
    """Whether the gap between two rows is larger than between the lines of a paragraph."""
    usual = measure.leadings.get(_key(row), _TIGHT * row.size)
    return row.base - above.base > max(_LOOSE * usual, usual + 1.5)


def _indents(
    lines: Sequence[Sequence[TextRow]], edges: Mapping[Place, tuple[float, float]]
) -> frozenset[int]:
    """Indents after which the next line usually returns to the column's edge."""
    back: Counter[int] = Counter()
    kept: Counter[int] = Counter()
    for (above, *_), (row, *_) in pairwise(lines):
        indent = _indent(above, edges)
        if indent > _INDENT * above.size and is_below(above, row):
            after = _indent(row, edges)
            back[indent] += after <= _EDGE_SLACK
            kept[indent] += abs(after - indent) <= 1
    return frozenset(indent for indent, count in back.items() if count > max(1, kept[indent] / 2))


def _indent(row: TextRow, edges: Mapping[Place, tuple[float, float]]) -> int:
    return round(row.left - edges[place_of(row)][0])


def _is_indented(rows: Sequence[TextRow], row: TextRow, measure: _Measure) -> bool:
    """Whether a row begins further right than the paragraph's lines, like a first line."""
    above = rows[-1]
    if _is_centred(above, row):
        return False
    if _indent(row, measure.edges) in measure.indents:
        return True
    left = list_labels.item_left(rows[0]) if _is_item(rows[0]) else above.left
    if _is_item(rows[0]):
        return row.left < left - _INDENT * row.size
    if row.left > left + _INDENT * row.size:
        return True
    is_outdented = row.left < left - _INDENT * row.size
    return is_outdented and len(rows) > 1


def _is_centred(above: TextRow, row: TextRow) -> bool:
    middle = abs((above.left + above.right) - (row.left + row.right)) / 2
    return middle < _EDGE_SLACK and abs(above.left - row.left) > _EDGE_SLACK


def _is_full(above: TextRow, row: TextRow, measure: _Measure) -> bool:
    """Whether the next word had no room on the row above."""
    left, right = measure.edges[place_of(above)]
    first = row.words[0]
    last = next((i for i, word in enumerate(row.words) if i and word.is_apart), len(row.words))
    width = row.words[last - 1].right - first.left
    room = right - above.right
    if _is_centred(above, row):
        room += max(0.0, above.left - left)
    return room < width + _ROOM * row.size
