"""Word rules: rules that are data and need no code.

A table ``[[rules]]`` has an ``id``, a ``shape``, a ``message``, the keys of its shape, and its own
examples in ``bad`` and ``good``. A newsroom writes them into its style sheet; the shipped ones are
in ``resources/rules/word_rules.toml`` and may have more keys. A table that cannot be used is
reported and left out.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, cast, get_args

from bnews_desk.finding import Safety, Severity

WordRuleShape = Literal["existence", "substitution", "repetition", "consistency", "pattern"]
"""Forbidden words; words that replace others; words repeated too soon; spellings that must not be
mixed; a regular expression."""
MAX_RULES = 500
MAX_PATTERN = 1000
"""Greatest length of a regular expression, in code points."""
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
SKIPS = frozenset({"speech", "quotations", "names", "headline"})
"""Where a rule may be silent: in speech, in any quotation, at a capital inside a sentence, in a
headline."""
KeyReaders = dict[str, tuple[str, Callable[[object], Any]]]
"""For each key of a table, the field it fills and the reader of its value."""
WordRuleFault = tuple[str, str]
"""The key path of a wrong value inside a table, and what was expected."""


class WordRule(NamedTuple):
    """One word rule; fields that its shape does not use are empty.

    ``bad`` pairs an example with its correction (None where not given). ``within`` is the number of
    words within which a word must not be repeated. ``message`` may contain ``{text}``, the words
    found, and ``{right}``, what they should be.

    Only shipped rules have the fields from ``code`` on. ``list_name`` is a file in
    ``resources/lists/`` whose rows replace ``words`` or ``pairs``; the note ``meaning: X`` of a row
    fills ``{meaning}``. ``skips`` says where the rule is silent. Where two ``forms`` are equally
    frequent, ``prefers_first`` takes the first in the list instead of the first in the text.
    """

    id: str
    shape: WordRuleShape
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
    code: str = ""
    remark: str = ""
    is_on: bool = True
    list_name: str = ""
    skips: frozenset[str] = frozenset()
    prefers_first: bool = False


def read_word_rules(
    value: object, *, shipped: bool = False
) -> tuple[tuple[WordRule, ...] | None, list[WordRuleFault]]:
    """Read the value of ``rules``: the usable rules, and the faults of the others."""
    keys = _KEYS | _SHIPPED_KEYS if shipped else _KEYS
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        return None, [("", "Seharusnya ditulis sebagai tabel-tabel [[rules]].")]
    faults: list[WordRuleFault] = []
    if len(value) > MAX_RULES:
        faults.append(("", f"Paling banyak {MAX_RULES} aturan; sisanya dilewati."))
    rules: dict[str, WordRule] = {}
    for number, table in enumerate(value[:MAX_RULES]):
        values, wrong = _values(table, keys)
        if not wrong and values["id"] in rules:
            wrong = [(".id", f"Aturan “{values['id']}” ditulis dua kali.")]
        faults += [
            (f"[{number}]{key}", f"{message} Aturan ini dilewati.") for key, message in wrong
        ]
        if not wrong:
            rules[values["id"]] = WordRule(**values)
    return tuple(rules.values()), faults


def _values(
    table: Mapping[str, Any], keys: KeyReaders
) -> tuple[dict[str, Any], list[WordRuleFault]]:
    values: dict[str, Any] = {}
    faults: list[WordRuleFault] = []
    for key, value in table.items():
        if key not in keys:
            known = ", ".join(keys)
            faults.append((f".{key}", f"Kunci ini tidak dikenal; yang dikenal: {known}."))
            continue
        name, read = keys[key]
        used = read(value)
        if isinstance(used, _Wrong):
            faults.append((f".{key}", f"Seharusnya {used.expected}."))
        else:
            values[name] = used
    missing = [key for key in ("id", "shape", "message") if key not in table]
    shape = cast(str, values.get("shape", ""))
    if shape and not {_NEEDS[shape], "list"} & table.keys():
        missing.append(_NEEDS[shape])
    faults += [(f".{key}", "Kunci ini wajib diisi.") for key in missing]
    if not faults and shape == "pattern" and "replacement" in values and not _fits(values):
        faults.append((".replacement", "Grup yang disebut tidak ada dalam pattern."))
    return values, faults


def _fits(values: Mapping[str, Any]) -> bool:
    """Whether a replacement only names groups that its pattern has."""
    import regex

    try:
        regex.sub(f"(?:{values['pattern']})?", values["replacement"], "")
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


def _skips(value: object) -> frozenset[str] | _Wrong:
    if isinstance(value, list) and value and SKIPS.issuperset(value):
        return frozenset(value)
    return _Wrong(f"daftar dari {', '.join(sorted(SKIPS))}")


def _shipped_message(value: object) -> str | _Wrong:
    return value if isinstance(value, str) else _Wrong("teks")


_KEYS: KeyReaders = {
    "id": ("id", _id),
    "shape": ("shape", _one_of(*get_args(WordRuleShape))),
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
"""For each key of a table, the field it fills and the reader of its value."""
_SHIPPED_KEYS: KeyReaders = {
    "code": ("code", _text),
    "message": ("message", _shipped_message),
    "pattern": ("pattern", _text),
    "remark": ("remark", _text),
    "on": ("is_on", _flag),
    "list": ("list_name", _text),
    "skip": ("skips", _skips),
    "prefer_first": ("prefers_first", _flag),
}
"""Further keys of shipped rules; their patterns are compiled on first use."""
