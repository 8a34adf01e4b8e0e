"""An opinion from a server on this computer, which may restart between two questions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeVar

from bnews_desk.errors import OpinionError
from bnews_desk.lexicon.languagetool.client import Client, UnreachedError
from bnews_desk.lexicon.languagetool.opinion import Remark
from bnews_desk.lexicon.languagetool.server import answers
from bnews_desk.lexicon.languagetool.server_address import Address
from bnews_desk.log import log_fault

_LOG = logging.getLogger(__name__)


RETURN_SECONDS = 20.0
"""How long to wait for a server run by another process to come back."""

ANSWER_SECONDS = 60.0
"""The first text in a language takes five to ten seconds; this allows for a busy computer."""

Answer = TypeVar("Answer")
"""The result of a question."""


class ServerLocation(Protocol):
    """Knows the address at which a server answers."""

    def address(self) -> Address:
        """The server's address; raises ``OpinionError`` where there is none."""

    def lost(self, address: Address) -> None:
        """Report that nothing answered there; returns when it makes sense to ask again."""


class SharedServer(NamedTuple):
    """A server that another process runs, always at the same address."""

    known: Address

    def address(self) -> Address:
        return self.known

    def lost(self, address: Address) -> None:
        """Wait until the other process has restarted it, or the time is up."""
        answers(address, lambda: True, RETURN_SECONDS)


class LocalOpinion:
    """An ``Opinion`` that stays on this computer.

    A question during which the server dies is repeated once, to its successor.
    """

    def __init__(self, server: ServerLocation) -> None:
        self._server = server
        self._client: Client | None = None
        self._port = 0

    @property
    def place(self) -> str:
        """'': nothing leaves this computer."""
        return ""

    def languages(self) -> frozenset[str]:
        """The codes of the languages that the server supports."""
        return self._asked(lambda client: client.languages())

    def remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        """The server's remarks on ``text``."""
        return self._asked(lambda client: client.remarks(text, language))

    def _asked(self, question: Callable[[Client], Answer]) -> Answer:
        for _ in range(2):
            address = self._server.address()
            if self._client is None or self._port != address.port:
                self._client, self._port = Client(address, ANSWER_SECONDS), address.port
            try:
                return question(self._client)
            except UnreachedError as error:
                log_fault(_LOG, "reaching the local LanguageTool", error)
                self._server.lost(address)
        raise OpinionError("LanguageTool terhenti saat memeriksa; coba periksa lagi.")
