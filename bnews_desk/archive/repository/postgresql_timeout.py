"""A PostgreSQL server that falls silent: told from one that is busy, and not waited for.

The system's own limits end a connection whose network has gone. A server that is frozen keeps its
connections, and what was asked would be waited for without end. How long an answer may take cannot
be told beforehand: an index over 100,000 releases takes minutes. So a server that says nothing for
a while is asked on a connection of its own whether it is there.
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
"""Seconds without a byte after which a server is asked whether it is there."""
ANSWER_SECONDS = 10.0
"""Seconds that it may take to say so."""
_ARE_YOU_THERE = (8).to_bytes(4, "big") + (80_877_103).to_bytes(4, "big")
"""A request for encryption: every server answers it, with a letter, before anything else."""


def listen_for_silence(engine: Engine) -> None:
    """Have every connection of a PostgreSQL engine end where its server has fallen silent."""

    @event.listens_for(engine, "do_connect")
    def connect(
        _dialect: object, _record: object, arguments: list[Any], named: dict[str, Any]
    ) -> psycopg.Connection[Any]:
        return _Listening.connect(*arguments, **named)


class _Listening(psycopg.Connection[Any]):
    """A connection that waits for a server as long as it is there."""

    def wait(self, gen: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        """What ``gen`` gives; raises where the server says nothing any more."""
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
        except KeyboardInterrupt:  # what was asked has no end any more
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
