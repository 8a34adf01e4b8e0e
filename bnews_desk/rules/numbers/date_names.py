"""Names of months and days that are misspelt, foreign or without their capital."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.roles import WORDING
from bnews_desk.rules.numbers.calendar import (
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
from bnews_desk.rules.rule import Example, ParagraphRule, Passage, RuleMatch, replacing
from bnews_desk.text import Word, keep_case

_LOWER_MONTHS = {name.casefold(): number for number, name in enumerate(MONTH_NAMES, 1)}
_LOWER_DAYS = frozenset(name.casefold() for name in (*DAY_NAMES, "Ahad"))
_JOINTS = frozenset({"dan", "hingga", "sampai", "atau"})
_ONLY_MONTHS = frozenset(
    "februri febuari septembr septmber novembr desembr dessember agustust oktobr".split()
)
"""Misspellings that are nothing but a month, whatever stands beside them."""
_PERSON_TITLES = frozenset(
    {"pak", "bapak", "haji", "h", "mbah", "kiai", "ustaz", "ustad", "gus", "bang", "mas", "sdr"}
)
"""Behind one of these, *Jum'at* is a man's name."""


def _check_months(passage: Passage) -> Iterator[RuleMatch]:
    found = passage.words
    for i, word in enumerate(found):
        if word.folded in NONSTANDARD_MONTHS:
            number = NONSTANDARD_MONTHS[word.folded]
            if _is_month(passage, i) and not _is_named_after(passage, i):
                yield _month_match(passage, word, number, is_sure=True)
        elif word.folded in ENGLISH_MONTHS:
            if _has_day(passage, i) and not _is_english(passage, i):
                number = ENGLISH_MONTHS[word.folded]
                yield _month_match(passage, word, number, is_sure=_has_year(passage, i))
        elif word.text in _LOWER_MONTHS and _is_lower_month(passage, i):
            yield _month_match(passage, word, _LOWER_MONTHS[word.text], is_sure=True)


def _month_match(passage: Passage, word: Word, number: int, *, is_sure: bool) -> RuleMatch:
    name = MONTH_NAMES[number - 1]
    safety = Safety.SAFE if is_sure else Safety.OFFERED
    new = keep_case(word.text, name)
    fix = replacing(passage.text, word.start, word.end, new, safety)
    return RuleMatch(word.start, word.end, {"name": name}, (fix,))


def _has_day(passage: Passage, i: int) -> bool:
    if not i:
        return False
    day = passage.words[i - 1]
    return (
        len(day.text) <= 2
        and is_digits(day.text)
        and 1 <= int(day.text) <= 31
        and passage.text[day.end : passage.words[i].start].isspace()
        and passage.text[max(0, day.start - 1) : day.start] not in {".", ",", ":"}
    )


def _is_english(passage: Passage, i: int) -> bool:
    """*Monday 23 January 2023* is English from its first word on."""
    return i > 1 and passage.words[i - 2].folded.endswith("day")


def _has_year(passage: Passage, i: int) -> bool:
    if i + 1 >= len(passage.words):
        return False
    year = passage.words[i + 1]
    return (
        len(year.text) == 4
        and year.text[:2] in {"18", "19", "20"}
        and is_digits(year.text)
        and passage.text[passage.words[i].end : year.start].isspace()
    )


def _is_month(passage: Passage, i: int) -> bool:
    if _has_day(passage, i) or _has_year(passage, i) or passage.words[i].folded in _ONLY_MONTHS:
        return True
    return i > 0 and passage.words[i - 1].folded in BEFORE_MONTH


def _is_named_after(passage: Passage, i: int) -> bool:
    """*Sepuluh Nopember*, and *10 Nopember* where no year makes it a date of its own."""
    if passage.words[i].folded != "nopember" or not i:
        return False
    before = passage.words[i - 1].folded
    if before == "sepuluh":
        return True
    if before != "10":
        return False
    has_name = i > 1 and passage.is_capitalised_inside(passage.words[i - 2])
    return has_name or not _has_year(passage, i) or passage.words[i + 1].text == "1945"


def _is_lower_month(passage: Passage, i: int) -> bool:
    if _has_day(passage, i) or _has_year(passage, i):
        return True
    return i > 0 and passage.words[i - 1].folded == "bulan"


def _check_days(passage: Passage) -> Iterator[RuleMatch]:
    dated: frozenset[int] | None = None
    for i, word in enumerate(passage.words):
        is_lower = word.text in _LOWER_DAYS
        if not is_lower and word.folded not in NONSTANDARD_DAYS:
            continue
        if dated is None:
            dated = frozenset(d.weekday.start for d in written_dates(passage) if d.weekday)
        if is_lower:
            is_wrong = word.start in dated or _follows_day_word(passage, i)
        else:
            is_wrong = word.start in dated or _is_surely_day(passage, i)
        if is_wrong:
            name = "Ahad" if word.folded == "ahad" else DAY_NAMES[WEEKDAYS[word.folded]]
            new = keep_case(word.text, name)
            safety = Safety.OFFERED if _may_be_person(passage, i) else Safety.SAFE
            fix = replacing(passage.text, word.start, word.end, new, safety)
            yield RuleMatch(word.start, word.end, {"name": name}, (fix,))


def _may_be_person(passage: Passage, i: int) -> bool:
    """Whether a day stands between two capitalised words, as part of a man's name may."""
    beside = passage.words[max(0, i - 1) : i + 2]
    return (
        len(beside) == 3
        and all(passage.is_capitalised_inside(word) and word.text.isalpha() for word in beside[::2])
        and all(passage.text[a.end : b.start].isspace() for a, b in pairwise(beside))
    )


def _follows_day_word(passage: Passage, i: int) -> bool:
    """*hari senin*, *Senin dan rabu*; *minggu* only behind *hari*."""
    if not i or not passage.text[passage.words[i - 1].end : passage.words[i].start].isspace():
        return False
    before = passage.words[i - 1]
    if before.folded == "hari":
        return True
    if i < 2 or before.folded not in _JOINTS or passage.words[i].folded == "minggu":
        return False
    first = passage.words[i - 2]
    return first.folded in WEEKDAYS and is_weekday(passage, i - 2) and first.folded != "minggu"


def _is_surely_day(passage: Passage, i: int) -> bool:
    word = passage.words[i]
    before = passage.words[i - 1] if i else None
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
        roles=WORDING,
        check=_check_months,
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
        roles=WORDING,
        check=_check_days,
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
