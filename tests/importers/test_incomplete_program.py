"""A module of ours that is missing is never called a damaged file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bnews_desk.errors import ReadError
from bnews_desk.gui.imports import import_worker
from bnews_desk.importers import file_reading
from bnews_desk.importers.read_errors import ReadErrors, incomplete_program

WEB_PAGE = (
    "<html><body><nav>" + "<a href='/a'>Menu</a> " * 9 + "</nav><article><h1>Pasar ramai</h1>"
    "<p>BLITAR - Pasar itu ramai sejak pagi, kata kepala dinas.</p></article>"
    "<footer>Hak cipta <a href='/b'>Redaksi</a></footer></body></html>"
)
MAIL = (
    "From: a@b.id\nTo: c@d.id\nSubject: Pasar\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    + WEB_PAGE
)
READ = """
import sys
from pathlib import Path
from bnews_desk.errors import ReadError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_data
_, key, missing, path = sys.argv
sys.modules[missing] = None
try:
    read_data(Path(path).read_bytes(), key, FrameReader(load_style_sheet()[0]))
except ReadError as error:
    print(error.kind, missing.partition(".")[0] in str(error))
"""


@pytest.mark.parametrize(
    ("key", "missing", "data"),
    [
        ("html", "lxml_html_clean", WEB_PAGE),
        ("html", "trafilatura", WEB_PAGE),
        ("html", "lxml", WEB_PAGE),
        ("pdf", "pypdfium2_raw", "%PDF-1.4\n"),
        (
            "md",
            "markdown_it",
            "# Pasar\n\nPasar itu **ramai**, [kata dia](https://a.id).\n\n- satu\n- dua\n",
        ),
        (
            "eml",
            "lxml",
            MAIL,
        ),
    ],
)
def test_what_is_missing_is_named(key: str, missing: str, data: str, tmp_path: Path) -> None:
    path = tmp_path / f"rilis.{key}"
    path.write_text(data, encoding="utf-8", newline="")
    done = subprocess.run(
        [sys.executable, "-c", READ, key, missing, str(path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    kind, _, is_named = done.stdout.strip().partition(" ")
    assert kind == "incomplete-program", done.stderr
    assert is_named == "True" or missing == "lxml_html_clean"  # lxml says it in its own words


def test_a_library_that_does_not_load_is_the_programs_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_name: str) -> object:
        raise OSError("DLL load failed while importing _imaging")

    monkeypatch.setattr(file_reading, "import_module", broken)
    with pytest.raises(ReadError) as caught:
        file_reading.read_data(b"Satu.", "txt", None)  # type: ignore[arg-type]
    assert caught.value.kind == "incomplete-program"
    assert "doctor" in str(caught.value)


def test_without_memory_for_a_library_the_file_is_too_large() -> None:
    refused = ImportError("libx.so: failed to map segment from shared object")
    assert incomplete_program(refused).kind == "too-large"
    assert ReadErrors("PDF", "pembaca PDF").damaged(ValueError()).kind == "damaged"


def test_the_worker_tells_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_release: object, _reader: object) -> object:
        raise ModuleNotFoundError("No module named 'rensa'", name="rensa")

    monkeypatch.setattr(import_worker, "recognise_parts", broken)
    path = tmp_path / "a.txt"
    path.write_text("Satu.", encoding="utf-8")
    told = import_worker._answer(str(path), import_worker.FrameReader(worker_house()))
    assert "rensa" in told.fields["sentence"]
    assert "kurang lengkap" in told.fields["sentence"]


def worker_house() -> import_worker.HouseStyle:
    from bnews_desk.house.style_sheet import load_style_sheet

    return load_style_sheet()[0]
