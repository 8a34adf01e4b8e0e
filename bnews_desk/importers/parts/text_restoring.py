"""Restores a left-out text or photo to its original position."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.comparison.paragraph_alignment import align_paragraphs
from bnews_desk.release import Edit, Mark, Photo, Release


def is_in_copy(text: str, copy: Release) -> bool:
    """Whether every line of a text is a paragraph of the copy."""
    lines = {line.strip() for line in copy.text.split("\n")}
    return all(line.strip() in lines for line in text.split("\n"))


def is_photo_in_copy(photo: Photo, copy: Release) -> bool:
    """Whether a photo is attached to the copy."""
    return any(own.digest == photo.digest for own in copy.photos)


def restoring_edit(text: str, copy: Release, whole: Release | None) -> Edit:
    """The edit that inserts a text of several lines into the copy as separate paragraphs.

    They are inserted below the paragraph that they followed in the ``whole`` original, even if that
    has been edited, with their marks. Text that is not in the original, such as a comment, goes to
    the end of the copy, and so does everything where there is no original.
    """
    lines = text.split("\n")
    first = _found(lines, whole.text.split("\n")) if whole else None
    paragraphs = copy.paragraphs
    number, marks = _last_with_words(copy), tuple[Mark, ...]()
    if whole is not None and first is not None:
        number, marks = _above(first, whole, copy), _marks(lines, first, whole)
    if not copy.body.strip():
        top = paragraphs[0].end
        return Edit(top, len(copy.text), copy.text[top:], f"\n{text}", marks)
    place = paragraphs[number].end
    return Edit(place, place, "", f"\n{text}", marks)


def restored_photo(photo: Photo, copy: Release, whole: Release) -> Photo:
    """A photo of the ``whole`` original, anchored at its place in the copy."""
    return photo._replace(anchor=_above(photo.anchor + 1, whole, copy))


def _last_with_words(copy: Release) -> int:
    return max((p.number for p in copy.paragraphs if p.text.strip()), default=0)


def _found(lines: Sequence[str], whole: Sequence[str]) -> int | None:
    """The number of the paragraph at which the lines follow one another, gaps allowed."""
    numbered = [(n, line) for n, line in enumerate(whole) if line.strip()]
    filled = [line for line in lines if line.strip()]
    for at in range(len(numbered) - len(filled) + 1):
        if [line for _, line in numbered[at : at + len(filled)]] == filled:
            return numbered[at][0]
    return None


def _above(first: int, whole: Release, copy: Release) -> int:
    """The paragraph of the copy below which a paragraph of the original belongs."""
    groups = align_paragraphs(whole.text.split("\n"), copy.text.split("\n")).groups
    now = {old: group.new[-1] for group in groups if group.new for old in group.old}
    known = (now[n] for n in range(first - 1, -1, -1) if n in now)
    return next(known, 0)


def _marks(lines: Sequence[str], first: int, whole: Release) -> tuple[Mark, ...]:
    """The marks of the lines in the original, counted from the line break before the first."""
    marks: list[Mark] = []
    length = 1
    numbers = (p for p in whole.paragraphs[first:] if p.text.strip())
    for line in lines:
        paragraph = next(numbers, None) if line.strip() else None
        if paragraph is not None and paragraph.text == line:
            own = whole.marks_within(paragraph.start, paragraph.end)
            marks += (m._replace(start=m.start + length, end=m.end + length) for m in own)
        length += len(line) + 1
    return tuple(marks)
