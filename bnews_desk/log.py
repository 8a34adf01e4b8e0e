"""The program's log: failures that the program survived, for whoever looks into them.

The window writes a file of limited size in the data folder; a command writes none. The log has no
text of a release: messages are fixed words and numbers, and of a failure it has the type and place,
and the message only where that cannot quote a text.
"""

from __future__ import annotations

import contextlib
import logging
import os
import traceback
from collections.abc import Callable, Iterator
from types import TracebackType

MAX_FILE_BYTES = 500_000
KEPT_FILES = 3
"""Older log files that are kept beside the present one."""
_MOST_SHARED_BYTES = 2 * MAX_FILE_BYTES
_LAST_BYTES = 8_000
_MAX_WORDS = 300
_PACKAGE = "bnews_desk"
_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LINE = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_TELLING_NOTHING = (
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    RecursionError,
    RuntimeError,
    TypeError,
    ZeroDivisionError,
)
"""Errors whose messages name only code and types; the messages of others may quote a text."""

_Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def log_file(folder: str) -> str:
    """The path of the log in the data folder; the file may not exist yet."""
    return os.path.join(folder, "catatan.log")


def start_logging(folder: str, *, is_debug: bool = False) -> Callable[[], None]:
    """Start logging to a file; call the result to stop.

    The file is created with the first entry. Entries that cannot be written are dropped.
    """
    from logging.handlers import RotatingFileHandler  # commands do not need it

    class File(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
            """Stay silent: on a full disk, the code that loses something by it reports it."""

    handler = File(
        log_file(folder),
        maxBytes=MAX_FILE_BYTES,
        backupCount=KEPT_FILES,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    return _listen(handler, is_debug=is_debug)


def start_logging_beside(folder: str) -> Callable[[], None]:
    """Start logging to a file that another process writes and rotates; call the result to stop.

    The file is opened for each entry, so that it may be renamed in between. Nothing more is written
    once it has grown too large. Entries that cannot be written are dropped.
    """
    return _listen(_SharedFile(log_file(folder)), is_debug=False)


def start_logging_to_console() -> Callable[[], None]:
    """Start logging everything to standard error; call the result to stop."""
    return _listen(logging.StreamHandler(), is_debug=True)


def set_log_detail(*, is_detailed: bool) -> None:
    """Switch the logging of details on or off."""
    logging.getLogger(_PACKAGE).setLevel(logging.DEBUG if is_detailed else logging.INFO)


def last_lines(folder: str) -> str:
    """The last lines of the log; '' where there is none. Never raises."""
    try:
        with open(log_file(folder), "rb") as file:
            file.seek(0, os.SEEK_END)
            start = max(0, file.tell() - _LAST_BYTES)
            file.seek(start)
            text = file.read(_LAST_BYTES).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""
    return text.partition("\n")[2] if start else text


@contextlib.contextmanager
def suppressed(logger: logging.Logger, what: str, *errors: type[BaseException]) -> Iterator[None]:
    """Suppress ``errors`` raised inside, and log them; ``what`` says what was being done.

    ``what`` is fixed English text and never contains anything that was read.
    """
    try:
        yield
    except errors as error:
        log_fault(logger, what, error)


def log_fault(logger: logging.Logger, what: str, error: BaseException) -> None:
    """Log a failure that the program survives; does nothing where logging has not been started."""
    if logger.hasHandlers():
        logger.warning("%s failed", what, exc_info=error)


def words_of(error: BaseException) -> str:
    """An error's type, with its message where that cannot quote a text."""
    name = type(error).__qualname__
    if isinstance(error, OSError):
        return f"{name}: [{error.errno}] {os.strerror(error.errno) if error.errno else ''}"
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    if code:
        return f"{name}: {code}"
    if type(error) in _TELLING_NOTHING:
        return f"{name}: {str(error)[:_MAX_WORDS]}"
    return name


class _Formatter(logging.Formatter):
    """Formats an entry as one line, and a failure without its message."""

    def formatException(self, ei: _Failure) -> str:  # noqa: N802
        """Format a failure and its causes, each with the innermost line of our own code."""
        told: list[str] = []
        error = ei[1]
        while error is not None and len(told) < 4:
            told.append(f"  {words_of(error)} at {_place_of(error)}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(told)


class _SharedFile(logging.Handler):
    """Appends whole lines to a file that another process rotates."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write an entry with a single system call, or drop it."""
        with contextlib.suppress(Exception):
            line = f"{self.format(record)}\n".encode("utf-8", "backslashreplace")
            with open(self._path, "ab", buffering=0) as file:
                if file.tell() < _MOST_SHARED_BYTES:
                    file.write(line)


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.startswith(_FOLDER + os.sep)] or frames
    if not own:
        return "?"
    path = os.path.relpath(own[-1].filename, _FOLDER) if own[-1] in own else own[-1].filename
    return f"{os.sep.join(path.split(os.sep)[-4:])}:{own[-1].lineno} {own[-1].name}"


def _listen(handler: logging.Handler, *, is_debug: bool) -> Callable[[], None]:
    handler.setFormatter(_Formatter(_LINE))
    logger = logging.getLogger(_PACKAGE)
    before = logger.level
    logger.addHandler(handler)
    set_log_detail(is_detailed=is_debug)

    def end() -> None:
        logger.removeHandler(handler)
        logger.setLevel(before)
        handler.close()

    return end
