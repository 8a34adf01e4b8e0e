"""The kinds of parts in a press release."""

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
    """Addressee and subject: *Kepada Yth.*, *Perihal*, the header of a mail."""
    HEADLINE = "headline"
    DATELINE = "dateline"
    """The sender's dateline on a line of its own."""
    BODY = "body"
    """Running text, quotations and the house frame included."""
    CAPTION = "caption"
    GREETING = "greeting"
    """Words to the newsroom: greetings, requests, thanks, *Demikian siaran pers ini*."""
    SIGNATURE = "signature"
    CONTACT = "contact"
    CARBON_COPY = "carbon-copy"
    ATTACHMENTS = "attachment-list"
    FURNITURE = "page-mark"
    """Page numbers, rules, hashtags, forwarding marks and end marks."""

    __hash__ = object.__hash__

    @property
    def is_copy(self) -> bool:
        """Whether parts of this kind go into the copy unless the editor decides otherwise."""
        return self in _COPY


_COPY = (PartKind.HEADLINE, PartKind.DATELINE, PartKind.BODY)
