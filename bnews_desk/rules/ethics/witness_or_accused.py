"""A person called both a witness and an accused (G04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.ethics.crime_signs import (
    INITIALS,
    NAME,
    NOT_NAMES,
    contains_any,
    is_about_lessons,
    is_crime_mentioned,
    paragraph_sentences,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_LIGHT = ("saksi", "terlapor", "terperiksa")
_GRAVE = ("tersangka", "terdakwa", "terpidana")
_STATUS = "|".join(_LIGHT + _GRAVE)
_WHO = rf"(?P<who>{NAME}|{INITIALS}(?![\w-]))"
_STATUS_FIRST = Pattern(
    rf"(?<![\w-])(?P<status>(?i:{_STATUS})),? (?:utama |kunci )?"
    rf"(?:berinisial |bernama |atas nama |yakni |yaitu )?{_WHO}"
)
_NAME_FIRST = Pattern(
    rf"(?<![\w-]){_WHO}(?:,? \(\d\d(?: tahun)?\))?,? (?:yang )?(?:kini |masih |diperiksa |berstatus"
    rf" |hadir |ditetapkan |menjadi |sebagai |selaku |adalah ){{1,3}}(?P<status>{_STATUS})(?![\w-])"
)
_STEMS = ("saksi", "Saksi", "erlapor", "erperiksa", "ersangka", "erdakwa", "erpidana")
_CHANGES = Pattern(
    r"(?i)\bditetapkan|\bmenetapkan|\bpenetapan|dari saksi|statusnya|status [a-z]+nya|naik status"
    r"|\bsebelumnya|\bsemula|\bawalnya|(?<!\d)\d{1,2}/\d{1,2}|\b(?:Senin|Selasa|Rabu|Kamis|Jumat"
    r"|Sabtu|Minggu)\b|\bkini\b|\bakhirnya|\bkemudian|\bmantan|\bbekas|\bbukan\b|saksi mahkota"
)
"""A sentence with one of these is about a change of status, or its date."""
_NO_NAMES = frozenset(
    "Ahli Bank Dinas Kepala Ketua Direktur Menteri Bupati KPK PT DPR PN Mahkamah Jaksa Hakim Tim"
    " Jehovah Yehuwa Sejarah Mata Kunci Nikah Selain Namun Dalam Menurut Sementara".split()
)
"""Words after a status that do not begin a name: *saksi ahli*, *Saksi Yehuwa*."""
_MOST = 200
"""Most mentions that are compared; with more it is a list of cases."""


class PersonStatus(NamedTuple):
    """The legal status of the person ``who`` in one sentence, and its place.

    ``is_told`` says that the sentence is about a change of status or its date.
    """

    who: str
    is_grave: bool
    status: str
    start: int
    end: int
    is_told: bool


def _standings(paragraph: ParagraphContext) -> tuple[PersonStatus, ...]:
    """All persons of a paragraph whose legal status is given."""
    if not contains_any(paragraph.text, _STEMS):
        return ()
    return tuple(
        standing
        for place in paragraph_sentences(paragraph)
        if contains_any(place.text, _STEMS) and not is_about_lessons(place.text)
        for m in (*_STATUS_FIRST.finditer(place.text), *_NAME_FIRST.finditer(place.text))
        if (standing := _standing(m, place.text, place.start)) is not None
    )


def _standing(m: re.Match[str], sentence: str, at: int) -> PersonStatus | None:
    who = m["who"]
    if who.split()[0] in NOT_NAMES or who.split()[0] in _NO_NAMES:
        return None
    status = m["status"].lower()
    return PersonStatus(
        who.replace(".", ""),
        status in _GRAVE,
        status,
        at + m.start(),
        at + m.end(),
        _CHANGES.search(sentence) is not None,
    )


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    if not is_crime_mentioned(context):
        return
    found = [
        (standing, context.frame.parts[number].paragraph.start)
        for number, _, standings in context.collected(_standings)
        for standing in standings
    ]
    for at, (later, offset) in enumerate(found[:_MOST]):
        for earlier, _ in found[:at]:
            if _contradict(earlier, later):
                values = {"who": later.who, "one": earlier.status, "other": later.status}
                yield RuleMatch(later.start + offset, later.end + offset, values)
                break


def _contradict(one: PersonStatus, other: PersonStatus) -> bool:
    return (
        one.is_grave != other.is_grave
        and not one.is_told
        and not other.is_told
        and _are_one(one.who, other.who)
    )


def _are_one(one: str, other: str) -> bool:
    """Whether two names mean one person: equal, or one is the first or last word of the other."""
    if one == other:
        return True
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return len(shorter) == 1 and len(shorter[0]) > 3 and shorter[0] in longer


RULES = (
    ReleaseRule(
        code="G04",
        id="status-inconsistent",
        name="Status hukum berbeda-beda",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Status hukum {who} ditulis {one} dan {other}; periksa.",
        source="Kode Etik Jurnalistik Pasal 3",
        check=_check,
        bad=(
            Example("Saksi AS diperiksa polisi. Tersangka AS ditahan di Polres Blitar."),
            Example("Hartono hadir sebagai saksi. Terdakwa Hartono duduk di depan hakim."),
            Example("Terlapor bernama Suyadi datang. Tersangka Suyadi mencuri sapi."),
        ),
        good=(
            "Saksi AS diperiksa polisi. Tersangka BD ditahan di Polres Blitar.",
            "Dari saksi menjadi tersangka pada Rabu (13/11/2024), AS ditahan. Saksi AS menangis.",
            "Polisi menetapkan AS sebagai tersangka. Sebelumnya, saksi AS diperiksa dua kali.",
            "Tersangka AS ditahan. Terdakwa AS disidang. Terpidana AS dipenjara.",
            "Siswa memerankan saksi Budi dalam drama. Tersangka Budi diperankan gurunya.",
        ),
        remark=("Diam bila kalimatnya menyebut penetapan, perubahan status, atau waktunya."),
    ),
)
