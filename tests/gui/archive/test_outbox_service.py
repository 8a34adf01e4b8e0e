"""What was asked of the archive while it was down, or just before a kill, is done all the same."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from sync_kit import PATIENCE_MS, Place, Sit, archive_at

from bnews_desk.archive.repository.archive_errors import DamagedArchiveError, UnusableArchiveError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.archive_values import (
    NOT_ALIKE,
    NOT_RELATED,
    DismissedProposal,
    ExportRecord,
)
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.sync import outbox as files
from bnews_desk.archive.sync.outbox import Outbox, OutboxEntry
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.gui.archive import archive_service, outbox_service
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.release import Edit, Release
from bnews_desk.release_json import release_to_json

HARVEST = Release.of("Panen Raya di Wates", ["Petani memanen padi.", "Hasilnya melimpah."])
FILES = (("docx", "Panen.docx"), ("txt", "Panen.txt"))
ADDRESS = "https://b-news.example/panen"


class Switch:
    """An archive that is there, or not."""

    def __init__(self, path: str) -> None:
        self.path, self.is_on = path, False

    def open(self) -> Archive:
        if not self.is_on:
            raise UnusableArchiveError("Arsip sedang mati.")
        return archive_at(self.path)


def write(release: OpenRelease, words: str) -> None:
    end = len(release.document.release().text)
    release.document.apply([Edit(end, end, "", words)])


def ask_everything(place: Place, release: OpenRelease) -> tuple[Release, Release]:
    """A version, an export and two marks, each of another text; what stood, and what went out."""
    key, sync_controller = release.key, place.sync_controller
    write(release, " Sebelum dirapikan.")
    stood = release.document.release()
    sync_controller.keep_version(key, "rapikan")
    write(release, " Dikirim.")
    sent = release.document.release()
    sync_controller.keep_version(key, "ekspor", sent, FILES)
    write(release, " Lanjut.")
    sync_controller.outbox.add_entry(OutboxEntry(key, time.time(), address=ADDRESS))
    sync_controller.outbox.add_entry(OutboxEntry(key, time.time(), stage="tayang"))
    return stood, sent


def is_kept(archive: DatabaseArchive, key: str, asked: tuple[Release, Release]) -> bool:
    """Whether all of that is in the archive, each thing once.

    The text that stood is a version of its own unless it was what the archive was given first.
    """
    if key not in archive.summaries([key]):
        return False
    kept = [(one.reason, archive.version(key, one.number)) for one in archive.versions(key)]
    stood, sent = asked
    return (
        [text for _, text in kept].count(stood) == 1
        and [text for reason, text in kept if reason == "ekspor"] == [sent]
        and [(one.format, one.name) for one in archive.exports(key)] == list(FILES)
        and archive.get(key).address == ADDRESS
    )


def written(place: Place) -> dict[str, OutboxEntry]:
    """What the next start would find; nothing is being written any more."""
    place.sync_controller.outbox.shut_down()
    with closing(SyncFile(str(Path(place.journal.path).with_name("sinkron.db")))) as file:
        return Outbox(file).waiting()


def test_an_archive_that_comes_back_is_given_everything_in_order(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_service, "RETRY_SECONDS", 0.05)
    switch = Switch(path)
    place = sit(open_it=switch.open)
    release = place.desk.open_new(HARVEST)
    asked = ask_everything(place, release)
    place.save_changes()
    assert not archive.list_releases()
    switch.is_on = True
    qtbot.waitUntil(lambda: is_kept(archive, release.key, asked), timeout=PATIENCE_MS)
    place.save_changes()
    assert archive.get(release.key).release.text.endswith("Lanjut.")
    assert place.sync_controller.conflicts == {}
    assert written(place) == {}


def test_a_kill_while_the_archive_is_down_costs_none(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    place = sit(open_it=Switch(path).open)
    release = place.desk.open_new(HARVEST)
    asked = ask_everything(place, release)
    place.journal.flush()
    place.kill()
    assert not archive.list_releases()
    assert len(written(place)) == 4
    again = sit()
    qtbot.waitUntil(lambda: is_kept(archive, release.key, asked), timeout=PATIENCE_MS)
    again.save_changes()
    assert archive.get(release.key).release.text.endswith("Lanjut.")
    assert again.sync_controller.conflicts == {}
    assert written(again) == {}


def test_a_proposal_dismissed_while_the_archive_is_down_is_not_made_again_after_a_kill(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    archive.add("lama", HARVEST)
    place = sit(open_it=Switch(path).open)
    release = place.desk.open_new(HARVEST)
    unlike, unrelated = (
        DismissedProposal(NOT_ALIKE, "f" * 64),
        DismissedProposal(NOT_RELATED, "lama"),
    )
    place.sync_controller.outbox.add_entry(OutboxEntry("lama", time.time(), dismissed=unlike))
    place.sync_controller.outbox.add_entry(
        OutboxEntry(release.key, time.time(), dismissed=unrelated)
    )
    place.journal.flush()
    place.kill()
    assert len(written(place)) == 2
    sit().save_changes()
    qtbot.waitUntil(lambda: archive.dismissals("lama") == {unlike}, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: release.key in archive.summaries([release.key]), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: archive.dismissals(release.key) == {unrelated}, timeout=PATIENCE_MS)


def test_a_kill_between_doing_and_striking_out_does_nothing_twice(
    sit: Sit, archive: DatabaseArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(Outbox, "drop", lambda _file, _name: False)
        place = sit()
        release = place.desk.open_new(HARVEST)
        place.save_changes()
        asked = ask_everything(place, release)
        place.save_changes()
        assert is_kept(archive, release.key, asked)
        place.kill()
    assert len(written(place)) == 4
    again = sit()
    outbox = again.sync_controller.outbox
    qtbot.waitUntil(lambda: outbox._is_read and not outbox._waiting, timeout=PATIENCE_MS)
    again.save_changes()
    assert is_kept(archive, release.key, asked)
    assert written(again) == {}


def test_those_of_an_earlier_start_come_first(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    archive.add("a", HARVEST)
    place = sit(open_it=Switch(path).open)
    place.sync_controller.outbox.add_entry(
        OutboxEntry("a", time.time(), address="https://b-news.example/lama")
    )
    assert place.sync_controller.outbox.address_of("a") == "https://b-news.example/lama"
    place.kill()
    switch = Switch(path)
    again = sit(open_it=switch.open)
    again.sync_controller.outbox.add_entry(OutboxEntry("a", time.time(), address=ADDRESS))
    switch.is_on = True
    again.service.try_again()
    qtbot.waitUntil(lambda: not again.sync_controller.outbox._waiting, timeout=PATIENCE_MS)
    assert archive.get("a").address == ADDRESS
    assert again.sync_controller.outbox.address_of("a") is None


def test_an_address_that_another_desk_has_noted_while_the_archive_was_down_stays(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_service, "RETRY_SECONDS", 0.05)
    switch = Switch(path)
    record = archive.add("a", HARVEST)
    place = sit(open_it=switch.open)
    told: list[str] = []
    place.service.noticed.connect(told.append)
    place.sync_controller.outbox.add_entry(
        OutboxEntry("a", time.time(), address=ADDRESS, replaced="")
    )
    archive.save(record._replace(address="https://b-news.example/lain"))
    switch.is_on = True
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert archive.get("a").address == "https://b-news.example/lain"
    assert ADDRESS in told[0]
    assert "https://b-news.example/lain" in told[0]


def test_a_disk_that_takes_no_errand_costs_none_while_the_window_is_open(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_service, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(SyncFile, "_opened", _refuse)
    switch = Switch(path)
    place = sit(open_it=switch.open)
    release = place.desk.open_new(HARVEST)
    asked = ask_everything(place, release)
    switch.is_on = True
    qtbot.waitUntil(lambda: is_kept(archive, release.key, asked), timeout=PATIENCE_MS)


def test_what_the_archive_refuses_for_good_is_told_and_holds_up_no_other(
    sit: Sit, archive: DatabaseArchive, qtbot: QtBot
) -> None:
    place = sit()
    told: list[str] = []
    place.service.noticed.connect(told.append)
    release = place.desk.open_new(HARVEST)
    place.save_changes()
    place.sync_controller.outbox.add_entry(
        OutboxEntry("bukan kunci", time.time(), HARVEST, "rapikan")
    )
    place.sync_controller.outbox.add_entry(OutboxEntry(release.key, time.time(), address=ADDRESS))
    qtbot.waitUntil(lambda: archive.get(release.key).address == ADDRESS, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    (said,) = told
    assert said.startswith("Kunci naskah")
    assert written(place) == {}


def test_what_fails_as_nobody_foresaw_waits_for_the_next_start_and_holds_up_no_other(
    sit: Sit, archive: DatabaseArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[BaseException] = []
    told: list[str] = []
    with monkeypatch.context() as broken:
        broken.setattr(sys, "excepthook", lambda _kind, error, _trace: raised.append(error))
        broken.setattr(DatabaseArchive, "keep_version", lambda *_: int("x"))
        place = sit()
        place.service.noticed.connect(told.append)
        release = place.desk.open_new(HARVEST)
        asked = ask_everything(place, release)
        outbox = place.sync_controller.outbox
        qtbot.waitUntil(lambda: outbox._is_read and not outbox._waiting, timeout=PATIENCE_MS)
        place.save_changes()
        assert archive.get(release.key).address == ADDRESS
        place.kill()
    assert [type(error) for error in raised] == [ValueError, ValueError]
    assert len(told) == 2
    assert all(HARVEST.headline in sentence for sentence in told)
    assert [one.reason for one in written(place).values()] == ["rapikan", "ekspor"]
    again = sit()
    qtbot.waitUntil(lambda: is_kept(archive, release.key, asked), timeout=PATIENCE_MS)
    assert written(again) == {}


def test_damage_between_two_errands_has_all_done_once_more_and_none_left(
    sit: Sit, path: str, archive: DatabaseArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [DamagedArchiveError("Arsip rusak.")]

    class Failing(DatabaseArchive):
        def note_export(self, key: str, made: ExportRecord) -> None:
            if failures:
                raise failures.pop()
            super().note_export(key, made)

    vault = archive_at(path)
    vault.__class__ = Failing
    place = sit(open_it=lambda: vault)
    monkeypatch.setattr(place.service, "_reopen", lambda _old: vault)
    release = place.desk.open_new(HARVEST)
    ask_everything(place, release)
    qtbot.waitUntil(lambda: not place.sync_controller.outbox._waiting, timeout=PATIENCE_MS)
    assert not failures
    assert [one.name for one in archive.exports(release.key)] == [name for _, name in FILES]
    assert archive.get(release.key).address == ADDRESS
    assert written(place) == {}


def _refuse(_file: SyncFile) -> object:
    raise OSError("penuh")


def test_a_disk_that_is_still_writing_as_all_ends_is_not_taken_the_file_from(
    sit: Sit, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    place = sit(open_it=Switch("").open)
    path = str(Path(place.journal.path).with_name("sinkron.db"))
    is_writing, may_write = Event(), Event()

    def slowly(release: Release) -> bytes:
        is_writing.set()
        may_write.wait(PATIENCE_MS / 1000)
        return release_to_json(release)

    monkeypatch.setattr(files, "release_to_json", slowly)
    monkeypatch.setattr(outbox_service, "END_SECONDS", 0.1)
    place.sync_controller.outbox.add_entry(OutboxEntry("a", time.time(), HARVEST))
    qtbot.waitUntil(is_writing.is_set, timeout=PATIENCE_MS)
    place.kill()
    may_write.set()

    def is_written() -> bool:
        with closing(SyncFile(path)) as file:
            return [one.release for one in Outbox(file).waiting().values()] == [HARVEST]

    qtbot.waitUntil(is_written, timeout=PATIENCE_MS)
