"""Reads whole files and replaces them atomically, so that no failure loses an editor's work.

On Windows a file that another program has open cannot be replaced, and often not be read: Word
keeps its document open, a virus scanner or a sync folder briefly opens what was just written. Every
call here that meets this is repeated with growing pauses, for at most ``WAIT_SECONDS``.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import stat
import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from bnews_desk.errors import ReadError, WriteError, WriteKind, is_in_use, reason
from bnews_desk.log import suppressed
from bnews_desk.windows_names import file_name_fault

_LOG = logging.getLogger(__name__)


WAIT_SECONDS = 2.0
"""How long to wait for a file that another program has open."""
GUI_WAIT_SECONDS = 0.3
"""The same in the GUI thread, which is blocked meanwhile."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.01, 0.25
_ERROR_ACCESS_DENIED = 5
"""Windows reports this where the file to be replaced is open elsewhere or about to be deleted."""
_PLAIN_PATH_LENGTH = 200
"""Longer paths are passed to Windows in their long form. The limit without it is 260; this leaves
room for the suffixes that SQLite and the archive add."""
_EDITING_PROGRAMS = {
    **dict.fromkeys((".docx", ".doc", ".rtf", ".odt"), "Word"),
    ".pdf": "pembaca PDF",
}
_thread = threading.local()
_Answer = TypeVar("_Answer")

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS, *_FORBIDDEN})
"""Errors of a folder that cannot be synced at all: a network share, or one without read access."""


def set_file_wait(seconds: float) -> None:
    """Set how long the calling thread waits for files that other programs have open."""
    _thread.wait_seconds = seconds


def retried_while_in_use(act: Callable[[], _Answer], *, is_replacing: bool = False) -> _Answer:
    """Call ``act`` and return its result; repeat with growing pauses while another program has its
    file open.

    Set ``is_replacing`` where ``act`` renames, replaces or deletes: there Windows may report a
    denied access instead. Raises what ``act`` raises last.
    """
    pause = _FIRST_PAUSE
    end = time.monotonic() + getattr(_thread, "wait_seconds", WAIT_SECONDS)
    while True:
        try:
            return act()
        except OSError as error:
            is_denied = getattr(error, "winerror", None) == _ERROR_ACCESS_DENIED
            if not (is_in_use(error) or (is_replacing and is_denied)):
                raise
            if time.monotonic() + pause > end:
                raise
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def system_path(path: str, *, is_root: bool = False) -> str:
    r"""``path`` in a form that the system accepts at any length: on Windows a long one as
    ``\\?\…``.

    Short paths, and all paths on other systems, are unchanged. ``is_root`` says that the path is
    the root of a tree with longer paths in it; it is then converted whatever its length.
    """
    if sys.platform != "win32" or not path:
        return path
    full = os.path.abspath(path)
    is_short = len(full) < _PLAIN_PATH_LENGTH and not is_root
    if is_short or full.startswith(("\\\\?\\", "\\\\.\\")):
        return path
    if full.startswith("\\\\"):
        return f"\\\\?\\UNC\\{full[2:]}"
    return f"\\\\?\\{full}"


def is_held_by_other_program(path: str) -> bool:
    """Whether another program has a file open, so that it can be neither replaced nor deleted.

    Always False on systems that allow open files to be replaced.
    """
    if sys.platform != "win32":
        return False
    import _winapi

    try:
        _winapi.CloseHandle(_windows_handle(path, _READ_ATTRIBUTES | _DELETE, _SHARE_NOTHING))
    except OSError as error:
        return is_in_use(error)
    return False


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes.

    Others may write, rename and delete it meanwhile. Raises ``ReadError``: *missing*, *no-access*,
    *in-use*, *not-a-file* (a folder, a pipe, a device; these are never opened, so none can hang),
    *empty* or *too-large*.
    """
    try:
        return retried_while_in_use(lambda: _read(path, limit))
    except FileNotFoundError:
        raise ReadError(
            "missing", f"Berkas “{path}” tidak ditemukan; periksa nama dan foldernya."
        ) from None
    except OSError as error:
        if is_in_use(error):
            raise ReadError(
                "in-use",
                f"Berkas “{path}” sedang dipakai {_likely_program(path)}; tutup dulu di sana, lalu"
                " coba lagi.",
            ) from None
        is_odd = sys.platform == "win32" and file_name_fault(os.path.basename(path))
        if is_odd or error.errno in {errno.ENOTDIR, errno.ENAMETOOLONG}:
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
    found = os.stat(system_path(path))
    if not stat.S_ISREG(found.st_mode):
        what = "sebuah folder" if stat.S_ISDIR(found.st_mode) else "pipa atau perangkat"
        raise ReadError(
            "not-a-file", f"“{path}” adalah {what}, bukan berkas; pilih berkas naskahnya."
        )
    if found.st_size > limit:
        raise _too_large(path, limit)
    with os.fdopen(_opened_shared(path), "rb") as file:
        data = file.read(found.st_size + 1)  # read() reserves this much memory at once
        if len(data) > found.st_size:
            data += file.read(limit + 1 - len(data))
    if len(data) > limit:
        raise _too_large(path, limit)
    if not data:
        raise ReadError(
            "empty", f"Berkas “{path}” kosong (0 bita); mintalah pengirim mengirimkannya lagi."
        )
    return data


def _opened_shared(path: str) -> int:
    """A descriptor to read a file with that keeps no other program from using it."""
    if sys.platform != "win32":
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    import msvcrt

    # os.open would keep others from deleting and renaming the file, and does not say why it failed
    handle = _windows_handle(path, _READ, _SHARE_ALL)
    return msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY)


_READ, _READ_ATTRIBUTES, _DELETE = 0x8000_0000, 0x80, 0x0001_0000
_SHARE_NOTHING, _SHARE_ALL = 0, 7
_OPEN_EXISTING = 3


def _windows_handle(path: str, access: int, share: int) -> int:
    """Open an existing file or folder; raises ``OSError`` with Windows' own error number.

    CreateFile of the module ``_winapi`` fails on letters outside the system's code page.
    """
    if sys.platform != "win32":
        raise NotImplementedError
    import ctypes

    create = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
    create.restype = ctypes.c_void_p
    number, nothing = ctypes.c_uint32, ctypes.c_void_p
    create.argtypes = [ctypes.c_wchar_p, number, number, nothing, number, number, nothing]
    handle = create(system_path(path), access, share, None, _OPEN_EXISTING, 0, None)
    if handle == ctypes.c_void_p(-1).value:
        raise ctypes.WinError(ctypes.get_last_error())
    return int(handle or 0)


def _too_large(path: str, limit: int) -> ReadError:
    return ReadError(
        "too-large",
        f"Berkas “{path}” lebih besar dari {limit / 1_000_000:.0f} MB, terlalu besar untuk satu"
        " naskah; simpan naskahnya saja dalam berkas tersendiri.",
    )


def write_atomically(
    path: str, data: bytes, *, overwrite: bool = True, is_private: bool = False
) -> None:
    """Write ``data`` to ``path`` whole: after any failure the earlier content is still there.

    The bytes are on the disk, not only in its cache, before the name points to them. An existing
    file keeps its mode, and a symbolic link stays one. With ``is_private`` only the owner may read
    the file, whatever its mode was. With ``overwrite`` False an existing file is never touched. No
    temporary file is left behind.

    Raises ``WriteError``. Where its message says that the folder could not be synced, the new file
    is already in place.
    """
    fault = file_name_fault(os.path.basename(path)) if sys.platform == "win32" else ""
    if fault:
        raise WriteError("failed", f"“{path}” tidak dapat disimpan karena {fault}; ganti namanya.")
    try:
        _write(real_path(path), data, overwrite, is_private)
    except OSError as error:
        raise write_error(path, error) from None
    except ValueError:
        raise WriteError(
            "failed", f"“{_shown(path)}” bukan nama berkas yang sah; pilih nama lain."
        ) from None


def real_path(path: str) -> str:
    """The file that a link at ``path`` points to, else ``path``."""
    path = system_path(path)
    # islink works on Windows even for a file that is open
    if sys.platform == "win32" and not os.path.islink(path):
        return path
    return os.path.realpath(path)


def _write(target: str, data: bytes, overwrite: bool, is_private: bool) -> None:
    mode = _mode_of_existing(target, overwrite)
    if is_private:
        mode = None
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600 if is_private else 0o666)
    try:
        _fill(descriptor, data)
        if mode is not None:
            # a USB stick may have no modes
            with suppressed(_LOG, "setting a file's mode", OSError):
                os.chmod(temporary, mode)
        _put_in_place(temporary, target, overwrite)
    except BaseException:
        with suppressed(_LOG, "removing a half-written file", OSError):
            retried_while_in_use(lambda: os.unlink(temporary), is_replacing=True)
        raise
    _sync_folder(folder, target)


def _mode_of_existing(target: str, overwrite: bool) -> int | None:
    """The mode of the file at ``target``; None where there is none.

    Raises ``WriteError`` for what must not be replaced: folders, devices, write-protected files.
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
    """Write everything, sync and close; the descriptor is closed even after a failure."""
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
        replace_file(temporary, target)
    elif os.name == "nt":  # rename refuses an existing name here
        rename_file(temporary, target)
    else:
        _link_in_place(temporary, target)


def _link_in_place(temporary: str, target: str) -> None:
    """Give the file its name only if no other file has taken it meanwhile."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        os.replace(temporary, target)
        return
    with suppressed(_LOG, "removing a temporary file", OSError):
        os.unlink(temporary)


def _sync_folder(folder: str, target: str) -> None:
    """Make the new name survive a power cut; does nothing where the system has no such call."""
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


def replace_file(path: str, target: str) -> None:
    """Rename a file or folder, replacing an existing file; raises ``OSError``.

    Repeated while another program has one of them open.
    """
    source, target = system_path(path), system_path(target)
    retried_while_in_use(lambda: os.replace(source, target), is_replacing=True)


def rename_file(path: str, target: str) -> None:
    """Rename to a name that nothing has; on Windows an existing target raises
    ``FileExistsError``."""
    source, target = system_path(path), system_path(target)
    retried_while_in_use(lambda: os.rename(source, target), is_replacing=True)


def flush_to_disk(path: str) -> None:
    """Flush a file that others have written to the disk; raises ``OSError``."""
    descriptor = os.open(system_path(path), os.O_RDWR)
    try:
        if sys.platform == "darwin":  # fsync stops at the disk's own cache here
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_error(path: str, error: OSError) -> WriteError:
    """The error to raise where the system refused to write ``path``."""
    kind, why = _reason(path, error)
    return WriteError(kind, f"“{path}” tidak dapat disimpan karena {why}")


def _reason(path: str, error: OSError) -> tuple[WriteKind, str]:
    folder = os.path.dirname(path) or "."
    if is_in_use(error) or (isinstance(error, PermissionError) and is_held_by_other_program(path)):
        return "in-use", (
            f"sedang dibuka di {_likely_program(path)}; tutup dulu, lalu simpan lagi."
        )
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


def _likely_program(path: str) -> str:
    program = _EDITING_PROGRAMS.get(os.path.splitext(path)[1].lower(), "")
    return f"{program} atau program lain" if program else "program lain"


def _shown(path: str) -> str:
    """The file name in ``path`` without characters that a terminal cannot show."""
    return "".join(c if c.isprintable() else "\ufffd" for c in path)
