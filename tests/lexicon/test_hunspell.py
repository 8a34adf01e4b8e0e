"""Hunspell reads the dictionary that ships with the program, wherever it lies."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from bnews_desk.lexicon.hunspell import NAME, dictionary_folder, shipped_hunspell


def test_it_knows_the_words_of_the_shipped_dictionary() -> None:
    pytest.importorskip("hunspell")
    knows = shipped_hunspell()
    assert knows is not None
    assert knows("mempertanggungjawabkan")
    assert not knows("mempertangungjawabkan")
    assert not knows("mūnū")  # letters outside its encoding


def test_the_licence_lies_beside_the_dictionary() -> None:
    text = Path(dictionary_folder(), f"LISENSI-{NAME}.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_the_dictionary_is_read_from_a_folder_of_any_name(tmp_path: Path) -> None:
    pytest.importorskip("hunspell")
    folder = tmp_path / "Sitü Nur Fajaré 東"
    shutil.copytree(dictionary_folder(), folder)
    knows = shipped_hunspell(str(folder))
    assert knows is not None
    assert knows("lontar")


@pytest.mark.parametrize("files", [(), (".aff",), (".dic",)], ids=str)
def test_it_is_absent_without_a_whole_dictionary(tmp_path: Path, files: tuple[str, ...]) -> None:
    for end in files:
        shutil.copy(Path(dictionary_folder(), NAME + end), tmp_path)
    assert shipped_hunspell(str(tmp_path)) is None


def test_it_is_absent_without_the_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert shipped_hunspell() is None
