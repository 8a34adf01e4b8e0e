"""The state of parsing an OpenDocument text, and the dispatch of its elements to handlers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from bnews_desk.importers.collapsed_text import CollapsedText
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.limits import MAX_LINES, ImportDeadline
from bnews_desk.importers.odt.lists import Lists
from bnews_desk.importers.odt.styles import OdtStyles
from bnews_desk.importers.odt.xml_names import ODT
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.zip_xml_package import Element

Handler = Callable[["OdtParser", Element], None]
Handlers = Mapping[str, Handler]
"""Handlers by full tag."""


class OdtDocument(NamedTuple):
    """What all parts of a text share; the handlers read blocks and inline elements.

    ``insertions`` are the tracked insertions read so far; ``part`` gives the root of a part that
    the text displays (a formula), None where it cannot be read.
    """

    styles: OdtStyles
    lists: Lists
    pictures: PictureStore
    deadline: ImportDeadline
    blocks: Handlers
    inline: Handlers
    insertions: set[str]
    part: Callable[[str], Element | None]


class OdtParser:
    """The state of parsing: finished ``lines``, and the current line, which ``flow`` writes.

    ``notes`` are the paragraphs of notes, in order; ``label`` waits for the item's first paragraph.
    """

    def __init__(self, document: OdtDocument) -> None:
        self.document = document
        self.lines: list[ImportedLine] = []
        self.notes: list[list[ImportedLine]] = []
        self.flow = CollapsedText()
        self.flags = 0
        self.link = ""
        self.label = ""

    @property
    def line(self) -> ImportedLine:
        """The current line."""
        return self.flow.line

    def blocks(self, parent: Element) -> None:
        """Read the paragraphs, lists and tables in ``parent``; other elements are transparent."""
        self.document.deadline.check()
        for element in parent:
            self.block(element)

    def block(self, element: Element) -> None:
        """Read one paragraph, list or table, or the content of any other element."""
        handler = self.document.blocks.get(element.tag)
        if handler is None:
            self.blocks(element)
        else:
            handler(self, element)

    def inline(self, parent: Element) -> None:
        """Read text and inline elements; those without a handler show their text."""
        if parent.text:
            self.flow.text(parent.text, self.flags)
        for element in parent:
            handler = self.document.inline.get(element.tag)
            if handler is None:
                self.inline(element)
            else:
                handler(self, element)
            if element.tail:
                self.flow.text(element.tail, self.flags)

    def emit(self, line: ImportedLine) -> None:
        """Append a finished paragraph, followed by the text boxes attached to it.

        Raises ``ReadError`` beyond the limit of lines.
        """
        line.finish()
        self.lines.append(line)
        if not line.is_bare:
            self.lines += line.boxed
        if len(self.lines) > MAX_LINES:
            raise ODT.too_large()

    def read_apart(self, parent: Element) -> list[ImportedLine]:
        """The paragraphs in ``parent``, which is independent of the text around it."""
        with self._apart():
            self.blocks(parent)
            return self.lines

    @contextmanager
    def _apart(self) -> Iterator[None]:
        outer = (self.lines, self.flow, self.flags, self.link, self.label)
        self.lines, self.flow, self.flags, self.link, self.label = [], CollapsedText(), 0, "", ""
        try:
            yield
        finally:
            self.lines, self.flow, self.flags, self.link, self.label = outer


def plain(lines: list[ImportedLine]) -> str:
    """The text of paragraphs that are left out, for the receipt."""
    return "\n".join(text for line in lines if (text := line.text.strip()))
