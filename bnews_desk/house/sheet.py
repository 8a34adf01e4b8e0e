"""Reading a style sheet: TOML in, a :class:`HouseStyle` and a list of faults out.

A wrong entry never stops the program: it is reported with file and key path (with the line where
the syntax is wrong), the value of the shipped sheet takes its place, and the rest is used. What a
newsroom's sheet does not mention is as in the shipped one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from bnews_desk.errors import ReadError, reason
from bnews_desk.house.readings import Reading, readings
from bnews_desk.house.style import (
    CreditStyle,
    DatelineStyle,
    HouseStyle,
    Limits,
    RelatedStyle,
    SourceTagStyle,
)
from bnews_desk.paths import house_sheet

MAX_SHEET_BYTES = 2_000_000
"""A style sheet larger than this is not one."""

_SYNTAX = {
    "Expected '=' after a key": "tanda “=” sesudah kunci belum ada",
    "Invalid value": "nilainya tidak dapat dibaca; apit teks dengan tanda petik",
    "Unclosed array": "daftar belum ditutup dengan “]”",
    "Unclosed inline table": "tabel belum ditutup dengan “}”",
    "Unterminated string": "tanda petik penutup belum ada",
    "Illegal character '\\n'": "tanda petik penutup belum ada",
    "Expected newline or end of document": "ada tulisan berlebih sesudah nilai",
    "Cannot overwrite a value": "kunci ini ditulis dua kali",
    "Cannot declare": "bagian ini ditulis dua kali",
    "Cannot mutate immutable": "bagian ini ditulis dua kali",
    "Duplicate inline table key": "kunci ini ditulis dua kali",
    "Invalid statement": "baris ini bukan kunci, bagian, atau catatan",
    "Expected ']' at the end": "nama bagian belum ditutup dengan “]”",
    "Expected ']]' at the end": "nama bagian belum ditutup dengan “]]”",
    "Invalid initial character for a key": "nama kuncinya kosong atau memuat tanda",
    "Unescaped '\\' in a string": "garis miring terbalik ditulis dua kali di dalam tanda petik",
    "Illegal character": "ada karakter yang tidak boleh dipakai",
    "Found invalid character": "ada karakter yang tidak boleh dipakai",
    "Invalid hex value": "kode karakternya tidak dapat dibaca",
}
"""Openings of what :mod:`tomllib` says, and the same for the editor."""


class StyleFault(NamedTuple):
    """One wrong entry: ``key`` is its path in the sheet ('' for the whole), ``line`` or 0."""

    path: str
    key: str
    line: int
    message: str

    def __str__(self) -> str:
        """One Indonesian sentence with file and key path, or line."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


def load(path: str | None = None) -> tuple[HouseStyle, list[StyleFault]]:
    """The style of a sheet, or of the shipped one, and what was wrong in it.

    Raises :class:`~bnews_desk.errors.ReadError` only where the file cannot be opened.
    """
    shipped, faults = _read(house_sheet())
    if path is None:
        return _style(shipped), faults
    own, faults = _read(path)
    values = shipped | own
    default = values["dateline.default_place"].upper()
    if default not in values["dateline.places"]:
        values["dateline.default_place"] = used = next(iter(values["dateline.places"]), default)
        if "dateline.default_place" in own:
            message = (
                f"“{default}” tidak ada dalam dateline.places; sementara itu “{used}” yang dipakai."
            )
            faults.append(StyleFault(path, "dateline.default_place", 0, message))
    return _style(values), faults


def _read(path: str) -> tuple[dict[str, Any], list[StyleFault]]:
    try:
        with open(path, "rb") as file:
            raw = file.read(MAX_SHEET_BYTES + 1)
    except FileNotFoundError:
        raise ReadError(
            "missing", f"Gaya selingkung “{path}” tidak ditemukan; periksa nama berkasnya."
        ) from None
    except IsADirectoryError:
        raise ReadError(
            "not-a-file",
            f"Gaya selingkung “{path}” adalah folder, bukan berkas; sebutkan nama berkasnya.",
        ) from None
    except OSError as error:
        raise ReadError(
            "no-access",
            f"Gaya selingkung “{path}” tidak dapat dibuka ({reason(error)}); periksa izinnya.",
        ) from None
    try:
        if len(raw) > MAX_SHEET_BYTES:
            raise ValueError("berkas lebih besar dari 2 MB")
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return {}, [_syntax_fault(path, text, error)]
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return {}, [StyleFault(path, "", line, "Bukan teks UTF-8; simpan ulang sebagai UTF-8.")]
    except ValueError as error:
        return {}, [StyleFault(path, "", 0, f"Tidak dapat dibaca: {error}.")]
    except RecursionError:
        return {}, [StyleFault(path, "", 0, "Tidak dapat dibaca: susunannya terlalu dalam.")]
    return _checked(tree, path)


def _syntax_fault(path: str, text: str, error: tomllib.TOMLDecodeError) -> StyleFault:
    said, _, place = str(error).partition(" (at ")
    digits = "".join(c if c.isdigit() else " " for c in place).split()
    line = int(digits[0]) if digits else len(text.rstrip().split("\n"))
    return StyleFault(
        path,
        "",
        line,
        f"Penulisan TOML salah ({_in_indonesian(said)}); perbaiki baris ini, sementara itu gaya"
        " selingkung bawaan yang dipakai.",
    )


def _in_indonesian(said: str) -> str:
    """What the parser said, as far as it is one of the common faults."""
    return next(
        (sentence for opening, sentence in _SYNTAX.items() if said.startswith(opening)),
        "susunannya tidak dapat dibaca",
    )


def _checked(tree: Mapping[str, Any], path: str) -> tuple[dict[str, Any], list[StyleFault]]:
    """What can be used of a sheet, by key path, and its faults."""
    known = readings()
    values: dict[str, Any] = {}
    faults: list[StyleFault] = []
    for key, value in _leaves(tree, known):
        reading = known.get(key)
        if reading is None:
            faults.append(StyleFault(path, key, 0, _unknown(key, known)))
            continue
        used, wrong = reading(value)
        faults += [StyleFault(path, key + sub, 0, message) for sub, message in wrong]
        if used is not None:
            values[key] = used
    return values, faults


def _leaves(
    tree: Mapping[str, Any], known: Mapping[str, Reading], above: str = ""
) -> list[tuple[str, Any]]:
    leaves: list[tuple[str, Any]] = []
    for name, value in tree.items():
        key = f"{above}.{name}" if above else name
        if isinstance(value, dict) and key not in known:
            leaves += _leaves(value, known, key) or [(key, value)]
        else:
            leaves.append((key, value))
    return leaves


def _unknown(key: str, known: Mapping[str, Reading]) -> str:
    near = get_close_matches(key, known, 1)
    hint = f"; mungkin maksudnya “{near[0]}”" if near else ""
    return f"Kunci ini tidak dikenal{hint}."


def _style(values: Mapping[str, Any]) -> HouseStyle:
    limits = {
        key.removeprefix("limits."): v for key, v in values.items() if key.startswith("limits.")
    }
    return HouseStyle(
        name=values["newsroom.name"],
        dateline=DatelineStyle(
            values["dateline.form"],
            values["dateline.site"],
            values["dateline.site_variants"],
            values["dateline.places"],
            values["dateline.default_place"].upper(),
        ),
        related=RelatedStyle(values["related.form"], values["related.other_labels"]),
        source_tag=SourceTagStyle(
            values["source_tag.form"], values["source_tag.sources"], values["source_tag.initials"]
        ),
        credit=CreditStyle(
            values["credit.form"], values["credit.other_labels"], values["credit.editors"]
        ),
        limits=Limits(**limits),
        quote_marks=values["marks.quotes"],
        severities=values["severity"],
        common_acronyms=frozenset(values["acronyms.common"]),
        expansions=values["acronyms.expansions"],
        pairs=values["words"],
        brands=frozenset(values["brands.lower_case"]),
        dictionary=values.get("dictionary.path", ""),
        ignores=values["ignores"],
        own_rules=values.get("rules", ()),
        officials=values.get("officials", ()),
    )
