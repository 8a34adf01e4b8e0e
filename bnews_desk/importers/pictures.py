"""The bytes of a file's pictures, each read once."""

from __future__ import annotations

from bnews_desk.importers.package import Package


class Pictures:
    """Pictures by the part they lie in; to us they are bytes, nothing decodes them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._digests: dict[str, str | None] = {}
        self._bytes: dict[str, bytes] = {}

    def digest(self, part: str) -> str | None:
        """The SHA-256 of a picture, or None where the part is missing or damaged."""
        if part not in self._digests:
            data = self._package.read(part)
            self._digests[part] = None if not data else self._kept(data)
        return self._digests[part]

    def of(self, digests: frozenset[str]) -> dict[str, bytes]:
        """The bytes of those pictures that a release bears."""
        return {digest: data for digest, data in self._bytes.items() if digest in digests}

    def _kept(self, data: bytes) -> str:
        from hashlib import sha256  # takes 5 ms, and few releases bring pictures

        digest = sha256(data).hexdigest()
        self._bytes[digest] = data
        return digest
