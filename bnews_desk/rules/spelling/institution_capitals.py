"""Local institutions without a capital: *polres Blitar* (C42)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of

_SHORT = frozenset(
    "polres polresta polrestabes polsek polda kodim koramil kejari kejati pemkab pemkot pemprov"
    " pemdes dinkes dinsos disdik dishub diskominfo disperindag dispora bappeda bapenda kemenag"
    " satpol bawaslu baznas".split()
)
_GOVERNMENT = frozenset({"pemerintah"})
_LEVELS = frozenset({"provinsi", "kabupaten", "kota", "desa", "kelurahan", "kecamatan"})
_WANTED = _SHORT | _GOVERNMENT
_MANY = frozenset("para seluruh semua setiap tiap sejumlah berbagai beberapa antar se".split())
"""After one of these it is a kind of institution and not a particular one."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for at in positions_of(paragraph, _WANTED):
        word = words[at]
        last = at
        if word.folded in _GOVERNMENT:
            last = at + 1
            if last >= len(words) or words[last].text not in _LEVELS or gap_before(paragraph, last):
                continue
        if not word.text.islower() or (at and words[at - 1].folded in _MANY):
            continue
        behind = words[last + 1] if last + 1 < len(words) else None
        if behind is None or text[words[last].end : behind.start] != " ":
            continue
        if not behind.text[0].isupper() or not behind.text[1:].islower():
            continue
        if not paragraph.lexicon.places.regencies(behind.text) and not (
            word.folded in _GOVERNMENT or paragraph.lexicon.places.districts(behind.text)
        ):
            continue
        start, end = word.start, words[last].end
        new = " ".join(part.capitalize() for part in text[start:end].split())
        fix = replacement_fix(text, start, end, new, Safety.OFFERED)
        yield RuleMatch(start, end, {"right": f"{new} {behind.text}"}, (fix,))


RULES = (
    ParagraphRule(
        code="C42",
        id="institution-capital",
        name="Huruf kapital nama lembaga",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Nama lembaga di depan nama tempat berhuruf kapital: “{right}”.",
        source="EYD V, Huruf Kapital (nama lembaga)",
        check=_check,
        needs=Needs(words=_WANTED),
        bad=(
            Example("Ia melapor ke polres Blitar.", "Ia melapor ke Polres Blitar."),
            Example("Bantuan pemkab Blitar tiba.", "Bantuan Pemkab Blitar tiba."),
            Example(
                "Bantuan pemerintah kabupaten Blitar tiba.",
                "Bantuan Pemerintah Kabupaten Blitar tiba.",
            ),
        ),
        good=(
            "Ia melapor ke Polres Blitar; semua polsek Blitar dan polres lain siaga.",
            "Bantuan pemerintah kabupaten tiba; pemkab membantu Rini.",
        ),
    ),
)
