"""The result of an importer: release, receipt, pictures and attachments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.receipt import Receipt
from bnews_desk.release import Release

if TYPE_CHECKING:
    from bnews_desk.importers.parts.recognised_parts import RecognisedParts

COVER_WORDS = 90
"""Words below which a mail with a file that can be read is taken for its cover note."""


class Attachment(NamedTuple):
    """A file that came inside another (a mail's), not read yet.

    ``name`` is without folders; ``format`` is the key of a ``Format``, or None for what cannot be
    read.
    """

    name: str
    data: bytes
    format: str | None


class ImportedRelease(NamedTuple):
    """A file that has come in: the release, the account of it, and its pictures' bytes.

    ``pictures`` maps the digest of each ``Photo`` to its bytes; ``attachments`` are files that may
    be the release themselves. ``recognised`` are the release's parts where they were asked for: a
    reader of files does not tell them.
    """

    release: Release
    receipt: Receipt
    pictures: Mapping[str, bytes] = {}
    attachments: tuple[Attachment, ...] = ()
    recognised: RecognisedParts | None = None


def is_cover_note(imported: ImportedRelease) -> bool:
    """Whether a mail says little itself, and a file that came with it may say the rest.

    What has a sender's dateline is a release, however short it is.
    """
    from bnews_desk.importers.parts.sender_dateline import opens_with_dateline

    text = imported.release.text
    if not any(file.format for file in imported.attachments) or len(text.split()) >= COVER_WORDS:
        return False
    return not any(map(opens_with_dateline, text.split("\n")))
