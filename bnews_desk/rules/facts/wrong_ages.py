"""Ages that contradict the year of birth: *Suparman (55), kelahiran 1985* (F44)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.written_dates import MONTH_NAMES, written_dates
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.rules.word_positions import sentence_at

_MONTH = "|".join(MONTH_NAMES)
_BORN = Pattern(
    r"(?i:\b(?:kelahiran|lahir|dilahirkan))(?: (?:di|pada|tahun|tanggal|Kabupaten|Kota|hari|sejak)|"
    r",?(?: (?!Pada|Di)[A-Z][a-z]+){1,3},?){0,5}"
    rf" \(?(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH}) "
    r"|(?P<day_2>\d{1,2})[/-](?P<month_2>\d{1,2})[/-])?"
    r"(?P<year>1[89]\d\d|20[0-4]\d)(?![\d.,]*\d)"
)
_FOUNDED = Pattern(
    r"\b(?:[Bb]erdiri|[Dd]idirikan|[Dd]ibangun|[Dd]iresmikan|[Dd]ibentuk)"
    r"(?: sejak| pada| tahun| mulai){0,3} (?P<year>1[5-9]\d\d|20[0-4]\d)(?![\d.,]*\d)"
)
_AGE = Pattern(
    r"\b(?:[Bb]erusia|[Bb]erumur|[Uu]sia(?:nya)?|[Uu]mur(?:nya)?)"
    r"(?: genap| sudah| telah| kini| ke-?){0,2}"
    r" ?(?P<told>\d{1,3}) tahun\b"
    r"|(?<=[a-z] )\((?P<bracketed>\d{1,3})(?: tahun| th)?\)"
    r"|, (?P<set>\d{1,3}) tahun(?=[,.])"
)
_THEN = Pattern(
    r"(?i)\b(?:saat itu|kala itu|waktu itu|ketika|meninggal|wafat|tutup usia|pada usia|di usia"
    r"|sejak usia|dalam usia|menikah|tewas|berpulang|pensiun|mangkat|gugur|saat|kelak|nanti"
    r"|hingga usia|sampai usia|mulai usia|anak|cucu|istri|istrinya|suami|putra|putri|adik|kakak)\b"
)
"""Words that show an age at another time or of another person."""
_NOW = Pattern(r"(?i)\b(?:kini|tahun ini|sekarang|saat ini|genap)\b")
_HINTS = ("ahir", "erdiri", "idirikan", "ibangun", "iresmikan", "ibentuk")


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    candidates = context.collected(_ages)
    if not candidates:
        return
    today = context.publication_date or _latest_date(context)
    if today is None:
        return
    for number, _, found in candidates:
        at = context.frame.parts[number].paragraph.start
        for start, end, age, born, day in found:
            if day is None:
                right = range(today.year - born - 1, today.year - born + 1)
            else:
                before = (today.month, today.day) < (day.month, day.day)
                right = range(today.year - born - before, today.year - born - before + 1)
            near = (
                range(right.start - _SLACK, right.stop + _SLACK)
                if context.publication_date is None
                else right
            )
            if age not in near and right.stop > 0:
                values = {"born": str(born), "said": str(age), "right": str(right.stop - 1)}
                yield RuleMatch(start + at, end + at, values)


_SLACK = 1
"""Years of tolerance where the day of publication is a guess."""


def _latest_date(context: ReleaseContext) -> date | None:
    """The latest date with a year that the copy names, if it is today or close."""
    days = [
        day
        for _, _, found in context.collected(written_dates)
        for one in found
        if (day := one.exact)
    ]
    return max(days, default=None)


def _ages(paragraph: ParagraphContext) -> tuple[tuple[int, int, int, int, date | None], ...]:
    """Position, age, year of birth and day of birth of each pair in one sentence."""
    text = paragraph.text
    if paragraph.role not in COPY or not any(hint in text for hint in _HINTS):
        return ()
    found = []
    for pattern in (_BORN, _FOUNDED):
        for m in pattern.finditer(text, *paragraph.copy):
            sentence = sentence_at(paragraph, m.start())
            ages = [*_AGE.finditer(text, *sentence)]
            if len(ages) != 1 or len(pattern.findall(text, *sentence)) != 1:
                continue
            if _THEN.search(text, *sentence) or paragraph.in_speech(*m.span()):
                continue
            if pattern is _FOUNDED and not _NOW.search(text, *sentence):
                continue
            age = ages[0]
            if pattern is _FOUNDED and age["told"] is None:
                continue
            told = int(age["told"] or age["bracketed"] or age["set"])
            day = _day(m.groupdict())
            span = (min(m.start(), age.start()), max(m.end(), age.end()))
            found.append((*span, told, int(m["year"]), day))
    return tuple(found)


def _day(parts: dict[str, str | None]) -> date | None:
    day, month = parts.get("day") or parts.get("day_2"), parts.get("month") or parts.get("month_2")
    if not day or not month:
        return None
    number = MONTH_NAMES.index(month) + 1 if month in MONTH_NAMES else int(month)
    try:
        return date(int(parts["year"] or 0), number, int(day))
    except ValueError:
        return None


_TODAY = date(2025, 11, 20)

RULES = (
    ReleaseRule(
        code="F44",
        id="age-mismatch",
        name="Usia dan tahun lahir",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Lahir atau berdiri pada {born} berarti {right} tahun, bukan {said}; periksa.",
        source="praktik penyuntingan",
        remark="Dihitung dari tanggal terbit; tanpa itu, dari tanggal termuda dalam naskah.",
        check=_check,
        bad=(
            Example("Suparman (55), kelahiran 1985, menekuni kerajinan kayu.", None, _TODAY),
            Example("Pria kelahiran Blitar, 12 Mei 1970, itu berusia 45 tahun.", None, _TODAY),
            Example("Pabrik itu berdiri pada 1925 dan kini berusia 90 tahun.", None, _TODAY),
            Example("Kamis (20/11/2025), Suparman (55), kelahiran 1985, hadir."),
        ),
        good=(
            "Suparman (40), kelahiran 1985, menekuni kerajinan kayu pada 20 November 2025.",
            "Suparman, kelahiran 1985, menikah pada usia 25 tahun.",
            "Ia lahir pada 1950 dan wafat dalam usia 40 tahun.",
        ),
    ),
)
