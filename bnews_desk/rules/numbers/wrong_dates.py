"""Dates that contradict the calendar, and misspelt months and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.written_dates import (
    BEFORE_MONTH,
    DAY_NAMES,
    MONTH_NAMES,
    WEEKDAYS,
    WrittenDate,
    date_in_words,
    nearest_date_on,
    weekday_beside,
    written_dates,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Span, Word, keep_case

FIRST_YEAR = 1600
"""Earlier dates follow another calendar and are not checked."""
_MOST_YEARS_AWAY = 10
"""Suggested years are at most this far from the known ones."""


def _check_weekdays(context: ReleaseContext) -> Iterator[RuleMatch]:
    others: list[date] | None = None
    for number, paragraph, found in context.collected(written_dates):
        if paragraph.role not in COPY_AND_HEADLINE:
            continue
        for written in found:
            day = _mismatching(written, context.publication_date)
            if day is not None and written.weekday is not None:
                others = _agreeing_days(context) if others is None else others
                known = _KnownDays(context.publication_date, others)
                match = _mismatch(paragraph, written, written.weekday, day, known)
                yield match.shifted(context.frame.parts[number].paragraph.start)
    for number, paragraph, ranges in context.collected(_day_ranges):
        if paragraph.role not in COPY_AND_HEADLINE:
            continue
        for one in ranges:
            range_match = _range_mismatch(paragraph, one, context.publication_date)
            if range_match is not None:
                yield range_match.shifted(context.frame.parts[number].paragraph.start)


def _mismatching(written: WrittenDate, published: date | None) -> date | None:
    """The day of a date whose weekday does not match it, else None."""
    named = written.weekday_number
    if named is None:
        return None
    day = written.nearest(published) if published else written.exact
    if day is None or day.year < FIRST_YEAR or day.weekday() == named:
        return None
    return day


def _agreeing_days(context: ReleaseContext) -> list[date]:
    """The dates with a year in the copy, without those that contradict their weekday, in order."""
    return [
        day
        for _, paragraph, found in context.collected(written_dates)
        for written in found
        if (day := written.exact) is not None
        and paragraph.role in COPY_AND_HEADLINE
        and written.weekday_number in (None, day.weekday())
    ]


class _KnownDays(NamedTuple):
    """The day of publication, None where unknown, and the dates in the copy."""

    published: date | None
    others: Sequence[date]

    @property
    def all(self) -> list[date]:
        """Every known day, starting with that of publication."""
        return [*([self.published] if self.published else []), *self.others]


def _mismatch(
    paragraph: ParagraphContext, written: WrittenDate, weekday: Word, day: date, known: _KnownDays
) -> RuleMatch:
    text = paragraph.text
    right = DAY_NAMES[day.weekday()]
    repairs = [(day, _day_fix(text, weekday, right))]
    repairs += [
        (other, _date_fix(text, written, other))
        for other in _other_dates(written, day, WEEKDAYS[weekday.folded], known)
    ]
    repairs.sort(key=lambda repair: _distance(repair[0], known))
    said = weekday.text.capitalize()
    values = {"date": date_in_words(day), "right": right, "written": said}
    span = written.whole(text)
    severity = Severity.WARNING if written.year is None else None
    fixes = tuple(fix for _, fix in repairs)
    return RuleMatch(span.start, span.end, values, fixes, severity)


def _other_dates(written: WrittenDate, day: date, named: int, known: _KnownDays) -> Iterator[date]:
    """The dates that may have been meant: days with the weekday given.

    These are the nearest day, the same day of an adjacent month, and the same day and month in a
    year suggested by publication and the other dates.
    """
    near = nearest_date_on(day, named)
    found = [] if near is None else [near]
    for month in (day.month - 1, day.month + 1):
        year = day.year + (month - 1) // 12
        found += _existing(year, (month - 1) % 12 + 1, day.day)
    if written.year is not None:
        years = {one.year + step for one in known.all for step in (0, -1, 1)}
        for year in sorted(years, key=lambda year: abs(year - known.all[0].year)):
            if known.published is None or abs(year - known.published.year) <= _MOST_YEARS_AWAY:
                found += _existing(year, day.month, day.day)
    for other in dict.fromkeys(found):
        if other.weekday() == named and (written.year is not None or other.year == day.year):
            yield other


def _existing(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


_RECENT = (7, 31, 366)
"""Suggestions are ranked by these distances from publication in days; nearer ones are equal."""


def _distance(day: date, known: _KnownDays) -> int:
    """The distance of a suggestion from the other known dates; 0 is nearest.

    A day named elsewhere in the copy comes first; a day after publication comes after one before
    it. Without a publication date, the other dates of the copy are used.
    """
    published, others = known
    if day in others:
        return 0
    near = [published] if published else others
    if not near:
        return 1
    away = min(abs((day - one).days) for one in near)
    rank = 1 + sum(away > limit for limit in _RECENT)
    return rank + (published is not None and day > published)


def _day_fix(text: str, weekday: Word, right: str) -> Fix:
    new = keep_case(weekday.text, right)
    return replacement_fix(
        text, weekday.start, weekday.end, new, Safety.OFFERED, f"Ganti hari: {right}"
    )


def _date_fix(text: str, written: WrittenDate, day: date) -> Fix:
    new = written.rewritten(text, day)
    label = f"Ganti tanggal: {new}"
    return replacement_fix(text, *written.span, new, Safety.OFFERED, label)


_WEEKDAY = "|".join(map(re.escape, sorted(WEEKDAYS, key=len, reverse=True)))
_MONTH = "|".join(MONTH_NAMES)
_JOINT = r"(?: ?[-–—] ?| (?:hingga|sampai(?: dengan)?|s\.?d\.?|s/d|dan) )"
_DAY_RANGE = Pattern(
    rf"(?<!\w)(?P<first>{_WEEKDAY})(?P<joint>{_JOINT})(?P<last>{_WEEKDAY})"
    r"(?: (?:pagi|siang|sore|malam))?,? (?:tanggal )?\(?"
    rf"(?P<dates>(?P<day>\d{{1,2}})(?: (?P<name>{_MONTH})|/(?P<month>\d{{1,2}}))?"
    rf"(?:[ /](?P<year>\d{{4}}))?{_JOINT}(?P<last_day>\d{{1,2}})"
    rf"(?: (?P<last_name>{_MONTH})|/(?P<last_month>\d{{1,2}}))"
    r"(?:[ /](?P<last_year>\d{4}))?)(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)


def _day_ranges(paragraph: ParagraphContext) -> tuple[re.Match[str], ...]:
    """The ranges of days: *Senin–Rabu (10–12/6/2025)*, *Sabtu dan Minggu, 14 dan 15 Juni 2025*."""
    text, copy = paragraph.text, paragraph.copy
    if not any(name in text for name in DAY_NAMES):
        return ()
    return tuple(_DAY_RANGE.finditer(text, copy.start, copy.end))


class _DateRange(NamedTuple):
    """First and last day of a range."""

    first: date
    last: date


def _dates_of(m: re.Match[str], published: date | None) -> _DateRange | None:
    """The days of a range; without a year those nearest to publication; None where unknown."""
    last_month = _month_number(m["last_name"], m["last_month"])
    month = _month_number(m["name"], m["month"]) or last_month
    written = m["last_year"] or m["year"]
    if written is None and published is None:
        return None
    years = [int(written)] if written else []
    if published is not None and not written:
        years = [published.year, published.year - 1, published.year + 1]
    found: list[_DateRange] = []
    for year in years:
        last = _existing(year, last_month, int(m["last_day"])) if 1 <= last_month <= 12 else []
        first_year = int(m["year"]) if m["year"] else year - (month > last_month)
        first = _existing(first_year, month, int(m["day"])) if 1 <= month <= 12 else []
        if first and last and timedelta() < last[0] - first[0] < timedelta(days=300):
            found.append(_DateRange(first[0], last[0]))
    if published is None or len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda one: abs(one.first - published))


def _month_number(name: str | None, number: str | None) -> int:
    if name:
        return MONTH_NAMES.index(name.capitalize()) + 1
    return int(number) if number else 0


def _range_mismatch(
    paragraph: ParagraphContext, m: re.Match[str], published: date | None
) -> RuleMatch | None:
    text = paragraph.text
    days = _dates_of(m, published)
    if days is None or days.first.year < FIRST_YEAR:
        return None
    named = (WEEKDAYS[m["first"].casefold()], WEEKDAYS[m["last"].casefold()])
    stands = (days.first.weekday(), days.last.weekday())
    if named == stands:
        return None
    right = f"{DAY_NAMES[stands[0]]}–{DAY_NAMES[stands[1]]}"
    new = f"{DAY_NAMES[stands[0]]}{m['joint']}{DAY_NAMES[stands[1]]}"
    fixes = [
        replacement_fix(
            text, m.start("first"), m.end("last"), new, Safety.OFFERED, f"Ganti hari: {new}"
        )
    ]
    meant = [nearest_date_on(*pair) for pair in zip(days, named, strict=True)]
    moved = _rewritten_range(m, meant[0], meant[1])
    if moved:
        start, end = m.span("dates")
        label = f"Ganti tanggal: {moved}"
        fixes.append(replacement_fix(text, start, end, moved, Safety.OFFERED, label))
    end = m.end() + (text[m.end() : m.end() + 1] == ")" and "(" in m.group())
    values = {
        "date": f"{date_in_words(days.first)}–{date_in_words(days.last)}",
        "right": right,
        "written": f"{m['first'].capitalize()}–{m['last'].capitalize()}",
    }
    severity = None if m["last_year"] or m["year"] else Severity.WARNING
    return RuleMatch(m.start(), end, values, tuple(fixes), severity)


def _rewritten_range(m: re.Match[str], first: date | None, last: date | None) -> str:
    """The dates of a range with other days of the same months; '' where the months change."""
    if first is None or last is None or first >= last:
        return ""
    last_month = _month_number(m["last_name"], m["last_month"])
    month = _month_number(m["name"], m["month"]) or last_month
    if first.month != month or last.month != last_month:
        return ""
    text, start = m.string, m.start("dates")
    new = text[start : m.start("day")] + _like(m["day"], first.day)
    new += text[m.end("day") : m.start("last_day")] + _like(m["last_day"], last.day)
    return new + text[m.end("last_day") : m.end("dates")]


def _like(old: str, number: int) -> str:
    return f"{number:02}" if len(old) == 2 and old[0] == "0" else str(number)


def _check_impossible(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, found in context.collected(written_dates):
        if paragraph.role in COPY_AND_HEADLINE:
            for match in _impossible(paragraph, found):
                yield match.shifted(context.frame.parts[number].paragraph.start)
    for number, paragraph, malformed in context.collected(_malformed_years):
        if paragraph.role in COPY_AND_HEADLINE:
            for one in malformed:
                match = _malformed(paragraph, one, context)
                yield match.shifted(context.frame.parts[number].paragraph.start)


def _impossible(paragraph: ParagraphContext, found: Sequence[WrittenDate]) -> Iterator[RuleMatch]:
    for written in found:
        year = 2000 if written.year is None else written.year
        if year < FIRST_YEAR or written.in_year(year) is not None:
            continue
        if written.is_named and written.year is None and not _is_surely_date(paragraph, written):
            continue
        span = written.span
        text = paragraph.text
        yield RuleMatch(span.start, span.end, {"date": span.within(text)}, _swaps(text, written))


_YEAR_OF_DATE = Pattern(
    r"(?<![\w/.,:+–-])(?P<day>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2}) ?(?P=mark) ?"
    r"(?P<year>\d{3}|\d{5})(?![\w/]|[.,:–-]\d)"
)
_YEAR_OF_MONTH = Pattern(
    rf"(?<![\w/.,:+–-])(?:(?P<day>\d{{1,2}}) |(?i:{'|'.join(sorted(BEFORE_MONTH))}) )"
    rf"(?P<name>{_MONTH}) (?P<year>\d{{3}}|\d{{5}})(?=[);]|[.,](?!\d)|$)"
)
_YEAR_ALONE = Pattern(r"(?<!\w)[Tt]ahun (?P<year>2\d{4})(?![\w/]|[.,:–-]\d)")


class _MalformedYear(NamedTuple):
    """A year with too few or too many digits: its date, its place, and the possible years (fitting
    ones first)."""

    span: Span
    year: Span
    years: tuple[int, ...]


_PLAUSIBLE = range(1945, 2050)


def _malformed_years(paragraph: ParagraphContext) -> tuple[_MalformedYear, ...]:
    """The malformed years of a paragraph: *Kamis (20/11/21025)*, *15 Juni 202*, *tahun 20225*;
    counts are left out."""
    if not _HAS_ODD_NUMBER.search(paragraph.text):
        return ()
    text, copy = paragraph.text, paragraph.copy
    found: list[_MalformedYear] = []
    for pattern in (_YEAR_OF_DATE, _YEAR_OF_MONTH, _YEAR_ALONE):
        for m in pattern.finditer(text, copy.start, copy.end):
            parts = m.groupdict()
            span = Span(*m.span())
            month = _month_number(parts.get("name"), parts.get("month"))
            day = int(parts.get("day") or 0)
            weekday = weekday_beside(paragraph, span)
            if parts.get("month") and not (
                1 <= month <= 12 and 1 <= day <= 31 and (weekday or _is_bracketed(text, span))
            ):
                continue
            years = [year for year in _one_digit_off(m["year"]) if year in _PLAUSIBLE]
            if weekday is not None:
                named = WEEKDAYS[weekday.folded]
                fits = {
                    y: [d.weekday() for d in _existing(y, month, day)] == [named] for y in years
                }
                years = [y for y in years if fits[y]] + [y for y in years if not fits[y]]
            if years:
                found.append(_MalformedYear(span, Span(*m.span("year")), tuple(years)))
    return tuple(found)


_HAS_ODD_NUMBER = Pattern(r"(?<!\d)(?:\d{3}|\d{5})(?!\d)")


def _is_bracketed(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"


def _one_digit_off(written: str) -> list[int]:
    """The years that differ by one digit too many or too few."""
    at = range(len(written))
    if len(written) > 4:
        news = {written[:i] + written[i + 1 :] for i in at}
    else:
        places = range(len(written) + 1)
        news = {written[:i] + digit + written[i:] for i in places for digit in "0123456789"}
    return sorted(int(new) for new in news)


_MOST_YEARS = 2
"""Most years that are suggested for a malformed one."""


def _malformed(
    paragraph: ParagraphContext, one: _MalformedYear, context: ReleaseContext
) -> RuleMatch:
    text = paragraph.text
    published = context.publication_date
    known = [published] if published else _agreeing_days(context)
    years = list(one.years)
    if known:
        away = {year: min(abs(year - day.year) for day in known) for year in years}
        years = sorted((y for y in years if away[y] <= _MOST_YEARS_AWAY), key=away.__getitem__)
    fixes = tuple(
        replacement_fix(text, *one.year, str(year), Safety.OFFERED) for year in years[:_MOST_YEARS]
    )
    values = {"date": one.span.within(text), "year": one.year.within(text)}
    return RuleMatch(one.span.start, one.span.end, values, fixes, message="year")


def _is_surely_date(paragraph: ParagraphContext, written: WrittenDate) -> bool:
    """Whether it is a date: *31 November* and *pada 32 Maret* are; in *Edisi 45 Maret* 45 is an
    issue number."""
    if written.weekday is not None or 1 <= written.day <= 31:
        return True
    before = paragraph.text[max(0, written.span.start - 24) : written.span.start].split()[-1:]
    return bool(before) and before[0].casefold() in BEFORE_MONTH


def _swaps(text: str, written: WrittenDate) -> tuple[Fix, ...]:
    if written.is_named or not (1 <= written.day <= 12 < written.month <= 31):
        return ()
    first, second = written.day_span, written.month_span
    new = second.within(text) + text[first.end : second.start] + first.within(text)
    new += text[second.end : written.span.end]
    start, end = written.span
    return (replacement_fix(text, start, end, new, Safety.OFFERED),)


RULES = (
    ReleaseRule(
        code="B01",
        id="date-weekday-mismatch",
        name="Hari dan tanggal",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="{date} jatuh pada hari {right}, bukan {written}.",
        source="kalender Gregorius",
        check=_check_weekdays,
        bad=(
            Example(
                "Acara berlangsung pada Kamis (13/11/2024) di Blitar.",
                "Acara berlangsung pada Rabu (13/11/2024) di Blitar.",
            ),
            Example(
                "Pelatihan digelar Senin–Rabu (10–12/6/2025).",
                "Pelatihan digelar Selasa–Kamis (10–12/6/2025).",
            ),
            Example(
                "Pameran dibuka Sabtu dan Minggu, 13 dan 14 Juni 2025.",
                "Pameran dibuka Jumat dan Sabtu, 13 dan 14 Juni 2025.",
            ),
            Example(
                "Lomba digelar Senin, 17 Agustus 2024, di alun-alun.",
                "Lomba digelar Sabtu, 17 Agustus 2024, di alun-alun.",
            ),
            Example(
                "Hujan turun pada Jum'at malam (14/11/2024).",
                "Hujan turun pada Kamis malam (14/11/2024).",
            ),
            Example(
                "Rapat dibuka Ahad Kliwon (13-11-2024) pagi.",
                "Rapat dibuka Rabu Kliwon (13-11-2024) pagi.",
            ),
        ),
        good=(
            "Acara berlangsung pada Rabu (13/11/2024) di Blitar.",
            "Acara berlangsung pada Rabu Kliwon, 13 November 2024.",
            "Salat Id jatuh pada Ahad (17/11/2024).",
            "Salat digelar Jum'at (15/11/2024).",
            "Kegiatan berlangsung Kamis (28/12) pagi.",
            "Lomba digelar Senin hingga Kamis (13/11/2024).",
            "Lomba digelar Rabu-Kamis (13-14/11/2024).",
            "Lomba digelar Senin hingga Rabu (30 Juni hingga 2 Juli 2025).",
            "Rapat ditunda dua minggu, 13 November 2024 menjadi tenggatnya.",
            "Majapahit berdiri pada Senin, 31 Mei 1293.",
            "Pada Kamis lalu, sebanyak 13/11/2024 belum diisi.",
        ),
    ),
    ReleaseRule(
        code="B02",
        id="date-impossible",
        name="Tanggal tidak ada",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Tanggal {date} tidak ada.",
        other_messages={"year": "Tahun {year} pada “{date}” salah tulis; periksa tahunnya."},
        source="kalender Gregorius",
        check=_check_impossible,
        bad=(
            Example(
                "Kegiatan digelar 11/13/2024 di Blitar.", "Kegiatan digelar 13/11/2024 di Blitar."
            ),
            Example("Kegiatan digelar Sabtu (31/11/2024) di Blitar."),
            Example("Pendaftaran ditutup pada 29/2/2023."),
            Example("Pendaftaran ditutup pada 31 Juni 2024."),
            Example("Rapat digelar Kamis (31/11)."),
            Example("Rapat digelar Kamis (20/11/21025).", "Rapat digelar Kamis (20/11/2025)."),
            Example("Rapat digelar Kamis (20/11/205).", "Rapat digelar Kamis (20/11/2025)."),
            Example("Gedung itu dibuka pada 20 November 205."),
            Example("Pameran dibuka pada 30 Februari."),
        ),
        good=(
            "Pendaftaran ditutup pada 29/2/2024.",
            "Ia memakan 1/2 bagian dan tinggal di Jalan Melati III/10, RT 01/RW 02.",
            "Tahun ajaran 2024/2025 dimulai Senin (15/7/2024).",
            "Surat Nomor 12/13/2024 diterbitkan kemarin.",
            "Surat keputusan Nomor: 188/45/2024 berlaku.",
            "Majalah edisi 45 Maret memuat wawancara itu.",
            "Skor akhir 31-13 untuk tuan rumah.",
            "Kamis (29/2) menjadi hari kabisat.",
            "Pada 20 November 205 warga ikut, tahun 205 Masehi pun disebut.",
        ),
    ),
)
