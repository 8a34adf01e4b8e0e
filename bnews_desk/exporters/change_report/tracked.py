"""The change report as a Word file with real tracked changes (ECMA-376-1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING

from bnews_desk.comparison import compare
from bnews_desk.comparison.wording import DELETED, EQUAL
from bnews_desk.exporters.change_report.sequence import TrackedLine, tracked_lines
from bnews_desk.exporters.docx import styles
from bnews_desk.exporters.docx.copy import add_run, new_paragraph
from bnews_desk.exporters.docx.package import open_template, packed
from bnews_desk.exporters.docx.properties import core_properties
from bnews_desk.exporters.docx.xml import Element, add
from bnews_desk.exporters.legal import legal
from bnews_desk.exporters.pieces import pieces
from bnews_desk.frame.roles import Role

if TYPE_CHECKING:
    from bnews_desk.exporters.change_report.subject import Subject
    from bnews_desk.frame.reading import Frame, FrameReader

_NOBODY = "B-News Desk"
"""Who changed what, where the copy names no editor."""


def written(subject: Subject, reader: FrameReader) -> bytes:
    """The copy as a DOCX file in which every change from the original is tracked.

    Who accepts all of them has the copy, who rejects all of them the original, each paragraph by
    paragraph. The copy's bold and italics stand; pictures and links do not come along.
    """
    frame = reader.read(subject.copy.text)
    document = open_template()
    end = document.element.body.sectPr
    for element in _Tracker(subject, frame).elements():
        end.addprevious(element)
    return packed(document, core_properties(subject.copy, frame, subject.written))


class _Tracker:
    """Writes the paragraphs and numbers their changes."""

    def __init__(self, subject: Subject, frame: Frame) -> None:
        self._subject = subject
        self._parts = frame.parts
        stamp = subject.written if subject.written.tzinfo else subject.written.astimezone()
        credit = frame.credited[-1].credit if frame.credited else None
        self._who = legal(credit.editor) if credit and credit.editor.strip() else _NOBODY
        self._when = stamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._changes = 0

    def elements(self) -> Iterator[Element]:
        """The paragraphs, in order; an empty headline that both texts have is left out."""
        copy_line = 0
        lines = tracked_lines(compare(self._subject.original.text, self._subject.copy.text))
        for number, line in enumerate(lines):
            if number or line.stretches or line.end != EQUAL:
                yield self._paragraph(line, copy_line)
            copy_line += line.end != DELETED

    def _paragraph(self, line: TrackedLine, copy_line: int) -> Element:
        element = new_paragraph(self._style(line, copy_line))
        if line.end != EQUAL:
            properties = element[0]
            self._mark(add(properties, "w:rPr"), line.end)
        for stretch in line.stretches:
            parent = element if stretch.kind == EQUAL else self._mark(element, stretch.kind)
            release = self._subject.original if stretch.kind == DELETED else self._subject.copy
            for piece in pieces(stretch.text, release.marks_within(*stretch.place)):
                bare = piece._replace(target="")
                add_run(parent, bare, is_deleted=stretch.kind == DELETED)
        return element

    def _style(self, line: TrackedLine, copy_line: int) -> str:
        """That of the copy's paragraph; what the copy lacks altogether is body."""
        is_gone = all(stretch.kind == DELETED for stretch in line.stretches)
        role = Role.BODY if is_gone and copy_line else self._parts[copy_line].role
        return styles.style_of(role)

    def _mark(self, parent: Element, kind: str) -> Element:
        self._changes += 1
        return add(
            parent,
            "w:del" if kind == DELETED else "w:ins",
            id=str(self._changes),
            author=self._who,
            date=self._when,
        )
