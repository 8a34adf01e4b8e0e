"""Indonesia's places from province to village: the table in ``resources/places/wilayah.txt``.

The table is read when the first question is asked, as one run of bytes in which names are found;
nothing is parsed. Case, spaces, hyphens and apostrophes make no difference (*Kepanjen Kidul*,
*Kepanjenkidul*). One name in many places is the normal case.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from bnews_desk.paths import resource

_LOWER = bytes(range(256)).lower()
_IGNORED = b" '.-"
_IGNORED_IN_TEXT = str.maketrans("", "", " '’ʼ.-\u00a0")
_LEAST_LETTERS = 3
"""A name of fewer letters says nothing."""


class Place(NamedTuple):
    """A district (kecamatan), or a village (desa, kelurahan) with its district.

    ``village`` is '' for a district; ``regency`` begins with ``Kabupaten`` or ``Kota``.
    """

    village: str
    district: str
    regency: str
    province: str


class Regency(NamedTuple):
    """A regency or a city: ``kind`` is ``Kabupaten`` or ``Kota``, ``name`` the bare name."""

    kind: str
    name: str
    province: str

    @property
    def full_name(self) -> str:
        """The name as it is written: ``Kabupaten Blitar``."""
        return f"{self.kind} {self.name}"


def place_key(name: str) -> str:
    """``name`` for comparing: in lower case, without spaces, hyphens, dots and apostrophes."""
    return name.translate(_IGNORED_IN_TEXT).lower()


class Gazetteer:
    """Answers questions about the names of places; ``table`` is the whole file."""

    def __init__(self, table: bytes) -> None:
        self._table = table[table.index(b"\n=") :]
        self._sections: dict[str, tuple[tuple[str, str], ...]] = {}
        self._found: dict[tuple[str, str], tuple[Place, ...]] = {}

    def districts(self, name: str) -> tuple[Place, ...]:
        """Every district of that name."""
        return self._asked("district", name)

    def villages(self, name: str) -> tuple[Place, ...]:
        """Every village of that name."""
        return self._asked("village", name)

    def regencies(self, name: str) -> tuple[Regency, ...]:
        """The regency and the city of that bare name (*Blitar*): none, one or two."""
        return self._regencies.get(place_key(name), ())

    def villages_of(self, district: Place) -> tuple[str, ...]:
        """The villages of a district, every spelling."""
        key = place_key(district.district)
        for name, villages in self._section(district.regency):
            if place_key(name) == key:
                return tuple(villages.split(", "))
        return ()

    def districts_of(self, regency: str) -> tuple[str, ...]:
        """The districts of a regency or city, named in full (*Kabupaten Blitar*)."""
        return tuple(name for name, _ in self._section(regency))

    def all_villages_of(self, regency: str) -> tuple[str, ...]:
        """The villages of a regency or city, named in full, every spelling."""
        return tuple(v for _, villages in self._section(regency) for v in villages.split(", "))

    def _section(self, regency: str) -> tuple[tuple[str, str], ...]:
        """The districts of a regency and what stands behind them; the index is not needed."""
        if regency not in self._sections:
            found = tuple(self._read_section(regency))
            if not found:
                return ()
            self._sections[regency] = found
        return self._sections[regency]

    def _read_section(self, regency: str) -> Iterator[tuple[str, str]]:
        heading = f"\n+ {regency}\n".encode("ascii", "replace")
        start = self._table.find(heading)
        if start < 0:
            return
        ends = (self._table.find(mark, start + 1) for mark in (b"\n+", b"\n="))
        end = min((e for e in ends if e >= 0), default=len(self._table))
        for line in self._table[start + len(heading) : end].decode("ascii").split("\n"):
            name, colon, villages = line.partition(": ")
            if colon:
                yield name, villages

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The names of the provinces, squeezed."""
        return frozenset(place_key(line[2:]) for line in self._lines if line.startswith("="))

    @cached_property
    def _index(self) -> bytes:
        return self._table.translate(_LOWER, _IGNORED)

    @cached_property
    def _lines(self) -> list[str]:
        return self._table.decode("ascii").split("\n")

    @cached_property
    def _regencies(self) -> dict[str, tuple[Regency, ...]]:
        found: dict[str, tuple[Regency, ...]] = {}
        province = ""
        for line in self._lines:
            if line.startswith("= "):
                province = line[2:]
            elif line.startswith("+ "):
                kind, _, name = line[2:].partition(" ")
                key = place_key(name)
                found[key] = (*found.get(key, ()), Regency(kind, name, province))
        return found

    def _asked(self, level: str, name: str) -> tuple[Place, ...]:
        key = place_key(name)
        if (level, key) not in self._found:
            look = self._districts if level == "district" else self._villages
            is_name = len(key) >= _LEAST_LETTERS and key.isascii() and key.isalnum()
            self._found[level, key] = tuple(look(key)) if is_name else ()
        return self._found[level, key]

    def _districts(self, key: str) -> Iterator[Place]:
        for line in self._lines_with(f"\n{key}:".encode(), ends=b""):
            yield Place("", self._lines[line].partition(":")[0], *self._above[line])

    def _villages(self, key: str) -> Iterator[Place]:
        for opening in ":,":
            for line in self._lines_with(f"{opening}{key}".encode(), ends=b",\n"):
                district, _, villages = self._lines[line].partition(": ")
                name = next(v for v in villages.split(", ") if place_key(v) == key)
                yield Place(name, district, *self._above[line])

    def _lines_with(self, needle: bytes, *, ends: bytes) -> Iterator[int]:
        """The numbers of the lines that hold ``needle``, one of ``ends`` right behind it."""
        at = self._index.find(needle)
        while at >= 0:
            behind = at + len(needle)
            if not ends or self._index[behind] in ends:
                yield bisect_right(self._starts, at + 1) - 1
            at = self._index.find(needle, behind)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines of the index begin."""
        return list(accumulate((len(line) + 1 for line in self._index.split(b"\n")), initial=0))

    @cached_property
    def _above(self) -> list[tuple[str, str]]:
        """The regency and the province of each line."""
        found, regency, province = [], "", ""
        for line in self._lines:
            if line[:1] == "=":
                province = line[2:]
            elif line[:1] == "+":
                regency = line[2:]
            found.append((regency, province))
        return found


@cache
def shipped_gazetteer() -> Gazetteer:
    """The table that ships with the program, read on first use."""
    with open(resource("places", "wilayah.txt"), "rb") as file:
        return Gazetteer(file.read())
