"""Keeps captions, related lines and the credit from standing alone on the last page."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat

BELONGS = QTextFormat.Property.UserProperty.value + 1
"""True in the format of a paragraph that says nothing without the one before: a caption, a related
line, the editor."""
_MOST = 0.5
"""The part of a page that may be left empty for that."""
_ROUNDING = 0.01
"""Part of a page by which Qt's first line of one may lie above its edge."""


def keep_end(document: QTextDocument) -> None:
    """Where the last page begins with what belongs to the paragraph before, begin it with that.

    The document is laid out. Nothing changes where that paragraph is not whole on the page before,
    or would leave more than half of that one empty.
    """
    last = document.lastBlock()
    first = last
    while first.isValid() and first.blockFormat().boolProperty(BELONGS):
        first = first.previous()
    if not first.isValid() or not first.previous().isValid() or first == last:
        return
    height = document.pageSize().height()
    begin, end = _top(first, 0) / height, _top(last, -1) / height
    page, is_same = int(begin + _ROUNDING), int(begin + _ROUNDING) == int(end + _ROUNDING)
    if is_same or not _is_whole(first, height) or page + 1 - begin > _MOST:
        return
    shown = first.blockFormat()
    shown.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(first).setBlockFormat(shown)


def _is_whole(block: QTextBlock, height: float) -> bool:
    """Whether a paragraph lies on one page."""
    top, bottom = (_top(block, line) / height + _ROUNDING for line in (0, -1))
    return int(top) == int(bottom)


def _top(block: QTextBlock, line: int) -> float:
    """Where a line of a paragraph begins in the document, in points; -1 is its last one."""
    layout = block.layout()
    at = layout.lineAt(line if line >= 0 else layout.lineCount() + line)
    return layout.position().y() + (at.y() if at.isValid() else 0.0)
