"""Consoles of other encodings: nothing fails, and what programs read is in UTF-8."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Judul\nPasar “Ō” \U0001f600 ramai , kata dia.\n"


def arguments(*words: str) -> list[str]:
    return [sys.executable, "-m", "bnews_desk", *words]


def environment(encoding: str) -> dict[str, str]:
    return {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}


def said_on_a_console(encoding: str, *words: str) -> tuple[int, bytes]:
    """The status of a call whose output is a terminal, and the bytes that reach the terminal."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        arguments(*words),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment(encoding),
    ) as process:
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:  # how Linux says that nobody writes any more
            pass
        finally:
            os.close(ours)
    return process.returncode, said.replace(b"\r\n", b"\n")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rilis Ō.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.posix("the stand-in for a console is a pseudo-terminal")
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_console_is_addressed_in_its_own_encoding(file: Path, encoding: str) -> None:
    status, said = said_on_a_console(encoding, "check", str(file))
    assert status in (0, 1)
    shown = said.decode(encoding)
    assert "rilis Ō.txt" in shown if encoding == "utf-8" else r"rilis \u014c.txt" in shown
    assert "Traceback" not in shown


@pytest.mark.posix("the stand-in for a console is a pseudo-terminal")
def test_json_is_utf8_on_a_console_too(file: Path) -> None:
    status, said = said_on_a_console("cp1252", "check", "--format", "json", str(file))
    assert status in (0, 1)
    text = said.decode("utf-8")
    begin = text.index("{")
    assert "Ō" in json.loads(text[begin : text.rindex("}") + 1])["files"][0]["text"]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii:strict", "utf-8"])
@pytest.mark.parametrize(
    "words", [("check",), ("check", "--format", "json"), ("fix",), ("archive", "alike"), ("tiada",)]
)
def test_a_pipe_gets_utf8_whatever_the_console(
    file: Path, encoding: str, words: tuple[str, ...]
) -> None:
    done = subprocess.run(
        arguments(*words, str(file)), capture_output=True, env=environment(encoding), check=False
    )
    assert "Traceback" not in done.stderr.decode("utf-8")
    done.stdout.decode("utf-8")
