"""What was saved is found at once, though no save waits for the index."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from repository_kit import FLOOD, HARVEST, ROAD, OpenArchive
from sqlalchemy import Connection, Engine, select, text

from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.archive_tables import CHANGED
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.search import pending_index
from bnews_desk.archive.search.search_query import parse_query
from bnews_desk.release import Release

WAIT = 20.0


def keys(vault: DatabaseArchive, typed: str) -> list[str]:
    return [hit.summary.key for hit in vault.search(parse_query(typed))]


def waiting(vault: DatabaseArchive) -> int:
    with read_transaction(vault.engine) as db:
        return len(list(db.scalars(select(CHANGED.c.release))))


def test_a_save_waits_for_no_index_and_a_search_for_nobody_else(vault: DatabaseArchive) -> None:
    for key in "abc":
        vault.add(key, HARVEST)
    assert waiting(vault) == 0
    vault.save(vault.get("a")._replace(release=FLOOD))
    vault.save(vault.get("b")._replace(release=ROAD))
    vault.save(vault.get("b")._replace(release=FLOOD))
    assert waiting(vault) == 2
    assert keys(vault, "banjir") == ["b", "a"]
    assert waiting(vault) == vault.index_pending() == 0


def test_words_that_wait_beside_the_index_are_taken_into_it_once_a_day(
    shared_address: str, opened: OpenArchive
) -> None:
    vault = opened(shared_address)

    def waiting_pages() -> int:
        with write_transaction(vault.engine) as db:
            return db.scalar(text("SELECT gin_clean_pending_list('search_by_word')")) or 0

    vault.add("a", HARVEST)
    assert waiting_pages() > 0
    vault.add("b", FLOOD)
    vault.thin_out()
    assert waiting_pages() == 0
    assert keys(vault, "banjir") == ["b"]


def test_what_was_saved_is_compared_and_related_too(vault: DatabaseArchive) -> None:
    long = Release.of("Judul Panjang Sekali", [" ".join(f"kata{n}" for n in range(120)) + "."])
    vault.add("a", HARVEST)
    vault.save(vault.get("a")._replace(release=long))
    (found,) = vault.find_duplicates(long)
    assert (found.summary.key, found.share) == ("a", 1.0)
    vault.save(vault.get("a")._replace(release=ROAD))
    assert ROAD.headline in str(vault.look_up_title(ROAD.headline))
    assert waiting(vault) == 0


def test_many_saves_are_indexed_some_at_a_time(
    vault: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_index, "_AT_ONCE", 2)
    for key in "abcde":
        vault.add(key, HARVEST)
        vault.save(vault.get(key)._replace(release=FLOOD))
    assert vault.index_pending() == 5
    assert keys(vault, "sutojayan") == list("edcba")


def test_a_release_that_goes_waits_for_nothing(vault: DatabaseArchive) -> None:
    vault.add("a", HARVEST)
    vault.save(vault.get("a")._replace(release=FLOOD))
    vault.delete("a")
    assert keys(vault, "banjir") == []
    vault.undelete("a")
    assert keys(vault, "banjir") == ["a"]


def test_an_archive_that_cannot_be_written_is_searched_as_it_was(
    vault: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.add("a", HARVEST)
    vault.save(vault.get("a")._replace(release=FLOOD))

    @contextmanager
    def refused(_engine: Engine, **_more: object) -> Iterator[Connection]:
        raise ArchiveError("Tidak dapat ditulisi.")
        yield

    with monkeypatch.context() as patched:
        patched.setattr(pending_index, "write_transaction", refused)
        assert keys(vault, "panen") == ["a"]
    assert keys(vault, "panen") == []


def test_a_save_while_its_release_is_indexed_is_indexed_behind(
    address: str, opened: OpenArchive
) -> None:
    mine, theirs = opened(address), opened(address)
    mine.add("a", HARVEST)
    mine.save(mine.get("a")._replace(release=ROAD))

    def save() -> None:
        theirs.save(theirs.get("a")._replace(release=FLOOD))

    other = threading.Thread(target=save)
    with write_transaction(mine.engine) as db:
        assert mine._index_some(db) == 1
        other.start()
        other.join(0.3)
    other.join(WAIT)
    assert not other.is_alive()
    assert keys(mine, "banjir") == ["a"]
    assert keys(mine, "perbaikan") == []
