"""Several programs at work in one archive at once, on SQLite and on PostgreSQL."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from repository_kit import HARVEST, PHOTO, PHOTO_DIGEST, START, OpenArchive
from sqlalchemy import text

from bnews_desk.archive.repository.archive_errors import ConflictError
from bnews_desk.archive.repository.archive_values import DismissedProposal
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import write_transaction
from bnews_desk.archive.repository.release_attachments import put_dismissal, put_photos
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.release import Release

WRITERS = 4
ROUNDS = 8
WAIT = 60.0


def at_once(works: list[Callable[[], None]]) -> None:
    """Do all of it at the same time; what goes wrong in one goes wrong here."""
    failures: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # told below
            failures.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert not any(thread.is_alive() for thread in threads)
    if failures:
        raise failures[0]


def test_writers_wait_for_each_other_and_nothing_is_lost(address: str, opened: OpenArchive) -> None:
    vaults = [opened(address) for _ in range(WRITERS)]

    def work(vault: DatabaseArchive, name: str) -> Callable[[], None]:
        def write() -> None:
            for number in range(ROUNDS):
                vault.add(f"{name}{number}", HARVEST)
                copy = Release.of(f"Judul {name} {number}", ["Banjir di Sutojayan."])
                vault.save(vault.get(f"{name}{number}")._replace(release=copy))
                assert vault.search(parse_query(f"judul:{name} sutojayan"))
                vault.keep_version(f"{name}{number}", "rapikan")

        return write

    at_once([work(vault, name) for vault, name in zip(vaults, "pqrs", strict=True)])
    found = vaults[0].search(parse_query("sutojayan"))
    assert len(found) == WRITERS * ROUNDS
    assert vaults[0].faults() == []


def test_of_those_who_save_one_release_each_is_taken_or_told(
    address: str, opened: OpenArchive
) -> None:
    vaults = [opened(address) for _ in range(WRITERS)]
    vaults[0].add("a", HARVEST)
    taken: list[str] = []
    told: list[str] = []

    def work(vault: DatabaseArchive, name: str) -> Callable[[], None]:
        def write() -> None:
            for number in range(ROUNDS):
                copy = Release.of(f"Judul {name} {number}", ["Isi."])
                try:
                    vault.save(vault.get("a")._replace(release=copy))
                    taken.append(copy.headline)
                except ConflictError:
                    told.append(copy.headline)

        return write

    at_once([work(vault, name) for vault, name in zip(vaults, "pqrs", strict=True)])
    assert len(taken) + len(told) == WRITERS * ROUNDS
    record = vaults[0].get("a")
    assert record.revision == 1 + len(taken)
    kept = {vaults[0].version("a", one.number).headline for one in vaults[0].versions("a")}
    assert set(told) <= kept
    assert record.release.headline == taken[-1] or record.release.headline in taken


def test_words_and_ignores_that_several_add_at_once_are_all_there(
    address: str, opened: OpenArchive
) -> None:
    vaults = [opened(address) for _ in range(WRITERS)]
    vaults[0].change_words(["lama"])

    def work(vault: DatabaseArchive, name: str) -> Callable[[], None]:
        def write() -> None:
            for number in range(ROUNDS):
                vault.change_words([f"{name}{number}", f"bersama{number}"], ["lama"])
                vault.change_ignores([("spelling", f"{name}{number}")])

        return write

    at_once([work(vault, name) for vault, name in zip(vaults, "pqrs", strict=True)])
    own = {f"{name}{number}" for name in "pqrs" for number in range(ROUNDS)}
    assert set(vaults[0].words()) == own | {f"bersama{number}" for number in range(ROUNDS)}
    assert {said for _, said in vaults[0].ignores()} == own


def test_what_another_desk_is_just_putting_in_is_no_failure(
    shared_address: str, opened: OpenArchive
) -> None:
    unwanted = DismissedProposal("related", "b")
    one, other, third = (opened(shared_address) for _ in range(3))
    one.add("a", HARVEST)
    works = [
        threading.Thread(target=other.dismiss, args=("a", unwanted)),
        threading.Thread(target=third.add_photos, args=({PHOTO_DIGEST: PHOTO},)),
    ]
    with write_transaction(one.engine) as db:
        put_dismissal(db, 1, unwanted)
        put_photos(db, {PHOTO_DIGEST: PHOTO}, START)
        for work in works:
            work.start()
        end = time.monotonic() + WAIT
        while db.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")) < len(works):
            assert time.monotonic() < end
            time.sleep(0.01)
    for work in works:
        work.join(WAIT)
    assert one.dismissals("a") == {unwanted}
    assert one.photo(PHOTO_DIGEST) == PHOTO


def test_another_program_that_ends_leaves_the_log_of_who_is_still_there(
    tmp_path: Path, opened: OpenArchive
) -> None:
    """Whoever looks whether the archive is in its place must not lose his locks by that."""
    path = tmp_path / "arsip.db"
    vault, other = opened(str(path)), opened(str(path))
    vault.add("a", HARVEST)
    assert vault.is_file_unchanged()
    other.close()
    log = path.with_name("arsip.db-wal")
    before = log.stat().st_ino
    look = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM releases')"
    subprocess.run([sys.executable, "-c", look, str(path)], check=True)
    assert log.stat().st_ino == before
    vault.add("b", HARVEST)
    with contextlib.closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT key FROM releases ORDER BY key").fetchall() == [("a",), ("b",)]
