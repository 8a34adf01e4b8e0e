"""What an exporter answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's bytes, and one Indonesian sentence for each thing that could not go into it."""

    data: bytes
    notes: tuple[str, ...] = ()
