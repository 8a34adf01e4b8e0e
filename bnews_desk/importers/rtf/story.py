"""A run of paragraphs and table rows: the body, a note, a header, a text box."""

from __future__ import annotations

from bnews_desk.importers import rows
from bnews_desk.importers.line import Line


class Story:
    """Collects ``lines``; ``line`` is the one being written.

    ``kind`` says what it is (``body``, ``footnote`` …), ``above`` the story it stands in.
    """

    def __init__(self, kind: str = "body", above: Story | None = None) -> None:
        self.kind = kind
        self.above = above
        self.lines: list[Line] = []
        self.line = Line()
        self._cell: list[Line] = []
        self._cells: list[list[Line]] = []
        self._is_table = False

    def end_paragraph(self, style: str = "", *, is_in_table: bool = False) -> None:
        """``\\par``: the line is done; in a table it belongs to its cell."""
        if not is_in_table and (self._cells or self._cell):
            self.end_row()
        line = self._finished(style)
        if is_in_table:
            self._cell.append(line)
            return
        self._is_table = False
        self._keep(line)

    def end_cell(self) -> None:
        """``\\cell``: the line is the last of its cell."""
        line = self._finished("")
        self._cells.append([*self._cell, line, *line.boxed])
        self._cell = []

    def end_row(self) -> None:
        """``\\row``: its cells make one line, or keep their lines where only one has words."""
        cells, self._cells = self._cells, []
        if self._cell:
            cells.append(self._cell)
            self._cell = []
        first = len(self.lines)
        if sum(map(rows.is_full, cells)) > 1:
            self.lines.append(rows.joined(cells))
        else:
            for lines in cells:
                rows.drop_blank(lines)
                self.lines += lines
        if len(self.lines) > first and not self._is_table:
            self._is_table = True
            self.lines[first].carried.append("table")

    def finish(self) -> list[Line]:
        """All lines; what was begun is ended."""
        if self._cell or self._cells:
            self.end_row()
        if self.line.length or self.line.carried or self.line.left_out or self.line.photos:
            line = self._finished("")
            line.is_account = not line.length
            self._keep(line)
        return self.lines

    def _keep(self, line: Line) -> None:
        self.lines.append(line)
        if not line.is_bare:
            self.lines += line.boxed

    def _finished(self, style: str) -> Line:
        line, self.line = self.line, Line()
        line.finish()
        line.style = style
        return line


def plain(lines: list[Line]) -> str:
    """The words of lines that are not brought in, for the receipt."""
    return "\n".join(text for line in lines if (text := line.text.strip()))
