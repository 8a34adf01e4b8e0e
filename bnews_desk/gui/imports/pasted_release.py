"""Makes a release from the clipboard."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData

from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.editor.clipboard_data import copy_of
from bnews_desk.gui.editor.html_reader import ClipboardCopy, clean
from bnews_desk.importers.headline import take_headline
from bnews_desk.receipt import Receipt, ReceiptBuilder
from bnews_desk.release import Mark, MarkKind, Release
from bnews_desk.text_form import text_form

_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
_MESSENGER: dict[str, MarkKind] = {"*": "bold", "_": "italic"}
"""WhatsApp's marks around words, and their meaning."""
_MESSENGER_MARK = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]*[^*_\s])\1(?![\w*_])")
_STAMP = re.compile(
    r"^(?:\[[\d/.,: ]{8,24}\]\s|\d[\d/.,: ]{8,22}\s-\s)(?:[^:\n]{1,60}:(?:[ \t]|$))", re.MULTILINE
)
"""The time and the sender that WhatsApp puts before each copied message."""


def pasted_release(mime: QMimeData, reader: FrameReader) -> Release | None:
    """The release in the clipboard, cleaned and with its headline; None when it has no text.

    WhatsApp's asterisks and underscores become bold and italic; times and senders are left out.
    """
    copy, plain = copy_of(mime), mime.text()
    if not copy.text.strip():
        return None
    if not copy.marks:
        copy, plain = ClipboardCopy(_STAMP.sub("", copy.text), ()), _STAMP.sub("", plain)
        copy = without_messenger_marks(copy.text)
    number = _headline_of(copy, plain, reader)
    if number is None:
        marks = (mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in copy.marks)
        return Release("\n" + copy.text, tuple(marks))
    return _with_headline(copy, number)


def pasted_original(mime: QMimeData, release: Release) -> str:
    """The text stored as the original of what ``pasted_release`` made.

    When nothing was left out it is the TXT form, which is read again as the same release.
    """
    text = mime.text()
    return text if _STAMP.search(text) else text_form(release)


def pasted_receipt(mime: QMimeData) -> Receipt:
    """A receipt of what ``pasted_release`` left out: times and senders of messages."""
    from bnews_desk.importers.import_receipt import build_receipt

    tally = ReceiptBuilder()
    stamps = [] if copy_of(mime).marks else [s.strip() for s in _STAMP.findall(mime.text())]
    if stamps:
        tally.leave_out("chat-stamp", stamps)
    return build_receipt(tally)


def without_messenger_marks(text: str) -> ClipboardCopy:
    """``text`` with a messenger's ``*bold*`` and ``_italic_`` converted to marks."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = behind = 0
    for found in _MESSENGER_MARK.finditer(text):
        words = found[2]
        pieces += (text[behind : found.start()], words)
        at += found.start() - behind
        marks.append(Mark(at, at + len(words), _MESSENGER[found[1]]))
        at, behind = at + len(words), found.end()
    return ClipboardCopy("".join((*pieces, text[behind:])), tuple(marks))


def _with_headline(copy: ClipboardCopy, number: int) -> Release:
    """The release with paragraph ``number`` as headline; the paragraphs above it follow it."""
    paragraphs = copy.text.split("\n")
    headline = paragraphs.pop(number)
    start = sum(len(paragraph) + 1 for paragraph in paragraphs[:number])
    end = start + len(headline)
    marks = []
    for mark in copy.marks:
        if mark.end <= start:
            by = len(headline) + 1
        elif mark.start > end:
            by = 0
        elif mark.kind == "link":
            by = -start
        else:
            continue
        marks.append(mark._replace(start=mark.start + by, end=mark.end + by))
    return Release("\n".join((headline, *paragraphs)), tuple(marks))


def _headline_of(copy: ClipboardCopy, plain: str, reader: FrameReader) -> int | None:
    """The number of the paragraph that is set apart as a headline; None when there is none.

    It is the first paragraph below the furniture (SIARAN PERS, a number, a letterhead), and has an
    empty line below it or is the only bold one.
    """
    paragraphs = copy.text.split("\n")
    lines = [clean(line) for line in _LINE_BREAKS.split(plain)] if plain.strip() else paragraphs
    number, at = _head_of_release(lines)
    headline, *rest = paragraphs[number:] or [""]
    if not rest or (number and headline.strip() not in lines[at]):
        return None
    # directly below furniture, a line is not taken for a sentence
    below = [*lines[at:], ""] if number else lines
    if take_headline(below, reader) is not None:
        return number
    start = sum(len(paragraph) + 1 for paragraph in paragraphs[:number])
    end = start + len(headline)
    if not _is_bold(copy, start, end) or _is_bold(copy, end + 1, end + 1 + len(rest[0])):
        return None
    return number if take_headline([headline, "", *rest, ""], reader) is not None else None


def _head_of_release(lines: list[str]) -> tuple[int, int]:
    """The number of furniture lines above the copy, and the index of the first line below them.

    Further lines of a letterhead must follow without an empty line: a street that is set apart may
    be the subject of the headline.
    """
    from bnews_desk.frame.furniture import leftover_lines

    count, is_joined = 0, False
    for at, line in enumerate(lines):
        if not line.strip():
            is_joined = False
        elif leftover_lines.is_furniture(line) or (
            is_joined and leftover_lines.continues_letterhead(line)
        ):
            count, is_joined = count + 1, True
        else:
            return count, at
    return 0, 0


def _is_bold(copy: ClipboardCopy, start: int, end: int) -> bool:
    bold = sum(
        min(mark.end, end) - max(mark.start, start)
        for mark in copy.marks
        if mark.kind == "bold" and mark.start < end and mark.end > start
    )
    return bold >= end - start
