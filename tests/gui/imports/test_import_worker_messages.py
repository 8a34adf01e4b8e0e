"""What goes between the window and the worker: whole, and nothing that could run."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bnews_desk.gui.imports import import_worker, import_worker_process
from bnews_desk.gui.imports.import_service import ImportService
from bnews_desk.gui.imports.import_worker_messages import (
    FileRead,
    FileRefused,
    FolderListed,
    OriginalRead,
    WorkerAnswer,
    WorkerReady,
    decode_answer,
    encode_answer,
)
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.import_messages import (
    ImportMessage,
    MessageError,
    MessagePipe,
    send_message,
)
from bnews_desk.importers.imported_release import Attachment, ImportedRelease
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release

WAIT_MS = 30_000
IMPORTED = ImportedRelease(
    Release.of("Judul", ["Satu."]), Receipt(), {"ab": b"1"}, (Attachment("a.txt", b"2", "txt"),)
)


@pytest.mark.parametrize(
    "answer",
    [
        WorkerReady(),
        FileRead(IMPORTED, "ab12", b"bytes"),
        OriginalRead(IMPORTED),
        FolderListed(("a", "b\udcff"), 3),
        FileRefused("Berkas ini rusak."),
    ],
)
def test_an_answer_comes_back_equal_to_itself(answer: WorkerAnswer) -> None:
    assert decode_answer(encode_answer(answer)) == answer


@pytest.mark.parametrize(
    "message",
    [
        ImportMessage({}),
        ImportMessage({"answer": "tiada"}),
        ImportMessage({"answer": "refused", "sentence": 5}),
        ImportMessage({"answer": "unfolded", "paths": [5], "more": 0}),
        ImportMessage({"answer": "read", "digest": "a", "import": {}}),
        ImportMessage({"answer": "read-again", "import": []}),
    ],
)
def test_what_is_no_answer_is_refused(message: ImportMessage) -> None:
    with pytest.raises(MessageError):
        decode_answer(message)


class Listening:
    """A pipe that asks some things and notes whether an alarm could break its answers off."""

    def __init__(self, *asked: object) -> None:
        self.asked, self.sent, self.is_timed = list(asked), 0, False
        self._idle = {number: signal.getsignal(number) for number in ALARMS}

    def recv(self) -> object:
        if not self.asked:
            raise EOFError
        return self.asked.pop(0)

    def send_bytes(self, _data: bytes) -> None:
        self.sent += 1
        self.is_timed |= any(signal.getsignal(n) != idle for n, idle in self._idle.items())


ALARMS = [getattr(signal, name) for name in ("SIGALRM", "SIGTERM") if hasattr(signal, name)]


def test_no_alarm_is_set_while_an_answer_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_worker, "limit_memory", lambda: None)
    monkeypatch.setattr(import_worker, "note_native_crashes", lambda _folder, _process: None)
    (tmp_path / "a.txt").write_text("Satu.", encoding="utf-8")
    pipe = Listening(str(tmp_path / "a.txt"), str(tmp_path), str(tmp_path / "tiada.txt"))
    before = signal.getsignal(signal.SIGINT)
    try:
        import_worker.serve_import_requests(pipe, load_style_sheet()[0])  # type: ignore[arg-type]
    finally:
        signal.signal(signal.SIGINT, before)
    assert pipe.sent >= 5
    assert not pipe.is_timed


class Bomb:
    """What would run code where it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("echo run > bomb-went-off",)


def serve_a_bomb(pipe: MessagePipe, _house: HouseStyle) -> None:
    """A worker that a hostile file has taken over."""
    send_message(pipe, encode_answer(WorkerReady()))
    pipe.recv_bytes()
    pipe.send_bytes(pickle.dumps(Bomb()))


def test_a_worker_that_was_taken_over_runs_nothing_in_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(import_worker_process, "serve_import_requests", serve_a_bomb)
    service = ImportService(load_style_sheet()[0])
    failed: list[str] = []
    service.failed.connect(lambda _path, message: failed.append(message))
    try:
        with qtbot.waitSignal(service.finished, timeout=WAIT_MS):
            service.import_files(["naskah.txt"])
    finally:
        service.shut_down()
    assert len(failed) == 1
    assert "terhenti mendadak" in failed[0]
    assert list(tmp_path.iterdir()) == []
