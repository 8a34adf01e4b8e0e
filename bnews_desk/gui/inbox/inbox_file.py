"""A file of Kotak masuk and its state: new, imported, ignored, sent again."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.archive.repository.archive_values import Origin
from bnews_desk.gui.inbox.inbox_folder import InboxFolderFile

_NANOSECONDS = 1_000_000_000


class InboxFile(NamedTuple):
    """A file of the folder, its digest, and what is known of it.

    ``since`` is when it arrived, also where it was moved afterwards, in nanoseconds since 1970;
    ``is_done`` says that this window imported it from where it is; ``failure`` why it could not be
    imported, '' where nobody has tried; ``place`` the subfolder it is in, '' for the watched folder
    itself; ``has_grown`` that it has more at its end than when it was imported; ``origin`` the
    release that the archive has of the same bytes.
    """

    file: InboxFolderFile
    digest: str
    since: int
    is_ignored: bool = False
    is_done: bool = False
    failure: str = ""
    place: str = ""
    has_grown: bool = False
    origin: Origin | None = None

    @property
    def is_taken(self) -> bool:
        """Whether it was imported, here or by another desk."""
        origin = self.origin
        return self.is_done or (origin is not None and self.since <= origin.received * _NANOSECONDS)

    @property
    def is_again(self) -> bool:
        """Whether it was sent again: the archive had it before it arrived here."""
        return self.origin is not None and not (self.is_taken or self.is_ignored)

    @property
    def is_new(self) -> bool:
        """Whether it is still to be imported."""
        return not (self.is_ignored or self.is_taken or self.is_again)
