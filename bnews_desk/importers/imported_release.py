"""The result of an importer: release, receipt, pictures and attachments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.receipt import Receipt
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.importers.parts.recognised_parts import RecognisedParts

COVER_WORDS = 90
"""A mail with fewer words and a readable attachment is taken for a cover note."""


class Attachment(NamedTuple):
    """An unread file from inside another (a mail).

    ``name`` is without folders; ``format`` is the key of an ``ImportFormat``, None for an
    unreadable file.
    """

    name: str
    data: bytes
    format: str | None


class ImportedRelease(NamedTuple):
    """The result of importing a file: the release, its receipt, and its pictures' bytes.

    ``pictures`` maps the digest of each ``Photo`` to its bytes; ``attachments`` are files that may
    be the actual release. ``recognised`` are the release's parts where they were requested; readers
    do not set it.
    """

    release: Release
    receipt: Receipt
    pictures: Mapping[str, bytes] = {}
    attachments: tuple[Attachment, ...] = ()
    recognised: RecognisedParts | None = None


def is_cover_note(imported: ImportedRelease) -> bool:
    """Whether a mail says little itself, while one of its attachments may be the release.

    A text with a sender's dateline is a release, however short it is.
    """
    from bnews_desk.importers.parts.sender_dateline import opens_with_dateline

    text = imported.release.text
    if not any(file.format for file in imported.attachments) or len(text.split()) >= COVER_WORDS:
        return False
    return not any(map(opens_with_dateline, text.split("\n")))
