"""Makes ``wilayah.txt``, Indonesia's places from province to village, from the package areaid.

Run it after a new areaid: ``python resources/places/make_places.py``. A test holds the two
together. ``LISENSI-areaid.txt`` has areaid's licence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("wilayah.txt")
HEAD = """\
# Wilayah Indonesia: = provinsi, + kabupaten atau kota, lalu satu baris satu kecamatan dengan
# desa dan kelurahannya. Beberapa ejaan satu nama ditulis berurutan.
# Dibuat oleh make_places.py dari paket areaid {version} (lisensi MIT); jangan disunting langsung.
# Empat provinsi Papua yang dibentuk pada 2022 belum ada.
"""
OFFICIAL = {
    "Kepanjen Kidul": "Kepanjenkidul",
    "Sanan Kulon": "Sanankulon",
    "Sanan Wetan": "Sananwetan",
}
"""Districts of Blitar whose official spelling areaid does not have."""
_ADMINISTRATIVE = "Adm. "
"""What areaid puts into the names of Jakarta's cities."""
_BRACKETS = re.compile(r"\s*\(([^()]*)\)?\s*")
_SLASH = re.compile(r"(\S+?)\s*/\s*(\S+)")
_KEPT = re.compile(r"[^A-Za-z0-9' .-]")


def spellings(name: str) -> list[str]:
    """The spellings that one name of areaid's gives: ``Lam Kleng/Kleeng``, ``A (B)``."""
    inside = [m[1] for m in _BRACKETS.finditer(name)]
    found: list[str] = []
    for part in (_BRACKETS.sub(" ", name), *inside):
        found += [_SLASH.sub(r"\1", part), _SLASH.sub(r"\2", part)]
    clean = (" ".join(_KEPT.sub(" ", form).split()).strip(".- ") for form in found)
    return list(dict.fromkeys(form for form in clean if len(form) > 1))


def lines(provinces: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The lines of the table, its head aside."""
    for province in provinces:
        yield f"= {province['provinsi']}"
        for regency in province["kabupaten"]:
            name = regency["kab_kota"].replace(_ADMINISTRATIVE, "")
            yield f"+ {_BRACKETS.sub('', name)}"
            for district in regency["kecamatan"]:
                villages = {
                    form: None for v in district["kelurahan"] for form in spellings(v["kelu"])
                }
                for form in spellings(OFFICIAL.get(district["kec"], district["kec"])):
                    yield f"{form}: {', '.join(villages)}"


def table() -> str:
    """The whole table as it is written."""
    from areaid import buka_data, buka_nama  # type: ignore[import-untyped]

    provinces = [
        province for name in buka_nama()["himpunan"] for province in buka_data(name.lower())
    ]
    head = HEAD.format(version=version("areaid"))
    return head + "\n".join(lines(provinces)) + "\n"


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="ascii", newline="\n")
