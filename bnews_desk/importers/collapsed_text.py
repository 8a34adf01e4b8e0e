"""Collapses white space as HTML and OpenDocument do: one space between words, none at the ends."""

from __future__ import annotations

from bnews_desk.importers.imported_line import ImportedLine
from bnews_desk.patterns import Pattern

_SPACES = Pattern(r"[ \t\r\n\f]+")


class CollapsedText:
    """Writes into ``line``, which may be replaced at any time.

    A space is written only when a word follows it; it is bold, italic or part of a link where both
    its neighbouring words are.
    """

    def __init__(self) -> None:
        self.line = ImportedLine()
        self._space: int | None = None
        self._target: str | None = None

    def begin(self, line: ImportedLine | None = None) -> ImportedLine:
        """Continue in ``line``, or in a new one; returns the line written so far."""
        before, self.line = self.line, line or ImportedLine()
        self._space = None
        return before

    def link_to(self, target: str) -> None:
        """Link the text that follows in this line to ``target``; '' ends the link."""
        self._target = target

    def text(self, text: str, flags: int) -> None:
        """Write running text."""
        collapsed = _SPACES.sub(" ", text)
        if collapsed[:1] == " ":
            self.space(flags)
        words = collapsed.strip(" ")
        if words:
            self.write(words, flags)
            if collapsed[-1] == " ":
                self.space(flags)

    def space(self, flags: int) -> None:
        """Note a space to be written before the next word, if there is a word before it."""
        if self._space is None and self.line.length > self.line.label:
            self._space = flags

    def write(self, text: str, flags: int) -> None:
        """Write ``text`` unchanged, after a pending space."""
        if text:
            self.settle(flags)
            self.line.write(text, flags)

    def settle(self, flags: int) -> None:
        """Write a pending space; ``flags`` are those of the text that follows."""
        held, self._space = self._space, None
        target, self._target = self._target, None
        if held is not None:
            if target is not None:
                self.line.link_to("")
            self.line.write(" ", held & flags)
        if target is not None:
            self.line.link_to(target)
