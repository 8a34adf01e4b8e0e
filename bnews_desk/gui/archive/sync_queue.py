"""What waits to be handed over, from the GUI thread to the archive's."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_values import Record
    from bnews_desk.archive.sync.release_sync import DeskState


class Turn(NamedTuple):
    """A release whose turn it is.

    ``standing`` is None where the journal has to be asked; ``settled`` is what another desk saved
    and ours goes on from, to be agreed on before ours is handed over, None where that is known.
    """

    standing: DeskState | None
    settled: Record | None


class SyncQueue:
    """The newest state of each release that waits; any thread may call.

    Whoever comes first takes the newest, however early he was asked to. So what was settled on the
    way to that state goes along with it: on its own, it would come too late for him.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._standings: dict[str, DeskState | None] = {}
        self._settled: dict[str, Record] = {}

    def put(self, key: str, standing: DeskState | None) -> None:
        """A release waits in this state, and in no earlier one."""
        with self._lock:
            self._standings[key] = standing

    def settle(self, key: str, theirs: Record) -> None:
        """What is put from now on goes on from ``theirs``; what still waits does not, and is
        dropped: the release is to be put again."""
        with self._lock:
            self._standings.pop(key, None)
            self._settled[key] = theirs

    def take(self, key: str) -> Turn | None:
        """What waits, which then does not any more; None where it does not."""
        with self._lock:
            if key not in self._standings:
                return None
            return Turn(self._standings.pop(key), self._settled.pop(key, None))

    def take_settled(self, key: str) -> Record | None:
        """What was settled and not taken yet, where no release waits that goes on from it."""
        with self._lock:
            return None if key in self._standings else self._settled.pop(key, None)
