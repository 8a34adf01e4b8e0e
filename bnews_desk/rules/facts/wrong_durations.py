"""Durations that contradict their dates: *10–12 Juni, lima hari* (F43)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.quantities import Quantity, quantities, sentence_of
from bnews_desk.rules.numbers.number_words import number_in_letters
from bnews_desk.rules.numbers.written_dates import MONTH_NAMES, WEEKDAYS
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch

_MONTH = f"(?:{'|'.join(MONTH_NAMES)})"
_DAY = f"(?:{'|'.join(name for name in WEEKDAYS if name.isalpha())})"
_TO = (
    r"(?: ?[-–—] ?| (?:hingga|sampai|sampai dengan|s\.d\.|s/d) )(?:hari )?(?:tanggal )?"
    rf"(?:(?i:{_DAY}),? )?\(?"
)
_DATES = Pattern(
    r"(?<![\w/.,-])(?P<from>\d{1,2})(?:"
    rf"(?: (?P<month_a>{_MONTH})(?: (?P<year_a>\d{{4}}))?"
    r"|/(?P<number_a>\d{1,2})(?:/(?P<year_b>\d{4}))?)?"
    rf"\)?{_TO})(?P<to>\d{{1,2}})"
    rf"(?: (?P<month>{_MONTH})(?: (?P<year_c>\d{{4}}))?"
    r"|/(?P<number>\d{1,2})(?:/(?P<year_d>\d{4}))?)"
    r"(?![\w/])"
)
_YEARS = Pattern(
    r"(?<![\w/.,-])(?P<from>(?:19|20)\d\d)(?: ?[-–—] ?| (?:hingga|sampai|sampai dengan|s\.d\.)"
    r"(?: tahun)? )(?P<to>(?:19|20)\d\d)(?![\w/.,-]*\d)"
)
_HINTS = ("hari", "tahun")
_LASTS = Pattern(
    r"(?i)\b(?:selama|berlangsung|digelar|dilaksanakan|diadakan|berjalan|dihelat|diselenggarakan"
    r"|dibuka|ditutup|dikerjakan|digarap|dirawat"
    r"|durasi|lama)(?: kegiatan| acara| pameran| penuh| total)? $"
)
"""Words directly before a number of days that make it a duration."""
_NOT_LASTING = Pattern(
    r" ?\w* (?:ini|lagi|sebelum|setelah|sesudah|lalu|kerja|kemudian|terakhir|pertama|per|ke depan"
    r"|silam|menjelang|sejak|dalam|libur|berikutnya|mendatang|penjara|masa|lebih|pasca\w*|usai|efektif"
    r"|sekali|jelang|kalender)\b"
)
_OTHER = Pattern(
    r"(?i)\b(?:kecuali|libur|setiap|tiap|masing-masing|diperpanjang|gelombang|tahap|sesi|kloter"
    r"|pertama|kedua|ketiga|dipangkas|semula|awalnya|sebelumnya|ditambah|rata-rata|antara|lain"
    r"|dari total|dipidana|vonis\w*|divonis|hukuman|penjara|inap|malam|berbeda|dua kali)\b"
)
_LONGEST_DAYS, _LONGEST_YEARS = 120, 60
_WIDEST = 160
"""Most code points from the dates to the duration."""


class _Range(NamedTuple):
    """Two dates or years: their place, the unit, and how many units they span, both ends
    included."""

    match: re.Match[str]
    unit: str
    length: int


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if not any(hint in text for hint in _HINTS):
        return
    ranges = [*_date_ranges(paragraph), *_year_ranges(paragraph)]
    if not ranges:
        return
    found = quantities(paragraph)
    for unit in _HINTS:
        of_unit = [one for one in ranges if one.unit == unit]
        lasting = [one for one in found if one.noun == unit and one.is_count == (unit == "tahun")]
        if len(of_unit) == 1 and len(lasting) == 1:
            match = _judged(paragraph, of_unit[0], lasting[0])
            if match is not None:
                yield match


def _date_ranges(paragraph: ParagraphContext) -> Iterator[_Range]:
    for m in _DATES.finditer(paragraph.text, *paragraph.copy):
        first, last = _date(m, "from"), _date(m, "to")
        if first is None or last is None:
            continue
        length = (last - first).days + 1
        if 1 < length <= _LONGEST_DAYS:
            yield _Range(m, "hari", length)


def _date(m: re.Match[str], which: str) -> date | None:
    """One end of a range; where the year is missing, a leap year is used."""
    month, number = m["month"], m["number"]
    years = [m["year_c"] or m["year_d"], m["year_a"] or m["year_b"]]
    year = int(years[0] or years[1] or 2024)
    if which == "from":
        year = int(years[1] or year)
        month, number = (
            (m["month_a"], m["number_a"]) if m["month_a"] or m["number_a"] else (month, number)
        )
    try:
        return date(year, MONTH_NAMES.index(month) + 1 if month else int(number), int(m[which]))
    except ValueError:
        return None


def _year_ranges(paragraph: ParagraphContext) -> Iterator[_Range]:
    for m in _YEARS.finditer(paragraph.text, *paragraph.copy):
        length = int(m["to"]) - int(m["from"])
        if 0 < length <= _LONGEST_YEARS:
            yield _Range(m, "tahun", length)


def _judged(paragraph: ParagraphContext, ranged: _Range, lasting: Quantity) -> RuleMatch | None:
    text, m = paragraph.text, ranged.match
    said = int(lasting.value // 86400) if ranged.unit == "hari" else int(lasting.value)
    is_right = said == ranged.length or (ranged.unit == "tahun" and said == ranged.length + 1)
    if is_right or not lasting.is_exact or said < 2:
        return None
    sentence = sentence_of(paragraph, lasting.sentence)
    before = text[max(sentence.start, lasting.start - 40) : lasting.start]
    if not _LASTS.search(before) or _NOT_LASTING.match(text, lasting.end):
        return None
    start, end = min(m.start(), lasting.start), max(m.end(), lasting.end)
    if end - start > _WIDEST or paragraph.in_speech(start, end):
        return None
    if _OTHER.search(text, max(sentence.start, start - 60), min(sentence.end, end + 60)):
        return None
    first = sentence_of(paragraph, lasting.sentence - 1) if lasting.sentence else sentence
    if m.start() < first.start or m.start() >= sentence.end + _WIDEST:
        return None
    right = number_in_letters(ranged.length) if lasting.is_in_letters else str(ranged.length)
    values = {
        "range": m.group().strip("() "),
        "length": f"{right} {ranged.unit}",
        "said": f"{text[lasting.start : lasting.end]} {ranged.unit}",
    }
    return RuleMatch(start, end, values)


RULES = (
    ParagraphRule(
        code="F43",
        id="duration-mismatch",
        name="Lama waktu tidak cocok",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="{range} adalah {length}, bukan {said}; periksa.",
        source="kalender Gregorius",
        remark="Hari dihitung berikut hari pertama dan terakhir; tahun boleh dihitung keduanya.",
        roles=COPY,
        check=_check,
        needs=Needs(texts=_HINTS),
        bad=(
            Example("Pameran berlangsung lima hari, 10–12 Juni 2025."),
            Example("Pameran digelar 10 hingga 12 Juni 2025. Selama lima hari, warga datang."),
            Example("Pelatihan Senin–Kamis (6–9/10/2025) itu berlangsung tiga hari."),
            Example("Pelatihan digelar selama 4 hari, 30 September sampai 2 Oktober 2025."),
            Example("Ia menjabat selama 10 tahun, dari 2013 hingga 2019."),
        ),
        good=(
            "Pameran berlangsung tiga hari, 10–12 Juni 2025.",
            "Ia menjabat selama enam tahun, dari 2013 hingga 2019.",
            "Pendaftaran dibuka 10–12 Juni 2025, lima hari sebelum lomba.",
            "Pelatihan digelar 10–20 Juni 2025 selama lima hari kerja.",
            "Pada 2013–2019, ia dihukum selama 3 tahun penjara.",
        ),
    ),
)
