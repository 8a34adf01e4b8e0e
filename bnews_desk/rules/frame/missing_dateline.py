"""A01: a missing or unreadable dateline."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, FramePart
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import first_word_span, replace_text
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch

SEEN = 400
"""Code points of the lead in which its place is looked for."""


_HEAD = Pattern(
    r"[\s*_(]{0,5}(?P<head>[^–—|;\n]{2,50}?)(?:[*_.)]{0,3}\s{0,3}(?:[–—|;]|(?<=\s)-{1,2}(?=\s)|\.-)"
    r"|(?<=[A-Z]{4})[*_]{0,3}[,.:]|(?<=\d)\))[*_]{0,3}\s{0,3}(?=[\"“‘]?[A-Z])"
)
"""A sender's opening before the news, up to its dash: *Malang, jatim.kpu.go.id -*."""
_HEAD_WORD = Pattern(r"[^\W\d_]+")
_MOST_HEAD_WORDS = 6
_OFFICE_HOLDERS = frozenset("bupati gubernur wali walikota camat kepala ketua sekda".split())
_SEAT = Pattern(
    r"(?<!\w)(?:Kabupaten|Kab\.|Kota|Pemkab|Pemkot|Bupati|Wali Kota|Polres(?:ta)?|KPU|DPRD|Humas"
    r"|Kodim|Kejari|RSUD|Diskominfo\w{0,6}|Kominfo) (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
"""An authority named with its place: *Pemkab Fakfak*."""


def _sender_opening(context: ReleaseContext, text: str) -> tuple[str, int] | None:
    """The regency or city in a sender's own dateline, and the length of that dateline, or None."""
    match = _HEAD.match(text)
    if match is None:
        return None
    names = [found.group() for found in _HEAD_WORD.finditer(match["head"])]
    loud = [name for name in match["head"].split() if name[0].islower() and "." not in name]
    if (
        loud
        or len(names) > _MOST_HEAD_WORDS
        or not _OFFICE_HOLDERS.isdisjoint(name.casefold() for name in names)
    ):
        return None
    behind = _HEAD_WORD.match(text, match.end())
    if behind is not None and _is_regency(context, behind.group()):
        return None  # a route: *Blitar - Tulungagung macet*
    for count in (3, 2, 1):
        for at in range(len(names) - count, -1, -1):
            name = " ".join(names[at : at + count])
            if _is_regency(context, name):
                return name.upper(), match.end()
    return None


def _is_regency(context: ReleaseContext, name: str) -> bool:
    return context.reader.datelines.is_known(name) or bool(context.lexicon.places.regencies(name))


def _seat(context: ReleaseContext) -> str:
    """The first regency or city that the copy names with its authority; '' where there is none."""
    for match in _SEAT.finditer(context.text):
        for name in (match["place"], match["place"].split()[0]):
            if _is_regency(context, name):
                return name.upper()
    return ""


def _missing(context: ReleaseContext) -> Iterator[RuleMatch]:
    lead = context.frame.lead
    if lead is None or lead.dateline is not None:
        return
    count = sum(len(part.text.split()) for part in context.frame.parts if part.role in COPY)
    if count < context.house.limits.draft_words:
        return
    dateline, length = _meant(context, lead)
    at = lead.paragraph.start
    label = f"Ganti awal paragraf dengan “{dateline}”" if length else f"Tambahkan “{dateline}”"
    edit = replace_text(context, at, at + length, dateline)
    fix = Fix(Safety.OFFERED, label, (edit,))
    yield RuleMatch(*first_word_span(lead), {"dateline": dateline}, (fix,))


def _meant(context: ReleaseContext, lead: FramePart) -> tuple[str, int]:
    """The dateline that the lead should have, and the length of the text that it replaces."""
    style, reader = context.house.dateline, context.reader.datelines
    opening = reader.loose_opening(lead.text)
    if opening is None or not opening.place:
        sender = _sender_opening(context, lead.text[:SEEN])
        if sender is not None:
            return style.house_form(sender[0]), sender[1]
    place = opening.place if opening else ""
    place = place or reader.first_place(lead.text[:SEEN]) or _seat(context) or style.default_place
    return style.house_form(place), opening.length if opening else 0


_LONG = (
    "Pemerintah Kabupaten Blitar menyalurkan bantuan benih jagung kepada dua belas kelompok tani di"
    " Kecamatan Wates menjelang musim tanam kedua tahun ini."
)
_FAR = _LONG.replace("Blitar", "Fakfak").replace("Kecamatan Wates", "distrik itu")
_OPENINGS = ("BLITAR | B-news.id, ", "BLITAR, ", "Blitar: ", "BLITAR. ", "B-news.id: ")

RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A01",
        id="dateline-missing",
        name="Dateline belum ada",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Baris pertama belum memuat dateline; tambahkan, misalnya, “{dateline}”.",
        source="Gaya selingkung",
        check=_missing,
        bad=(
            Example(_LONG, f"BLITAR | B-news.id - {_LONG}"),
            *(
                Example(f"{opening}{_LONG}", f"BLITAR | B-news.id - {_LONG}")
                for opening in _OPENINGS
            ),
            *(
                Example(f"{opening}{_FAR}", f"FAKFAK | B-news.id - {_FAR}")
                for opening in ("", "FAKFAK, ", "Fakfak; ", "Diskominfostaper Fakfak – ")
            ),
            Example(f"Malang, jatim.kpu.go.id - {_LONG}", f"MALANG | B-news.id - {_LONG}"),
            Example(
                "\nBlitar - Tulungagung macet total sejak pagi karena sebuah truk bermuatan pasir"
                " terguling di tikungan tajam dan menutup kedua lajur jalan itu hingga siang.",
                "\nBLITAR | B-news.id - Blitar - Tulungagung macet total sejak pagi karena sebuah"
                " truk bermuatan pasir terguling di tikungan tajam dan menutup kedua lajur jalan"
                " itu hingga siang.",
            ),
        ),
        good=(
            f"BLITAR | B-news.id - {_LONG}",
            "Pemkab Blitar menyalurkan bantuan.",
            "",
        ),
    ),
)
