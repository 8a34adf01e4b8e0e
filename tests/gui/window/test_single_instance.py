"""A second start hands its files to the window that is open; a killed window is no hindrance."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import process_control
import pytest
from faults_kit import PATIENCE, ROOT
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from bnews_desk.gui.window.single_instance import SingleInstance, StartState, socket_name

SCRIPT = Path(__file__).with_name("second_start_process.py")


class Starts:
    """Starts of the program; all of them are ended at the end."""

    def __init__(self, folder: Path, sockets: Path) -> None:
        self.folder, self.sockets = folder, sockets
        self.running: list[subprocess.Popen[str]] = []

    def start(
        self, *files: str, profile: str = "profil", cwd: Path = ROOT
    ) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(self.folder / profile), *files],
            stdout=subprocess.PIPE,
            text=True,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(self.sockets)},
        )
        self.running.append(process)
        return process

    def end(self) -> None:
        for process in self.running:
            process.kill()
            process.communicate(timeout=PATIENCE)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def sockets() -> Iterator[Path]:
    """A folder with a short name wherever the tests' own lie: a socket's path has its limit."""
    above = Path("/tmp")  # noqa: S108 - the folder's name is secret
    with TemporaryDirectory(dir=above if os.access(above, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture
def starts(tmp_path: Path, sockets: Path) -> Iterator[Starts]:
    starts = Starts(tmp_path, sockets)
    yield starts
    starts.end()


def test_a_second_start_hands_its_files_over_and_ends(starts: Starts, tmp_path: Path) -> None:
    first = starts.start()
    assert said(first) == "first"
    name = "siaran “pers” ü.docx"
    second = starts.start(name, "/lain/b.txt", cwd=tmp_path)
    assert said(second) == "handed"
    assert second.wait(PATIENCE) == 0
    assert json.loads(said(first)) == [
        str(tmp_path / name),
        str(tmp_path / "/lain/b.txt"),
    ]  # on Windows, of the drive it was started on


def test_a_second_start_without_files_asks_for_the_window(starts: Starts) -> None:
    first = starts.start()
    assert said(first) == "first"
    assert said(starts.start()) == "handed"
    assert json.loads(said(first)) == []


def test_another_profile_is_another_window(starts: Starts) -> None:
    assert said(starts.start()) == "first"
    assert said(starts.start(profile="lain")) == "first"


def test_a_killed_window_leaves_the_way_free(starts: Starts) -> None:
    for _ in range(3):
        process = starts.start()
        assert said(process) == "first"
        process.kill()
        process.wait(PATIENCE)
    first = starts.start()
    assert said(first) == "first"
    assert said(starts.start("/a.txt")) == "handed"
    assert json.loads(said(first)) == [os.path.abspath("/a.txt")]


def test_of_many_starts_at_one_moment_one_is_the_first(starts: Starts) -> None:
    processes = [starts.start(f"/{number}.txt") for number in range(5)]
    standings = sorted(said(process) for process in processes)
    assert standings == ["first", *["handed"] * 4]


def test_a_window_that_hangs_is_not_joined_by_a_second_one(
    starts: Starts, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(starts.sockets))
    first = starts.start()
    assert said(first) == "first"
    process_control.stop(first.pid)
    single = SingleInstance(str(tmp_path / "profil"), answer_ms=200)
    assert single.begin(["/a.txt"]) is StartState.SILENT
    process_control.resume(first.pid)


def test_noise_at_the_socket_is_not_handed_on(
    tmp_path: Path, sockets: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(sockets))
    single = SingleInstance(str(tmp_path))
    assert single.begin([]) is StartState.FIRST
    handed: list[object] = []
    single.handed.connect(handed.append)
    for noise in (b"\xff\xfe\n", b"{}\n", b"[1]\n", b"x" * 1_100_000, b""):
        socket = QLocalSocket()
        socket.connectToServer(socket_name(str(tmp_path)))
        assert socket.waitForConnected(PATIENCE * 1000)
        socket.write(noise)
        socket.flush()
        if not noise:
            socket.abort()
        qtbot.waitUntil(
            lambda socket=socket: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        )
    assert handed == []
    socket = QLocalSocket()
    socket.connectToServer(socket_name(str(tmp_path)))
    socket.write(b'["/a')
    socket.flush()
    socket.write(b'.txt"]\n')
    qtbot.waitUntil(lambda: handed == [("/a.txt",)])
    single.close()


def test_a_socket_that_cannot_be_made_is_no_hindrance(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocalServer, "listen", lambda *_: False)
    assert SingleInstance(str(tmp_path)).begin([]) is StartState.FIRST


def test_the_name_is_short_whatever_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/" + "x" * 200)
    name = socket_name(str(tmp_path / ("y" * 200)))
    assert len(name) < 40
    assert name == socket_name(str(tmp_path / "z" / ".." / ("y" * 200)))
    assert name != socket_name(str(tmp_path))
