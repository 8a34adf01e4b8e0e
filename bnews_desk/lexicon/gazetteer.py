"""Indonesia's places from province to village: the table in ``resources/places/wilayah.txt``.

The table is read at the first look-up and searched as one byte string; it is not parsed. Case,
spaces, hyphens and apostrophes are ignored (*Kepanjen Kidul*, *Kepanjenkidul*). Often many places
share one name. Former and unofficial names are in ``nama_lain.tsv``.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.paths import resource

_LOWER = bytes(range(256)).lower().replace(b";", b",")
_IGNORED = b" '.-"
_IGNORED_IN_TEXT = str.maketrans("", "", " '’ʼ.-\u00a0")
_LEAST_LETTERS = 3
"""Names with fewer letters are not looked up."""
_SEPARATOR = re.compile("[,;] ")


class Place(NamedTuple):
    """A district (kecamatan), or a village (desa, kelurahan) with its district.

    ``village`` is '' for a district; ``regency`` begins with ``Kabupaten`` or ``Kota``.
    ``is_urban`` is True for a kelurahan and False for a desa.
    """

    village: str
    district: str
    regency: str
    province: str
    is_urban: bool = False


class Regency(NamedTuple):
    """A regency or city: ``kind`` is ``Kabupaten`` or ``Kota``, ``name`` the name without it."""

    kind: str
    name: str
    province: str

    @property
    def full_name(self) -> str:
        """The full name: ``Kabupaten Blitar``."""
        return f"{self.kind} {self.name}"


class FormerName(NamedTuple):
    """The official name for a former or unofficial one, and the year of the change.

    ``year`` is 0 where the other name is still in use. For a province, ``official`` is the province
    that it was split from.
    """

    official: str
    year: int


@lru_cache(maxsize=4096)
def place_key(name: str) -> str:
    """``name`` for comparison: lower case, without spaces, hyphens, dots and apostrophes."""
    return name.translate(_IGNORED_IN_TEXT).lower()


class Gazetteer:
    """Looks up the names of places.

    ``table`` is the content of the file of places, ``other_names`` that of other names.
    """

    def __init__(self, table: bytes, other_names: str = "") -> None:
        self._table = table[table.index(b"\n=") :]
        self._other_names = other_names
        self._sections: dict[str, tuple[tuple[str, str], ...]] = {}
        self._found: dict[tuple[str, str], tuple[Place, ...]] = {}

    def districts(self, name: str) -> tuple[Place, ...]:
        """The districts with this name."""
        return self._asked("district", name)

    def villages(self, name: str) -> tuple[Place, ...]:
        """The villages with this name."""
        return self._asked("village", name)

    def regencies(self, name: str) -> tuple[Regency, ...]:
        """The regency and the city with this name (*Blitar*): none, one or two."""
        return self._regencies.get(place_key(name), ())

    def province(self, name: str) -> str:
        """The official name of a province, which may be given in short form (*Jatim*), or ''."""
        return self._provinces.get(place_key(name).replace("sumatra", "sumatera"), "")

    def former_name(self, name: str) -> FormerName | None:
        """The official name for a former or unofficial full name (*Kabupaten Toba Samosir*), or
        None."""
        return self._former_names.get(place_key(name))

    def former_province(self, province: str) -> FormerName | None:
        """The province that this one was split from, with the year, or None."""
        return self._former_provinces.get(province)

    def villages_of(self, district: Place) -> tuple[str, ...]:
        """The villages of a district, in every spelling."""
        return tuple(place.village for place in self.places_of(district))

    def places_of(self, district: Place) -> tuple[Place, ...]:
        """The villages of a district as places, in every spelling."""
        key = place_key(district.district)
        for name, villages in self._section(district.regency):
            if place_key(name) == key:
                return tuple(_read_villages(villages, district._replace(district=name)))
        return ()

    def districts_of(self, regency: str) -> tuple[str, ...]:
        """The districts of a regency or city, given by its full name (*Kabupaten Blitar*)."""
        return tuple(name for name, _ in self._section(regency))

    def regencies_of(self, province: str) -> tuple[str, ...]:
        """The regencies and cities of a province, by their full names."""
        return tuple(r.full_name for r in self._headings[1] if r.province == province)

    def all_villages_of(self, regency: str) -> tuple[str, ...]:
        """The villages of a regency or city, given by its full name, in every spelling."""
        return tuple(v for _, line in self._section(regency) for v in _SEPARATOR.split(line) if v)

    def near_districts(self, name: str) -> tuple[str, ...]:
        """The names of districts that are one typing error away, each once."""
        key = place_key(name)
        lines = _near_lines(self._index, key)
        return tuple(dict.fromkeys(self._line(self._number(at)).partition(":")[0] for at in lines))

    def begins_district(self, name: str) -> bool:
        """Whether a longer district name begins with this name: *Kebayoran*, *Ilir Barat*."""
        return name.isascii() and f"\n{name} ".encode() in self._table

    def near_regencies(self, name: str) -> tuple[Regency, ...]:
        """The regencies and cities whose names are one typing error away."""
        key = place_key(name)
        return tuple(
            regency
            for other, regencies in self._regencies.items()
            if other[0] == key[:1] or other[1:2] == key[1:2]
            if slip_distance(other, key, 1) == 1
            for regency in regencies
        )

    def near_provinces(self, name: str) -> tuple[str, ...]:
        """The provinces whose full names are one typing error away."""
        key = place_key(name)
        return tuple(
            p for p in self._official_provinces if slip_distance(place_key(p), key, 1) == 1
        )

    def _section(self, regency: str) -> tuple[tuple[str, str], ...]:
        """The districts of a regency, each with the rest of its line; this does not need the
        index."""
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
            name, colon, villages = line.partition(":")
            if colon:
                yield name, villages[1:] if villages[0] == " " else villages

    @cached_property
    def _official_provinces(self) -> tuple[str, ...]:
        return tuple(m[1].decode() for m in re.finditer(rb"\n= ([^\n]*)", self._table))

    @cached_property
    def _provinces(self) -> dict[str, str]:
        """The provinces by the keys of their names and short forms."""
        found = {place_key(name): name for name in self._official_provinces}
        for row in self._rows("province"):
            found[place_key(row[0])] = row[1]
        return found

    @cached_property
    def _former_provinces(self) -> dict[str, FormerName]:
        return {row[0]: FormerName(row[1], int(row[2])) for row in self._rows("part")}

    @cached_property
    def _former_names(self) -> dict[str, FormerName]:
        return {place_key(name): former for name, former in _former_names(self._other_names)}

    def _rows(self, kind: str) -> Iterator[list[str]]:
        return _rows(self._other_names, kind)

    @cached_property
    def _index(self) -> bytes:
        """The table in lower case without ignored characters, with ``,`` before every village."""
        return self._table.translate(_LOWER, _IGNORED).replace(b":,", b":").replace(b":", b",")

    @cached_property
    def _headings(self) -> tuple[array[int], list[Regency]]:
        """The start of each regency's part of the table, and the regencies."""
        starts, regencies, province = array("l"), [], ""
        for m in re.finditer(rb"\n([=+]) ([^\n]*)", self._table):
            name = m[2].decode()
            if m[1] == b"=":
                province = name
            else:
                starts.append(m.start())
                kind, _, bare = name.partition(" ")
                regencies.append(Regency(kind, bare, province))
        return starts, regencies

    @cached_property
    def _regencies(self) -> dict[str, tuple[Regency, ...]]:
        found: dict[str, tuple[Regency, ...]] = {}
        for regency in self._headings[1]:
            key = place_key(regency.name)
            found[key] = (*found.get(key, ()), regency)
        return found

    def _asked(self, level: str, name: str) -> tuple[Place, ...]:
        key = place_key(name)
        if (level, key) not in self._found:
            look = self._districts if level == "district" else self._villages
            is_name = len(key) >= _LEAST_LETTERS and key.isascii() and key.isalnum()
            self._found[level, key] = tuple(look(key)) if is_name else ()
        return self._found[level, key]

    def _districts(self, key: str) -> Iterator[Place]:
        for line in self._lines_with(f"\n{key},".encode()):
            yield self._place(line)[0]

    def _villages(self, key: str) -> Iterator[Place]:
        for line in self._lines_with(f",{key}".encode()):
            district, villages = self._place(line)
            yield from (
                v for v in _read_villages(villages, district) if place_key(v.village) == key
            )

    def _place(self, line: int) -> tuple[Place, str]:
        """The district on a line, and its villages as written."""
        name, _, villages = self._line(line).partition(":")
        starts, regencies = self._headings
        regency = regencies[bisect_right(starts, self._starts[1][line]) - 1]
        return Place("", name, regency.full_name, regency.province), villages.strip()

    def _lines_with(self, needle: bytes) -> Iterator[int]:
        """The numbers of the lines with ``needle`` and no letter right behind it, each once."""
        at, last = self._index.find(needle), -1
        while at >= 0:
            behind = at + len(needle)
            if needle.endswith(b",") or self._index[behind] in b",\n":
                line = self._number(at)
                if line != last:
                    yield line
                last = line
            at = self._index.find(needle, behind)

    def _number(self, at: int) -> int:
        """The number of the line that contains a position of the index, or the line break before
        it."""
        return bisect_right(self._starts[0], at + 1) - 1

    def _line(self, number: int) -> str:
        start = self._starts[1][number]
        end = self._table.find(b"\n", start)
        return self._table[start : end if end >= 0 else None].decode("ascii")

    @cached_property
    def _starts(self) -> tuple[array[int], array[int]]:
        """The starts of the lines in the index and in the table."""
        return _line_starts(self._index), _line_starts(self._table)


def _rows(other_names: str, kind: str) -> Iterator[list[str]]:
    for line in other_names.splitlines():
        first, *row = line.split("\t")
        if first == kind:
            yield row


def _former_names(other_names: str) -> Iterator[tuple[str, FormerName]]:
    for name, official, year in _rows(other_names, "regency"):
        yield name, FormerName(official, int(year))


def _line_starts(text: bytes) -> array[int]:
    starts, at = array("l", [0]), text.find(b"\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find(b"\n", at + 1)
    return starts


def _read_villages(line: str, district: Place) -> Iterator[Place]:
    """The villages on a line without its district: in *A, B; C; D*, C and D are urban."""
    rural, _, urban = line.partition("; ") if not line.startswith("; ") else ("", "", line[2:])
    for name in rural.split(", ") if rural else ():
        yield district._replace(village=name)
    for name in urban.split("; ") if urban else ():
        yield district._replace(village=name, is_urban=True)


def _near_lines(index: bytes, key: str) -> Iterable[int]:
    """The starts of districts whose keys are one error from ``key``; one half of the key is then
    unchanged."""
    if len(key) < _LEAST_LETTERS or not (key.isascii() and key.isalnum()):
        return
    half = len(key) // 2
    found = set()
    for pattern in (
        rf"\n({key[:half]}[a-z0-9]*),",
        rf"\n([a-z0-9]+{key[half + 1 :]}),",
        rf"\n([a-z0-9]+{key[half:]}),",
    ):
        for m in re.finditer(pattern.encode(), index):
            if slip_distance(m[1].decode(), key, 1) == 1 and m.start() not in found:
                found.add(m.start())
                yield m.start()


@cache
def _other_names() -> str:
    with open(resource("places", "nama_lain.tsv"), encoding="ascii") as file:
        return file.read()


def shipped_former_names() -> dict[str, FormerName]:
    """The official names for other full names of regencies (*Kabupaten Tobasa*); the table of
    places is not read."""
    return dict(_former_names(_other_names()))


@cache
def shipped_gazetteer() -> Gazetteer:
    """The table that ships with the program, read on first use."""
    with open(resource("places", "wilayah.txt"), "rb") as file:
        return Gazetteer(file.read(), _other_names())
