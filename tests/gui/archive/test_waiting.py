"""What waits to be handed over never overtakes what it goes on from."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event

import pytest
from keeping_kit import PATIENCE_MS, Sit, two_at
from pytestqt.qtbot import QtBot

from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import Record
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.sync.release_sync import DeskState
from bnews_desk.gui.archive import sync_controller
from bnews_desk.gui.archive.photo_loading import photos_in
from bnews_desk.gui.archive.sync_controller import SyncQueue, Turn
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.release import Edit, Release

HARVEST = Release.of("Panen Raya di Wates", ["Petani memanen padi."])
PATIENCE = PATIENCE_MS / 1000
OLD, NEW = DeskState("a", HARVEST), DeskState("a", Release.of("Panen Raya", ["Selesai."]))
THEIRS = Record("a", HARVEST)


def write(release: OpenRelease, words: str) -> None:
    """Add words at the end."""
    end = len(release.document.release().text)
    release.document.apply([Edit(end, end, "", words)])


def test_the_newest_state_is_taken_once_with_what_it_goes_on_from() -> None:
    waiting = SyncQueue()
    assert waiting.take("a") is None
    waiting.put("a", OLD)
    waiting.put("a", NEW)
    assert waiting.take("a") == Turn(NEW, None)
    waiting.settle("a", THEIRS)
    waiting.put("a", None)
    assert waiting.take_settled("a") is None
    assert waiting.take("a") == Turn(None, THEIRS)
    assert waiting.take("a") is None
    assert waiting.take_settled("a") is None


def test_what_waited_before_it_was_settled_is_dropped() -> None:
    waiting = SyncQueue()
    waiting.put("a", OLD)
    waiting.settle("a", THEIRS)
    assert waiting.take("a") is None
    assert waiting.take_settled("a") == THEIRS
    assert waiting.take_settled("a") is None


def test_who_types_on_from_what_another_desk_saved_is_not_asked_however_slow_the_archive(
    sit: Sit, archive: DatabaseArchive, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    one, other, release, there = two_at(sit, HARVEST)
    is_fetching, may_fetch, may_go_on = Event(), Event(), Event()

    def fetch(of: Archive, digests: Iterable[str]) -> dict[str, bytes]:
        is_fetching.set()
        may_fetch.wait(PATIENCE)
        return photos_in(of, digests)

    monkeypatch.setattr(sync_controller, "photos_in", fetch)
    write(release, " Dari meja a.")
    one.hand_over()
    other.service.look()
    qtbot.waitUntil(is_fetching.is_set, timeout=PATIENCE_MS)
    other.service.ask(lambda _archive: may_go_on.wait(PATIENCE))
    other.keeping.keep_version(there.key, "berkala")
    other.keeping.hand_over()  # asked for before it is known that the other text was followed
    may_fetch.set()
    both = release.document.release()
    qtbot.waitUntil(lambda: there.document.release() == both, timeout=PATIENCE_MS)
    write(there, " Dari meja b.")
    other.keeping.hand_over(is_all=True)
    may_go_on.set()
    other.hand_over()
    assert other.keeping.conflicts == {}
    assert archive.get(release.key).release.text.endswith(" Dari meja a. Dari meja b.")
