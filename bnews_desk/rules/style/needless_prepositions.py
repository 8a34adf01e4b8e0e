"""Verbs with a needless preposition (E09)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of

_ABOUT = frozenset({"tentang", "mengenai", "soal", "perihal"})
_NEEDLESS = {
    **dict.fromkeys(
        ("membahas", "membicarakan", "memahami", "mendiskusikan", "menceritakan", "menyebutkan"),
        _ABOUT,
    ),
    "menjelaskan": _ABOUT,
    "mendengarkan": _ABOUT,
    "menghadiri": frozenset({"di"}),
    "memasuki": frozenset({"ke"}),
    "menemui": frozenset({"dengan"}),
}
_TRANSITIVE = frozenset(_NEEDLESS)
_NOUNS = frozenset({"soal", "perihal"})
"""Prepositions that are also nouns: *membahas soal ujian*, *menjelaskan perihal itu*."""
_AFTER_NOUN = frozenset(
    "ini itu tersebut tadi ujian tes latihan cerita pilihan esai matematika un utbk snbt".split()
)


def _check_needless(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in positions_of(paragraph, _TRANSITIVE):
        if at + 2 >= len(words) or gap_before(paragraph, at + 1) or gap_before(paragraph, at + 2):
            continue
        verb, preposition = words[at], words[at + 1]
        if preposition.folded not in _NEEDLESS[verb.folded]:
            continue
        if preposition.folded in _NOUNS and words[at + 2].folded in _AFTER_NOUN:
            continue
        if not paragraph.in_speech(verb.start, preposition.end):
            fix = replacement_fix(paragraph.text, verb.end, preposition.end, "", Safety.OFFERED)
            values = {"verb": verb.folded, "preposition": preposition.folded}
            yield RuleMatch(verb.start, preposition.end, values, (fix,))


RULES = (
    ParagraphRule(
        code="E09",
        id="transitive-preposition",
        name="Kata depan yang tidak perlu",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{verb}” tidak memerlukan “{preposition}”.",
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check_needless,
        needs=Needs(words=_TRANSITIVE),
        bad=(
            Example("Rapat membahas tentang stunting.", "Rapat membahas stunting."),
            Example("Ia menghadiri di rapat desa.", "Ia menghadiri rapat desa."),
        ),
        good=(
            "Sosialisasi mengenai stunting dan rapat tentang pupuk.",
            "Ia berbicara tentang stunting; ia membahas, tentang apa saja, semuanya.",
            "Guru membahas soal ujian; ia menjelaskan perihal itu.",
            "Wisatawan ingin mengetahui tentang pemilu.",
            '"Kita membahas tentang stunting hari ini," katanya.',
        ),
    ),
)
