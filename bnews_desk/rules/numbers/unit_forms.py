"""Symbols and names of units: *5 kg*, *158 hektare* (B26)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.numerals import Numeral, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import keep_case

_SYMBOLS = {
    "kg": "kg", "km": "km", "cm": "cm", "mm": "mm", "gr": "gram", "ml": "ml", "kwh": "kWh",
    "m2": "m²", "m3": "m³", "km2": "km²", "cm2": "cm²", "cm3": "cm³", "m²": "m²", "m³": "m³",
    "km²": "km²", "ha": "ha", "mdpl": "mdpl", "kwp": "kWp",
}  # fmt: skip
"""Symbols by their folded form; they are lower-case in any context."""
_IN_WORDS = {"Ha": "hektare", "HA": "hektare"}
_LOOSE = frozenset({"kg", "km", "cm", "ha"})
"""Symbols that may wrongly have a full stop in the middle of a sentence."""
_TAIL = Pattern(r"(?P<gap> ?)(?P<unit>[^\W\d_]{1,4}[23²³]?)(?![^\W_])(?![-'’])")
_BEFORE_NUMBER = {
    number: Pattern(rf"(?<![\d.,]){before}[.)](?!\d)") for number, before in (("2", 1), ("3", 2))
}
"""The list number that must precede another one."""
_HECTARES = {"hektar": "hektare", "hektarnya": "hektarenya"}
_NAMED = frozenset({"tol", "kilometer", "lari", "run", "kelas", "nomor"})


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if paragraph.role is not Role.HEADLINE:  # headlines may write symbols as they like
        for numeral in numerals(paragraph):
            match = _symbol(paragraph, numeral)
            if match is not None:
                yield match
    yield from _hectares(paragraph)


def _symbol(paragraph: ParagraphContext, numeral: Numeral) -> RuleMatch | None:
    text = paragraph.text
    tail = _TAIL.match(text, numeral.end, paragraph.copy.end)
    if tail is None:
        return None
    unit, gap = tail["unit"], tail["gap"]
    if unit.casefold() not in _SYMBOLS or _is_named(numeral):
        return None
    if (
        text[numeral.start - 1 : numeral.start] in {"+", "-"}
        and numeral.start > paragraph.copy.start
    ):
        return None
    right = _IN_WORDS.get(unit) or _SYMBOLS[unit.casefold()]
    end = tail.end()
    stop = _has_loose_stop(text, end, unit)
    if gap and right == unit and not stop:
        return None
    new = f"{numeral.text} {right}"
    is_sure = unit.casefold() != "mm" or unit.islower()
    is_sure = is_sure and not _is_in_capitals(paragraph, numeral)
    is_sure = is_sure and not _may_end_in_list_number(paragraph, end, unit)
    safety = Safety.SAFE if is_sure else Safety.OFFERED
    last = end + stop
    fix = replacement_fix(text, numeral.start, last, new, safety)
    return RuleMatch(numeral.start, last, {"right": new}, (fix,))


def _has_loose_stop(text: str, end: int, unit: str) -> bool:
    """Whether a full stop follows a symbol in the middle of a sentence: *5 kg. beras*."""
    if unit.casefold() not in _LOOSE or text[end : end + 2] != ". ":
        return False
    return text[end + 2 : end + 3].islower()


def _may_end_in_list_number(paragraph: ParagraphContext, end: int, unit: str) -> bool:
    """Whether the digit of *cm2* may be a list number: *1. RT 3: 80 cm2. RT 4: 60 cm*.

    In news, areas in *cm2* hardly ever end a sentence, so a full stop is sufficient evidence.
    """
    text = paragraph.text
    if unit[-1] not in _BEFORE_NUMBER or text[end : end + 1] not in (".", ")"):
        return False
    if unit.casefold().startswith("cm"):
        return True
    return _BEFORE_NUMBER[unit[-1]].search(text, paragraph.copy.start, end) is not None


def _is_named(numeral: Numeral) -> bool:
    """Whether it names a contest: *kelas 60 KG*, *lari 10 KM*."""
    return numeral.before is not None and numeral.before.folded in _NAMED


def _is_in_capitals(paragraph: ParagraphContext, numeral: Numeral) -> bool:
    """Whether the word before is part of a name: *Blitar Run 10 KM*."""
    before = numeral.before
    return (
        before is not None and before.text[0].isupper() and paragraph.is_capitalised_inside(before)
    )


def _hectares(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Report *hektar*, unless the newsroom has its own pair for it."""
    if "ektar" not in paragraph.text:
        return
    for word in paragraph.words:
        right = _HECTARES.get(word.folded)
        if right is None or paragraph.is_capitalised_inside(word):
            continue
        if any(row.form == "hektar" for row in paragraph.lexicon.rows_for("B26")):
            new = keep_case(word.text, right)
            fix = replacement_fix(paragraph.text, word.start, word.end, new, Safety.SAFE)
            yield RuleMatch(word.start, word.end, {"right": new}, (fix,))


RULES = (
    ParagraphRule(
        code="B26",
        id="unit-form",
        name="Lambang satuan",
        severity=Severity.WARNING,
        safety=Safety.SAFE,
        why="Satuan ditulis “{right}”.",
        source="EYD V, Singkatan 5; KBBI",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(has_figures=True, texts=("ektar",)),
        bad=(
            Example("Bantuan 5Kg beras dibagikan.", "Bantuan 5 kg beras dibagikan."),
            Example("Bantuan 5kg beras dibagikan.", "Bantuan 5 kg beras dibagikan."),
            Example("Bantuan 5 KG beras dibagikan.", "Bantuan 5 kg beras dibagikan."),
            Example("Bantuan 5 kg. beras dibagikan.", "Bantuan 5 kg beras dibagikan."),
            Example("Lahan 158 Ha ditanami.", "Lahan 158 hektare ditanami."),
            Example("Lahan 158 hektar ditanami.", "Lahan 158 hektare ditanami."),
            Example("Tanah seluas 100 m2 dijual.", "Tanah seluas 100 m² dijual."),
            Example("Luasnya 100 m2. Warga lega.", "Luasnya 100 m². Warga lega."),
            Example(
                "Genangan: 1. Gang Melati 60 cm2. Gang Kenanga 40 cm",
                "Genangan: 1. Gang Melati 60 cm². Gang Kenanga 40 cm",
            ),
            Example("Jalan sepanjang 2,5 Km diaspal.", "Jalan sepanjang 2,5 km diaspal."),
            Example("Kecepatannya 40 Km/jam saja.", "Kecepatannya 40 km/jam saja."),
            Example("Bobotnya 250 gr per bungkus.", "Bobotnya 250 gram per bungkus."),
            Example("Lahan 20 Hektar Ditanami\nIsi.", "Lahan 20 Hektare Ditanami\nIsi."),
            Example("Pipa 10cm dipasang.", "Pipa 10 cm dipasang."),
        ),
        good=(
            "Bantuan 5 kg beras, 2 km jalan, 40 km/jam, 158 ha, dan 158 hektare.",
            "Rumahnya di Jalan Raya Blitar Km. 4 dan Tol Km 57.",
            "Jaringan 4G, ban 5L, dan model 10M dijual.",
            "Ia membeli 5 kg. Lalu pulang.",
            "Ia turun di nomor -48kg putri.",
            "Kota 10 Mm-hm dan 3 Ha-ha.",
        ),
    ),
)
