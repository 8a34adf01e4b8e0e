"""Runs a LanguageTool server: starts it when needed, restarts it when it dies, ends it with the
program."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

from bnews_desk.errors import DeskError, OpinionError
from bnews_desk.helper_process import helper_command
from bnews_desk.lexicon.languagetool import installation, server_guard
from bnews_desk.lexicon.languagetool.installation import Java
from bnews_desk.lexicon.languagetool.server_address import Address

LOOPBACK = "127.0.0.1"
MOST_FAILURES = 3
"""After this many failures in a row a server is not started again."""
BACK_OFF_SECONDS = (0.5, 4.0)
"""Seconds to wait after the first and the second failure."""
START_SECONDS = 90.0
"""Longest time to a server's first answer; two to ten seconds are usual."""
SETTLED_SECONDS = 120.0
"""A server that has run for this long starts again with no failures counted."""
_POLL_SECONDS = 0.1
_HEALTH_SECONDS = 2.0
_NOTICE_SECONDS = 2.0
_END_SECONDS = 5.0
JAVA_OPTIONS = (
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Djava.awt.headless=true",
)
"""Limits memory, and uses only one of Java's compilers, which halves the time to the first
answer."""

Command = Callable[[int], list[str]]
"""Returns the command that starts a server on a port; raises ``OpinionError`` where it cannot."""


class Server:
    """A server that only this computer can reach, restarted when it dies.

    It may be used from any thread. Its process ends with ``close`` and with the program, however
    that ends.
    """

    def __init__(self, command: Command, back_off: tuple[float, ...] = BACK_OFF_SECONDS) -> None:
        self._command = command
        self._back_off = back_off
        self._changed = threading.Condition()
        self._keeper: threading.Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._address: Address | None = None
        self._given_up: OpinionError | None = None
        self._port = 0
        self._is_closed = False

    def address(self, within: float = START_SECONDS) -> Address:
        """The server's address; starts or restarts it if necessary.

        Raises ``OpinionError`` where it does not answer within ``within`` seconds or is no longer
        restarted.
        """
        with self._changed:
            if self._keeper is None and not self._is_closed:
                self._keeper = threading.Thread(target=self._keep, name="bnews-lt", daemon=True)
                self._keeper.start()
            self._changed.wait_for(self._is_settled, within)
            if self._given_up is not None:
                raise self._given_up
            if self._address is None:
                raise OpinionError("LanguageTool belum siap; temuannya menyusul.")
            return self._address

    def lost(self, address: Address) -> None:
        """Report that nothing answered at ``address``; waits briefly until the server's end is
        noticed."""
        with self._changed:  # the end of a process is noticed within a moment
            self._changed.wait_for(lambda: self._address != address, _NOTICE_SECONDS)

    @property
    def pid(self) -> int | None:
        """The id of the guard process; None where there is none."""
        process = self._process
        return process.pid if _is_running(process) and process is not None else None

    def close(self, within: float = _END_SECONDS) -> None:
        """End the server and wait up to ``within`` seconds; threads that wait for it get an
        error."""
        with self._changed:
            self._is_closed = True
            self._given_up = self._given_up or OpinionError("LanguageTool sudah ditutup.")
            process, keeper = self._process, self._keeper
            self._changed.notify_all()
        _release(process)
        if keeper is not None:
            keeper.join(within)

    def _is_settled(self) -> bool:
        return self._address is not None or self._given_up is not None

    def _keep(self) -> None:
        """Run one server after another, until closed or three failed in a row."""
        failures = 0
        while not self._is_closed:
            begun = time.monotonic()
            try:
                self._run_one()
            except DeskError as error:  # a second try would change nothing
                self._give_up(OpinionError(str(error)))
                return
            failures = 1 if time.monotonic() - begun > SETTLED_SECONDS else failures + 1
            if failures >= MOST_FAILURES:
                self._give_up(
                    OpinionError(
                        "LanguageTool berhenti berulang kali dan tidak dijalankan lagi; temuan"
                        " B-News Desk sendiri tetap lengkap."
                    )
                )
                return
            with self._changed:
                self._changed.wait_for(lambda: self._is_closed, self._back_off[failures - 1])

    def _run_one(self) -> None:
        """Start a server, publish its address, and return when it has ended."""
        port = self._port = free_port(self._port)
        process = _started(self._command(port))
        with self._changed:
            self._process = process
            is_closed = self._is_closed
        try:
            address = Address("http", LOOPBACK, port)
            if not is_closed and answers(address, lambda: _is_running(process), START_SECONDS):
                self._tell(address)
                process.wait()
        finally:
            self._tell(None)
            _end(process)

    def _tell(self, address: Address | None) -> None:
        with self._changed:
            self._address = address
            self._changed.notify_all()

    def _give_up(self, error: OpinionError) -> None:
        with self._changed:
            self._given_up = self._given_up or error
            self._changed.notify_all()


def local_server(*, reads_indonesian: bool = False, runtime: Java | None = None) -> Server:
    """The server of the installed LanguageTool; it is not started yet.

    ``runtime`` is the Java; where it is None, it is looked for when the server starts. A process
    that limits its own memory must pass one.
    """

    def command(port: int) -> list[str]:
        config = installation.write_server_config(reads_indonesian=reads_indonesian)
        found = runtime or installation.find_java()
        java, *rest = installation.server_command(found, port, config)
        return [java, *JAVA_OPTIONS, *rest]

    return Server(command)


def free_port(wanted: int = 0) -> int:
    """A free port of this computer, ``wanted`` if possible."""
    with socket.socket() as probe:
        if os.name == "posix":  # like Java, which can reuse a port that has just been freed
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, wanted))
        except OSError:
            probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    """Start ``command`` under a guard, which ends it when our end of its input closes."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        return subprocess.Popen(  # noqa: S603 – our own script and Java, without a shell
            helper_command(server_guard.__name__, *command),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=flags,
        )
    except OSError:
        raise OpinionError("LanguageTool tidak dapat dijalankan di komputer ini.") from None


def answers(address: Address, is_there: Callable[[], bool], within: float) -> bool:
    """Wait until a server answers; False where it has ended or takes too long."""
    until = time.monotonic() + within
    while is_there() and time.monotonic() < until:
        connection = HTTPConnection(address.host, address.port, timeout=_HEALTH_SECONDS)
        with contextlib.closing(connection), contextlib.suppress(OSError, HTTPException):
            connection.request("GET", address.path + "/healthcheck")
            with connection.getresponse() as response:
                if response.status == HTTPStatus.OK and is_there():
                    return True
        time.sleep(_POLL_SECONDS)
    return False


def _is_running(process: subprocess.Popen[bytes] | None) -> bool:
    return process is not None and process.poll() is None


def _release(process: subprocess.Popen[bytes] | None) -> None:
    """Close a guard's input, which makes it end its server."""
    if process is not None and process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Make a guard end its server, and wait until it has."""
    _release(process)
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
