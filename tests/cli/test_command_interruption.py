"""Ctrl+C ends every command with one sentence and status 130, never in the middle of a thing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk.archive.repository import folder_export
from bnews_desk.archive.repository.database_archive import DatabaseArchive
from bnews_desk.cli.archive import uninterrupted

LINE = "bnews-desk: Dihentikan"


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """Ctrl+C is heeded, as by a program at a terminal: one in the background is begun without."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press(*_arguments: object, **_named: object) -> None:
    """What a terminal does at Ctrl+C."""
    signal.raise_signal(signal.SIGINT)


@pytest.fixture
def filled(call: Call, clean: Path) -> Path:
    """A file of a release that is in the archive already."""
    assert call("archive", "import", clean).status == 0
    return clean


ASKED: list[tuple[str, tuple[str, ...]]] = [
    ("list_releases", ("list",)),
    ("get", ("show", "kunci")),
    ("search", ("search", "panen")),
    ("get", ("related", "kunci")),
    ("get", ("address", "kunci", "https://contoh.id/a")),
    ("find_duplicates", ("alike", "bersih.txt")),
    ("thin_out", ("backup",)),
    ("count_checked_rows", ("check",)),
]


@pytest.mark.parametrize(("asked", "arguments"), ASKED)
def test_a_question_is_stopped_with_one_sentence(
    asked: str,
    arguments: tuple[str, ...],
    call: Call,
    filled: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(filled.parent)
    monkeypatch.setattr(DatabaseArchive, asked, press)
    done = call("archive", *arguments)
    assert (done.status, done.err) == (130, f"{LINE}.\n")


def test_a_stopped_export_takes_back_what_it_has_written(
    call: Call, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stopped:
        stopped.setattr(folder_export, "_sync", press)
        done = call("archive", "export", tmp_path / "ekspor")
    assert (done.status, done.out) == (130, "")
    assert done.err == f"{LINE}; yang sudah ditulis dihapus lagi.\n"
    assert list((tmp_path / "ekspor").iterdir()) == []
    assert "1 naskah" in call("archive", "export", tmp_path / "ekspor").out


def once(act: Callable[..., object]) -> Callable[..., object]:
    """The same with Ctrl+C in the middle of it."""

    def pressed(*arguments: object) -> object:
        press()
        return act(*arguments)

    return pressed


def test_a_file_is_taken_in_whole_before_an_import_stops(
    call: Call, clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "lain.txt"
    other.write_text(HOUSE_FORM.replace("padi", "jagung"), encoding="utf-8")
    with monkeypatch.context() as stopped:
        stopped.setattr(DatabaseArchive, "add", once(DatabaseArchive.add))
        done = call("archive", "import", clean, other)
    assert done.status == 130
    assert done.err.startswith(f"{LINE}; berkas yang kuncinya sudah ditampilkan ada di arsip")
    assert len(done.err.splitlines()) == 1
    assert call("archive", "list").out.startswith(done.out.strip())
    assert len(call("archive", "list").out.splitlines()) == 1


def test_a_folder_that_was_being_taken_in_is_gone_on_with(
    call: Call, filled: Path, headlined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("archive", "import", headlined)
    call("archive", "export", tmp_path / "ekspor")
    place = ("--archive", tmp_path / "lain" / "arsip.db")
    with monkeypatch.context() as stopped:
        stopped.setattr(DatabaseArchive, "change_words", press)
        done = call("archive", "import", *place, tmp_path / "ekspor")
    assert done.status == 130
    assert done.err == (
        f"{LINE}; yang sudah diambil tetap di arsip, jalankan lagi untuk mengambil sisanya.\n"
    )
    assert (
        "0 naskah dan foto diambil, 2 sudah ada"
        in call("archive", "import", *place, tmp_path / "ekspor").out
    )


def test_a_second_interruption_stops_at_once() -> None:
    reached = []

    def work() -> None:
        with uninterrupted("Dihentikan."):
            press()
            reached.append("sesudah yang pertama")
            press()
            reached.append("sesudah yang kedua")

    with pytest.raises(KeyboardInterrupt, match="Dihentikan"):
        work()
    assert reached == ["sesudah yang pertama"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_command_that_is_still_being_imported_stops_with_one_sentence(tmp_path: Path) -> None:
    late = (
        "import signal, sys\n"
        "from bnews_desk import __main__\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == sys.argv[0]: signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "module, sys.argv = sys.argv[1], sys.argv[1:]\n"
        "sys.exit(__main__.main())\n"
    )
    for module in ("bnews_desk.cli.main", "bnews_desk.cli.archive", "sqlalchemy"):
        done = subprocess.run(
            [sys.executable, "-c", late, module, "archive", "list"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={**os.environ, "BNEWS_DESK_HOME": str(tmp_path)},
        )
        assert (done.returncode, done.stderr) == (130, f"{LINE}.\n"), module
