"""What rules may ask the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bnews_desk.earlier import LookUp


class ArchiveView(Protocol):
    """The archive, or as much of it as was asked before; it answers at once and never raises."""

    def look_up(self, title: str) -> LookUp | None:
        """What is known of the title of a linked article; None where nothing is known yet."""
