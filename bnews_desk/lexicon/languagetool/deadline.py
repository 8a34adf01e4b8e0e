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
"""From the first byte of an answer to its last; most of the time a server takes is before the
first."""


class RequestDeadline:
    """Closes ``connection`` after ``seconds``, or ``REST_SECONDS`` after its answer has begun.

    Use it in a ``with`` in which one question is asked; it opens the connection. ``passed`` is the
    limit that was exceeded, 0 where none was.
    """

    def __init__(self, connection: HTTPConnection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds
        self._ends = 0.0
        self._timer = self._set(seconds)
        self._socket: socket | None = None
        self.passed = 0.0

    def __enter__(self) -> None:
        """Open the connection and start the timer."""
        self._ends = time.monotonic() + self._seconds
        self._timer.start()
        self._connection.connect()  # a proxy's answer must not count as the server's
        # an answer that closes the connection removes its socket
        self._socket = self._connection.sock
        answer: Any = partial(_NotedResponse, self._answer_begins)
        self._connection.response_class = answer

    def __exit__(self, *_: object) -> None:
        """Stop the timer."""
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
                return  # already closed


class _NotedResponse(HTTPResponse):
    """A response that calls back when it begins."""

    def __init__(self, begins: Callable[[], None], *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **named)
        self.fp = BufferedReader(_Noted(self.fp.detach(), begins))


class _Noted(RawIOBase):
    """Reads a socket and calls back when the first byte arrives."""

    def __init__(self, source: RawIOBase, begins: Callable[[], None]) -> None:
        self._source, self._begins = source, begins
        self._has_begun = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401
        count: int | None = self._source.readinto(buffer)
        if count and not self._has_begun:
            self._has_begun = True
            self._begins()
        return count

    def close(self) -> None:
        """Close the source too."""
        self._source.close()
        super().close()
