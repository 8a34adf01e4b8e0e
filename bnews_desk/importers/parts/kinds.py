"""What a part of a press release can be, and what is known of one that was recognised."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from bnews_desk.text import Span


class Kind(Enum):
    """The kinds of parts; values are the kinds of a receipt's entries."""

    LETTERHEAD = "letterhead"
    """Kop: the names of authority and office, their address, telephone, site."""
    MARK = "release-mark"
    """``SIARAN PERS``, ``Untuk segera disiarkan``, an embargo."""
    NUMBER = "release-number"
    DATE = "release-date"
    ADDRESSEE = "addressee"
    """To whom and on what: *Kepada Yth.*, *Perihal*, the head of a mail."""
    HEADLINE = "headline"
    DATELINE = "dateline"
    """The sender's dateline on a line of its own."""
    BODY = "body"
    """Running text, quotations and the house frame included."""
    CAPTION = "caption"
    GREETING = "greeting"
    """What is said to the newsroom: greetings, requests, thanks, *Demikian siaran pers ini*."""
    SIGNATURE = "signature"
    CONTACT = "contact"
    CARBON_COPY = "carbon-copy"
    ATTACHMENTS = "attachment-list"
    FURNITURE = "page-mark"
    """Page numbers, rules, hashtags, marks of forwarding and of the end."""

    __hash__ = object.__hash__

    @property
    def is_copy(self) -> bool:
        """Whether a part of this kind goes into the copy unless the editor says otherwise."""
        return self in _COPY


_COPY = (Kind.HEADLINE, Kind.DATELINE, Kind.BODY)


class Part(NamedTuple):
    """Paragraphs of one kind that stand together.

    ``paragraphs`` are their numbers in the release, rising, empty ones left out; ``sureness``
    is between 0 and 1.
    """

    kind: Kind
    paragraphs: tuple[int, ...]
    sureness: float


class Recognised(NamedTuple):
    """A release's parts in order: every paragraph that is not empty is in exactly one."""

    parts: tuple[Part, ...]
    dateline: Span | None = None
    """The sender's dateline at the start of the first paragraph of the body, in the release."""

    def of(self, kind: Kind) -> tuple[Part, ...]:
        """The parts of one kind."""
        return tuple(part for part in self.parts if part.kind is kind)

    @property
    def needs_a_look(self) -> bool:
        """Whether anything is there that an editor should decide on."""
        return any(not part.kind.is_copy for part in self.parts)
