"""A release made of what the clipboard holds."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData

from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.page.html_reader import Copy, clean
from bnews_desk.gui.page.paste import copy_of
from bnews_desk.importers.headline import take_headline
from bnews_desk.release import Mark, MarkKind, Release

_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
_MESSENGER: dict[str, MarkKind] = {"*": "bold", "_": "italic"}
"""What WhatsApp puts around words, and what it means by it."""
_MESSENGER_MARK = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]*[^*_\s])\1(?![\w*_])")
_STAMP = re.compile(
    r"^(?:\[[\d/.,: ]{8,24}\]\s|\d[\d/.,: ]{8,22}\s-\s)(?:[^:\n]{1,60}:(?:[ \t]|$))", re.MULTILINE
)
"""When and by whom a message was sent, as WhatsApp puts it before each that is copied."""


def pasted_release(mime: QMimeData, reader: FrameReader) -> Release | None:
    """The release in the clipboard, clean and with its headline; None where it has no text.

    WhatsApp's asterisks and underscores become bold and italic; when and by whom a message was
    sent is left out.
    """
    copy, plain = copy_of(mime), mime.text()
    if not copy.text.strip():
        return None
    if not copy.marks:
        copy, plain = Copy(_STAMP.sub("", copy.text), ()), _STAMP.sub("", plain)
        copy = without_messenger_marks(copy.text)
    if not _has_headline(copy, plain, reader):
        marks = (mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in copy.marks)
        return Release("\n" + copy.text, tuple(marks))
    end = copy.text.index("\n")
    return Release(copy.text, tuple(m for m in copy.marks if m.kind == "link" or m.start > end))


def without_messenger_marks(text: str) -> Copy:
    """``text`` with what a messenger writes as ``*bold*`` and ``_italic_`` as marks."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = behind = 0
    for found in _MESSENGER_MARK.finditer(text):
        words = found[2]
        pieces += (text[behind : found.start()], words)
        at += found.start() - behind
        marks.append(Mark(at, at + len(words), _MESSENGER[found[1]]))
        at, behind = at + len(words), found.end()
    return Copy("".join((*pieces, text[behind:])), tuple(marks))


def _has_headline(copy: Copy, plain: str, reader: FrameReader) -> bool:
    """Whether the first paragraph is set apart: by an empty line below it, or by being bold."""
    first, *rest = copy.text.split("\n")
    if not rest:
        return False
    lines = [clean(line) for line in _LINE_BREAKS.split(plain)]
    if take_headline(lines, reader) is not None:
        return True
    end = len(first)
    if not _is_bold(copy, 0, end) or _is_bold(copy, end + 1, end + 1 + len(rest[0])):
        return False
    return take_headline([first, "", *rest, ""], reader) is not None


def _is_bold(copy: Copy, start: int, end: int) -> bool:
    bold = sum(
        min(mark.end, end) - max(mark.start, start)
        for mark in copy.marks
        if mark.kind == "bold" and mark.start < end and mark.end > start
    )
    return bold >= end - start
