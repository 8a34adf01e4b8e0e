"""Reads a fragment of HTML from the clipboard as paragraphs and marks."""

from __future__ import annotations

import re

from bnews_desk.errors import ReadError
from bnews_desk.importers.html.line_builder import HtmlLineBuilder
from bnews_desk.importers.html.page_source import parsed
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.picture_store import PictureStore
from bnews_desk.release import Mark

_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
"""The markers that Windows puts around the copied part."""
_TAG = re.compile(r"<[a-zA-Z/][^>]*>")


def read_fragment(html: str) -> tuple[str, tuple[Mark, ...]]:
    """The text and marks in a piece of HTML, even a broken one; paragraphs are joined by line
    breaks.

    Bold, italic and links are kept; empty paragraphs, pictures, list labels, tracked deletions,
    comments, scripts and hidden content are dropped. Empty where there is no text.
    """
    try:
        lines = HtmlLineBuilder(
            "", ImportDeadline(), PictureStore(_nothing), has_labels=False
        ).read(parsed(_cut(html)))
    except ReadError:
        return "", ()
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for line in lines:
        if not line.text.strip():
            continue
        text = line.text.replace("\t", " ").rstrip(" ")
        texts.append(text)
        for mark in line.marks:
            if mark.start < len(text):
                marks.append(
                    mark._replace(start=mark.start + at, end=min(mark.end, len(text)) + at)
                )
        at += len(text) + 1
    return "\n".join(texts), tuple(sorted(marks))


def _cut(html: str) -> str:
    """The copied part, inside the elements that are open around it."""
    before, start, behind = html.partition(_START)
    copied = (behind if start else before).partition(_END)[0]
    if not start:
        return copied
    return "".join(_TAG.findall(before[before.rfind("<body") :])) + copied


def _nothing(_name: str) -> None:
    """Ignores pictures."""
