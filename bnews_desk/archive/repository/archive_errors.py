"""What can keep the archive from its work; each failure's text is for the editor."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.errors import DeskError

CONFLICT_TRIES = 3
"""How often something is tried that others are quicker with."""

Answer = TypeVar("Answer")


class ArchiveError(DeskError):
    """The archive could not do what it was asked; nothing of it was done."""


class UnusableArchiveError(ArchiveError):
    """The database does not work: whatever was asked, something else would have failed as well."""


class MissingPasswordError(UnusableArchiveError):
    """The server of a shared archive asks for a password, and none is known."""


class DamagedArchiveError(UnusableArchiveError):
    """What lies in the archive's place is no archive, or not a whole one."""


class MissingArchiveError(UnusableArchiveError):
    """There is no archive at that place, and none was begun."""


class NewerArchiveError(UnusableArchiveError):
    """The archive is a later version's and is not touched."""


class UnknownReleaseError(ArchiveError):
    """There is no such release, or no such version of it."""


class ConflictError(ArchiveError):
    """Somebody else has saved the release since it was read.

    ``mine`` was not taken, but is kept as a version; ``theirs`` is what lies in the archive.
    """

    def __init__(self, mine: ReleaseRecord, theirs: ReleaseRecord) -> None:
        super().__init__(
            "Naskah ini sudah diubah dari jendela lain sejak dibuka; bandingkan kedua teksnya lalu"
            " pilih (keduanya tersimpan)."
        )
        self.mine = mine
        self.theirs = theirs

    def __reduce__(self) -> tuple[type[ConflictError], tuple[ReleaseRecord, ReleaseRecord]]:
        """Survive the way back from another process."""
        return type(self), (self.mine, self.theirs)


def unknown_release(key: str) -> UnknownReleaseError:
    """What to raise where no release has that key."""
    return UnknownReleaseError(
        f"Tidak ada naskah dengan kunci “{key}” di arsip; lihat daftarnya: bnews-desk archive list."
    )


def retried_on_conflict(act: Callable[[], Answer]) -> Answer:
    """What ``act`` gives, which reads a release and saves it, done anew where others were quicker.

    Raises ``ConflictError`` where they always are, and whatever else ``act`` raises.
    """
    for _ in range(CONFLICT_TRIES - 1):
        with contextlib.suppress(ConflictError):
            return act()
    return act()
