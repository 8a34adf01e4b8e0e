"""Paints underlines under the findings on the page, and a tint behind the current one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from bnews_desk.finding import Finding, Severity
from bnews_desk.gui.editor.geometry import PageGeometry, Stretch
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.utf16 import Positions
from bnews_desk.text import Span

UNDER = 4.0
"""Pixels between the baseline and a shape below it."""
WAVE_WIDTH, WAVE_HEIGHT, WAVE_PERIOD = 1.5, 1.5, 6.0
MARK_WIDTH = 2.0
"""The thickness of dashes and dots."""
DASH, GAP = 5.0, 3.0
DOT_STEP = 4.0
WAVES_KEPT = 256
"""Waves that are cached, by their width."""
TOKENS = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.SUGGESTION: "sug"}
"""The colour of each severity, by its token; ``_tint`` behind it names its ground."""
NOWHERE = Span(-1, -1)


def within(findings: Sequence[Finding], start: int, end: int) -> Sequence[Finding]:
    """Those of ``findings`` (in order, apart from each other) that touch a stretch of text."""
    first = bisect_right(findings, start, key=lambda p: p.end)
    stop = bisect_left(findings, end, key=lambda p: p.start)
    return findings[first:stop]


def finding_around(findings: Sequence[Finding], position: int) -> Finding | None:
    """The finding that contains a position or ends there; one that begins there comes first."""
    at = bisect_right(findings, position, key=lambda p: p.start) - 1
    if at >= 0 and position <= findings[at].end:
        return findings[at]
    return None


def word_at(text: str, position: int) -> Span:
    """The run of characters without spaces around a caret or beside it."""
    start = end = position
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


class Underlines:
    """Paints the visible findings.

    ``silent`` is a stretch of the text (code points) that gets no marks: the word that is being
    typed.
    """

    def __init__(self, layout: PageGeometry) -> None:
        self._layout = layout
        self.findings: Sequence[Finding] = ()
        self.hovered: Finding | None = None
        self.current: Finding | None = None
        self.silent = NOWHERE
        self._waves: dict[float, QPainterPath] = {}

    def paint_tints(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint the tints of the current and the hovered finding, below the text."""
        at_hand = (self.hovered, self.current)
        if at_hand == (None, None):
            return
        theme = self._layout.formats.theme
        for finding, stretch in self._in_view(clip, positions):
            if finding in at_hand:
                colour = theme.color(TOKENS[finding.severity] + "_tint")
                painter.fillRect(stretch.rect, colour)

    def paint_shapes(self, painter: QPainter, clip: QRectF, positions: Positions) -> None:
        """Paint the shapes over the text."""
        layout = self._layout
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for finding, stretch in self._in_view(clip, positions):
            y = stretch.baseline + UNDER * max(1.0, layout.formats.scale)
            if finding.severity is Severity.ERROR:
                self._draw_wave(painter, stretch, y)
            else:
                draw_shape(painter, finding.severity, stretch, y, layout.formats.theme)

    def _draw_wave(self, painter: QPainter, stretch: Stretch, y: float) -> None:
        """Draw a wave; the outline of each width is cached because making it is slow."""
        width = stretch.right - stretch.left
        if width not in self._waves:
            if len(self._waves) >= WAVES_KEPT:
                self._waves.clear()
            stroker = QPainterPathStroker(QPen(QColor(), WAVE_WIDTH))
            self._waves[width] = stroker.createStroke(wave(0.0, width, 0.0))
        painter.translate(stretch.left, y)
        painter.fillPath(
            self._waves[width], self._layout.formats.theme.color(TOKENS[Severity.ERROR])
        )
        painter.translate(-stretch.left, -y)

    def _in_view(self, clip: QRectF, positions: Positions) -> Iterator[tuple[Finding, Stretch]]:
        for block, _ in self._layout.touched(clip):
            start = positions.from_qt(block.position())
            end = positions.from_qt(block.position() + block.length() - 1)
            for finding in within(self.findings, start, end + 1):
                if finding.start <= self.silent.end and self.silent.start <= finding.end:
                    continue
                first = positions.to_qt(max(finding.start, start))
                last = positions.to_qt(min(finding.end, end))
                for stretch in self._layout.stretches(first, last):
                    yield finding, stretch


def draw_shape(
    painter: QPainter, severity: Severity, stretch: Stretch, y: float, theme: Theme
) -> None:
    """Draw a severity's shape along a stretch: wave, dashes or dots."""
    colour = theme.color(TOKENS[severity])
    if severity is Severity.ERROR:
        painter.strokePath(wave(stretch.left, stretch.right, y), QPen(colour, WAVE_WIDTH))
    elif severity is Severity.WARNING:
        _draw_dashes(painter, colour, stretch, y)
    else:
        _draw_dots(painter, colour, stretch, y)


def wave(left: float, right: float, y: float) -> QPainterPath:
    """A wave between two x positions, around a height."""
    half = WAVE_PERIOD / 2
    path = QPainterPath(QPointF(left, y))
    x, height = left, -2 * WAVE_HEIGHT  # a curve reaches half as far as its control point
    while x < right:
        step = min(half, right - x)
        path.quadTo(QPointF(x + step / 2, y + height * step / half), QPointF(x + step, y))
        x, height = x + step, -height
    return path


def _draw_dashes(painter: QPainter, colour: QColor, stretch: Stretch, y: float) -> None:
    pen = QPen(colour, MARK_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([DASH / MARK_WIDTH, GAP / MARK_WIDTH])
    painter.setPen(pen)
    painter.drawLine(QPointF(stretch.left, y), QPointF(stretch.right, y))


def _draw_dots(painter: QPainter, colour: QColor, stretch: Stretch, y: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x = stretch.left + MARK_WIDTH / 2
    while x <= max(stretch.right - MARK_WIDTH / 2, stretch.left + MARK_WIDTH / 2):
        painter.drawEllipse(QPointF(x, y), MARK_WIDTH / 2, MARK_WIDTH / 2)
        x += DOT_STEP
    painter.setBrush(Qt.BrushStyle.NoBrush)
