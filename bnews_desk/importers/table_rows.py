"""Writes a table row as one line, its cells separated by tabs."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.importers.imported_line import ImportedLine


def join_cells(cells: Sequence[Sequence[ImportedLine]]) -> ImportedLine:
    """One line of cells, the paragraphs of a cell one behind the other; empty cells at the end
    take no tab. One cell at least must hold words.
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
    """Whether a cell holds words."""
    return any(line.length for line in lines)


def drop_blank_lines(lines: Sequence[ImportedLine]) -> None:
    """Blank paragraphs in a cell are no lines of copy; what hangs on them stays."""
    for line in lines:
        line.is_account = line.is_account or not line.text.strip()
