"""Reads dates in running text: weekday, day, month and year, each with its position."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.text import Span, Word, keep_case

DAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""The days in the order of ``weekday``."""
MONTH_NAMES = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
"""The months; January is at 0."""
NONSTANDARD_DAYS = {
    "jum'at": 4, "jum’at": 4, "jumʼat": 4, "jumaat": 4, "jum-at": 4,
    "senen": 0, "rebo": 2, "kemis": 3, "saptu": 5, "setu": 5,
}  # fmt: skip
"""Non-standard spellings of days, folded."""
NONSTANDARD_MONTHS = {
    "januri": 1, "janurai": 1, "jauari": 1, "pebruari": 2, "febuari": 2, "februri": 2,
    "pebuari": 2, "febrari": 2, "feburari": 2, "febriari": 2, "pebruary": 2, "febuary": 2,
    "mareh": 3, "mareth": 3, "maert": 3, "juny": 6, "agustust": 8, "agustusus": 8, "agusutus": 8,
    "agutus": 8, "agsutus": 8, "agustsus": 8, "agusuts": 8, "septemebr": 9, "septmebr": 9,
    "septembr": 9, "septmber": 9, "sepetember": 9, "setember": 9, "oktobr": 10, "oktoberr": 10,
    "okober": 10, "otkober": 10, "oktoeber": 10, "nopember": 11, "novembr": 11, "nopemebr": 11,
    "novemebr": 11, "novmeber": 11, "desembr": 12, "dessember": 12, "desmber": 12, "desmeber": 12,
    "desembar": 12, "desembre": 12, "desemebr": 12,
}  # fmt: skip
"""Non-standard spellings of months, folded."""
ENGLISH_MONTHS = {
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8,
    "october": 10, "december": 12,
}  # fmt: skip
"""English months with names that differ from the Indonesian ones, folded."""
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agu": 8, "ags": 8,
    "agt": 8, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12,
    "dec": 12,
}  # fmt: skip
_MONTHS = (
    {name.casefold(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | NONSTANDARD_MONTHS
    | ENGLISH_MONTHS
)
WEEKDAYS = (
    {name.casefold(): number for number, name in enumerate(DAY_NAMES)}
    | NONSTANDARD_DAYS
    | {"ahad": 6}
)
"""Every known spelling of a day, folded, with its number (Monday is 0)."""
_BETWEEN = frozenset({
    "pagi", "siang", "sore", "petang", "malam", "dini", "hari", "subuh", "kliwon", "legi",
    "manis", "pahing", "paing", "pon", "wage", "tanggal", "tgl", "kemarin", "lalu", "besok",
    "lusa", "ini", "nanti", "pekan", "depan", "mendatang", "minggu",
})  # fmt: skip
"""Words that may stand between a weekday and its date: part of the day, Javanese market day."""
_BEFORE_WEEK_DAY = frozenset({"hari", "pada"})
_NUMBERED = frozenset({
    "nomor", "nomer", "no", "nmr", "sk", "perkara", "registrasi", "reg", "register", "surat",
    "seri", "kode", "rekening", "ayat", "pasal", "rasio", "skor", "versi", "ver",
})  # fmt: skip
"""Words after which three numbers are a file number, not a date."""
BEFORE_MONTH = frozenset({
    "bulan", "pada", "sejak", "hingga", "sampai", "awal", "akhir", "pertengahan", "tanggal",
    "tgl", "per", "selama", "medio",
})  # fmt: skip
"""Words after which a month's name is certainly a month."""
_DIGITS = Pattern(
    r"(?<![\w/.,:+–-])(?P<day>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2})"
    r"(?: ?(?P=mark) ?(?P<year>\d{4}|\d{2}))?(?![\w/]|[.,:–-]\d)"
)
_MARKS = Pattern(r"[/.-]")
_GAP = 4
"""Most code points of white space and marks between a weekday and its date."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written in the copy; it need not exist in the calendar.

    Spans count from the paragraph. ``year`` is None where it is not given. ``weekday`` is the word
    for the day, or None. ``is_named`` says that the month is given by name and not by number.
    """

    span: Span
    day: int
    month: int
    year: int | None
    day_span: Span
    month_span: Span
    year_span: Span | None
    is_named: bool
    weekday: Word | None = None

    @property
    def weekday_number(self) -> int | None:
        """The number of the weekday given; Monday is 0."""
        return None if self.weekday is None else WEEKDAYS[self.weekday.folded]

    def in_year(self, year: int) -> date | None:
        """The calendar date in that year; None where it does not exist."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exact(self) -> date | None:
        """The calendar date; None where the year is not given or the date does not exist."""
        return None if self.year is None else self.in_year(self.year)

    def nearest(self, to: date) -> date | None:
        """The calendar date; without a year, the one nearest to ``to``. None where it does not
        exist."""
        if self.year is not None:
            return self.exact
        years = [to.year + step for step in (-1, 0, 1) if 1 <= to.year + step <= 9999]
        days = [day for year in years if (day := self.in_year(year)) is not None]
        return min(days, key=lambda day: abs(day - to), default=None)

    def whole(self, text: str) -> Span:
        """The span of weekday and date, including a closing bracket."""
        start, end = self.span
        if self.weekday is None:
            return self.span
        if self.weekday.start > start:
            return Span(start, self.weekday.end + 1)
        start = self.weekday.start
        if "(" in text[start : self.span.start] and text[end : end + 1] == ")":
            end += 1
        return Span(start, end)

    def rewritten(self, text: str, day: date) -> str:
        """``day`` in the layout of this date, with the year only where this date has one."""
        start, end = self.span
        pieces = [(self.day_span, _like(self.day_span.within(text), day.day))]
        if self.month != day.month:
            old = self.month_span.within(text)
            name = MONTH_NAMES[day.month - 1]
            new = keep_case(old, name) if self.is_named else _like(old, day.month)
            pieces.append((self.month_span, new))
        if self.year_span is not None:
            digits = self.year_span.end - self.year_span.start
            pieces.append((self.year_span, f"{day.year:04}"[-digits:]))
        written, at = "", start
        for span, new in pieces:
            written += text[at : span.start] + new
            at = span.end
        return written + text[at:end]


def _like(old: str, number: int) -> str:
    return f"{number:02}" if len(old) == 2 and old[0] == "0" else str(number)


def date_in_words(day: date) -> str:
    """A date in the form used by messages: ``13 November 2024``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def nearest_date_on(day: date, weekday: int) -> date | None:
    """The nearest date on a weekday; None beyond the end of the calendar."""
    try:
        return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    except OverflowError:
        return None


def written_dates(paragraph: ParagraphContext) -> tuple[WrittenDate, ...]:
    """The dates in a paragraph's copy, in order: ``13/11/2024``, ``13 November``, ``(28/12)``;
    cached.

    Digits without a year are a date only in brackets after a weekday. File numbers (``Nomor
    12/13/2024``), ranges, scores and academic years are not dates.
    """
    return paragraph.cached(_written_dates)


def _written_dates(paragraph: ParagraphContext) -> tuple[WrittenDate, ...]:
    found = [*_in_digits(paragraph), *_named(paragraph)]
    return tuple(sorted(found, key=lambda written: written.span))


def _in_digits(paragraph: ParagraphContext) -> Iterator[WrittenDate]:
    text, copy = paragraph.text, paragraph.copy
    if not _MARKS.search(text, copy.start, copy.end):
        return
    for m in _DIGITS.finditer(text, copy.start, copy.end):
        if not m.group().isascii():
            continue
        span = Span(*m.span())
        weekday = weekday_beside(paragraph, span)
        year = int(m["year"]) if m["year"] else None
        if not _reads_as_date(m, weekday, year, paragraph):
            continue
        if year is not None and year < 100:
            year += 2000
        yield WrittenDate(
            span, int(m["day"]), int(m["month"]), year,
            Span(*m.span("day")), Span(*m.span("month")),
            Span(*m.span("year")) if m["year"] else None, False, weekday,
        )  # fmt: skip


def _reads_as_date(
    m: re.Match[str], weekday: Word | None, year: int | None, paragraph: ParagraphContext
) -> bool:
    if year is None:
        in_brackets = paragraph.text[m.start() - 1 : m.start()] == "("
        return weekday is not None and m["mark"] == "/" and in_brackets
    if year < 100:
        return weekday is not None
    if year < 1000 or (m["mark"] != "/" and not 1900 <= year <= 2100):
        return False
    at = max(0, _index_before(paragraph, m.start()) - 1)
    before = paragraph.words[at : at + 2]
    return weekday is not None or not any(
        word.folded in _NUMBERED for word in before if word.start < m.start()
    )


def _named(paragraph: ParagraphContext) -> Iterator[WrittenDate]:
    text, found = paragraph.text, paragraph.words
    for i in range(1, len(found)):
        month = _MONTHS.get(found[i].folded) or _SHORT_MONTHS.get(found[i].folded)
        if month is None or not _is_day(found, i, text):
            continue
        year = _year_behind(found, i, text)
        if year is None and found[i].folded in _SHORT_MONTHS:
            continue
        day, name = found[i - 1], found[i]
        span = Span(day.start, year.end if year else name.end)
        yield WrittenDate(
            span, int(day.text), month, int(year.text) if year else None,
            Span(day.start, day.end), Span(name.start, name.end),
            Span(year.start, year.end) if year else None, True, weekday_beside(paragraph, span),
        )  # fmt: skip


def _is_day(found: Sequence[Word], i: int, text: str) -> bool:
    """Whether the word before a month's name is a day's number by itself."""
    day = found[i - 1]
    return (
        len(day.text) <= 2
        and is_digits(day.text)
        and int(day.text) > 0
        and text[day.end : found[i].start].isspace()
        and text[max(0, day.start - 1) : day.start] not in {".", ",", ":", "/", "-", "–", "—", "+"}
    )


def _year_behind(found: Sequence[Word], i: int, text: str) -> Word | None:
    if i + 1 >= len(found):
        return None
    year = found[i + 1]
    fits = len(year.text) == 4 and is_digits(year.text) and int(year.text) >= 1000
    return year if fits and text[found[i].end : year.start].isspace() else None


def is_digits(text: str) -> bool:
    """Whether ``text`` consists of the digits 0 to 9."""
    return text.isascii() and text.isdigit()


def _index_before(paragraph: ParagraphContext, at: int) -> int:
    """The index of the last word that begins before a position; -1 where there is none."""
    return bisect_left(paragraph.words, at, key=lambda word: word.start) - 1


def weekday_beside(paragraph: ParagraphContext, span: Span) -> Word | None:
    """The weekday of a date: at most three words before it, or in brackets after it."""
    text, found = paragraph.text, paragraph.words
    before = _index_before(paragraph, span.start)
    behind = span.start
    for i in range(before, max(-1, before - 4), -1):
        word = found[i]
        if not _is_gap(text[word.end : behind]):
            break
        if word.folded in WEEKDAYS and is_weekday(paragraph, i):
            return None if _ends_span(paragraph, i) else word
        if word.folded not in _BETWEEN:
            break
        behind = word.start
    return _weekday_behind(paragraph, span)


def _weekday_behind(paragraph: ParagraphContext, span: Span) -> Word | None:
    index = _index_before(paragraph, span.end) + 1
    if index >= len(paragraph.words):
        return None
    word = paragraph.words[index]
    in_brackets = (
        paragraph.text[span.end : word.start] == " ("
        and paragraph.text[word.end : word.end + 1] == ")"
    )
    return word if in_brackets and word.folded in WEEKDAYS else None


def _is_gap(gap: str) -> bool:
    return len(gap) <= _GAP and all(c.isspace() or c in ",(|" for c in gap)


def is_weekday(paragraph: ParagraphContext, index: int) -> bool:
    """Whether a word with the spelling of a weekday is one: *minggu* usually means a week."""
    word = paragraph.words[index]
    if word.folded != "minggu" or word.text[0].isupper():
        return True
    before = paragraph.words[index - 1] if index else None
    if before is not None and before.folded in _BEFORE_WEEK_DAY:
        return True
    return paragraph.text[: word.start].rstrip()[-1:] in {",", "("}


def _ends_span(paragraph: ParagraphContext, index: int) -> bool:
    """Whether a weekday ends a range of days (*Senin hingga Rabu*), whose date may be the first
    day's."""
    if index < 2:
        return False
    joint, first = paragraph.words[index - 1], paragraph.words[index - 2]
    return (
        joint.folded in {"dan", "hingga", "sampai", "atau", "ke", "serta"}
        and first.folded in WEEKDAYS
        and paragraph.text[first.end : joint.start].isspace()
    )
