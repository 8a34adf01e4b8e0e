"""The pattern that exported files are named by, as an editor writes it: ``{tanggal} {judul}``."""

from __future__ import annotations

import re
from collections.abc import Mapping

USUAL_PATTERN = "{tanggal} {judul}"
FIELDS = (
    "tanggal",
    "tahun",
    "bulan",
    "hari",
    "judul",
    "tempat",
    "editor",
    "kode",
    "kategori",
)
"""What a pattern may name: date (and its year, month, day), headline, place, editor, source code,
category."""
PATTERN_LENGTH = 100
"""Code points of a pattern."""
_NOTHING = "\0"
"""Stands for a field without a value: no pattern and no value holds it."""
_BRACKETED = re.compile(r"[(\[]\0[)\]]")
_GAP_AT_END = re.compile(r"[-_., ]*\0[-_., \0]*\Z")
_GAP = re.compile(r"([-_., ]*)\0([-_., ]*)(?:\0[-_., ]*)*")
_FIELD = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')


def pattern_fault(pattern: str) -> str:
    """One Indonesian sentence that says why no file can be named so; '' where it can."""
    literal = _FIELD.sub("", pattern)
    unknown = [name for name in _FIELD.findall(pattern) if name not in FIELDS]
    known = ", ".join(f"{{{name}}}" for name in FIELDS)
    if len(pattern) > PATTERN_LENGTH:
        return f"Pola nama terlalu panjang; paling banyak {PATTERN_LENGTH} huruf."
    if unknown:
        return f"Pola nama tidak mengenal “{{{unknown[0]}}}”; yang dikenal: {known}."
    if "{" in literal or "}" in literal:
        return f"Kurung kurawal pada pola nama tidak berpasangan; tulis misalnya {USUAL_PATTERN}."
    if forbidden := _FORBIDDEN.search(literal):
        return f"Tanda “{forbidden[0]}” tidak dapat dipakai dalam nama berkas; hapus dari pola."
    if literal == pattern:
        return f"Pola nama belum memuat isian, sehingga semua berkas bernama sama; pakai {known}."
    return ""


def usable(pattern: str) -> str:
    """``pattern`` where files can be named by it, else the usual one."""
    return USUAL_PATTERN if not pattern or pattern_fault(pattern) else pattern


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """``pattern`` with the values of its fields; one without a value leaves no gap behind.

    Brackets around it go with it, and of the signs on both sides those before it are kept.
    """
    text = _FIELD.sub(lambda field: values.get(field[1]) or _NOTHING, pattern)
    text = _BRACKETED.sub(_NOTHING, text)
    text = _GAP_AT_END.sub("", text)
    return _GAP.sub(lambda gap: (gap[1] or gap[2]) if gap.start() else "", text)
