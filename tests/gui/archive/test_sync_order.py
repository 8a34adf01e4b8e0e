"""What waits to be handed over never overtakes what it goes on from."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from sync_kit import PATIENCE_MS, Sit, two_at

from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.gui.archive import sync_controller
from bnews_desk.gui.archive.photo_loading import photos_in
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.release import Edit, Release

HARVEST = Release.of("Panen Raya di Wates", ["Petani memanen padi."])
PATIENCE = PATIENCE_MS / 1000
OTHER, LATER = (Release.of("Panen Raya", [text]) for text in ("Dari meja lain.", "Selesai."))


def write(release: OpenRelease, words: str) -> None:
    """Add words at the end."""
    end = len(release.document.release().text)
    release.document.apply([Edit(end, end, "", words)])


def hold_fetching(monkeypatch: pytest.MonkeyPatch, is_fetching: Event, may_fetch: Event) -> None:
    """Let a desk that takes another's text wait for ``may_fetch`` on the archive's thread."""

    def fetch(of: Archive, digests: Iterable[str]) -> dict[str, bytes]:
        is_fetching.set()
        may_fetch.wait(PATIENCE)
        return photos_in(of, digests)

    monkeypatch.setattr(sync_controller, "photos_in", fetch)


def test_of_what_waits_the_newest_state_is_saved_once(
    sit: Sit, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    place = sit()
    release = place.desk.open_new(HARVEST)
    place.save_changes()
    before = archive.get(release.key).revision
    may_go_on = Event()
    place.service.ask(lambda _archive: may_go_on.wait(PATIENCE))
    for words in (" Satu.", " Dua.", " Tiga."):
        write(release, words)
        place.sync_controller.save_changes()
    may_go_on.set()
    place.save_changes()
    record = archive.get(release.key)
    assert record.release.text.endswith(" Satu. Dua. Tiga.")
    assert record.revision == before + 1


def test_what_waited_as_the_editor_settled_a_conflict_is_not_saved(
    sit: Sit, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    place = sit()
    release = place.desk.open_new(HARVEST)
    place.save_changes()
    may_go_on = Event()
    place.service.ask(lambda _archive: may_go_on.wait(PATIENCE))
    write(release, " Tidak jadi.")
    place.sync_controller.save_changes()
    theirs = archive.save(archive.get(release.key)._replace(release=OTHER))
    release.document.become(LATER)
    place.sync_controller.replace_theirs(release.key, theirs)
    may_go_on.set()
    place.save_changes()
    assert place.sync_controller.conflicts == {}
    assert archive.get(release.key).release == LATER
    kept = [archive.version(release.key, one.number) for one in archive.versions(release.key)]
    assert not any("Tidak jadi" in one.text for one in kept)


def test_who_types_on_from_what_another_desk_saved_is_not_asked_however_slow_the_archive(
    sit: Sit, archive: DatabaseArchive, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    one, other, release, there = two_at(sit, HARVEST)
    is_fetching, may_fetch, may_go_on = Event(), Event(), Event()
    hold_fetching(monkeypatch, is_fetching, may_fetch)
    write(release, " Dari meja a.")
    one.save_changes()
    other.service.check_for_changes()
    qtbot.waitUntil(is_fetching.is_set, timeout=PATIENCE_MS)
    other.service.ask(lambda _archive: may_go_on.wait(PATIENCE))
    other.sync_controller.keep_version(there.key, "berkala")
    other.sync_controller.save_changes()  # before it is known that the other text was taken
    may_fetch.set()
    both = release.document.release()
    qtbot.waitUntil(lambda: there.document.release() == both, timeout=PATIENCE_MS)
    write(there, " Dari meja b.")
    other.sync_controller.save_changes(is_all=True)
    may_go_on.set()
    other.save_changes()
    assert other.sync_controller.conflicts == {}
    assert archive.get(release.key).release.text.endswith(" Dari meja a. Dari meja b.")


def test_a_version_never_brings_an_earlier_text_back(
    sit: Sit, archive: DatabaseArchive, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    one, other, release, there = two_at(sit, HARVEST)
    is_fetching, may_fetch = Event(), Event()
    hold_fetching(monkeypatch, is_fetching, may_fetch)
    write(release, " Dari meja a.")
    one.save_changes()
    other.service.check_for_changes()
    qtbot.waitUntil(is_fetching.is_set, timeout=PATIENCE_MS)
    for _ in range(2):  # the first hand-over will take what was followed, ahead of the second
        other.sync_controller.keep_version(there.key, "berkala")
        other.sync_controller.save_changes()
    may_fetch.set()
    both = release.document.release()
    qtbot.waitUntil(lambda: there.document.release() == both, timeout=PATIENCE_MS)
    other.service.flush()
    assert archive.get(release.key).release == both
    kept = [archive.version(release.key, v.number) for v in archive.versions(release.key)]
    assert HARVEST.text in [one.text for one in kept]
