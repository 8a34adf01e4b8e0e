"""Rows and columns of tables that do not add up to the total beside or below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.amounts import Amount, make_amount
from bnews_desk.rules.facts.part_sums import makes_total, wrong_sum
from bnews_desk.rules.rule import RuleMatch

_CELL = Pattern(
    r"\s*(?P<mark>Rp\.? ?)?(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,12}(?:,\d{1,4})?)"
    r"(?: (?P<scale>ribu|juta|miliar|triliun))?(?P<unit> ?%| [a-z]{1,12})?\s*"
)
_TOTAL = Pattern(r"(?i)\s*(?:grand )?(?:jumlah|total|jml)\b[^\d]*")
_NUMBERS = Pattern(r"(?i)\s*no(?:mor|\.)?\s*")
"""The head of a column of row numbers."""
_YEARS = Pattern(r"\s*(?:19|20)\d\d\s*")
_NO_SUM = Pattern(
    r"(?i)%|persen|rata-rata|rerata|harga|^\s*tahun\s*$|peringkat|rank|indeks|kepadatan"
)
"""Heads of columns whose cells are not to be added."""
_ROLES = COPY | {Role.LEFTOVER}
"""A row that opens with the village *Sumber* is taken for a source line."""
_MOST_COLUMNS = 12


class _Cell(NamedTuple):
    """The text of a cell, its position in the paragraph, and its amount or None."""

    text: str
    start: int
    amount: Amount | None


def table_matches(context: ReleaseContext) -> Iterator[RuleMatch]:
    """The matches in every table; spans count in the whole text."""
    table: list[tuple[int, tuple[_Cell, ...]]] = []
    last = -2
    for number, _, cells in context.collected(_cells):
        if number != last + 1:
            yield from _judged(context, table)
            table = []
        table.append((number, cells))
        last = number
    yield from _judged(context, table)


def _cells(paragraph: ParagraphContext) -> tuple[_Cell, ...]:
    """The cells of a table's row; empty for other paragraphs."""
    if "\t" not in paragraph.text or paragraph.role not in _ROLES:
        return ()
    found: list[_Cell] = []
    at = 0
    for text in paragraph.text.split("\t"):
        found.append(_Cell(text, at, _amount(text)))
        at += len(text) + 1
    return tuple(found) if len(found) <= _MOST_COLUMNS else ()


def _amount(text: str) -> Amount | None:
    m = _CELL.fullmatch(text)
    if m is None:
        return None
    amount = make_amount(m["mark"], m["number"], m["scale"], (m["unit"] or "").strip())
    return amount if "," in m["number"] else amount._replace(step=0.0)  # whole cells are exact


def _judged(
    context: ReleaseContext, table: Sequence[tuple[int, tuple[_Cell, ...]]]
) -> Iterator[RuleMatch]:
    if len(table) < 2:
        return
    heads = table[0][1] if _is_head(table[0][1]) else ()
    rows = [row for row in table[1 if heads else 0 :] if any(cell.amount for cell in row[1])]
    for number, match in (*_rows(heads, rows), *_columns(heads, rows)):
        yield match.shifted(context.frame.parts[number].paragraph.start)


def _is_head(cells: Sequence[_Cell]) -> bool:
    """Whether a row names the columns: it has no numbers except years."""
    return all(cell.amount is None or _YEARS.fullmatch(cell.text) for cell in cells)


def _head(heads: Sequence[_Cell], column: int) -> str:
    return heads[column].text if column < len(heads) else ""


def _rows(
    heads: Sequence[_Cell], rows: Sequence[tuple[int, tuple[_Cell, ...]]]
) -> Iterator[tuple[int, RuleMatch]]:
    """Rows that do not add up to the cell under *Jumlah*, where other rows show that they
    should."""
    for column in range(2, len(heads)):
        if not _TOTAL.fullmatch(heads[column].text):
            continue
        for width in range(column, 1, -1):
            first = column - width
            if any(_NO_SUM.search(_head(heads, at)) for at in range(first, column)):
                continue
            if _NUMBERS.fullmatch(_head(heads, first)):
                continue
            summed = [
                (number, cells[column], whole, parts)
                for number, cells in rows
                if column < len(cells)
                and (whole := cells[column].amount) is not None
                and (parts := _amounts(cells[first:column]))
            ]
            right = sum(makes_total(whole, parts) for _, _, whole, parts in summed)
            wrong = [
                (number, _at(cell, values))
                for number, cell, whole, parts in summed
                if (values := wrong_sum(whole, parts))
            ]
            if right >= len(wrong) > 0:
                yield from wrong
            if right:
                break


def _amounts(cells: Sequence[_Cell]) -> list[Amount]:
    """The amounts of some cells; empty where a cell has none."""
    found = [cell.amount for cell in cells if cell.amount is not None]
    return found if len(found) == len(cells) else []


def _columns(
    heads: Sequence[_Cell], rows: Sequence[tuple[int, tuple[_Cell, ...]]]
) -> Iterator[tuple[int, RuleMatch]]:
    """Cells of a last row *Jumlah* that are not the sum of those above."""
    if len(rows) < 3:
        return
    number, totals = rows[-1]
    if not any(_TOTAL.fullmatch(cell.text) for cell in totals[:2]):
        return
    wrong: list[RuleMatch] = []
    right = 0
    for column in range(1, len(totals)):
        whole = totals[column].amount
        if whole is None or _NO_SUM.search(_head(heads, column)):
            continue
        cells = [row[column] for _, row in rows[:-1] if column < len(row)]
        parts = [cell.amount for cell in cells if cell.amount is not None]
        if len(parts) < 2 or any(one.unit != whole.unit for one in parts):
            continue
        values = wrong_sum(whole, parts)
        if values:
            wrong.append(_at(totals[column], values))
        else:
            right += 1
    if len(wrong) == 1 or right >= len(wrong):
        for match in wrong:
            yield number, match


def _at(cell: _Cell, values: Mapping[str, str]) -> RuleMatch:
    start = cell.start + len(cell.text) - len(cell.text.lstrip())
    return RuleMatch(start, cell.start + len(cell.text.rstrip()), values)
