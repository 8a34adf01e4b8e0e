"""Loads photos from the archive for the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive


def photos_in(archive: Archive, digests: Iterable[str]) -> dict[str, bytes]:
    """The bytes of those photos that the archive has, by their SHA-256."""
    found = {digest: archive.photo(digest) for digest in digests}
    return {digest: data for digest, data in found.items() if data is not None}
