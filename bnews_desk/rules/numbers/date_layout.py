"""The layout of a weekday and its date: ``Rabu (13/11/2024)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.written_dates import MONTH_NAMES, WrittenDate, written_dates
from bnews_desk.rules.rule import (
    Example,
    Needs,
    ParagraphRule,
    ReleaseRule,
    RuleMatch,
    replacement_fix,
)
from bnews_desk.text import Span

FIRST_NEWS_YEAR = 2000
"""Earlier dates are history and are written with the month's name."""
_BRACKETED = Pattern(
    r"\s{0,3},?\s{0,3}(?P<part>[^\W\d_]{2,9}(?>(?: [^\W\d_]{2,9}){0,2}))?\s{0,3},?\s{0,3}\(\s{0,3}"
)
_PARTS = frozenset(
    "pagi siang sore petang malam dini hari subuh kliwon legi manis pahing paing pon wage".split()
)
"""What may stand between a weekday and its date: part of the day, Javanese market day."""
_RANGE_BEHIND = Pattern(
    r"\)?\s?(?:[-–—]|hingga|sampai|s\.d\.|s/d|dan|serta|atau)\s?"
    r"(?:dengan |hari |pada |tanggal ){0,2}(?:[\d(]|Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu|Ahad)"
)
_RANGE_BEFORE = Pattern(r"(?:[-–—]|hingga|sampai|sampai dengan|s\.d\.|s/d)\s?(?:hari )?$")
_BEFORE_LENGTH = 24
_LOOSE_COMMA = Pattern(r",(?= (?:di|ke|pukul|bertempat|mulai|sekitar|dengan|oleh|untuk|saat) )")
_NEEDS_DAY = Pattern(r"(?:\b(?:[Dd]i|bertepatan(?: dengan)?|jatuh(?: pada)?)|\d) $")
"""Text before *hari* that shows that *hari* cannot be dropped, or that *pada* is missing."""
_DAY = Pattern(r"(?P<day>hari )(?P<weekday>[^\W\d_]{4,6})[ ,]{1,2}(?P<mark>tanggal |tgl\.? )?")


def _bracketed(paragraph: ParagraphContext, written: WrittenDate) -> re.Match[str] | None:
    """The text between a weekday and its complete date in brackets; None in another layout."""
    text, weekday, span = paragraph.text, written.weekday, written.span
    if weekday is None or written.is_named or weekday.start > span.start:
        return None
    year = written.year_span
    if year is None or year.end - year.start != 4 or "/" not in span.within(text):
        return None
    if text[span.end : span.end + 1] != ")":
        return None
    return _BRACKETED.fullmatch(text, weekday.end, span.start)


def _check_spaces(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for written in written_dates(paragraph):
        start, end = written.span
        between = _bracketed(paragraph, written)
        if written.is_named or (between is None and written.weekday is not None):
            continue
        digits = text[start:end]
        whole = digits.replace(" ", "") if "/" in digits else digits
        if between is not None and written.weekday is not None:
            part = between["part"]
            if part and "," in text[written.weekday.end : between.start("part")]:
                continue
            start = written.weekday.end
            whole = f" {part} ({whole}" if part else f" ({whole}"
        if whole != text[start:end]:
            said = Span(written.weekday.start if written.weekday else start, end)
            close = ")" * (between is not None)
            label = f"Ganti dengan “{whole.strip()}{close}”"
            fix = replacement_fix(text, start, end, whole, Safety.SAFE, label)
            right = text[said.start : start] + whole + close
            yield RuleMatch(said.start, said.end + len(close), {"right": right}, (fix,))


def _check_layout(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, dates in context.collected(_ill_laid):
        for written in dates:
            match = _layout(paragraph, written, context.publication_date)
            if match is not None:
                at = context.frame.parts[number].paragraph.start
                fixes = tuple(fix.shifted(at) for fix in match.fixes)
                yield RuleMatch(match.start + at, match.end + at, match.values, fixes)


def _ill_laid(paragraph: ParagraphContext) -> tuple[WrittenDate, ...]:
    """The dates after a weekday that are not in brackets."""
    if paragraph.role not in COPY:
        return ()
    return tuple(
        written
        for written in written_dates(paragraph)
        if written.weekday is not None and _bracketed(paragraph, written) is None
    )


def _layout(
    paragraph: ParagraphContext, written: WrittenDate, published: date | None
) -> RuleMatch | None:
    text, weekday = paragraph.text, written.weekday
    start, end = written.whole(text)
    end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
    if weekday is None or paragraph.in_speech(start, end) or _is_of_range(text, start, end):
        return None
    day = written.exact
    if written.year is None and published is not None:
        near = written.nearest(published)
        day = near if near and near.weekday() == written.weekday_number else None
    if (day is None and written.year is not None) or (day and day.year < FIRST_NEWS_YEAR):
        return None
    said = {"weekday": weekday.text}
    if day is None:
        return RuleMatch(start, end, said)
    new = _house_form(text, written, day)
    comma = _LOOSE_COMMA.match(text, end, paragraph.copy.end)
    last = comma.end() if comma and "," in text[start:end] and start > paragraph.copy.start else end
    return RuleMatch(start, end, said, (_offer(text, start, last, new),))


def _offer(text: str, start: int, end: int, new: str) -> Fix:
    return replacement_fix(text, start, end, new, Safety.OFFERED)


def _house_form(text: str, written: WrittenDate, day: date) -> str:
    """The house form: weekday, part of the day, and the date in brackets."""
    weekday = written.weekday
    if weekday is None:
        return ""
    between = text[weekday.end : max(weekday.end, written.span.start)]
    parts = [word for word in re.findall(r"[^\W\d_]+", between) if word.casefold() in _PARTS]
    return " ".join([weekday.text, *parts, f"({day.day}/{day.month}/{day.year})"])


def _is_of_range(text: str, start: int, end: int) -> bool:
    if _RANGE_BEHIND.match(text, end):
        return True
    return _RANGE_BEFORE.search(text, max(0, start - _BEFORE_LENGTH), start) is not None


def _check_doubled(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for written in written_dates(paragraph):
        weekday = written.weekday
        if weekday is None or not text.endswith("hari ", 0, weekday.start):
            continue
        start = weekday.start - len("hari ")
        opening = _DAY.match(text, start)
        end = written.whole(text).end
        if opening is None or paragraph.in_speech(start, end):
            continue
        if _NEEDS_DAY.search(text, max(0, start - _BEFORE_LENGTH), start):
            continue
        end += text[start:end].count("(") > text[start:end].count(")")
        day = written.exact
        if day is not None and opening["mark"]:
            new = _house_form(text, written, day)
        elif opening["mark"]:
            name = MONTH_NAMES[written.month - 1] if 1 <= written.month <= 12 else ""
            new = f"{weekday.text}, {written.day} {name}"
        else:
            new = text[weekday.start : end]
        yield RuleMatch(start, end, {"right": new}, (_offer(text, start, end, new),))


RULES = (
    ReleaseRule(
        code="B03",
        id="date-house-form",
        name="Bentuk hari dan tanggal",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Gaya selingkung menulis hari dan tanggal seperti “{weekday} (13/11/2024)”.",
        source="gaya selingkung",
        check=_check_layout,
        bad=(
            Example(
                "Rapat digelar pada Rabu, 13 November 2024.",
                "Rapat digelar pada Rabu (13/11/2024).",
            ),
            Example(
                "Rapat digelar Rabu 13/11/2024 siang.", "Rapat digelar Rabu (13/11/2024) siang."
            ),
            Example("Rapat digelar Rabu (13-11-2024).", "Rapat digelar Rabu (13/11/2024)."),
            Example("Rapat digelar Rabu (13/11/24).", "Rapat digelar Rabu (13/11/2024)."),
            Example(
                "Rapat digelar Kamis (28/12).",
                "Rapat digelar Kamis (28/12/2023).",
                date(2023, 12, 29),
            ),
            Example("Rapat digelar Kamis (28/12)."),
            Example(
                "Lomba digelar Rabu, 13 November 2024, di alun-alun.",
                "Lomba digelar Rabu (13/11/2024) di alun-alun.",
            ),
            Example(
                "Rapat digelar Rabu malam, 13 November 2024.",
                "Rapat digelar Rabu malam (13/11/2024).",
            ),
            Example("Acara 13 November 2024 (Rabu) ditunda.", "Acara Rabu (13/11/2024) ditunda."),
        ),
        good=(
            "Rapat digelar Rabu (13/11/2024).",
            "Rapat digelar Rabu Kliwon (13/11/2024) dan Kamis malam (14/11/2024).",
            "Rapat digelar pada 19 Desember 2025.",
            "Proklamasi dibacakan pada Jumat, 17 Agustus 1945.",
            "Pameran berlangsung Rabu, 13 November 2024 hingga Jumat, 15 November 2024.",
            "Rapat Rabu, 13 November 2024\nIsi berita.",
            '"Kami bertemu lagi pada Rabu, 13 November 2024," katanya.',
            "Rapat digelar Rabu(13/11/2024).",
        ),
    ),
    ParagraphRule(
        code="B04",
        id="date-leading-tanggal",
        name="“Hari” dan “tanggal” berlebih",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Kata “hari” dan “tanggal” tidak perlu; cukup “{right}”.",
        source="praktik penyuntingan",
        remark="Berlebih, tetapi tidak salah; karena itu hanya saran.",
        check=_check_doubled,
        needs=Needs(has_figures=True),
        bad=(
            Example(
                "Rapat digelar pada hari Rabu tanggal 13 November 2024.",
                "Rapat digelar pada Rabu (13/11/2024).",
            ),
            Example(
                "Rapat digelar pada hari Rabu (13/11/2024).",
                "Rapat digelar pada Rabu (13/11/2024).",
            ),
            Example(
                "Rapat digelar pada hari Rabu, tanggal 13 November.",
                "Rapat digelar pada Rabu, 13 November.",
            ),
        ),
        good=(
            "Iuran dibayar pada tanggal 1 setiap bulan.",
            "Rapat digelar pada Rabu (13/11/2024).",
            "Pelayanan dibuka pada hari Rabu dan Kamis.",
            "Hujan diperkirakan turun di hari Senin 12 Februari 2024.",
            "Tasyrik pertama bertepatan dengan hari Kamis (28/5).",
            "Iduladha jatuh pada hari Jumat (6/6/2025).",
            "Ajang MotoGP 2023 hari Jumat, 13 Oktober 2023, dibuka.",
        ),
    ),
    ParagraphRule(
        code="B07",
        id="date-day-space-digit",
        name="Spasi pada hari dan tanggal",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Tulis “{right}”.",
        source="gaya selingkung",
        check=_check_spaces,
        needs=Needs(has_figures=True),
        bad=(
            Example("Rapat digelar Rabu(13/11/2024).", "Rapat digelar Rabu (13/11/2024)."),
            Example("Rapat digelar Rabu, (13/11/2024).", "Rapat digelar Rabu (13/11/2024)."),
            Example("Rapat digelar Rabu  (13/11/2024).", "Rapat digelar Rabu (13/11/2024)."),
            Example("Rapat digelar Rabu (13 / 11 / 2024).", "Rapat digelar Rabu (13/11/2024)."),
            Example(
                "Rapat digelar Rabu malam(13/11/2024).", "Rapat digelar Rabu malam (13/11/2024)."
            ),
            Example("Batasnya 13 / 11 / 2024 pagi.", "Batasnya 13/11/2024 pagi."),
        ),
        good=(
            "Rapat digelar Rabu (13/11/2024) pagi.",
            "Rapat digelar Rabu Kliwon (13/11/2024).",
            "Batasnya 13/11/2024 dan skornya 2 - 1.",
            "Rapat digelar Rabu, 13 November 2024.",
        ),
    ),
)
