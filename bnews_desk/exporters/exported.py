"""What an exporter answers."""

from __future__ import annotations

from typing import NamedTuple


class Exported(NamedTuple):
    """A file's bytes, and one Indonesian sentence for each thing that could not go into it."""

    data: bytes
    notes: tuple[str, ...] = ()
