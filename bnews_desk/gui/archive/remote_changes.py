"""A release of the desk becomes what another desk has saved of it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bnews_desk.archive.release_progress import fingerprint
from bnews_desk.errors import ReadError
from bnews_desk.log import suppressed

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_values import Record
    from bnews_desk.archive.sync.release_sync import DeskState
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.open_release import OpenRelease

_LOG = logging.getLogger(__name__)


def follow(desk: Desk, standing: DeskState, theirs: Record, photos: Mapping[str, bytes]) -> bool:
    """Put ``theirs`` in the place of ``standing``, open or in the journal alone.

    ``photos`` are the bytes that the desk does not have. False, and nothing done, where the
    release is not as it stood any more: then somebody has gone on with it here.
    """
    opened = next((one for one in desk.releases if one.key == standing.key), None)
    for digest, data in photos.items():
        desk.put_picture(digest, data)
    if opened is not None:
        return _become(opened, standing, theirs, photos)
    journal = desk.journal
    with suppressed(_LOG, "following another desk", ReadError):
        noted = journal.load(standing.key)
        if fingerprint(noted.release) == fingerprint(standing.release):
            journal.note(standing.key, theirs.release, noted.caret, noted.progress)
            return True
    return False


def _become(
    opened: OpenRelease, standing: DeskState, theirs: Record, photos: Mapping[str, bytes]
) -> bool:
    document, wanted = opened.document, theirs.release
    if document.release() != standing.release:
        return False
    opened.pictures.update(photos)
    hung = {photo.digest for photo in standing.release.photos}
    for photo in wanted.photos:
        if photo.digest not in hung:
            document.add_photo(photo)
    for digest in hung - {photo.digest for photo in wanted.photos}:
        document.remove_photo(digest)
    document.become(wanted)
    for photo in wanted.photos:
        document.set_photo(photo)
    document.set_details(wanted.details)
    document.set_ignores(wanted.ignores)
    return True
