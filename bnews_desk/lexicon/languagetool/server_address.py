"""The address of a LanguageTool server: on this computer, or on another one with encryption."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from bnews_desk.errors import UsageError

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_PATH = re.compile(r"(?:/[\w.~-]+)*/?", re.ASCII)
_PORTS = {"http": 80, "https": 443}
_PUBLIC = ("languagetool.org", "languagetoolplus.com")


class Address(NamedTuple):
    """The address of a server's API; ``path`` ends in ``/v2``."""

    scheme: str
    host: str
    port: int
    path: str = "/v2"

    @property
    def is_loopback(self) -> bool:
        """Whether text sent there stays on this computer."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_public(self) -> bool:
        """Whether it is the public service of LanguageTool's makers."""
        return any(self.host == name or self.host.endswith("." + name) for name in _PUBLIC)

    @property
    def shown(self) -> str:
        """The server's name as shown to an editor."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def address_of(text: str) -> Address:
    """Parse an address as a user types it, with or without ``/v2``.

    Raises ``UsageError`` for an invalid one, or one that would send copy unencrypted over a
    network.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        raise _unusable(text) from None
    host = (parts.hostname or "").lower()
    if parts.scheme not in _PORTS or not _is_plain(parts) or not _is_host(host):
        raise _unusable(text)
    found = Address(parts.scheme, host, port or _PORTS[parts.scheme], _api(parts.path))
    if found.scheme == "http" and not found.is_loopback:
        raise UsageError(
            f"Alamat LanguageTool “{text}” tidak terenkripsi, sedangkan naskah akan melewati"
            " jaringan; pakai alamat yang berawalan https://."
        )
    return found


def what_is_sent(address: Address, *, reads_indonesian: bool = False) -> str:
    """One sentence on what leaves the computer when this address is used; '' where nothing does."""
    if address.is_loopback:
        return ""
    what = "Seluruh isi naskah" if reads_indonesian else "Kalimat berbahasa asing dalam naskah"
    if address.is_public:
        return (
            f"{what} dikirim lewat internet ke {address.shown}, layanan umum di luar redaksi; rilis"
            " yang diembargo tidak pernah dikirim."
        )
    return f"{what} dikirim ke {address.shown}; rilis yang diembargo tidak pernah dikirim."


def _is_plain(parts: SplitResult) -> bool:
    """Whether an address has no user, no query and an ordinary path."""
    return not (parts.username or parts.password or parts.query or parts.fragment) and bool(
        _PATH.fullmatch(parts.path)
    )


def _is_host(host: str) -> bool:
    if _HOST.fullmatch(host):
        return True
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def _api(path: str) -> str:
    trunk = path.rstrip("/").removesuffix("/check")
    return trunk if trunk.endswith("/v2") else trunk + "/v2"


def _unusable(text: str) -> UsageError:
    return UsageError(
        f"Alamat LanguageTool “{text}” tidak dapat dipakai; tulis seperti"
        " https://languagetool.redaksi.id/v2."
    )
