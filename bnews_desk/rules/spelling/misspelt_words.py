"""Misspelt words (C41), and unknown words (C38)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bnews_desk.finding import Finding, Safety, Severity
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.rules.spelling.unknown_words import Unknown, unknown_words
from bnews_desk.text import keep_case


def _misspelt(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, _, unknown in unknown_words(context):
        offset = context.frame.parts[number].paragraph.start
        for one in unknown:
            if one.joined or context.lexicon.speller.is_misspelt(one.folded, one.doubt):
                yield _match(context, one, offset)


def _without_neighbour(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, _, unknown in unknown_words(context):
        offset = context.frame.parts[number].paragraph.start
        for one in unknown:
            is_slip = one.joined or context.lexicon.speller.is_misspelt(one.folded, one.doubt)
            if one.doubt == 1.0 and not is_slip:
                yield _match(context, one, offset)


def _match(context: ReleaseContext, unknown: Unknown, offset: int) -> RuleMatch:
    start, end = unknown.start + offset, unknown.end + offset
    return RuleMatch(start, end, {"text": context.text[start:end]})


def _with_suggestions(finding: Finding, lexicon: Lexicon) -> Finding:
    """``finding`` with suggestions, which take too long to compute at every check."""
    first, _, second = finding.text.partition(" ")
    if second:
        joined = lexicon.speller.rejoined(first.casefold(), second.strip().casefold())
        rights: tuple[str, ...] = (keep_case(first, joined),) if joined else ()
    else:
        rights = lexicon.speller.suggestions(finding.text)
    if not rights:
        return finding
    fixes = [
        replacement_fix(finding.text, 0, len(finding.text), right, Safety.OFFERED).shifted(
            finding.start
        )
        for right in rights
    ]
    template = SPELLING.other_messages["meant"]
    values = {"text": finding.text, "right": rights[0]}
    return replace(finding, template=template, values=values, fixes=tuple(fixes))


SPELLING = ReleaseRule(
    code="C41",
    id="spelling",
    name="Salah ketik",
    severity=Severity.WARNING,
    safety=Safety.OFFERED,
    why="“{text}” mungkin salah ketik.",
    other_messages={"meant": "“{text}” mungkin salah ketik dari “{right}”."},
    source="kebiasaan pers",
    check=_misspelt,
    complete=_with_suggestions,
    yields_to_group=True,
    bad=(
        Example("Pembagnunan jalan itu selesai.", "Pembangunan jalan itu selesai."),
        Example("Hal terebut disampaikan camat.", "Hal tersebut disampaikan camat."),
        Example("Warga mengikutti kerja bakti.", "Warga mengikuti kerja bakti."),
        Example("Hujan menganggu panen warga.", "Hujan mengganggu panen warga."),
        Example("Petugas memeriksa ke giatan itu.", "Petugas memeriksa kegiatan itu."),
        Example("Camat meninjau pem bangunan jalan.", "Camat meninjau pembangunan jalan."),
        Example("Bupati danmasyarakat hadir.", "Bupati dan masyarakat hadir."),
        Example("Mereka membantu anakanak desa.", "Mereka membantu anak-anak desa."),
        Example("Ia mewakili masayrakatt setempat.", "Ia mewakili masyarakat setempat."),
        Example("Rapat digelar Kemeterian Kesehatan.", "Rapat digelar Kementerian Kesehatan."),
        Example("Selanjunya, warga pulang.", "Selanjutnya, warga pulang."),
        Example(
            "Warga Masyarkat Desa Senang\nSemua masyarakat desa itu senang.",
            "Warga Masyarakat Desa Senang\nSemua masyarakat desa itu senang.",
        ),
        Example("“Kami ingin pelayanna cepat,” katanya.", "“Kami ingin pelayanan cepat,” katanya."),
    ),
    good=(
        "Warga Plosorejo menyambut baik sinkronisasinya.",
        "Tetuanya menjawab, “Matur nuwun, sugeng rawuh sedaya.”",
        "Menurut Teguh Prasetyo, warga menunggu kabar dari Kanigoro.",
        "Alamatnya sekertariat@contoh.id dan #pembagnunan.",
        "Berkas pembagnunan.pdf disimpan di data_pembagnunan.",
        "Mereka menyebutnya “gercepp” sejak lama.",
        "Kebijakan itu (sustainabel livelihoods) diterapkan.",
        "Merek Kegaitan dikenal warga; produk kegaitan laku.",
        "Harapan Parlindungan hadir di The Nationals.",
        "Konser Masyarkat Digelar\nIsi berita tanpa kata itu.",
    ),
    remark="Usul perbaikannya dihitung saat diminta.",
)

UNKNOWN_WORD = ReleaseRule(
    code="C38",
    id="unknown-word",
    name="Kata tidak dikenal",
    severity=Severity.SUGGESTION,
    safety=Safety.NONE,
    why="“{text}” tidak ada dalam kamus mana pun; periksa ejaannya.",
    source="kebiasaan pers",
    is_on=False,
    check=_without_neighbour,
    yields_to_group=True,
    bad=(Example("Petugas memasang zorvindex di balai desa."),),
    good=("Petugas memasang pengeras suara di balai desa.", "Petugas memasang Zorvindex di balai."),
    remark="Kata asing dan istilah setempat ikut tertandai, karena itu tidak dinyalakan.",
)

RULES = (SPELLING, UNKNOWN_WORD)
