"""Asks a LanguageTool server over HTTP, within a deadline and size limits.

language_tool_python's own client is not used: it waits for five minutes, follows redirects with the
text, and counts the length of a finding in UTF-16. ``installation`` uses the rest of that library.
"""

from __future__ import annotations

import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import gaierror
from typing import NamedTuple
from urllib.parse import unquote, urlencode, urlsplit

from bnews_desk.errors import OpinionError, reason
from bnews_desk.lexicon.languagetool.deadline import RequestDeadline
from bnews_desk.lexicon.languagetool.opinion import Remark
from bnews_desk.lexicon.languagetool.responses import languages_in, remarks_in
from bnews_desk.lexicon.languagetool.server_address import Address

ANSWER_SECONDS = 20.0
"""From the first byte sent to the last byte read; slower answers are cut off."""
MAX_ANSWER_BYTES = 4_000_000
MAX_TEXT_CHARACTERS = 20_000
"""What a server accepts at once by default; longer paragraphs are not sent."""
_OK = 200
_REDIRECTS = range(300, 400)
_TOO_MANY = 429


class UnreachedError(OpinionError):
    """There was no connection, or it broke off: the server may be gone."""


class Client:
    """An ``Opinion`` from the server at one address.

    Each question ends within ``seconds``. Redirects are not followed, so that copy only goes to the
    address that the user chose. Connections to other computers use the system's proxy.
    """

    def __init__(self, address: Address, seconds: float = ANSWER_SECONDS) -> None:
        self._address = address
        self._seconds = seconds
        self._languages: frozenset[str] | None = None

    @property
    def place(self) -> str:
        """The server's name; '' where it is this computer."""
        return "" if self._address.is_loopback else self._address.shown

    def languages(self) -> frozenset[str]:
        """The codes of the languages that the server supports; asked once."""
        if self._languages is None:
            try:
                self._languages = languages_in(self._asked("GET", "/languages", b""))
            except ValueError:
                raise self._senseless() from None
        return self._languages

    def remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        """The server's remarks on ``text``; none where it is too long for the server."""
        if len(text) > MAX_TEXT_CHARACTERS:
            return ()
        form = urlencode({"language": language, "text": text}, errors="replace").encode()
        try:
            return remarks_in(self._asked("POST", "/check", form), text)
        except ValueError:
            raise self._senseless() from None

    def _asked(self, method: str, path: str, form: bytes) -> bytes:
        connection = _connection(self._address, self._seconds)
        deadline = RequestDeadline(connection, self._seconds)
        try:
            with deadline:
                status, data = _exchange(connection, method, self._address.path + path, form)
        except OSError as error:
            late = deadline.passed or (isinstance(error, TimeoutError) and self._seconds)
            raise self._slow(late) if late else self._unreached(_why(error)) from None
        except (HTTPException, ValueError):
            late = deadline.passed
            raise self._slow(late) if late else self._senseless() from None
        finally:
            connection.close()
        if deadline.passed:  # a complete line read so far need not be a complete answer
            raise self._slow(deadline.passed)
        self._judge(status, len(data))
        return data

    def _judge(self, status: int, size: int) -> None:
        """Raise an error for an answer that cannot be one to the question."""
        name = self._address.shown
        if status in _REDIRECTS:
            raise OpinionError(
                f"LanguageTool di {name} mengalihkan ke alamat lain dan naskah tidak dikirim ke"
                " sana; tulis alamat tujuannya langsung."
            )
        if status == _TOO_MANY:
            raise OpinionError(f"LanguageTool di {name} sedang sibuk; coba lagi beberapa saat.")
        if status != _OK:
            raise OpinionError(
                f"LanguageTool di {name} tidak dapat memeriksa naskah (HTTP {status}); periksa"
                " alamatnya atau coba lagi nanti."
            )
        if size > MAX_ANSWER_BYTES:
            raise self._senseless()

    def _slow(self, limit: float) -> OpinionError:
        name = self._address.shown
        if limit < self._seconds:
            said = f"Jawaban LanguageTool di {name} tidak selesai dalam {limit:g} detik"
        else:
            said = f"LanguageTool di {name} tidak menjawab dalam {limit:g} detik"
        return OpinionError(f"{said}; coba lagi nanti.")

    def _unreached(self, why: str) -> OpinionError:
        return UnreachedError(
            f"LanguageTool di {self._address.shown} tidak dapat dihubungi ({why}); periksa alamat"
            " dan jaringannya."
        )

    def _senseless(self) -> OpinionError:
        return OpinionError(
            f"Jawaban dari {self._address.shown} bukan jawaban LanguageTool; periksa alamatnya."
        )


def _exchange(connection: HTTPConnection, method: str, path: str, form: bytes) -> tuple[int, bytes]:
    headers = {"Accept": "application/json", "User-Agent": "bnews-desk", "Connection": "close"}
    if form:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, form or None, headers)
    with connection.getresponse() as response:
        data = response.read(MAX_ANSWER_BYTES + 1)
        if response.length and len(data) <= MAX_ANSWER_BYTES:
            raise ConnectionResetError  # the connection broke off
        return response.status, data


def _why(error: OSError) -> str:
    if isinstance(error, gaierror):
        return "nama itu tidak dikenal jaringan"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "sertifikatnya tidak sah"
    if isinstance(error, ssl.SSLError):  # its number is not one of the system's
        return "server itu tidak berbicara terenkripsi"
    if error.errno is None and str(error).startswith("Tunnel"):
        return "proksi menolaknya"
    if isinstance(error, ConnectionRefusedError):
        return "tidak ada yang menjawab di sana"
    if isinstance(error, ConnectionError):
        return "sambungan terputus"
    return reason(error)


class _Proxy(NamedTuple):
    """A proxy for encrypted connections, and the headers that it needs."""

    host: str
    port: int
    headers: dict[str, str]


def _connection(address: Address, seconds: float) -> HTTPConnection:
    """A connection that is not yet open."""
    if address.scheme == "http":  # on this computer, so without a proxy
        return HTTPConnection(address.host, address.port, timeout=seconds)
    context = ssl.create_default_context()
    proxy = None if address.is_loopback else _system_proxy(address.host)
    if proxy is None:
        return HTTPSConnection(address.host, address.port, timeout=seconds, context=context)
    connection = HTTPSConnection(proxy.host, proxy.port, timeout=seconds, context=context)
    connection.set_tunnel(address.host, address.port, proxy.headers)
    return connection


def _system_proxy(host: str) -> _Proxy | None:
    """The system's proxy for encrypted connections to ``host``; None where there is none."""
    from base64 import b64encode
    from urllib.request import getproxies, proxy_bypass

    named = getproxies().get("https", "")
    if not named or proxy_bypass(host):
        return None
    parts = urlsplit(named if "://" in named else f"http://{named}")
    if not parts.hostname:
        return None
    headers = {}
    if parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = "Basic " + b64encode(login.encode()).decode()
    return _Proxy(parts.hostname, parts.port or 8080, headers)
