"""The address of an archive, as far as it can be read without its database."""

from __future__ import annotations

import os

from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.errors import reason

_POSTGRESQL = ("postgresql://", "postgres://")


def is_shared(address: str) -> bool:
    """Whether an address is that of a PostgreSQL archive rather than a file."""
    return address.startswith(_POSTGRESQL)


def make_folder(path: str) -> None:
    """Make the folder of the file at ``path``, accessible to its owner alone.

    Raises ``UnusableArchiveError``.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as error:
        raise UnusableArchiveError(
            f"Folder arsip “{folder}” tidak dapat dibuat ({reason(error)}); periksa izinnya."
        ) from None
