"""What may abort its process is read in another one."""

from __future__ import annotations

import faulthandler
import gc
import multiprocessing
import os
import pickle
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from multiprocessing import connection
from pathlib import Path

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.importers.import_messages import (
    ImportMessage,
    imported_from_message,
    raise_error_from_message,
)
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.limits import ImportDeadline
from bnews_desk.importers.pdf import reader_process
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release
from tests.importers.pdf.pdf_kit import file_of, stream

CONNECTIONS = (connection.Connection, getattr(connection, "PipeConnection", connection.Connection))
WANTED = ImportedRelease(Release.of("", ["Satu."]), Receipt(), {"a": bytes(1_000_000)})
Do = Callable[[Callable[..., ImportedRelease], ImportDeadline, tuple[object, ...]], ImportMessage]


@pytest.fixture(params=[
    pytest.param("_forked", marks=pytest.mark.posix("Windows has no fork")),
    "_spawned",
])  # fmt: skip
def do(request: pytest.FixtureRequest) -> Do:
    found: Do = getattr(reader_process, request.param)
    return found


def give(caller: int, digest: str, _deadline: ImportDeadline) -> ImportedRelease:
    assert os.getpid() != caller
    return WANTED._replace(pictures={digest: WANTED.pictures["a"]})


def refuse(_deadline: ImportDeadline) -> ImportedRelease:
    raise ReadError("no-text", "Tidak ada teks.")


def abort(_deadline: ImportDeadline) -> ImportedRelease:
    faulthandler.disable()  # only a real abort is worth a report
    if sys.platform == "win32":
        os._exit(0xE0000008 - 2**32)  # as PDFium's allocator ends
    os.abort()


def crash(_deadline: ImportDeadline) -> ImportedRelease:
    faulthandler.disable()
    faulthandler._sigsegv()  # type: ignore[attr-defined]
    raise AssertionError


def hang(_deadline: ImportDeadline) -> ImportedRelease:
    while True:
        time.sleep(60)


class Bomb:
    """What would run code where it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("echo run > bomb-went-off",)


def take_over(_deadline: ImportDeadline) -> ImportedRelease:
    """Send what a hostile file would that has taken this process over."""
    for held in gc.get_objects():
        if isinstance(held, CONNECTIONS) and held.writable:
            held.send_bytes(pickle.dumps(Bomb()))
    os._exit(0)


def kind_of(do: Do, work: Callable[..., ImportedRelease], deadline: ImportDeadline) -> str:
    with pytest.raises(ReadError) as caught:
        raise_error_from_message(do(work, deadline, ()))
    return caught.value.kind


def test_what_the_work_gives_comes_back(do: Do) -> None:
    assert imported_from_message(do(give, ImportDeadline(), (os.getpid(), "b"))).pictures == {
        "b": WANTED.pictures["a"]
    }


@pytest.mark.parametrize(
    ("work", "kind"),
    [(refuse, "no-text"), (abort, "too-large"), (crash, "damaged"), (take_over, "damaged")],
)
def test_a_bad_end_is_told_in_a_sentence(
    do: Do,
    work: Callable[..., ImportedRelease],
    kind: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kind_of(do, work, ImportDeadline()) == kind
    assert list(tmp_path.iterdir()) == []


def test_work_that_hears_nothing_is_ended_when_the_time_is_up(
    do: Do, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_process, "_START_SECONDS", 1.0)
    assert kind_of(do, hang, ImportDeadline(0.2)) == "too-slow"
    assert multiprocessing.active_children() == []


@pytest.mark.wine("a_job_does_not_keep_its_limit_of_memory")
def test_a_file_that_unpacks_to_a_gigabyte_is_refused_on_the_command_line(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * 2**20) for _ in range(1_500)) + packer.flush()
    path = tmp_path / "bom.pdf"
    path.write_bytes(file_of({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        4: stream(content, "/Filter /FlateDecode"),
    }))  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "bnews_desk", "check", str(path)],
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert "terlalu besar" in done.stderr
    assert "Traceback" not in done.stderr
