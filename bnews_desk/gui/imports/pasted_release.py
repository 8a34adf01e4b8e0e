"""A release made of what the clipboard holds."""

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
        copy, plain = ClipboardCopy(_STAMP.sub("", copy.text), ()), _STAMP.sub("", plain)
        copy = without_messenger_marks(copy.text)
    number = _headline_of(copy, plain, reader)
    if number is None:
        marks = (mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in copy.marks)
        return Release("\n" + copy.text, tuple(marks))
    return _with_headline(copy, number)


def pasted_original(mime: QMimeData, release: Release) -> str:
    """The text that ``pasted_release`` made ``release`` of, as its original is kept.

    Where nothing was left out that is its TXT form, which is read again as the same release.
    """
    text = mime.text()
    return text if _STAMP.search(text) else text_form(release)


def pasted_receipt(mime: QMimeData) -> Receipt:
    """What ``pasted_release`` has left out: when and by whom messages were sent."""
    from bnews_desk.importers.import_receipt import build_receipt

    tally = ReceiptBuilder()
    stamps = [] if copy_of(mime).marks else [s.strip() for s in _STAMP.findall(mime.text())]
    if stamps:
        tally.leave_out("chat-stamp", stamps)
    return build_receipt(tally)


def without_messenger_marks(text: str) -> ClipboardCopy:
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
    return ClipboardCopy("".join((*pieces, text[behind:])), tuple(marks))


def _with_headline(copy: ClipboardCopy, number: int) -> Release:
    """The release whose headline is that paragraph; what stands above it comes below it."""
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
    """The number of the paragraph that is set apart as a headline; None without any.

    It is the first below what belongs to the release and not to the copy (SIARAN PERS, a number,
    a letterhead), and has an empty line below it or is bold alone.
    """
    paragraphs = copy.text.split("\n")
    lines = [clean(line) for line in _LINE_BREAKS.split(plain)] if plain.strip() else paragraphs
    number, at = _head_of_release(lines)
    headline, *rest = paragraphs[number:] or [""]
    if not rest or (number and headline.strip() not in lines[at]):
        return None
    below = [*lines[at:], ""] if number else lines  # below such a head it is no sentence
    if take_headline(below, reader) is not None:
        return number
    start = sum(len(paragraph) + 1 for paragraph in paragraphs[:number])
    end = start + len(headline)
    if not _is_bold(copy, start, end) or _is_bold(copy, end + 1, end + 1 + len(rest[0])):
        return None
    return number if take_headline([headline, "", *rest, ""], reader) is not None else None


def _head_of_release(lines: list[str]) -> tuple[int, int]:
    """How many lines with text stand above the copy, and the number of the first line below them.

    A letterhead's further lines follow without an empty one between: a street set apart may be
    what the headline is about.
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
