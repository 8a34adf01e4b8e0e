"""The password of a shared archive, kept in the system's keyring and never in a stored address.

Where the system has no keyring, the password is kept in a file in the settings folder that only its
owner may read. A password belongs to a user on a server, whatever the name of the database.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from bnews_desk.errors import ReadError
from bnews_desk.files import read_bytes, write_atomically, write_error
from bnews_desk.log import log_fault
from bnews_desk.paths import passwords_file

_LOG = logging.getLogger(__name__)
SERVICE = "B-News Desk"
"""The service name of the passwords in the system's keyring."""
MAX_FILE_BYTES = 1_000_000
_SCHEMES = ("postgresql://", "postgres://")
_AUTHORITY = re.compile(
    r"(?P<scheme>postgres(?:ql)?://)"
    r"(?:(?P<user>[^:/?@]*)(?::(?P<password>[^@]*(?:@[^/?]*)?))?@)?"
    r"(?P<server>[^/?@]*)(?P<rest>.*)",
    re.DOTALL,
)
"""An address as SQLAlchemy parses it; the password may contain an unescaped @."""
_QUERY_PASSWORD = re.compile(r"(?<=[?&])password=(?P<password>[^&]*)&?")


class _Parts(NamedTuple):
    """The parts of an address: ``bare`` is the address without its password, ``account`` its user
    and server."""

    bare: str
    account: str
    password: str


def without_password(address: str) -> str:
    """The address without its password, to be stored, compared and shown; a file path is
    unchanged."""
    return _parts(address).bare


def password_in(address: str) -> str:
    """The password in an address; '' where there is none."""
    return _parts(address).password


def store_password(address: str, password: str) -> str:
    """Store the password for an address. Returns '' where the keyring took it, else the path of the
    file that holds it.

    Raises ``WriteError`` where neither can be written.
    """
    account = _parts(address).account
    path = passwords_file()
    if _put_into_keyring(account, password):
        if account in _filed(path):
            _file(path, {key: kept for key, kept in _filed(path).items() if key != account})
        return ""
    _file(path, {**_filed(path), account: password})
    return path


def stored_password(address: str) -> str:
    """The stored password for an address; '' where there is none. Never raises.

    May wait for the user to unlock the keyring: do not call it in the GUI thread.
    """
    account = _parts(address).account
    return _filed(passwords_file()).get(account, "") or _from_keyring(account)


def _parts(address: str) -> _Parts:
    found = _AUTHORITY.fullmatch(address) if address.startswith(_SCHEMES) else None
    if found is None:
        return _Parts(address, "", "")
    user, server, rest = found["user"] or "", found["server"], found["rest"]
    password = unquote(found["password"] or "")
    in_query = _QUERY_PASSWORD.search(rest)
    if in_query is not None:
        password = password or unquote(in_query["password"])
        rest = _QUERY_PASSWORD.sub("", rest).rstrip("?&")
    account = f"{user}@{server}"
    bare = f"{found['scheme']}{account if user else server}{rest}"
    return _Parts(bare, account, password)


def _put_into_keyring(account: str, password: str) -> bool:
    import keyring

    try:
        keyring.set_password(SERVICE, account, password)
        return keyring.get_password(SERVICE, account) == password
    except Exception as error:  # no keyring, a locked one, or any error of its bus
        log_fault(_LOG, "writing to the keyring", error)
        return False


def _from_keyring(account: str) -> str:
    import keyring

    try:
        return keyring.get_password(SERVICE, account) or ""
    except Exception as error:  # as above
        log_fault(_LOG, "reading the keyring", error)
        return ""


def _filed(path: str) -> dict[str, str]:
    """The content of the passwords file; empty where there is none or it cannot be read."""
    try:
        stored = json.loads(read_bytes(path, MAX_FILE_BYTES))
    except (ReadError, ValueError, RecursionError) as error:
        if not (isinstance(error, ReadError) and error.kind == "missing"):
            log_fault(_LOG, "reading the file of passwords", error)
        return {}
    if not isinstance(stored, Mapping):
        return {}
    return {str(account): kept for account, kept in stored.items() if isinstance(kept, str)}


def _file(path: str, passwords: Mapping[str, str]) -> None:
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    except OSError as error:
        raise write_error(path, error) from None
    write_atomically(path, json.dumps(passwords, indent=1).encode("ascii"), is_private=True)
