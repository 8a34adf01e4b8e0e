"""The newsroom's register of officials: who holds which office, and from when to when.

A table ``[[officials]]`` has an ``office`` (with ``short``, its other spellings), a ``name`` and
the days ``since`` and ``until``, either of which may be missing. A table that cannot be used is
reported and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from bnews_desk.text import fold

MAX_OFFICIALS = 2000
_KEYS = ("office", "short", "name", "since", "until")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
OfficialFault = tuple[str, str]
"""The key path of a wrong value inside an entry, and what was expected."""


class Official(NamedTuple):
    """One person in one office, from the day ``since`` to the day ``until``; None is unknown.

    ``short`` are other spellings of the office: *Sekda* for *Sekretaris Daerah*.
    """

    office: str
    name: str
    since: date | None = None
    until: date | None = None
    short: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether this person holds the office on a day, as far as the register says."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def read_day(written: str) -> date | None:
    """The day written as 2025-02-20 or 20/2/2025; None for anything else."""
    if m := _ISO_DAY.fullmatch(written.strip()):
        year, month, day = map(int, m.groups())
    elif m := _LOCAL_DAY.fullmatch(written.strip()):
        day, month, year = map(int, m.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def predecessor(officials: Iterable[Official], new: Official) -> Official | None:
    """Who holds the office of ``new`` without a last day; None where nobody or several do."""
    office, name = fold(new.office), fold(new.name)
    found = [
        one
        for one in officials
        if one.until is None
        and fold(one.office) == office
        and fold(one.name) != name
        and (one.since is None or new.since is None or one.since < new.since)
    ]
    return found[0] if len(found) == 1 else None


def read_officials(value: object) -> tuple[tuple[Official, ...] | None, list[OfficialFault]]:
    """Read the value of ``officials``: the usable entries, and the faults of the others."""
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        return None, [("", "Seharusnya ditulis sebagai tabel-tabel [[officials]].")]
    faults: list[OfficialFault] = []
    if len(value) > MAX_OFFICIALS:
        faults.append(("", f"Paling banyak {MAX_OFFICIALS} pejabat; sisanya dilewati."))
    officials = []
    for number, table in enumerate(value[:MAX_OFFICIALS]):
        wrong = _wrong(table)
        faults += [
            (f"[{number}]{key}", f"{message} Pejabat ini dilewati.") for key, message in wrong
        ]
        if not wrong:
            officials.append(_official(table))
    return tuple(officials), faults


def _official(table: Mapping[str, Any]) -> Official:
    return Official(
        table["office"].strip(),
        table["name"].strip(),
        table.get("since"),
        table.get("until"),
        tuple(form.strip() for form in table.get("short", ())),
    )


def _wrong(table: Mapping[str, Any]) -> list[OfficialFault]:
    """The faults that make an entry unusable."""
    known = ", ".join(_KEYS)
    faults = [
        (f".{key}", f"Kunci ini tidak dikenal; yang dikenal: {known}.")
        for key in table
        if key not in _KEYS
    ]
    for key in ("office", "name"):
        if key not in table:
            faults.append((f".{key}", "Kunci ini wajib diisi."))
        elif not _is_text(table[key]):
            faults.append((f".{key}", "Seharusnya teks yang tidak kosong."))
    for key in ("since", "until"):
        if key in table and not _is_day(table[key]):
            faults.append((f".{key}", "Seharusnya tanggal tanpa tanda petik, misalnya 2025-02-20."))
    if "short" in table and not (
        isinstance(table["short"], list) and all(map(_is_text, table["short"]))
    ):
        faults.append((".short", "Seharusnya daftar teks."))
    if not faults and table.get("since") and table.get("until") and _is_reversed(table):
        faults.append((".until", "Seharusnya tidak lebih awal daripada since."))
    return faults


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_reversed(table: Mapping[str, Any]) -> bool:
    return bool(table["until"] < table["since"])
