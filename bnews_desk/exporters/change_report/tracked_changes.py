"""The change report as a Word file with tracked changes (ECMA-376-1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.comparison import Comparison, compare
from bnews_desk.comparison.word_runs import DELETED, EQUAL
from bnews_desk.exporters.change_report.report_subject import notes_of
from bnews_desk.exporters.docx import styles
from bnews_desk.exporters.docx.package import core_properties, open_template, pack_document
from bnews_desk.exporters.docx.paragraphs import add_run, new_paragraph, new_text_paragraph
from bnews_desk.exporters.docx.xml import Element, add
from bnews_desk.exporters.text_runs import TextRun, text_runs
from bnews_desk.exporters.xml_characters import replace_illegal
from bnews_desk.frame.release_frame import Role
from bnews_desk.text import Span

if TYPE_CHECKING:
    from bnews_desk.exporters.change_report.report_subject import ReportedExcerpt, ReportSubject
    from bnews_desk.frame.release_frame import Frame, FrameReader


class TrackedStretch(NamedTuple):
    """Text of one line that is equal, deleted or inserted, with its span.

    The span refers to the original for deleted text, otherwise to the copy.
    """

    kind: str
    place: Span
    text: str


class TrackedLine(NamedTuple):
    """One paragraph; ``end`` tells whether its line break is equal, deleted or inserted.

    Without the deleted breaks the paragraphs are the copy's, without the inserted ones the
    original's. The last line's break is always equal.
    """

    stretches: tuple[TrackedStretch, ...]
    end: str


def tracked_lines(comparison: Comparison) -> Iterator[TrackedLine]:
    """The paragraphs of both texts in one sequence."""
    line: list[TrackedStretch] = []
    for stretch in _closed(list(_stretches(comparison))):
        if stretch.text == "\n":
            yield TrackedLine(tuple(line), stretch.kind)
            line = []
        else:
            line.append(stretch)
    yield TrackedLine(tuple(line), EQUAL)


def _stretches(comparison: Comparison) -> Iterator[TrackedStretch]:
    """All runs, cut at line breaks; each break is a stretch of its own."""
    old, new = comparison.old + "\n", comparison.new + "\n"
    for run in comparison.runs:
        place, text = (run.old, old) if run.kind == DELETED else (run.new, new)
        at = place.start
        for piece in _cut(place.within(text)):
            yield TrackedStretch(run.kind, Span(at, at + len(piece)), piece)
            at += len(piece)


def _cut(text: str) -> Iterable[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "\n"
        if line:
            yield line


def _closed(stretches: list[TrackedStretch]) -> list[TrackedStretch]:
    """The stretches without the break that the comparison adds after each text's last line.

    A single break that ends both texts is removed. Otherwise the last one, inserted or deleted, is
    removed, and the break that ends the other text becomes inserted or deleted inside the longer
    text.
    """
    breaks = [n for n, one in enumerate(stretches) if one.text == "\n"]
    last = breaks[-1]
    kind = stretches[last].kind
    if kind != EQUAL:
        other = max(n for n in breaks if stretches[n].kind != kind)
        if stretches[other].kind == EQUAL:
            stretches[other] = stretches[other]._replace(kind=kind)
        else:
            del stretches[last]
            last = other
    del stretches[last]
    return stretches


_NOBODY = "B-News Desk"
"""The author of the changes when the copy names no editor."""


def write_tracked_changes(subject: ReportSubject, reader: FrameReader) -> bytes:
    """The copy as a DOCX file in which every change from the original is tracked.

    Accepting all changes gives the copy, rejecting all gives the original, paragraph by paragraph.
    The copy's bold and italics are kept; pictures and links are not. The changed facts stand on
    a new page behind the text, untracked.
    """
    frame = reader.read(subject.copy.text)
    document = open_template()
    end = document.element.body.sectPr
    for element in _Tracker(subject, frame).elements():
        end.addprevious(element)
    for element in _fact_list(subject):
        end.addprevious(element)
    return pack_document(document, core_properties(subject.copy, frame, subject.written))


class _Tracker:
    """Makes the paragraphs and numbers their changes."""

    def __init__(self, subject: ReportSubject, frame: Frame) -> None:
        self._subject = subject
        self._parts = frame.parts
        stamp = subject.written if subject.written.tzinfo else subject.written.astimezone()
        credit = frame.credited[-1].credit if frame.credited else None
        self._who = replace_illegal(credit.editor) if credit and credit.editor.strip() else _NOBODY
        self._when = stamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._changes = 0

    def elements(self) -> Iterator[Element]:
        """The paragraphs in order; a headline that is empty in both texts is left out."""
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
            for piece in text_runs(stretch.text, release.marks_within(*stretch.place)):
                bare = piece._replace(target="")
                add_run(parent, bare, is_deleted=stretch.kind == DELETED)
        return element

    def _style(self, line: TrackedLine, copy_line: int) -> str:
        """The style of the copy's paragraph; body for a deleted one."""
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


def _fact_list(subject: ReportSubject) -> Iterator[Element]:
    """The changed facts by group, each with its words in the original, then what is the same."""
    if not subject.facts and not subject.same:
        return
    heading = _line(_run("Fakta naskah dan rilis asli", is_bold=True))
    add(heading[0], "w:pageBreakBefore")
    yield heading
    for title, facts in subject.facts:
        yield _line(_run(f"{title} ({len(facts)})", is_bold=True))
        for fact in facts:
            if fact.then is not None:
                yield _line(_run("Asli: "), *_excerpt(fact.then))
            yield _line(_run("Naskah: "), *_excerpt(fact.now))
            for note in notes_of(fact):
                yield _line(_run(note))
    if subject.same:
        yield _line(_run(f"{subject.same} ✓"))


def _excerpt(said: ReportedExcerpt) -> tuple[TextRun, ...]:
    return _run(said.before), _run(said.words, is_bold=True), _run(said.behind)


def _run(text: str, *, is_bold: bool = False) -> TextRun:
    return TextRun(text, is_bold=is_bold)


def _line(*content: TextRun) -> Element:
    return new_text_paragraph(styles.BODY, [run for run in content if run.text])
