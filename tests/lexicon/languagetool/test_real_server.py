"""The real LanguageTool, where Java 17 and a release of it are there (``make languagetool``)."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from bnews_desk.lexicon.languagetool import installation
from bnews_desk.lexicon.languagetool import server as server_module
from bnews_desk.lexicon.languagetool.local_opinion import LocalOpinion
from bnews_desk.lexicon.languagetool.server import Server, free_port, local_server
from bnews_desk.paths import HOME_VARIABLE


def _lacks() -> str:
    """Why nothing here can be tried, '' where it can."""
    if installation.find_installation() is None:
        folder = installation.releases_folder()
        return f"LanguageTool tidak ada di {folder}; rakit dengan: make languagetool"
    runtime = installation.find_java()
    return "" if runtime is not None and runtime.is_enough else "Java 17 tidak ada"


pytestmark = [
    pytest.mark.posix("LanguageTool and its Java are installed on Debian only"),
    pytest.mark.skipif(bool(_lacks()), reason=_lacks() or "-"),
]
ENGLISH = "The mayor say that 😀 he recieve an unique gift."
SAID = "The festival {0} give our farmers an unique chance to meet buyers from many country"
RELEASE = (
    "BLITAR | B-news.id - Wali Kota Blitar membuka Festival Kopi di Alun-alun, Sabtu (14/11/2026)."
    '\n"{said}," kata Konsul John Smith.\nAcara berlangsung meriah. (kmfkabblt/sun)\n'
    "Editor : Zainul Arifin"
)


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("meja")
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(folder)
    yield folder
    if before is None:
        del os.environ[HOME_VARIABLE]
    else:
        os.environ[HOME_VARIABLE] = before


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    started = local_server(reads_indonesian=True)
    yield started
    started.close()


@pytest.fixture
def opinion(server: Server) -> LocalOpinion:
    return LocalOpinion(server)


def java_of(guard: int) -> int:
    """The process of Java under a guard."""
    done = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(guard)], capture_output=True, text=True, check=False
    )
    return int(done.stdout.split()[0])


def is_gone(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_english_is_checked_and_offsets_are_code_points(opinion: LocalOpinion) -> None:
    found = {ENGLISH[r.start : r.end]: r for r in opinion.remarks(ENGLISH, "en-US")}
    assert found["recieve"].is_spelling
    assert "receive" in found["recieve"].proposals
    assert found["an"].rule == "EN_A_VS_AN"


def test_indonesian_is_spelled_by_the_dictionary_it_was_given(opinion: LocalOpinion) -> None:
    text = "Wali kota mengahdiri rapat koordinasi di pendopo."
    (remark,) = opinion.remarks(text, "id")
    assert text[remark.start : remark.end] == "mengahdiri"
    assert remark.is_spelling
    assert "menghadiri" in remark.proposals


@pytest.mark.skipif(sys.platform != "linux", reason="memerlukan ps")
def test_only_this_computer_can_reach_it(opinion: LocalOpinion, server: Server) -> None:
    opinion.languages()
    assert server.pid is not None
    listening = psutil.Process(java_of(server.pid)).net_connections()
    hosts = {one.laddr.ip for one in listening if one.status == psutil.CONN_LISTEN}
    assert hosts
    assert hosts <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}


@pytest.mark.skipif(sys.platform != "linux", reason="memerlukan ps dan /proc")
def test_one_killed_in_the_middle_of_a_check_is_replaced(
    opinion: LocalOpinion, server: Server
) -> None:
    opinion.languages()
    assert server.pid is not None
    killed = java_of(server.pid)
    killer = threading.Timer(0.3, os.kill, (killed, signal.SIGKILL))
    killer.start()
    texts = [f"{SAID.format(number)}. {ENGLISH} " * 20 for number in range(12)]
    assert all(opinion.remarks(text, "en-US") for text in texts)
    killer.join()
    assert server.pid is not None
    assert java_of(server.pid) != killed


def test_a_port_in_use_is_left_to_its_user(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ports = [taken.getsockname()[1], free_port()]
        monkeypatch.setattr(server_module, "free_port", lambda _wanted=0: ports.pop(0))
        second = local_server()
        try:
            assert second.address().port != taken.getsockname()[1]
        finally:
            second.close()


@pytest.mark.skipif(sys.platform != "linux", reason="memerlukan ps dan /proc")
def test_a_killed_program_leaves_no_java() -> None:
    program = (
        "import time; from bnews_desk.lexicon.languagetool.server import local_server\n"
        "server = local_server(); server.address(); print(server.pid, flush=True); time.sleep(99)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        java = java_of(int(child.stdout.readline()))
        child.kill()
    wait_for(lambda: is_gone(java))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_hundred_mixed_releases_are_checked(tmp_path: Path, jobs: str) -> None:
    for number in range(100):
        text = RELEASE.format(said=SAID.format(f"of day {number}"))
        (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    files = sorted(map(str, tmp_path.iterdir()))
    call = [sys.executable, "-m", "bnews_desk", "check", "--format", "json", "--jobs", jobs]
    asked = subprocess.run(
        [*call, "--languagetool", "local", *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    alone = subprocess.run([*call, *files], capture_output=True, encoding="utf-8", check=False)
    assert (asked.returncode, asked.stderr) == (alone.returncode, "")
    ours = json.loads(alone.stdout)["files"]
    for file, own in zip(json.loads(asked.stdout)["files"], ours, strict=True):
        theirs = [p for p in file["problems"] if p["rule"].startswith("lt-")]
        assert {"an", "many country"} <= {finding["text"] for finding in theirs}
        assert [p for p in file["problems"] if p not in theirs] == own["problems"]
