"""Reads the facts of a paragraph, figures and dates, so that two texts can be compared.

Facts with the same meaning have equal values, however they are written: *Rp1,5 miliar* and *Rp
1.500.000.000*, *40 persen* and *40%*, *tiga* and *3*, *Kamis (20/3/2025)* and *20 Maret 2025*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bnews_desk.lexicon.counted_nouns import counted_nouns, measures
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.number_words import NUMBER_WORDS, number_value
from bnews_desk.rules.numbers.written_dates import (
    MONTH_NAMES,
    NONSTANDARD_MONTHS,
    WEEKDAYS,
    is_weekday,
    written_dates,
)
from bnews_desk.text import Word

_MONTHS = {name.casefold(): n for n, name in enumerate(MONTH_NAMES, 1)} | NONSTANDARD_MONTHS
_NUMBER = Pattern(
    r"(?P<mark>[Rr][Pp]\.?\s{0,2}|IDR\s?|US\$\s?|USD\s?|\$\s?)?"
    r"(?P<number>[0-9]++(?>(?:[.,:][0-9]++)*))"
)
_SCALE = Pattern(
    r"\s?(?P<scale>(?:ratus|puluh) (?:ribu|juta|mil[iy]ar|tri?l[iy]un)|ribu|juta|mil[iy]ard?"
    r"|tri?l[iy]un|ratus|puluh|rb|jt|(?-i:[MT](?=[\s.,;)]|$)))(?![^\W_])",
    re.IGNORECASE,
)
_UNIT = Pattern(
    r"\s?(?P<unit>%|persen(?! poin)|(?:sentimeter|kilometer|meter) (?:persegi|kubik)|[mck]?m[²³23]"
    r"|kilogram|kilo|kg|gram|gr|kuintal|kwintal|ton|miligram|mg|sentimeter|cm|milimeter|mm"
    r"|kilometer|km|meter|mdpl|hektare|hektar|ha|are|mililiter|ml|liter|ltr|rupiah|dolar AS|dolar"
    r"|detik|menit|jam|hari|minggu|pekan|bulan|tahun|derajat(?: celsius)?|°C|watt|kw|mw|m)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_UNITS: dict[str, tuple[str, float]] = {
    "%": ("%", 1), "persen": ("%", 1), "rupiah": ("Rp", 1), "dolar": ("$", 1), "dolar as": ("$", 1),
    "mg": ("g", 1e-3), "miligram": ("g", 1e-3), "gram": ("g", 1), "gr": ("g", 1),
    "kg": ("g", 1e3), "kilo": ("g", 1e3), "kilogram": ("g", 1e3), "kuintal": ("g", 1e5),
    "kwintal": ("g", 1e5), "ton": ("g", 1e6), "mm": ("m", 1e-3), "milimeter": ("m", 1e-3),
    "cm": ("m", 1e-2), "sentimeter": ("m", 1e-2), "m": ("m", 1), "meter": ("m", 1),
    "km": ("m", 1e3), "kilometer": ("m", 1e3), "m2": ("m²", 1), "m²": ("m²", 1),
    "meter persegi": ("m²", 1), "are": ("m²", 100), "ha": ("m²", 1e4), "hektar": ("m²", 1e4),
    "hektare": ("m²", 1e4), "km2": ("m²", 1e6), "km²": ("m²", 1e6),
    "kilometer persegi": ("m²", 1e6),
    "m3": ("m³", 1), "m³": ("m³", 1), "meter kubik": ("m³", 1), "ml": ("l", 1e-3),
    "mililiter": ("l", 1e-3), "liter": ("l", 1), "ltr": ("l", 1), "detik": ("s", 1),
    "menit": ("s", 60), "jam": ("s", 3600), "hari": ("hari", 1), "minggu": ("hari", 7),
    "pekan": ("hari", 7), "bulan": ("bulan", 1), "tahun": ("bulan", 12), "derajat": ("°", 1),
    "derajat celsius": ("°", 1), "°c": ("°", 1), "kw": ("watt", 1e3), "mw": ("watt", 1e6),
}  # fmt: skip
"""Units that are compared by value: the base unit, and how many of it one of the unit is."""
_SCALES = {
    "puluh": 10.0, "ratus": 100.0, "ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9,
    "milyar": 1e9, "miliard": 1e9, "milyard": 1e9, "m": 1e9, "triliun": 1e12, "trilyun": 1e12,
    "trliun": 1e12, "t": 1e12,
}  # fmt: skip
_CLOCK_BEFORE = Pattern(r"(?:pukul|jam|pkl\.?|WIB|[-–]|s\.?d\.?|hingga|sampai) ?$", re.IGNORECASE)
_CLOCK_BEHIND = Pattern(
    r" ?(?:WIB|WITA|WIT)\b| ?(?P<part>pagi|siang|sore|petang|malam|dini hari)\b", re.IGNORECASE
)
_CLOCK = Pattern(r"(?P<hour>[0-2]?\d)[.:](?P<minute>[0-5]\d)(?:[.:][0-5]\d)?$")
_RANGE = Pattern(
    r"\s?[-–—]\s?(?:Rp\.? ?)?|\s(?:hingga|sampai(?: dengan)?|s\.d\.|s/d|atau)\s(?:Rp\.? ?)?"
)
_DATE_RANGE = Pattern(
    r"(?<![\w/.,])(?P<first>\d{1,2}) ?(?:[-–—]|hingga|sampai(?: dengan)?|s\.d\.|s/d|dan|,) ?"
    r"(?P<last>\d{1,2}) ?(?:/ ?(?P<digits>\d{1,2})|(?P<month>[A-Z][a-z]{2,8}))"
    r"(?:[ /](?P<year>\d{4}))?(?![\w/])"
)
_ORDINAL = Pattern(r"\bke[- ]?$", re.IGNORECASE)
_PARTS_OF_DAY = frozenset({"siang", "sore", "petang", "malam"})
VAGUE = frozenset({"belasan", "puluhan", "ratusan", "ribuan", "jutaan", "miliaran", "triliunan"})
"""Numbers of which only the magnitude is given, folded."""
_LARGE_WORDS = {"miliar": 1e9, "milyar": 1e9, "triliun": 1e12, "trilyun": 1e12}
_NO_NOUN = frozenset(
    "dan atau yang di ke dari dengan untuk pada itu ini tersebut adalah telah akan sudah lalu"
    " lagi per oleh dalam serta hingga sampai agar karena saat ketika juga tidak bukan bisa"
    " dapat".split()
)
_ROUNDING = Pattern(
    r"\b(?:sekitar|kurang lebih|lebih|hampir|kira-kira|mencapai hampir|sedikitnya|setidaknya|nyaris"
    r"|tidak kurang|berkisar)(?: dari)?(?: [a-z]{2,10})? ?(?:Rp)?$",
    re.IGNORECASE,
)
_RELATIVE = Pattern(
    r"\b(?:kemarin|besok|lusa|hari ini|(?:pagi|siang|sore|malam) (?:ini|tadi)"
    r"|tadi (?:pagi|siang|sore|malam))\b",
    re.IGNORECASE,
)
_OFFSETS = {"kemarin": -1, "besok": 1, "lusa": 2}
NUMBER, ORDINAL, CLOCK, SIZE = "number", "ordinal", "clock", "size"


class Figure(NamedTuple):
    """A number with what it counts, from ``start`` to ``end`` of its paragraph.

    ``value`` is in base units (``g``, ``m²``, ``Rp``; '' for things counted), ``noun`` is the next
    word, folded. ``step`` is half of the last place, in that unit. ``is_rounded``: a word like
    *sekitar* stands before it. ``is_weak``: a small number in words, which may not be a count.
    """

    start: int
    end: int
    kind: str
    value: float
    unit: str
    noun: str
    step: float
    digits: str
    is_rounded: bool = False
    is_weak: bool = False

    def equals(self, other: Figure) -> bool:
        """Whether two figures have the same meaning; a missing unit is that of the other."""
        if self.kind != other.kind:
            return False
        if self.kind == CLOCK and self.value % 720 == other.value % 720:
            return self.value == other.value or bool(self.noun or other.noun)
        near = abs(self.value - other.value) <= 1e-9 * max(1.0, abs(self.value))
        return near and (self.unit == other.unit or self._may_lack(other) or other._may_lack(self))

    def _may_lack(self, other: Figure) -> bool:
        """Whether this figure may have the other's unit without naming it."""
        return not self.unit and (not other.unit or self.noun not in counted_nouns())

    def rounds(self, other: Figure) -> bool:
        """Whether this is a rounded form of the other: *sekitar 8,9 ribu ton* for *8.912 ton*."""
        is_one_kind = self.kind == other.kind == NUMBER and self.unit == other.unit
        return is_one_kind and self.is_rounded and abs(self.value - other.value) <= 2 * self.step

    @property
    def key(self) -> str:
        """A key that equal figures share, as far as their units are written."""
        return f"{self.kind[0]}{self.value:.10g}{self.unit}"


class DateFact(NamedTuple):
    """A day, month or year, as far as given; weekdays count from Monday, 0."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    is_relative: bool = False

    @property
    def exact(self) -> date | None:
        """The calendar date, where it is complete and valid."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def told_weekday(self) -> int | None:
        """The weekday as written, or the one of the date."""
        if self.weekday is not None:
            return self.weekday
        return None if self.exact is None else self.exact.weekday()

    def agrees(self, other: DateFact) -> bool:
        """Whether both have a part in common and contradict each other in none.

        A weekday of ``other`` that does not match its date is ignored: correcting it changes no
        fact.
        """
        if self.exact is not None and self.exact == other.exact:
            return self.weekday in {None, other.weekday, self.exact.weekday()}
        pairs = (
            (self.day, other.day),
            (self.month, other.month),
            (self.year, other.year),
            (self.told_weekday, other.told_weekday),
        )
        known = [(a, b) for a, b in pairs if a is not None and b is not None]
        return bool(known) and all(a == b for a, b in known)

    @property
    def key(self) -> str:
        """A key that dates with the same parts share."""
        return f"d{self.day}.{self.month}.{self.year}.{self.told_weekday}"


Fact = Figure | DateFact


def facts_in(paragraph: ParagraphContext) -> tuple[Fact, ...]:
    """The figures and dates of a paragraph's copy, in order and without overlaps."""
    return paragraph.cached(_facts_in)


def _facts_in(paragraph: ParagraphContext) -> tuple[Fact, ...]:
    dates = _dates(paragraph)
    taken = sorted((d.start, d.end) for d in dates)
    figures = [*_digit_figures(paragraph, taken)]
    taken = sorted([*taken, *((f.start, f.end) for f in figures)])
    figures += _word_figures(paragraph, taken)
    years = [f for f in figures if _is_year(paragraph, f)]
    dates += [DateFact(f.start, f.end, None, None, int(f.value), None) for f in years]
    figures = _with_ranges(paragraph.text, sorted(set(figures) - set(years)))
    return tuple(sorted([*figures, *dates], key=lambda fact: (fact.start, fact.end)))


def _is_free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end, 0))
    return at == 0 or taken[at - 1][1] <= start


def parse_number(written: str) -> tuple[float, float]:
    """A number in digits and half of its last place: *1.720*, *2,5*, *1.5*, *1,234,567*."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        plain = written.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", written):
        plain = written.replace(",", "")
    elif re.fullmatch(r"\d+[.,]\d+", written):
        plain = written.replace(",", ".")
    else:
        plain = re.sub(r"\D", "", written)
    decimals = len(plain.partition(".")[2])
    return float(plain), 10.0**-decimals / 2


def _digit_figures(
    paragraph: ParagraphContext, taken: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    text, copy = paragraph.text, paragraph.copy
    for m in _NUMBER.finditer(text, copy.start, copy.end):
        start, end = m.start("number"), m.end("number")
        if not _is_free(taken, start, end) or paragraph.in_link(start, end):
            continue
        before = text[max(copy.start, start - 24) : start]
        is_ordinal = bool(_ORDINAL.search(before))
        left = text[start - 1 : start] if start > copy.start else ""
        if not m["mark"] and not is_ordinal and (left.isalnum() or _ties(text, start)):
            continue
        first = m.start() if m["mark"] else start
        written = m["number"]
        if is_ordinal:
            value, step = parse_number(written)
            first = start - len(before) + len(before.rstrip("- ")) - len("ke")
            yield Figure(first, end, ORDINAL, value, "", _noun(text, end, copy.end), step, written)
            continue
        clock = None if m["mark"] else _clock(text, before, written, start, end)
        if clock is not None:
            yield clock
            continue
        yield _measured(text, m["mark"], written, first, end, copy.end, before)


def _ties(text: str, start: int) -> bool:
    """Whether a number is the end of a name: *Covid-19*, *B-29*."""
    return text[start - 1 : start] in "-–" and text[max(0, start - 2) : start - 1].isalpha()


def _clock(text: str, before: str, written: str, start: int, end: int) -> Figure | None:
    behind = _CLOCK_BEHIND.match(text, end)
    announced = re.search(r"(?:\bpukul|\bjam|\bpkl\.?) ?$", before, re.IGNORECASE)
    m = _CLOCK.match(written)
    if m is None:
        if not announced or not written.isdigit() or int(written) > 24:
            return None
        hour, minute = int(written), 0
    else:
        if not (announced or behind or _CLOCK_BEFORE.search(before)):
            return None
        if (
            not announced
            and not behind
            and "." in written
            and not re.search(r"[-–]|hingga|sampai|s\.d", before[-9:])
        ):
            return None
        hour, minute = int(m["hour"]), int(m["minute"])
    part = (behind["part"] or "").casefold() if behind else ""
    if part in _PARTS_OF_DAY and hour < 12 and not (part == "malam" and hour < 4):
        hour += 12
    return Figure(start, end, CLOCK, hour * 60 + minute, "", part, 0.0, written)


def _measured(
    text: str, mark: str | None, written: str, start: int, at: int, stop: int, before: str
) -> Figure:
    value, step = parse_number(written)
    end, unit, factor, noun = at, "", 1.0, ""
    scale = _SCALE.match(text, at, stop)
    if scale and (len(scale["scale"]) > 1 or mark):
        for word in scale["scale"].casefold().split():
            factor *= _SCALES.get(word, 1.0)
        end = scale.end()
        # in "1.500 juta" the stop groups thousands, in "1.5 juta" it does not
        if re.fullmatch(r"\d+\.\d+", written):
            value, step = parse_number(written)
    if mark:
        unit = "$" if "$" in mark or "USD" in mark else "Rp"
        trailing = re.compile(r",-+|\s?rupiah\b").match(text, end, stop)
        end = trailing.end() if trailing else end
    else:
        measured = _UNIT.match(text, end, stop)
        if measured and measured["unit"] not in {"M"}:
            name = measured["unit"].casefold()
            unit, size = _UNITS.get(name, (name, 1.0))
            factor *= size
            end = measured.end()
        else:
            noun = _noun(text, end, stop)
    is_rounded = bool(_ROUNDING.search(before.rstrip("Rp. ") + " "))
    return Figure(
        start, end, NUMBER, value * factor, unit, noun, step * factor, written, is_rounded
    )


_NOUN = Pattern(r" (?:\([^()\n]{2,30}\) )?(?P<noun>[a-z][a-z-]{1,24})(?![\w])")


def _noun(text: str, at: int, stop: int) -> str:
    """The word after a number, where it may be the thing counted."""
    m = _NOUN.match(text, at, stop)
    if m is None or m["noun"] in _NO_NOUN:
        return ""
    return str(m["noun"])


def _is_year(paragraph: ParagraphContext, figure: Figure) -> bool:
    if figure.kind != NUMBER or figure.unit or not re.fullmatch(r"(?:19|20)\d\d", figure.digits):
        return False
    before = paragraph.text[max(0, figure.start - 12) : figure.start].casefold()
    if before.endswith(("tahun ", "th. ", "ta ", "t.a. ")):
        return True
    return figure.end - figure.start == 4 and figure.noun not in counted_nouns()


def _with_ranges(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, where the first of a range (*10–15 juta*) has the scale and unit of the
    second."""
    found = list(figures)
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        if one.kind != NUMBER or other.kind != NUMBER or one.digits == "" or other.digits == "":
            continue
        if not _RANGE.fullmatch(text, one.end, other.start) or one.noun:
            continue
        value, step = parse_number(one.digits)
        is_bare = abs(one.value - value) < 1e-9
        other_value = parse_number(other.digits)[0]
        if is_bare and one.unit in ("", other.unit) and value <= other_value:
            factor = other.value / other_value if other_value else 1.0
            found[i] = one._replace(
                value=value * factor, step=step * factor, unit=other.unit, noun=other.noun
            )
    return found


def _word_figures(
    paragraph: ParagraphContext, taken: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    words, text = paragraph.words, paragraph.text
    vocabulary = paragraph.vocabulary
    has_numbers = not NUMBER_WORDS.isdisjoint(vocabulary)
    has_vague = not VAGUE.isdisjoint(vocabulary)
    has_ordinal = any(w[:2] == "ke" and w[2:] in NUMBER_WORDS for w in vocabulary)
    if not (has_numbers or has_vague or has_ordinal):
        return
    i = 0
    while i < len(words):
        word = words[i]
        folded = word.folded
        if folded in VAGUE and _is_free(taken, word.start, word.end):
            yield Figure(word.start, word.end, SIZE, _size_of(words, i), "", "", 0.0, "")
        elif folded[:2] == "ke" and folded[2:] in NUMBER_WORDS and word.text[0].islower():
            value = number_value([folded[2:]])
            if value is not None and _is_free(taken, word.start, word.end):
                noun = _noun(text, word.end, paragraph.copy.end)
                yield Figure(word.start, word.end, ORDINAL, value, "", noun, 0.0, "", is_weak=True)
        elif folded in NUMBER_WORDS:
            j = i
            while (
                j < len(words)
                and (words[j].folded in NUMBER_WORDS or (j > i and words[j].folded in _LARGE_WORDS))
                and (j == i or text[words[j - 1].end : words[j].start] == " ")
            ):
                j += 1
            figure = _word_figure(paragraph, words, i, j, taken)
            if figure is not None:
                yield figure
            i = max(j, i + 1)
            continue
        i += 1


def _size_of(words: Sequence[Word], i: int) -> float:
    """The magnitude of *puluhan*, *ratusan juta*."""
    sizes = {"belasan": 11.0, "puluhan": 10.0, "ratusan": 100.0, "ribuan": 1e3, "jutaan": 1e6}
    size = sizes.get(words[i].folded, 1e9 if words[i].folded == "miliaran" else 1e12)
    following = words[i + 1].folded if i + 1 < len(words) else ""
    return size * _SCALES.get(following, 1.0) if len(following) > 2 else size


def _word_figure(
    paragraph: ParagraphContext,
    words: Sequence[Word],
    i: int,
    j: int,
    taken: Sequence[tuple[int, int]],
) -> Figure | None:
    text = paragraph.text
    start, end = words[i].start, words[j - 1].end
    if not _is_free(taken, start, end):
        return None
    before = words[i - 1].folded if i else ""
    if before in {"salah", "nomor"} or (
        words[i].text[0].isupper()
        and i
        and j - i == 1
        and paragraph.is_capitalised_inside(words[i])
    ):
        return None
    forms = [w.folded for w in words[i:j]]
    large = 1.0
    while forms and forms[-1] in _LARGE_WORDS:
        large *= _LARGE_WORDS[forms.pop()]
    number = number_value(forms)
    if number is None or not number:
        return None
    value, unit, factor, noun = number * large, "", 1.0, ""
    measured = _UNIT.match(text, end, paragraph.copy.end)
    if (
        measured
        and len(measured["unit"]) > 1
        and measured["unit"].casefold() in measures() | _UNITS.keys()
    ):
        name = measured["unit"].casefold()
        unit, factor = _UNITS.get(name, (name, 1.0))
        end = measured.end()
    else:
        noun = _noun(text, end, paragraph.copy.end)
    is_weak = number <= 2 or (number <= 10 and not unit and noun not in counted_nouns())
    return Figure(
        start, end, NUMBER, value * factor, unit, noun, factor * large / 2, "", is_weak=is_weak
    )


def _dates(paragraph: ParagraphContext) -> list[DateFact]:
    text, words = paragraph.text, paragraph.words
    found: list[DateFact] = []
    seen: list[tuple[int, int]] = []
    for m in _DATE_RANGE.finditer(text, *paragraph.copy):
        month = int(m["digits"]) if m["digits"] else _MONTHS.get(m["month"].casefold())
        first, last = int(m["first"]), int(m["last"])
        if month and 1 <= month <= 12 and 0 < first < last <= 31:
            year = int(m["year"]) if m["year"] else None
            found.append(DateFact(*m.span("first"), first, month, year, None))
            found.append(DateFact(m.start("last"), m.end(), last, month, year, None))
            seen.append(m.span())
    weekdays_used: set[int] = set()
    for written in written_dates(paragraph):
        if any(s < written.span.end and written.span.start < e for s, e in seen):
            continue
        start, end = written.span
        if written.weekday is not None:
            weekdays_used.add(written.weekday.start)
            if written.weekday.start > start:
                end = written.weekday.end + 1
        found.append(
            DateFact(start, end, written.day, written.month, written.year, written.weekday_number)
        )
        seen.append((start, end))
    for i, word in enumerate(words):
        if word.folded in WEEKDAYS and word.start not in weekdays_used:
            if word.text[0].isupper() and is_weekday(paragraph, i):
                found.append(
                    DateFact(word.start, word.end, None, None, None, WEEKDAYS[word.folded])
                )
        elif word.folded in _MONTHS and word.text[0].isupper():
            if any(s <= word.start < e for s, e in seen):
                continue
            behind = words[i + 1] if i + 1 < len(words) else None
            has_year = (
                behind is not None
                and re.fullmatch(r"(?:19|20)\d\d", behind.text) is not None
                and text[word.end : behind.start] == " "
            )
            end = behind.end if has_year and behind else word.end
            year = int(behind.text) if has_year and behind else None
            found.append(DateFact(word.start, end, None, _MONTHS[word.folded], year, None))
    for m in _RELATIVE.finditer(text, *paragraph.copy):
        found.append(DateFact(*m.span(), None, None, None, None, is_relative=True))
    return sorted(found)


def relative_day(words: str, published: date) -> date:
    """The day that *kemarin*, *hari ini* or *besok* means in an article published on a day."""
    return published + timedelta(days=_OFFSETS.get(words.casefold(), 0))
