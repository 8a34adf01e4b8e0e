"""A release made of what the clipboard holds."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from bnews_desk.frame.reading import FrameReader
from bnews_desk.gui.page.paste import copy_of
from bnews_desk.importers.headline import take_headline
from bnews_desk.release import Edit, Release


def pasted_release(mime: QMimeData, reader: FrameReader) -> Release | None:
    """The release in the clipboard, clean and with its headline; None where it has no text."""
    copy = copy_of(mime)
    if not copy.text.strip():
        return None
    marks = tuple(mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in copy.marks)
    release = Release("\n" + copy.text, marks)
    found = take_headline(copy.text.split("\n"), reader)
    if found is None:
        return release
    headline, lines = found
    taken = sum(len(line) + 1 for line in copy.text.split("\n")[:lines])
    start = 1 + copy.text.index(headline)
    end = min(1 + taken, len(release.text))
    moved = release.marks_within(start, start + len(headline))
    return release.edited([Edit(0, 0, "", headline, moved), Edit(1, end, release.text[1:end], "")])
