"""``convert --out``: many files into one folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from command_call import HOUSE_FORM, Call

from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.exporters.export_formats import FORMATS


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"rilis-{n}.txt" for n in range(3)]
    for file in found:
        file.write_text(HOUSE_FORM, encoding="utf-8")
    return found


@pytest.mark.parametrize("key", [format.key for format in FORMATS])
def test_every_format(call: Call, files: list[Path], tmp_path: Path, key: str) -> None:
    out = tmp_path / "hasil" / "baru"
    assert call("convert", "--to", key, "--out", out, *files).status == EXIT_OK
    written = sorted(out.iterdir())
    assert [file.stem for file in written] == [file.stem for file in files]
    assert all(file.suffix and file.stat().st_size > 100 for file in written)


def test_a_bad_file_in_the_middle_stops_nothing(
    call: Call, files: list[Path], tmp_path: Path
) -> None:
    files[1].write_bytes(b"\x00\x01" * 50)
    result = call("convert", "--to", "docx", "--out", tmp_path / "h", *files)
    assert result.status == EXIT_UNREADABLE
    assert str(files[1]) in result.err
    assert sorted(file.name for file in (tmp_path / "h").iterdir()) == [
        "rilis-0.docx",
        "rilis-2.docx",
    ]


def test_nothing_is_written_over_unasked(call: Call, files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "h"
    out.mkdir()
    (out / "rilis-1.md").write_text("yang lama", encoding="utf-8")
    result = call("convert", "--to", "markdown", "--out", out, *files)
    assert result.status == EXIT_UNREADABLE
    assert "--force" in result.err
    assert (out / "rilis-1.md").read_text(encoding="utf-8") == "yang lama"
    assert (out / "rilis-2.md").exists()
    assert call("convert", "--to", "markdown", "--out", out, "--force", *files).status == EXIT_OK
    assert (out / "rilis-1.md").read_text(encoding="utf-8") != "yang lama"


def test_two_files_of_one_name(call: Call, files: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    twin = other / files[0].name
    twin.write_text(HOUSE_FORM, encoding="utf-8")
    out = tmp_path / "h"
    result = call("convert", "--to", "docx", "--out", out, "--force", files[0], twin)
    assert result.status == EXIT_UNREADABLE
    assert str(twin) in result.err


def test_names_that_differ_in_case_alone_are_one_file(
    call: Call, files: list[Path], tmp_path: Path
) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    twin = other / files[0].name.upper()
    twin.write_text(HOUSE_FORM.replace("a", "e"), encoding="utf-8")
    out = tmp_path / "h"
    result = call("convert", "--to", "docx", "--out", out, "--force", files[0], twin)
    assert result.status == EXIT_UNREADABLE
    assert str(twin) in result.err
    assert [file.name for file in out.iterdir()] == ["rilis-0.docx"]


def test_windows_line_breaks_where_they_are_asked_for(
    call: Call, files: list[Path], tmp_path: Path
) -> None:
    out, target = tmp_path / "h", tmp_path / "hasil.txt"
    assert call("convert", "--crlf", files[0], target).status == EXIT_OK
    assert call("convert", "--crlf", "--to", "txt", "--out", out, files[0]).status == EXIT_OK
    assert target.read_bytes() == (out / "rilis-0.txt").read_bytes()
    usual = call("convert", files[0], tmp_path / "biasa.txt")
    assert usual.status == EXIT_OK
    plain = (tmp_path / "biasa.txt").read_bytes()
    assert b"\r" not in plain
    assert target.read_bytes() == plain.replace(b"\n", b"\r\n")
    call("fix", "--crlf", files[0], "-o", target)
    fixed = target.read_bytes()
    assert fixed.count(b"\r\n") == fixed.count(b"\n") > 0


@pytest.mark.parametrize(
    "arguments",
    [("convert", "a.txt", "b.docx"), ("convert", "--to", "odt", "--out", "h", "a.txt")],
)
def test_windows_line_breaks_are_for_text_alone(call: Call, arguments: tuple[str, ...]) -> None:
    result = call(*arguments, "--crlf")
    assert result.status == EXIT_UNREADABLE
    assert "--crlf hanya untuk hasil TXT" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.txt",),
        ("a.txt", "b.txt", "c.txt"),
        ("a.txt", "--force", "b.docx"),
        ("a.txt", "--out", "folder"),
        ("a.txt", "--out", "folder", "--to", "tiada"),
    ],
)
def test_a_call_that_makes_no_sense(call: Call, arguments: tuple[str, ...]) -> None:
    result = call("convert", *arguments)
    assert result.status == EXIT_UNREADABLE
    assert result.err
    assert result.out == ""


def test_what_force_is_for_is_said(call: Call) -> None:
    assert "--force hanya untuk --out" in call("convert", "a.txt", "b.docx", "--force").err


@pytest.mark.posix("a folder is closed by its mode")
@pytest.mark.skipif(hasattr(os, "geteuid") and not os.geteuid(), reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(call: Call, files: list[Path], tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        result = call("convert", "--to", "txt", "--out", tmp_path / "h", *files)
    finally:
        tmp_path.chmod(0o700)
    assert result.status == EXIT_UNREADABLE
    assert result.err


def test_a_file_in_the_folder_s_place(call: Call, files: list[Path]) -> None:
    result = call("convert", "--to", "txt", "--out", files[0], *files)
    assert result.status == EXIT_UNREADABLE
    assert result.err


@pytest.mark.usefixtures("headline_format")
def test_a_new_format_needs_no_more_than_its_module_and_record(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "rilis.txt"
    file.write_text(f"Pasar Tani Tegalasri\n\n{HOUSE_FORM}", encoding="utf-8")
    out = tmp_path / "hasil"
    assert call("convert", "--to", "headline", "--out", out, file).status == EXIT_OK
    assert call("convert", file, tmp_path / "satu.judul").status == EXIT_OK
    for written in (out / "rilis.judul", tmp_path / "satu.judul"):
        assert written.read_text(encoding="utf-8") == "# Pasar Tani Tegalasri"
    assert ".judul" in call("convert", file, tmp_path / "satu.lotus").err
