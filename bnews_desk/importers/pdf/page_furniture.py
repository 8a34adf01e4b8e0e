"""Drops page numbers and repeated headers and footers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from bnews_desk.importers.pdf.text_rows import TextRow
from bnews_desk.patterns import Pattern

ROWS_AT_EDGE = 4
"""Rows at the head and at the foot of a page that are examined."""
EDGE = 0.2
"""Maximum share of a page's height for its head and for its foot."""
_DRIFT = 6.0
"""Points by which the height of a repeated row may vary."""
_DIGITS = Pattern(r"\d+")
_PAGE_NUMBER = Pattern(
    r"(?i)(?:(?:hal(?:aman)?|page|hlm)\.?\s*)?[-–—(\[|~\s]*(\d{1,4}|[ivxl]{1,6})[-–—)\]|~\s]*"
    r"(?:\s*(?:dari|of|/)\s*\d{1,4})?"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class PdfPageRows(NamedTuple):
    """The rows of one page in reading order, and the page's height."""

    rows: list[TextRow]
    height: float


class CleanedPages(NamedTuple):
    """The remaining rows, and the text of what was dropped, each once."""

    leaves: list[PdfPageRows]
    texts: list[str]


def drop_page_furniture(leaves: Sequence[PdfPageRows]) -> CleanedPages:
    """Pages without page numbers, without text that two or more pages repeat at one height, and
    without artifacts.
    """
    dropped: dict[int, TextRow] = {}
    for leaf in leaves:
        for row in leaf.rows:
            if all(word.is_artifact for word in row.words):
                dropped[id(row)] = row
    edges = [_edges(leaf, dropped) for leaf in leaves]
    for row in (*_repeated(edges), *_page_numbers(edges)):
        dropped[id(row)] = row
    if len(dropped) == sum(len(leaf.rows) for leaf in leaves):
        return CleanedPages(list(leaves), [])
    texts = dict.fromkeys(row.text for leaf in leaves for row in leaf.rows if id(row) in dropped)
    kept = [
        leaf._replace(rows=[row for row in leaf.rows if id(row) not in dropped]) for leaf in leaves
    ]
    return CleanedPages(kept, list(texts))


class _Edges(NamedTuple):
    """The rows at the head of a page from the top, those at its foot from the bottom; ``total``
    counts all.
    """

    head: list[TextRow]
    foot: list[TextRow]
    total: int


def _edges(leaf: PdfPageRows, dropped: Mapping[int, TextRow]) -> _Edges:
    rows = sorted((row for row in leaf.rows if id(row) not in dropped), key=lambda row: row.base)
    limit = EDGE * leaf.height
    head = [row for row in rows[:ROWS_AT_EDGE] if row.base < limit]
    foot = [row for row in rows[::-1][:ROWS_AT_EDGE] if row.base > leaf.height - limit]
    return _Edges(head, foot, len(rows))


def _repeated(edges: Sequence[_Edges]) -> list[TextRow]:
    """Rows with the same text, numbers aside, at about the same height on a third of the pages and
    on at least two.

    A row counts only if all rows between it and the page's edge are repeated too, and only if such
    rows are not the page's whole content.
    """
    if len(edges) < 2:
        return []
    places: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, page in enumerate(edges):
        for side, rows in (("head", page.head), ("foot", page.foot)):
            for row in rows:
                places[side, _form(row)].append((number, row.base))
    least = max(2, len(edges) // 3)

    def is_repeated(side: str, row: TextRow) -> bool:
        found = places[side, _form(row)]
        return len({at for at, base in found if abs(base - row.base) < _DRIFT}) >= least

    answer: list[TextRow] = []
    needed: set[str] = set()
    for page in edges:
        rows = _outermost(page, is_repeated)
        if len({id(row) for row in rows}) == page.total:
            needed.update(map(_form, rows))
        answer += rows
    return [row for row in answer if _form(row) not in needed and not _is_number(row)]


def _outermost(page: _Edges, is_repeated: Callable[[str, TextRow], bool]) -> list[TextRow]:
    """The rows from both edges inwards until one is neither repeated nor a page number."""
    found = []
    for side, rows in (("head", page.head), ("foot", page.foot)):
        for row in rows:
            if not is_repeated(side, row) and not _is_number(row):
                break
            found.append(row)
    return found


def _form(row: TextRow) -> str:
    return _DIGITS.sub("#", row.text.casefold())


def _is_number(row: TextRow) -> bool:
    return _PAGE_NUMBER.fullmatch(row.text) is not None


def _page_numbers(edges: Sequence[_Edges]) -> Iterable[TextRow]:
    """Outermost rows that consist of a number that counts the pages."""
    for outermost in ("head", "foot"):
        found: dict[int, list[TextRow]] = defaultdict(list)
        for at, page in enumerate(edges):
            rows = page.head if outermost == "head" else page.foot
            for row in rows[:2]:
                match = _PAGE_NUMBER.fullmatch(row.text)
                if match is not None:
                    found[_value(match[1]) - at].append(row)
        for offset, rows in found.items():
            is_sure = offset == 1 or len(rows) > 1
            yield from (row for row in rows if is_sure and not _is_close(row, edges))


def _is_close(row: TextRow, edges: Sequence[_Edges]) -> bool:
    """Whether a row is so near that the number may belong to it."""
    page = next(page for page in edges if any(row is r for r in (*page.head, *page.foot)))
    others = [r for r in (*page.head, *page.foot) if r is not row]
    return any(abs(r.base - row.base) < 1.3 * max(r.size, row.size) for r in others)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number.lower()]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
