"""Opens an archive by its address, with its schema up to date."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_metadata import FILLING_BY, read_metadata
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import (
    make_engine,
    read_transaction,
    shown_address,
)
from bnews_desk.archive.repository.schema_migration import bring_up_to_date

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bnews_desk.frame.release_frame import FrameReader


def open_archive(
    address: str,
    reader: FrameReader,
    clock: Callable[[], float] = time.time,
    *,
    may_begin: bool = True,
    may_be_incomplete: bool = False,
) -> DatabaseArchive:
    """The archive at a file's path or a ``postgresql://`` address.

    Where there is none a new one is created if ``may_begin``. Raises ``ArchiveError``. An index
    made by an earlier version of the analyser is used as it is: rebuild it where
    ``is_index_current`` returns False. A shared archive into which another is still being moved
    opens only with ``may_be_incomplete``.
    """
    engine = make_engine(address)
    try:
        bring_up_to_date(engine, may_begin=may_begin)
        if is_shared(address) and not may_be_incomplete:
            _demand_complete(engine)
    except BaseException:
        engine.dispose()
        raise
    return DatabaseArchive(engine, reader, clock)


def _demand_complete(engine: Engine) -> None:
    with read_transaction(engine) as db:
        is_being_filled = read_metadata(db, FILLING_BY) is not None
    if is_being_filled:
        raise ArchiveError(
            f"Arsip bersama “{shown_address(engine)}” belum selesai diisi; lanjutkan dulu"
            " pemindahannya dengan bnews-desk archive migrate."
        )
