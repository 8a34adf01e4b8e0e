"""What a part of a press release can be."""

from __future__ import annotations

from enum import Enum


class PartKind(Enum):
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


_COPY = (PartKind.HEADLINE, PartKind.DATELINE, PartKind.BODY)
