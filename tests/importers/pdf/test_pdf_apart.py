"""What may abort its process is read in another one."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.importers.imported import Imported
from bnews_desk.importers.limits import Deadline
from bnews_desk.importers.pdf.apart import done_apart
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release
from tests.importers.pdf.pdf_kit import file_of, stream

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the work is done here")


def end_with(number: int, _deadline: Deadline) -> Imported:
    faulthandler.disable()  # only a real abort is worth a report
    os.kill(os.getpid(), number)
    time.sleep(60)
    raise AssertionError


def kind_of(number: int, deadline: Deadline) -> str:
    with pytest.raises(ReadError) as caught:
        done_apart(end_with, deadline, number)
    return caught.value.kind


def test_what_the_work_gives_comes_back() -> None:
    wanted = Imported(Release.of("", ["Satu."]), Receipt(), {"a": bytes(1_000_000)})
    assert done_apart(lambda _deadline: wanted, Deadline()) == wanted


def test_what_the_work_raises_is_raised_here() -> None:
    def refuse(_deadline: Deadline) -> Imported:
        raise ReadError("no-text", "Tidak ada teks.")

    with pytest.raises(ReadError, match="Tidak ada teks") as caught:
        done_apart(refuse, Deadline())
    assert caught.value.kind == "no-text"


def test_a_bad_end_is_told_in_a_sentence() -> None:
    assert kind_of(signal.SIGABRT, Deadline()) == "too-large"
    assert kind_of(signal.SIGSEGV, Deadline()) == "damaged"


def test_work_that_hears_nothing_is_ended_when_the_time_is_up() -> None:
    start = time.monotonic()
    assert kind_of(signal.SIGSTOP, Deadline(0.2)) == "too-slow"
    assert time.monotonic() - start < 10


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
