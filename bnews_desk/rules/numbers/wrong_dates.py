"""Dates that contradict the calendar, and misspelt months and days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.written_dates import (
    BEFORE_MONTH,
    DAY_NAMES,
    WrittenDate,
    date_in_words,
    nearest_date_on,
    written_dates,
)
from bnews_desk.rules.rule import Example, ParagraphRule, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Word, keep_case

FIRST_YEAR = 1600
"""Dates before this year follow another calendar and are not judged."""


def _check_weekdays(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, found in context.collected(written_dates):
        if paragraph.role not in COPY_AND_HEADLINE:
            continue
        for written in found:
            match = _mismatch(paragraph, written, context)
            if match is not None:
                yield _moved(match, context.frame.parts[number].paragraph.start)


def _moved(match: RuleMatch, by: int) -> RuleMatch:
    return RuleMatch(
        match.start + by,
        match.end + by,
        match.values,
        tuple(fix.shifted(by) for fix in match.fixes),
        match.severity,
    )


def _mismatch(
    paragraph: ParagraphContext, written: WrittenDate, context: ReleaseContext
) -> RuleMatch | None:
    published = context.publication_date
    named = written.weekday_number
    if named is None or written.weekday is None:
        return None
    day = written.nearest(published) if published else written.exact
    if day is None or day.year < FIRST_YEAR or day.weekday() == named:
        return None
    text = paragraph.text
    right = DAY_NAMES[day.weekday()]
    near = nearest_date_on(day, named)
    same = written.in_year(published.year) if published and written.year is not None else None
    fixes = [_day_fix(text, written.weekday, right)]
    if near is not None and (written.year is not None or near.year == day.year):
        fixes.append(_date_fix(text, written, near))
    if same is not None and same.weekday() == named and same != near:
        fixes.append(_date_fix(text, written, same))
    said = written.weekday.text.capitalize()
    values = {"date": date_in_words(day), "right": right, "written": said}
    span = written.whole(text)
    severity = Severity.WARNING if written.year is None else None
    return RuleMatch(span.start, span.end, values, tuple(fixes), severity)


def _day_fix(text: str, weekday: Word, right: str) -> Fix:
    new = keep_case(weekday.text, right)
    return replacement_fix(
        text, weekday.start, weekday.end, new, Safety.OFFERED, f"Ganti hari: {right}"
    )


def _date_fix(text: str, written: WrittenDate, day: date) -> Fix:
    new = written.rewritten(text, day)
    label = f"Ganti tanggal: {new}"
    return replacement_fix(text, *written.span, new, Safety.OFFERED, label)


def _check_impossible(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for written in written_dates(paragraph):
        year = 2000 if written.year is None else written.year
        if year < FIRST_YEAR or written.in_year(year) is not None:
            continue
        if written.is_named and written.year is None and not _is_surely_date(paragraph, written):
            continue
        span = written.span
        text = paragraph.text
        yield RuleMatch(span.start, span.end, {"date": span.within(text)}, _swaps(text, written))


def _is_surely_date(paragraph: ParagraphContext, written: WrittenDate) -> bool:
    """*Edisi 45 Maret* counts issues; *31 November* and *pada 32 Maret* are dates."""
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
            "Lomba digelar Senin-Selasa (13-14/11/2024).",
            "Rapat ditunda dua minggu, 13 November 2024 menjadi tenggatnya.",
            "Majapahit berdiri pada Senin, 31 Mei 1293.",
            "Pada Kamis lalu, sebanyak 13/11/2024 belum diisi.",
        ),
    ),
    ParagraphRule(
        code="B02",
        id="date-impossible",
        name="Tanggal tidak ada",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Tanggal {date} tidak ada.",
        source="kalender Gregorius",
        roles=COPY_AND_HEADLINE,
        check=_check_impossible,
        bad=(
            Example(
                "Kegiatan digelar 11/13/2024 di Blitar.", "Kegiatan digelar 13/11/2024 di Blitar."
            ),
            Example("Kegiatan digelar Sabtu (31/11/2024) di Blitar."),
            Example("Pendaftaran ditutup pada 29/2/2023."),
            Example("Pendaftaran ditutup pada 31 Juni 2024."),
            Example("Rapat digelar Kamis (31/11)."),
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
        ),
    ),
)
