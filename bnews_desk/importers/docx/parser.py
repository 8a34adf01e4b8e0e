"""The state of parsing one part of a Word file, and the dispatch of its elements to handlers.

The handler tables are passed with the document, so that handlers of runs need not import those of
blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from bnews_desk.importers.docx.notes import NoteRegister
from bnews_desk.importers.docx.numbering import DocxNumbering
from bnews_desk.importers.docx.relations import Relations
from bnews_desk.importers.docx.styles import DocxStyles
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.importers.zip_xml_package import Element, Package

Handler = Callable[["DocxParser", Element], None]
Handlers = Mapping[str, Handler]
"""Handlers by full tag; an element without an entry is ignored."""


class DocxDocument(NamedTuple):
    """What all parts of a file share; ``inserted`` reads a file that is embedded in it."""

    package: Package
    styles: DocxStyles
    numbering: DocxNumbering
    pictures: PictureStore
    notes: NoteRegister
    deadline: ImportDeadline
    blocks: Handlers
    inline: Handlers
    in_run: Handlers
    inserted: Callable[[str], Sequence[ImportedLine]]


class ComplexField:
    """A complex field that has begun (17.16.18): first its instruction, then its result."""

    __slots__ = ("instruction", "is_open", "line", "outer_link", "shadow")

    def __init__(self, line: ImportedLine, outer_link: str) -> None:
        self.line = line
        self.outer_link = outer_link
        self.shadow = ImportedLine()
        self.instruction: list[str] = []
        self.is_open = True


class DocxParser:
    """The state of parsing one part.

    ``lines`` are the finished paragraphs, ``line`` is the current one, ``pending`` is one whose
    paragraph mark was deleted, so that the next paragraph continues it.
    """

    def __init__(self, document: DocxDocument, relations: Relations) -> None:
        self.document = document
        self.relations = relations
        self.lines: list[ImportedLine] = []
        self.line = ImportedLine()
        self.pending: ImportedLine | None = None
        self.flags = 0
        self.link = ""
        self.fields: list[ComplexField] = []
        self.is_mark_kept = True
        self.is_deleting = False
        self._blocks = document.blocks.get
        self._inline = document.inline.get
        self._in_run = document.in_run.get

    def blocks(self, parent: Element) -> None:
        """Read the paragraphs, tables and their wrappers in ``parent``."""
        find = self._blocks
        for element in parent:
            handler = find(element.tag)
            if handler is not None:
                handler(self, element)

    def block(self, element: Element) -> None:
        """Read one paragraph, table or wrapper."""
        handler = self._blocks(element.tag)
        if handler is not None:
            handler(self, element)

    def inline(self, parent: Element) -> None:
        """Read the content of a paragraph or of a wrapper in it."""
        find = self._inline
        for element in parent:
            handler = find(element.tag)
            if handler is not None:
                handler(self, element)

    def in_run(self, parent: Element) -> None:
        """Read the content of a run."""
        find = self._in_run
        for element in parent:
            handler = find(element.tag)
            if handler is not None:
                handler(self, element)

    def first_shown(self, versions: Element, read: Callable[[Element], None]) -> None:
        """Read the first of ``versions`` that shows anything (``mc:AlternateContent``)."""
        for version in versions:
            before = self._measure()
            read(version)
            if self._measure() != before:
                return

    def _measure(self) -> tuple[int, int, int, int]:
        line = self.line
        return len(self.lines), line.length, len(line.photos), len(line.boxed)

    def link_to(self, target: str) -> str:
        """Link the text that follows to ``target``; returns the previous target."""
        before, self.link = self.link, target
        self.line.link_to(target)
        return before

    def read_apart(self, parent: Element) -> list[ImportedLine]:
        """The paragraphs in ``parent``, which is independent of the text around it."""
        outer = (self.lines, self.line, self.pending, self.flags, self.link, self.fields,
                 self.is_mark_kept)  # fmt: skip
        self.lines, self.pending, self.link, self.fields = [], None, "", []
        self.blocks(parent)
        self.flush()
        lines = self.lines
        (self.lines, self.line, self.pending, self.flags, self.link, self.fields,
         self.is_mark_kept) = outer  # fmt: skip
        return lines

    @contextmanager
    def aside(self) -> Iterator[ImportedLine]:
        """Collect what is read inside the block in a separate line that is not shown."""
        line, depth, link = self.line, len(self.fields), self.link
        self.line = hidden = ImportedLine()
        try:
            yield hidden
        finally:
            hidden.finish()
            del self.fields[depth:]
            self.line, self.link = line, link

    def flush(self) -> None:
        """Emit a paragraph whose mark was deleted and that has no successor."""
        if self.pending is not None:
            line, self.pending = self.pending, None
            line.is_account = not line.length
            self.emit(line)

    def emit(self, line: ImportedLine) -> None:
        """Append a finished paragraph, followed by the text boxes attached to it."""
        line.finish()
        self.lines.append(line)
        if not line.is_bare:
            self.lines += line.boxed


def plain(lines: list[ImportedLine]) -> str:
    """The text of paragraphs that are left out, for the receipt."""
    return "\n".join(text for line in lines if (text := line.text.strip()))
