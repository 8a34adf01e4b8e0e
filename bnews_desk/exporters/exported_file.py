"""The result of an exporter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bnews_desk.release import Release


class ExportedFile(NamedTuple):
    """A file's bytes, and one Indonesian sentence for each thing that could not go into it.

    ``holds_pictures`` where it is of a form that can hold a release's photos.
    """

    data: bytes
    notes: tuple[str, ...] = ()
    holds_pictures: bool = True


def export_without_pictures(data: bytes, release: Release, told: str) -> ExportedFile:
    """A file that holds no pictures; ``told`` is what is said of the photos, behind their number.

    Nothing is said of a release without photos.
    """
    count = len(release.photos)
    return ExportedFile(data, (f"{count} foto {told}",) if count else (), holds_pictures=False)
