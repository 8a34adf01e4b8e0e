"""Days given relative to the day of publication: *kemarin*, *hari ini*, *tadi malam*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.numerals import nearby_sentence
from bnews_desk.rules.numbers.written_dates import DAY_NAMES, MONTH_NAMES, WEEKDAYS, written_dates
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_OFFSETS = {"kemarin": -1, "besok": 1, "lusa": 2}
_PARTS = frozenset({"pagi", "siang", "sore", "malam"})
_PERIODS = frozenset({"minggu", "pekan"})
_PERIOD_SIDES = frozenset({"ini", "lalu", "depan"})
_TRIGGERS = frozenset({*_OFFSETS, "ini", "tadi", "lalu", "depan"})
_LASTING = frozenset(
    "seperti bulan tahun musim periode edisi generasi anak era kondisi"
    " keadaan kehidupan dunia zaman sebagaimana satu dua tiga empat lima enam tujuh sepuluh"
    " beberapa setiap tiap".split()
)
"""Words before these that show that no single day is meant: *kondisi hari ini*, *dua minggu
lalu*."""
_UNTIL = frozenset({"hingga", "sampai"})
"""Words after which *hari ini* and *malam ini* give a duration."""
_OLDEST = 3
"""A release is written at most this many days before publication."""
_ANNOUNCED = Pattern(
    r"(?i)\b(?:akan|bakal|mendatang|besok|lusa|rencananya|direncanakan|dijadwalkan|sejak|mulai"
    r"|sebelumnya|hingga|sampai|kemarin)\b"
)
"""A sentence with one of these announces a day; it was not written on that day."""
_SOME_DATE = Pattern(
    r"(?<![0-9])[0-9]{1,2}(?: ?/ ?[0-9]{1,2}(?![0-9])|(?P<mark>[.-])[0-9]{1,2}(?P=mark)[0-9]{4})"
)


class _Relative(NamedTuple):
    """Words that name a day: from ``start`` to ``end``, the day, the part of the day."""

    start: int
    end: int
    day: date | None
    part: str = ""
    is_period: bool = False


def _check_relative(context: ReleaseContext) -> Iterator[RuleMatch]:
    telling = context.collected(_may_tell)
    days = _days_of_telling(context) if telling else ()
    for number, paragraph, _ in telling if days else ():
        at = context.frame.parts[number].paragraph.start
        for readings in zip(*(_told(paragraph, day) for day in days), strict=True):
            if not _is_dated(paragraph, readings[0].start):
                is_ahead = _is_announced(paragraph, readings[0].start)
                yield _match(paragraph, readings[::-1] if is_ahead else readings, at)


def _days_of_telling(context: ReleaseContext) -> tuple[date, ...]:
    """The days on which the copy may have been written, the most likely first.

    These are the latest date in it shortly before publication, then the day of publication; where
    that is unknown, the only date in the copy. Announced days do not count.
    """
    own = {day for _, _, days in context.collected(_told_days) for day in days}
    published = context.publication_date
    if published is None:
        return tuple(own) if len(own) == 1 else ()
    recent = [day for day in own if 0 < (published - day).days <= _OLDEST]
    return (max(recent), published) if recent and published not in own else (published,)


def _told_days(paragraph: ParagraphContext) -> tuple[date, ...]:
    """The days with weekday and date that are not announced."""
    if paragraph.role not in COPY:
        return ()
    return tuple(
        day
        for written in written_dates(paragraph)
        if (day := written.exact) is not None
        and written.weekday_number == day.weekday()
        and not _is_announced(paragraph, written.span.start)
    )


def _is_announced(paragraph: ParagraphContext, at: int) -> bool:
    sentence = nearby_sentence(paragraph, at)
    return sentence is None or _ANNOUNCED.search(paragraph.text, *sentence) is not None


def _may_tell(paragraph: ParagraphContext) -> bool:
    return paragraph.role in COPY and not _TRIGGERS.isdisjoint(paragraph.vocabulary)


def _match(paragraph: ParagraphContext, readings: Sequence[_Relative], offset: int) -> RuleMatch:
    told = readings[0]
    said = paragraph.text[told.start : told.end]
    dated = [_dated(one.day, one.part) for one in readings if one.day is not None]
    fixes = [
        replacement_fix(paragraph.text, told.start, told.end, new, Safety.OFFERED).shifted(offset)
        for new in dated
    ]
    values = {"said": said, "date": dated[0]} if dated else {"said": said}
    severity = Severity.SUGGESTION if told.is_period else None
    message = "" if dated else "period"
    start, end = told.start + offset, told.end + offset
    return RuleMatch(start, end, values, tuple(fixes), severity, message)


def _dated(day: date, part: str) -> str:
    words = " ".join(filter(None, (DAY_NAMES[day.weekday()], part)))
    return f"{words} ({day.day}/{day.month}/{day.year})"


def _told(paragraph: ParagraphContext, published: date) -> Iterator[_Relative]:
    for i, word in enumerate(paragraph.words):
        if word.folded in _TRIGGERS:
            told = _read(paragraph, i, published)
            if told is not None and not paragraph.in_quotation(told.start, told.end):
                yield told


def _read(paragraph: ParagraphContext, i: int, published: date) -> _Relative | None:
    """The day named by the word at ``i`` and the words beside it, or None."""
    word = paragraph.words[i]
    before, behind = _beside(paragraph, i, -1), _beside(paragraph, i, 1)
    opening = before.folded if before else ""
    offset = _OFFSETS.get(word.folded)
    if offset is not None:
        return _day_beside(paragraph, i, _shifted(published, offset), offset)
    if word.folded == "tadi":
        return _just_now(paragraph, word, (behind, before), published)
    if before is None or paragraph.is_capitalised_inside(before):
        return None
    if opening in _PERIODS and word.folded in _PERIOD_SIDES and word.text.islower():
        is_free = not _is_behind(paragraph, i - 1, _LASTING) and not _is_counted(paragraph, i - 1)
        return _Relative(before.start, word.end, None, is_period=True) if is_free else None
    if (
        word.folded != "ini"
        or opening not in _PARTS | {"hari"}
        or _is_behind(paragraph, i - 1, _LASTING | _UNTIL)
        or _is_counted(paragraph, i - 1)
    ):
        return None
    part = before if opening in _PARTS else _beside(paragraph, i - 1, -1)
    if part is not None and part.folded in _PARTS:
        return _Relative(part.start, word.end, published, part.folded)
    return _Relative(before.start, word.end, published)


def _just_now(
    paragraph: ParagraphContext,
    word: Word,
    beside: tuple[Word | None, Word | None],
    published: date,
) -> _Relative | None:
    """The day of *tadi pagi* or *sore tadi*; *tadi malam* is the night before."""
    near = next((w for w in beside if w is not None and w.folded in _PARTS), None)
    if near is None or paragraph.is_capitalised_inside(word):
        return None
    start, end = min(near.start, word.start), max(near.end, word.end)
    day = _shifted(published, -1 if near.folded == "malam" else 0)
    return _Relative(start, end, day, near.folded)


def _day_beside(
    paragraph: ParagraphContext, i: int, day: date | None, offset: int
) -> _Relative | None:
    """The day of *kemarin*, *kemarin sore*, *Senin kemarin*: the last or next day of that name."""
    word = paragraph.words[i]
    before, behind = _beside(paragraph, i, -1), _beside(paragraph, i, 1)
    is_period = before is not None and before.text in _PERIODS
    if paragraph.is_capitalised_inside(word) or is_period or _is_behind(paragraph, i, _LASTING):
        return None
    if before is not None and before.text in MONTH_NAMES:
        return None
    start, end, part = word.start, word.end, ""
    if behind is not None and behind.folded in _PARTS:
        end, part = behind.end, behind.folded
    elif before is not None and before.folded in _PARTS:
        start, part = before.start, before.folded
    elif before is not None and before.text[0].isupper() and before.folded in WEEKDAYS:
        start = before.start
        if day is not None:
            away = (WEEKDAYS[before.folded] - day.weekday()) % 7
            day = _shifted(day, away if offset > 0 or not away else away - 7)
    elif before is not None and before.folded == "hari" and before.text.islower():
        start = before.start
    return _Relative(start, end, day, part)


def _shifted(day: date, by: int) -> date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def _beside(paragraph: ParagraphContext, i: int, step: int) -> Word | None:
    """The word next to the one at ``i`` in direction ``step``, separated by white space only, or
    None."""
    if not 0 <= i + step < len(paragraph.words):
        return None
    first, last = sorted((paragraph.words[i], paragraph.words[i + step]))
    return paragraph.words[i + step] if paragraph.text[first.end : last.start].isspace() else None


def _is_behind(paragraph: ParagraphContext, i: int, openings: frozenset[str]) -> bool:
    before = _beside(paragraph, i, -1)
    return before is not None and before.folded in openings


def _is_counted(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a number stands before it: *2 minggu lalu*."""
    before = _beside(paragraph, i, -1)
    return before is not None and before.text[-1:].isdigit()


def _is_dated(paragraph: ParagraphContext, at: int) -> bool:
    """Whether the sentence at a position contains a date."""
    sentence = nearby_sentence(paragraph, at)
    if sentence is None:
        return True
    dates = written_dates(paragraph)
    index = bisect_left(dates, sentence.start, key=lambda written: written.span.start)
    if index < len(dates) and dates[index].span.start < sentence.end:
        return True
    return _SOME_DATE.search(paragraph.text, *sentence) is not None


_TODAY = date(2024, 11, 13)

RULES = (
    ReleaseRule(
        code="B08",
        id="date-relative",
        name="Hari tanpa tanggal",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="“{said}” akan kabur saat dibaca lain hari; tulis tanggalnya: “{date}”.",
        other_messages={
            "period": "“{said}” akan kabur saat dibaca lain hari; sebutkan tanggalnya bila ada."
        },
        source="praktik jurnalistik",
        check=_check_relative,
        bad=(
            Example("Kegiatan digelar kemarin.", "Kegiatan digelar Selasa (12/11/2024).", _TODAY),
            Example("Rapat dibuka hari ini.", "Rapat dibuka Rabu (13/11/2024).", _TODAY),
            Example("Lomba dimulai besok pagi.", "Lomba dimulai Kamis pagi (14/11/2024).", _TODAY),
            Example("Lusa warga berkumpul.", "Jumat (15/11/2024) warga berkumpul.", _TODAY),
            Example("Hujan turun tadi malam.", "Hujan turun Selasa malam (12/11/2024).", _TODAY),
            Example("Rapat digelar siang tadi.", "Rapat digelar Rabu siang (13/11/2024).", _TODAY),
            Example("Wayang digelar malam ini.", "Wayang digelar Rabu malam (13/11/2024).", _TODAY),
            Example("Rapat digelar Senin kemarin.", "Rapat digelar Senin (11/11/2024).", _TODAY),
            Example("Rapat digelar minggu depan.", None, _TODAY),
            Example(
                "\nBupati hadir, Selasa (12/11/2024).\nPasar itu dibuka hari ini.",
                "\nBupati hadir, Selasa (12/11/2024).\nPasar itu dibuka Selasa (12/11/2024).",
                _TODAY,
            ),
            Example(
                "\nBupati hadir, Selasa (12/11/2024).\nPasar itu dibuka hari ini.",
                "\nBupati hadir, Selasa (12/11/2024).\nPasar itu dibuka Selasa (12/11/2024).",
            ),
        ),
        good=(
            "Kegiatan digelar kemarin dan hari ini.",
            "Kegiatan dewasa ini makin ramai.",
        ),
    ),
)
