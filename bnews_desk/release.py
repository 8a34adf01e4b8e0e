"""A release: the value that goes from import through editing to export.

All values here are immutable and compare by value; every change gives a new one. They are named
tuples because importing ``dataclasses`` takes a tenth of the time of a short command.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

from bnews_desk.errors import StaleEditError
from bnews_desk.text import Paragraph, paragraphs

if TYPE_CHECKING:
    from datetime import date, datetime

MarkKind = Literal["bold", "italic", "link"]


class Mark(NamedTuple):
    """A stretch of text that is bold, italic or a link; never empty and never across a line
    break."""

    start: int
    end: int
    kind: MarkKind
    target: str = ""


class Edit(NamedTuple):
    """Replaces ``old`` by ``new`` at code points ``start`` to ``end``.

    ``marks`` belong to the new text and count from its first code point; without marks, words that
    stay keep theirs.
    """

    start: int
    end: int
    old: str
    new: str
    marks: tuple[Mark, ...] = ()


class Ignore(NamedTuple):
    """A finding that is to be hidden in this release.

    ``text`` is folded; ``paragraph`` is the fingerprint of one paragraph, or None where the finding
    is ignored in the whole release.
    """

    rule: str
    text: str
    paragraph: str | None = None


class FactCheck(NamedTuple):
    """Records that an editor has checked a fact in which the copy differs from its original.

    ``kind`` is the kind of fact (``quote``, ``figure`` …); ``now`` and ``then``, folded, are the
    words of copy and original; ``then`` is empty where the fact was added. ``passage`` is the
    fingerprint of the sentence: once the sentence changes, the record no longer applies.
    """

    kind: str
    now: str
    then: str
    passage: str
    name: str
    when: datetime


class Source(NamedTuple):
    """A text besides the original that may be the source of facts: minutes, a chat."""

    name: str
    text: str


class Photo(NamedTuple):
    """A picture of a release.

    ``digest`` is the SHA-256 (hex) under which the bytes are stored elsewhere; ``anchor`` is the
    paragraph above it (0: directly below the headline). Photos with the same anchor keep their
    order.
    """

    digest: str
    anchor: int
    name: str = ""
    caption: str = ""
    credit: str = ""
    alt_text: str = ""


class Details(NamedTuple):
    """The publication data of a release; every field may be unknown."""

    publication_date: date | None = None
    writer: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    slug: str = ""
    page_title: str = ""
    description: str = ""
    embargo: datetime | None = None
    advertorial: bool = False

    def is_under_embargo(self, now: datetime) -> bool:
        """Whether an embargo holds at ``now``; an embargo without a time zone is in local time."""
        until = self.embargo
        if until is None:
            return False
        return (now.astimezone(until.tzinfo) if until.tzinfo else now.replace(tzinfo=None)) < until


_NO_DETAILS = Details()


class _Values(NamedTuple):
    text: str = "\n"
    marks: tuple[Mark, ...] = ()
    photos: tuple[Photo, ...] = ()
    details: Details = _NO_DETAILS
    ignores: frozenset[Ignore] = frozenset()
    checks: frozenset[FactCheck] = frozenset()
    sources: tuple[Source, ...] = ()


class Release(_Values):
    """One piece of copy.

    ``text`` is the headline, a line break, and the paragraphs of the body joined by line breaks;
    its first line is empty where there is no headline. All spans count code points in this string.
    Marks are sorted, merged and never cross a line break.
    """

    __slots__ = ()

    def __new__(
        cls,
        text: str = "\n",
        marks: tuple[Mark, ...] = (),
        photos: tuple[Photo, ...] = (),
        details: Details = _NO_DETAILS,
        ignores: frozenset[Ignore] = frozenset(),
        checks: frozenset[FactCheck] = frozenset(),
        sources: tuple[Source, ...] = (),
    ) -> Self:
        """Create a release and bring its text and marks into normal form."""
        whole = text if "\n" in text else text + "\n"
        ordered = normalize_marks(marks, whole) if marks else ()
        return super().__new__(cls, whole, ordered, photos, details, ignores, checks, sources)

    @classmethod
    def _make(cls, iterable: Iterable[Any]) -> Self:  # type: ignore[override]
        """Create through ``__new__``, so that ``_replace`` also gives a normal form."""
        return cls(*iterable)

    @classmethod
    def of(cls, headline: str, body: Sequence[str], marks: Iterable[Mark] = ()) -> Release:
        """A release from a headline ('' for none) and the paragraphs of its body."""
        return cls("\n".join((headline, *(body or ("",)))), tuple(marks))

    @property
    def headline(self) -> str:
        """Paragraph 0; empty where there is no headline."""
        return self.text.partition("\n")[0]

    @property
    def body(self) -> str:
        """The text below the headline."""
        return self.text.partition("\n")[2]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All lines of the text, starting with the headline."""
        return tuple(paragraphs(self.text))

    def edited(self, edits: Iterable[Edit]) -> Release:
        """The release after ``edits``, which may be in any order but must not overlap.

        Marks move with their words, photos with their paragraphs. Raises ``StaleEditError`` where
        two edits overlap or the text at an edit's place is not the one it expects.
        """
        ordered = sorted(edits)
        if not ordered:
            return self
        _refuse_stale(self.text, ordered)
        text = _edited_text(self.text, ordered)
        marks = (*_moved_marks(self.marks, ordered), *_brought_marks(ordered))
        photos = _moved_photos(self.photos, self.text, text, ordered)
        return self._replace(text=text, marks=marks, photos=photos)

    def with_paragraphs_moved(self, first: int, last: int, *, down: bool) -> Release:
        """The release with paragraphs ``first`` to ``last`` moved down or up by one.

        Marks and photos move with their paragraphs. The headline (paragraph 0) stays first; where
        nothing can move, the release itself is returned.
        """
        lines = self.text.split("\n")
        beside = last + 1 if down else first - 1
        if first < 1 or not 1 <= beside < len(lines):
            return self
        order = list(range(len(lines)))
        moved, passed = order[first : last + 1], [beside]
        low, high = min(first, beside), max(last, beside)
        order[low : high + 1] = passed + moved if down else moved + passed
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        marks: list[Mark] = []
        at = 0
        for number in order:
            start = starts[number]
            own = self.marks_within(start, start + len(lines[number]))
            marks += [m._replace(start=at + m.start, end=at + m.end) for m in own]
            at += len(lines[number]) + 1
        places = {number: place for place, number in enumerate(order)}
        photos = [
            photo._replace(anchor=places.get(photo.anchor, photo.anchor)) for photo in self.photos
        ]
        return self._replace(
            text="\n".join(lines[number] for number in order),
            marks=tuple(marks),
            photos=tuple(sorted(photos, key=lambda photo: photo.anchor)),
        )

    def marks_within(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks between two positions, cut to that range and counted from its start."""
        return tuple(
            Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.target)
            for m in self.marks
            if m.start < end and start < m.end
        )


def normalize_marks(marks: Iterable[Mark], text: str) -> tuple[Mark, ...]:
    """``marks`` sorted, cut at line breaks and at the end of the text; adjacent equal ones are
    merged."""
    pieces: list[Mark] = []
    for mark in marks:
        pieces.extend(_lines_of(mark, text))
    last: dict[tuple[str, str], int] = {}
    merged: list[Mark] = []
    pieces.sort()
    for mark in pieces:
        key = (mark.kind, mark.target)
        at = last.get(key)
        if at is not None and merged[at].end >= mark.start:
            merged[at] = merged[at]._replace(end=max(merged[at].end, mark.end))
        else:
            last[key] = len(merged)
            merged.append(mark)
    del pieces  # there may be very many
    merged.sort()
    return tuple(merged)


def _lines_of(mark: Mark, text: str) -> list[Mark]:
    start, end = max(mark.start, 0), min(mark.end, len(text))
    if start < end and text.find("\n", start, end) < 0 and mark[:2] == (start, end):
        return [mark]
    pieces = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            pieces.append(mark._replace(start=start, end=stop))
        start = stop + 1
    return pieces


def _refuse_stale(text: str, ordered: Sequence[Edit]) -> None:
    behind = 0
    for edit in ordered:
        if edit.start < behind or edit.end < edit.start or edit.end > len(text):
            raise StaleEditError(
                "Perbaikan ini bertumpuk dengan perbaikan lain; ulangi pemeriksaan."
            )
        if text[edit.start : edit.end] != edit.old:
            raise StaleEditError("Naskah sudah berubah sejak diperiksa; ulangi pemeriksaan.")
        behind = edit.end


def _edited_text(text: str, ordered: Sequence[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in ordered:
        pieces += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join((*pieces, text[at:]))


class _Shift:
    """Maps positions in a text to positions after edits, keeping as many words as possible."""

    def __init__(self, ordered: Sequence[Edit]) -> None:
        self.edits = [edit if edit.marks else _trimmed(edit) for edit in ordered]
        self._starts = [edit.start for edit in self.edits]
        self._ends = [edit.end for edit in self.edits]
        self._deltas = [0]
        for edit in self.edits:
            self._deltas.append(self._deltas[-1] + len(edit.new) - (edit.end - edit.start))

    def forward(self, position: int) -> int:
        """The new start of a stretch: behind text inserted before it or over it."""
        done = bisect_right(self._ends, position)
        if done < len(self.edits) and self._starts[done] < position:
            edit = self.edits[done]
            return edit.start + self._deltas[done] + len(edit.new)
        return position + self._deltas[done]

    def backward(self, position: int) -> int:
        """The new end of a stretch: before text inserted behind it or over it."""
        done = bisect_left(self._ends, position)
        while done < len(self.edits) and self._starts[done] < self._ends[done] <= position:
            done += 1
        if done < len(self.edits) and self._starts[done] < position:
            return self.edits[done].start + self._deltas[done]
        return position + self._deltas[done]


def _trimmed(edit: Edit) -> Edit:
    """``edit`` without the text that old and new share at both ends."""
    old, new = edit.old, edit.new
    least = min(len(old), len(new))
    head = 0
    while head < least and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(
        edit.start + head,
        edit.end - tail,
        old[head : len(old) - tail],
        new[head : len(new) - tail],
    )


def _moved_marks(marks: Iterable[Mark], ordered: Sequence[Edit]) -> list[Mark]:
    shift = _Shift(ordered)
    moved = []
    for mark in marks:
        start, end = shift.forward(mark.start), shift.backward(mark.end)
        if start < end:
            moved.append(mark._replace(start=start, end=end))
    return moved


def _brought_marks(ordered: Sequence[Edit]) -> list[Mark]:
    brought = []
    delta = 0
    for edit in ordered:
        at = edit.start + delta
        brought += [m._replace(start=at + m.start, end=at + m.end) for m in edit.marks]
        delta += len(edit.new) - (edit.end - edit.start)
    return brought


def _moved_photos(
    photos: tuple[Photo, ...], before: str, after: str, ordered: Sequence[Edit]
) -> tuple[Photo, ...]:
    """Move photos with the paragraph above them, by following the end of that paragraph.

    Where the whole paragraph is deleted with its line break, its photos move to the one before it.
    """
    if not photos or not any("\n" in e.old or "\n" in e.new for e in ordered):
        return photos
    ends = [p.end for p in paragraphs(before)]
    shift = _Shift(ordered)
    moved = []
    for photo in photos:
        end = ends[min(photo.anchor, len(ends) - 1)]
        start = before.rfind("\n", 0, end) + 1
        gone = next((edit for edit in shift.edits if start and _takes(edit, start, end)), None)
        at = shift.backward(max(0, gone.start - 1) if gone else end)
        moved.append(photo._replace(anchor=after.count("\n", 0, at)))
    return tuple(moved)


def _takes(edit: Edit, start: int, end: int) -> bool:
    """Whether an edit deletes a whole paragraph with the line break behind it."""
    is_deletion = not edit.new and edit.old.endswith("\n")
    return is_deletion and edit.start <= start and end < edit.end
