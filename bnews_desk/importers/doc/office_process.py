"""The process that runs LibreOffice on one file and ends LibreOffice when its caller ends.

``python office_process.py PROGRAM SECONDS`` takes the length of a DOC file (8 bytes, big-endian)
and the file itself on standard input, and writes the converted DOCX to standard output. It ends
LibreOffice with all its child processes, and removes every file, when it is done, when the time is
up, and when standard input is closed, as it is when its caller ends in any way. Exit status: 0
done, 1 LibreOffice could not read the file, 2 the time was up or the caller ended.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MAX_OFFICE_BYTES = 4 * 1024 * 1024 * 1024
"""Memory limit of LibreOffice in bytes, where the system can enforce it."""
DONE, FAILED, ENDED = 0, 1, 2
_LENGTH_BYTES = 8
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""No macro runs and no linked file is fetched; any request goes to a proxy that does not exist."""
_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")


def main(arguments: Sequence[str]) -> int:
    """Convert one file; see the module's docstring."""
    program, seconds = arguments[0], float(arguments[1])
    source = sys.stdin.buffer
    length = int.from_bytes(source.read(_LENGTH_BYTES), "big")
    data = source.read(length)
    if len(data) < length:
        return ENDED
    with tempfile.TemporaryDirectory(prefix="bnews-doc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "naskah.doc").write_bytes(data)
        _write_profile(folder / "profile" / "user")
        status = _run(program, folder, seconds)
        made = folder / "out" / "naskah.docx"
        if status == DONE and not made.is_file():
            status = FAILED
        if status == DONE:
            sys.stdout.buffer.write(made.read_bytes())
            sys.stdout.buffer.flush()
    return status


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items'
        ' xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>",
        encoding="utf-8",
    )


class _Office:
    """A running LibreOffice with all its child processes."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        options: dict[str, Any] = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "cwd": folder,
            "env": {**os.environ, **_NO_NETWORK},
        }
        if sys.platform == "win32":
            from bnews_desk.job_objects import JobObject, start_in

            self._job = JobObject(MAX_OFFICE_BYTES)
            self.process = start_in(self._job, command, **options)
        else:
            _raise_memory_limit()
            self.process = subprocess.Popen(  # noqa: S603 - a program found by us, no shell
                command, start_new_session=True, **options
            )

    def end(self) -> None:
        """End all of them; may be called from any thread and repeatedly."""
        if sys.platform == "win32":
            self._job.close()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)


if sys.platform != "win32":

    def _raise_memory_limit() -> None:
        """Give LibreOffice a higher memory limit than that of an import process."""
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = MAX_OFFICE_BYTES if hard == resource.RLIM_INFINITY else min(MAX_OFFICE_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _run(program: str, folder: Path, seconds: float) -> int:
    office = _Office(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            "--convert-to", "docx", "--outdir", str(folder / "out"), str(folder / "naskah.doc"),
        ],
        folder,
    )  # fmt: skip
    is_alone = threading.Event()
    threading.Thread(target=_watch, args=(office, is_alone), daemon=True).start()
    try:
        status = office.process.wait(seconds)
    except subprocess.TimeoutExpired:
        return ENDED
    finally:
        office.end()
    if is_alone.is_set():
        return ENDED
    return DONE if status == 0 else FAILED


def _watch(office: _Office, is_alone: threading.Event) -> None:
    """End LibreOffice when standard input ends, because the caller has ended."""
    with contextlib.suppress(OSError):
        while os.read(0, 1):  # unbuffered: a buffer's lock would block our own exit
            pass
    is_alone.set()
    office.end()
