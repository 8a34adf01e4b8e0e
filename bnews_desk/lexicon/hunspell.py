"""Hunspell's Indonesian dictionary, where the system has one: the last to be asked for a word.

Absent without a word where there is no dictionary or no :mod:`hunspell` module (chunspell);
``bnews-desk doctor`` says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

NAME = "id_ID"
_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
    "~/.local/share/hunspell",
)


def dictionary_folder() -> str | None:
    """The first folder that holds the Indonesian dictionary; those of ``DICPATH`` go first."""
    return next((folder for folder in _folders() if _holds_dictionary(folder)), None)


def installed_hunspell(folder: str | None = None) -> Callable[[str], bool] | None:
    """Says whether Hunspell knows a word; None where dictionary or module is missing.

    Reads the dictionary of ``folder``, else of the first folder that holds one.
    """
    where = folder or dictionary_folder()
    if where is None or not _holds_dictionary(where):
        return None
    try:
        from hunspell import Hunspell

        spell: Callable[[str], bool] = Hunspell(NAME, hunspell_data_dir=where).spell
    except Exception:  # whatever a broken library or dictionary raises: the layer is absent
        return None

    def knows(word: str) -> bool:
        return word.isascii() and spell(word)  # it raises for letters outside its encoding

    return knows


def _folders() -> Iterator[str]:
    yield from filter(None, os.environ.get("DICPATH", "").split(os.pathsep))
    yield from map(os.path.expanduser, _FOLDERS)


def _holds_dictionary(folder: str) -> bool:
    return all(os.path.isfile(os.path.join(folder, NAME + end)) for end in (".aff", ".dic"))
