"""Handlers of block-level elements: paragraphs, lists, tables, sections (ODF 1.3 part 3, 5, 9)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.importers import table_rows
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.odt import drawings
from bnews_desk.importers.odt.parser import Handlers, OdtParser, plain
from bnews_desk.importers.odt.xml_names import name, number, value
from bnews_desk.importers.zip_xml_package import Element

MAX_REPEATS = 100
"""Maximum repetitions of one row or cell; sheets repeat empty ones by the thousand."""
_ROWS = frozenset(
    map(name, ("table:table-rows", "table:table-header-rows", "table:table-row-group"))
)


def paragraph(parser: OdtParser, element: Element) -> None:
    """``text:p``, ``text:h``: one line."""
    parser.document.deadline.check()
    styles = parser.document.styles
    style = value(element, "text:style-name")
    line = ImportedLine()
    parser.flow.begin(line)
    is_heading = element.tag == name("text:h")
    is_top = is_heading and number(element, "text:outline-level", 1) == 1
    label = parser.label or (parser.document.lists.heading(element) if is_heading else "")
    parser.label = ""
    if label:
        line.prefix(label)
        line.carried.append("list")
    parser.flags, before = styles.flags("paragraph", style), parser.flags
    if parser.link:
        line.link_to(parser.link)
    parser.inline(element)
    parser.flags = before
    is_title = is_top or styles.is_headline(style)
    line.style = styles.house_style(style) or ("title" if is_title else "")
    parser.emit(line)


def listed(parser: OdtParser, element: Element) -> None:
    """``text:list``: its items' first paragraphs get their labels."""
    lists = parser.document.lists
    lists.begin(element)
    for item in element:
        if item.tag == name("text:list-item"):
            parser.label = lists.label(item)
        parser.blocks(item)
        parser.label = ""
    lists.end()


def table(parser: OdtParser, element: Element) -> None:
    """``table:table``: its rows as lines; a row with words in one cell keeps its paragraphs."""
    first = len(parser.lines)
    for row in _rows(element):
        cells = [lines for cell in row for lines in _cell(parser, cell)]
        if sum(map(table_rows.has_words, cells)) > 1:
            parser.emit(table_rows.join_cells(cells))
            continue
        for lines in cells:
            table_rows.drop_blank_lines(lines)
            parser.lines += lines
    if len(parser.lines) > first:
        parser.lines[first].carried.append("table")


def _rows(parent: Element) -> Iterator[Element]:
    for element in parent:
        if element.tag == name("table:table-row"):
            times = number(element, "table:number-rows-repeated", 1)
            yield from [element] * min(times, MAX_REPEATS)
        elif element.tag in _ROWS:
            yield from _rows(element)


def _cell(parser: OdtParser, cell: Element) -> list[list[ImportedLine]]:
    """A cell's paragraphs, once for each repetition."""
    if cell.tag not in (name("table:table-cell"), name("table:covered-table-cell")):
        return []
    times = min(number(cell, "table:number-columns-repeated", 1), MAX_REPEATS)
    return [parser.read_apart(cell) for _ in range(times)]


def changes(parser: OdtParser, element: Element) -> None:
    """``text:tracked-changes``: the deleted text, which is counted; inserted text is in
    the body.
    """
    parser.document.insertions.update(
        value(region, "text:id") or value(region, "xml:id")
        for region in element.iter(name("text:changed-region"))
        if region.find(name("text:insertion")) is not None
    )
    for deletion in element.iter(name("text:deletion")):
        lost = ImportedLine()
        lost.is_account = True
        lost.left_out.append(("deletion", plain(parser.read_apart(deletion))))
        parser.lines.append(lost)


def frame(parser: OdtParser, element: Element) -> None:
    """A picture or a text box that is anchored to the page: a line of its own."""
    line = ImportedLine()
    parser.flow.begin(line)
    drawings.drawing(parser, element)
    line.is_account = not line.length
    parser.emit(line)


def nothing(_walk: OdtParser, _element: Element) -> None:
    """Declarations, forms and names contain no copy."""


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
"""The handlers of elements at paragraph level; other elements only contain blocks."""
