"""Keeps the bytes of a file's pictures by digest, each read once."""

from __future__ import annotations

from collections.abc import Callable


class PictureStore:
    """Pictures by the part they lie in; to us they are bytes, nothing decodes them.

    ``read`` gives the bytes of a part, or None where it is missing or damaged.
    """

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._digests: dict[str, str | None] = {}
        self._bytes: dict[str, bytes] = {}

    def digest(self, part: str) -> str | None:
        """The SHA-256 of a picture, or None where the part is missing or damaged."""
        if part not in self._digests:
            data = self._read(part)
            self._digests[part] = None if not data else self.keep(data)
        return self._digests[part]

    def of(self, digests: frozenset[str]) -> dict[str, bytes]:
        """The bytes of those pictures that a release bears."""
        return {digest: data for digest, data in self._bytes.items() if digest in digests}

    def keep(self, data: bytes) -> str:
        """The SHA-256 of a picture whose bytes are at hand."""
        from hashlib import sha256  # takes 5 ms, and few releases bring pictures

        digest = sha256(data).hexdigest()
        self._bytes[digest] = data
        return digest
