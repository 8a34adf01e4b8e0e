"""The program's own server: one, on first need, back when it dies, gone when the program is."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from process_control import is_running, kill

from bnews_desk.errors import OpinionError
from bnews_desk.lexicon.languagetool import server as server_module
from bnews_desk.lexicon.languagetool.local_opinion import LocalOpinion, SharedServer
from bnews_desk.lexicon.languagetool.server import Server, free_port

FAKE = str(Path(__file__).with_name("fake_server.py"))
ROOT = str(Path(__file__).resolve().parents[3])
TEXT = "He go to school."
PATIENCE = 30
Start = Callable[..., Server]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the stand-in for Java writes what it did."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def start() -> Iterator[Start]:
    """Makes a server of the stand-in; each is closed behind the test."""
    with ExitStack() as open_servers:

        def make(*ways: str) -> Server:
            def command(port: int) -> list[str]:
                return [sys.executable, FAKE, str(port), *ways]

            server = Server(command, back_off=(0.05, 0.1))
            open_servers.callback(server.close)
            return server

        yield make


def pids(folder: Path) -> list[int]:
    """The processes that were started, in order."""
    log = folder / "dimulai"
    return [int(line) for line in log.read_text("ascii").split()] if log.exists() else []


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_one_process_is_started_on_first_need(start: Start, folder: Path) -> None:
    opinion = LocalOpinion(start())
    assert pids(folder) == []
    assert opinion.languages() == {"en-US"}
    assert [len(opinion.remarks(TEXT, "en-US")) for _ in range(3)] == [1, 1, 1]
    assert len(pids(folder)) == 1


def test_threads_that_need_it_at_once_share_it(start: Start, folder: Path) -> None:
    server = start()
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(server.address())) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(pids(folder)) == 1


def test_what_was_asked_of_a_server_that_dies_is_asked_again(start: Start, folder: Path) -> None:
    opinion = LocalOpinion(start())
    (folder / "mati-saat-memeriksa").touch()
    assert len(opinion.remarks(TEXT, "en-US")) == 1
    assert len(pids(folder)) == 2


def test_it_comes_back_at_the_same_address(start: Start, folder: Path) -> None:
    server = start()
    elsewhere = LocalOpinion(SharedServer(server.address()))
    assert len(elsewhere.remarks(TEXT, "en-US")) == 1
    (folder / "mati-saat-memeriksa").touch()
    assert len(elsewhere.remarks(TEXT, "en-US")) == 1


def test_three_failures_in_a_row_are_enough(start: Start, folder: Path) -> None:
    server = start("broken")
    with pytest.raises(OpinionError, match="berhenti berulang kali"):
        server.address()
    with pytest.raises(OpinionError, match="berhenti berulang kali"):
        server.address()
    assert len(pids(folder)) == 3


def test_what_cannot_be_started_at_all_is_tried_once(folder: Path) -> None:
    tries: list[int] = []

    def command(port: int) -> list[str]:
        tries.append(port)
        raise OpinionError("Java tidak ada.")

    server = Server(command)
    for _ in range(2):
        with pytest.raises(OpinionError, match="Java tidak ada"):
            server.address()
    server.close()
    assert len(tries) == 1


def test_a_program_that_is_not_there_is_a_failure(folder: Path) -> None:
    server = Server(lambda _port: [str(folder / "tidak-ada")], back_off=(0.01, 0.01))
    with pytest.raises(OpinionError, match="berhenti berulang kali"):
        server.address()
    server.close()


def test_a_port_in_use_is_left_to_its_user(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ports = [taken.getsockname()[1], free_port()]
        monkeypatch.setattr(server_module, "free_port", lambda _wanted=0: ports.pop(0))
        address = start().address()
        assert address.port != taken.getsockname()[1]
    assert len(pids(folder)) == 2


def test_a_wanted_port_that_is_taken_becomes_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert free_port(taken.getsockname()[1]) != taken.getsockname()[1]


def test_a_server_that_never_answers_is_given_no_more_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "START_SECONDS", 0.3)
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    server = Server(lambda _port: sleeper, back_off=(0.01, 0.01))
    with pytest.raises(OpinionError, match="belum siap"):
        server.address(within=0.1)
    with pytest.raises(OpinionError, match="berhenti berulang kali"):
        server.address(within=PATIENCE)
    server.close()


@pytest.mark.parametrize("ways", [(), ("stubborn",)])
def test_closing_ends_it(start: Start, folder: Path, ways: tuple[str, ...]) -> None:
    server = start(*ways)
    server.address()
    (pid,) = pids(folder)
    server.close()
    assert not is_running(pid)
    assert server.pid is None
    with pytest.raises(OpinionError, match="ditutup"):
        server.address()


def test_closing_before_the_first_need_starts_nothing(start: Start, folder: Path) -> None:
    server = start()
    server.close()
    with pytest.raises(OpinionError, match="ditutup"):
        server.address()
    assert pids(folder) == []


_PROGRAM = f"""
import sys, time
from bnews_desk.lexicon.languagetool.server import Server
server = Server(lambda port: [sys.executable, {FAKE!r}, str(port), *sys.argv[1:]])
server.address()
print(server.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("ways", [(), ("stubborn",)])
def test_a_killed_program_leaves_no_server(folder: Path, ways: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *ways],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": ROOT},
    ) as program:
        assert program.stdout is not None
        guard = int(program.stdout.readline())
        (pid,) = pids(folder)
        kill(program.pid)
    wait_for(lambda: not is_running(pid) and not is_running(guard))


@pytest.mark.skipif(
    sys.platform not in ("linux", "win32"), reason="nothing ends a child with its parent here"
)
def test_a_killed_minder_takes_its_server_along(start: Start, folder: Path) -> None:
    server = start("stubborn")
    server.address()
    (pid,) = pids(folder)
    assert server.pid is not None
    kill(server.pid)
    wait_for(lambda: not is_running(pid))
    server.address()
    wait_for(lambda: len(pids(folder)) == 2)


@pytest.mark.posix("a limit of memory is not inherited there")
def test_a_limit_that_an_import_set_does_not_bind_java(folder: Path) -> None:
    program = "import resource as r; r.setrlimit(r.RLIMIT_AS, (2**30, r.RLIM_INFINITY))" + _PROGRAM
    with subprocess.Popen(
        [sys.executable, "-c", program, "memory"], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
    assert int((folder / "batas").read_text()) != 2**30
