"""Errors of dates, times, numbers, money and units (B01 to B30).

Rules that need the day of publication (B08, B09, B10) are checked with ``PUBLISHED``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from bnews_desk.lexicon.counted_nouns import counted_nouns
from bnews_desk.rules.numbers.number_words import DIGITS, number_in_letters
from bnews_desk.rules.numbers.written_dates import DAY_NAMES, MONTH_NAMES, NONSTANDARD_MONTHS

from . import PUBLISHED, Planted, Planter
from .affixes import planter

_DAYS = "|".join(DAY_NAMES)
_MONTHS = "|".join(MONTH_NAMES)
_HOUSE_DATE = rf"(?<![\w-])({_DAYS}) \((\d{{1,2}})/(\d{{1,2}})/(20\d\d)\)"
_NAMED_DATE = rf"(?<![\d.,/-])(?<!\d )(\d{{1,2}}) ({_MONTHS}) (20\d\d)(?!\d)"
_CLOCK = r"(?<![\w-])pukul ([01]\d|2[0-3])\.([0-5]\d)(?![\d.])"
_COUNTED = "|".join(sorted(counted_nouns() - {"kali"}))
_HELD = "digelar|dilaksanakan|diadakan|diselenggarakan|berlangsung|dibuka|ditutup|dilantik"
_NEW_DAYS = ("Jum'at", "senin", "selasa", "rabu", "kamis", "Jumaat", "Saptu", "Kemis")
_CLEAN_MONEY = r"(?<![\w/-])Rp(\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?)(?![\d.,]*\d)(?! rupiah)"
_UNITS = {"kg": "Kg", "km": "Km", "cm": "Cm", "hektare": "Ha", "kilogram": "Kg", "kilometer": "KM"}
_ORDER = "HUT|abad|kali|yang|hari|peringkat|urutan|posisi|Presiden|menit|babak|putaran|tahun|edisi"
_SHORT = {"juta": "jt", "miliar": "M", "triliun": "T"}
_LARGE = {"miliar": ("milyar", "milyard", "miliyar"), "triliun": ("trilyun", "triliyun")}


def _day(place: re.Match[str]) -> date | None:
    try:
        return date(int(place[4]), int(place[3]), int(place[2]))
    except ValueError:
        return None


def _house(day: date) -> str:
    return f"{DAY_NAMES[day.weekday()]} ({day.day}/{day.month}/{day.year})"


def _wrong_day(place: re.Match[str], random: Random) -> str | None:
    day = _day(place)
    if day is None or DAY_NAMES[day.weekday()] != place[1]:
        return None
    other = random.choice([name for name in DAY_NAMES if name != place[1]])
    return place.group().replace(place[1], other, 1)


def _no_such_date(place: re.Match[str], random: Random) -> str:
    month = random.choice(("April", "Juni", "September", "November", "Februari"))
    return f"{30 if month == 'Februari' else 31} {month} {place[3]}"


def _no_such_month(place: re.Match[str], random: Random) -> str:
    return f"{place[1]} ({place[2]}/{random.randint(13, 31)}/{place[4]})"


def _other_layout(place: re.Match[str], random: Random) -> str | None:
    day, m = _day(place), place
    if day is None:
        return None
    name = MONTH_NAMES[day.month - 1]
    return random.choice((
        f"{m[1]}, {day.day} {name} {day.year}", f"{m[1]} {day.day}/{day.month}/{day.year}",
        f"{m[1]} ({day.day}-{day.month}-{day.year})", f"{m[1]} ({day.day}/{day.month})",
        f"{m[1]} ({day.day}/{day.month}/{day.year % 100:02})",
    ))  # fmt: skip


def _with_tanggal(place: re.Match[str], random: Random) -> str | None:
    day = _day(place)
    if day is None:
        return None
    written = f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
    return random.choice((f"hari {place[1]} tanggal {written}", f"hari {place.group()}"))


def _wrong_month(place: re.Match[str], random: Random) -> str:
    number = MONTH_NAMES.index(place[2]) + 1
    wrong = [name.capitalize() for name, n in NONSTANDARD_MONTHS.items() if n == number]
    return f"{place[1]} {random.choice([*wrong, place[2].casefold()])} {place[3]}"


def _wrong_day_name(place: re.Match[str], random: Random) -> str:
    wrong = {"Jumat": ("Jum'at", "Jumaat"), "Sabtu": ("Saptu",), "Kamis": ("Kemis",)}
    names = (*wrong.get(place[1], ()), place[1].casefold())
    return place.group().replace(place[1], random.choice(names), 1)


def _ill_spaced(place: re.Match[str], random: Random) -> str:
    text = place.group()
    return random.choice((
        text.replace(" (", "("), text.replace(" (", ", ("), text.replace("/", " / "),
    ))  # fmt: skip


def _relative(body: str, random: Random) -> Planted | None:
    """Replace a date that is alone in its sentence by *kemarin* and the like."""
    places = []
    for place in re.finditer(_HOUSE_DATE, body):
        start = max(body.rfind(". ", 0, place.start()), body.rfind("\n", 0, place.start())) + 1
        ends = [at for mark in (". ", "\n") if (at := body.find(mark, place.end())) >= 0]
        rest = body[start : place.start()] + body[place.end() : min(ends, default=len(body))]
        if not re.search(rf"\d{{1,2}}/\d|\d ({_MONTHS})|[\"“”]", rest):
            places.append(place)
    if not places:
        return None
    place = random.choice(places)
    new = random.choice(
        ("kemarin", "hari ini", "besok", "lusa", "tadi malam", "kemarin sore", "malam ini")
    )
    start = place.start()
    return Planted(body[:start] + new + body[place.end() :], start, start + len(new))


def _tense(place: re.Match[str], random: Random) -> str | None:
    """Make the tense contradict the date: *telah* for a future day, *akan* for a past one."""
    if _said_near(place, 200, 'akan|bakal|jadwal|semula|sedia|rencana|target|sebelum|["“”]'):
        return None
    is_future = random.random() < 0.5
    day = PUBLISHED + timedelta(days=random.randint(20, 400) * (1 if is_future else -1))
    return f"{'telah' if is_future else 'akan'} {place[1]}{place[2]} {_house(day)}"


def _implausible(place: re.Match[str], random: Random) -> str | None:
    day = _day(place)
    if day is None or day.day > 28:
        return None
    return _house(day.replace(year=day.year + random.choice((-10, 18, 20, 10))))


def _clock_form(place: re.Match[str], random: Random) -> str:
    hour, minute = place[1], place[2]
    forms = [
        f"pukul {hour}:{minute}", f"jam {hour}.{minute}", f"jam {hour}:{minute}",
        f"pkl. {hour}.{minute}", f"pukul {hour};{minute}", f"pukul {hour},{minute}",
    ]  # fmt: skip
    if hour[0] == "0":
        forms += [f"pukul {hour[1]}.{minute}", f"jam {hour[1]}:{minute}"]
    return random.choice(forms)


def _no_such_time(place: re.Match[str], random: Random) -> str:
    if random.random() < 0.5:
        return f"pukul {random.randint(25, 39)}.{place[2]}"
    return f"pukul {place[1]}.{random.randint(60, 99)}"


def _with_part(place: re.Match[str], random: Random) -> str | None:
    if _is_spoken(place):
        return None
    hour = int(place[1])
    part = ("dini hari", "pagi", "siang", "sore", "malam")[
        (hour > 3) + (hour > 10) + (hour > 14) + (hour > 18)
    ]
    return f"{place.group()} {part}"


def _said_near(place: re.Match[str], reach: int, what: str) -> bool:
    """Whether ``what`` occurs within ``reach`` code points of a match."""
    low, high = max(0, place.start() - reach), place.end() + reach
    beside = place.string[low : place.start()] + "|" + place.string[place.end() : high]
    return re.search(what, beside) is not None


def _is_spoken(place: re.Match[str]) -> bool:
    """Whether the paragraph of a match has speech."""
    text = place.string
    line = text[text.rfind("\n", 0, place.start()) + 1 : (text + "\n").find("\n", place.end())]
    return re.search('["“”‘’]', line) is not None


def _bare_number(place: re.Match[str], random: Random) -> str | None:
    return None if _is_spoken(place) else f"{place[1]} "


def _figure(place: re.Match[str], random: Random) -> str | None:
    """A small number in digits, far from others that would justify digits."""
    if _said_near(place, 50, r"\d"):
        return None
    return f"{place[1]} {DIGITS.index(place[2])} {place[3]}"


def _in_letters(place: re.Match[str], random: Random) -> str | None:
    number = int(place[1])
    if number < 12 or number == 100 or _is_spoken(place):
        return None
    return f"{number_in_letters(number)} {place[2]}"


def _twice(place: re.Match[str], random: Random) -> str | None:
    if _is_spoken(place):
        return None
    return f"{place[1]} ({number_in_letters(int(place[1]))}) {place[2]}"


def _unparted(place: re.Match[str], random: Random) -> str:
    number = place[1].replace(".", "") if random.random() < 0.5 else place[1].replace(".", ",")
    return f"{number} {place[2]}"


def _unparted_money(place: re.Match[str], random: Random) -> str | None:
    number = place[1]
    if "." not in number or "," in number:
        return None
    is_bare = random.random() < 0.5 or not number.endswith("00")
    return f"Rp{number.replace('.', '' if is_bare else ',')}"


def _ill_money(place: re.Match[str], random: Random) -> str:
    number = place[1]
    forms = [f"Rp {number}", f"Rp. {number}", f"Rp.{number}", f"RP {number}", f"rp{number}"]
    return random.choice([*forms, f"Rp{number},-"] if "," not in number else forms)


def _ill_large(place: re.Match[str], random: Random) -> str:
    return random.choice(_LARGE[place.group()])


def _short_large(place: re.Match[str], random: Random) -> str:
    return f"{place[1]} {_SHORT[place[2]]}"


def _zeros(place: re.Match[str], random: Random) -> str | None:
    if _is_spoken(place) or _said_near(place, 200, "denda|pidana|Pasal|Undang"):
        return None
    return f"Rp{place[1]}{'.000' * (2 if place[2] == 'juta' else 3)}"


def _percent_sign(place: re.Match[str], random: Random) -> str:
    return place[1] + random.choice(("%", " %", " % persen"))


def _ill_ordinal(place: re.Match[str], random: Random) -> str:
    return place[1] + random.choice((" ke ", " ke", " ke- ")) + place[2]


def _split_ordinal(place: re.Match[str], random: Random) -> str:
    return f"{place[1]} ke-{place[2]}"


def _ill_suffix(place: re.Match[str], random: Random) -> str:
    return place[1] + random.choice(("", " ")) + "an"


def _ill_unit(place: re.Match[str], random: Random) -> str:
    number, unit = place[1], place[2]
    forms = [f"{number} {_UNITS[unit]}", f"{number} {_UNITS[unit]}", f"{number}{unit}"]
    if unit in ("hektare", "kilogram", "kilometer"):
        forms.pop()
    return random.choice([*forms, f"{number} hektar"] if unit == "hektare" else forms)


def _points(place: re.Match[str], random: Random) -> str | None:
    first, last = (float(place[i].replace(",", ".")) for i in (1, 2))
    change = round(abs(last - first), 2)
    if not change or not first or abs(change / first * 100 - change) < 1.1:
        return None
    verb = "naik" if last > first else "turun"
    return f"{verb} {change:g} persen ".replace(".", ",") + place.group()


def _to(new: str) -> Callable[[re.Match[str], Random], str]:
    return lambda place, random: place.expand(new)


_SHARE = r"(\d{1,2}(?:,\d{1,2})?)"
PLANTERS = (
    planter("date-weekday-mismatch", _HOUSE_DATE, _wrong_day),
    planter("date-impossible", _NAMED_DATE, _no_such_date),
    planter("date-impossible", _HOUSE_DATE, _no_such_month),
    planter("date-house-form", _HOUSE_DATE, _other_layout),
    planter("date-leading-tanggal", _HOUSE_DATE, _with_tanggal),
    planter("month-name", _NAMED_DATE, _wrong_month),
    planter("day-name", _HOUSE_DATE, _wrong_day_name),
    planter("date-day-space-digit", _HOUSE_DATE, _ill_spaced),
    Planter("date-relative", _relative),
    planter(
        "date-future-past-tense",
        rf"(?<!\w)({_HELD})((?: (?!yang|akan|hingga|sampai)\w+){{0,4}}) {_HOUSE_DATE}",
        _tense,
    ),
    planter(
        "date-future-past-tense",
        rf"(?<!\w)({_HELD})((?: (?!yang|akan|hingga|sampai)\w+){{0,4}}) {_NAMED_DATE}",
        _tense,
    ),
    planter("date-implausible", _HOUSE_DATE, _implausible),
    planter("time-form", _CLOCK, _clock_form),
    planter("time-invalid", _CLOCK, _no_such_time),
    planter(
        "time-daypart-redundant", rf"{_CLOCK}(?: WIB| WITA| WIT)?(?![\w-])(?! ?\w)", _with_part
    ),
    planter(
        "number-sentence-start",
        r"(?m)(?:(?<=\w\. )|(?<=^))(?:Sebanyak|Sekitar|Ada|Terdapat) (\d[\d.]*) (?=[a-z])",
        _bare_number,
    ),
    planter(
        "number-small-digit",
        rf"(?<![\w.,-])((?!dan|atau)[a-z]+) (dua|tiga|empat|lima|enam|tujuh) ({_COUNTED})(?![\w-])",
        _figure,
    ),
    planter("number-spelled-long", rf"(?<=[a-z] )(\d\d\d?) ({_COUNTED})(?![\w-])", _in_letters),
    planter("number-double-written", rf"(?<=[a-z] )(\d\d?) ({_COUNTED})(?![\w-])", _twice),
    planter(
        "thousands-separator",
        rf"(?<=[a-z] )(\d{{1,3}}\.\d{{3}}) (orang|warga|{_COUNTED})(?![\w-])",
        _unparted,
    ),
    planter("thousands-separator", _CLEAN_MONEY, _unparted_money),
    planter(
        "decimal-point",
        r"(?<=[\w] )(\d{1,3}),(\d{1,2})(?= (?:persen|juta|miliar|kg|km|hektare|ton))",
        _to(r"\1.\2"),
    ),
    planter("currency-rupiah", _CLEAN_MONEY, _ill_money),
    planter("large-number-word", r"(?<=\d )(?:miliar|triliun)(?![\w-])", _ill_large),
    planter(
        "large-number-word",
        r"(Rp\d{1,3}(?:,\d{1,2})?) (juta|miliar|triliun)(?![\w-])",
        _short_large,
    ),
    planter("zeros-to-words", r"Rp(\d{1,3}) (juta|miliar)(?![\w-])", _zeros),
    planter("percent-style", r"(?<=[\w] )(\d{1,3}(?:,\d{1,2})?) persen(?![\w-])", _percent_sign),
    planter("ordinal-form", rf"(?<![\w-])({_ORDER}) ke-(\d{{1,3}})(?![\w.-])", _ill_ordinal),
    planter(
        "ordinal-form",
        r"(?<![\w-])(?:([a-z]+) )ke(dua|tiga|empat|lima|enam|tujuh|delapan)(?![\w-])",
        _split_ordinal,
    ),
    planter("number-suffix-an", r"(?<![\w.,-])(\d{2,4}|\d{1,3}\.\d{3})-an(?![\w-])", _ill_suffix),
    planter(
        "range-dash", r"(?<=[a-z] )(\d{1,2}) (?:hingga|sampai) (\d{1,3})(?= [a-z])", _to(r"\1-\2")
    ),
    planter("unit-form", rf"(?<=[a-z] )(\d{{1,4}}(?:,\d)?) ({'|'.join(_UNITS)})(?= )", _ill_unit),
    planter("age-form", r"(?<=[a-z] )\((\d\d)\)", _to(r"(\1 th)")),
    planter("phone-nik-privacy", r"(?<=[a-z] )\((\d\d)\)", _to(r"(3505114309\g<1>0003)")),
    planter(
        "percentage-points",
        rf"(?<=[a-z,] )dari {_SHARE}(?: persen| ?%)(?: [^.\n\d]{{1,30}})? (?:menjadi|ke)"
        rf" {_SHARE}(?: persen| ?%)",
        _points,
    ),
)
"""One or two for each rule; the results of two planters of a rule are added."""
