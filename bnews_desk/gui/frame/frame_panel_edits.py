"""Edits that write one part of the house frame into the text; does not import Qt.

Every function returns the edits of one undo step; none when the text is right already or has no
place for the part. Parts are written in house form at their own place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY, Frame, FramePart, FrameReader, Role
from bnews_desk.frame.source_tag import SourceTag
from bnews_desk.house.style import HouseStyle
from bnews_desk.release import Edit, Mark, Release


class ReleaseWithFrame(NamedTuple):
    """A release and the frame read from its text."""

    release: Release
    frame: Frame
    house: HouseStyle

    @classmethod
    def read(cls, release: Release, reader: FrameReader) -> ReleaseWithFrame:
        """Read the frame of a release."""
        return cls(release, reader.read(release.text), reader.house)

    @property
    def text(self) -> str:
        """The release's text, which all positions refer to."""
        return self.release.text

    def put(self, start: int, end: int, new: str) -> Edit:
        """The edit that replaces the text between two positions by ``new``."""
        return Edit(start, end, self.text[start:end], new)

    def without_line(self, part: FramePart) -> Edit:
        """The edit that removes a paragraph (never the headline) with its line break."""
        return self.put(part.paragraph.start - 1, part.paragraph.end, "")

    def last_line(self) -> FramePart:
        """The last paragraph that is not empty, or the headline."""
        filled = (part for part in reversed(self.frame.parts) if part.text.strip())
        return next(filled, self.frame.parts[0])


def write_place(framed: ReleaseWithFrame, place: str) -> list[Edit]:
    """Write a place into the dateline; '' removes the dateline."""
    lead = framed.frame.lead
    plain = " ".join(place.split()).upper()
    written = framed.house.dateline.house_form(plain) if plain else ""
    if lead is None:
        return [_first_dateline(framed, written)] if written else []
    if lead.dateline is None:
        at = lead.paragraph.start
        return [framed.put(at, at, written)] if written else []
    start = lead.paragraph.start
    span = lead.dateline.span
    end = start + span.end
    if written and not lead.text[span.end :].strip():
        end = _start_of_copy_below(framed, lead)
    edit = framed.put(start + span.start, end, written)
    return [edit] if edit.old != edit.new else []


def _first_dateline(framed: ReleaseWithFrame, written: str) -> Edit:
    """Add a dateline to a release without copy, in the empty line below the headline or a new
    one.
    """
    below = framed.frame.parts[1]
    if below.role is Role.BLANK:
        return framed.put(below.paragraph.start, below.paragraph.end, written)
    at = framed.frame.parts[0].paragraph.end
    return framed.put(at, at, "\n" + written)


def _start_of_copy_below(framed: ReleaseWithFrame, lead: FramePart) -> int:
    """The start of the copy that follows a dateline on its own line."""
    for part in framed.frame.parts[lead.paragraph.number + 1 :]:
        if part.role is Role.BODY:
            return part.paragraph.start
        if part.role is not Role.BLANK:
            break
    return lead.paragraph.end


def write_tag(framed: ReleaseWithFrame, source: str, initials: Sequence[str]) -> list[Edit]:
    """Write the source tag at the end of the last body paragraph; without initials it is removed.

    Of several tags the last is written; equal ones are removed, different ones are left for the
    editor.
    """
    last = framed.frame.last_body
    wanted = framed.house.source_tag.house_form(source, tuple(initials)) if initials else ""
    found = _tags(framed.frame)
    if not found:
        return [_new_tag(framed, last, wanted)] if last and wanted else []
    part, tag = found[-1]
    edits = [
        _without_tag(framed, other, twin)
        for other, twin in found[:-1]
        if (twin.source, twin.initials) == (tag.source, tag.initials)
    ]
    if not wanted or last is None or part is not last:
        edits.append(_without_tag(framed, part, tag))
        if wanted and last:
            edits.append(_new_tag(framed, last, wanted))
    else:
        start, end = _within(part, tag.outer)
        gap = " " if tag.outer.start else ""
        edits.append(framed.put(start, end, gap + wanted))
    return [edit for edit in edits if edit.old != edit.new]


def _tags(frame: Frame) -> list[tuple[FramePart, SourceTag]]:
    return [(part, tag) for part in frame.tagged for tag in (*part.further_tags, part.tag) if tag]


def _new_tag(framed: ReleaseWithFrame, last: FramePart, written: str) -> Edit:
    """Add a tag behind the copy of a paragraph, replacing a sender's mark and white space."""
    text = last.text
    start = len(text[: last.copy.end].rstrip())
    end = max(last.copy.end, last.sender_mark.end if last.sender_mark else 0)
    if not text[end:].strip():
        end = len(text)
    at = last.paragraph.start
    return framed.put(at + start, at + end, (" " if start else "") + written)


def _without_tag(framed: ReleaseWithFrame, part: FramePart, tag: SourceTag) -> Edit:
    if part.role is Role.TAG:
        return framed.without_line(part)
    return framed.put(*_within(part, tag.outer), "")


def _within(part: FramePart, span: tuple[int, int]) -> tuple[int, int]:
    return part.paragraph.start + span[0], part.paragraph.start + span[1]


def write_editor(framed: ReleaseWithFrame, editor: str) -> list[Edit]:
    """Write the editor's credit as the last line; '' removes it.

    Of several credit lines the last is written; labels without a name are removed.
    """
    plain = " ".join(editor.split())
    written = framed.house.credit.house_form(plain) if plain else ""
    credited = framed.frame.credited
    if not credited:
        return [_new_line(framed, written)] if written else []
    part = credited[-1]
    if part.role is not Role.CREDIT:
        return [_unglued(framed, part, written)]
    nameless = [p for p in credited[:-1] if p.role is Role.CREDIT and not _editor(p)]
    edits = [framed.without_line(other) for other in nameless]
    is_last = framed.last_line() is part
    if written and is_last:
        edits.append(framed.put(part.paragraph.start, part.paragraph.end, written))
    else:
        edits.append(framed.without_line(part))
    if written and not is_last:
        edits.append(_new_line(framed, written))
    return [edit for edit in edits if edit.old != edit.new]


def _editor(part: FramePart) -> str:
    return part.credit.editor if part.credit else ""


def _new_line(framed: ReleaseWithFrame, written: str) -> Edit:
    """Add a last line, replacing empty lines at the end."""
    return framed.put(framed.last_line().paragraph.end, len(framed.text), "\n" + written)


def _unglued(framed: ReleaseWithFrame, part: FramePart, written: str) -> Edit:
    """Move a credit at the end of another paragraph to its own line, or remove it."""
    assert part.credit is not None  # noqa: S101 - checked by the caller
    start, end = _within(part, part.credit.span)
    start = len(framed.text[:start].rstrip(" \t\u00a0*_(["))
    return framed.put(start, end, "\n" + written if written else "")


def related_lines(frame: Frame) -> list[FramePart]:
    """The related lines that are paragraphs of their own, in order."""
    return [part for part in frame.parts if part.role is Role.RELATED and part.related]


def add_related(
    framed: ReleaseWithFrame, title: str, reader: FrameReader, address: str = ""
) -> list[Edit]:
    """Insert a related line at the best free gap; no edits when there is none.

    The title becomes a link when an address is given. The first line goes below the second
    paragraph, each further one as far from the others and from the end as possible.
    """
    plain = " ".join(title.split())
    labelled = reader.related.read(plain)
    plain = labelled.title if labelled and labelled.title else plain
    gaps = _free_gaps(framed.frame)
    if not plain or not gaps:
        return []
    copy = _copy(framed.frame)
    taken = [_gap_of(copy, part) for part in related_lines(framed.frame)]
    if taken:
        walls = [*taken, len(copy) - 1]
        gap = max(gaps, key=lambda g: (min(abs(g - wall) for wall in walls), g > max(taken), -g))
    else:
        gap = next((g for g in gaps if g >= 1), gaps[0])
    at = copy[gap].paragraph.end
    opening, _, closing = framed.house.related.form.partition("{title}")
    start = len(opening) + 1
    marks = (Mark(start, start + len(plain), "link", address),) if address else ()
    return [Edit(at, at, "", f"\n{opening}{plain}{closing}", marks)]


def move_related(framed: ReleaseWithFrame, number: int, step: int) -> list[Edit]:
    """Move a related line to the next free gap above (``step`` -1) or below (1) it.

    Bold, italic and links are kept; no edits when there is no such gap.
    """
    part = related_lines(framed.frame)[number]
    copy = _copy(framed.frame)
    own = _gap_of(copy, part)
    gaps = [g for g in _free_gaps(framed.frame) if (g < own if step < 0 else g > own)]
    if not gaps:
        return []
    at = copy[gaps[-1] if step < 0 else gaps[0]].paragraph.end
    marks = framed.release.marks_within(part.paragraph.start, part.paragraph.end)
    moved = tuple(mark._replace(start=mark.start + 1, end=mark.end + 1) for mark in marks)
    return [Edit(at, at, "", "\n" + part.text, moved), framed.without_line(part)]


def delete_related(framed: ReleaseWithFrame, number: int) -> list[Edit]:
    """Remove a related line."""
    return [framed.without_line(related_lines(framed.frame)[number])]


def _copy(frame: Frame) -> list[FramePart]:
    return [part for part in frame.parts if part.role in COPY]


def _gap_of(copy: Sequence[FramePart], line: FramePart) -> int:
    """The index of the last body paragraph above a line; -1 when there is none."""
    return bisect_left(copy, line.paragraph.start, key=lambda part: part.paragraph.start) - 1


def _free_gaps(frame: Frame) -> list[int]:
    """The indexes of the body paragraphs below which a related line may be inserted."""
    copy = _copy(frame)
    taken = {_gap_of(copy, part) for part in related_lines(frame)}
    return [gap for gap in range(len(copy) - 1) if gap not in taken]


def related_moves(frame: Frame) -> list[tuple[bool, bool]]:
    """For every related line, whether it can be moved up, and whether down."""
    copy, gaps = _copy(frame), _free_gaps(frame)
    if not gaps:
        return [(False, False)] * len(related_lines(frame))
    owns = [_gap_of(copy, part) for part in related_lines(frame)]
    return [(gaps[0] < own, own < gaps[-1]) for own in owns]


def has_room_for_related(frame: Frame) -> bool:
    """Whether there is a gap for another related line."""
    return bool(_free_gaps(frame))
