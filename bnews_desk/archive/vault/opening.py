"""The door to the archive: an address in, an archive that is ready out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from bnews_desk.archive.vault.engines import engine_of
from bnews_desk.archive.vault.migrating import bring_up_to_date
from bnews_desk.archive.vault.vault import Vault

if TYPE_CHECKING:
    from bnews_desk.frame.reading import FrameReader


def open_archive(
    address: str, reader: FrameReader, clock: Callable[[], float] = time.time
) -> Vault:
    """The archive at a file's path or a ``postgresql://`` address, made where there is none.

    Raises :class:`~bnews_desk.archive.vault.troubles.ArchiveError`. An index whose roots an
    earlier analyser found is still used: rebuild it where ``is_index_current`` says no.
    """
    engine = engine_of(address)
    try:
        bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return Vault(engine, reader, clock)
