"""Hunspell's dictionary: used where it is, absent without a word where it is not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bnews_desk.lexicon import hunspell
from bnews_desk.lexicon.hunspell import NAME, dictionary_folder, installed_hunspell


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / f"{NAME}.aff").write_text("SET ISO8859-1\n", encoding="ascii")
    (tmp_path / f"{NAME}.dic").write_text("2\nlontar\nkidung\n", encoding="ascii")
    return tmp_path


def test_a_dictionary_is_found_where_the_system_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICPATH", str(folder))
    assert dictionary_folder() == str(folder)


def test_it_knows_the_words_of_its_dictionary(folder: Path) -> None:
    pytest.importorskip("hunspell")
    knows = installed_hunspell(str(folder))
    assert knows is not None
    assert knows("lontar")
    assert not knows("zorvindex")
    assert not knows("mūnū")  # letters outside its encoding


def test_it_is_absent_without_a_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DICPATH", raising=False)
    monkeypatch.setattr(hunspell, "_FOLDERS", (str(tmp_path),))
    assert dictionary_folder() is None
    assert installed_hunspell() is None


def test_it_is_absent_without_the_module(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert installed_hunspell(str(folder)) is None
