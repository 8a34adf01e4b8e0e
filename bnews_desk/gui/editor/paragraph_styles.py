"""Fonts, sizes and colours of each kind of paragraph on the page.

Derived from the frame and never stored in the document, so that undo has nothing to do with looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextFormat

from bnews_desk.frame.release_frame import FramePart, Role
from bnews_desk.gui.findings.finding_selection import change_between
from bnews_desk.gui.shared.theme import Theme

COLUMN = 588.0
"""Pixels of the longest line at 100 %: about 69 characters."""
PAGE_SIZE = 17
"""Font size of the page in pixels at 100 %."""


class Kind(Enum):
    """How a paragraph is set."""

    HEADLINE = "headline"
    BODY = "body"
    RELATED = "related"
    CREDIT = "credit"


class Run(NamedTuple):
    """A stretch of a paragraph (code points) with a named style of its own."""

    start: int
    end: int
    style: str


class ParagraphLook(NamedTuple):
    """The kind of a paragraph, and the stretches of it in another style."""

    kind: Kind = Kind.BODY
    runs: tuple[Run, ...] = ()

    def followed(self, before: str, after: str) -> ParagraphLook:
        """This look after the paragraph's text has changed: runs keep to their words."""
        if not self.runs or before == after:
            return self
        start, removed, added = change_between(before, after)
        return self._replace(runs=tuple(_moved(r, start, removed, added) for r in self.runs))


class ParagraphMeasure(NamedTuple):
    """Sizes at 100 %, in pixels; of the gaps ``above`` and ``below`` the larger one counts."""

    size: float
    pitch: float
    above: float
    below: float
    indent: float = 0
    is_sans: bool = False
    weight: int = 400
    ink: str = "ink"


class Style(NamedTuple):
    """The font of a stretch inside a paragraph, at 100 %."""

    size: float
    weight: int
    ink: str


class PageSizes(NamedTuple):
    """The font sizes of a page; ``styles`` are those of stretches, by name."""

    measures: Mapping[Kind, ParagraphMeasure]
    styles: Mapping[str, Style]


_MEASURES = {
    Kind.HEADLINE: ParagraphMeasure(29, 36, 34, 18, weight=700),
    Kind.BODY: ParagraphMeasure(17, 27, 11, 11),
    Kind.RELATED: ParagraphMeasure(14, 21, 15, 15, indent=16, is_sans=True, ink="ink2"),
    Kind.CREDIT: ParagraphMeasure(14, 20, 38, 11, is_sans=True, ink="ink2"),
}
_STYLES = {
    "dateline": Style(14.5, 600, "ink2"),
    "label": Style(14, 600, "ink2"),
    "tag": Style(14, 400, "ink2"),
}
_MEASURES_BESIDE = {
    Kind.HEADLINE: ParagraphMeasure(20, 29, 14, 18, weight=700),
    Kind.BODY: ParagraphMeasure(15, 24, 10, 10),
    Kind.RELATED: ParagraphMeasure(13, 19, 14, 14, indent=16, is_sans=True, ink="ink2"),
    Kind.CREDIT: ParagraphMeasure(13, 18, 34, 10, is_sans=True, ink="ink2"),
}
_STYLES_BESIDE = {
    "dateline": Style(13, 600, "ink2"),
    "label": Style(13, 600, "ink2"),
    "tag": Style(13, 400, "ink2"),
}
ALONE = PageSizes(_MEASURES, _STYLES)
"""The sizes of a single text."""
BESIDE = PageSizes(_MEASURES_BESIDE, _STYLES_BESIDE)
"""The sizes of two texts side by side, in half the width each."""
BODY = ParagraphLook()
HEADLINE = ParagraphLook(Kind.HEADLINE)


def look_of(part: FramePart) -> ParagraphLook:
    """The look of a paragraph of the frame."""
    if part.role is Role.HEADLINE:
        return HEADLINE
    if part.role is Role.CREDIT:
        return ParagraphLook(Kind.CREDIT)
    if part.role is Role.RELATED and part.related is not None:
        return ParagraphLook(Kind.RELATED, _runs((0, part.related.title_span.start, "label")))
    if part.role is Role.LEFTOVER:
        return ParagraphLook(Kind.BODY, _runs((0, len(part.text), "tag")))
    return ParagraphLook(Kind.BODY, _copy_runs(part))


def _copy_runs(part: FramePart) -> tuple[Run, ...]:
    runs: list[tuple[int, int, str]] = []
    if part.dateline is not None:
        runs.append((*part.dateline.span, "dateline"))
    runs += [(*tag.span, "tag") for tag in part.further_tags]
    glued = (part.tag and part.tag.span, part.sender_mark, part.credit and part.credit.span)
    runs += [(*span, "tag") for span in glued if span]
    if part.related is not None:
        runs.append((*part.related.span, "tag"))
    return _runs(*runs)


def _runs(*runs: tuple[int, int, str]) -> tuple[Run, ...]:
    return tuple(Run(*run) for run in runs if run[0] < run[1])


def _moved(run: Run, start: int, removed: int, added: int) -> Run:
    delta = added - removed
    if run.end <= start:
        return run
    if run.start >= start + removed:
        return run._replace(start=run.start + delta, end=run.end + delta)
    return run._replace(start=min(run.start, start), end=max(run.end + delta, start))


class ParagraphFormats:
    """A theme at one zoom: every font, colour and height the page is drawn with.

    ``zoom`` is 1.0 at 100 %; heights grow with it and with the user's own font scale.
    """

    def __init__(self, theme: Theme, zoom: float = 1.0, sizes: PageSizes = ALONE) -> None:
        self.theme = theme
        self._measures = sizes.measures
        self.zoom = zoom
        self.scale = zoom * theme.fonts.scale
        self._kinds = {kind: self._kind_format(kind) for kind in Kind}
        self._styles = {name: self._style_format(style) for name, style in sizes.styles.items()}
        self._bases = {kind: self._base(kind) for kind in Kind}

    @property
    def column(self) -> float:
        """The longest line, in pixels."""
        return round(COLUMN * self.scale)

    def font(self, kind: Kind = Kind.BODY) -> QFont:
        """The font of a kind of paragraph."""
        measure = self._measures[kind]
        make = self.theme.ui_font if measure.is_sans else self.theme.page_font
        return make(measure.size * self.zoom, measure.weight)

    def kind_format(self, kind: Kind) -> QTextCharFormat:
        """The format of a whole paragraph of a kind; bold and italic words keep theirs."""
        return self._kinds[kind]

    def style_format(self, style: str) -> QTextCharFormat:
        """The format of a stretch in a named style."""
        return self._styles[style]

    @cached_property
    def link_format(self) -> QTextCharFormat:
        """What a link takes on."""
        char_format = QTextCharFormat()
        char_format.setForeground(self.theme.color("sug"))
        char_format.setFontUnderline(True)
        return char_format

    def pitch(self, kind: Kind) -> float:
        """The height of one line."""
        return round(self._measures[kind].pitch * self.scale)

    def baseline(self, kind: Kind) -> float:
        """How far the baseline lies under the top of a line."""
        return self._bases[kind]

    def gap(self, above: Kind | None, kind: Kind) -> float:
        """The empty height between a paragraph and the one before it."""
        over = self._measures[above].below if above is not None else 0
        return round(max(over, self._measures[kind].above) * self.scale)

    def indent(self, kind: Kind) -> float:
        """How far lines of a kind are indented from the column's edge."""
        return round(self._measures[kind].indent * self.scale)

    def _base(self, kind: Kind) -> float:
        metrics = QFontMetricsF(self.font(kind))
        return (self.pitch(kind) - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()

    def _kind_format(self, kind: Kind) -> QTextCharFormat:
        measure = self._measures[kind]
        char_format = _format(self.font(kind), measure.weight if measure.weight > 400 else None)
        char_format.setForeground(self.theme.color(measure.ink))
        return char_format

    def _style_format(self, style: Style) -> QTextCharFormat:
        font = self.theme.ui_font(style.size * self.zoom, style.weight)
        char_format = _format(font, style.weight if style.weight > 400 else None)
        char_format.setForeground(self.theme.color(style.ink))
        return char_format


def _format(font: QFont, weight: int | None) -> QTextCharFormat:
    """A format with only the family and size of a font, so that the marks below it show."""
    char_format = QTextCharFormat()
    char_format.setFontFamilies(font.families() or [font.family()])
    char_format.setProperty(QTextFormat.Property.FontPixelSize, font.pixelSize())
    if weight is not None:
        char_format.setFontWeight(weight)
    return char_format
