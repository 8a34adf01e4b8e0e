"""The settings that the window keeps between sessions; they have no data of any release.

An unusable setting takes its default and leaves the others as they are.
"""

from __future__ import annotations

import base64
import binascii
import json
import logging
import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from bnews_desk.errors import DeskError, ReadError, WriteError, reason
from bnews_desk.files import read_bytes, replace_file, system_path, write_atomically
from bnews_desk.log import suppressed
from bnews_desk.paths import HOME_VARIABLE, archive_file, user_folder

_LOG = logging.getLogger(__name__)


MAX_FILE_BYTES = 1_000_000
ZOOM_RANGE = (80, 170)
"""Least and greatest zoom in per cent: page type of 14 to 28 pixels."""
THEMES = ("system", "light", "dark")
"""``system`` follows the system; the others stay light or dark."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the window.

    ``geometry`` is Qt's description of the window's position and ``columns`` the widths of its
    three columns; where they are empty, the window chooses. ``zoom`` is in per cent. Folders,
    ``export_pattern`` (names of exported files), ``house_sheet`` (the newsroom's own style sheet)
    and ``archive`` are '' for the default. ``txt_crlf`` gives TXT files Windows line breaks.
    ``smart_typing`` turns what is typed into dashes, quotes and single spaces. ``desk_stages`` are
    the stages that Meja shows; empty for all. ``languagetool`` is ``off``, ``local`` or the address
    of a server; ``languagetool_indonesian`` says whether Indonesian is sent to it too. ``inbox`` is
    the watched folder, '' for none. ``untold`` are messages, one a line, that came up while the
    window was closing and are shown at the next start. ``detailed_log`` makes the log include every
    detail.
    """

    geometry: bytes = b""
    columns: tuple[int, ...] = ()
    desk_hidden: bool = False
    zoom: int = 100
    theme: str = "system"
    open_folder: str = ""
    export_folder: str = ""
    export_forms: tuple[str, ...] = ("docx", "txt")
    export_pattern: str = ""
    txt_crlf: bool = False
    smart_typing: bool = True
    house_sheet: str = ""
    archive: str = ""
    desk_stages: tuple[str, ...] = ()
    languagetool: str = "off"
    languagetool_indonesian: bool = False
    inbox: str = ""
    untold: str = ""
    detailed_log: bool = False

    @property
    def archive_place(self) -> str:
        """The archive's place: the path of a file or a ``postgresql://`` address."""
        return self.archive or archive_file()


class LoadedSettings(NamedTuple):
    """Settings, and one Indonesian sentence for the editor where something was wrong (''
    otherwise)."""

    settings: Settings
    notice: str = ""


def load_settings(path: str) -> LoadedSettings:
    """Load the settings from a file; the defaults where there is none or it cannot be read.

    A damaged file is kept beside it as ``*.rusak``. Never raises.
    """
    try:
        data = read_bytes(path, MAX_FILE_BYTES)
        return LoadedSettings(_settings(json.loads(data)))
    except ReadError as error:
        if error.kind == "missing":
            return LoadedSettings(Settings())
        if error.kind not in {"empty", "too-large"}:
            return LoadedSettings(Settings(), f"Setelan bawaan dipakai. {error}")
    except (ValueError, RecursionError):
        pass
    return LoadedSettings(Settings(), _kept_aside(path))


def read_settings(path: str) -> LoadedSettings:
    """Load the settings without changing anything on disk: a damaged file stays where it is."""
    try:
        return LoadedSettings(_settings(json.loads(read_bytes(path, MAX_FILE_BYTES))))
    except ReadError as error:
        return LoadedSettings(Settings(), "" if error.kind == "missing" else _damaged(path))
    except (ValueError, RecursionError):
        return LoadedSettings(Settings(), _damaged(path))


def save_settings(path: str, settings: Settings) -> None:
    """Write settings to a file that only its owner may read; a missing folder is created likewise.

    Raises ``WriteError``; an earlier file is then untouched.
    """
    text = json.dumps(_plain(settings), indent=1)
    try:
        _make_private_folder(os.path.dirname(system_path(os.path.abspath(path))))
    except OSError as error:
        raise WriteError(
            "no-folder",
            f"Setelan tidak dapat disimpan karena folder “{os.path.dirname(path)}” tidak dapat"
            f" dibuat ({reason(error)}); periksa izinnya.",
        ) from None
    write_atomically(path, text.encode("ascii"), is_private=True)


def _make_private_folder(folder: str) -> None:
    """Create a folder that only its owner may use; the default folder is restricted if it exists.

    A folder that the user named keeps its mode. Raises ``OSError``.
    """
    os.makedirs(folder, mode=0o700, exist_ok=True)
    is_usual = not os.environ.get(HOME_VARIABLE) and folder == user_folder()
    if is_usual and os.name != "nt" and stat.S_IMODE(os.stat(folder).st_mode) & 0o077:
        with suppressed(_LOG, "closing the settings folder to others", OSError):
            os.chmod(folder, 0o700)


def try_save_settings(path: str, settings: Settings) -> str:
    """Save the settings; returns the sentence of a failure, '' where it succeeded."""
    try:
        save_settings(path, settings)
    except DeskError as error:
        return str(error)
    return ""


def _kept_aside(path: str) -> str:
    """Move a damaged file aside without replacing another; returns the sentence that says so."""
    for number in range(1, 1000):
        aside = f"{path}.rusak" if number == 1 else f"{path}.{number}.rusak"
        if os.path.lexists(aside):
            continue
        with suppressed(_LOG, "setting damaged settings aside", OSError):
            replace_file(path, aside)
            os.chmod(aside, 0o600)
            return f"Berkas setelan rusak dan disimpan sebagai “{aside}”; setelan bawaan dipakai."
        break
    return _damaged(path)


def _damaged(path: str) -> str:
    return f"Berkas setelan “{path}” rusak; setelan bawaan dipakai."


def _plain(settings: Settings) -> dict[str, Any]:
    values = {field.name: getattr(settings, field.name) for field in fields(Settings)}
    return {**values, "geometry": base64.b64encode(settings.geometry).decode("ascii")}


def _settings(stored: object) -> Settings:
    if not isinstance(stored, Mapping):
        raise ValueError
    usable = {}
    for name, reader in _readers().items():
        if name in stored:
            with suppressed(_LOG, "reading one of the settings", TypeError, ValueError):
                usable[name] = reader(stored[name])
    return Settings(**usable)


def _readers() -> dict[str, Callable[[Any], Any]]:
    return {
        "geometry": _geometry,
        "columns": _widths,
        "desk_hidden": _flag,
        "zoom": _zoom,
        "theme": _theme,
        "open_folder": _text,
        "export_folder": _text,
        "export_forms": _texts,
        "export_pattern": _text,
        "txt_crlf": _flag,
        "smart_typing": _flag,
        "house_sheet": _text,
        "languagetool": _text,
        "languagetool_indonesian": _flag,
        "archive": _text,
        "desk_stages": _texts,
        "inbox": _text,
        "untold": _text,
        "detailed_log": _flag,
    }


def _geometry(value: object) -> bytes:
    try:
        return base64.b64decode(_text(value), validate=True)
    except binascii.Error:
        raise ValueError from None


def _widths(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_width(item) for item in value)


def _width(value: object) -> int:
    number = _number(value)
    if not 0 <= number <= 100_000:
        raise ValueError
    return number


def _zoom(value: object) -> int:
    return min(max(_number(value), ZOOM_RANGE[0]), ZOOM_RANGE[1])


def _theme(value: object) -> str:
    if value not in THEMES:
        raise ValueError
    return str(value)


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(item) for item in value)
