"""A01: the dateline that is not there, or that nobody can read as one."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, FramePart
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import first_word_span, replace_text
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch

SEEN = 400
"""Code points of the lead in which its place is looked for."""


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
    """The dateline that the lead should have, and how much of it that stands in for."""
    style, reader = context.house.dateline, context.reader.datelines
    opening = reader.loose_opening(lead.text)
    place = opening.place if opening else ""
    place = place or reader.first_place(lead.text[:SEEN]) or style.default_place
    return style.house_form(place), opening.length if opening else 0


_LONG = (
    "Pemerintah Kabupaten Blitar menyalurkan bantuan benih jagung kepada dua belas kelompok tani di"
    " Kecamatan Wates menjelang musim tanam kedua tahun ini."
)
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
