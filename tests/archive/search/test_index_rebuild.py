"""The index of words made anew: answers meanwhile, and what was begun is gone on with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from repository_kit import FLOOD, HARVEST, ROAD, OpenArchive
from sqlalchemy import text

from bnews_desk.archive.repository.archive_metadata import REINDEXING, read_metadata
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.repository.database_engines import read_transaction, write_transaction
from bnews_desk.archive.search import index_rebuild
from bnews_desk.archive.search.index_tokens import IndexedDocument
from bnews_desk.archive.search.search_query import parse_query

STEP = 2
KILLED = """
import os, sys
from bnews_desk.archive.search import index_rebuild
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet

index_rebuild.AT_ONCE = 2
archive = open_archive(sys.argv[1], FrameReader(load_style_sheet(None)[0]))
next(archive.rebuild_index())
archive._index.put = lambda db, number, document: os._exit(9)
list(archive.rebuild_index())
"""


@pytest.fixture
def outdated(vault: DatabaseArchive, monkeypatch: pytest.MonkeyPatch) -> DatabaseArchive:
    """An archive whose words were indexed by an earlier analyser, each as another."""
    monkeypatch.setattr(index_rebuild, "AT_ONCE", STEP)
    for number, release in enumerate((HARVEST, ROAD, FLOOD, HARVEST, ROAD)):
        vault.add(f"k{number}", release)
    make_outdated(vault)
    return vault


def make_outdated(vault: DatabaseArchive) -> None:
    with write_transaction(vault.engine) as db:
        db.execute(text("DELETE FROM search"))
        db.execute(text("UPDATE meta SET value = 'dulu' WHERE name = 'analyser'"))


def keys(vault: DatabaseArchive, typed: str) -> list[str]:
    return [hit.summary.key for hit in vault.search(parse_query(typed))]


def test_an_index_of_an_earlier_analyser_is_made_anew(outdated: DatabaseArchive) -> None:
    assert not outdated.is_index_current()
    assert outdated.indexed_share() == 0.0
    list(outdated.rebuild_index())
    assert outdated.is_index_current()
    assert outdated.indexed_share() == 1.0
    assert keys(outdated, "rencana") == ["k4", "k3", "k1", "k0"]
    assert outdated.faults() == []


def test_meanwhile_the_newest_are_found_and_saves_too(outdated: DatabaseArchive) -> None:
    steps = outdated.rebuild_index()
    assert next(steps) == 3
    assert outdated.indexed_share() == pytest.approx(0.4)
    assert keys(outdated, "rencana") == ["k4", "k3"]
    outdated.save(outdated.get("k0")._replace(release=FLOOD))
    outdated.add("k5", ROAD)
    assert keys(outdated, "sutojayan") == ["k0"]
    assert list(steps) == [1, 0]
    assert keys(outdated, "rencana") == ["k5", "k4", "k3", "k1"]
    assert outdated.faults() == []


def test_a_release_that_is_saved_while_it_is_read_is_indexed_as_it_is_now(
    address: str, outdated: DatabaseArchive, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opened(address)
    read = index_rebuild._document

    def read_slowly(row: Mapping[str, Any]) -> IndexedDocument | None:
        document = read(row)
        if row["number"] == 1 and row["revision"] == 1:
            other.save(other.get("k0")._replace(release=FLOOD))
            assert keys(other, "sutojayan") == ["k2", "k0"]
        return document

    monkeypatch.setattr(index_rebuild, "_document", read_slowly)
    list(outdated.rebuild_index())
    assert keys(outdated, "sutojayan") == ["k2", "k0"]
    assert keys(outdated, "wates") == ["k3"]


def test_what_was_left_off_is_gone_on_with(
    address: str, outdated: DatabaseArchive, opened: OpenArchive
) -> None:
    assert next(outdated.rebuild_index()) == 3
    assert list(opened(address).rebuild_index()) == [1, 0]
    assert outdated.is_index_current()
    assert outdated.faults() == []


def test_what_was_begun_for_another_analyser_is_begun_again(
    outdated: DatabaseArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert next(outdated.rebuild_index()) == 3
    monkeypatch.setattr(index_rebuild, "VERSION", index_rebuild.VERSION + 1)
    assert outdated.indexed_share() == 0.0
    assert next(outdated.rebuild_index()) == 3


def test_an_index_that_was_damaged_is_made_anew_from_the_beginning(
    outdated: DatabaseArchive,
) -> None:
    list(outdated.rebuild_index())
    assert next(outdated.rebuild_index()) == 3
    with write_transaction(outdated.engine) as db:
        db.execute(text("DELETE FROM search"))
    list(outdated.rebuild_index())
    assert outdated.faults() == []


def test_two_programs_may_make_it_anew_at_once(
    address: str, outdated: DatabaseArchive, opened: OpenArchive
) -> None:
    one, other = outdated.rebuild_index(), opened(address).rebuild_index()
    assert [next(one), next(other), next(one)] == [3, 1, 0]
    assert list(other) == [0]
    assert outdated.faults() == []


def test_killed_in_the_middle_it_is_gone_on_with(
    tmp_path: Path, opened: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_rebuild, "AT_ONCE", STEP)
    path = str(tmp_path / "arsip.db")
    vault = opened(path)
    for number in range(6):
        vault.add(f"k{number}", HARVEST)
    make_outdated(vault)
    assert subprocess.run([sys.executable, "-c", KILLED, path], check=False).returncode == 9
    with read_transaction(vault.engine) as db:
        assert (read_metadata(db, REINDEXING) or "").endswith(" 5")
    assert keys(vault, "rencana") == ["k5", "k4"]
    assert list(vault.rebuild_index()) == [2, 0]
    assert len(keys(vault, "rencana")) == 6
    assert vault.faults() == []
