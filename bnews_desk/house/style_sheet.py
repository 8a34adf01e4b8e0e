"""Reads a style sheet: TOML in, a ``HouseStyle`` and a list of faults out.

A wrong entry never stops the program: it is reported with file and key path (and line, for a syntax
error), the shipped sheet's value takes its place, and the rest is used. What a newsroom's sheet
does not mention is taken from the shipped one.
"""

from __future__ import annotations

import os
import string
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from bnews_desk.errors import ReadError, reason
from bnews_desk.files import system_path
from bnews_desk.finding import Severity
from bnews_desk.house.officials import read_officials
from bnews_desk.house.style import (
    CreditStyle,
    DatelineStyle,
    HouseStyle,
    Limits,
    RelatedStyle,
    SourceTagStyle,
)
from bnews_desk.house.word_rules import read_word_rules
from bnews_desk.paths import house_sheet
from bnews_desk.release import Ignore
from bnews_desk.text import fold

_OFF = "off"

ValueReader = Callable[[object], tuple[Any, list[tuple[str, str]]]]
"""Reads one value; returns the usable part (None for nothing) and faults as (sub-key, message)."""


def value_readers() -> dict[str, ValueReader]:
    """The reader of each key path."""
    limits = {f"limits.{name}": _number for name in Limits.__dataclass_fields__}
    return {
        "newsroom.name": _text,
        "dateline.form": _form("place", optional=("site",), closes=True),
        "dateline.site": _text,
        "dateline.site_variants": _texts,
        "dateline.places": _capitals,
        "dateline.default_place": _text,
        "related.form": _form("title", opens=True),
        "related.other_labels": _texts,
        "source_tag.form": _form("initials", optional=("source",)),
        "source_tag.sources": _codes,
        "source_tag.initials": _codes,
        "credit.form": _form("editor", opens=True),
        "credit.other_labels": _texts,
        "credit.editors": _texts,
        "marks.quotes": _choice("straight", "curly"),
        "acronyms.common": _texts,
        "acronyms.expansions": _table,
        "words": _pairs,
        "brands.lower_case": _texts,
        "dictionary.path": _path,
        "severity": _severities,
        "ignores": _ignores,
        "rules": read_word_rules,
        "officials": read_officials,
        **limits,
    }


def _text(value: object) -> tuple[Any, list[tuple[str, str]]]:
    if isinstance(value, str) and value.strip():
        return value, []
    return None, [("", f"Seharusnya teks yang tidak kosong, bukan {_kind(value)}.")]


def _path(value: object) -> tuple[Any, list[tuple[str, str]]]:
    """The path of a file, which need not exist."""
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value.strip(), []
    return None, [("", f"Seharusnya letak sebuah berkas, bukan {_kind(value)}.")]


def _number(value: object) -> tuple[Any, list[tuple[str, str]]]:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value, []
    return None, [("", f"Seharusnya bilangan bulat 0 atau lebih, bukan {_kind(value)}.")]


def _texts(value: object) -> tuple[Any, list[tuple[str, str]]]:
    if not isinstance(value, list):
        return None, [("", f"Seharusnya daftar teks, bukan {_kind(value)}.")]
    wrong = [
        (f"[{i}]", f"Seharusnya teks yang tidak kosong, bukan {_kind(item)}.")
        for i, item in enumerate(value)
        if not (isinstance(item, str) and item.strip())
    ]
    return tuple(item for item in value if isinstance(item, str) and item.strip()), wrong


def _capitals(value: object) -> tuple[Any, list[tuple[str, str]]]:
    names, wrong = _texts(value)
    return names and tuple(name.upper() for name in names), wrong


def _table(value: object) -> tuple[Any, list[tuple[str, str]]]:
    if not isinstance(value, dict):
        return None, [("", f"Seharusnya tabel kunci dan teks, bukan {_kind(value)}.")]
    wrong = [
        (f".{key}", f"Seharusnya teks, bukan {_kind(item)}.")
        for key, item in value.items()
        if not isinstance(item, str)
    ]
    return {key: item for key, item in value.items() if isinstance(item, str)}, wrong


def _codes(value: object) -> tuple[Any, list[tuple[str, str]]]:
    """A table whose keys are codes."""
    table, wrong = _table(value)
    bad = [code for code in table or () if not code or any(c.isspace() for c in code)]
    wrong += [(f".{code}", "Kode ditulis tanpa spasi; entri ini dilewati.") for code in bad]
    return table and {code: name for code, name in table.items() if code not in bad}, wrong


def _pairs(value: object) -> tuple[Any, list[tuple[str, str]]]:
    """A table that maps forms to replacements, none of them empty."""
    table, wrong = _table(value)
    bad = [
        form
        for form, right in (table or {}).items()
        if not any(c.isalnum() for c in form) or not right.strip(" |")
    ]
    message = "Bentuk yang salah dan yang benar harus terisi; entri ini dilewati."
    wrong += [(f".{form}", message) for form in bad]
    return table and {form: right for form, right in table.items() if form not in bad}, wrong


def _severities(value: object) -> tuple[Any, list[tuple[str, str]]]:
    if not isinstance(value, dict):
        return None, [("", f"Seharusnya tabel aturan dan tingkat, bukan {_kind(value)}.")]
    allowed = {severity.value: severity for severity in Severity}
    wrong = [
        (f".{rule}", "Seharusnya “error”, “warning”, “suggestion”, atau “off”.")
        for rule, level in value.items()
        if level != _OFF and (not isinstance(level, str) or level not in allowed)
    ]
    bad = {key[1:] for key, _ in wrong}
    return {rule: allowed.get(level) for rule, level in value.items() if rule not in bad}, wrong


def _ignores(value: object) -> tuple[Any, list[tuple[str, str]]]:
    """A table that maps rules to the texts whose findings they ignore."""
    if not isinstance(value, dict):
        return None, [("", f"Seharusnya tabel aturan dan daftar teks, bukan {_kind(value)}.")]
    ignores: set[Ignore] = set()
    wrong: list[tuple[str, str]] = []
    for rule, texts in value.items():
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            wrong.append((f".{rule}", f"Seharusnya daftar teks, bukan {_kind(texts)}."))
            continue
        ignores.update(Ignore(rule, fold(text)) for text in texts)
    return frozenset(ignores), wrong


def _choice(*allowed: str) -> ValueReader:
    def read(value: object) -> tuple[Any, list[tuple[str, str]]]:
        if isinstance(value, str) and value in allowed:
            return value, []
        return None, [("", "Seharusnya " + " atau ".join(f"“{a}”" for a in allowed) + ".")]

    return read


def _form(
    needed: str,
    optional: tuple[str, ...] = (),
    *,
    opens: bool = False,
    closes: bool = False,
) -> ValueReader:
    """A form with ``{needed}``; ``opens`` requires a label before it, ``closes`` a mark behind it.

    Without these every line of copy would read as that part of the frame.
    """

    def read(value: object) -> tuple[Any, list[tuple[str, str]]]:
        fields = _fields(value)
        if fields is None or needed not in fields or set(fields) - {needed, *optional}:
            wanted = " dan ".join(f"{{{name}}}" for name in (needed, *optional))
            return None, [("", f"Seharusnya teks dengan {wanted}, bukan {_kind(value)}.")]
        if len(fields) != len(set(fields)):
            return None, [("", "Setiap {…} hanya boleh ditulis satu kali.")]
        before, _, behind = str(value).partition(f"{{{needed}}}")
        if opens and not any(c.isalpha() for c in before):
            return None, [("", f"Seharusnya ada kata penanda sebelum {{{needed}}}.")]
        if closes and not (behind.strip() and not behind.strip()[-1].isalnum()):
            return None, [("", f"Seharusnya ada tanda, misalnya “ - ”, sesudah {{{needed}}}.")]
        return value, []

    return read


def _fields(value: object) -> list[str] | None:
    """The fields of a form in order; None where it is not a valid form."""
    if not isinstance(value, str) or "\n" in value:
        return None
    try:
        parts = list(string.Formatter().parse(value))
    except ValueError:
        return None
    if any(spec or conversion for _, _, spec, conversion in parts):
        return None
    return [name for _, name, _, _ in parts if name is not None]


def _kind(value: object) -> str:
    if isinstance(value, str):
        return f"“{value}”" if value.strip() else "teks kosong"
    names = {bool: "ya/tidak", int: "bilangan", float: "bilangan", list: "daftar", dict: "tabel"}
    return names.get(type(value), "nilai lain")


MAX_SHEET_BYTES = 2_000_000
"""A larger file is not read as a style sheet."""

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
"""How ``tomllib``'s messages begin, with their Indonesian wording."""


class StyleFault(NamedTuple):
    """One wrong entry: ``key`` is its path in the sheet ('' for the whole sheet), ``line`` is 0
    where unknown."""

    path: str
    key: str
    line: int
    message: str

    def __str__(self) -> str:
        """One Indonesian sentence with the file and the key path or line."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


def load_style_sheet(path: str | None = None) -> tuple[HouseStyle, list[StyleFault]]:
    """Load a style sheet, by default the shipped one; returns its style and its faults.

    Raises ``ReadError`` only where the file cannot be opened.
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
        with open(system_path(path), "rb") as file:
            raw = file.read(MAX_SHEET_BYTES + 1)
    except FileNotFoundError:
        raise ReadError(
            "missing", f"Gaya selingkung “{path}” tidak ditemukan; periksa nama berkasnya."
        ) from None
    except OSError as error:
        if os.path.isdir(path):  # for a folder, Windows only says that access is denied
            raise ReadError(
                "not-a-file",
                f"Gaya selingkung “{path}” adalah folder, bukan berkas; sebutkan nama berkasnya.",
            ) from None
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
    """A parser's message in Indonesian, where it is a common one."""
    return next(
        (sentence for opening, sentence in _SYNTAX.items() if said.startswith(opening)),
        "susunannya tidak dapat dibaca",
    )


def _checked(tree: Mapping[str, Any], path: str) -> tuple[dict[str, Any], list[StyleFault]]:
    """The usable values of a sheet by key path, and its faults."""
    known = value_readers()
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
    tree: Mapping[str, Any], known: Mapping[str, ValueReader], above: str = ""
) -> list[tuple[str, Any]]:
    leaves: list[tuple[str, Any]] = []
    for name, value in tree.items():
        key = f"{above}.{name}" if above else name
        if isinstance(value, dict) and key not in known:
            leaves += _leaves(value, known, key) or [(key, value)]
        else:
            leaves.append((key, value))
    return leaves


def _unknown(key: str, known: Mapping[str, ValueReader]) -> str:
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
