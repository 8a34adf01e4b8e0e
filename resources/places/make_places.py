"""Makes ``wilayah.txt``, Indonesia's places from province to village.

Run it after a new decree: ``python resources/places/make_places.py WILAYAH.tsv``. The file has one
place a line, its code (``35.05.04.2007``) and its name with a tab between them, as the repository
cahyadsn/wilayah publishes them. What the package areaid spells otherwise is added behind it as a
second spelling. ``LISENSI-wilayah.txt`` has the licences.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).with_name("wilayah.txt")
HEAD = """\
# Wilayah Indonesia: = provinsi, + kabupaten atau kota, lalu satu baris satu kecamatan: desanya
# dengan koma, lalu kelurahannya dengan titik koma. Beberapa ejaan satu nama ditulis berurutan.
# Dibuat oleh make_places.py dari cahyadsn/wilayah (Kepmendagri 2025, lisensi MIT); ejaan lain dari
# paket areaid {version} (lisensi MIT). Jangan disunting langsung.
"""
_SHORT = {"Kep.": "Kepulauan", "Gn.": "Gunung", "Lbk.": "Lubuk", "Perk.": "Perkebunan"}
_BRACKETS = re.compile(r"\s*\(([^()]*)\)?\s*")
_SLASH = re.compile(r"(\S+?)\s*/\s*(\S+)")
_KEPT = re.compile(r"[^A-Za-z0-9' .-]")
_LEAST_LIKE = 0.85
"""How alike two names in one district must be to be spellings of one village."""
_LEAST_SHARED = 0.6
"""The share of villages that two districts of one regency have in common if they are one."""
_LIST = re.compile(r",\s*(?=[IVX]+\b)")


class District(NamedTuple):
    """A district as it is written: its spellings, and those of its villages of either kind."""

    names: list[str]
    rural: dict[str, None]
    urban: dict[str, None]


def spellings(name: str) -> list[str]:
    """The spellings that one name gives: ``Lam Kleng/Kleeng``, ``A (B)``, ``Gn. A``."""
    full = " ".join(_SHORT.get(word, word) for word in name.replace("’", "'").split())
    found: list[str] = []
    for form in (_LIST.sub(" ", full), *_LIST.split(full)[:1]):
        inside = [m[1] for m in _BRACKETS.finditer(form) if len(m[1]) > 2]
        for part in (_BRACKETS.sub(" ", form), *inside):
            found += [_SLASH.sub(r"\1", part), _SLASH.sub(r"\2", part)]
    clean = (" ".join(_KEPT.sub(" ", form).split()).strip(".- ") for form in found)
    return list(dict.fromkeys(form for form in clean if len(form) > 1))


def key(name: str) -> str:
    """A name for comparing: letters and digits, in lower case."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def regency_name(name: str) -> str:
    """A regency or city in full, without the word that Jakarta's have."""
    return spellings(name.replace("Administrasi ", "").replace("Adm. ", ""))[0]


def official(rows: Iterable[tuple[str, str]]) -> dict[str, dict[str, dict[str, District]]]:
    """Provinces, their regencies, their districts by code, from codes and names in order."""
    found: dict[str, dict[str, dict[str, District]]] = {}
    province: dict[str, dict[str, District]] = {}
    regency: dict[str, District] = {}
    for code, name in rows:
        parts = code.split(".")
        if len(parts) == 1:
            province = found.setdefault(name, {})
        elif len(parts) == 2:
            regency = province.setdefault(regency_name(name), {})
        elif len(parts) == 3:
            regency[code] = District(spellings(name), {}, {})
        else:
            district = regency[code.rpartition(".")[0]]
            kind = district.urban if parts[3].startswith("1") else district.rural
            kind.update(dict.fromkeys(spellings(name)))
    return found


def add_other_spellings(regency: dict[str, District], others: dict[str, list[str]]) -> None:
    """Put the spellings of other data, villages by district, beside those that are official."""
    by_key = {key(name): district for district in regency.values() for name in district.names}
    for name, villages in others.items():
        district = by_key.get(key(name)) or _same_district(regency, others, name)
        if district is None:
            continue
        if key(name) not in by_key:
            district.names.append(name)
        theirs = {key(village) for village in villages}
        for kind in (district.rural, district.urban):
            only_ours = [key(village) for village in kind if key(village) not in theirs]
            known = {key(v) for v in (*district.rural, *district.urban)}
            for village in villages:
                if key(village) not in known and any(
                    _is_like(key(village), ours) for ours in only_ours
                ):
                    kind[village] = None


def _same_district(
    regency: dict[str, District], others: dict[str, list[str]], name: str
) -> District | None:
    """The district with a like name or most villages whose own name is not known there."""
    names = {key(other) for other in others}
    theirs = {key(village) for village in others[name]}
    for district in regency.values():
        ours = {key(village) for village in (*district.rural, *district.urban)}
        if names.isdisjoint(map(key, district.names)):
            shared = len(ours & theirs)
            is_like = any(_is_like(key(name), key(own)) for own in district.names)
            if is_like or shared >= _LEAST_SHARED * max(len(ours), len(theirs)):
                return district
    return None


def _is_like(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LEAST_LIKE


def other_data() -> dict[str, dict[str, list[str]]]:
    """The villages of areaid by regency and district."""
    from areaid import buka_data, buka_nama  # type: ignore[import-untyped]

    found: dict[str, dict[str, list[str]]] = {}
    for name in buka_nama()["himpunan"]:
        for province in buka_data(name.lower()):
            for regency in province["kabupaten"]:
                districts = found.setdefault(regency_name(regency["kab_kota"]), {})
                for district in regency["kecamatan"]:
                    villages = [s for v in district["kelurahan"] for s in spellings(v["kelu"])]
                    for spelling in spellings(district["kec"]):
                        districts[spelling] = villages
    return found


def lines(provinces: dict[str, dict[str, dict[str, District]]]) -> Iterator[str]:
    """The lines of the table, its head aside."""
    for province, regencies in provinces.items():
        yield f"= {province}"
        for regency, districts in regencies.items():
            yield f"+ {regency}"
            for district in districts.values():
                rural = "".join(f", {village}" for village in district.rural)[1:]
                urban = "".join(f"; {village}" for village in district.urban)
                for name in district.names:
                    yield f"{name}:{rural}{urban}"


def table(rows: Iterable[tuple[str, str]]) -> str:
    """The whole table as it is written."""
    provinces = official(rows)
    others = other_data()
    for regencies in provinces.values():
        for regency, districts in regencies.items():
            add_other_spellings(districts, others.get(regency, {}))
    return HEAD.format(version=version("areaid")) + "\n".join(lines(provinces)) + "\n"


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    pairs = [line.partition("\t") for line in source.splitlines()]
    made = table((code, name) for code, _, name in pairs)
    TARGET.write_text(made, encoding="ascii", newline="\n")
