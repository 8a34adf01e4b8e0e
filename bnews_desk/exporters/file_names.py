"""File names of exports, made from the editor's pattern, and free names in a folder."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count

from bnews_desk.files import system_path
from bnews_desk.frame.release_frame import Frame
from bnews_desk.release import Release
from bnews_desk.slugs import cut_slug, slug_of
from bnews_desk.windows_names import avoid_device_name

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
"""The fields of a pattern: date (and its year, month, day), headline, place, editor, source code,
category.
"""
PATTERN_LENGTH = 100
"""The most code points of a pattern."""
_NOTHING = "\0"
"""Stands for a field without a value; occurs in no pattern and no value."""
_BRACKETED = re.compile(r"[(\[]\0[)\]]")
_GAP_AT_END = re.compile(r"[-_., ]*\0[-_., \0]*\Z")
_GAP = re.compile(r"([-_., ]*)\0([-_., ]*)(?:\0[-_., ]*)*")
_FIELD = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN_IN_PATTERN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')


def pattern_fault(pattern: str) -> str:
    """Why a pattern is invalid, in one Indonesian sentence; '' when it is valid."""
    literal = _FIELD.sub("", pattern)
    unknown = [name for name in _FIELD.findall(pattern) if name not in FIELDS]
    known = ", ".join(f"{{{name}}}" for name in FIELDS)
    if len(pattern) > PATTERN_LENGTH:
        return f"Pola nama terlalu panjang; paling banyak {PATTERN_LENGTH} huruf."
    if unknown:
        return f"Pola nama tidak mengenal “{{{unknown[0]}}}”; yang dikenal: {known}."
    if "{" in literal or "}" in literal:
        return f"Kurung kurawal pada pola nama tidak berpasangan; tulis misalnya {USUAL_PATTERN}."
    if forbidden := _FORBIDDEN_IN_PATTERN.search(literal):
        return f"Tanda “{forbidden[0]}” tidak dapat dipakai dalam nama berkas; hapus dari pola."
    if literal == pattern:
        return f"Pola nama belum memuat isian, sehingga semua berkas bernama sama; pakai {known}."
    return ""


def usable_pattern(pattern: str) -> str:
    """``pattern`` if it is valid, else the usual one."""
    return USUAL_PATTERN if not pattern or pattern_fault(pattern) else pattern


def fill_pattern(pattern: str, values: Mapping[str, str]) -> str:
    """``pattern`` with its fields filled in; empty fields leave no gap.

    Brackets around an empty field are removed, and of the separators on both sides the one before
    it is kept.
    """
    text = _FIELD.sub(lambda field: values.get(field[1]) or _NOTHING, pattern)
    text = _BRACKETED.sub(_NOTHING, text)
    text = _GAP_AT_END.sub("", text)
    return _GAP.sub(lambda gap: (gap[1] or gap[2]) if gap.start() else "", text)


SLUG_LENGTH = 40
"""The most code points of the headline's slug in a file name."""
STEM_LENGTH = 120
"""The most code points of a file name without its ending."""
LEAD_WORDS = 6
"""Words of the lead that replace a missing headline."""
NAMELESS = "naskah"
"""The name of a release without words."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+')


def proposed_stem(
    release: Release, today: date, frame: Frame | None = None, pattern: str = USUAL_PATTERN
) -> str:
    """``2024-11-14 pasar-tani-tegalasri``, or a name by another valid ``pattern``.

    The date is that of publication (``today`` when it is not set). The title is the release's slug,
    else that of its headline or of the lead's first words. Never empty.
    """
    return safe_stem(fill_pattern(pattern, _values(release, today, frame))) or NAMELESS


def _values(release: Release, today: date, frame: Frame | None) -> dict[str, str]:
    details = release.details
    day = details.publication_date or today
    dateline = frame.dateline if frame else None
    tag = frame.tagged[-1].tag if frame and frame.tagged else None
    credit = frame.credited[-1].credit if frame and frame.credited else None
    slug = slug_of(details.slug) or slug_of(release.headline) or _lead_slug(frame)
    return {
        "tanggal": day.isoformat(),
        "tahun": f"{day:%Y}",
        "bulan": f"{day:%m}",
        "hari": f"{day:%d}",
        "judul": cut_slug(slug, SLUG_LENGTH) or NAMELESS,
        "tempat": slug_of(dateline.place) if dateline else "",
        "editor": slug_of(credit.editor) if credit else "",
        "kode": slug_of(tag.source) if tag else "",
        "kategori": slug_of(details.category),
    }


def safe_stem(name: str) -> str:
    """``name`` made valid as a file name on every system; '' when nothing remains."""
    stem = _FORBIDDEN.sub(" ", name)
    stem = re.sub(r"\s+", " ", stem)[:STEM_LENGTH].strip(" .")
    return avoid_device_name(stem)


def files_of(folder: str, stem: str, endings: Iterable[str]) -> list[str]:
    """The paths of a stem's files, in the order of ``endings`` (with their dots)."""
    return [os.path.join(folder, stem + ending) for ending in endings]


def taken_files(folder: str, stem: str, endings: Iterable[str]) -> list[str]:
    """Those of a stem's files that exist in the folder."""
    return [path for path in files_of(folder, stem, endings) if os.path.lexists(system_path(path))]


def free_stem(folder: str, stem: str, endings: Iterable[str]) -> str:
    """``stem``, or the first of `` (2)``, `` (3)`` … appended to it, for which no file exists."""
    wanted = tuple(endings)
    if not taken_files(folder, stem, wanted):
        return stem
    numbered = (f"{stem} ({number})" for number in count(2))
    return next(name for name in numbered if not taken_files(folder, name, wanted))


def _lead_slug(frame: Frame | None) -> str:
    lead = frame.lead if frame else None
    if lead is None:
        return ""
    words = lead.text[lead.copy.start : lead.copy.end].split(None, LEAD_WORDS)
    return slug_of(" ".join(words[:LEAD_WORDS]))
