"""Paths of the program's folders and files: what ships with it, and what is the editor's own.

``resources/`` lies beside the package in a checkout and inside it in a wheel. Everything of the
editor's lies in one folder that ``BNEWS_DESK_HOME`` names, else where the system wants it.
"""

from __future__ import annotations

import os.path
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
_APP = "bnews-desk"
HOME_VARIABLE = "BNEWS_DESK_HOME"
"""Names the folder for settings and journal, for a second desk or a stick."""


def resource(*parts: str) -> str:
    """The path of a file that ships with the program; it may not exist."""
    inside = os.path.join(_HERE, "resources")
    root = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_HERE), "resources")
    return os.path.join(root, *parts)


def house_sheet() -> str:
    """The style sheet that ships with the program."""
    return resource("house", "b-news.toml")


def word_template() -> str:
    """The Word file whose styles every DOCX export takes."""
    return resource("templates", "b-news.docx")


def program_icon() -> str:
    """The drawing by which desktops and taskbars know the program."""
    return resource("icons", "bnews-desk.svg")


def user_folder() -> str:
    """Where the editor's settings, style sheet and dictionary lie; it may not exist yet."""
    own = os.environ.get(HOME_VARIABLE)
    if own:
        return os.path.abspath(os.path.expanduser(own))
    if sys.platform == "linux":  # as platformdirs has it, whose import costs a check 15 ms
        base = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.config"), _APP)
    from platformdirs import user_config_dir

    return user_config_dir(_APP, appauthor=False)


def data_folder() -> str:
    """Where the journal lies, on this computer and never on a roaming profile; it may not exist."""
    if os.environ.get(HOME_VARIABLE):
        return user_folder()
    from platformdirs import user_data_dir

    return user_data_dir(_APP, appauthor=False)


def emergency_folders() -> tuple[str, ...]:
    """Folders beside those of the program in which something can be left until the next start."""
    import tempfile

    return os.path.expanduser("~"), tempfile.gettempdir()


def settings_file() -> str:
    """The file of the editor's settings; it may not exist yet."""
    return os.path.join(user_folder(), "pengaturan.json")


def passwords_file() -> str:
    """Where the passwords of shared archives lie on a system without a keyring; it may not exist
    yet."""
    return os.path.join(user_folder(), "sandi-arsip.json")


def own_dictionary() -> str:
    """The editor's own words; it may not exist yet."""
    return os.path.join(user_folder(), "kamus-saya.txt")


def newsroom_dictionary(sheet: str = "", named: str = "") -> str:
    """The newsroom's words; it may not exist yet.

    ``sheet`` is the newsroom's own style sheet, '' where the shipped one is used; ``named`` is
    what stands there as the dictionary's path, seen from the sheet's folder.
    """
    folder = os.path.dirname(os.path.abspath(sheet)) if sheet else user_folder()
    return os.path.join(folder, os.path.expanduser(named) or "kamus-redaksi.txt")


def finding_decisions_file() -> str:
    """Where it is counted which findings were mended and which ignored; it may not exist yet."""
    return os.path.join(data_folder(), "putusan.tsv")


def archive_file() -> str:
    """The archive of an editor who shares none; it may not exist yet."""
    return os.path.join(data_folder(), "arsip.db")


def inbox_memory_file() -> str:
    """What is remembered of the watched folder's files; it may not exist yet."""
    return os.path.join(data_folder(), "kotak-masuk.json")


def journal_file() -> str:
    """The file in which every keystroke is safe; it may not exist yet."""
    return os.path.join(data_folder(), "jurnal.db")


def sync_file() -> str:
    """What the desk and its archives last agreed on, and what the archives are still to be told;
    it may not exist yet."""
    return os.path.join(data_folder(), "sinkron.db")
