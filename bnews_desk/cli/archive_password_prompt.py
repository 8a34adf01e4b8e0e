"""Asks for the password of a shared archive; warns of one in a command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from getpass import getpass
from typing import TypeVar

from bnews_desk.archive.repository.archive_errors import MissingPasswordError
from bnews_desk.archive.repository.database_engines import PASSWORD_VARIABLE
from bnews_desk.cli.standard_error import print_message
from bnews_desk.credentials import password_in, without_password

Opened = TypeVar("Opened")


def warn_of_visible_password(address: str) -> None:
    """Warn that a password in a command line is visible to others."""
    if password_in(address):
        print_message(
            "Sandi di baris perintah terlihat oleh pengguna lain komputer ini (ps) dan tinggal di"
            f" riwayat perintah; tulis alamatnya tanpa sandi. Sandinya lalu diambil dari"
            f" {PASSWORD_VARIABLE}, Setelan, atau .pgpass, atau ditanyakan."
        )


def open_with_password(open_archive: Callable[[], Opened], address: str) -> Opened:
    """Call ``open_archive``; when its server needs a password, ask for it and call again.

    The password is stored in this process's environment. Raises ``MissingPasswordError`` when there
    is no terminal to ask at.
    """
    try:
        return open_archive()
    except MissingPasswordError:
        if sys.stdin is None or not sys.stdin.isatty():
            raise
        try:
            typed = getpass(f"Sandi untuk {without_password(address).partition('?')[0]}: ")
        except EOFError:
            typed = ""
        if not typed:
            raise
        os.environ[PASSWORD_VARIABLE] = typed
    return open_archive()
