"""Writes crash reports: traceback and versions, without any text of a release."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from datetime import datetime

from bnews_desk import __version__
from bnews_desk.errors import WriteError
from bnews_desk.files import write_atomically
from bnews_desk.log import last_lines, words_of

MAX_FRAMES = 60
MAX_LINKS = 8
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_DUMPED_FRAME = re.compile(r'\s*File "(?P<path>.*)", line (?P<line>\S+) in (?P<name>.*)')


def report_of(error: BaseException, thread: str, when: datetime) -> str:
    """The report of one failure, with the chain of its causes."""
    parts = [_heading(thread, when)]
    for cause in _chain(error):
        frames = traceback.extract_tb(cause.__traceback__)[-MAX_FRAMES:]
        parts.append("\n".join([*map(_line_of, frames), words_of(cause)]))
    return "\n\n".join(parts) + "\n"


def fatal_report_of(message: str, thread: str, when: datetime) -> str:
    """The report of a fatal message with which Qt is about to end the program."""
    frames = traceback.extract_stack()[-MAX_FRAMES:]
    return "\n\n".join(
        [_heading(thread, when), "\n".join(map(_line_of, frames)), f"Qt: {message[:500]}\n"]
    )


def native_report_of(dump: str, process: str, when: datetime) -> str:
    """The report of a crash below Python, of which ``faulthandler`` has written ``dump``."""
    lines = (_DUMPED_FRAME.sub(_shown_frame, line) for line in dump.splitlines())
    return "\n\n".join([_heading(process, when), "\n".join(lines) + "\n"])


def mark_of(error: BaseException) -> str:
    """A key that is equal for the same kind of failure at the same place, whatever its message."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} {[(f.filename, f.lineno) for f in frames[-3:]]}"


def write_report(folder: str, text: str, when: datetime) -> str:
    """Write a report and the end of the log into a folder, never over another report; its path.

    Raises ``WriteError``.
    """
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as error:
        raise WriteError(
            "no-folder", f"folder “{folder}” tidak dapat dibuat ({error.strerror})"
        ) from None
    logged = last_lines(folder)
    if logged:
        text = f"{text}\nCatatan program sebelum itu:\n\n{logged}"
    for name in _names(when):
        path = os.path.join(folder, name)
        try:
            write_atomically(path, text.encode("utf-8", "backslashreplace"), overwrite=False)
        except WriteError as error:
            if error.kind != "exists":
                raise
        else:
            return path
    raise WriteError("exists", f"folder “{folder}” penuh laporan")


def _heading(thread: str, when: datetime) -> str:
    import platform  # no start of the window needs it

    qt = getattr(sys.modules.get("PySide6"), "__version__", "-")
    return "\n".join(
        [
            "Laporan kesalahan B-News Desk. Isi naskah tidak ikut tercatat di sini.",
            f"Waktu    {when:%Y-%m-%d %H:%M:%S}",
            f"Versi    B-News Desk {__version__}",
            f"Python   {platform.python_version()} ({platform.python_implementation()})",
            f"Qt       {qt}",
            f"Sistem   {platform.platform()}",
            f"Utas     {thread}",
        ]
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """A failure and its causes, the first cause first."""
    found: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in found and len(found) < MAX_LINKS:
        found.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    yield from reversed(found)


def _line_of(frame: traceback.FrameSummary) -> str:
    """One frame; a path outside the program is shortened to its last parts, without the user's
    name.
    """
    return f"  {_shown_path(frame.filename)}:{frame.lineno} {frame.name}\n    {frame.line or ''}"


def _shown_frame(frame: re.Match[str]) -> str:
    return f"  {_shown_path(frame['path'])}:{frame['line']} {frame['name']}"


def _shown_path(path: str) -> str:
    if path.startswith(_PACKAGE + os.sep):
        return os.path.relpath(path, os.path.dirname(_PACKAGE))
    return os.sep.join(path.split(os.sep)[-3:])


def _names(when: datetime) -> Iterable[str]:
    stem = f"laporan-kesalahan-{when:%Y%m%d-%H%M%S}"
    yield f"{stem}.txt"
    for number in range(2, 100):
        yield f"{stem}-{number}.txt"
