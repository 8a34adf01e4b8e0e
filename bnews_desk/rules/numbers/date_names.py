"""Names of months and days that are misspelt, foreign or not capitalised."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.written_dates import (
    BEFORE_MONTH,
    DAY_NAMES,
    ENGLISH_MONTHS,
    MONTH_NAMES,
    NONSTANDARD_DAYS,
    NONSTANDARD_MONTHS,
    WEEKDAYS,
    is_digits,
    is_weekday,
    written_dates,
)
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word, keep_case

_LOWER_MONTHS = {name.casefold(): number for number, name in enumerate(MONTH_NAMES, 1)}
_LOWER_DAYS = frozenset(name.casefold() for name in (*DAY_NAMES, "Ahad"))
_JOINTS = frozenset({"dan", "hingga", "sampai", "atau"})
_ONLY_MONTHS = frozenset(
    "februri febuari septembr septmber novembr desembr dessember agustust oktobr".split()
)
"""Misspellings that mean a month in any context."""
_PERSON_TITLES = frozenset(
    {"pak", "bapak", "haji", "h", "mbah", "kiai", "ustaz", "ustad", "gus", "bang", "mas", "sdr"}
)
"""After one of these, *Jum'at* is a man's name."""


def _check_months(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found = paragraph.words
    for i, word in enumerate(found):
        if word.folded in NONSTANDARD_MONTHS:
            number = NONSTANDARD_MONTHS[word.folded]
            if _is_month(paragraph, i) and not _is_named_after(paragraph, i):
                yield _month_match(paragraph, word, number, is_sure=True)
        elif word.folded in ENGLISH_MONTHS:
            if _has_day(paragraph, i) and not _is_english(paragraph, i):
                number = ENGLISH_MONTHS[word.folded]
                yield _month_match(paragraph, word, number, is_sure=_has_year(paragraph, i))
        elif word.text in _LOWER_MONTHS and _is_lower_month(paragraph, i):
            yield _month_match(paragraph, word, _LOWER_MONTHS[word.text], is_sure=True)


def _month_match(
    paragraph: ParagraphContext, word: Word, number: int, *, is_sure: bool
) -> RuleMatch:
    name = MONTH_NAMES[number - 1]
    safety = Safety.SAFE if is_sure else Safety.OFFERED
    new = keep_case(word.text, name)
    fix = replacement_fix(paragraph.text, word.start, word.end, new, safety)
    return RuleMatch(word.start, word.end, {"name": name}, (fix,))


def _has_day(paragraph: ParagraphContext, i: int) -> bool:
    if not i:
        return False
    day = paragraph.words[i - 1]
    return (
        len(day.text) <= 2
        and is_digits(day.text)
        and 1 <= int(day.text) <= 31
        and paragraph.text[day.end : paragraph.words[i].start].isspace()
        and paragraph.text[max(0, day.start - 1) : day.start] not in {".", ",", ":"}
    )


def _is_english(paragraph: ParagraphContext, i: int) -> bool:
    """Whether the whole date is English: *Monday 23 January 2023*."""
    return i > 1 and paragraph.words[i - 2].folded.endswith("day")


def _has_year(paragraph: ParagraphContext, i: int) -> bool:
    if i + 1 >= len(paragraph.words):
        return False
    year = paragraph.words[i + 1]
    return (
        len(year.text) == 4
        and year.text[:2] in {"18", "19", "20"}
        and is_digits(year.text)
        and paragraph.text[paragraph.words[i].end : year.start].isspace()
    )


def _is_month(paragraph: ParagraphContext, i: int) -> bool:
    if (
        _has_day(paragraph, i)
        or _has_year(paragraph, i)
        or paragraph.words[i].folded in _ONLY_MONTHS
    ):
        return True
    return i > 0 and paragraph.words[i - 1].folded in BEFORE_MONTH


def _is_named_after(paragraph: ParagraphContext, i: int) -> bool:
    """Whether something is named after the day: *Sepuluh Nopember*; *10 Nopember* without a
    year."""
    if paragraph.words[i].folded != "nopember" or not i:
        return False
    before = paragraph.words[i - 1].folded
    if before == "sepuluh":
        return True
    if before != "10":
        return False
    has_name = i > 1 and paragraph.is_capitalised_inside(paragraph.words[i - 2])
    return has_name or not _has_year(paragraph, i) or paragraph.words[i + 1].text == "1945"


def _is_lower_month(paragraph: ParagraphContext, i: int) -> bool:
    if _has_day(paragraph, i) or _has_year(paragraph, i):
        return True
    return i > 0 and paragraph.words[i - 1].folded == "bulan"


def _check_days(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    dated: frozenset[int] | None = None
    for i, word in enumerate(paragraph.words):
        is_lower = word.text in _LOWER_DAYS
        if not is_lower and word.folded not in NONSTANDARD_DAYS:
            continue
        if dated is None:
            dated = frozenset(d.weekday.start for d in written_dates(paragraph) if d.weekday)
        if is_lower:
            is_wrong = word.start in dated or _follows_day_word(paragraph, i)
        else:
            is_wrong = word.start in dated or _is_surely_day(paragraph, i)
        if is_wrong:
            name = "Ahad" if word.folded == "ahad" else DAY_NAMES[WEEKDAYS[word.folded]]
            new = keep_case(word.text, name)
            safety = Safety.OFFERED if _may_be_person(paragraph, i) else Safety.SAFE
            fix = replacement_fix(paragraph.text, word.start, word.end, new, safety)
            yield RuleMatch(word.start, word.end, {"name": name}, (fix,))


def _may_be_person(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a day stands between two capitalised words and may be part of a man's name."""
    beside = paragraph.words[max(0, i - 1) : i + 2]
    return (
        len(beside) == 3
        and all(
            paragraph.is_capitalised_inside(word) and word.text.isalpha() for word in beside[::2]
        )
        and all(paragraph.text[a.end : b.start].isspace() for a, b in pairwise(beside))
    )


def _follows_day_word(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a word is a day by what precedes it: *hari senin*, *Senin dan rabu*; *minggu* only
    after *hari*."""
    if not i or not paragraph.text[paragraph.words[i - 1].end : paragraph.words[i].start].isspace():
        return False
    before = paragraph.words[i - 1]
    if before.folded == "hari":
        return True
    if i < 2 or before.folded not in _JOINTS or paragraph.words[i].folded == "minggu":
        return False
    first = paragraph.words[i - 2]
    return first.folded in WEEKDAYS and is_weekday(paragraph, i - 2) and first.folded != "minggu"


def _is_surely_day(paragraph: ParagraphContext, i: int) -> bool:
    word = paragraph.words[i]
    before = paragraph.words[i - 1] if i else None
    if word.folded.startswith("jum"):
        return before is None or before.folded not in _PERSON_TITLES
    return word.folded == "saptu" and before is not None and before.folded == "hari"


RULES = (
    ParagraphRule(
        code="B05",
        id="month-name",
        name="Nama bulan",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Nama bulan yang baku: {name}.",
        source="KBBI; EYD V, Huruf Kapital 13",
        roles=COPY_AND_HEADLINE,
        check=_check_months,
        needs=Needs(words=frozenset().union(NONSTANDARD_MONTHS, ENGLISH_MONTHS, _LOWER_MONTHS)),
        bad=(
            Example("Ia lahir pada 26 Pebruari 2021.", "Ia lahir pada 26 Februari 2021."),
            Example("Lomba digelar 13 februari.", "Lomba digelar 13 Februari."),
            Example("Lomba digelar pada bulan Nopember.", "Lomba digelar pada bulan November."),
            Example("Pameran dibuka 5 August 2024.", "Pameran dibuka 5 Agustus 2024."),
            Example("Sejak mei 2023 harganya naik.", "Sejak Mei 2023 harganya naik."),
            Example("Batas akhirnya 10 Nopember 2024.", "Batas akhirnya 10 November 2024."),
            Example("PADA 13 NOPEMBER 2024", "PADA 13 NOVEMBER 2024"),
        ),
        good=(
            "Ia kuliah di Institut Teknologi Sepuluh Nopember (ITS).",
            "Peserta berkumpul di Monumen 10 Nopember dan di Jalan 10 Nopember 1945.",
            "Bu mei datang bersama Juny Astuti dan August Parengkuan.",
            "Ia lahir pada 26 Februari 2021 dan wafat pada Mei 2023.",
            "Arsip itu bertanggal Monday 23 January 2023.",
            "Ia membeli 2 unit March dan 3 unit lain.",
        ),
    ),
    ParagraphRule(
        code="B06",
        id="day-name",
        name="Nama hari",
        severity=Severity.ERROR,
        safety=Safety.SAFE,
        why="Nama hari ditulis “{name}”, dengan huruf kapital.",
        source="EYD V, Huruf Kapital 13; KBBI",
        roles=COPY_AND_HEADLINE,
        check=_check_days,
        needs=Needs(words=_LOWER_DAYS.union(NONSTANDARD_DAYS)),
        bad=(
            Example("Rapat digelar Jum'at (15/11/2024).", "Rapat digelar Jumat (15/11/2024)."),
            Example("Warga menunaikan salat Jum’at.", "Warga menunaikan salat Jumat."),
            Example("Rapat digelar pada hari rabu.", "Rapat digelar pada hari Rabu."),
            Example("Rapat digelar kamis (14/11/2024).", "Rapat digelar Kamis (14/11/2024)."),
            Example("Rapat digelar Kemis (14/11/2024).", "Rapat digelar Kamis (14/11/2024)."),
            Example("Posyandu buka Senin dan rabu.", "Posyandu buka Senin dan Rabu."),
            Example("JADWAL SALAT JUM'AT", "JADWAL SALAT JUMAT"),
        ),
        good=(
            "Warga menunaikan salat Jumat pada hari Jumat.",
            "Panen berlangsung minggu depan, seminggu sebelum rapat.",
            "Rapat ditunda dua minggu (13/11/2024).",
            "Ia berbelanja di Pasar Senen pada Rebo Wekasan.",
            "Pak Jum'at menjadi kepala dusun.",
            "Pasar Setu ramai setiap pagi.",
        ),
    ),
)
