"""Writes a release as Markdown (CommonMark 0.31)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING
from unicodedata import category

from bnews_desk.exporters.exported_file import ExportedFile, export_without_pictures
from bnews_desk.exporters.exported_photos import caption_of, photos_by_anchor
from bnews_desk.exporters.html import without_unwritable
from bnews_desk.exporters.text_runs import TextRun, text_runs
from bnews_desk.release import Mark, Release

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader

_ACTIVE = re.compile(r"[\\`*_\[\]<>&~|^]|!(?=\[)")
"""Markup of CommonMark and of its usual extensions: tables, strikethrough, superscript."""
_LINE_START = re.compile(r"(#{1,6}(?=\s|$)|[-+=]|\d{1,9}(?=[.)](?:\s|$)))")
_CONTROLS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def export_markdown(
    release: Release,
    pictures: Mapping[str, bytes],
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> ExportedFile:
    """The Markdown as an exporter's result, with a note on the pictures."""
    told = (
        "tidak ikut karena Markdown hanya memuat tulisan;"
        " keterangannya ikut sebagai paragraf miring."
    )
    return export_without_pictures(write_markdown(release).encode("utf-8"), release, told)


def write_markdown(release: Release) -> str:
    """The headline as a heading of level 1, then the paragraphs, with bold, italics and links.

    Markup of CommonMark in the text is escaped, so that the copy can be read back word for word;
    empty paragraphs cannot be expressed and are left out. HTML elements are used for emphasis where
    CommonMark (6.2) would not recognise asterisks beside a letter.
    """
    photos = photos_by_anchor(release)
    blocks: list[str] = []
    for paragraph in release.paragraphs:
        marks = release.marks_within(paragraph.start, paragraph.end)
        if paragraph.text.strip():
            words = _inline(paragraph.text, marks)
            blocks.append(words if paragraph.number else f"# {words}")
        for photo in photos.get(paragraph.number, ()):
            if caption := caption_of(photo):
                blocks.append(_inline(caption, (Mark(0, len(caption), "italic"),)))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _inline(text: str, marks: Sequence[Mark]) -> str:
    head, bare, tail = _parted(text)
    shift = len(head)
    inner = [
        mark._replace(start=max(0, mark.start - shift), end=min(len(bare), mark.end - shift))
        for mark in marks
        if mark.start - shift < len(bare) and mark.end > shift
    ]
    written: list[str] = [_blanks(head)]
    at = 0
    for target, group in groupby(text_runs(bare, inner), key=attrgetter("target")):
        run = list(group)
        length = sum(len(piece.text) for piece in run)
        around = bare[at - 1 : at], bare[at + length : at + length + 1]
        words = _emphasised(run, around if not target else ("[", "]"))
        if target and written[-1].endswith("!"):  # which would make it an image
            written[-1] = f"{written[-1][:-1]}\\!"
        written.append(f"[{words}](<{target}>)" if target else words)
        at += length
    first = written[1] if len(written) > 1 else ""
    if not head and len(written) > 1:
        written[1] = _LINE_START.sub(_start_escaped, first, count=1) if _starts(first) else first
    return "".join([*written, _blanks(tail)])


def _starts(text: str) -> bool:
    return _LINE_START.match(text) is not None


def _start_escaped(match: re.Match[str]) -> str:
    found = match[1]
    return f"{found}\\" if found[0].isdigit() else f"\\{found}"


def _parted(text: str) -> tuple[str, str, str]:
    """White space at both ends, which a parser would drop, and the text between."""
    bare = text.strip()
    begin = text.index(bare) if bare else len(text)
    return text[:begin], bare, text[begin + len(bare) :]


def _blanks(text: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in text)


def _emphasised(run: Sequence[TextRun], around: tuple[str, str]) -> str:
    """The runs of one link, or of none: bold outside, italics inside."""
    text = "".join(piece.text for piece in run)
    written, at = [], 0
    for is_bold, group in groupby(run, key=attrgetter("is_bold")):
        inner = list(group)
        length = sum(len(piece.text) for piece in inner)
        before, behind = _beside(text, at, length, around)
        words = _slanted(inner, ("*", "*") if is_bold else (before, behind))
        written.append(
            _marked(words, text[at : at + length], "**", "strong", (before, behind))
            if is_bold
            else words
        )
        at += length
    return "".join(written)


def _slanted(run: Iterable[TextRun], around: tuple[str, str]) -> str:
    pieces_of_run = list(run)
    text = "".join(piece.text for piece in pieces_of_run)
    written, at = [], 0
    for is_italic, group in groupby(pieces_of_run, key=attrgetter("is_italic")):
        own = "".join(piece.text for piece in group)
        words = _escaped(own)
        beside = _beside(text, at, len(own), around)
        written.append(_marked(words, own, "_", "em", beside) if is_italic else words)
        at += len(own)
    return "".join(written)


def _beside(text: str, at: int, length: int, around: tuple[str, str]) -> tuple[str, str]:
    before = text[at - 1] if at else around[0]
    behind = text[at + length] if at + length < len(text) else around[1]
    return before, behind


def _marked(words: str, text: str, sign: str, element: str, around: tuple[str, str]) -> str:
    """Words between signs if these are recognised as emphasis, else in an element.

    Spaces at the ends of ``text`` stay outside: signs beside them are not recognised.
    """
    bare = words.strip(" ")
    if not bare:
        return words
    begin = words.index(bare)
    before, behind = words[:begin], words[begin + len(bare) :]
    sides = (before or around[0], behind or around[1])
    if not text.strip(" ")[0].isspace() and all(not s or _is_apart(s[-1]) for s in sides):
        return f"{before}{sign}{bare}{sign}{behind}"
    return f"{before}<{element}>{bare}</{element}>{behind}"


def _is_apart(letter: str) -> bool:
    return letter.isspace() or category(letter).startswith("P")


def _escaped(text: str) -> str:
    clean = without_unwritable(text)
    escaped = _ACTIVE.sub(lambda match: f"\\{match[0]}", clean)
    return _CONTROLS.sub(lambda match: f"&#{ord(match[0])};", escaped)
