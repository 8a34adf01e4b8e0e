"""Reading a file whole and replacing one whole, so that no failure costs the editor anything."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys

from bnews_desk.errors import ReadError, WriteError, WriteKind, reason

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS, *_FORBIDDEN})
"""What a folder answers that cannot be synced at all: a network share, one without read access."""


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes.

    Raises :class:`~bnews_desk.errors.ReadError`: *missing*, *no-access*, *not-a-file* (a folder, a
    pipe, a device; none of them is opened, so none can hang), *empty* or *too-large*.
    """
    try:
        return _read(path, limit)
    except FileNotFoundError:
        raise ReadError(
            "missing", f"Berkas “{path}” tidak ditemukan; periksa nama dan foldernya."
        ) from None
    except OSError as error:
        if error.errno in {errno.ENOTDIR, errno.ENAMETOOLONG}:
            message = f"Berkas “{path}” tidak ditemukan; periksa nama dan foldernya."
            raise ReadError("missing", message) from None
        raise ReadError(
            "no-access",
            f"Berkas “{path}” tidak dapat dibuka ({reason(error)}); "
            "periksa izinnya atau salin dulu ke komputer ini.",
        ) from None
    except ValueError:
        raise ReadError(
            "missing", f"“{_shown(path)}” bukan nama berkas yang sah; periksa namanya."
        ) from None


def _read(path: str, limit: int) -> bytes:
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        what = "sebuah folder" if stat.S_ISDIR(found.st_mode) else "pipa atau perangkat"
        raise ReadError(
            "not-a-file", f"“{path}” adalah {what}, bukan berkas; pilih berkas naskahnya."
        )
    if found.st_size > limit:
        raise _too_large(path, limit)
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        data = file.read(found.st_size + 1)  # so many bytes are set aside before any is read
        if len(data) > found.st_size:
            data += file.read(limit + 1 - len(data))
    if len(data) > limit:
        raise _too_large(path, limit)
    if not data:
        raise ReadError(
            "empty", f"Berkas “{path}” kosong (0 bita); mintalah pengirim mengirimkannya lagi."
        )
    return data


def _too_large(path: str, limit: int) -> ReadError:
    return ReadError(
        "too-large",
        f"Berkas “{path}” lebih besar dari {limit / 1_000_000:.0f} MB, terlalu besar untuk satu"
        " naskah; simpan naskahnya saja dalam berkas tersendiri.",
    )


def write_atomically(path: str, data: bytes, *, overwrite: bool = True) -> None:
    """Put ``data`` at ``path``: afterwards all of it stands there, or what stood there before.

    The bytes are on the disk, not only in its cache, before the name points to them; an existing
    file keeps its mode, and a symbolic link stays one. With ``overwrite`` False an existing file
    is never touched. No temporary file is left behind.

    Raises :class:`~bnews_desk.errors.WriteError`. Only where it says so, because the folder could
    not be synced at the very end, does the new file already stand in its place.
    """
    try:
        _write(os.path.realpath(path), data, overwrite)
    except OSError as error:
        raise write_error(path, error) from None
    except ValueError:
        raise WriteError(
            "failed", f"“{_shown(path)}” bukan nama berkas yang sah; pilih nama lain."
        ) from None


def _write(target: str, data: bytes, overwrite: bool) -> None:
    mode = _mode_of_existing(target, overwrite)
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        _fill(descriptor, data)
        if mode is not None:
            with contextlib.suppress(OSError):  # a disk without modes, such as a USB stick
                os.chmod(temporary, mode)
        _put_in_place(temporary, target, overwrite)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder, target)


def _mode_of_existing(target: str, overwrite: bool) -> int | None:
    """The mode of the file that stands at ``target``, None where there is none.

    Refuses what must not be replaced: folders, devices, files that are write-protected.
    """
    try:
        found = os.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise WriteError(
            "failed", f"“{target}” adalah pipa atau perangkat, bukan berkas; pilih nama lain."
        )
    if not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(found.st_mode)


def _fill(descriptor: int, data: bytes) -> None:
    """Write everything, sync and close; the descriptor is closed even on failure."""
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)


def _put_in_place(temporary: str, target: str, overwrite: bool) -> None:
    if overwrite:
        os.replace(temporary, target)
    elif os.name == "nt":
        os.rename(temporary, target)  # refuses an existing name there
    else:
        _link_in_place(temporary, target)


def _link_in_place(temporary: str, target: str) -> None:
    """Give the file its name only if nobody took it in the meantime."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        os.replace(temporary, target)
        return
    with contextlib.suppress(OSError):
        os.unlink(temporary)


def _sync_folder(folder: str, target: str) -> None:
    """Make the name survive a power cut too; nothing where the system has no such call."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _UNSUPPORTED:
            return
        raise WriteError(
            "failed",
            f"“{target}” sudah ditulis, tetapi belum pasti bertahan bila listrik padam"
            f" ({reason(error)}); simpan sekali lagi atau periksa disknya.",
        ) from None


def sync(path: str) -> None:
    """Bring a file that others have written to the disk; raises :class:`OSError`."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        if sys.platform == "darwin":  # where the other call stops at the disk's own cache
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_error(path: str, error: OSError) -> WriteError:
    """What to raise where the system refused to write ``path``."""
    kind, why = _reason(path, error)
    return WriteError(kind, f"“{path}” tidak dapat disimpan karena {why}")


def _reason(path: str, error: OSError) -> tuple[WriteKind, str]:
    folder = os.path.dirname(path) or "."
    if error.errno in _FULL:
        return "disk-full", "ruang disk habis; kosongkan sebagian atau simpan di folder lain."
    if error.errno in _FORBIDDEN:
        return "read-only", (
            f"folder “{folder}” atau berkas itu tidak boleh ditulisi; tutup program lain yang"
            " memakainya atau simpan di folder lain."
        )
    if error.errno == errno.EEXIST:
        return "exists", "berkas bernama sama sudah ada; pilih nama lain."
    if error.errno == errno.EISDIR:
        return "failed", "sudah ada folder bernama sama; pilih nama lain."
    if error.errno in _NO_FOLDER:
        return "no-folder", f"folder “{folder}” tidak ada; buat foldernya atau pilih folder lain."
    if error.errno == errno.ENAMETOOLONG:
        return "failed", "nama berkasnya terlalu panjang; pilih nama yang lebih pendek."
    return "failed", f"disk menolak ({reason(error)}); coba lagi atau simpan di folder lain."


def _shown(path: str) -> str:
    """A name that cannot be a file's, without what a terminal cannot show."""
    return "".join(c if c.isprintable() else "\ufffd" for c in path)
