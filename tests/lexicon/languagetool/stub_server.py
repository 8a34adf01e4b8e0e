"""A LanguageTool server that answers as a test requires: correctly, wrongly, slowly or never."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from bnews_desk.lexicon.languagetool.server_address import Address

Behaviour = Callable[[BaseHTTPRequestHandler, dict[str, str]], None]
"""Answers one question: the handler to write to, and the form that was sent."""


def match(offset: int, length: int, **more: Any) -> dict[str, Any]:
    """One finding as LanguageTool writes it."""
    rule = {"id": "HE_VERB_AGR", "issueType": "grammar", "category": {"id": "GRAMMAR"}}
    rule |= more.pop("rule", {})
    found = {"offset": offset, "length": length, "message": "Theirs.", "replacements": []}
    return {**found, **more, "rule": rule}


def replying(*matches: dict[str, Any]) -> Behaviour:
    """Answers every text with the same findings."""
    return saying(json.dumps({"matches": matches}).encode())


def saying(body: bytes, status: int = 200, **headers: str) -> Behaviour:
    """Answers every question with the same bytes."""

    def behave(handler: BaseHTTPRequestHandler, _form: dict[str, str]) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return behave


class Stub:
    """A running server; ``texts`` are the texts received, with their languages."""

    def __init__(self, behaviour: Behaviour, languages: tuple[str, ...] = ("en-US", "id")) -> None:
        self.behaviour = behaviour
        self.texts: list[tuple[str, str]] = []
        self.over = threading.Event()
        listed = json.dumps([{"longCode": code, "code": code[:2]} for code in languages])
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                saying(listed.encode())(self, {})

            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                form = {k: v[0] for k, v in parse_qs(self.rfile.read(size).decode()).items()}
                stub.texts.append((form["language"], form["text"]))
                try:
                    stub.behaviour(self, form)
                except OSError:
                    return  # the client has gone

            def log_message(self, *_: object) -> None:
                """Write nothing: output on standard error fails a test."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Use TLS from now on; failed handshakes are ignored."""
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]

    @property
    def address(self) -> Address:
        return Address("http", "127.0.0.1", self._server.server_port)

    @contextmanager
    def running(self) -> Iterator[Stub]:
        self._thread.start()
        try:
            yield self
        finally:
            self.over.set()
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
