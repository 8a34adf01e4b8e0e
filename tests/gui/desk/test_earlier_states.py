"""What a release was before, while it is open: the rules that compare are given it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from pytestqt.qtbot import QtBot

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.release_progress import Progress, fingerprint
from bnews_desk.archive.repository.archive_values import Version
from bnews_desk.gui.desk.desk import Desk
from bnews_desk.gui.desk.earlier_states import EarlierStateCache
from bnews_desk.gui.findings.window_checker import check_inputs
from bnews_desk.gui.imports.original_loader import ReadOriginal
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release
from bnews_desk.rules.context import EarlierStates

CAME_IN = Release("Pasar\nAda 120 pedagang.")


class Read(QObject):
    """Tells of originals that have been read again."""

    read = Signal(str, object)
    missing = Signal(str)
    failed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def ask(self, key: str) -> None:
        self.asked.append(key)


class Imported:
    """An archive that keeps releases as they were imported; ``answer`` does what was asked."""

    def __init__(self) -> None:
        self.kept: dict[str, Release] = {}
        self.waiting: list[Callable[[], object]] = []

    def ask(
        self,
        work: Callable[[object], Release | None],
        then: Callable[[Release | None], object],
        failed: Callable[[str], object],
    ) -> None:
        del failed
        self.waiting.append(lambda: then(work(self)))

    def answer(self) -> None:
        while self.waiting:
            self.waiting.pop()()

    def original(self, key: str) -> object:
        return self.kept.get(key)

    def versions(self, key: str) -> list[Version]:
        assert key in self.kept
        return [Version(3, 1.0, "impor"), Version(4, 2.0, "berkala")]

    def version(self, key: str, number: int) -> Release:
        assert number == 3
        return self.kept[key]


@pytest.fixture
def archive() -> Imported:
    return Imported()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(str(tmp_path / "jurnal.db"))
    yield journal
    journal.close()


@pytest.fixture
def desk(qtbot: QtBot, journal: Journal) -> Iterator[Desk]:
    del qtbot
    desk = Desk(journal)
    yield desk
    for release in list(desk.releases):
        desk.close(release)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def read(qtbot: QtBot) -> Read:
    del qtbot
    return Read()


@pytest.fixture
def earlier(desk: Desk, read: Read, archive: Imported) -> EarlierStateCache:
    return EarlierStateCache(desk, read, archive, desk)  # type: ignore[arg-type]


def test_what_came_in_is_kept_while_its_copy_changes(
    desk: Desk, earlier: EarlierStateCache
) -> None:
    release = desk.open_imported("rilis.txt", ImportedRelease(CAME_IN, Receipt()), b"x")
    release.document.cursor(0, 0).insertText("X")
    assert earlier.of(release.key) == EarlierStates(original=CAME_IN)
    desk.close(release)
    assert earlier.of(release.key) == EarlierStates()


def test_an_original_that_is_read_again_is_at_hand(
    desk: Desk, earlier: EarlierStateCache, read: Read
) -> None:
    release = desk.open_new(Release("Kopi\nSatu."))
    read.read.emit(release.key, ReadOriginal("rilis.txt", CAME_IN, {}))
    assert earlier.of(release.key) == EarlierStates(original=CAME_IN)


def test_a_release_of_another_day_is_given_its_original_by_the_archive(
    desk: Desk, journal: Journal, earlier: EarlierStateCache, archive: Imported, read: Read
) -> None:
    told: list[str] = []
    earlier.original_loaded.connect(told.append)
    for key in ("a", "b"):
        journal.note(key, Release("Pasar\nAda 210 pedagang."))
    assert journal.flush()
    archive.kept["a"] = CAME_IN
    for key in ("a", "b"):
        desk.reopen(key)
    assert earlier.of("a") == EarlierStates()  # nothing waits for the archive
    archive.answer()
    assert earlier.of("a") == EarlierStates(original=CAME_IN)
    assert told == ["a"]
    assert read.asked == ["b"]  # the file that was kept is read again
    read.read.emit("b", ReadOriginal("rilis.txt", CAME_IN, {}))
    assert told == ["a", "b"]


def test_until_a_release_is_known_to_have_no_original_it_is_awaited(
    desk: Desk, earlier: EarlierStateCache, archive: Imported, read: Read
) -> None:
    told: list[str] = []
    earlier.original_missing.connect(told.append)
    ours = [desk.open_new(Release(f"Kopi\n{number}.")).key for number in range(3)]
    archive.answer()
    assert [earlier.is_awaited(key) for key in ours] == [True] * 3
    read.missing.emit(ours[0])
    read.failed.emit(ours[1], "Rusak.")
    read.read.emit(ours[2], ReadOriginal("rilis.txt", CAME_IN, {}))
    assert [earlier.is_awaited(key) for key in ours] == [False] * 3
    assert told == ours[:2]


def test_what_comes_when_its_release_is_closed_is_forgotten(
    desk: Desk, journal: Journal, earlier: EarlierStateCache, archive: Imported
) -> None:
    journal.note("a", Release("Pasar\nAda 210 pedagang."))
    assert journal.flush()
    archive.kept["a"] = CAME_IN
    opened = desk.reopen("a")
    assert opened is not None
    desk.close(opened)
    archive.answer()
    assert earlier.of("a") == EarlierStates()


def test_what_goes_out_is_compared_with_until_something_else_does(
    desk: Desk, earlier: EarlierStateCache
) -> None:
    release = desk.open_new(CAME_IN)
    desk.publish(release.key, release.document.release())
    release.document.cursor(1, 4).insertText("1")
    changed = release.document.release()
    assert earlier.of(release.key) == EarlierStates(published=CAME_IN)
    desk.set_progress(release.key, release.progress._replace(is_held=True))
    assert earlier.of(release.key) == EarlierStates(published=CAME_IN)
    desk.publish(release.key, changed)
    assert earlier.of(release.key) == EarlierStates(published=changed)
    desk.set_progress(release.key, Progress())
    assert earlier.of(release.key) == EarlierStates()


def test_a_release_that_is_opened_as_it_went_out_is_known_to_be_published(
    desk: Desk, journal: Journal, earlier: EarlierStateCache
) -> None:
    gone = Progress(published=fingerprint(CAME_IN))
    journal.note("a", CAME_IN, progress=gone)
    journal.note("b", Release("Pasar\nAda 150 pedagang."), progress=gone)
    assert journal.flush()
    for key, published in (("a", CAME_IN), ("b", None)):
        assert desk.reopen(key) is not None
        assert earlier.of(key) == EarlierStates(published=published)


def test_a_check_is_given_both(desk: Desk, earlier: EarlierStateCache) -> None:
    assert check_inputs(desk, None, earlier) is None  # type: ignore[arg-type]
    release = desk.open_imported("rilis.txt", ImportedRelease(CAME_IN, Receipt()), b"x")
    desk.publish(release.key, release.document.release())
    desk.show(release)
    asked = check_inputs(desk, None, earlier)  # type: ignore[arg-type]
    assert asked is not None
    assert (asked.options.original, asked.options.published) == (CAME_IN, CAME_IN)
