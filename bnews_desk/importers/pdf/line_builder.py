"""Writes the paragraphs of a PDF as lines of copy with marks."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.importers import link_addresses
from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.importers.pdf import list_labels
from bnews_desk.importers.pdf.characters import HYPHEN, SOFT_HYPHEN
from bnews_desk.importers.pdf.hyphenation import HYPHENS, Hyphenation
from bnews_desk.importers.pdf.paragraphs import PdfParagraph
from bnews_desk.importers.pdf.text_rows import TextRow
from bnews_desk.importers.pdf.word_boxes import PdfWord

_NO_SPACE = frozenset("/—")
"""Characters after which a line may break without a space."""


class PdfLineBuilder:
    """Converts paragraphs to lines; ``plain`` are the flags of most of the text, which give no
    marks.
    """

    def __init__(self, hyphens: Hyphenation, plain: int) -> None:
        self._hyphens = hyphens
        self._plain = plain
        self._flags = 0
        self._link = ""
        self._is_open = True

    def line(self, paragraph: PdfParagraph) -> ImportedLine:
        """The line of a paragraph; cells are separated by tabs, bullets become hyphens."""
        line = ImportedLine()
        self._flags, self._link, self._is_open = 0, "", True
        if paragraph.is_table:
            for at, row in enumerate(paragraph.rows):
                if at:
                    line.link_to("")
                    line.write("\t", 0)
                    self._link, self._is_open = "", True
                self._words(line, row.words)
        else:
            self._flow(line, paragraph.rows)
        line.finish()
        return line

    def _flow(self, line: ImportedLine, rows: Sequence[TextRow]) -> None:
        first = rows[0]
        if list_labels.is_bullet(first):
            line.write(list_labels.DASH, 0)
            first = first._replace(words=first.words[1:])
            line.carried.append("list")
        elif list_labels.is_number(first) and list_labels.is_wide(first):
            line.carried.append("list")
        waiting: list[PdfWord] = []
        for row in (first, *rows[1:]):
            if not row.words:
                continue
            words = [row.words[0]._replace(is_apart=True), *row.words[1:]]
            if waiting:
                words = self._sewn(waiting.pop(), words)
            self._words(line, [*waiting, *words[:-1]])
            waiting = [words[-1]]
        self._words(line, waiting)

    def _sewn(self, last: PdfWord, words: list[PdfWord]) -> list[PdfWord]:
        """The last word of a line and those of the next, joined where the break divided a word."""
        first = words[0]
        if last.text[-1:] in HYPHENS and (last.text[-2:-1].isalnum() or len(last.text) > 2):
            joined = self._hyphens.joined(last.text, first.text)
            at = len(joined) - len(first.text)
            head = last._replace(text=joined[:at])
            return [head, first._replace(is_apart=False), *words[1:]]
        if last.text[-1:] in _NO_SPACE and len(last.text) > 1 and first.text[:1].isalnum():
            return [last, first._replace(is_apart=False), *words[1:]]
        return [last, *words]

    def _words(self, line: ImportedLine, words: Sequence[PdfWord]) -> None:
        for word in words:
            if word.link != self._link:
                line.link_to("")
            flags = word.flags & ~self._plain
            if word.is_apart and not self._is_open:
                line.write(" ", flags & self._flags)
            if word.link != self._link:
                self._link = word.link
                line.link_to(link_addresses.external_address(line, word.link) if word.link else "")
            line.write(word.text.replace(HYPHEN, "-").replace(SOFT_HYPHEN, ""), flags)
            self._flags = flags
            self._is_open = False
