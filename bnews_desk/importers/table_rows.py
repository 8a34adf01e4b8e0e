"""Writes a table row as one line, its cells separated by tabs."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.importers.imported_line import ImportedLine


def join_cells(cells: Sequence[Sequence[ImportedLine]]) -> ImportedLine:
    """One line of cells, the paragraphs of a cell joined; empty cells at the end get no tab. At
    least one cell must contain words.
    """
    row = ImportedLine()
    last = max(i for i, lines in enumerate(cells) if any(line.length for line in lines))
    for i, lines in enumerate(cells):
        if 0 < i <= last:
            row.write("\t", 0)
        is_first = True
        for line in lines:
            if line.length:
                if not is_first:
                    row.write(" ", 0)
                is_first = False
            row.absorb(line)
    row.boxed.clear()
    return row


def has_words(lines: Sequence[ImportedLine]) -> bool:
    """Whether a cell contains words."""
    return any(line.length for line in lines)


def drop_blank_lines(lines: Sequence[ImportedLine]) -> None:
    """Make blank paragraphs in a cell carriers of their attachments only."""
    for line in lines:
        line.is_account = line.is_account or not line.text.strip()
