"""The presumption of innocence (G03): nobody is named as a *pelaku* before the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.house.style import HouseStyle
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.ethics.crime_signs import (
    INITIALS,
    NAME,
    NOT_NAMES,
    contains_any,
    is_crime,
    paragraph_sentences,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import keep_case

_ACCUSED = Pattern(
    r"(?<![^\W_])(?P<word>[Pp]elaku|[Mm]aling|[Pp]embunuh|[Pp]encuri|[Kk]oruptor|[Bb]andar|[Pp]engedar"
    r"|[Pp]redator)"
    r"(?P<what>(?:\s(?:anak|motor|mobil|sapi|ternak|ayam|kabel|helm|kotak amal"
    r"|begal|curas|korupsi|perampokan|pembacokan|penculikan"
    r"|narkoba|sabu|judi|judol|togel|pembunuhan|pencurian|penganiayaan|pengeroyokan|penipuan"
    r"|pencabulan|pemerkosaan|curanmor|seksual|utama|lain|ini|itu|tersebut))?"
    r"(?:(?<=[a-z])\s(?:itu|ini|tersebut))?),?\s"
    rf"(?P<said>(?:yang\s)?(?:berinisial|bernama|atas\snama|yakni|yaitu)\s)?"
    rf"(?P<who>{INITIALS}(?![\w-])|{NAME})(?P<age>,?\s?\(\d{{1,2}}(?:\s(?:tahun|thn))?\))?"
)
_STEMS = "pelaku Pelaku aling embunuh encuri oruptor andar engedar redator".split()
_GUARDED = Pattern(
    r"(?:terduga|diduga|dugaan|tersangka|terdakwa|terpidana|bukan|diduga\ssebagai|sebagai\sterduga)"
    r"\s(?:para\s|kedua\s|ketiga\s|seorang\s)?$",
    re.IGNORECASE,
)
_VERDICT = Pattern(
    r"(?<![^\W_])(?:divonis|vonis|terpidana|inkrah|inkracht|terbukti bersalah|dihukum"
    r"|putusan (?:hakim|majelis|pengadilan|PN)|dipidana|narapidana|mantan napi"
    r"|menjatuhkan hukuman)(?![^\W_])",
    re.IGNORECASE,
)
_STORY = Pattern(
    r"(?<![^\W_])(?:film|novel|sinetron|drama|lakon|(?:ber|mem)peran\w*|pemeran\w*)(?![^\W_])",
    re.IGNORECASE,
)
"""A sentence with one of these is about a fictional person."""
_TRIAL = Pattern(r"(?<![^\W_])(?:sidang|persidangan|JPU|jaksa penuntut|dakwaan|terdakwa)(?![^\W_])")
_CHARGED = Pattern(r"(?<![^\W_])(?:tersangka)(?![^\W_])", re.IGNORECASE)


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    accused = [
        (context.frame.parts[number].paragraph.start + at, m)
        for number, _, found in context.collected(_accused)
        for at, m in found
    ]
    if not accused or _VERDICT.search(context.text):
        return
    status = _status(context.text)
    for start, m in accused:
        yield RuleMatch(
            start + m.start(),
            start + m.end(),
            {"text": m["word"].lower()},
            _fixes(context, m, start, status),
        )


def _accused(paragraph: ParagraphContext) -> tuple[tuple[int, re.Match[str]], ...]:
    """Persons named and called guilty outside speech, each with its sentence's position."""
    if not contains_any(paragraph.text, _STEMS):
        return ()
    return tuple(
        (place.start, m)
        for place in paragraph_sentences(paragraph)
        if not place.is_spoken and contains_any(place.text, _STEMS)
        for m in _ACCUSED.finditer(place.text)
        if _is_somebody(m, place.text, paragraph.house)
        and not _STORY.search(place.text)
        and not _GUARDED.search(place.text[max(0, m.start() - 40) : m.start()])
    )


def _is_somebody(m: re.Match[str], text: str, house: HouseStyle) -> bool:
    """Whether a person is named; not so in *pelaku UMKM* and *pelaku Usaha*."""
    who = m["who"]
    if who.split()[0] in NOT_NAMES or who.upper() in house.dateline.places:
        return False
    if m["what"].strip() in _OFFENCES and not m["said"] and text[m.end("what")] != ",":
        return False  # in *pelaku pembunuhan Riky*, Riky is the victim
    if m["word"].lower() == "bandar" and not m["what"].strip():
        return False
    if m["age"] or (m["said"] and any(sign in m["said"] for sign in ("nama", "inisial"))):
        return True
    around = text[max(0, m.start() - _NEAR) : m.start()] + text[m.end() : m.end() + _NEAR]
    if not m["what"].strip() and not is_crime(around):
        return False
    if re.fullmatch(INITIALS, who):
        bare = who.replace(".", "")
        return len(bare) > 1 and bare not in house.common_acronyms and bare not in _TRADES
    return True


_NEAR = 200
"""A crime within this many code points around a name makes the person an accused."""
_OFFENCES = frozenset(
    "pembunuhan pencurian penganiayaan pengeroyokan penipuan pencabulan pemerkosaan".split()
)
_TRADES = frozenset({"UMKM", "UMK", "UKM", "IKM", "KDRT", "TPPO", "PKL", "MICE", "TI", "IT", "EO"})
"""Acronyms after *pelaku* that are not initials."""


def _status(text: str) -> str:
    """The accused's legal status according to the release; '' where it does not say."""
    if _TRIAL.search(text):
        return "terdakwa"
    return "tersangka" if _CHARGED.search(text) else ""


def _fixes(context: ReleaseContext, m: re.Match[str], start: int, status: str) -> tuple[Fix, ...]:
    """The fixes: *terduga pelaku*, and the status that the text gives, in place of *pelaku*."""
    said = m["word"]
    rights = [f"terduga {said.lower()}"]
    if status and said.lower() == "pelaku" and not m["what"]:
        rights.append(status)
    span = (start + m.start("word"), start + m.end("word"))
    return tuple(
        replacement_fix(context.text, *span, keep_case(said, right), Safety.OFFERED)
        for right in rights
    )


RULES = (
    ReleaseRule(
        code="G03",
        id="presumption-of-innocence",
        name="Asas praduga tak bersalah",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Belum ada putusan pengadilan dalam berita ini; gunakan “terduga {text}”, “tersangka”,"
        " atau “terdakwa” sesuai status hukumnya.",
        source="Kode Etik Jurnalistik Pasal 3",
        check=_check,
        bad=(
            Example(
                "Polisi menangkap pelaku, AS (30), warga Talun.",
                "Polisi menangkap terduga pelaku, AS (30), warga Talun.",
            ),
            Example(
                "Pelaku berinisial BD mencuri motor itu.",
                "Terduga pelaku berinisial BD mencuri motor itu.",
            ),
            Example(
                "Warga menangkap maling motor berinisial TN (23).",
                "Warga menangkap terduga maling motor berinisial TN (23).",
            ),
            Example(
                "Polisi menangkap pengedar sabu berinisial RK (25).",
                "Polisi menangkap terduga pengedar sabu berinisial RK (25).",
            ),
            Example(
                "Pelaku Budi Santoso menganiaya korban.",
                "Terduga pelaku Budi Santoso menganiaya korban.",
            ),
        ),
        good=(
            "Pelaku UMKM, pelaku Usaha Mikro, dan pelaku seni Didik Nini hadir.",
            "Pelaku masih diburu polisi.",
            "Terduga pelaku, AS (30), ditahan; tersangka pelaku berinisial BD ditahan.",
            "Pelaku, AS (30), divonis dua tahun penjara.",
            '"Kami menangkap pelaku, AS (30), di rumahnya," kata Rina.',
            "Pencuri itu lari ke Talun; bandar udara Dhoho (2) dibuka.",
            "Polisi menangkap pelaku pembunuhan Riky Saputra (31) di Talun.",
            "Aktor itu berperan sebagai koruptor bernama Surya dalam film pelajar.",
            "Pelaku IKM dan pelaku TPPO dibina; pencurian dicegah.",
        ),
    ),
)
