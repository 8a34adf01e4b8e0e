"""Builds lines of copy from the tokens of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import TYPE_CHECKING

from bnews_desk.importers import link_addresses, table_rows
from bnews_desk.importers.imported_line import BOLD, ITALIC, STRUCK, ImportedLine

if TYPE_CHECKING:
    from markdown_it.token import Token

BULLET = "-"
"""The label of every bulleted item."""
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,100})\]")
_RAISED = re.compile(r"(?<=\w)(?:\^(\w{1,4})\^|~(\w{1,4})~)(?![~^])")
"""Superscripts and subscripts as pandoc writes them: *km^2^*, *H~2~O*."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</(?:script|style)>|\Z)|</?[a-z!?][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_FLAGS = {"strong": BOLD, "em": ITALIC, "s": STRUCK}
_EMPHASIS = re.compile(r"<(/?)(strong|b|em|i|s|del)>", re.IGNORECASE)
_ELEMENTS = {"strong": BOLD, "b": BOLD, "em": ITALIC, "i": ITALIC, "s": STRUCK, "del": STRUCK}


class MarkdownLineBuilder:
    """Converts tokens to ``lines``; ``cited`` are the marks of notes, in order."""

    def __init__(self, notes: Iterable[str], *, is_wrapped: bool) -> None:
        self.lines: list[ImportedLine] = []
        self.cited: list[str] = []
        self._notes = frozenset(notes)
        self._soft = " " if is_wrapped else "\n"
        self._line = ImportedLine()
        self._label = ""
        self._flags = 0
        self._counts: list[int | None] = []
        self._cells: list[list[ImportedLine]] = []
        self._is_cell = False

    def read(self, tokens: Iterable[Token]) -> None:
        """Read block tokens in order."""
        for token in tokens:
            handler = _BLOCKS.get(token.type)
            if handler is not None:
                handler(self, token)

    def inline(self, token: Token) -> None:
        """The text of a paragraph, heading or cell."""
        line = self._begin()
        for child in token.children or ():
            self._child(line, child)
        self._flags = 0
        line.finish()
        self._end(line)

    def code(self, token: Token) -> None:
        """A block of code: its lines as they are."""
        for text in token.content.rstrip("\n").split("\n"):
            line = self._begin()
            line.write(text, 0)
            line.finish()
            self._end(line)

    def html(self, token: Token) -> None:
        """A block of HTML: its text without tags."""
        for text in unescape(_TAG.sub("", _BREAK.sub("\n", token.content))).split("\n"):
            if text.strip():
                line = self._begin()
                line.write(text.strip(), 0)
                line.finish()
                self._end(line)

    def list_begins(self, token: Token) -> None:
        """A list begins: numbered from its first number on, or bulleted."""
        start = token.attrGet("start")
        is_numbered = token.type == "ordered_list_open"
        self._counts.append((1 if start is None else int(start)) if is_numbered else None)

    def list_ends(self, _token: Token) -> None:
        """A list ends."""
        self._counts.pop()

    def item(self, token: Token) -> None:
        """An item begins: its first paragraph gets its label."""
        count = self._counts[-1] if self._counts else None
        if count is None:
            self._label = f"{BULLET} "
        else:
            self._label = f"{count}{token.markup} "
            self._counts[-1] = count + 1

    def item_ends(self, _token: Token) -> None:
        """An item ends; one without words gets no label."""
        self._label = ""

    def heading_ends(self, token: Token) -> None:
        """A heading ends; those of the first level may be the headline."""
        if token.tag == "h1" and self.lines:
            self.lines[-1].style = "title"

    def row(self, _token: Token) -> None:
        """A table's row begins."""
        self._cells = []

    def cell(self, _token: Token) -> None:
        """A cell begins."""
        self._cells.append([])
        self._is_cell = True

    def cell_ends(self, _token: Token) -> None:
        """A cell ends."""
        self._is_cell = False

    def row_ends(self, _token: Token) -> None:
        """A row ends and becomes one line."""
        if sum(map(table_rows.has_words, self._cells)) > 1:
            self.lines.append(table_rows.join_cells(self._cells))
        else:
            self.lines += [line for cell in self._cells for line in cell if line.length]

    def table(self, _token: Token) -> None:
        """A table begins."""
        self._count("table")

    def _count(self, kind: str) -> None:
        account = ImportedLine()
        account.is_account = True
        account.carried.append(kind)
        self.lines.append(account)

    def _begin(self) -> ImportedLine:
        line = ImportedLine()
        label, self._label = self._label, ""
        if label:
            line.prefix(label)
            line.carried.append("list")
        return line

    def _end(self, line: ImportedLine) -> None:
        if self._is_cell:
            self._cells[-1].append(line)
        else:
            self.lines.append(line)

    def _child(self, line: ImportedLine, token: Token) -> None:
        kind, _, change = token.type.rpartition("_")
        if token.type in ("text", "code_inline", "text_special"):
            self._text(line, token.content)
        elif token.type == "softbreak":
            line.write(self._soft, self._flags)
        elif token.type == "hardbreak" or _BREAK.fullmatch(token.content):
            line.write("\n", self._flags)
        elif kind in _FLAGS:
            flag = _FLAGS[kind]
            self._flags = self._flags | flag if change == "open" else self._flags & ~flag
        elif token.type == "html_inline":
            self._element(token.content)
        elif token.type == "link_open":
            target = str(token.attrGet("href") or "")
            if not target.startswith("#"):
                line.link_to(link_addresses.external_address(line, target))
        elif token.type == "link_close":
            line.link_to("")
        elif token.type == "image":
            line.left_out.append(("image", token.content or str(token.attrGet("src") or "")))

    def _element(self, tag: str) -> None:
        """Emphasis by an HTML tag, where Markdown's signs would not be recognised."""
        found = _EMPHASIS.fullmatch(tag)
        if found:
            flag = _ELEMENTS[found[2].lower()]
            self._flags = self._flags & ~flag if found[1] else self._flags | flag

    def _text(self, line: ImportedLine, text: str) -> None:
        """Text, in which marks of notes become their numbers."""
        text = _RAISED.sub(lambda found: found[1] or found[2], text)
        at = 0
        for found in _NOTE_MARK.finditer(text):
            if found[1] not in self._notes:
                continue
            line.write(text[at : found.start()], self._flags)
            line.write(f"[{self._number(found[1])}]", self._flags)
            at = found.end()
        line.write(text[at:], self._flags)

    def _number(self, mark: str) -> int:
        if mark not in self.cited:
            self.cited.append(mark)
        return self.cited.index(mark) + 1


_BLOCKS: dict[str, Callable[[MarkdownLineBuilder, Token], None]] = {
    "inline": MarkdownLineBuilder.inline,
    "fence": MarkdownLineBuilder.code,
    "code_block": MarkdownLineBuilder.code,
    "html_block": MarkdownLineBuilder.html,
    "bullet_list_open": MarkdownLineBuilder.list_begins,
    "ordered_list_open": MarkdownLineBuilder.list_begins,
    "bullet_list_close": MarkdownLineBuilder.list_ends,
    "ordered_list_close": MarkdownLineBuilder.list_ends,
    "list_item_open": MarkdownLineBuilder.item,
    "list_item_close": MarkdownLineBuilder.item_ends,
    "heading_close": MarkdownLineBuilder.heading_ends,
    "table_open": MarkdownLineBuilder.table,
    "tr_open": MarkdownLineBuilder.row,
    "tr_close": MarkdownLineBuilder.row_ends,
    "th_open": MarkdownLineBuilder.cell,
    "td_open": MarkdownLineBuilder.cell,
    "th_close": MarkdownLineBuilder.cell_ends,
    "td_close": MarkdownLineBuilder.cell_ends,
}
"""The handlers of block tokens; other tokens only contain blocks."""
