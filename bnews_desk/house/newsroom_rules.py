"""Rules that a newsroom writes into its style sheet: shapes as data, no code.

A table ``[[rules]]`` has an ``id``, a ``shape`` and a ``message``, the keys of its shape, and
examples of its own in ``bad`` and ``good``. A table that cannot be used is reported and left out.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, cast, get_args

from bnews_desk.finding import Safety, Severity

Shape = Literal["existence", "substitution", "repetition", "consistency", "pattern"]
"""Words that must not stand; words for others; words too near each other; spellings that must not
be mixed; a regular expression."""
MAX_RULES = 500
MAX_PATTERN = 1000
"""Code points of a regular expression."""
MAX_WITHIN = 200
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NEEDS = {
    "existence": "words",
    "substitution": "pairs",
    "repetition": "words",
    "consistency": "forms",
    "pattern": "pattern",
}
_FIELDS = frozenset({"text", "right"})
Fault = tuple[str, str]
"""Where below a key a value is wrong, and what was expected."""


class NewsroomRule(NamedTuple):
    """One rule of the newsroom's own; what its shape does not use is empty.

    ``bad`` pairs an example with the same copy mended (None: not said). ``within`` is the number
    of words among which a word must not come back. ``message`` may name ``{text}``, what stands
    there, and ``{right}``, what should.
    """

    id: str
    shape: Shape
    message: str
    name: str = ""
    severity: Severity = Severity.WARNING
    safety: Safety = Safety.OFFERED
    source: str = ""
    words: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[str, ...], ...] = ()
    pattern: str = ""
    replacement: str | None = None
    within: int = 1
    matches_case: bool = False
    bad: tuple[tuple[str, str | None], ...] = ()
    good: tuple[str, ...] = ()


def read_newsroom_rules(value: object) -> tuple[tuple[NewsroomRule, ...] | None, list[Fault]]:
    """The rules in the value of ``rules`` that can be used, and what is wrong with the others."""
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        return None, [("", "Seharusnya ditulis sebagai tabel-tabel [[rules]].")]
    faults: list[Fault] = []
    if len(value) > MAX_RULES:
        faults.append(("", f"Paling banyak {MAX_RULES} aturan; sisanya dilewati."))
    rules: dict[str, NewsroomRule] = {}
    for number, table in enumerate(value[:MAX_RULES]):
        values, wrong = _values(table)
        if not wrong and values["id"] in rules:
            wrong = [(".id", f"Aturan “{values['id']}” ditulis dua kali.")]
        faults += [
            (f"[{number}]{key}", f"{message} Aturan ini dilewati.") for key, message in wrong
        ]
        if not wrong:
            rules[values["id"]] = NewsroomRule(**values)
    return tuple(rules.values()), faults


def _values(table: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for key, value in table.items():
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            faults.append((f".{key}", f"Kunci ini tidak dikenal; yang dikenal: {known}."))
            continue
        name, read = _KEYS[key]
        used = read(value)
        if isinstance(used, _Wrong):
            faults.append((f".{key}", f"Seharusnya {used.expected}."))
        else:
            values[name] = used
    missing = [key for key in ("id", "shape", "message") if key not in table]
    shape = cast(str, values.get("shape", ""))
    if shape and _NEEDS[shape] not in table:
        missing.append(_NEEDS[shape])
    faults += [(f".{key}", "Kunci ini wajib diisi.") for key in missing]
    if not faults and shape == "pattern" and not _fits(values):
        faults.append((".replacement", "Grup yang disebut tidak ada dalam pattern."))
    return values, faults


def _fits(values: Mapping[str, Any]) -> bool:
    """Whether a replacement names only groups that its pattern has."""
    import regex

    try:
        regex.sub(f"(?:{values['pattern']})?", values.get("replacement", ""), "")
    except (regex.error, IndexError):
        return False
    return True


class _Wrong(NamedTuple):
    expected: str


def _id(value: object) -> str | _Wrong:
    if isinstance(value, str) and _ID.fullmatch(value) and not value.startswith("lt-"):
        return value
    return _Wrong("huruf kecil, angka, dan tanda hubung, misalnya “sebutan-bupati”")


def _text(value: object) -> str | _Wrong:
    return value if isinstance(value, str) and value.strip() else _Wrong("teks yang tidak kosong")


def _message(value: object) -> str | _Wrong:
    wrong = _Wrong("satu kalimat; yang boleh di dalam kurung kurawal hanya {text} dan {right}")
    if not isinstance(value, str) or not value.strip():
        return wrong
    try:
        parts = list(string.Formatter().parse(value))
    except ValueError:
        return wrong
    fields = {(name, spec, turn) for _, name, spec, turn in parts if name is not None}
    return value if fields <= {(name, "", None) for name in _FIELDS} else wrong


def _one_of(*choices: str) -> Callable[[object], str | _Wrong]:
    expected = " atau ".join(f"“{choice}”" for choice in choices)
    return lambda value: value if isinstance(value, str) and value in choices else _Wrong(expected)


def _severity(value: object) -> Severity | _Wrong:
    level = _one_of(*(severity.value for severity in Severity))(value)
    return level if isinstance(level, _Wrong) else Severity(level)


def _safety(value: object) -> Safety | _Wrong:
    safety = _one_of(*(safety.value for safety in Safety))(value)
    return safety if isinstance(safety, _Wrong) else Safety(safety)


def _texts(value: object) -> tuple[str, ...] | _Wrong:
    if isinstance(value, list) and value and all(_has_letters(item) for item in value):
        return tuple(value)
    return _Wrong("daftar kata, masing-masing memuat huruf atau angka")


def _pairs(value: object) -> tuple[tuple[str, str], ...] | _Wrong:
    if isinstance(value, dict) and value and all(_is_pair(*pair) for pair in value.items()):
        return tuple(value.items())
    return _Wrong("tabel “bentuk yang salah” = “bentuk yang benar”")


def _is_pair(form: str, right: object) -> bool:
    return _has_letters(form) and isinstance(right, str) and bool(right.strip(" |"))


def _has_letters(value: object) -> bool:
    return isinstance(value, str) and any(c.isalnum() for c in value)


def _forms(value: object) -> tuple[tuple[str, ...], ...] | _Wrong:
    wrong = _Wrong("daftar berisi daftar ejaan, misalnya [[“Kepanjenkidul”, “Kepanjen Kidul”]]")
    if not isinstance(value, list) or not value:
        return wrong
    sets: list[tuple[str, ...]] = []
    for item in value:
        forms = _texts(item)
        if isinstance(forms, _Wrong) or len(forms) < 2:
            return wrong
        sets.append(forms)
    return tuple(sets)


def _pattern(value: object) -> str | _Wrong:
    if not isinstance(value, str) or not value or len(value) > MAX_PATTERN:
        return _Wrong(f"ekspresi reguler yang tidak kosong, paling panjang {MAX_PATTERN} karakter")
    import regex

    try:
        compiled = regex.compile(value)
    except (regex.error, RecursionError, OverflowError):
        return _Wrong("ekspresi reguler yang benar; periksa kurung dan garis miringnya")
    return _Wrong("pola yang tidak cocok dengan teks kosong") if compiled.match("") else value


def _replacement(value: object) -> str | _Wrong:
    return value if isinstance(value, str) else _Wrong("teks")


def _within(value: object) -> int | _Wrong:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MAX_WITHIN:
        return value
    return _Wrong(f"bilangan bulat 1 sampai {MAX_WITHIN}")


def _flag(value: object) -> bool | _Wrong:
    return value if isinstance(value, bool) else _Wrong("true atau false")


def _bad(value: object) -> tuple[tuple[str, str | None], ...] | _Wrong:
    wrong = _Wrong("daftar contoh: teks, atau [teks, teks yang sudah benar]")
    if not isinstance(value, list):
        return wrong
    examples: list[tuple[str, str | None]] = []
    for item in value:
        pair = [item] if isinstance(item, str) else item
        is_right = isinstance(pair, list) and len(pair) in (1, 2)
        if not is_right or not all(isinstance(text, str) for text in pair):
            return wrong
        examples.append((pair[0], pair[1] if len(pair) > 1 else None))
    return tuple(examples)


def _good(value: object) -> tuple[str, ...] | _Wrong:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return _Wrong("daftar contoh teks")


_KEYS: dict[str, tuple[str, Callable[[object], Any]]] = {
    "id": ("id", _id),
    "shape": ("shape", _one_of(*get_args(Shape))),
    "message": ("message", _message),
    "name": ("name", _text),
    "severity": ("severity", _severity),
    "fix": ("safety", _safety),
    "source": ("source", _text),
    "words": ("words", _texts),
    "pairs": ("pairs", _pairs),
    "forms": ("forms", _forms),
    "pattern": ("pattern", _pattern),
    "replacement": ("replacement", _replacement),
    "within": ("within", _within),
    "case": ("matches_case", _flag),
    "bad": ("bad", _bad),
    "good": ("good", _good),
}
"""The keys a table may have: the field each fills, and how it is read."""
