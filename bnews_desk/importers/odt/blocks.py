"""Paragraphs, lists, tables and what stands beside them (ODF 1.3 part 3, 5 and 9)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.importers import rows
from bnews_desk.importers.line import Line
from bnews_desk.importers.odt import frames
from bnews_desk.importers.odt.names import name, number, value
from bnews_desk.importers.odt.walk import Handlers, Walk, plain
from bnews_desk.importers.package import Element

MAX_REPEATS = 100
"""Times that one row or cell is repeated at most; sheets repeat empty ones by the thousand."""
_ROWS = frozenset(
    map(name, ("table:table-rows", "table:table-header-rows", "table:table-row-group"))
)


def paragraph(walk: Walk, element: Element) -> None:
    """``text:p``, ``text:h``: one line."""
    walk.document.deadline.ask()
    styles = walk.document.styles
    style = value(element, "text:style-name")
    line = Line()
    walk.flow.begin(line)
    is_heading = element.tag == name("text:h")
    is_top = is_heading and number(element, "text:outline-level", 1) == 1
    label = walk.label or (walk.document.lists.heading(element) if is_heading else "")
    walk.label = ""
    if label:
        line.prefix(label)
        line.carried.append("list")
    walk.flags, before = styles.flags("paragraph", style), walk.flags
    if walk.link:
        line.link_to(walk.link)
    walk.inline(element)
    walk.flags = before
    is_title = is_top or styles.is_headline(style)
    line.style = styles.house_style(style) or ("title" if is_title else "")
    walk.emit(line)


def listed(walk: Walk, element: Element) -> None:
    """``text:list``: its items' first paragraphs bear their labels."""
    lists = walk.document.lists
    lists.begin(element)
    for item in element:
        if item.tag == name("text:list-item"):
            walk.label = lists.label(item)
        walk.blocks(item)
        walk.label = ""
    lists.end()


def table(walk: Walk, element: Element) -> None:
    """``table:table``: its rows as lines; a row with words in one cell keeps its paragraphs."""
    first = len(walk.lines)
    for row in _rows(element):
        cells = [lines for cell in row for lines in _cell(walk, cell)]
        if sum(map(rows.is_full, cells)) > 1:
            walk.emit(rows.joined(cells))
            continue
        for lines in cells:
            rows.drop_blank(lines)
            walk.lines += lines
    if len(walk.lines) > first:
        walk.lines[first].carried.append("table")


def _rows(parent: Element) -> Iterator[Element]:
    for element in parent:
        if element.tag == name("table:table-row"):
            times = number(element, "table:number-rows-repeated", 1)
            yield from [element] * min(times, MAX_REPEATS)
        elif element.tag in _ROWS:
            yield from _rows(element)


def _cell(walk: Walk, cell: Element) -> list[list[Line]]:
    """A cell's paragraphs, as often as it is repeated."""
    if cell.tag not in (name("table:table-cell"), name("table:covered-table-cell")):
        return []
    times = min(number(cell, "table:number-columns-repeated", 1), MAX_REPEATS)
    return [walk.read_apart(cell) for _ in range(times)]


def changes(walk: Walk, element: Element) -> None:
    """``text:tracked-changes``: what was deleted lies here, and is counted; the text that was
    inserted follows.
    """
    walk.document.insertions.update(
        value(region, "text:id") or value(region, "xml:id")
        for region in element.iter(name("text:changed-region"))
        if region.find(name("text:insertion")) is not None
    )
    for deletion in element.iter(name("text:deletion")):
        lost = Line()
        lost.is_account = True
        lost.left_out.append(("deletion", plain(walk.read_apart(deletion))))
        walk.lines.append(lost)


def frame(walk: Walk, element: Element) -> None:
    """A picture or a text box that hangs on the page: a line of its own."""
    line = Line()
    walk.flow.begin(line)
    frames.drawing(walk, element)
    line.is_account = not line.length
    walk.emit(line)


def nothing(_walk: Walk, _element: Element) -> None:
    """Declarations, forms and names: no words of the copy."""


BLOCKS: Handlers = {
    name("text:p"): paragraph,
    name("text:h"): paragraph,
    name("text:list"): listed,
    name("table:table"): table,
    name("text:tracked-changes"): changes,
    **{
        name(f"draw:{kind}"): frame
        for kind in ("a", "custom-shape", "ellipse", "frame", "g", "line", "polygon", "rect")
    },
    **dict.fromkeys(
        map(
            name,
            (
                "text:sequence-decls",
                "text:variable-decls",
                "text:user-field-decls",
                "office:forms",
                "office:annotation",
                "office:change-info",
                "dc:creator",
                "dc:date",
                "text:table-of-content-source",
                "text:alphabetical-index-source",
                "table:table-source",
                "office:dde-source",
            ),
        ),
        nothing,
    ),
}
"""What reads each element that stands where a paragraph may; others hold blocks themselves."""
