"""Importing in a worker process, whatever the files do."""

from __future__ import annotations

import hashlib
import multiprocessing
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import process_control
import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.gui.imports import import_worker
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.import_worker_messages import ImportedFile, ReadAgainRequest
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.imported_release import Attachment, ImportedRelease

Write = Callable[[str], str]
WAIT_MS = 30_000


class Heard:
    """What a service has said, in order."""

    def __init__(self, service: ImportService) -> None:
        self.imported: list[tuple[str, object, object]] = []
        self.failed: list[tuple[str, str]] = []
        self.progress: list[tuple[int, int]] = []
        self.order: list[str] = []
        service.imported.connect(self._take)
        service.failed.connect(self._miss)
        service.progress.connect(lambda done, total: self.progress.append((done, total)))

    def _take(self, path: str, imported: object, original: object) -> None:
        self.imported.append((path, imported, original))
        self.order.append(Path(path).name)

    def _miss(self, path: str, message: str) -> None:
        self.failed.append((path, message))
        self.order.append(Path(path).name)


@pytest.fixture
def service(qtbot: QtBot) -> Iterator[ImportService]:
    service = ImportService(load_style_sheet()[0])
    yield service
    service.shut_down()


@pytest.fixture
def heard(service: ImportService) -> Heard:
    return Heard(service)


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str], str]:
    """Writes a small release and gives its path."""

    def write(name: str, text: str = "BLITAR | B-news.id - Pasar itu ramai.") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def workers() -> list[int]:
    """The import workers of this process that are alive."""
    children = multiprocessing.active_children()
    return [child.pid for child in children if child.name == "bnews-import" and child.pid]


def is_reading(service: ImportService) -> bool:
    return service._worker is not None and service._worker.is_reading


def run(qtbot: QtBot, service: ImportService, *paths: str) -> None:
    with qtbot.waitSignal(service.finished, timeout=WAIT_MS):
        service.import_files(paths)


def stop_worker(qtbot: QtBot, service: ImportService, path: str) -> int:
    """Let a worker hang: it is read in once, then stopped before it gets ``path``."""
    run(qtbot, service, path)
    (found,) = workers()
    process_control.stop(found)
    return found


def test_a_file_comes_in_with_its_receipt_and_its_very_bytes(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    path = copy("rilis.txt")
    run(qtbot, service, path)
    ((came, imported, original),) = heard.imported
    data = Path(path).read_bytes()
    assert came == path
    assert isinstance(imported, ImportedRelease)
    assert imported.release.text == "\n" + data.decode()
    assert original == ImportedFile("rilis.txt", hashlib.sha256(data).hexdigest(), data)
    assert heard.failed == []


def test_several_files_come_in_order_and_progress_is_told(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    run(qtbot, service, copy("c.txt"), copy("a.txt"), copy("b.txt"))
    assert heard.order == ["c.txt", "a.txt", "b.txt"]
    assert heard.progress == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert not service.is_busy


def test_a_folder_counts_as_the_copy_in_it(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write, tmp_path: Path
) -> None:
    for name in ("map/b.txt", "map/A.txt", "map/sub/c.txt", "map/.d.txt", "map/~$b.docx"):
        copy(name)
    copy("map/foto.jpg")
    run(qtbot, service, copy("dulu.txt"), str(tmp_path / "map"), copy("akhir.txt"))
    assert heard.order == ["dulu.txt", "A.txt", "b.txt", "c.txt", "akhir.txt"]
    assert heard.progress[-1] == (5, 5)


def test_a_folder_without_copy_is_told_so(
    qtbot: QtBot, service: ImportService, heard: Heard, tmp_path: Path
) -> None:
    run(qtbot, service, str(tmp_path))
    ((_, message),) = heard.failed
    assert "tidak berisi naskah" in message


def test_a_file_that_cannot_be_read_costs_one_sentence(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write, tmp_path: Path
) -> None:
    damaged = tmp_path / "rusak.docx"
    damaged.write_bytes(b"PK\x03\x04 word/ bukan arsip")
    run(qtbot, service, str(tmp_path / "tiada.txt"), str(damaged), copy("baik.txt"))
    assert heard.order == ["tiada.txt", "rusak.docx", "baik.txt"]
    assert [Path(path).name for path, _ in heard.failed] == ["tiada.txt", "rusak.docx"]
    assert all(message.endswith(".") for _, message in heard.failed)
    assert len(heard.imported) == 1


def test_the_worker_is_the_same_for_every_file(
    qtbot: QtBot, service: ImportService, copy: Write
) -> None:
    run(qtbot, service, copy("a.txt"))
    first = workers()
    run(qtbot, service, copy("b.txt"))
    assert workers() == first


def test_a_worker_that_dies_while_reading_costs_its_file_and_the_next_goes_on(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    hung = stop_worker(qtbot, service, copy("hangat.txt"))
    service.import_files([copy("jahat.txt"), copy("baik.txt")])
    qtbot.waitUntil(lambda: is_reading(service), timeout=WAIT_MS)
    with qtbot.waitSignal(service.finished, timeout=WAIT_MS):
        process_control.kill(hung)
    assert heard.order == ["hangat.txt", "jahat.txt", "baik.txt"]
    ((_, message),) = heard.failed
    assert "terhenti mendadak" in message


def test_a_worker_that_died_while_idle_costs_no_file(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    hung = stop_worker(qtbot, service, copy("hangat.txt"))
    process_control.kill(hung)
    qtbot.waitUntil(lambda: hung not in workers(), timeout=WAIT_MS)
    run(qtbot, service, copy("baik.txt"))
    assert heard.order == ["hangat.txt", "baik.txt"]
    assert heard.failed == []


def test_cancel_ends_a_worker_that_hangs_and_a_warm_one_stands_ready(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    hung = stop_worker(qtbot, service, copy("hangat.txt"))
    service.import_files([copy("macet.txt"), copy("antre.txt")])
    with qtbot.waitSignal(service.finished, timeout=WAIT_MS):
        service.cancel()
    assert not service.is_busy
    qtbot.waitUntil(lambda: hung not in workers(), timeout=WAIT_MS)
    run(qtbot, service, copy("baik.txt"))
    assert heard.order == ["hangat.txt", "baik.txt"]
    assert heard.failed == []


def test_a_worker_that_does_not_answer_is_ended_and_the_next_file_goes_on(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    patience = service._timeout.interval()
    stop_worker(qtbot, service, copy("hangat.txt"))
    service._timeout.setInterval(50)
    service.failed.connect(lambda *_: service._timeout.setInterval(patience))
    run(qtbot, service, copy("macet.txt"), copy("baik.txt"))
    assert heard.order == ["hangat.txt", "macet.txt", "baik.txt"]
    ((_, message),) = heard.failed
    assert "belum selesai dibaca" in message


def test_cancelling_nothing_says_nothing(
    qtbot: QtBot, service: ImportService, heard: Heard
) -> None:
    with qtbot.assertNotEmitted(service.finished):
        service.cancel()


def test_files_asked_for_while_others_come_in_go_behind_them(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    late = copy("c.txt")
    service.imported.connect(
        lambda path, *_: service.import_files([late]) if path.endswith("a.txt") else None
    )
    run(qtbot, service, copy("a.txt"), copy("b.txt"))
    assert heard.order == ["a.txt", "b.txt", "c.txt"]
    assert heard.progress[-1] == (3, 3)


def test_another_style_sheet_reaches_the_worker(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    service.set_house(load_style_sheet(str(Path(__file__).parents[2] / "house" / "kediri.toml"))[0])
    run(qtbot, service, copy("a.txt"))
    assert heard.order == ["a.txt"]


def test_a_process_stands_ready_before_the_first_file(qtbot: QtBot, service: ImportService) -> None:
    qtbot.waitUntil(lambda: len(workers()) == 1, timeout=WAIT_MS)
    assert not service.is_busy


def test_shutting_down_ends_the_process(qtbot: QtBot, service: ImportService, copy: Write) -> None:
    run(qtbot, service, copy("a.txt"))
    service.shut_down()
    assert workers() == []


@pytest.mark.parametrize("module", ["import_worker", "import_worker_messages"])
def test_the_worker_loads_nothing_of_qt(module: str) -> None:
    code = (
        f"import sys, bnews_desk.gui.imports.{module}\n"
        "print(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"


def test_where_no_worker_can_start_every_file_is_told_so(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    run(qtbot, service, copy("hangat.txt"))
    service.set_house(lambda: None)  # type: ignore[arg-type]  # cannot be sent to a process
    run(qtbot, service, copy("a.txt"), copy("b.txt"))
    assert heard.order == ["hangat.txt", "a.txt", "b.txt"]
    assert len(heard.failed) == 2
    assert all("tidak dapat dijalankan" in message for _, message in heard.failed)
    service.set_house(load_style_sheet()[0])
    run(qtbot, service, copy("baik.txt"))
    assert heard.order[-1] == "baik.txt"
    assert len(heard.imported) == 2


def test_a_folder_of_too_many_files_brings_the_first(
    monkeypatch: pytest.MonkeyPatch, copy: Write, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        copy(name)
    monkeypatch.setattr(import_worker, "MAX_FILES", 2)
    found = import_worker.importable_files_in(str(tmp_path))
    assert [Path(path).name for path in found.paths] == ["a.txt", "b.txt"]
    assert found.more == 1


def read_kept(qtbot: QtBot, service: ImportService, kept: ReadAgainRequest) -> object:
    with qtbot.waitSignal(service.read_again, timeout=WAIT_MS) as heard:
        service.read_kept(kept)
    key, found = heard.args
    assert key == kept.key
    return found


def test_a_file_that_was_kept_is_read_again(
    qtbot: QtBot, service: ImportService, heard: Heard
) -> None:
    found = read_kept(qtbot, service, ReadAgainRequest("a", "rilis.txt", b"Pasar\n\nRamai sekali."))
    assert isinstance(found, ImportedRelease)
    assert found.release.text == "Pasar\nRamai sekali."
    assert heard.order == heard.progress == []


@pytest.mark.parametrize(("name", "data"), [("rilis.docx", b"PK\x03\x04"), ("tanpa nama", b"a")])
def test_of_one_that_cannot_be_read_any_more_that_is_said(
    qtbot: QtBot, service: ImportService, name: str, data: bytes
) -> None:
    found = read_kept(qtbot, service, ReadAgainRequest("a", name, data))
    assert isinstance(found, str)
    assert found.endswith(".")


def test_it_is_read_before_the_files_that_wait_and_stands_outside_their_number(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    paths = [copy(f"{number}.txt") for number in range(3)]
    service.read_again.connect(lambda key, _found: heard.order.append(key))
    with qtbot.waitSignal(service.finished, timeout=WAIT_MS):
        service.import_files(paths)
        service.read_kept(ReadAgainRequest("asli", "a.txt", b"Pasar itu ramai."))
    assert heard.order == ["asli", "0.txt", "1.txt", "2.txt"]
    assert heard.progress[-1] == (3, 3)


def test_cancelling_an_import_gives_up_no_file_that_was_kept(
    qtbot: QtBot, service: ImportService, copy: Write
) -> None:
    run(qtbot, service, copy("hangat.txt"))
    with qtbot.waitSignal(service.read_again, timeout=WAIT_MS) as heard:
        service.read_kept(ReadAgainRequest("a", "a.txt", b"Pasar itu ramai."))
        service.import_files([copy("b.txt")])
        service.cancel()
    assert isinstance(heard.args[1], ImportedRelease)


def test_a_worker_that_ends_over_a_file_that_was_kept_is_replaced(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    pid = stop_worker(qtbot, service, copy("a.txt"))
    with qtbot.waitSignal(service.read_again, timeout=WAIT_MS) as said:
        service.read_kept(ReadAgainRequest("a", "a.txt", b"Pasar itu ramai."))
        qtbot.waitUntil(lambda: is_reading(service))
        process_control.kill(pid)
    assert isinstance(said.args[1], str)
    run(qtbot, service, copy("b.txt"))
    assert heard.order == ["a.txt", "b.txt"]


def test_a_file_that_came_with_a_mail_comes_in_like_any_other(
    qtbot: QtBot, service: ImportService, heard: Heard, copy: Write
) -> None:
    data = b"Panen Kopi\n\nWarga memanen.\nUsai."
    files = (Attachment("naskah.txt", data, "txt"), Attachment("alat.exe", b"MZ", None))
    with qtbot.waitSignal(service.finished, timeout=WAIT_MS):
        service.import_files([copy("dulu.txt"), *files])
    assert heard.order == ["dulu.txt", "naskah.txt", "alat.exe"]
    _, imported, original = heard.imported[1]
    assert isinstance(imported, ImportedRelease)
    assert imported.release.headline == "Panen Kopi"
    assert original == ImportedFile("naskah.txt", hashlib.sha256(data).hexdigest(), data)
    ((_, message),) = heard.failed
    assert "belum dapat dibaca" in message
    assert heard.progress[-1] == (3, 3)


def test_cancel_tells_what_was_not_read(qtbot: QtBot, service: ImportService, copy: Write) -> None:
    stop_worker(qtbot, service, copy("hangat.txt"))
    paths = [copy("macet.txt"), copy("antre.txt")]
    service.import_files(paths)
    with qtbot.waitSignal(service.cancelled, timeout=WAIT_MS) as told:
        service.cancel()
    assert told.args == [paths]
