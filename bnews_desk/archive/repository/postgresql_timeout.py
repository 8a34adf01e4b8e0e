"""Ends connections to a PostgreSQL server that has frozen, but not to one that is busy.

The system's own limits end a connection whose network has gone. A frozen server keeps its
connections, and a query on it would wait forever. How long a query may take cannot be known
beforehand: an index over 100,000 releases takes minutes. So a server that sends nothing for a while
is asked on a separate connection whether it is alive.
"""

from __future__ import annotations

import contextlib
import socket
import sys
import time
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import event

if TYPE_CHECKING:
    from sqlalchemy import Engine

SILENT_SECONDS = 5.0
"""Seconds without a byte after which the server is asked whether it is alive."""
ANSWER_SECONDS = 10.0
"""Seconds within which it must answer."""
_ARE_YOU_THERE = (8).to_bytes(4, "big") + (80_877_103).to_bytes(4, "big")
"""An SSL request: every server answers it with one byte, before anything else."""


def listen_for_silence(engine: Engine) -> None:
    """Make every connection of a PostgreSQL engine end when its server is frozen."""

    @event.listens_for(engine, "do_connect")
    def connect(
        _dialect: object, _record: object, arguments: list[Any], named: dict[str, Any]
    ) -> psycopg.Connection[Any]:
        return _Listening.connect(*arguments, **named)


class _Listening(psycopg.Connection[Any]):
    """A connection that waits for its server as long as that is alive."""

    def wait(self, gen: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        """The result of ``gen``; raises where the server has stopped answering."""
        return super().wait(self._watched(gen), *arguments, **named)

    def _watched(self, steps: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        heard = time.monotonic()
        try:
            wanted = next(steps)
            while True:
                ready = yield wanted
                if ready:
                    heard = time.monotonic()
                elif time.monotonic() - heard > SILENT_SECONDS:
                    self._demand_life()
                    heard = time.monotonic()
                wanted = steps.send(ready)
        except StopIteration as end:
            return end.value
        except KeyboardInterrupt:  # the query has no end to wait for
            self.pgconn.finish()
            raise

    def _demand_life(self) -> None:
        if not self._is_there():
            self.pgconn.finish()
            raise psycopg.OperationalError("timeout expired: the server has fallen silent")

    def _is_there(self) -> bool:
        """Whether the server answers; True where it cannot be asked."""
        info = self.info
        with contextlib.suppress(psycopg.Error):
            host, port = info.hostaddr or info.host, info.port
            return not host or _answers(host, port)
        return True


def _answers(host: str, port: int) -> bool:
    try:
        with _reached(host, port) as server:
            server.sendall(_ARE_YOU_THERE)
            return bool(server.recv(1))
    except OSError:
        return False


def _reached(host: str, port: int) -> socket.socket:
    if sys.platform == "win32" or not host.startswith("/"):
        return socket.create_connection((host, port), ANSWER_SECONDS)
    server = socket.socket(socket.AF_UNIX)
    server.settimeout(ANSWER_SECONDS)
    try:
        server.connect(f"{host}/.s.PGSQL.{port}")
    except OSError:
        server.close()
        raise
    return server
