"""Until the archive's disk has a text the journal has it, whatever the power cut takes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot
from sync_kit import PATIENCE_MS, Place, Sit, archive_at

from bnews_desk.archive.repository.archive_errors import UnusableArchiveError
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.archive.sync.sync_file import SyncFile
from bnews_desk.archive.sync.sync_state import SyncState
from bnews_desk.gui.archive import sync_controller
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.release import Edit, Release

HARVEST = Release.of("Panen Raya di Wates", ["Petani memanen padi.", "Hasilnya melimpah."])
NEVER_MS = 3_600_000
SHARES = (0.0, 0.5, 1.0)


def write(release: OpenRelease, words: str) -> None:
    end = len(release.document.release().text)
    release.document.apply([Edit(end, end, "", words)])


def make_certain(place: Place) -> None:
    place.sync_controller.make_durable()
    place.service.flush()
    place.pump()


def is_certain(place: Place, key: str) -> bool:
    """Whether it is agreed, for good, that the archive has the release."""
    with closing(SyncFile(sync_file_of(place.journal.path))) as file:
        last = SyncState(file).last_agreed(key)
    return last is not None and not last.is_intended


def sync_file_of(journal: str) -> str:
    """The sync file beside a journal."""
    return str(Path(journal).with_name("sinkron.db"))


class Files(NamedTuple):
    """Archive, sync file and journal, and how long the logs were that the disk certainly has."""

    archive: str
    journal: str
    archive_log: int
    sync_log: int

    @classmethod
    def of(cls, archive: str, journal: str) -> Files:
        """As they are now, all of it certain."""
        logs = (f"{path}-wal" for path in (archive, sync_file_of(journal)))
        return cls(archive, journal, *(Path(log).stat().st_size for log in logs))

    def cut_off(self, folder: Path) -> Iterator[tuple[Path, bool]]:
        """Folders with what a power cut may leave: the journal is whole.

        Of each whether the archive has what the sync file knows nothing of.
        """
        sync_file = sync_file_of(self.journal)
        for share in SHARES:
            for other in SHARES:
                place = folder / f"{share}-{other}"
                place.mkdir(parents=True)
                _copy(self.archive, place, self.archive_log, share)
                _copy(sync_file, place, self.sync_log, other)
                _copy(self.journal, place, 0, 1.0)
                yield place, share > other


def _copy(path: str, folder: Path, certain: int, share: float) -> None:
    """A database with so much of its log, beyond what is certain."""
    target = folder / Path(path).name
    shutil.copyfile(path, target)
    log = Path(f"{path}-wal").read_bytes()
    Path(f"{target}-wal").write_bytes(log[: certain + int((len(log) - certain) * share)])


def refusing(path: str, refusals: list[UnusableArchiveError]) -> DatabaseArchive:
    """The archive on a disk that refuses as long as there are refusals."""

    class Refusing(DatabaseArchive):
        def make_durable(self) -> None:
            if refusals:
                raise refusals.pop()
            super().make_durable()

    vault = archive_at(path)
    vault.__class__ = Refusing
    return vault


def test_after_a_power_cut_journal_and_archive_together_have_every_word(
    sit: Sit, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_controller, "SOON_MS", NEVER_MS)
    place = sit()
    release = place.desk.open_new(HARVEST)
    place.save_changes()
    make_certain(place)
    assert is_certain(place, release.key)
    certain = Files.of(path, place.journal.path)
    for words in (" Diserahkan.", " Diserahkan lagi."):
        write(release, words)
        place.save_changes()
    assert not is_certain(place, release.key)
    write(release, " Baru dicatat.")
    place.journal.flush()
    last = release.document.release()
    found = set()
    for left, is_beyond in list(certain.cut_off(tmp_path / "mati listrik")):
        mended = archive_at(str(left / "arsip.db"))
        assert mended.faults() == []
        found.add(mended.get(release.key).release.text.removeprefix(HARVEST.text))
        again = sit(str(left), lambda at=str(left / "arsip.db"): archive_at(at))  # type: ignore[misc]
        again.save_changes()
        words = {mended.version(release.key, one.number) for one in mended.versions(release.key)}
        assert last in {*words, mended.get(release.key).release}
        assert is_beyond or not again.sync_controller.conflicts
        assert again.sync_controller.conflicts or mended.get(release.key).release == last
        again.close()
        mended.close()
    assert {"", " Diserahkan. Diserahkan lagi."} <= found


def test_what_is_taken_is_certain_a_moment_later(sit: Sit, qtbot: QtBot) -> None:
    place = sit()
    release = place.desk.open_new(HARVEST)
    write(release, " Ditambah.")
    place.save_changes()
    qtbot.waitUntil(lambda: is_certain(place, release.key), timeout=PATIENCE_MS)


def test_closing_waits_for_the_disk(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync_controller, "SOON_MS", NEVER_MS)
    place = sit()
    release = place.desk.open_new(HARVEST)
    place.save_changes()
    write(release, " Terakhir.")
    place.close()
    assert is_certain(place, release.key)


def test_while_the_disk_refuses_nothing_is_let_go_and_it_is_asked_again(
    sit: Sit, path: str, qtbot: QtBot
) -> None:
    refusals = [UnusableArchiveError("Disk menolak.")] * 3

    vault = refusing(path, refusals)
    place = sit(open_it=lambda: vault)
    release = place.desk.open_new(HARVEST)
    place.save_changes()
    with qtbot.waitSignal(place.service.troubled, timeout=PATIENCE_MS):
        write(release, " Ditambah.")
        place.save_changes()
    assert refusals
    assert not is_certain(place, release.key)
    assert place.journal.load(release.key).release == release.document.release()
    qtbot.waitUntil(lambda: is_certain(place, release.key), timeout=PATIENCE_MS)
    assert not refusals
    assert vault.get(release.key).release == release.document.release()


def test_what_is_taken_while_the_disk_is_waited_for_in_vain_is_handed_over_again_too(
    sit: Sit, path: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_controller, "SOON_MS", NEVER_MS)
    monkeypatch.setattr(sync_controller, "RETRY_MS", 50)
    refusals: list[UnusableArchiveError] = []

    vault = refusing(path, refusals)
    place = sit(open_it=lambda: vault)
    first, second = place.desk.open_new(HARVEST), place.desk.open_new(HARVEST)
    place.save_changes()
    make_certain(place)
    refusals.append(UnusableArchiveError("Disk menolak."))
    for release in (first, second):
        write(release, " Ditambah.")
    place.sync_controller._queue_release(first.key)
    place.service.flush()
    place.pump()
    place.sync_controller._queue_release(
        second.key
    )  # taken before the disk is asked, told of behind it
    make_certain(place)
    assert not refusals
    qtbot.wait(200)
    place.save_changes()
    make_certain(place)
    assert is_certain(place, first.key)
    assert is_certain(place, second.key)
