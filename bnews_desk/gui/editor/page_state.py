"""The page's state for one open release: layout, underlines, photos and search matches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker
from PySide6.QtGui import QFont, QPainter, QTextCursor

from bnews_desk.finding import Finding, Severity
from bnews_desk.frame.release_frame import Frame, FrameReader
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.editor.finding_scroll_bar import FindingTick
from bnews_desk.gui.editor.layout import PageLayout
from bnews_desk.gui.editor.paragraph_styles import Kind, ParagraphFormats
from bnews_desk.gui.editor.photo_view import PhotoBox, PhotoShelf
from bnews_desk.gui.editor.underlines import Underlines, within
from bnews_desk.gui.shared.utf16 import Positions
from bnews_desk.text import Span


class VisibleFinding(NamedTuple):
    """What the page shows of a finding."""

    start: int
    end: int
    severity: Severity
    is_at_hand: bool


class Shading(Protocol):
    """Marks of another kind than findings, painted with a page."""

    def paint_under(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint what lies below the text."""

    def paint_over(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint what lies over the text."""


class PageState:
    """One release's layout, photos, underlines and temporary marks.

    Giving the document its layout changes nothing in the release: no revision, no undo step.
    """

    def __init__(self, release: OpenRelease, formats: ParagraphFormats, ratio: float) -> None:
        document = release.document.document
        self.release = release
        self.shelf = PhotoShelf(release.document, release.pictures, formats, invites=True)
        self.shelf.ratio = ratio
        with QSignalBlocker(document):
            self.layout = PageLayout(document, formats, self.shelf.boxes)
            document.setDocumentLayout(self.layout)
            document.setDefaultFont(formats.font())  # Qt's own layout would set everything for it
        self.underlines = Underlines(self.layout)
        self.shading: Shading | None = None
        self.matches: Sequence[Span] = ()
        self.current_match = -1
        self.caret = (0, 0)
        self.scroll = 0
        self._frame: Frame | None = None
        self._revision = -1

    def cursor(self) -> QTextCursor:
        """The selection as it was left, cut where the text has become shorter."""
        cursor = QTextCursor(self.layout.document())
        last = self.layout.document().characterCount() - 1
        cursor.setPosition(min(self.caret[0], last))
        cursor.setPosition(min(self.caret[1], last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def set_formats(self, formats: ParagraphFormats) -> None:
        """Take another theme or zoom."""
        if formats is not self.layout.formats:
            self.shelf.formats = formats
            self.layout.set_formats(formats)

    def take_frame(self, reader: FrameReader | None) -> None:
        """Lay out the paragraphs by the frame of the last check, before it by the reader's."""
        release = self.release
        if release.frame is None:
            if reader is not None:
                self.layout.take_frame(reader.read(release.document.release().text))
        elif release.is_checked and release.frame is not self._frame:
            self._frame = release.frame
            self.layout.take_frame(release.frame)

    def take_findings(self, view: QRectF, positions: Positions) -> Iterator[QRectF]:
        """Show the release's present findings; the part of ``view`` that changes.

        Paragraphs that an edit has changed are painted again in any case.
        """
        marks, release = self.underlines, self.release
        revision = release.document.revision
        is_edit, self._revision = revision != self._revision, revision
        before = set() if is_edit else self._seen_in(view, positions)
        findings = marks.findings = release.findings
        marks.hovered = _same(marks.hovered, findings)
        marks.current = _same(marks.current, findings)
        if is_edit:
            return iter([view] if any("\n" in finding.text for finding in release.touched) else ())
        others = before ^ self._seen_in(view, positions)
        return (rect for seen in others for rect in self._rows_of(seen, positions))

    def _seen_in(self, view: QRectF, positions: Positions) -> set[VisibleFinding]:
        """The looks of findings in a part of the page."""
        blocks = [block for block, _ in self.layout.visible(view)]
        if not blocks:
            return set()
        start = positions.from_qt(blocks[0].position())
        end = positions.from_qt(blocks[-1].position() + blocks[-1].length())
        marks = self.underlines
        return {
            VisibleFinding(p.start, p.end, p.severity, p in (marks.hovered, marks.current))
            for p in within(marks.findings, start, end)
        }

    def _rows_of(self, seen: VisibleFinding, positions: Positions) -> Iterator[QRectF]:
        document = self.layout.document()
        first, last = (
            document.findBlock(positions.to_qt(at)).blockNumber() for at in (seen.start, seen.end)
        )
        return (self.layout.row_rect(number) for number in range(max(0, first), last + 1))

    def paint_under(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint what lies below the text: search matches and tints."""
        theme = self.layout.formats.theme
        if self.shading is not None:
            self.shading.paint_under(painter, clip, positions)
        for i, rect in self._matches_in_view(clip, positions):
            painter.fillRect(rect, theme.color("warn_tint" if i != self.current_match else "sel"))
        self.underlines.paint_tints(painter, clip, positions)

    def paint_over(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint what lies over the text: underlines."""
        if self.shading is not None:
            self.shading.paint_over(painter, clip, positions)
        self.underlines.paint_shapes(painter, clip, positions)

    def paint_placeholder(self, painter: QPainter, text: str) -> None:
        """Paint what belongs into the headline while it is empty."""
        rows = self.layout.rows
        block = self.layout.document().begin()
        if not rows or rows[0].text or block.layout().preeditAreaText():
            return
        formats = self.layout.formats
        font = formats.font(Kind.HEADLINE)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(formats.theme.color("ink3"))
        y = rows[0].top + round(formats.baseline(Kind.HEADLINE))
        painter.drawText(QPointF(self.layout.left + 2, y), text)

    def ticks(self, positions: Positions) -> Iterator[FindingTick]:
        """The ticks of the findings along the scroll bar."""
        layout = self.layout
        height = max(1.0, layout.documentSize().height())
        document = layout.document()
        for finding in self.underlines.findings:
            at = positions.to_qt(finding.start)
            block = document.findBlock(at)
            number = block.blockNumber()
            if 0 <= number < len(layout.rows):
                row = layout.rows[number]
                part = (at - block.position()) / max(1, block.length())
                yield FindingTick((row.top + row.height * part) / height, finding.severity)

    def rect_of(self, finding: Finding, positions: Positions) -> QRectF:
        """The finding's part of its last line, in document pixels; empty where the finding is
        gone.
        """
        start, end = positions.to_qt(finding.start), positions.to_qt(finding.end)
        pieces = list(self.layout.stretches(start, end))
        return pieces[-1].rect if pieces else QRectF()

    def photo_at(self, point: QPointF) -> PhotoBox | None:
        """The photo under a point of the document."""
        for _, row in self.layout.visible(QRectF(point, point)):
            for box in row.photos:
                place = box.whole.translated(self.layout.left, row.top + row.height)
                if place.contains(point):
                    return box
        return None

    def _matches_in_view(self, clip: QRectF, positions: Positions) -> Iterator[tuple[int, QRectF]]:
        if not self.matches:
            return
        for block, _ in self.layout.visible(clip):
            start = positions.from_qt(block.position())
            end = positions.from_qt(block.position() + block.length() - 1)
            first = bisect_left(self.matches, start, key=lambda span: span.start)
            for i in range(first, len(self.matches)):
                span = self.matches[i]
                if span.start > end:
                    break
                ends = (positions.to_qt(span.start), positions.to_qt(min(span.end, end)))
                for stretch in self.layout.stretches(*ends):
                    yield i, stretch.rect


def _same(finding: Finding | None, findings: Sequence[Finding]) -> Finding | None:
    """The finding that ``finding`` has become after the text moved, None where it is gone."""
    if finding is None or finding in findings:
        return finding
    same = [p for p in findings if p.rule == finding.rule and p.text == finding.text]
    return min(same, key=lambda p: abs(p.start - finding.start), default=None)
