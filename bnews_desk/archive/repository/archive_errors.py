"""The archive's errors; the text of each is for the editor."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from bnews_desk.archive.repository.archive_values import ReleaseRecord
from bnews_desk.errors import DeskError

CONFLICT_TRIES = 3
"""How often an operation is tried when other writers get ahead of it."""

Answer = TypeVar("Answer")


class ArchiveError(DeskError):
    """The archive could not do what was requested; none of it was done."""


class UnusableArchiveError(ArchiveError):
    """The database does not work: any other request would have failed as well."""


class MissingPasswordError(UnusableArchiveError):
    """The server of a shared archive requires a password, and none is known."""


class DamagedArchiveError(UnusableArchiveError):
    """The file or database at the archive's address is no archive, or an incomplete one."""


class MissingArchiveError(UnusableArchiveError):
    """There is no archive at that address, and none was created."""


class NewerArchiveError(UnusableArchiveError):
    """The archive belongs to a later version of the program; it is not changed."""


class UnknownReleaseError(ArchiveError):
    """There is no such release, or no such version of it."""


class ConflictError(ArchiveError):
    """Somebody else has saved the release since it was read.

    ``mine`` was not saved, but is kept as a version; ``theirs`` is what the archive has.
    """

    def __init__(self, mine: ReleaseRecord, theirs: ReleaseRecord) -> None:
        super().__init__(
            "Naskah ini sudah diubah dari jendela lain sejak dibuka; bandingkan kedua teksnya lalu"
            " pilih (keduanya tersimpan)."
        )
        self.mine = mine
        self.theirs = theirs

    def __reduce__(self) -> tuple[type[ConflictError], tuple[ReleaseRecord, ReleaseRecord]]:
        """Makes the error picklable with both records."""
        return type(self), (self.mine, self.theirs)


def unknown_release(key: str) -> UnknownReleaseError:
    """The error to raise where no release has that key."""
    return UnknownReleaseError(
        f"Tidak ada naskah dengan kunci “{key}” di arsip; lihat daftarnya: bnews-desk archive list."
    )


def retried_on_conflict(act: Callable[[], Answer]) -> Answer:
    """Call ``act``, which reads and saves a release, again while other writers get ahead of it.

    Returns what ``act`` returns. Raises ``ConflictError`` after ``CONFLICT_TRIES`` attempts, and
    whatever else ``act`` raises.
    """
    for _ in range(CONFLICT_TRIES - 1):
        with contextlib.suppress(ConflictError):
            return act()
    return act()
