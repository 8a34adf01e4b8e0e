"""Reads HTML or plain text from the clipboard as clean copy with bold, italic and links.

Reads what Word, browsers, WhatsApp Web and Google Docs put there, never through Qt's rich text,
which would keep fonts, sizes and colours.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bnews_desk.release import Mark

MOST_HTML = 4_000_000
"""Code points of HTML above which only the plain text beside it is read."""
_NO_MARKS = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF]
    + [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    + [c for c in range(0x20) if c not in (0x9, 0xA, 0xC, 0xD)]
    + [*range(0x7F, 0xA0)]
)
_LONE_JOINER = re.compile("(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d")
_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")


class ClipboardCopy(NamedTuple):
    """Clean copy: paragraphs joined by line breaks, and marks in order."""

    text: str
    marks: tuple[Mark, ...] = ()


def read_html(html: str) -> ClipboardCopy:
    """The copy in a piece of HTML, however broken it is.

    Empty paragraphs and list markers are left out. No-break spaces stay; soft hyphens, zero-width
    marks, comments, scripts and styles are removed.
    """
    from bnews_desk.importers.html import read_fragment

    return ClipboardCopy(*read_fragment(clean(html)))


def read_plain(text: str) -> ClipboardCopy:
    """The copy in plain text: one paragraph a line, empty lines left out, all characters kept.

    A single line keeps the spaces at its ends.
    """
    lines = [clean(line).replace("\t", " ") for line in _LINE_BREAKS.split(text)]
    if len(lines) == 1:
        return ClipboardCopy(lines[0])
    return ClipboardCopy("\n".join(line.rstrip(" ") for line in lines if line.strip()))


def clean(text: str) -> str:
    """``text`` without soft hyphens, zero-width and direction marks; emoji keep their joiners."""
    if text.isascii() and text.isprintable():
        return text
    return _LONE_JOINER.sub("", text.translate(_NO_MARKS))
