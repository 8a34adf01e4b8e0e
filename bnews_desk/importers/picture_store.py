"""Keeps the bytes of a file's pictures by digest, each read once."""

from __future__ import annotations

from collections.abc import Callable


class PictureStore:
    """Pictures by the part that contains them; none is decoded.

    ``read`` returns the bytes of a part, None where it is missing or damaged.
    """

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._digests: dict[str, str | None] = {}
        self._bytes: dict[str, bytes] = {}

    def digest(self, part: str) -> str | None:
        """The SHA-256 of a picture, None where the part is missing or damaged."""
        if part not in self._digests:
            data = self._read(part)
            self._digests[part] = None if not data else self.keep(data)
        return self._digests[part]

    def of(self, digests: frozenset[str]) -> dict[str, bytes]:
        """The bytes of the pictures with these digests."""
        return {digest: data for digest, data in self._bytes.items() if digest in digests}

    def keep(self, data: bytes) -> str:
        """Store a picture's bytes and return their SHA-256."""
        from hashlib import sha256  # takes 5 ms, and few releases bring pictures

        digest = sha256(data).hexdigest()
        self._bytes[digest] = data
        return digest
