"""Dates that do not fit the day of publication: *telah* for a future day, a mistyped year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.numerals import nearby_sentence
from bnews_desk.rules.numbers.written_dates import (
    MONTH_NAMES,
    WrittenDate,
    date_in_words,
    written_dates,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Span

_MOST_DAYS_BEFORE, _MOST_DAYS_AFTER = 60, 365
"""A release's event is within this many days before and after its publication."""
_REACH = 120
"""Code points on either side of a date that are examined."""
_HELD = (
    r"(?:digelar|dilaksanakan|diadakan|diselenggarakan|dilangsungkan|dihelat|dimulai|dibuka"
    r"|ditutup|diresmikan|dilantik|dipusatkan|berlangsung|disalurkan|diserahkan|dikukuhkan"
    r"|dilakukan|dibagikan|diluncurkan|terlaksana|berakhir)"
)
_GAP = (
    r"(?>(?: (?!yang|untuk|tidak|bukan|hingga|sampai|sebelum|dan|menjelang|kata|ujar|saat|bahwa)"
    r"[^\W_]{1,20}){0,6}) ?\(?$"
)
_DONE = Pattern(
    rf"(?<![^\W_])(?:(?:telah|sudah|usai|resmi|sukses) {_HELD}"
    rf"|berlangsung (?:sukses|meriah|lancar|khidmat|tertib)){_GAP}",
    re.IGNORECASE,
)
_DONE_BEHIND = Pattern(
    rf"\)?,?(?: (?!akan|bakal)[^\W_]{{1,20}}){{0,8}}? (?:telah|sudah|usai|sukses) {_HELD}"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_TO_COME = Pattern(
    rf"(?<![^\W_])(?:(?:akan|bakal) (?:resmi |kembali |segera )?{_HELD}"
    rf"|(?:dijadwalkan|rencananya|direncanakan)(?: (?:akan|bakal))?(?: {_HELD})?){_GAP}",
    re.IGNORECASE,
)
_FUTURE = Pattern(
    r"(?<![^\W_])(?:akan|bakal|rencananya|rencana|(?:di|men)jadwalkan|jadwal|direncanakan"
    r"|diagendakan|mendatang|(?:di)?target(?:kan)?|nanti|sebelum|menjelang|jelang)(?![^\W_])",
    re.IGNORECASE,
)
_CALLED_OFF = Pattern(
    r"(?<![^\W_])(?:semula|sedianya|awalnya|sebelumnya|seharusnya|harusnya|mestinya|semestinya"
    r"|batal|dibatalkan|ditunda|mulanya|kala itu|ketika itu|saat itu)(?![^\W_])",
    re.IGNORECASE,
)


def _dated(context: ReleaseContext) -> Iterator[tuple[int, ParagraphContext, WrittenDate, date]]:
    """The dates with a year in running text outside speech, with the start of their paragraph."""
    for number, paragraph, found in context.collected(written_dates):
        if paragraph.role in COPY:
            for written in found:
                day = written.exact
                if day is not None and not paragraph.in_speech(*written.span):
                    yield context.frame.parts[number].paragraph.start, paragraph, written, day


def _check_tense(context: ReleaseContext) -> Iterator[RuleMatch]:
    yield from _check_sides(context)
    published = context.publication_date
    if published is None:
        return
    for at, paragraph, written, day in _dated(context):
        if day == published:
            continue
        span = written.whole(paragraph.text)
        sentence = nearby_sentence(paragraph, span.start)
        if sentence is None or not sentence.covers(span):
            continue
        is_future = day > published
        has_clash = (
            _is_done(paragraph, sentence, span)
            if is_future
            else _is_to_come(paragraph, sentence, span)
        )
        if has_clash:
            message = "" if is_future else "past"
            values = {"date": date_in_words(day)}
            yield RuleMatch(span.start + at, span.end + at, values, message=message)


def _before(paragraph: ParagraphContext, sentence: Span, span: Span) -> str:
    return paragraph.text[max(sentence.start, span.start - _REACH) : span.start]


def _is_done(paragraph: ParagraphContext, sentence: Span, span: Span) -> bool:
    text = paragraph.text
    if _FUTURE.search(text, *sentence):
        return False
    if _DONE.search(_before(paragraph, sentence, span)):
        return True
    opening = text[sentence.start : span.start].casefold().strip()
    is_first = opening in {"", "pada", "pada hari", "hari", "pada tanggal", "tanggal"}
    return is_first and _DONE_BEHIND.match(text, span.end, sentence.end) is not None


def _is_to_come(paragraph: ParagraphContext, sentence: Span, span: Span) -> bool:
    if _CALLED_OFF.search(paragraph.text, *sentence):
        return False
    return _TO_COME.search(_before(paragraph, sentence, span)) is not None


_SIDED = Pattern(
    rf"(?<![\w/.,-])(?:(?P<in>(?:[Pp]ada )?tahun|[Pp]ada) )?"
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTH_NAMES)}) )?"
    r"(?P<year>(?:19|20)\d\d)\)? (?:(?P<coming>mendatang|yang akan datang|kelak)"
    r"|(?P<gone>silam|lalu|yang lalu))(?!\w)"
)
_HINTS = frozenset({"mendatang", "datang", "kelak", "silam", "lalu"})


class _Sided(NamedTuple):
    """A time such as *Maret 2025 mendatang*: its place, and the first and last day that it names.

    ``is_year`` distinguishes *pada 2025 mendatang* from *SEA Games 2025 mendatang*.
    """

    span: Span
    is_coming: bool
    is_year: bool
    first: date
    last: date


def _sided(paragraph: ParagraphContext) -> tuple[_Sided, ...]:
    if paragraph.role not in COPY_AND_HEADLINE or _HINTS.isdisjoint(paragraph.vocabulary):
        return ()
    return tuple(
        _Sided(Span(m.start(), m.end()), m["coming"] is not None, _is_year(m), *days)
        for m in _SIDED.finditer(paragraph.text, *paragraph.copy)
        if (days := _named_days(m["day"], m["month"], int(m["year"]))) is not None
    )


def _is_year(m: re.Match[str]) -> bool:
    return bool(m["in"]) and m["month"] is None and m["gone"] != "lalu"


def _named_days(day: str | None, month: str | None, year: int) -> tuple[date, date] | None:
    """The first and last day of a day, a month or a year; None where the day does not exist."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    number = MONTH_NAMES.index(month) + 1
    try:
        if day is not None:
            return (one := date(year, number, int(day))), one
    except ValueError:
        return None
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def _check_sides(context: ReleaseContext) -> Iterator[RuleMatch]:
    """Report *2025 mendatang* for the past or the present year, and *2019 silam* for the future.

    The reference is the day of publication, or without one the dates of events in the copy.
    """
    for number, paragraph, found in context.collected(_sided):
        at = context.frame.parts[number].paragraph.start
        for one in found:
            if _is_on_wrong_side(context, one):
                said = one.span.within(paragraph.text)
                message = "coming" if one.is_coming else "gone"
                match = RuleMatch(*one.span, {"said": said}, message=message)
                yield match.shifted(at)


def _is_on_wrong_side(context: ReleaseContext, one: _Sided) -> bool:
    published = context.publication_date
    if published is not None:
        if one.is_year and one.first.year == published.year:
            return True
        return one.last < published if one.is_coming else one.first > published
    days = [day for _, _, written, day in _dated(context) if written.weekday is not None]
    if not days:
        return False
    return one.last < min(days) if one.is_coming else one.first > max(days)


def _check_distance(context: ReleaseContext) -> Iterator[RuleMatch]:
    published = context.publication_date
    found = [
        (at, paragraph, written, day)
        for at, paragraph, written, day in _dated(context)
        if written.weekday is not None and not written.is_named
    ]
    years = Counter(day.year for _, _, _, day in found)
    for at, paragraph, written, day in found:
        is_far = published is not None and not (
            -_MOST_DAYS_BEFORE <= (day - published).days <= _MOST_DAYS_AFTER
        )
        is_odd = years[day.year] == 1 and len(years) == 2 and len(found) > 2
        if is_far or is_odd:
            span = written.whole(paragraph.text)
            values = {"year": str(day.year), "date": written.span.within(paragraph.text)}
            message = "" if is_far else "odd"
            yield RuleMatch(span.start + at, span.end + at, values, message=message)


_TODAY = date(2024, 11, 13)

RULES = (
    ReleaseRule(
        code="B09",
        id="date-future-past-tense",
        name="Waktu dan tanggal berlawanan",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Tanggal {date} belum lewat, tetapi kalimatnya menyebut acaranya sudah berlangsung.",
        other_messages={
            "past": "Tanggal {date} sudah lewat, tetapi kalimatnya menyebut acaranya akan ada.",
            "coming": "“{said}” tidak lagi di depan; periksa waktunya.",
            "gone": "“{said}” belum lewat; periksa waktunya.",
        },
        source="praktik jurnalistik",
        check=_check_tense,
        bad=(
            Example("Jalan itu ditargetkan rampung pada 2024 mendatang.", None, _TODAY),
            Example("Pasar itu dibangun pada 2025 silam.", None, _TODAY),
            Example("Lomba digelar pada 12 Oktober 2024 mendatang.", None, _TODAY),
            Example("Rapat dibuka Rabu (13/11/2024). Jalan itu rampung pada 2023 mendatang."),
            Example("Pelatihan telah digelar Senin (18/11/2024).", None, _TODAY),
            Example("Pasar itu resmi dibuka pada 20 November 2024.", None, _TODAY),
            Example("Lomba berlangsung sukses pada Sabtu (16/11/2024).", None, _TODAY),
            Example("Pada Senin (18/11/2024), pelatihan kader telah digelar.", None, _TODAY),
            Example("Pelatihan akan digelar di pendapa pada Senin (11/11/2024).", None, _TODAY),
            Example("Rapat dijadwalkan Senin (11/11/2024).", None, _TODAY),
        ),
        good=(
            "Pelatihan telah digelar Senin (18/11/2024).",
            "Program itu berjalan sejak tahun 2021.",
            "Jalan itu rampung pada Desember 2024 mendatang, pasar dibangun pada 2023 silam.",
        ),
    ),
    ReleaseRule(
        code="B10",
        id="date-implausible",
        name="Tahun yang janggal",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Tahun {year} pada “{date}” jauh dari tanggal tayang; mungkin salah ketik.",
        other_messages={
            "odd": "Tahun {year} pada “{date}” lain dari tanggal lainnya; mungkin salah ketik."
        },
        source="praktik jurnalistik",
        is_on=False,
        remark="Berita yang menengok ke belakang akan sering kena; mati sejak awal.",
        check=_check_distance,
        bad=(
            Example("Rapat digelar Kamis (13/11/2014).", None, _TODAY),
            Example("Rapat digelar Rabu (13/11/2024), Kamis (14/11/2024), dan Sabtu (15/11/2042)."),
        ),
        good=(
            "Rapat digelar Rabu (13/11/2024).",
            "Proklamasi dibacakan pada Jumat, 17 Agustus 1945.",
            "Rapat digelar Rabu (13/11/2024) dan Rabu (12/11/2025).",
        ),
    ),
)
