"""One window a profile: a later start hands its files to the open window and ends."""

from __future__ import annotations

import getpass
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from hashlib import blake2b

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 5000
"""Milliseconds that the open window has to answer; it may just be starting."""
ELECTION_MS = 8000
"""Milliseconds that another start may need to decide whether it is the first."""
MAX_BYTES = 1_000_000
_TAKEN = b"ya\n"
_LONGEST_SOCKET_PATH = 100


class StartState(Enum):
    """What a start of the program finds."""

    FIRST = "first"
    """No other window: open one."""
    HANDED = "handed"
    """The open window has taken the files: end."""
    SILENT = "silent"
    """The open window does not answer: say so and end."""


class SingleInstance(QObject):
    """Decides which start of the program owns the window of a profile folder.

    A killed window does not block the next. Where the system has no room for a socket every start
    is the first: a second window is better than none.
    """

    handed = Signal(object)
    """A later start hands its files over: a tuple of absolute paths, empty where it has none."""

    def __init__(
        self, profile: str, parent: QObject | None = None, answer_ms: int = ANSWER_MS
    ) -> None:
        super().__init__(parent)
        self._name = socket_name(profile)
        self._answer_ms = answer_ms
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._heard: dict[QLocalSocket, bytes] = {}

    def begin(self, files: Sequence[str]) -> StartState:
        """Decide what this start is; ``files`` go to the window that is already open."""
        lock = QLockFile(f"{_lock_base(self._name)}.lock")
        lock.setStaleLockTime(ELECTION_MS)
        lock.tryLock(ELECTION_MS)  # without it, two starts at one moment may both be the first
        try:
            start_state = self._hand_over(files)
            if start_state is StartState.FIRST:
                QLocalServer.removeServer(self._name)
                self._server.listen(self._name)
            return start_state
        finally:
            lock.unlock()

    def close(self) -> None:
        """Stop taking files."""
        self._server.close()

    def _hand_over(self, files: Sequence[str]) -> StartState:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(self._answer_ms):
            is_stuck = socket.error() == QLocalSocket.LocalSocketError.SocketTimeoutError
            return StartState.SILENT if is_stuck else StartState.FIRST
        paths = [os.path.abspath(path) for path in files]
        _let_others_come_to_the_front()
        socket.write(json.dumps(paths).encode() + b"\n")
        answer, until = b"", time.monotonic() + self._answer_ms / 1000
        while answer != _TAKEN and (rest := until - time.monotonic()) > 0:
            if not socket.waitForReadyRead(int(rest * 1000) + 1):
                break
            answer += bytes(socket.readAll().data())
        if answer != _TAKEN:
            is_gone = socket.state() != QLocalSocket.LocalSocketState.ConnectedState
            return StartState.FIRST if is_gone else StartState.SILENT
        return StartState.HANDED

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._heard[socket] = b""
            socket.readyRead.connect(self._listen)
            socket.disconnected.connect(self._part)
            self._read(socket)

    def _listen(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _part(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)
            self._heard.pop(socket, None)
            socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._heard:
            return
        self._heard[socket] += bytes(socket.readAll().data())
        line, end, _ = self._heard[socket].partition(b"\n")
        if end:
            del self._heard[socket]
            self._take(socket, line)
        elif len(line) > MAX_BYTES:
            del self._heard[socket]
            socket.abort()

    def _take(self, socket: QLocalSocket, line: bytes) -> None:
        try:
            paths = json.loads(line)
            is_sound = isinstance(paths, list) and all(isinstance(path, str) for path in paths)
        except (ValueError, RecursionError):
            is_sound = False
        if not is_sound:
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        self.handed.emit(tuple(paths))


def socket_name(profile: str) -> str:
    """The name of a profile folder's socket, different for each folder and user."""
    user = ""
    with suppress(Exception):  # a system without users
        user = getpass.getuser()
    folder = os.path.normcase(os.path.realpath(profile))
    told = blake2b(f"{user}\n{folder}".encode("utf-8", "surrogatepass"), digest_size=8)
    name = f"bnews-desk-{told.hexdigest()}"
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.name != "nt" and os.path.isdir(own) and len(own) + len(name) < _LONGEST_SOCKET_PATH:
        return os.path.join(own, name)
    return name


def _let_others_come_to_the_front() -> None:
    """Let the open window come to the front; on Windows only a program just started may do that."""
    if sys.platform == "win32":
        import ctypes

        any_process = 0xFFFFFFFF  # ASFW_ANY
        ctypes.WinDLL("user32").AllowSetForegroundWindow(any_process)


def _lock_base(name: str) -> str:
    return name if os.path.isabs(name) else os.path.join(tempfile.gettempdir(), name)
