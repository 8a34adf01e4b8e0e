"""Closes a connection after a deadline, however slowly the server answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from io import BufferedReader, RawIOBase
from socket import SHUT_RDWR, socket
from typing import Any

REST_SECONDS = 4.0
"""From the first byte of an answer to its last: a server thinks before it begins to speak."""


class RequestDeadline:
    """Cuts ``connection`` after ``seconds``, or ``REST_SECONDS`` after its answer has begun.

    For a ``with`` in which the connection is made and one question is asked. ``passed`` is the
    limit that was met, 0 while none was.
    """

    def __init__(self, connection: HTTPConnection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds
        self._ends = 0.0
        self._timer = self._set(seconds)
        self._socket: socket | None = None
        self.passed = 0.0

    def __enter__(self) -> None:
        """Make the connection; the time begins."""
        self._ends = time.monotonic() + self._seconds
        self._timer.start()
        self._connection.connect()  # through a proxy that answers is not the answer
        self._socket = self._connection.sock  # an answer that closes takes it from the connection
        answer: Any = partial(_NotedResponse, self._answer_begins)
        self._connection.response_class = answer

    def __exit__(self, *_: object) -> None:
        """Cut nothing any more."""
        self._timer.cancel()

    def _set(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._cut, (seconds,))
        timer.daemon = True
        return timer

    def _answer_begins(self) -> None:
        if self._ends - time.monotonic() > REST_SECONDS:
            self._timer.cancel()
            self._timer = self._set(REST_SECONDS)
            self._timer.start()

    def _cut(self, seconds: float) -> None:
        self.passed = seconds
        held = self._socket or self._connection.sock
        if held is not None:
            try:
                socket.shutdown(held, SHUT_RDWR)  # below TLS, which another thread is reading
            except OSError:
                return  # closed already


class _NotedResponse(HTTPResponse):
    """An answer that says when it begins."""

    def __init__(self, begins: Callable[[], None], *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **named)
        self.fp = BufferedReader(_Noted(self.fp.detach(), begins))


class _Noted(RawIOBase):
    """A socket's reader that notes when the first byte arrives."""

    def __init__(self, source: RawIOBase, begins: Callable[[], None]) -> None:
        self._source, self._begins = source, begins
        self._has_begun = False

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401
        """Read some bytes."""
        count: int | None = self._source.readinto(buffer)
        if count and not self._has_begun:
            self._has_begun = True
            self._begins()
        return count

    def close(self) -> None:
        """Close the source too."""
        self._source.close()
        super().close()
