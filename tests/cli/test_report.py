"""``report`` from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_call import Call
from docx import Document

from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE

Pair = tuple[Path, Path]


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    original, copy = tmp_path / "asli.txt", tmp_path / "naskah.txt"
    original.write_text("Pasar Resmi Dibuka\n\nPasar itu dibuka bupati.\n", encoding="utf-8")
    copy.write_text("Pasar Dibuka\n\nPasar itu dibuka Bupati Blitar.\n", encoding="utf-8")
    return original, copy


@pytest.mark.parametrize("ending", ["html", "docx", "HTML"])
def test_a_report_is_written(call: Call, pair: Pair, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"laporan.{ending}"
    assert call("report", *pair, "-o", out).status == EXIT_OK
    assert out.stat().st_size > 500


def test_the_page_lists_the_changed_facts_first(call: Call, tmp_path: Path) -> None:
    original, copy, out = (tmp_path / name for name in ("asli.txt", "naskah.txt", "laporan.html"))
    original.write_text("Pasar Dibuka\n\nPasar itu menampung 64 petani desa.\n", encoding="utf-8")
    copy.write_text("Pasar Dibuka\n\nPasar itu menampung 46 petani desa.\n", encoding="utf-8")
    assert call("report", original, copy, "-o", out).status == EXIT_OK
    page = out.read_text(encoding="utf-8")
    listed = page.partition("Angka berubah (1)")[2].partition("Seluruh naskah")[0]
    assert "menampung <del>64" in listed
    assert "menampung <ins>46" in listed
    assert call("report", original, original, "-o", out).status == EXIT_OK
    assert "berubah (" not in out.read_text(encoding="utf-8")


def test_the_word_file_lists_the_same_facts(call: Call, tmp_path: Path) -> None:
    original, copy, out = (tmp_path / name for name in ("asli.txt", "naskah.txt", "laporan.docx"))
    same = "Camat Talun, Rina Hapsari, hadir."
    original.write_text(f"Pasar Dibuka\n\nAda 64 petani desa.\n{same}\n", encoding="utf-8")
    copy.write_text(f"Pasar Dibuka\n\nAda 46 petani desa.\n{same}\n", encoding="utf-8")
    assert call("report", original, copy, "-o", out).status == EXIT_OK
    lines = [paragraph.text for paragraph in Document(str(out)).paragraphs]
    listed = lines[lines.index("Fakta naskah dan rilis asli") + 1 :]
    assert listed == [
        "Angka berubah (1)",
        "Asli: Ada 64 petani desa.",
        "Naskah: Ada 46 petani desa.",
        "1 nama sama ✓",
    ]


def test_an_unknown_ending(call: Call, pair: Pair, tmp_path: Path) -> None:
    result = call("report", *pair, "-o", tmp_path / "laporan.pdf")
    assert result.status == EXIT_UNREADABLE
    assert "Laporan perubahan tidak dapat ditulis sebagai “.pdf”" in result.err


def test_a_missing_original(call: Call, pair: Pair, tmp_path: Path) -> None:
    out = tmp_path / "laporan.html"
    result = call("report", tmp_path / "tiada.txt", pair[1], "-o", out)
    assert result.status == EXIT_UNREADABLE
    assert result.err
    assert not out.exists()


def test_a_folder_that_is_not_there(call: Call, pair: Pair, tmp_path: Path) -> None:
    result = call("report", *pair, "-o", tmp_path / "tiada" / "laporan.html")
    assert result.status == EXIT_UNREADABLE
    assert result.err


def test_two_standard_inputs(call: Call, tmp_path: Path) -> None:
    result = call("report", "-", "-", "-o", tmp_path / "x.html")
    assert result.status == EXIT_UNREADABLE
    assert "masukan standar" in result.err
