"""How each value of a style sheet is read: what can be used of it, and what is wrong with it."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Any

from bnews_desk.finding import Severity
from bnews_desk.house.officials import read_officials
from bnews_desk.house.own_rules import read_own_rules
from bnews_desk.house.style import Limits
from bnews_desk.release import Ignore
from bnews_desk.text import fold

_OFF = "off"

Reading = Callable[[object], tuple[Any, list[tuple[str, str]]]]
"""Reads one value: what can be used of it (None: nothing), and faults as (sub-key, message)."""


def readings() -> dict[str, Reading]:
    """How the value of each key path is read."""
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
        "rules": read_own_rules,
        "officials": read_officials,
        **limits,
    }


def _text(value: object) -> tuple[Any, list[tuple[str, str]]]:
    if isinstance(value, str) and value.strip():
        return value, []
    return None, [("", f"Seharusnya teks yang tidak kosong, bukan {_kind(value)}.")]


def _path(value: object) -> tuple[Any, list[tuple[str, str]]]:
    """The name of a file, which need not be there."""
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
    """A table of forms and replacements, neither of them empty."""
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
    """A table of rules and the texts that each of them passes over."""
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


def _choice(*allowed: str) -> Reading:
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
) -> Reading:
    """A form with ``{needed}``; with ``opens`` a label stands before it, with ``closes`` a mark
    ends it: without them every line of copy would read as that part of the frame.
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
    """The fields of a form in order, or None where it is none."""
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
