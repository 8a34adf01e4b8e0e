"""Opens a lost or damaged archive: the damaged file is kept, the newest good backup takes its
place.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.archive.recovery.archive_file_check import is_sound
from bnews_desk.archive.recovery.backups import backup_day, list_backups
from bnews_desk.archive.recovery.damaged_files import put_aside, remove_wal_and_shm
from bnews_desk.archive.repository.archive_address import is_shared, make_folder
from bnews_desk.archive.repository.archive_errors import (
    ArchiveError,
    DamagedArchiveError,
    UnusableArchiveError,
)
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.errors import is_in_use, reason
from bnews_desk.files import flush_to_disk, replace_file, system_path
from bnews_desk.log import log_fault, suppressed

if TYPE_CHECKING:
    from bnews_desk.archive.repository.database_archive import DatabaseArchive
    from bnews_desk.frame.release_frame import FrameReader

_LOG = logging.getLogger(__name__)


_CHECKED_BYTES = 16_000_000
"""An archive up to this size is checked whole when it is opened, which takes some ten milliseconds;
a larger one is checked when its daily backup is made.
"""
_LOCK_SECONDS = 60.0


class OpenedArchive(NamedTuple):
    """An opened archive, and one sentence where it had to be recovered ('' otherwise)."""

    vault: DatabaseArchive
    notice: str = ""


class ArchiveRecovery:
    """Opens the archive at ``address`` in whatever state its file is.

    ``was_there`` says that the archive existed before: a missing file then counts as lost, and one
    that is no archive counts as damaged rather than as somebody else's file. ``has_desk`` says that
    the caller will add again what a backup lacks: an archive without a good backup is then created
    anew, otherwise left as it is. ``on_long`` gets a sentence where recovery will take a while.
    Only the archive's thread may use it.
    """

    def __init__(
        self,
        address: str,
        reader: FrameReader,
        was_there: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.time,
        *,
        has_desk: bool = True,
        on_long: Callable[[str], object] = lambda _sentence: None,
    ) -> None:
        self._address, self._reader, self._clock = address, reader, clock
        self._on_long = on_long
        self._was_there = was_there
        self._has_desk = has_desk
        self._may_begin = True
        self._path = "" if is_shared(address) else system_path(os.path.abspath(address))

    def open(self, *, may_begin: bool = True) -> OpenedArchive:
        """The archive; where there is none, a new one if ``may_begin``.

        A damaged archive is kept beside it under a name that says so. A shared archive is left to
        its server. Raises ``ArchiveError``.
        """
        self._may_begin = may_begin
        try:
            return self._open()
        except OSError as error:  # the folder disappeared in the meantime
            raise self._unusable(error) from None

    def _open(self) -> OpenedArchive:
        if not self._path:
            return OpenedArchive(self._opened())
        if self._is_missing():
            return self._mended(self._replace)
        try:
            vault = self._opened()
        except DamagedArchiveError:
            if not self._may_replace():
                raise
            return self._mended(self._replace)
        if os.path.getsize(self._path) <= _CHECKED_BYTES and not is_sound(self._path):
            vault.close()
            return self._mended(self._replace)
        return OpenedArchive(vault)

    def open_as_it_is(self) -> DatabaseArchive:
        """The archive without any recovery; no new one is created.

        Raises ``DamagedArchiveError`` where there is something to recover.
        """
        self._may_begin = False
        if self._path and self._is_missing():
            raise DamagedArchiveError(
                f"Berkas arsip “{self._path}” tidak ada lagi, tetapi cadangannya ada; buka jendela"
                " atau jalankan bnews-desk archive list untuk memulihkannya."
            )
        return self._opened()

    def reopen(self, vault: DatabaseArchive | None) -> OpenedArchive:
        """Open the archive again after damage was met in it or its file disappeared.

        What ``vault`` still holds of a file that disappeared is written back. ``vault`` is closed.
        """
        try:
            return self._reopen(vault)
        except OSError as error:
            raise self._unusable(error) from None

    def _reopen(self, vault: DatabaseArchive | None) -> OpenedArchive:
        if self._path and not os.path.exists(self._path) and vault is not None:
            is_written = self._write_back(vault)
            vault.close()
            if is_written:
                return OpenedArchive(
                    self._opened(),
                    f"Berkas arsip “{self._path}” terhapus saat program berjalan; seluruh isinya"
                    " ditulis kembali.",
                )
        elif vault is not None:
            vault.close()
        if self._path and not self._is_missing():
            _carry_over(self._path)
            if not is_sound(self._path):
                return self._mended(self._replace)
        return self.open()

    def _opened(self) -> DatabaseArchive:
        return open_archive(self._address, self._reader, self._clock, may_begin=self._may_begin)

    def _is_missing(self) -> bool:
        try:
            is_empty = os.path.getsize(self._path) == 0
        except OSError:
            is_empty = not os.path.exists(self._path)
        return is_empty and self._may_replace()

    def _may_replace(self) -> bool:
        return bool(list_backups(self._path)) or self._was_there()

    def _mended(self, act: Callable[[], str]) -> OpenedArchive:
        """Run ``act``, which returns a notice, under the lock against other programs; then open."""
        from filelock import FileLock, Timeout

        make_folder(self._path)
        try:
            with FileLock(f"{self._path}.pemulihan", timeout=_LOCK_SECONDS):
                self._tell_long()
                notice = act()
                return OpenedArchive(self._opened(), notice)
        except Timeout:
            raise UnusableArchiveError(
                f"Arsip “{self._path}” sedang dipulihkan program lain; tunggu sebentar."
            ) from None

    def _tell_long(self) -> None:
        """Report the recovery of an archive that is large enough to take noticeable time."""
        sizes = [os.path.getsize(path) for path in list_backups(self._path)[-1:]]
        with contextlib.suppress(OSError):
            sizes.append(os.path.getsize(self._path))
        if max(sizes, default=0) > _CHECKED_BYTES:
            on = "; naskah di meja tetap dapat disunting" if self._has_desk else ""
            self._on_long(
                f"Arsip “{self._path}” sedang dipulihkan; yang besar perlu sampai beberapa menit"
                f"{on}."
            )

    def _unusable(self, error: OSError) -> UnusableArchiveError:
        remedy = "periksa disk dan izin foldernya"
        if is_in_use(error):
            remedy = "tutup jendela atau program lain yang membukanya"
        return UnusableArchiveError(
            f"Arsip “{self._path}” tidak dapat dibuka ({reason(error)}); {remedy}."
        )

    def _replace(self) -> str:
        """Put the newest good backup in the archive's place; returns the notice, '' if none was
        needed.
        """
        if is_sound(self._path):  # another program has recovered it already
            return ""
        today = date.fromtimestamp(self._clock())
        for copy in reversed(list_backups(self._path, today)):
            with self._copied(copy) as partial:
                if partial:
                    lost, read = self._put_in_place(partial)
                    return f"{lost}; cadangan {_told(backup_day(copy))} dibuka{self._newer(read)}"
        if not self._has_desk:
            raise DamagedArchiveError(
                f"Arsip “{self._path}” rusak atau hilang dan belum ada cadangan yang utuh, jadi"
                " dibiarkan; buka jendela B-News Desk untuk memulainya lagi dari meja."
            )
        with self._partial() as partial:
            open_archive(partial, self._reader, self._clock).close()
            lost, read = self._put_in_place(partial)
        of_it = f"{read} naskah dari berkas rusak itu dan " if read else ""
        return (
            f"{lost} dan belum ada cadangan yang utuh; arsip baru dimulai dengan {of_it}naskah di"
            " meja ini."
        )

    def _put_in_place(self, partial: str) -> tuple[str, int]:
        """Put a complete archive in place, with the readable newer content of the damaged one.

        Returns the notice about the damaged file and the number of releases taken from it.
        """
        from bnews_desk.archive.recovery.archive_salvage import salvage_archive

        read = salvage_archive(self._path, partial, self._reader, self._clock)
        lost = self._set_aside()
        replace_file(partial, self._path)
        return lost, len(read)

    def _newer(self, read: int) -> str:
        """The sentence on releases newer than the backup, ``read`` of which were recovered."""
        of_it = f", lengkap dengan {read} naskah yang lebih baru dari berkas rusak itu"
        if self._has_desk:
            rest = f"{of_it}, dan sisanya" if read else " dan naskah yang lebih baru"
            return f"{rest} diambil dari meja ini."
        newer = of_it if read else ", tanpa naskah yang lebih baru"
        return f"{newer}; yang masih di meja kembali saat jendela dibuka."

    def _set_aside(self) -> str:
        """Move the damaged file aside; returns the sentence about it."""
        lost = f"Berkas arsip “{self._path}” tidak ada lagi"
        if os.path.exists(self._path):
            aside = put_aside(self._path, self._clock())
            lost = f"Arsip rusak dan disimpan sebagai “{aside}”"
        remove_wal_and_shm(self._path)
        return lost

    @contextlib.contextmanager
    def _copied(self, copy: str) -> Iterator[str]:
        """The path of a temporary file beside the archive with a backup's content, '' where the
        backup is not whole.
        """
        with self._partial() as partial:
            shutil.copyfile(copy, partial)
            is_whole = is_sound(partial)
            if is_whole:
                flush_to_disk(partial)
            yield partial if is_whole else ""

    @contextlib.contextmanager
    def _partial(self) -> Iterator[str]:
        """A path for a temporary file beside the archive; whatever is left there is removed."""
        partial = f"{self._path}.{os.urandom(4).hex()}.tmp"
        try:
            yield partial
        finally:
            with suppressed(_LOG, "removing a partial archive", OSError):
                os.truncate(partial, 0)  # a watcher may hold the file, and its space, open
                os.unlink(partial)
            remove_wal_and_shm(partial)

    def _write_back(self, vault: DatabaseArchive) -> bool:
        """Write the content of an open archive, whose file disappeared, back to its place."""
        try:
            make_folder(self._path)
            with self._partial() as partial:
                if not _copy_out(vault, partial) or not is_sound(partial):
                    return False
                flush_to_disk(partial)
                remove_wal_and_shm(self._path)
                replace_file(partial, self._path)
        except (OSError, sqlite3.Error, ArchiveError) as error:
            log_fault(_LOG, "writing a recovered archive back", error)
            return False
        return True


def _copy_out(vault: DatabaseArchive, target: str) -> bool:
    """Write the content of an open archive into a file; returns whether it is an embedded one."""
    with (
        contextlib.closing(vault.engine.raw_connection()) as raw,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source = raw.driver_connection
        if not isinstance(source, sqlite3.Connection):
            return False
        source.backup(copy)
    return True


def _carry_over(path: str) -> None:
    """Carry SQLite's log into the file: pages damaged in the file may be whole in the log."""
    with (
        suppressed(_LOG, "carrying the write-ahead log over", sqlite3.Error),
        contextlib.closing(sqlite3.connect(path)) as db,
    ):
        db.execute("PRAGMA wal_checkpoint(FULL)")


def _told(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
