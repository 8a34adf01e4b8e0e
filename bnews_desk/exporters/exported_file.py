"""The result of an exporter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bnews_desk.release import Release


class ExportedFile(NamedTuple):
    """A file's bytes, and one Indonesian sentence for each thing that could not be written.

    ``holds_pictures`` tells whether the format can hold a release's photos.
    """

    data: bytes
    notes: tuple[str, ...] = ()
    holds_pictures: bool = True


def export_without_pictures(data: bytes, release: Release, told: str) -> ExportedFile:
    """A file in a format without pictures; the note on the photos is their number and ``told``.

    There is no note when the release has no photos.
    """
    count = len(release.photos)
    return ExportedFile(data, (f"{count} foto {told}",) if count else (), holds_pictures=False)
