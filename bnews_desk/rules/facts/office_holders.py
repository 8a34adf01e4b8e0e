"""Offices given to somebody whom the newsroom's register does not have there that day (F10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.house.officials import Official
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.numbers.written_dates import written_dates
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import sentence_at

_TITLES = r"(?:(?:Drs|Dra|Dr|dr|Ir|H|Hj|KH|K\.H|Prof|R|Rr)\.? ){0,3}"
_NAME = r"[A-Z][a-z'’]+(?: [A-Z][a-z'’]*\.?){0,4}"
_NOT_NOW = frozenset(
    "mantan eks bekas calon bakal plt plh pj pjs penjabat wakil wabup istri suami anak putra putri"
    " ajudan staf sekretaris ayah ibu adik kakak cabup era masa almarhum".split()
)
"""Words before an office that make it another's, or another time's."""
_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_THEN = Pattern(
    r"(?i)\b(?:saat itu|ketika itu|kala itu|waktu itu|terpilih|periode|dilantik|pelantikan"
    r"|almarhum|dulu|dahulu|semasa|menjabat|pernah)\b"
)
"""A sentence with one of these speaks of another time."""


class HeldOffice(NamedTuple):
    """An office and who is said to hold it: where both stand in a paragraph, and the name."""

    office: str
    form: str
    start: int
    name: str
    name_start: int


@lru_cache(maxsize=8)
def _register(officials: tuple[Official, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds an office with a name behind it, and which office each form of writing is."""
    forms: dict[str, str] = {}
    for official in officials:
        for form in (official.office, *official.short):
            forms.setdefault(form, official.office)
    longest_first = sorted(forms, key=len, reverse=True)
    offices = "|".join(re.escape(form) for form in longest_first)
    found = re.compile(rf"(?<![\w-])(?P<office>{offices}),? {_TITLES}(?P<name>{_NAME})")
    return found, forms


def _held(paragraph: ParagraphContext) -> tuple[HeldOffice, ...]:
    """The offices of the register in a paragraph that somebody is named with."""
    officials = paragraph.house.officials
    if not officials or paragraph.role not in COPY:
        return ()
    found, forms = _register(officials)
    text = paragraph.text
    return tuple(
        HeldOffice(forms[m["office"]], m["office"], m.start(), m["name"], m.start("name"))
        for m in found.finditer(text, *paragraph.copy)
        if _word_before(text, m.start()) not in _NOT_NOW and not paragraph.in_speech(*m.span())
    )


def _word_before(text: str, at: int) -> str:
    return (text[max(0, at - 14) : at].split() or [""])[-1].rstrip(".").casefold()


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not context.house.officials:
        return
    for number, paragraph, found in context.collected(_held):
        at = context.frame.parts[number].paragraph.start
        for held in found:
            if _is_place(context, held):
                continue
            day = _day_of(context, paragraph, held)
            if day is not None:
                yield from _judged(context, held, day, at)


def _is_place(context: ReleaseContext, held: HeldOffice) -> bool:
    """Whether a place follows, whose office it then is: *Bupati Kediri*."""
    first = held.name.split()[0]
    return first in ("Kabupaten", "Kota") or bool(context.lexicon.places.regencies(first))


def _day_of(context: ReleaseContext, paragraph: ParagraphContext, held: HeldOffice) -> date | None:
    """The day that a sentence tells of: its own, else that of the release; None where unsure."""
    sentence = sentence_at(paragraph, held.start)
    said = sentence.within(paragraph.text)
    dates = [w.exact for w in written_dates(paragraph) if sentence.covers(w.span)]
    if len(dates) == 1:
        return dates[0]
    if dates or _YEAR.search(said) or _THEN.search(said):
        return None
    return context.publication_date or _event_day(context)


def _event_day(context: ReleaseContext) -> date | None:
    """The first day that the copy names with its weekday and year."""
    for _, _, found in context.collected(written_dates):
        for written in found:
            if written.weekday is not None and written.exact is not None:
                return written.exact
    return None


def _judged(context: ReleaseContext, held: HeldOffice, day: date, at: int) -> Iterator[RuleMatch]:
    entries = [one for one in context.house.officials if one.office == held.office]
    holders = [one for one in entries if one.holds_on(day)]
    if any(_is_one(one.name, held.name) for one in holders):
        return
    before = [one for one in entries if _is_one(one.name, held.name)]
    if not holders and not before:
        return
    start, end = held.start + at, held.name_start + len(held.name) + at
    values = {
        "date": f"{day.day}/{day.month}/{day.year}",
        "office": held.office,
        "name": held.name,
        "holder": holders[0].name if holders else "",
    }
    fixes = _fixes(context, held, at, holders, was_once=any(_ended(one, day) for one in before))
    yield RuleMatch(start, end, values, fixes, message="" if holders else "unknown")


def _ended(official: Official, day: date) -> bool:
    return official.until is not None and official.until < day


def _fixes(
    context: ReleaseContext,
    held: HeldOffice,
    at: int,
    holders: Sequence[Official],
    *,
    was_once: bool,
) -> tuple[Fix, ...]:
    """The holder's name, and *mantan* where the register has had the one who is named."""
    start = held.name_start + at
    end = start + len(held.name)
    fixes = [
        replacement_fix(context.text, start, end, official.name, Safety.OFFERED)
        for official in holders[:1]
    ]
    if was_once:
        first = held.start + at
        form = f"mantan {held.form}"
        if context.text[:first].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?"):
            form = f"Mantan {held.form}"
        fixes.append(
            replacement_fix(context.text, first, first + len(held.form), form, Safety.OFFERED)
        )
    return tuple(fixes)


def _is_one(name: str, other: str) -> bool:
    """Whether two ways of writing a name share a word of three letters or more."""
    return not _parts(name).isdisjoint(_parts(other))


def _parts(name: str) -> frozenset[str]:
    folded = name.casefold().replace("’", "'")
    return frozenset(part for part in folded.split() if len(part.strip(".")) > 2)


RULES = (
    ReleaseRule(
        code="F10",
        id="office-holder-mismatch",
        name="Pejabat tidak sesuai daftar",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Per {date} jabatan {office} tercatat atas nama {holder}; periksa.",
        other_messages={
            "unknown": "Per {date} {name} tidak tercatat lagi sebagai {office}; periksa."
        },
        source="daftar pejabat redaksi",
        check=_check,
        officials=(
            Official("Wali Kota Tirtasari", "Sugeng Hartono", until=date(2024, 6, 30)),
            Official("Wali Kota Tirtasari", "Ratna Widuri", since=date(2024, 7, 1)),
        ),
        bad=(
            Example(
                "Wali Kota Tirtasari Bambang Adi membuka pasar, Rabu (13/11/2024).",
                "Wali Kota Tirtasari Ratna Widuri membuka pasar, Rabu (13/11/2024).",
            ),
        ),
        good=(
            "Wali Kota Tirtasari Ratna Widuri membuka pasar, Rabu (13/11/2024).",
            "Wali Kota Tirtasari Sugeng Hartono membuka pasar, Rabu (12/6/2024).",
            "Mantan Wali Kota Tirtasari Sugeng Hartono hadir, Rabu (13/11/2024).",
            "Plt. Wali Kota Tirtasari Bambang Adi hadir, Rabu (13/11/2024).",
            "Wali Kota Tirtasari Bambang Adi membuka pasar.",
        ),
        remark=(
            "Diam selama daftar pejabat di gaya selingkung kosong, atau bila tanggal"
            " peristiwanya tidak jelas."
        ),
    ),
)
