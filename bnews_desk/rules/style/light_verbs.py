"""A light verb and a noun where one verb does: *melakukan peninjauan terhadap* (E04)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of
from bnews_desk.rules.word_replacement import fit_case

_LIGHT = frozenset({"melakukan", "melaksanakan", "mengadakan", "memberikan"})
_VERBS = {
    "pertemuan": "bertemu",
    "perlawanan": "melawan",
    "penjelasan": "menjelaskan",
    "dukungan": "mendukung",
    "bantuan": "membantu",
    "pendampingan": "mendampingi",
    "pelatihan": "melatih",
    "penghargaan": "menghargai",
    "pengalihan": "mengalihkan",
    "pengamanan": "mengamankan",
    "penggeledahan": "menggeledah",
    "penyelidikan": "menyelidiki",
    "penyidikan": "menyidik",
    "penindakan": "menindak",
    "penertiban": "menertibkan",
    "penyitaan": "menyita",
    "penahanan": "menahan",
    "pembinaan": "membina",
    "pembunuhan": "membunuh",
    "penganiayaan": "menganiaya",
    "pencurian": "mencuri",
    "pengeroyokan": "mengeroyok",
    "pembangunan": "membangun",
    "pengecekan": "mengecek",
    "pemeriksaan": "memeriksa",
    "penandatanganan": "menandatangani",
    "kunjungan": "berkunjung",
    "peninjauan": "meninjau",
    "pendataan": "mendata",
    "penanganan": "menangani",
    "evaluasi": "mengevaluasi",
    "koordinasi": "berkoordinasi",
    "pemantauan": "memantau",
    "apresiasi": "mengapresiasi",
    "penangkapan": "menangkap",
    "pemasangan": "memasang",
    "pembersihan": "membersihkan",
    "perbaikan": "memperbaiki",
    "pengawasan": "mengawasi",
    "penyaluran": "menyalurkan",
    "pembagian": "membagikan",
    "sosialisasi": "menyosialisasikan",
}
"""Nouns of doing, and the verb that says the same by itself."""
_WITHOUT_OBJECT = {
    "kunjungan": frozenset({"ke"}),
    "koordinasi": frozenset({"dengan", "bersama"}),
    "pertemuan": frozenset({"dengan"}),
}
"""Nouns whose verb takes no object, and what stands behind them instead."""
_TOWARDS = frozenset({"terhadap", "atas"})
_WHOM = frozenset("apresiasi dukungan bantuan pendampingan pelatihan perlawanan pembinaan".split())
"""Nouns whose verb takes as its object whom *kepada* names."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in positions_of(paragraph, _LIGHT):
        noun = words[at + 1] if at + 1 < len(words) else None
        if noun is None or gap_before(paragraph, at + 1) or noun.text not in _VERBS:
            continue
        start, end = words[at].start, noun.end
        if paragraph.in_quotation(start, end):
            continue
        if at + 2 >= len(words) or gap_before(paragraph, at + 2):
            continue
        following = words[at + 2]
        if noun.folded in _WITHOUT_OBJECT:
            if following.folded not in _WITHOUT_OBJECT[noun.folded]:
                continue
            last = end
        elif following.folded in _TOWARDS or (
            following.folded == "kepada" and noun.folded in _WHOM
        ):
            last = following.end
        else:
            continue
        right = fit_case(paragraph, start, last, _VERBS[noun.folded])
        fix = replacement_fix(paragraph.text, start, last, right, Safety.OFFERED)
        values = {"text": paragraph.text[start:end].lower(), "right": _VERBS[noun.folded]}
        yield RuleMatch(start, end, values, (fix,))


RULES = (
    ParagraphRule(
        code="E04",
        id="light-verb-noun",
        name="Kata kerja yang dibendakan",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{text}” dapat diganti “{right}”.",
        source="praktik penyuntingan",
        check=_check,
        bad=(
            Example("Camat melakukan kunjungan ke Doko.", "Camat berkunjung ke Doko."),
            Example("Petugas melakukan pemeriksaan terhadap warga.", "Petugas memeriksa warga."),
            Example(
                "Melakukan koordinasi dengan camat itu wajib.",
                "Berkoordinasi dengan camat itu wajib.",
            ),
            Example("Bupati memberikan apresiasi kepada guru.", "Bupati mengapresiasi guru."),
        ),
        good=(
            "Petugas melakukan pemeriksaan menyeluruh terhadap warga.",
            "Polisi melakukan olah TKP; ia melakukan pelanggaran dan penelitian.",
            '"Kami melakukan peninjauan," katanya.',
            "Ia melakukan, kata warga, peninjauan.",
            "Camat melakukan peninjauan di Doko dan memberikan penjelasan.",
        ),
        remark="Hanya bila objeknya disebut: kata kerjanya memerlukannya.",
    ),
)
