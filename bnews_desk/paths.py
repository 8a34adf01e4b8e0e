"""Paths of the program's folders and files: those that ship with it and those of the user.

``resources/`` is beside the package in a checkout and inside it in a wheel. All files of the user
are in the folder named by ``BNEWS_DESK_HOME``, else in the system's usual folders.
"""

from __future__ import annotations

import os.path
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
_APP = "bnews-desk"
HOME_VARIABLE = "BNEWS_DESK_HOME"
"""Names the folder for settings and journal, for a second desk or a USB stick."""


def resource(*parts: str) -> str:
    """The path of a file that ships with the program; it may not exist."""
    inside = os.path.join(_HERE, "resources")
    root = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_HERE), "resources")
    return os.path.join(root, *parts)


def house_sheet() -> str:
    """The style sheet that ships with the program."""
    return resource("house", "b-news.toml")


def word_template() -> str:
    """The Word file that gives every DOCX export its styles."""
    return resource("templates", "b-news.docx")


def program_icon() -> str:
    """The program's icon for desktops and taskbars."""
    return resource("icons", "bnews-desk.svg")


def user_folder() -> str:
    """The folder of the editor's settings, style sheet and dictionary; it may not exist yet."""
    own = os.environ.get(HOME_VARIABLE)
    if own:
        return os.path.abspath(os.path.expanduser(own))
    if sys.platform == "linux":  # the same as platformdirs, whose import takes 15 ms of a check
        base = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.config"), _APP)
    from platformdirs import user_config_dir

    return user_config_dir(_APP, appauthor=False)


def data_folder() -> str:
    """The folder of the journal, on this computer and never in a roaming profile; it may not exist
    yet."""
    if os.environ.get(HOME_VARIABLE):
        return user_folder()
    from platformdirs import user_data_dir

    return user_data_dir(_APP, appauthor=False)


def emergency_folders() -> tuple[str, ...]:
    """Other folders in which data can be saved until the next start."""
    import tempfile

    return os.path.expanduser("~"), tempfile.gettempdir()


def settings_file() -> str:
    """The file of the editor's settings; it may not exist yet."""
    return os.path.join(user_folder(), "pengaturan.json")


def passwords_file() -> str:
    """The file of passwords of shared archives, on a system without a keyring; it may not exist
    yet."""
    return os.path.join(user_folder(), "sandi-arsip.json")


def own_dictionary() -> str:
    """The editor's own dictionary; it may not exist yet."""
    return os.path.join(user_folder(), "kamus-saya.txt")


def newsroom_dictionary(sheet: str = "", named: str = "") -> str:
    """The newsroom's dictionary; it may not exist yet.

    ``sheet`` is the path of the newsroom's own style sheet, '' where the shipped one is used;
    ``named`` is the dictionary's path in that sheet, relative to the sheet's folder.
    """
    folder = os.path.dirname(os.path.abspath(sheet)) if sheet else user_folder()
    return os.path.join(folder, os.path.expanduser(named) or "kamus-redaksi.txt")


def finding_decisions_file() -> str:
    """The file that counts which findings were fixed and which were ignored; it may not exist
    yet."""
    return os.path.join(data_folder(), "putusan.tsv")


def archive_file() -> str:
    """The archive of an editor without a shared one; it may not exist yet."""
    return os.path.join(data_folder(), "arsip.db")


def inbox_memory_file() -> str:
    """The file of what the inbox knows of files in the watched folder; it may not exist yet."""
    return os.path.join(data_folder(), "kotak-masuk.json")


def journal_file() -> str:
    """The draft journal; it may not exist yet."""
    return os.path.join(data_folder(), "jurnal.db")


def sync_file() -> str:
    """The sync state of desk and archives, with the outbox; it may not exist yet."""
    return os.path.join(data_folder(), "sinkron.db")
