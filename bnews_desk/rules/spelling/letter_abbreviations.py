"""Abbreviations of official letters in running text: *tsb.*, *Kab. Blitar* (C43)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_replacement import stands_alone

_LONG = {"tsb.": "tersebut", "Kab.": "Kabupaten", "Kec.": "Kecamatan"}
_SHORT = Pattern(r"(?<![\w./@#-])(?:tsb\.(?![\w./-])|(?:Kab|Kec)\.(?= ?[A-Z]))")

_ADDRESS = Pattern(r"\b(?:Jl|JL|Jln|Jalan|Gg|Alamat|RT|Kel)\b[^\n]{0,80}$")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    for match in _SHORT.finditer(text, start, end):
        first, last = match.span()
        if paragraph.in_quotation(first, last) or paragraph.in_link(first, last):
            continue
        if text[first] == "K" and _ADDRESS.search(text, max(start, first - 90), first):
            continue
        if stands_alone(text, first, last):
            yield _written_out(paragraph, first, last)


def _written_out(paragraph: ParagraphContext, first: int, last: int) -> RuleMatch:
    text = paragraph.text
    short = text[first:last]
    long = _LONG[short]
    new = long
    if short == "tsb." and _ends_sentence(text, last):
        new += "."
    elif text[last : last + 1].isalpha():  # *Kab.Blitar*
        new += " "
    fix = replacement_fix(text, first, last, new, Safety.OFFERED, f"Ganti dengan “{long}”")
    return RuleMatch(first, last, {"text": short, "right": long}, (fix,))


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the abbreviation's full stop also ends the sentence."""
    behind = text[at:].lstrip()
    return not behind or (text[at] == " " and behind[0].isupper())


RULES = (
    ParagraphRule(
        code="C43",
        id="letter-abbrev",
        name="Singkatan surat dinas",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="“{text}” adalah singkatan surat dinas; dalam berita tulis lengkap: “{right}”.",
        source="praktik penyuntingan",
        remark="21 temuan dalam 5.678 artikel terbit (Desember 2026).",
        roles=COPY_AND_HEADLINE,
        check=_check,
        bad=(
            Example(
                "Kegiatan tsb. digelar di balai desa.", "Kegiatan tersebut digelar di balai desa."
            ),
            Example(
                "Warga menyambut acara tsb. Camat hadir.",
                "Warga menyambut acara tersebut. Camat hadir.",
            ),
            Example("Warga menyambut acara tsb.", "Warga menyambut acara tersebut."),
            Example("Acara itu digelar di Kab. Blitar.", "Acara itu digelar di Kabupaten Blitar."),
            Example("Rapat di Kec.Talun ditunda.", "Rapat di Kecamatan Talun ditunda."),
            Example("Panen Raya di Kab. Blitar\nIsi.", "Panen Raya di Kabupaten Blitar\nIsi."),
        ),
        good=(
            '"Kegiatan tsb. kami gelar di Kab. Blitar," ujarnya.',
            "Kegiatan tersebut digelar di Kabupaten Blitar.",
            "Kunjungi laman kab.blitar.go.id dan akun @Kab.Blitar di sana.",
            "Kantornya di Jl. Merdeka 5, Kec. Kanigoro, Kab. Blitar.",
            "Panitia menyebut kab. itu luas.",
        ),
    ),
)
