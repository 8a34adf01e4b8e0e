"""The lane to the archive: off the GUI thread, in order, told when it fails, ended in time."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.archive.repository.archive_errors import ArchiveError, UnusableArchiveError
from bnews_desk.archive.repository.archive_protocol import Archive
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.archive import archive_service as lane
from bnews_desk.gui.archive.archive_service import ArchiveService
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.release import Release

PATIENCE_MS = 20_000
HARVEST = Release.of("Panen Raya di Wates", ["Petani memanen padi."])
ROAD = Release.of("Jalan Srengat Diperbaiki", ["Warga bekerja bakti."])

Serve = Callable[..., ArchiveService]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "arsip.db")


@pytest.fixture
def serve(path: str, qtbot: QtBot) -> Iterator[Serve]:
    """Makes services that are shut down behind the test."""
    made: list[ArchiveService] = []

    def opened() -> Archive:
        return open_archive(path, FrameReader(load_style_sheet(None)[0]))

    def service(open_it: Callable[[], Archive] = opened) -> ArchiveService:
        made.append(ArchiveService(open_it))
        return made[-1]

    yield service
    for one in made:
        one.shut_down()
    assert not [t for t in threading.enumerate() if t.name == "bnews-arsip"]


def failing_first(times: int, path: str) -> Callable[[], Archive]:
    """Opens the archive after it has failed so often."""
    failures = [UnusableArchiveError("Disk hilang.")] * times

    def open_it() -> Archive:
        if failures:
            raise failures.pop()
        return open_archive(path, FrameReader(load_style_sheet(None)[0]))

    return open_it


def test_nothing_is_opened_before_it_begins(serve: Serve, qtbot: QtBot, path: str) -> None:
    service = serve()
    answers: list[object] = []
    service.ask(lambda archive: archive.add("a", HARVEST), answers.append)
    qtbot.wait(50)
    assert not Path(path).exists()
    assert not service.has_begun
    service.begin()
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    assert Path(path).exists()


def test_work_is_done_there_and_answered_here(serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    service.begin()
    places: list[int] = []
    done: list[str] = []

    def work(archive: Archive) -> str:
        places.append(threading.get_ident())
        return archive.add("a", HARVEST).key

    def then(key: str) -> None:
        places.append(threading.get_ident())
        done.append(key)

    service.ask(work, then)
    service.ask(lambda archive: archive.get("a").release.headline, done.append)
    qtbot.waitUntil(lambda: len(done) == 2, timeout=PATIENCE_MS)
    assert done == ["a", HARVEST.headline]
    assert places[0] != places[1] == threading.get_ident()


def test_a_refusal_is_answered_and_is_no_trouble(serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    troubles: list[str] = []
    service.troubled.connect(troubles.append)
    service.begin()
    said: list[str] = []
    service.ask(lambda archive: archive.get("b"), failed=said.append)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert "“b”" in said[0]
    assert troubles == []


def test_what_fails_as_nobody_foresaw_is_answered_too(
    serve: Serve, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: raised.append(error))
    service = serve()
    service.begin()
    said: list[str] = []
    service.ask(lambda _archive: int("x"), failed=said.append)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    service.flush()
    assert "galat program" in said[0]
    assert [type(error) for error in raised] == [ValueError]


def test_a_trouble_is_told_once_and_its_end_too(
    serve: Serve, qtbot: QtBot, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane, "RETRY_SECONDS", 0.0)
    service = serve(failing_first(2, path))
    troubles: list[str] = []
    service.troubled.connect(troubles.append)
    said: list[str] = []
    service.ask(lambda archive: archive.words(), failed=said.append)
    with qtbot.waitSignal(service.mended, timeout=PATIENCE_MS):
        service.begin()
        service.check_for_changes()
    assert troubles == said == ["Disk hilang."]


def test_an_archive_that_cannot_be_opened_is_not_tried_all_the_time(
    serve: Serve, qtbot: QtBot
) -> None:
    tries: list[int] = []

    def open_it() -> Archive:
        tries.append(1)
        raise ArchiveError("Tidak bisa.")

    service = serve(open_it)
    said: list[str] = []
    service.begin()
    for _ in range(20):
        service.ask(lambda archive: archive.words(), failed=said.append)
    qtbot.waitUntil(lambda: len(said) == 20, timeout=PATIENCE_MS)
    assert len(tries) == 1


def test_it_is_told_when_we_or_another_program_change_something(
    serve: Serve, qtbot: QtBot, path: str
) -> None:
    service = serve()
    service.begin()
    with qtbot.waitSignal(service.changed, timeout=PATIENCE_MS):
        service.ask(lambda archive: archive.add("a", HARVEST))
    other = open_archive(path, FrameReader(load_style_sheet(None)[0]))
    try:
        with qtbot.waitSignal(service.changed, timeout=PATIENCE_MS):
            other.save(other.get("a")._replace(release=ROAD))
            service.check_for_changes()
        service.flush()
        with qtbot.assertNotEmitted(service.changed, wait=100):
            service.ask(lambda archive: archive.get("a"))
            service.check_for_changes()
    finally:
        other.close()


def test_a_flush_waits_for_what_was_asked_and_no_longer_than_it_may(
    serve: Serve, qtbot: QtBot, path: str
) -> None:
    service = serve()
    assert service.flush(0.0)
    service.ask(lambda archive: archive.add("a", HARVEST))
    assert not service.flush(0.0)
    service.begin()
    assert service.flush(20.0)
    go_on = threading.Event()
    service.ask(lambda archive: go_on.wait(20.0))
    began = time.monotonic()
    assert not service.flush(0.05)
    assert time.monotonic() - began < 5.0
    go_on.set()
    service.shut_down()
    other = open_archive(path, FrameReader(load_style_sheet(None)[0]))
    assert other.get("a").release == HARVEST
    other.close()


def test_after_the_end_nothing_comes(serve: Serve, qtbot: QtBot) -> None:
    service = serve()
    service.begin()
    said: list[object] = []
    service.ask(lambda archive: archive.add("a", HARVEST), said.append)
    service.flush()
    service.shut_down()
    service.ask(lambda archive: archive.words(), said.append)
    service.begin()
    qtbot.wait(50)
    assert said == []
    assert not service.has_begun


@pytest.mark.parametrize(
    "module",
    ["archive.archive_features", "archive.archive_opener", "settings.storage_page_controller"],
)
def test_what_the_gui_thread_imports_is_light(module: str) -> None:
    program = (
        f"import sys, bnews_desk.gui.{module};"
        "print([m for m in ('sqlalchemy', 'alembic', 'psycopg') if m in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_an_archive_that_answers_slowly_is_not_looked_at_ever_more(
    serve: Serve, path: str, qtbot: QtBot
) -> None:
    looked: list[float] = []
    vault = open_archive(path, FrameReader(load_style_sheet(None)[0]))
    is_file_unchanged = vault.is_file_unchanged

    def counted() -> bool:
        looked.append(time.monotonic())
        return is_file_unchanged()

    vault.is_file_unchanged = counted  # type: ignore[method-assign]
    service = serve(lambda: vault)
    service.begin()
    service.flush()
    answering = threading.Event()
    service.ask(lambda _archive: answering.wait())
    before = len(looked)
    for _ in range(50):
        service.check_for_changes()
    answering.set()
    service.flush()
    once = len(looked)
    assert once - before <= 2, "the one that waited, and the one for what was asked"
    service.check_for_changes()
    service.flush()
    assert len(looked) == once + 1
