"""Parses an Outlook MSG file (MS-OXMSG) into a ``Mail``."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bnews_desk.errors import ReadError
from bnews_desk.importers.encoding import decode
from bnews_desk.importers.imported_release import Attachment
from bnews_desk.importers.limits import MAX_UNPACKED_BYTES, ImportDeadline
from bnews_desk.importers.mail.message import (
    MAIL,
    MAX_HEADER,
    MAX_MAIL_PARTS,
    MAX_NESTING,
    Mail,
    describe_moment,
    make_attachment,
    one_line,
)
from bnews_desk.log import log_fault

if TYPE_CHECKING:
    from olefile import OleFileIO

_LOG = logging.getLogger(__name__)


# Property tags of MS-OXPROPS, without their types.
_SUBJECT, _BODY, _HTML, _RTF = "0037", "1000", "1013", "1009"
_SENDER_NAME, _SENDER_ADDRESSES = "0C1A", ("5D01", "0C1F")
_SENT = 0x0039_0040
_FILE_DATA, _FILE_NAMES = "3701", ("3707", "3704", "3001")
_TEXT, _OLD_TEXT, _BINARY, _INNER = "001F", "001E", "0102", "000D"
_ATTACHMENT = "__attach_version1.0_"
_PROPERTIES = "__properties_version1.0"
_HEADER_BYTES = (32, 24)
"""Bytes before the first property: of the mail itself, and of one inside it (MS-OXMSG 2.4.1)."""
_ENTRY_BYTES = 16
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MAX_RTF_BYTES = 20_000_000

Storage = tuple[str, ...]


def parse_msg(data: bytes, deadline: ImportDeadline) -> Mail:
    """The mail in the bytes of a file.

    Raises ``ReadError`` (*damaged*, *hostile*, *too-large*, *too-slow*).
    """
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as file:
            return _MsgOpener(file, deadline).mail((), 0)
    except ReadError:
        raise
    except MemoryError:
        raise MAIL.too_large() from None
    except Exception as error:  # olefile raises many kinds of errors on damage
        raise MAIL.damaged(error) from error


class _MsgOpener:
    """Reads the storages of a file; ``names`` maps each storage to its entries."""

    def __init__(self, file: OleFileIO, deadline: ImportDeadline) -> None:
        self._file = file
        self._deadline = deadline
        self._room = MAX_UNPACKED_BYTES
        self._names: dict[Storage, dict[str, str]] = {}
        paths = file.listdir(streams=True, storages=True)
        if len(paths) > 50 * MAX_MAIL_PARTS:
            raise MAIL.too_large()
        for path in paths:
            inside = self._names.setdefault(tuple(path[:-1]), {})
            inside[path[-1].upper()] = path[-1]

    def mail(self, at: Storage, depth: int) -> Mail:
        """The mail in one storage."""
        self._deadline.check()
        if depth > MAX_NESTING:
            raise MAIL.hostile()
        attachments: list[Attachment] = []
        inner: list[Mail] = []
        for storage in self._attachments(at):
            whole = self._names.get(storage, {}).get(f"__SUBSTG1.0_{_FILE_DATA}{_INNER}")
            if whole is not None and (*storage, whole) in self._names:
                inner.append(self.mail((*storage, whole), depth + 1))
            else:
                attachments.append(self._attachment(storage))
        html = self._binary(at, _HTML) or self._text(at, _HTML).encode("utf-8", "replace")
        return Mail(
            one_line(self._text(at, _SUBJECT)[:MAX_HEADER]),
            self._sender(at),
            self._sent(at),
            html,
            self._text(at, _BODY),
            rtf=b"" if html.strip() else _unpacked_rtf(self._binary(at, _RTF)),
            attachments=tuple(attachments),
            inner=tuple(inner),
        )

    def _attachments(self, at: Storage) -> Iterator[Storage]:
        found = sorted(name for name in self._names.get(at, {}).values()
                       if name.lower().startswith(_ATTACHMENT))  # fmt: skip
        if len(found) > MAX_MAIL_PARTS:
            raise MAIL.too_large()
        return ((*at, name) for name in found)

    def _attachment(self, at: Storage) -> Attachment:
        names = (self._text(at, tag) for tag in _FILE_NAMES)
        return make_attachment(next((name for name in names if name.strip()), ""),
                          self._binary(at, _FILE_DATA))  # fmt: skip

    def _sender(self, at: Storage) -> str:
        name = one_line(self._text(at, _SENDER_NAME)[:MAX_HEADER])
        address = next((a for tag in _SENDER_ADDRESSES if "@" in (a := self._text(at, tag))), "")
        address = one_line(address[:MAX_HEADER])
        return f"{name} <{address}>" if name and address and name != address else name or address

    def _sent(self, at: Storage) -> str:
        """The time at which the mail was sent, from its fixed-length properties."""
        data = self._stream(at, _PROPERTIES)
        begin = _HEADER_BYTES[bool(at)]
        for place in range(begin, len(data) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            if int.from_bytes(data[place : place + 4], "little") == _SENT:
                ticks = int.from_bytes(data[place + 8 : place + 16], "little")
                try:
                    moment = _EPOCH + timedelta(microseconds=ticks // 10)
                except OverflowError:
                    return ""
                return describe_moment(moment)
        return ""

    def _text(self, at: Storage, tag: str) -> str:
        wide = self._stream(at, f"__substg1.0_{tag}{_TEXT}")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(at, f"__substg1.0_{tag}{_OLD_TEXT}").rstrip(b"\0")
        decoded = decode(narrow) if narrow else None
        return decoded.text if decoded else narrow.decode("cp1252", "replace")

    def _binary(self, at: Storage, tag: str) -> bytes:
        return self._stream(at, f"__substg1.0_{tag}{_BINARY}")

    def _stream(self, at: Storage, name: str) -> bytes:
        found = self._names.get(at, {}).get(name.upper())
        if found is None or (*at, found) in self._names:
            return b""
        data = self._file.openstream([*at, found]).read()
        if len(data) < self._file.get_size([*at, found]):
            raise MAIL.damaged()
        self._room -= len(data)
        if self._room < 0:
            raise MAIL.too_large()
        return bytes(data)


def _unpacked_rtf(data: bytes) -> bytes:
    """The RTF body, which Outlook compresses (MS-OXRTFCP); b'' where it is damaged."""
    if len(data) < _ENTRY_BYTES or int.from_bytes(data[4:8], "little") > _MAX_RTF_BYTES:
        return b""
    from compressed_rtf import decompress

    try:
        return bytes(decompress(data))
    except Exception as error:  # it raises plain errors of several kinds
        log_fault(_LOG, "unpacking a message's RTF", error)
        return b""
