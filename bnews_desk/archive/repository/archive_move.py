"""Moves a whole archive to another database; an interrupted move can be continued.

The target records which archive it is being filled from until every row has been read back and
found equal; until then ``open_archive`` refuses it to everybody else. The source is read in one
transaction and is not changed.
"""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select, text

from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_metadata import (
    FILLED_BY,
    FILLING_BY,
    IDENTITY,
    delete_metadata,
    read_metadata,
    write_metadata,
)
from bnews_desk.archive.repository.archive_tables import META, METADATA, ORIGINALS, RELEASES
from bnews_desk.archive.repository.database_engines import (
    read_transaction,
    shown_address,
    write_transaction,
)
from bnews_desk.archive.repository.table_copy import Key, RowDifference, TableRows

if TYPE_CHECKING:
    from bnews_desk.archive.repository.database_archive import DatabaseArchive

_LOCK = 0x626E6D76
"""The PostgreSQL advisory lock that keeps two movers from the same target."""
_PATIENCE_SECONDS = 10.0
"""Seconds for which a killed mover may still hold the target."""
_PASSES = 5
"""How often rows that were changed during the move are copied again."""


def count_move_steps(source: DatabaseArchive) -> int:
    """The number of steps in moving an archive: each row is copied and read back."""
    with read_transaction(source.engine) as db:
        return 2 * sum(rows.count(db) for rows in _all_rows())


def move_archive(source: DatabaseArchive, target: DatabaseArchive) -> Iterator[str]:
    """Make ``target`` equal to ``source``; yields a table's name for each row copied or read back.

    Every few rows are committed durably, and an interrupted move continues from there. A target
    that was filled before is only compared. Raises ``ArchiveError`` where the target has other
    content, where another program is filling it, or where a row did not arrive unchanged.
    """
    source.index_pending()
    identity = _identity(source)
    with _alone(target), read_transaction(source.engine) as old:
        if _is_filled(target, identity):
            target.index_pending()
            yield from _verified(old, target)
            return
        for _ in range(_PASSES):
            state = _state(old)
            _remove_strangers(old, target)
            yield from _copied(old, target)
            yield from _verified(old, target)
            old.rollback()
            if _state(old) == state:
                _finish(target, identity)
                return
            old.rollback()
    raise ArchiveError(
        "Arsip asal terus diubah selama dipindahkan; tutup jendela B-News Desk lalu jalankan lagi"
        " perintah yang sama untuk melanjutkan."
    )


def _identity(source: DatabaseArchive) -> str:
    """The identity under which a target records this source."""
    with write_transaction(source.engine) as db:
        known = read_metadata(db, IDENTITY)
        if known is None:
            known = uuid.uuid4().hex
            write_metadata(db, IDENTITY, known)
        return known


@contextlib.contextmanager
def _alone(target: DatabaseArchive) -> Iterator[None]:
    """Hold the lock against other programs that move an archive to the same target."""
    with read_transaction(target.engine) as db:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not db.scalar(select(func.pg_try_advisory_lock(_LOCK))):
            db.rollback()
            if time.monotonic() > end:
                raise ArchiveError(
                    f"Arsip lain sedang dipindahkan ke “{shown_address(target.engine)}”; tunggu"
                    " sampai selesai lalu coba lagi."
                )
            time.sleep(0.2)
        db.rollback()
        db.detach()  # close the connection for good, which releases the lock
        yield


def _is_filled(target: DatabaseArchive, identity: str) -> bool:
    """Whether the target was filled from this source before; an empty target is claimed.

    Raises ``ArchiveError`` where it has other content.
    """
    with write_transaction(target.engine) as db:
        if read_metadata(db, FILLED_BY) == identity:
            return True
        if read_metadata(db, FILLING_BY) == identity:
            return False
        counts = {rows.table.name: rows.count(db) for rows in _all_rows()}
        found = {name: count for name, count in counts.items() if count and name != META.name}
        if found or read_metadata(db, FILLING_BY) or read_metadata(db, FILLED_BY):
            said = ", ".join(f"{name}: {count}" for name, count in found.items())
            raise ArchiveError(
                f"Arsip tujuan “{shown_address(target.engine)}” sudah berisi arsip lain"
                f" ({said or 'belum lengkap'}) dan tetap seperti itu; pilih basis data yang kosong."
            )
        write_metadata(db, FILLING_BY, identity)
        return False


def _state(old: Connection) -> object:
    """A value that changes when somebody else writes to the source."""
    return old.scalar(text("PRAGMA data_version"))


def _remove_strangers(old: Connection, target: DatabaseArchive) -> None:
    """Delete from the target what was deleted from the source since the move was interrupted."""
    for rows in reversed(_all_rows()):
        with read_transaction(target.engine) as new:
            strangers = list(rows.only_in(new, old))
        if strangers:
            with write_transaction(target.engine) as new:
                rows.delete(new, strangers)


def _copied(old: Connection, target: DatabaseArchive) -> Iterator[str]:
    for rows in _all_rows():
        for keys in rows.batches(old):
            with write_transaction(target.engine) as new:
                _copy(old, new, rows, keys, target)
            yield from (rows.table.name for _ in keys)
    with write_transaction(target.engine) as new:
        for row in list(target.not_indexed(new)):
            target.index_row(new, row)


def _copy(
    old: Connection, new: Connection, rows: TableRows, keys: Sequence[Key], to: DatabaseArchive
) -> None:
    """Copy the rows of ``keys`` into the target, except those that are there and equal."""
    wanted, there = rows.fetch(old, keys), rows.fetch(new, keys)
    missing = [key for key in keys if key not in there]
    changed = [key for key in keys if key in there and there[key] != wanted[key]]
    if rows.table is ORIGINALS:  # a trigger forbids changing one
        rows.delete(new, changed)
        missing, changed = [*missing, *changed], []
    rows.insert(new, [wanted[key] for key in missing])
    for key in changed:
        rows.update(new, wanted[key])
    if rows.table is RELEASES:
        for key in (*missing, *changed):
            to.index_row(new, rows.named(wanted[key]))


def _verified(old: Connection, target: DatabaseArchive) -> Iterator[str]:
    """Read both sides back row by row; raises ``ArchiveError`` where they differ."""
    found: list[RowDifference] = []
    with read_transaction(target.engine) as new:
        for rows in _all_rows():
            for keys in rows.batches(old):
                found += rows.differences(keys, old, new)
                yield from (rows.table.name for _ in keys)
            found += (
                RowDifference(rows.table.name, key, "tidak ada di asal")
                for key in rows.only_in(new, old)
            )
        found += (
            RowDifference("search", (row["number"],), "tidak terindeks")
            for row in target.not_indexed(new)
        )
    if found:
        raise ArchiveError(
            f"Arsip “{shown_address(target.engine)}” berbeda dari asalnya ({_told(found)});"
            " keduanya tetap seperti itu, periksa mana yang benar."
        )


def _told(found: Sequence[RowDifference]) -> str:
    """A sentence with the number of differing rows of each table, and one of them as an example."""
    of_table: dict[str, list[RowDifference]] = {}
    for one in found:
        of_table.setdefault(one.table, []).append(one)
    return "; ".join(
        f"{table} {len(rows)} baris, seperti {rows[0].name}: {rows[0].what}"
        for table, rows in of_table.items()
    )


def _finish(target: DatabaseArchive, identity: str) -> None:
    """Release the target for use: set the sequences for new rows and compute statistics."""
    with write_transaction(target.engine) as db:
        for rows in _all_rows():
            number = rows.table.c.get("number")
            if number is not None:
                sequence = func.pg_get_serial_sequence(rows.table.name, "number")
                last = db.scalar(select(func.max(number)))
                db.execute(select(func.setval(sequence, last or 1, last is not None)))
        write_metadata(db, FILLED_BY, identity)
        delete_metadata(db, FILLING_BY)
        db.execute(text("ANALYZE"))
    target.tidy_index()


def _all_rows() -> list[TableRows]:
    """Every table, referenced tables first."""
    return [TableRows(table) for table in METADATA.sorted_tables]
