"""Lays out the paragraphs of the page, as a document layout for Qt.

Heights, indents and fonts follow from the frame and are kept here, not in the document's formats,
so that a change of looks makes no undo step and no revision. Only changed paragraphs are laid out
again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from bnews_desk.frame.release_frame import Frame
from bnews_desk.gui.editor.layout_rows import ParagraphRow, carried
from bnews_desk.gui.editor.paragraph_styles import BODY, HEADLINE, Kind, ParagraphFormats, look_of
from bnews_desk.gui.editor.photo_view import PhotoBox
from bnews_desk.gui.editor.text_lines import format_range, wrapping
from bnews_desk.gui.shared.utf16 import to_units

SIDE = 24.0
"""Least pixels beside the column."""
FOOT = 64.0
"""Empty pixels below the last paragraph."""

PhotoBoxes = Callable[[QTextBlock, float, float], tuple[PhotoBox, ...]]


class DocumentLayout(QAbstractTextDocumentLayout):
    """Lays out one document; the column is centred in the page's width.

    ``boxes`` gives the photos under a block for a column width and a scale. Positions are Qt's.
    """

    def __init__(
        self, document: QTextDocument, formats: ParagraphFormats, boxes: PhotoBoxes
    ) -> None:
        super().__init__(document)
        self.formats = formats
        self.rows: list[ParagraphRow] = []
        self.caret = (0, 0)
        self.scroll = 0
        self._boxes = boxes
        self._least_height = 0.0
        self._width = 0.0
        self._column = 0.0
        self._is_stale = True
        self._is_settling = False

    @property
    def left(self) -> float:
        """The left edge of the column in pixels."""
        return max(SIDE, (self._width - self._column) // 2)

    @property
    def column(self) -> float:
        """The width of the column in pixels."""
        return self._column

    def set_formats(self, formats: ParagraphFormats) -> None:
        """Lay everything out again with another theme or zoom."""
        self.formats = formats
        self._is_stale = True
        self.document().setDefaultFont(formats.font())  # tells the layout, even of the same font

    def take_frame(self, frame: Frame) -> None:
        """Give each paragraph the look of its part of the frame; unchanged paragraphs are left
        alone.
        """
        changed: list[int] = []
        for number, part in enumerate(frame.parts[: len(self.rows)]):
            row = self.rows[number]
            look = look_of(part)
            if look != row.look and part.text == row.text:
                row.look = look
                self._set_block(self.document().findBlockByNumber(number), row)
                changed.append(number)
        if changed:
            self._place(changed[0], changed[-1] - changed[0] + 1)
            self._repaint(changed[0])
            self._settle()

    def refresh_photos(self) -> None:
        """Lay out the paragraphs with photos again: captions may have grown."""
        for number, row in enumerate(self.rows):
            if row.photos:
                self._touch(number)

    def lift(self, lifts: Sequence[float], least_height: float) -> None:
        """Move paragraphs down to align them with another text.

        ``lifts`` has the pixels for each paragraph; the whole document is at least ``least_height``
        high.
        """
        changed = [n for n, row in enumerate(self.rows) if row.lift != lifts[n]]
        is_other = least_height != self._least_height
        self._least_height = least_height
        for number in changed:
            self.rows[number].lift = lifts[number]
        if changed:
            self._place(changed[0], changed[-1] - changed[0] + 1)
            self._repaint(changed[0])
        elif is_other:
            self.documentSizeChanged.emit(self.documentSize())

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802
        """Lay out what has changed; called by Qt."""
        if self._is_settling:
            return
        if removed == 0 and added == self.document().characterCount():
            self._fit()
        elif self._is_stale or not self._set_changed(start, added):
            self._set_all()

    def _touch(self, number: int) -> None:
        block = self.document().findBlockByNumber(number)
        self.document().markContentsDirty(block.position(), block.length() - 1)

    def _fit(self) -> None:
        """Follow the page's width; lines are broken again only where the column has changed."""
        width = self.document().pageSize().width()
        if width <= 0:
            return
        column = max(80.0, min(self.formats.column, width - 2 * SIDE))
        is_moved = width != self._width
        self._width = width
        if self._is_stale or column != self._column:
            self._column = column
            self._set_all()
        elif is_moved:
            self._place(0, len(self.rows))
            self._repaint(0)

    def _set_all(self) -> None:
        if self._column <= 0:
            return
        self._is_stale = False
        before = dict(enumerate(self.rows))
        block = self.document().begin()
        rows: list[ParagraphRow] = []
        while block.isValid():
            text = block.text()
            known = before.get(len(rows))
            look = known.look if known and known.text == text else BODY if rows else HEADLINE
            rows.append(ParagraphRow(look, text))
            rows[-1].lift = known.lift if known else 0.0
            self._set_block(block, rows[-1])
            block = block.next()
        self.rows = rows
        self._place(0, len(rows))
        self._repaint(0)
        self._settle()

    def _settle(self) -> None:
        """Let Qt forget that formats were set, or it would add that to the next edit."""
        self._is_settling = True
        self.document().markContentsDirty(0, 0)
        self._is_settling = False

    def _set_changed(self, start: int, added: int) -> bool:
        """Lay out the changed paragraphs; False where rows and paragraphs no longer match."""
        document = self.document()
        block = document.findBlock(start)
        end = document.findBlock(start + added)
        first = block.blockNumber()
        last = end.blockNumber() if end.isValid() else document.blockCount() - 1
        behind = last + 1 - (document.blockCount() - len(self.rows))
        if not 0 <= first < behind <= len(self.rows):
            return False
        old = self.rows[first:behind]
        blocks = list(_blocks(block, last - first + 1))
        new = carried(old, [b.text() for b in blocks], first, start == block.position())
        for b, row in zip(blocks, new, strict=True):
            self._set_block(b, row)
        self.rows[first:behind] = new
        is_same = len(old) == 1 == len(new) and old[0].full_height == new[0].full_height
        if is_same:
            new[0].top = old[0].top
        self._place(first, len(new), is_as_high=is_same)
        if is_same and new[0].top == old[0].top:
            self._tell_update(self.row_rect(first))
        else:
            self._repaint(first)
        return True

    def _set_block(self, block: QTextBlock, row: ParagraphRow) -> None:
        kind = row.look.kind
        layout = block.layout()
        layout.setCacheEnabled(True)
        layout.setTextOption(wrapping())
        composed = layout.preeditAreaText()
        if composed:
            whole = format_range(0, block.length() + len(composed), self.formats.kind_format(kind))
            layout.setFormats([whole, *layout.formats()])
        else:
            layout.setFormats(self._formats(block, row))
        is_empty = not (row.text or composed)
        if is_empty and kind is not Kind.BODY:
            self._with_font_of(kind, lambda: self._break_lines(layout, row))
        else:
            self._break_lines(layout, row)
        row.photos = self._boxes(block, self._column, self.formats.scale)

    def _with_font_of(self, kind: Kind, act: Callable[[], None]) -> None:
        """Call ``act`` while an empty line takes the height of another kind: that of the default
        font.
        """
        is_settling, self._is_settling = self._is_settling, True
        self.document().setDefaultFont(self.formats.font(kind))
        act()
        self.document().setDefaultFont(self.formats.font())
        self._is_settling = is_settling

    def _break_lines(self, layout: QTextLayout, row: ParagraphRow) -> None:
        kind = row.look.kind
        pitch, baseline = self.formats.pitch(kind), self.formats.baseline(kind)
        indent = self.formats.indent(kind)
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._column - indent)
            line.setPosition(QPointF(indent, round(y + baseline) - line.ascent()))
            y += pitch
        layout.endLayout()
        row.height = max(y, pitch)

    def _formats(self, block: QTextBlock, row: ParagraphRow) -> list[QTextLayout.FormatRange]:
        kind = row.look.kind
        ranges = []
        if kind is not Kind.BODY:
            ranges.append(format_range(0, block.length(), self.formats.kind_format(kind)))
        for run in row.look.runs:
            start = to_units(row.text, run.start)
            length = to_units(row.text, run.end) - start
            ranges.append(format_range(start, length, self.formats.style_format(run.style)))
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().isAnchor():
                start = fragment.position() - block.position()
                ranges.append(format_range(start, fragment.length(), self.formats.link_format))
            iterator += 1
        return ranges

    def _place(self, first: int, count: int, *, is_as_high: bool = False) -> None:
        """Set the places of rows from ``first`` on; after ``count`` rows stop where nothing moves.

        Rows that are ``is_as_high`` as before and keep their place change no size.
        """
        left = self.left
        block = self.document().findBlockByNumber(first)
        above = self.rows[first - 1] if first else None
        y = above.bottom if above else 0.0
        for number in range(first, len(self.rows)):
            row = self.rows[number]
            gap = self.formats.gap(above.look.kind if above else None, row.look.kind)
            top = y + gap + row.lift
            if number >= first + count and top == row.top:
                break
            is_as_high = is_as_high and top == row.top
            row.top = top
            block.layout().setPosition(QPointF(left, top))
            y, above = row.bottom, row
            block = block.next()
        if not is_as_high:
            self.documentSizeChanged.emit(self.documentSize())

    def _repaint(self, first: int) -> None:
        top = self.rows[first].top - self.formats.gap(Kind.RELATED, Kind.CREDIT)
        self._tell_update(QRectF(0, top, self._width, 1e7))

    def _tell_update(self, rect: QRectF) -> None:
        self.update["QRectF"].emit(rect)  # type: ignore[index]

    def row_rect(self, number: int) -> QRectF:
        """A row over the page's whole width, with room for what is painted below its lines."""
        row = self.rows[number]
        return QRectF(0, row.top - 6, self._width, row.full_height + 12)

    def pageCount(self) -> int:  # noqa: N802
        """One: the page scrolls."""
        return 1

    def documentSize(self) -> QSizeF:  # noqa: N802
        """The size of the whole document."""
        bottom = self.rows[-1].bottom if self.rows else 0.0
        return QSizeF(self._width, max(bottom + FOOT, self._least_height))

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: N802
        """The place of a frame; there is only one."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """The place of a paragraph."""
        number = block.blockNumber()
        if not 0 <= number < len(self.rows):
            return QRectF()
        row = self.rows[number]
        return QRectF(self.left, row.top, self._column, row.full_height)


def _blocks(block: QTextBlock, count: int) -> Iterator[QTextBlock]:
    for _ in range(count):
        yield block
        block = block.next()
