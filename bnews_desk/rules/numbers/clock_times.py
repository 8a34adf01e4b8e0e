"""Clock times: their form (B11), impossible hours (B12), redundant parts of the day (B30)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.numerals import folded_word, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_OPENINGS = frozenset({"pukul", "jam", "pkl"})
ZONES = frozenset({"wib", "wita", "wit"})
"""The three zones of Indonesian time, folded."""
_TIME = Pattern(r"(?P<hour>[0-9]{1,2})(?P<mark>[.:;,])(?P<minute>[0-9]{2})(?![0-9])")
_SECONDS = Pattern(r"(?P<mark>[.:;,])(?P<second>[0-9]{2})(?![0-9]|[.,:;][0-9])")
_JOINT = Pattern(r" ?(?:[-–—]| hingga| sampai| s\.d\.| s/d| dan) ?(?:dengan |pukul )?")
_SMALL_ZONES = frozenset({"wib", "wita", "wit", "Wib"})
"""Zones in the wrong case; newsrooms differ on *Wita*, which is read as a word."""
_ZONE = Pattern(r" ?(?:WIB|WITA|WIT)(?![^\W_])", re.IGNORECASE)
_HALVES = Pattern(r" ?(?P<half>[ap])(?:\.m\.|m)(?![^\W_])", re.IGNORECASE)
_BARE = Pattern(r"(?<![\w.,:;/-])[0-9]{1,2};[0-9]{2};[0-9]{2}(?![\w;,:]|\.\d)")
_MOST_IN_SERIES = 4
"""Most clock times that are corrected together: *pukul 8:00-10:00 dan 13:00-15:00*."""
_NOT_CLOCK = frozenset({"menit", "detik", "jam", "persen", "ribu", "juta", "kilometer", "km"})
_PARTS = {
    "dini": (0, 5), "pagi": (3, 11), "siang": (10, 15), "sore": (14, 19), "petang": (15, 19),
    "malam": (17, 24),
}  # fmt: skip
"""The first and last hour of each part of the day."""
_REST_OF_PART = frozenset({"hari"})
_POINTING = frozenset({"ini", "itu", "tadi", "kemarin", "nanti", "lalu", "sebelumnya"})


def _opened(paragraph: ParagraphContext) -> Iterator[tuple[Word, re.Match[str]]]:
    """The clock times after *pukul* or *jam*, each with that word."""
    text, end = paragraph.text, paragraph.copy.end
    for word in paragraph.words:
        if word.folded not in _OPENINGS:
            continue
        at = word.end
        if word.folded == "pkl" and text[at : at + 1] == ".":
            at += 1
        start = at
        while start < end and start < at + 3 and text[start] in " \u00a0.:":
            start += 1
        time = _TIME.match(text, start, end) if start > at or word.folded == "pkl" else None
        if time is not None and not text[at:start].strip(" \u00a0:"):
            yield word, time


def _is_clock(time: re.Match[str]) -> bool:
    hour, minute = int(time["hour"]), int(time["minute"])
    return (hour < 24 and minute < 60) or (hour, minute) == (24, 0)


def _series(
    paragraph: ParagraphContext, first: re.Match[str], most: int = _MOST_IN_SERIES
) -> list[tuple[int, int, str]]:
    """A time and those that follow it in a range (``08:00-10:00``): position and correct form of
    each."""
    text, end = paragraph.text, paragraph.copy.end
    found: list[tuple[int, int, str]] = []
    time: re.Match[str] | None = first
    while time is not None and len(found) < most and _is_clock(time):
        stop, right = time.end(), f"{time['hour']:0>2}.{time['minute']}"
        seconds = _SECONDS.match(text, stop, end)
        if seconds and int(seconds["second"]) < 60:
            stop, right = seconds.end(), f"{right}.{seconds['second']}"
        elif text[stop : stop + 1] in {".", ",", ":", ";"} and text[stop + 1 : stop + 2].isdigit():
            break
        found.append((time.start(), stop, right))
        zone = _ZONE.match(text, stop, end)
        joint = _JOINT.match(text, zone.end() if zone else stop, end)
        time = _TIME.match(text, joint.end(), end) if joint else None
    return found


def _check_form(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, last = paragraph.text, 0
    for word, time in _opened(paragraph):
        if word.start < last or _measures(paragraph, time.end()):
            continue
        series = _series(paragraph, time)
        if not series:
            continue
        last = series[-1][1]
        half = _HALVES.match(text, last, paragraph.copy.end)
        if half is not None:
            yield _in_halves(text, word, time, half)
            continue
        edits = [Edit(a, b, text[a:b], new) for a, b, new in series if text[a:b] != new]
        if word.folded != "pukul":
            opening = _opening(paragraph, word)
            edits.insert(
                0, Edit(word.start, time.start(), text[word.start : time.start()], f"{opening} ")
            )
        zone = _ZONE.match(text, last, paragraph.copy.end)
        if zone is not None and zone.group().strip() in _SMALL_ZONES:
            edits.append(Edit(*zone.span(), zone.group(), zone.group().upper()))
            last = zone.end()
        if edits and not _is_half_told(text, last, edits):
            yield _formed(text, word.start, last, edits, has_colon=_has_only_colons(word, edits))
    yield from _check_zoned(paragraph)


_LATE = frozenset({"siang", "sore", "petang", "malam"})


def _opening(paragraph: ParagraphContext, word: Word) -> str:
    """*pukul*, capitalised only at the start of a sentence or headline."""
    is_great = word.text[0].isupper() and word.text != "PKL"
    return "Pukul" if is_great and not paragraph.is_capitalised_inside(word) else "pukul"


def _is_half_told(text: str, end: int, edits: list[Edit]) -> bool:
    """Whether the next word tells the half of the day: *pukul 3.00 siang* is not 03.00."""
    behind = text[end : end + 8].split()[:1]
    is_late = bool(behind) and behind[0].strip(".,") in _LATE
    return is_late and any(edit.new.startswith("0") != edit.old.startswith("0") for edit in edits)


def _has_only_colons(word: Word, edits: list[Edit]) -> bool:
    return word.folded == "pukul" and all(edit.old.replace(":", ".") == edit.new for edit in edits)


def _formed(text: str, start: int, end: int, edits: list[Edit], *, has_colon: bool) -> RuleMatch:
    right, at = "", start
    for edit in edits:
        right += text[at : edit.start] + edit.new
        at = edit.end
    right += text[at:end]
    fix = Fix(Safety.SAFE, f"Ganti dengan “{right}”", tuple(edits))
    return RuleMatch(start, end, {"right": right}, (fix,), message="colon" if has_colon else "")


def _in_halves(text: str, word: Word, time: re.Match[str], half: re.Match[str]) -> RuleMatch:
    """Report a twelve-hour time: *pukul 2:30 PM* is 14.30."""
    hour = int(time["hour"]) % 12 if int(time["hour"]) <= 12 else int(time["hour"])
    if half["half"] in "pP" and hour < 12:
        hour += 12
    opening = "Pukul" if word.text[0].isupper() else "pukul"
    right = f"{opening} {hour:02}.{time['minute']}"
    fix = replacement_fix(text, word.start, half.end(), right, Safety.OFFERED)
    return RuleMatch(word.start, half.end(), {"right": right}, (fix,))


def _measures(paragraph: ParagraphContext, end: int) -> bool:
    """Whether a unit follows, so that it is a duration: *jam 10.30 menit*."""
    rest = paragraph.text[end : end + 12].split()[:1]
    return bool(rest) and rest[0].casefold().rstrip(".,") in _NOT_CLOCK


def _check_zoned(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Times without *pukul*, recognised by a zone or two semicolons: ``14:30 WIB``,
    ``10;07;08``."""
    text, end = paragraph.text, paragraph.copy.end
    for numeral in numerals(paragraph):
        if folded_word(numeral.before) in _OPENINGS:
            continue
        time = _TIME.match(text, numeral.start, end)
        if time is None or text[numeral.start - 1 : numeral.start] in {
            ":",
            ";",
            "-",
            "–",
            ".",
            "/",
        }:
            continue
        if time["mark"] == ";":
            bare = _BARE.match(text, numeral.start, end)
            series = _series(paragraph, time) if bare else []
        else:
            series = _series(paragraph, time, most=1)
            if not series or not _ZONE.match(text, series[0][1], end):
                continue
        edits = [Edit(a, b, text[a:b], new) for a, b, new in series if text[a:b] != new]
        if edits:
            has_colon = all(edit.old.replace(":", ".") == edit.new for edit in edits)
            yield _formed(text, edits[0].start, edits[-1].end, edits, has_colon=has_colon)


def _check_invalid(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for word, time in _opened(paragraph):
        if word.folded != "jam" and time["mark"] in ".:" and not _is_clock(time):
            yield RuleMatch(time.start(), time.end(), {"time": time.group()})


def _check_part(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, end = paragraph.text, paragraph.copy.end
    found = paragraph.words
    index = 0
    for word, time in _opened(paragraph):
        zone = _ZONE.match(text, time.end(), end)
        stop = zone.end() if zone else time.end()
        while index < len(found) and found[index].start < stop:
            index += 1
        part = found[index] if index < len(found) else None
        if part is None or part.folded not in _PARTS or not text[stop : part.start].isspace():
            continue
        last = part
        behind = found[index + 1] if index + 1 < len(found) else None
        is_tied = behind is not None and text[part.end : behind.start].isspace()
        if behind is not None and is_tied and behind.folded in _REST_OF_PART:
            last = behind
            behind = found[index + 2] if index + 2 < len(found) else None
            is_tied = behind is not None and text[last.end : behind.start].isspace()
        elif part.folded == "dini":
            continue
        if paragraph.in_speech(word.start, last.end):
            continue
        points = behind is not None and is_tied and behind.folded in _POINTING
        match = _part_match(text, word, time, stop, last, part.folded, points=points)
        if match is not None:
            yield match


def _part_match(
    text: str, word: Word, time: re.Match[str], stop: int, last: Word, part: str, *, points: bool
) -> RuleMatch | None:
    hour = int(time["hour"])
    said = text[stop : last.end].strip()
    values = {"time": f"{word.text} {time.group()}", "part": said}
    low, high = _PARTS[part]
    is_night = part == "malam" and hour < 4
    if not (low <= hour <= high or is_night):
        if not _is_clock(time):
            return None
        return RuleMatch(word.start, last.end, values, (), Severity.WARNING, "other")
    if points:
        return None
    fix = replacement_fix(text, stop, last.end, "", Safety.OFFERED)
    return RuleMatch(word.start, last.end, values, (fix,))


RULES = (
    ParagraphRule(
        code="B11",
        id="time-form",
        name="Penulisan waktu",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Waktu ditulis “{right}”.",
        other_messages={"colon": "Gaya selingkung memakai titik pada waktu: “{right}”."},
        source="EYD V, Tanda Titik 7; gaya selingkung",
        remark="EYD V membolehkan titik dua; titik adalah pilihan selingkung.",
        roles=COPY_AND_HEADLINE,
        check=_check_form,
        needs=Needs(words=_OPENINGS, has_figures=True),
        bad=(
            Example("Rapat mulai pukul 09.00 wib.", "Rapat mulai pukul 09.00 WIB."),
            Example("Rapat mulai jam 9:00 pagi itu.", "Rapat mulai pukul 09.00 pagi itu."),
            Example("Rapat mulai pukul 14:30 WIB.", "Rapat mulai pukul 14.30 WIB."),
            Example("Rapat mulai pukul 9.00.", "Rapat mulai pukul 09.00."),
            Example("Rapat mulai pkl. 09.00 WIB.", "Rapat mulai pukul 09.00 WIB."),
            Example("Rapat mulai pukul 10;07;08.", "Rapat mulai pukul 10.07.08."),
            Example("Gempa tercatat 10;07;08 tadi.", "Gempa tercatat 10.07.08 tadi."),
            Example("Rapat mulai pukul 08,30 WIB.", "Rapat mulai pukul 08.30 WIB."),
            Example("Loket buka pukul 08:00-14:00.", "Loket buka pukul 08.00-14.00."),
            Example("Loket buka pukul 8:00 sampai 14.00.", "Loket buka pukul 08.00 sampai 14.00."),
            Example("Azan berkumandang 17:45 WIB.", "Azan berkumandang 17.45 WIB."),
            Example("Rapat mulai pukul 2:30 PM.", "Rapat mulai pukul 14.30."),
            Example("Jam 09.00 rapat dimulai.", "Pukul 09.00 rapat dimulai."),
        ),
        good=(
            "Rapat mulai pukul 09.00 Wita dan usai pukul 10.00 WIB.",
            "Rapat mulai pukul 14.00 WIB dan selesai pukul 01.35.20.",
            "Jam kerja 24 jam, dua jam, jam 24 itu.",
            "Peta berskala 1:10.000 dan skor 2:1.",
            "Rapat mulai pukul 3.00 siang dan usai pukul 7.30 malam.",
            "Perjalanan memakan 2 jam 30 menit.",
            "Surah Al-Baqarah 2:255 dibaca.",
            "Tarifnya per jam 10.000 rupiah.",
            "Rapat mulai pukul 9 pagi.",
        ),
    ),
    ParagraphRule(
        code="B12",
        id="time-invalid",
        name="Waktu tidak ada",
        severity=Severity.ERROR,
        safety=Safety.NONE,
        why="Pukul {time} tidak ada.",
        source="praktik jurnalistik",
        roles=COPY,
        check=_check_invalid,
        needs=Needs(words=_OPENINGS),
        bad=(
            Example("Rapat mulai pukul 25.00 WIB."),
            Example("Rapat mulai pukul 24.30."),
            Example("Rapat mulai pukul 09:75."),
        ),
        good=("Rapat selesai pukul 24.00.", "Ada 1.720 orang.", "Tarif jam 25.50 belum diatur."),
    ),
    ParagraphRule(
        code="B30",
        id="time-daypart-redundant",
        name="Bagian hari yang berlebih",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{time}” sudah menunjukkan waktunya; hapus “{part}”.",
        other_messages={"other": "“{time}” dan “{part}” berlawanan; periksa waktunya."},
        source="praktik penyuntingan",
        check=_check_part,
        needs=Needs(words=_OPENINGS),
        bad=(
            Example("Rapat mulai pukul 05.30 WIB pagi.", "Rapat mulai pukul 05.30 WIB."),
            Example("Rapat mulai jam 19.00 malam.", "Rapat mulai jam 19.00."),
            Example("Gempa terjadi pukul 02.15 WIB dini hari.", "Gempa terjadi pukul 02.15 WIB."),
            Example("Rapat mulai pukul 09.00 pagi hari.", "Rapat mulai pukul 09.00."),
            Example("Rapat mulai pukul 19.00 WIB pagi."),
            Example("Rapat mulai pukul 07.30 malam."),
        ),
        good=(
            "Rapat digelar Rabu (13/11/2024) pagi.",
            "Rapat mulai pukul 5 pagi.",
            "Rapat mulai pukul 05.30 WIB, pagi itu.",
            "Rapat mulai pukul 09.00 pagi tadi.",
            '"Kami kumpul lagi pukul 09.00 pagi di sini," katanya.',
        ),
    ),
)
