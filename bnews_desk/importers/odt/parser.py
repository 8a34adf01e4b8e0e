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
"""What reads an element, by its full tag."""


class OdtDocument(NamedTuple):
    """What every part of a text is read with; the handlers read blocks and inline elements.

    ``insertions`` are the changes that brought text in, as far as they have been read; ``part``
    gives the root of a part that the text shows (a formula), None where it cannot be read.
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
    """The state of reading: ``lines`` so far, and the line that is written by ``flow``.

    ``notes`` are the paragraphs of notes, in order; ``label`` waits for the item's first
    paragraph.
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
        """The line that is being written."""
        return self.flow.line

    def blocks(self, parent: Element) -> None:
        """Read the paragraphs, lists and tables in ``parent``; others are passed through."""
        self.document.deadline.check()
        for element in parent:
            self.block(element)

    def block(self, element: Element) -> None:
        """Read one paragraph, list or table, or what stands in any other element."""
        handler = self.document.blocks.get(element.tag)
        if handler is None:
            self.blocks(element)
        else:
            handler(self, element)

    def inline(self, parent: Element) -> None:
        """Read text and what stands in it; elements without a handler show their text."""
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
        """Put a finished paragraph, and the text boxes that hang on it, behind the others.

        Raises ``ReadError`` beyond the limit of lines.
        """
        line.finish()
        self.lines.append(line)
        if not line.is_bare:
            self.lines += line.boxed
        if len(self.lines) > MAX_LINES:
            raise ODT.too_large()

    def read_apart(self, parent: Element) -> list[ImportedLine]:
        """The paragraphs in ``parent``, which stands outside the text around it."""
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
    """The words of paragraphs that are not brought in, for the receipt."""
    return "\n".join(text for line in lines if (text := line.text.strip()))
