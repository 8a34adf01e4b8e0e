"""Reads a damaged journal page by page, skipping inconsistent parts.

It knows only those parts of SQLite's file format that are needed to find a table's rows: leaf
pages, cells, overflow pages and the pages of the write-ahead log. A row is accepted only if its own
checksum matches, which excludes stale and half-written rows.
"""

from __future__ import annotations

import contextlib
import logging
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bnews_desk.archive.journal.journal_tables import (
    DeskRow,
    OriginalRow,
    PictureRow,
    ReleaseRow,
    row_checksum,
)
from bnews_desk.log import suppressed

_LOG = logging.getLogger(__name__)


_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_USUAL_PAGE_SIZE = 4096
_LEAF = 0x0D
_WAL_HEADER, _FRAME_HEADER = 32, 24
_FILE_HEADER = 100
_LEAF_HEADER = 8
_MIN_CELL = 6
"""Bytes that a cell takes at least on its page: its pointer, and what SQLite reserves for it."""
Value = int | float | bytes | str | None


@dataclass(slots=True)
class CarvedRows:
    """The rows whose checksum matches; the newest of each release."""

    releases: dict[str, ReleaseRow] = field(default_factory=dict)
    pictures: dict[str, PictureRow] = field(default_factory=dict)
    originals: dict[str, OriginalRow] = field(default_factory=dict)
    desk: list[DeskRow] = field(default_factory=list)

    def take_page(self, rows: Iterable[Sequence[Value]]) -> None:
        """Add the rows of one page; tabs of a later page replace those of an earlier one."""
        tabs: list[DeskRow] = []
        for values in rows:
            if [type(value) for value in values] == [str, int, int]:
                tabs.append(DeskRow(*values))  # type: ignore[arg-type]
            else:
                self.take(values)
        self.desk = tabs or self.desk

    def take(self, values: Sequence[Value]) -> None:
        """Add a row if it belongs to the journal and is whole."""
        kinds = "".join(_KINDS[type(value)] for value in values)
        if kinds.replace("tn0nn", "tnnnn") in {"tnnnnbbb", "tnnnnbbbb"}:
            release = ReleaseRow(*values)  # type: ignore[arg-type]
            known = self.releases.get(release.key)
            newer = known is None or known.changed <= release.changed
            if newer and row_checksum(release.content, release.progress) == release.checksum:
                self.releases[release.key] = release
        elif kinds == "tnnbbb":
            original = OriginalRow(*values)  # type: ignore[arg-type]
            if row_checksum(original.name, original.receipt, original.data) == original.checksum:
                self.originals[original.key] = original
        elif kinds == "tnb":
            from hashlib import sha256

            picture = PictureRow(*values)  # type: ignore[arg-type]
            if sha256(picture.data).hexdigest() == picture.digest:
                self.pictures[picture.digest] = picture


_KINDS = {int: "n", float: "n", bytes: "b", str: "t", type(None): "0"}


def carve_rows(path: str) -> CarvedRows:
    """The whole rows of the journal at ``path`` and of its log.

    Whatever the files contain, only ``OSError`` is raised, where the journal itself cannot be read.
    """
    with open(path, "rb") as file:
        data = file.read()
    log = b""
    with (
        suppressed(_LOG, "reading a write-ahead log", OSError),
        contextlib.suppress(FileNotFoundError),
        open(f"{path}-wal", "rb") as file,
    ):
        log = file.read()
    carved = CarvedRows()
    pages = _Pages(data, log)
    for page in pages.in_order():
        carved.take_page(pages.rows(page))
    return carved


class _Pages:
    """The pages of a database; a page in its log replaces the one in its file."""

    def __init__(self, data: bytes, log: bytes) -> None:
        self._data = memoryview(data)
        self._log = memoryview(log)
        self.size = _page_size(data, log)
        self._logged: dict[int, memoryview] = {}
        self._frames = list(self._read_log())

    def _read_log(self) -> Iterator[memoryview]:
        step = _FRAME_HEADER + self.size
        for at in range(_WAL_HEADER, len(self._log) - step + 1, step):
            page = self._log[at + _FRAME_HEADER : at + step]
            self._logged[int.from_bytes(self._log[at : at + 4], "big")] = page
            yield page

    def in_order(self) -> Iterator[memoryview]:
        """Every page of the file and then of the log, oldest first."""
        for at in range(0, len(self._data), self.size):
            page = self._data[at : at + self.size]
            yield page[_FILE_HEADER:] if at == 0 and page[0] != _LEAF else page
        yield from self._frames

    def rows(self, page: memoryview) -> Iterator[list[Value]]:
        """The rows of a leaf page; none for any other page."""
        if len(page) < _LEAF_HEADER or page[0] != _LEAF:
            return
        count = min(int.from_bytes(page[3:5], "big"), (len(page) - _LEAF_HEADER) // _MIN_CELL)
        offset = self.size - len(page) if len(page) == self.size - _FILE_HEADER else 0
        for number in range(count):
            pointer = page[8 + 2 * number : 10 + 2 * number]
            with contextlib.suppress(ValueError, IndexError, struct.error, UnicodeDecodeError):
                cell = page[int.from_bytes(pointer, "big") - offset :]
                yield list(_values(self._payload(cell)))

    def _payload(self, cell: memoryview) -> bytes:
        """The whole payload of a row, including its overflow pages.

        A looping chain of overflow pages, or a row longer than the files, counts as damage.
        """
        length, at = _varint(cell, 0)
        _, at = _varint(cell, at)
        if length > len(self._data) + len(self._log):
            raise ValueError
        local = self._local_length(length)
        pieces = [bytes(cell[at : at + local])]
        missing = length - local
        follows = int.from_bytes(cell[at + local : at + local + 4], "big") if missing else 0
        visited: set[int] = set()
        while missing > 0:
            if follows in visited:
                raise ValueError
            visited.add(follows)
            page = self._page(follows)
            piece = bytes(page[4 : 4 + min(missing, self.size - 4)])
            if not piece:
                raise ValueError
            pieces.append(piece)
            missing -= len(piece)
            follows = int.from_bytes(page[:4], "big")
        return b"".join(pieces)

    def _local_length(self, length: int) -> int:
        """How many bytes of a row are on its leaf page, by SQLite's file format."""
        most = self.size - 35
        if length <= most:
            return length
        least = (self.size - 12) * 32 // 255 - 23
        kept = least + (length - least) % (self.size - 4)
        return kept if kept <= most else least

    def _page(self, number: int) -> memoryview:
        logged = self._logged.get(number)
        if logged is not None:
            return logged
        return self._data[(number - 1) * self.size : number * self.size] if number > 0 else _NONE


_NONE = memoryview(b"")


def _page_size(data: bytes, log: bytes) -> int:
    told = int.from_bytes(log[8:12], "big")
    if told in _PAGE_SIZES:
        return told
    told = int.from_bytes(data[16:18], "big")
    return told if data.startswith(b"SQLite") and told in _PAGE_SIZES else _USUAL_PAGE_SIZE


def _varint(data: memoryview | bytes, at: int) -> tuple[int, int]:
    value = 0
    for number in range(9):
        byte = data[at + number]
        if number == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + number + 1
    raise ValueError


def _values(payload: bytes) -> Iterator[Value]:
    """The columns of a row, decoded."""
    header, at = _varint(payload, 0)
    body = header
    while at < header:
        kind, at = _varint(payload, at)
        length = _length_of(kind)
        piece = payload[body : body + length]
        if len(piece) != length:
            raise ValueError
        body += length
        yield _value(kind, piece)


def _length_of(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]


def _value(kind: int, piece: bytes) -> Value:
    if kind >= 12:
        return piece.decode("utf-8") if kind % 2 else piece
    if kind == 0:
        return None
    if kind == 7:
        return float(struct.unpack(">d", piece)[0])
    return kind - 8 if kind >= 8 else int.from_bytes(piece, "big", signed=True)
