"""``bnews-desk rescue``: every release in the journal as TXT and DOCX."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.archive.journal.journal_rescue import RescuedRelease
from bnews_desk.cli import rescue
from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.errors import DeskError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.importers.file_reading import read_file
from bnews_desk.paths import HOME_VARIABLE
from bnews_desk.receipt import Receipt
from bnews_desk.release import Mark, Photo, Release

PICTURE = b"GIF89a\x28\x00\x1e\x00\x00\x00\x00;"
DIGEST = sha256(PICTURE).hexdigest()
HARVEST = Release(
    "Petani Panen Raya: Padi/Jagung?\nIsi berita itu.",
    (Mark(0, 6, "bold"),),
    (Photo(DIGEST, 1, "a.gif", "Panen"),),
)


def journal_of(path: Path, releases: Iterable[Release], removed: Iterable[str] = ()) -> Path:
    journal = Journal(str(path))
    journal.put_picture(DIGEST, PICTURE)
    for number, release in enumerate(releases):
        journal.note(str(number), release)
    for key in removed:
        journal.remove(key)
    assert journal.close()
    return path


def call(journal: Path | None, output: Path) -> int:
    named = str(journal) if journal else None
    return rescue.run(argparse.Namespace(journal=named, output=str(output)))


def test_every_release_is_written_in_both_forms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = journal_of(tmp_path / "j.db", [HARVEST, Release("\nTanpa judul di atas ini.")])
    out = tmp_path / "hasil"
    assert call(path, out) == EXIT_OK
    names = ["Petani Panen Raya Padi Jagung", "Tanpa judul di atas ini"]
    assert sorted(os.listdir(out)) == [f"{n}.{form}" for n in names for form in ("docx", "txt")]
    reader = FrameReader(load_style_sheet(None)[0])
    back = read_file(str(out / f"{names[0]}.docx"), reader)
    assert back.release.text == HARVEST.text
    assert back.pictures == {DIGEST: PICTURE}
    assert (out / f"{names[1]}.txt").read_text(encoding="utf-8") == "Tanpa judul di atas ini."
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 4
    assert "2 dari 2 naskah" in said.err


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("siaran pers.pdf", "Sama (asli).pdf"),
        ("tanpa akhiran", "Sama (asli).bin"),
        ("../../etc/x.p/df", "Sama (asli).bin"),
        ("a.\udcff", "Sama (asli).bin"),
    ],
)
@pytest.mark.parametrize("is_damaged", [False, True])
def test_the_file_that_a_release_came_in_lies_beside_it(
    tmp_path: Path, name: str, written: str, is_damaged: bool
) -> None:
    journal = Journal(str(tmp_path / "j.db"))
    journal.note("a", Release("Sama\nsatu"))
    journal.put_original("a", name, b"%PDF-asli" * 2_000, Receipt())
    assert journal.close()
    if is_damaged:
        with open(tmp_path / "j.db", "r+b") as file:
            file.write(b"rusak")
    out = tmp_path / "hasil"
    assert call(tmp_path / "j.db", out) == EXIT_OK
    assert sorted(os.listdir(out)) == sorted([written, "Sama.docx", "Sama.txt"])
    assert (out / written).read_bytes() == b"%PDF-asli" * 2_000


def test_an_original_is_not_overwritten_either(tmp_path: Path) -> None:
    journal = Journal(str(tmp_path / "j.db"))
    journal.note("a", Release("Sama\nsatu"))
    journal.put_original("a", "a.pdf", b"baru", Receipt())
    assert journal.close()
    out = tmp_path / "hasil"
    out.mkdir()
    (out / "Sama (asli).pdf").write_bytes(b"milik orang")
    assert call(tmp_path / "j.db", out) == EXIT_OK
    assert (out / "Sama (asli).pdf").read_bytes() == b"milik orang"
    assert (out / "Sama (2) (asli).pdf").read_bytes() == b"baru"


def test_nothing_is_overwritten_and_both_forms_share_a_name(tmp_path: Path) -> None:
    path = journal_of(tmp_path / "j.db", [Release("Sama\nsatu"), Release("Sama\ndua")])
    out = tmp_path / "hasil"
    out.mkdir()
    (out / "Sama.docx").write_bytes(b"milik orang")
    assert call(path, out) == EXIT_OK
    assert (out / "Sama.docx").read_bytes() == b"milik orang"
    assert {p.name for p in out.iterdir()} == {
        "Sama.docx",
        *(f"Sama ({n}).{form}" for n in (2, 3) for form in ("txt", "docx")),
    }


def test_removed_releases_go_into_a_folder_of_their_own_and_empty_ones_nowhere(
    tmp_path: Path,
) -> None:
    path = journal_of(tmp_path / "j.db", [HARVEST, Release("Dibuang\nisi"), Release()], ["1"])
    out = tmp_path / "hasil"
    assert call(path, out) == EXIT_OK
    assert sorted(os.listdir(out / "terhapus")) == ["Dibuang.docx", "Dibuang.txt"]
    assert len(os.listdir(out)) == 3


def test_a_damaged_journal_is_read_as_far_as_it_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = journal_of(tmp_path / "j.db", [HARVEST])
    with open(path, "r+b") as file:
        file.write(os.urandom(4096))
    out = tmp_path / "hasil"
    assert call(path, out) == EXIT_OK
    assert len(os.listdir(out)) == 2
    assert "rusak" in capsys.readouterr().err


def test_a_journal_of_noise_gives_nothing_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    path.write_bytes(os.urandom(9000))
    assert call(path, tmp_path / "hasil") == EXIT_UNREADABLE


def test_a_journal_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="tidak ditemukan"):
        call(tmp_path / "tidak-ada.db", tmp_path / "hasil")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    path = journal_of(tmp_path / "j.db", [HARVEST])
    with pytest.raises(DeskError, match="tidak dapat dibuat"):
        call(path, path / "hasil")


def test_without_a_name_the_editors_own_journal_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    journal_of(tmp_path / "jurnal.db", [HARVEST])
    assert call(None, tmp_path / "hasil") == EXIT_OK


def test_one_release_that_cannot_be_written_keeps_no_other_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_release = rescue.write_release

    def failing(release: Release, pictures: object, form: str, reader: FrameReader) -> object:
        if form == "docx" and release.headline == "Aneh":
            raise RuntimeError("tak terduga")
        return write_release(release, pictures, form, reader)  # type: ignore[arg-type]

    monkeypatch.setattr(rescue, "write_release", failing)
    path = journal_of(tmp_path / "j.db", [Release("Aneh\nisi"), Release("Biasa\nisi")])
    assert call(path, tmp_path / "hasil") == EXIT_UNREADABLE
    assert sorted(os.listdir(tmp_path / "hasil")) == ["Aneh.txt", "Biasa.docx", "Biasa.txt"]
    assert "“Aneh” tidak dapat ditulis sebagai DOCX" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\n", "Tanpa judul"),
        ("...\n", "Tanpa judul"),
        ("Bupati: “Ya”\n", "Bupati “Ya”"),
        ("a\x00b\ud800c\n", "a b c"),
        ("../../etc/passwd\n", "etc passwd"),
        ("\n\nIsi pertama\nIsi kedua", "Isi pertama Isi kedua"),
        ("kata " * 40 + "\n", ("kata " * 16).strip()),
    ],
)
def test_names_are_fit_for_every_system(text: str, name: str) -> None:
    assert rescue.name_of(RescuedRelease("a", Release(text), 0.0)) == name


def test_no_name_is_a_device() -> None:
    assert rescue.name_of(RescuedRelease("a", Release("CON\n"), 0.0)).upper() != "CON"


def test_a_long_word_of_emoji_is_cut_to_what_a_disk_takes() -> None:
    assert len(rescue.name_of(RescuedRelease("a", Release("🎉" * 300 + "\n"), 0.0)).encode()) <= 200
