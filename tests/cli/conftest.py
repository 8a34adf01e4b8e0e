"""Calls the command line inside the test process."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call, Result

from bnews_desk.cli import command_inputs, main
from bnews_desk.paths import HOME_VARIABLE


@pytest.fixture(autouse=True)
def _memory_is_not_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory limit would apply to all later tests of this process."""
    monkeypatch.setattr(command_inputs, "limit_memory", lambda: None)


@pytest.fixture(autouse=True)
def _terminal_is_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A narrow terminal would wrap the help texts differently."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an editor who has no settings and no dictionary yet."""
    folder = tmp_path / "meja"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def call(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Call:
    """``bnews-desk`` with these arguments and bytes on standard input."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsysbinary.readouterr()
        status = main.run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Result(status, out.decode(errors="replace"), err.decode(), out)

    return run


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A file without findings."""
    path = tmp_path / "bersih.txt"
    path.write_bytes(HOUSE_FORM.encode())
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A file with errors that have safe fixes, and one that an editor must correct: no credit."""
    path = tmp_path / "keliru.txt"
    text = HOUSE_FORM.replace(" | B-news.id -", " –").replace("\nEditor : Zainul Arifin", "")
    path.write_bytes(text.encode())
    return path


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A file with findings, none of them at error level."""
    path = tmp_path / "cek.txt"
    path.write_bytes(HOUSE_FORM.replace("BLITAR | B-news.id -", "BLITAR –").encode())
    return path


@pytest.fixture
def headlined(tmp_path: Path) -> Path:
    """A file with a headline and faults in it and below it."""
    path = tmp_path / "berjudul.txt"
    text = "Petani Wates Panen Raya 🎉 Padi\n\n" + HOUSE_FORM.replace("|", "–", 1)
    path.write_bytes(text.encode())
    return path
