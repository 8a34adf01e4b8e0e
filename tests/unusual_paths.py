"""Folders at unusual places: very deep ones, odd names, network shares."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bnews_desk.files import system_path

_DEEP = [letter * 60 for letter in "abcde"]
_ODD = "a b%20#é市 & co"
LONGEST_SHORT_PATH = 247
"""The longest path of a folder that Windows accepts outside the long form."""


@contextmanager
def folder_in(place: str, tmp_path: Path) -> Iterator[str]:
    """A new folder at a ``place`` of ``PLACES``, which goes again."""
    begun = os.path.join(_share(tmp_path) if "share" in place else tmp_path, os.urandom(4).hex())
    folder = os.path.join(begun, _ODD, *(_DEEP if "deep" in place else []))
    os.makedirs(system_path(folder))
    try:
        yield folder
    finally:
        shutil.rmtree(_long_form(begun), ignore_errors=True)


def _long_form(path: str) -> str:
    """The long form of a path, so that deep files are removed too."""
    return path if sys.platform != "win32" else "\\\\?\\" + path.replace("\\\\", "UNC\\", 1)


def _share(tmp_path: Path) -> str:
    r"""``\\server\share``: a local disk, reached as a network share."""
    drive, path = os.path.splitdrive(tmp_path)
    if "WINEPREFIX" in os.environ:  # under Wine, servers are folders
        os.makedirs(f"Z:{os.environ['WINEPREFIX']}/dosdevices/unc/bnews/redaksi", exist_ok=True)
        return "\\\\bnews\\redaksi"
    return f"\\\\localhost\\{drive[0]}${path}"


PLACES = ["usual", "deep", *(["share", "deep share"] if sys.platform == "win32" else [])]
"""Kinds of places: on the usual disk or on a network share, deep or not."""


class PathsAsked:
    """Records every path that the interpreter accesses from now on."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self._is_on = True
        sys.addaudithook(self._note)

    def stop(self) -> set[str]:
        """Stop recording and return the paths."""
        self._is_on = False
        return self.paths

    def _note(self, event: str, given: tuple[object, ...]) -> None:
        if self._is_on and (event == "open" or event.startswith(("os.", "sqlite3.", "shutil."))):
            self.paths.update(one for one in given if isinstance(one, str))
