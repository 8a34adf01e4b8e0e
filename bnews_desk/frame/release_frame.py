"""Reads the house frame of a release: the role of each paragraph and its parts of the frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.text import Paragraph, Span, paragraphs

if TYPE_CHECKING:
    from bnews_desk.frame.credit import Credit, CreditReader
    from bnews_desk.frame.dateline import Dateline, DatelineReader
    from bnews_desk.frame.related_line import RelatedLine, RelatedReader
    from bnews_desk.frame.source_tag import SourceTag, SourceTagReader
    from bnews_desk.house.style import HouseStyle


class Role(Enum):
    """The role of a paragraph."""

    HEADLINE = "headline"
    LEAD = "lead"
    """The first paragraph of copy, including its dateline."""
    BODY = "body"
    RELATED = "related"
    TAG = "tag"
    """A source tag on a line of its own."""
    CREDIT = "credit"
    LEFTOVER = "leftover"
    """Furniture of the press release: letterhead, number, contact, signature."""
    BLANK = "blank"

    __hash__ = object.__hash__
    """Hashes by identity: ``Enum.__hash__`` is written in Python, and roles are looked up very
    often."""


COPY = frozenset({Role.LEAD, Role.BODY})
"""The paragraphs that are the newsroom's running text."""

COPY_AND_HEADLINE = COPY | {Role.HEADLINE}


MAX_TAGS = 5
"""Most tags in a row that are looked for at the end of a paragraph."""
REMEMBERED_LINES = 4096
"""Number of paragraphs whose reading is cached, so that a key press only rereads the changed
one."""
LEAD_AMONG = 3
"""The lead may be as far down as this body paragraph if that one has the dateline."""


class FramePart(NamedTuple):
    """One paragraph and its role.

    Spans count from the paragraph's first code point. ``copy`` is its running text, empty where
    there is none.
    """

    paragraph: Paragraph
    role: Role
    copy: Span
    dateline: Dateline | None = None
    related: RelatedLine | None = None
    tag: SourceTag | None = None
    further_tags: tuple[SourceTag, ...] = ()
    """Tags directly before ``tag``."""
    credit: Credit | None = None
    sender_mark: Span | None = None
    """A sender's or another desk's mark beside the tag or instead of it: ``(Humas)``."""

    @property
    def text(self) -> str:
        return self.paragraph.text


class Frame(NamedTuple):
    """The house frame as read from the text; ``parts`` has one entry for each paragraph, in
    order."""

    parts: tuple[FramePart, ...]

    @property
    def headline(self) -> str | None:
        return self.parts[0].text or None

    @property
    def lead(self) -> FramePart | None:
        """The first paragraph of copy."""
        return next((part for part in self.parts if part.role is Role.LEAD), None)

    @property
    def last_body(self) -> FramePart | None:
        """The last paragraph of copy, which should have the source tag."""
        return next((part for part in reversed(self.parts) if part.role in COPY), None)

    @property
    def dateline(self) -> Dateline | None:
        """The dateline of the lead."""
        return self.lead.dateline if self.lead else None

    @property
    def related(self) -> tuple[RelatedLine, ...]:
        """The related lines, including glued ones."""
        return tuple(part.related for part in self.parts if part.related)

    @property
    def tagged(self) -> tuple[FramePart, ...]:
        """The paragraphs with a source tag."""
        return tuple(part for part in self.parts if part.tag)

    @property
    def credited(self) -> tuple[FramePart, ...]:
        """The paragraphs that are a credit or end with one."""
        return tuple(part for part in self.parts if part.credit)

    def as_json(self) -> dict[str, object]:
        """The frame as ``check --format json`` prints it; absent parts are null."""
        tag = self.tagged[-1].tag if self.tagged else None
        credit = self.credited[-1].credit if self.credited else None
        dateline = self.dateline
        return {
            "headline": self.headline,
            "dateline": dateline and {"place": dateline.place, "site": dateline.site},
            "related": [line.title for line in self.related],
            "source_tag": tag and {"source": tag.source, "initials": list(tag.initials)},
            "credit": credit and {"editor": credit.editor},
        }


class FrameReader:
    """Reads frames in one newsroom's style; made once and used for every revision.

    The readers of single parts are made on first use: many commands need none.
    """

    def __init__(self, house: HouseStyle) -> None:
        self.house = house

    def __reduce__(self) -> tuple[type[FrameReader], tuple[HouseStyle]]:
        """Pickle only the style, without the readers made from it."""
        return type(self), (self.house,)

    @cached_property
    def _role_alone(self) -> Callable[[str], Role]:
        return lru_cache(REMEMBERED_LINES)(self._read_role)

    @cached_property
    def _part_alone(self) -> Callable[[str, Role], FramePart]:
        return lru_cache(REMEMBERED_LINES)(self._read_part)

    @cached_property
    def datelines(self) -> DatelineReader:
        from bnews_desk.frame.dateline import DatelineReader

        return DatelineReader(self.house.dateline)

    @cached_property
    def tags(self) -> SourceTagReader:
        from bnews_desk.frame.source_tag import SourceTagReader

        return SourceTagReader(self.house.source_tag)

    @cached_property
    def credits(self) -> CreditReader:
        from bnews_desk.frame.credit import CreditReader

        return CreditReader(self.house.credit, self.house.dateline.site)

    @cached_property
    def related(self) -> RelatedReader:
        from bnews_desk.frame.related_line import RelatedReader

        return RelatedReader(self.house.related)

    def read(self, text: str) -> Frame:
        """The frame of a release's text; any text is accepted."""
        lines = list(paragraphs(text))
        roles = self._roles(lines)
        part_alone = self._part_alone
        parts = [part_alone(line.text, role) for line, role in zip(lines, roles, strict=True)]
        placed = zip(parts, lines, strict=True)
        return Frame(tuple([FramePart(line, *part[1:]) for part, line in placed]))

    def is_frame(self, line: str) -> bool:
        """Whether one line, read alone, is a part of the frame or opens with one."""
        return bool(
            self.datelines.read(line)
            or self.related.read(line)
            or self.credits.read(line)
            or self.tags.read(line)
        )

    def _roles(self, lines: Sequence[Paragraph]) -> list[Role]:
        from bnews_desk.frame.furniture import leftover_lines

        roles = [Role.HEADLINE]
        in_closing = has_copy = False
        above, role_alone = lines[0], self._role_alone
        for line in lines[1:]:
            role = role_alone(line.text)
            if roles[above.number] is Role.CREDIT and self._completes_credit(above, line):
                role = Role.CREDIT
            if role is Role.LEFTOVER:
                opens = leftover_lines.is_closing(line.text)
                in_closing |= opens and (has_copy or not leftover_lines.is_byline(line.text))
            elif role is Role.BODY and (
                (in_closing and leftover_lines.continues_closing(line.text))
                or (roles[-1] is Role.LEFTOVER and leftover_lines.continues_letterhead(line.text))
            ):
                role = Role.LEFTOVER
            elif role is not Role.BLANK:
                in_closing = False
            has_copy = has_copy or role is Role.BODY
            above = above if role is Role.BLANK else line
            roles.append(role)
        _mark_signatories(lines, roles)
        lead = self._lead(lines, roles)
        if lead is not None:
            roles[lead] = Role.LEAD
        return roles

    def _lead(self, lines: Sequence[Paragraph], roles: Sequence[Role]) -> int | None:
        """The number of the lead: the first paragraph of copy, or one just below it with a sure
        dateline.

        Paragraphs above such a dateline are a headline that was imported as body. The same holds
        for short lines that do not end like a sentence above the first one that does.
        """
        from bnews_desk.frame.furniture import leftover_lines

        first = [i for i, role in enumerate(roles) if role is Role.BODY][:LEAD_AMONG]
        for i in first:
            dateline = self._part_alone(lines[i].text, Role.LEAD).dateline
            if dateline is not None and dateline.is_sure:
                return i
        sentences = (i for i in first if not leftover_lines.is_headline_like(lines[i].text))
        return next(sentences, first[0] if first else None)

    def _completes_credit(self, above: Paragraph, line: Paragraph) -> bool:
        """Whether a line is the editor's name below a credit that has only the label."""
        if not self.credits.is_known(line.text):
            return False
        label = self.credits.read(above.text)
        return label is not None and not label.editor

    def _read_role(self, line: str) -> Role:
        from bnews_desk.frame.furniture import leftover_lines

        if not line.strip():
            return Role.BLANK
        if self.related.read(line):
            return Role.RELATED
        tag = self.tags.read(line)
        if self.credits.read(line) or (tag and self.credits.read(line[: tag.outer.start])):
            return Role.CREDIT
        if tag and not line[: tag.span.start].strip(" \t\u00a0*_•·>–—-"):
            return Role.TAG
        mark = self.tags.foreign_tag(line)
        if leftover_lines.is_furniture(line) or (mark and not line[: mark.start].strip()):
            return Role.LEFTOVER
        return Role.BODY

    def _read_part(self, text: str, role: Role) -> FramePart:
        """Read one paragraph by its role alone, as if the release began with it."""
        line = Paragraph(0, 0, text)
        if role is Role.HEADLINE:
            return FramePart(line, role, Span(0, len(text)))
        if role is Role.RELATED:
            return FramePart(line, role, Span(0, 0), related=self.related.read(text))
        if role is Role.CREDIT:
            tag = self.tags.read(text)
            if tag and (credit := self.credits.read(text[: tag.outer.start])):
                return FramePart(line, role, Span(0, 0), tag=tag, credit=credit)
            credit = self.credits.read(text) or self.credits.read_bare_name(text)
            return FramePart(line, role, Span(0, 0), credit=credit)
        if role is Role.TAG:
            return FramePart(line, role, Span(0, 0), tag=self.tags.read(text))
        if role not in COPY:
            return FramePart(line, role, Span(0, 0))
        return self._copy_part(line, role)

    def _copy_part(self, line: Paragraph, role: Role) -> FramePart:
        text = line.text
        end = len(text)
        related = self.related.read_glued(text)
        credit = None if related else self.credits.read_glued(text)
        if related:
            end = related.span.start
        elif credit:
            end = credit.span.start
        end = len(text[:end].rstrip()) if end < len(text) else end
        tag, mark = self._closing_marks(text, end)
        end = tag.outer.start if tag else end
        further = self._tags_before(text, end) if tag else ()
        end = further[0].outer.start if further else end
        if mark and mark.start < end:
            end = len(text[: mark.start].rstrip())
        dateline = self.datelines.read(text) if role is Role.LEAD else None
        start = min(dateline.span.end, end) if dateline else 0
        return FramePart(
            line, role, Span(start, end), dateline, related, tag, further, credit, mark
        )

    def _tags_before(self, text: str, end: int) -> tuple[SourceTag, ...]:
        found: list[SourceTag] = []
        while (tag := self.tags.read(text, len(text[:end].rstrip()))) is not None and (
            len(found) < MAX_TAGS
        ):
            found.insert(0, tag)
            end = tag.outer.start
        return tuple(found)

    def _closing_marks(self, text: str, end: int) -> tuple[SourceTag | None, Span | None]:
        """The tag and the sender's mark at the end of copy, in either order."""
        bare = len(text[:end].rstrip())
        tag = self.tags.read(text, end) or self.tags.read(text, bare)
        if tag is not None:
            return tag, self.tags.foreign_tag(text, tag.outer.start)
        mark = self.tags.foreign_tag(text, bare)
        if mark is None:
            return None, None
        return self.tags.read(text, len(text[: mark.start].rstrip())), mark


def _mark_signatories(lines: Sequence[Paragraph], roles: list[Role]) -> None:
    """Mark the short lines directly above a staff number as a signature: office and name."""
    from bnews_desk.frame.furniture import leftover_lines

    for i, line in enumerate(lines):
        if roles[i] is Role.LEFTOVER and leftover_lines.is_staff_number(line.text):
            for above in range(i - 1, max(0, i - 3), -1):
                if roles[above] is not Role.BODY or not leftover_lines.continues_closing(
                    lines[above].text
                ):
                    break
                roles[above] = Role.LEFTOVER
