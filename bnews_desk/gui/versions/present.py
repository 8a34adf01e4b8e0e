"""An earlier or another state of a release made the present one, as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bnews_desk.gui.open_release import OpenRelease
from bnews_desk.release import Release


def make_present(
    opened: OpenRelease, wanted: Release, photos: Mapping[str, bytes]
) -> Callable[[], None]:
    """Put ``wanted`` in the place of what an open release says; the answer takes that back.

    ``photos`` are the bytes of those that the release does not have.
    """
    document, before = opened.document, opened.document.release()
    opened.pictures.update(photos)
    document.become(wanted)
    after = document.release()
    document.set_details(wanted.details)
    document.set_ignores(wanted.ignores)

    def take_back() -> None:
        if document.release() != after._replace(details=wanted.details, ignores=wanted.ignores):
            return
        if (
            after.text != before.text
            or after.marks != before.marks
            or after.photos != before.photos
        ):
            document.document.undo()
        document.set_details(before.details)
        document.set_ignores(before.ignores)

    return take_back
