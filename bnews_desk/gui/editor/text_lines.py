"""Line layout of one paragraph, with the text an input method is composing."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption


def shown(layout: QTextLayout, offset: int) -> int:
    """The offset among the shown characters, which include the pre-edit text of an input method."""
    composed = layout.preeditAreaText()
    return offset + len(composed) if composed and offset > layout.preeditAreaPosition() else offset


def unshown(layout: QTextLayout, offset: int) -> int:
    """The opposite of ``shown``; inside the pre-edit text, its place."""
    composed = layout.preeditAreaText()
    if not composed or offset <= layout.preeditAreaPosition():
        return offset
    return max(offset - len(composed), layout.preeditAreaPosition())


def x_of(line: QTextLine, offset: int) -> float:
    """Where a character begins on its line, in pixels from the column's left."""
    found: object = line.cursorToX(offset)
    x = found[0] if isinstance(found, tuple) else found
    return float(x)  # type: ignore[arg-type]


def format_range(start: int, length: int, char_format: QTextCharFormat) -> QTextLayout.FormatRange:
    """A stretch of a paragraph with a format of its own."""
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    found.format = char_format
    return found


def wrapping() -> QTextOption:
    """Lines break between words, and inside one that is longer than the column."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
