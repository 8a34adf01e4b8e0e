"""Installs LanguageTool from a download, a folder or a ZIP, completely or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from bnews_desk.errors import OpinionError, reason
from bnews_desk.files import replace_file
from bnews_desk.helper_process import helper_command
from bnews_desk.lexicon.languagetool import download_process, installation
from bnews_desk.lexicon.languagetool.installation import Installation

ReportProgress = Callable[[int, int], None]
"""Called with the number of bytes received and the total, which is 0 where unknown."""
TELL_SECONDS = 0.25
_STAGING = ".unduh-"
"""Prefix of the names of folders with an incomplete installation."""


class CancelledError(OpinionError):
    """The download was cancelled and its files are deleted."""


class Download:
    """One download of ``VERSION``."""

    def __init__(self, version: str = installation.VERSION) -> None:
        self._version = version
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._is_cancelled = False

    def run(self, tell: ReportProgress = lambda _come, _of: None) -> Installation:
        """Download, check and unpack; takes minutes and blocks.

        Raises ``OpinionError``, which says what went wrong and what to do, and ``CancelledError``
        after ``cancel``. An existing installation is kept. The system's proxies are used.
        """
        runtime = installation.find_java()
        if runtime is None or not runtime.is_enough:
            raise OpinionError(f"LanguageTool memerlukan Java. {installation.java_remedy()}")
        with _staging() as folder:
            process = self._started(folder)
            try:
                failure = _followed(process, folder, tell)
            finally:
                _end(process)
            if self._is_cancelled:
                raise CancelledError("Unduhan LanguageTool dibatalkan; tidak ada yang tersisa.")
            if failure:
                raise OpinionError(
                    f"LanguageTool {self._version} tidak dapat diunduh ({failure}); periksa"
                    " jaringan, atau ambil ZIP-nya sendiri lalu pilih berkas itu."
                )
            return _moved_in(folder)

    def cancel(self) -> None:
        """Cancel the download at once; may be called from any thread."""
        with self._lock:
            self._is_cancelled = True
            if self._process is not None:
                self._process.kill()

    def _started(self, folder: str) -> subprocess.Popen[str]:
        call = helper_command(download_process.__name__, self._version)
        environment = {**os.environ, installation.PATH_VARIABLE: folder}
        with self._lock:
            process = subprocess.Popen(  # noqa: S603 – our own script, without a shell
                call,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=environment,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._process = process
            if self._is_cancelled:
                process.kill()
        return process


def install_from_path(path: str) -> Installation:
    """Install LanguageTool from a folder or ZIP, which is kept.

    Raises ``OpinionError``.
    """
    with _staging() as folder:
        try:
            if os.path.isdir(path):
                name = os.path.basename(os.path.abspath(path))
                shutil.copytree(path, os.path.join(folder, name))
            else:
                _unpack(path, folder)
        except OSError as error:
            raise OpinionError(
                f"“{path}” tidak dapat disalin ({reason(error)}); periksa izinnya dan ruang disk."
            ) from None
        return _moved_in(folder)


def _unpack(path: str, folder: str) -> None:
    """Unpack a ZIP within language_tool_python's limits."""
    from zipfile import BadZipFile, ZipFile

    from language_tool_python.exceptions import PathError
    from language_tool_python.safe_zip import SafeZipExtractor

    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        try:
            with ZipFile(path) as archive:
                SafeZipExtractor().extractall(archive, Path(folder), work_dir=Path(scratch))
        except (BadZipFile, PathError, NotImplementedError, RuntimeError, ValueError):
            raise OpinionError(
                f"“{path}” bukan ZIP LanguageTool yang utuh; unduh sekali lagi."
            ) from None


@contextlib.contextmanager
def _staging() -> Iterator[str]:
    """A temporary folder beside the releases; it is deleted at the end, with older ones left
    over."""
    home = installation.releases_folder()
    try:
        os.makedirs(home, exist_ok=True)
        for name in os.listdir(home):
            if name.startswith(_STAGING):
                shutil.rmtree(os.path.join(home, name), ignore_errors=True)
        folder = tempfile.mkdtemp(prefix=_STAGING, dir=home)
    except OSError as error:
        raise OpinionError(
            f"Folder “{home}” tidak dapat dipakai ({reason(error)}); periksa izinnya, atau tunjuk"
            f" folder lain dengan {installation.PATH_VARIABLE}."
        ) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _moved_in(folder: str) -> Installation:
    """Move the release in a staging folder to the others."""
    found = installation.find_installation(folder)
    if found is None:
        raise OpinionError(
            "Di dalamnya tidak ada folder LanguageTool-X.Y dengan languagetool-server.jar; unduh"
            " LanguageTool sekali lagi."
        )
    target = os.path.join(installation.releases_folder(), os.path.basename(found.folder))
    try:
        if os.path.lexists(target):  # the same release, or a folder without a server
            replace_file(target, os.path.join(folder, "lama"))
        replace_file(found.folder, target)
    except OSError as error:
        raise OpinionError(
            f"“{target}” tidak dapat ditulis ({reason(error)}); tutup program yang memakainya."
        ) from None
    return Installation(target, found.version)


def _followed(process: subprocess.Popen[str], folder: str, tell: ReportProgress) -> str:
    """Follow a download and report its progress to ``tell``; returns why it failed, '' where it
    succeeded."""
    said: list[str] = []
    reading = threading.Thread(target=_read, args=(process.stdout, said), daemon=True)
    reading.start()
    while reading.is_alive():
        reading.join(TELL_SECONDS)
        total = next((line.split()[1] for line in said if line.startswith("size ")), "0")
        size = int(total) if total.isdecimal() else 0
        come = _bytes_in(folder)
        tell(min(come, size) if size else come, size)
    process.wait()
    if "done" in said:
        return ""
    failed = next((line for line in said if line.startswith("failed ")), "")
    return failed.removeprefix("failed ") or "prosesnya terhenti"


def _read(lines: IO[str] | None, said: list[str]) -> None:
    for line in lines or ():
        said.append(line.strip())


def _bytes_in(folder: str) -> int:
    """The bytes received so far: the size of the largest file in the folder."""
    largest = 0
    for root, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                largest = max(largest, os.path.getsize(os.path.join(root, name)))
    return largest


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
