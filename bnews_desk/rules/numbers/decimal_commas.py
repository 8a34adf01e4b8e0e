"""Commas in decimals (B18)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.counted_nouns import measures
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.numerals import Numeral, folded_word, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_UNITS = frozenset(
    "persen juta jutaan miliar miliaran milyar triliun sr magnitudo skala derajat poin knot mw gw"
    " kwh gb tb hz mhz ghz kali m".split()
)
"""Words that follow decimals, besides the measures in the list."""
_TIMES = frozenset("jam menit detik kali poin hari minggu pekan bulan tahun kata halaman m".split())
"""Units before which ``9.30`` may be a time of day, a section or a verse."""
_OPENINGS = frozenset(
    "indeks ipm rata-rata magnitudo magnitude bermagnitudo sebesar ipk rating skor".split()
)
_INDICES = frozenset("indeks ipm rata-rata magnitudo ipk rating".split())
_LEADING = frozenset("menjadi mencapai adalah angka ke di".split())
"""Words between an index and its value: *IPM naik menjadi 73.25*."""
_REACH = 5
"""The index is looked for within this many words before one of these."""
_NO_DECIMAL = frozenset(
    "pukul jam pkl versi version pasal ayat bab nomor no butir ios android windows sub huruf"
    " bagian tipe model python wifi bluetooth".split()
)
_DECIMAL = Pattern(r"[0-9]{1,9}\.(?:[0-9]{1,2}|[0-9]{4,9})")
_SMALL = Pattern(r"0\.[0-9]{1,9}")
_CLOCK = Pattern(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_BEFORE = frozenset(" \u00a0\t(\"“'‘p$>≥≤±+")
_TAIL = Pattern(r"\s?%|(?P<unit>[^\W\d_]{1,12})(?![^\W_])")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for numeral in numerals(paragraph):
        text = numeral.text
        if text.count(".") != 1 or "," in text:
            continue
        if not (_DECIMAL.fullmatch(text) or _SMALL.fullmatch(text)):
            continue
        if folded_word(numeral.before) not in _NO_DECIMAL and _is_decimal(paragraph, numeral):
            right = text.replace(".", ",")
            fix = replacement_fix(paragraph.text, numeral.start, numeral.end, right, Safety.OFFERED)
            yield RuleMatch(numeral.start, numeral.end, {"right": right}, (fix,))


def _is_decimal(paragraph: ParagraphContext, numeral: Numeral) -> bool:
    text, end = paragraph.text, paragraph.copy.end
    if numeral.start > paragraph.copy.start and text[numeral.start - 1] not in _BEFORE:
        return False
    tail = _TAIL.match(text, numeral.end, end)
    unit = numeral.behind
    name = tail["unit"].casefold() if tail and tail["unit"] else folded_word(unit)
    if tail is not None and not tail["unit"]:
        return True
    if name in _UNITS or name in measures():
        return name not in _TIMES or _CLOCK.fullmatch(numeral.text) is None
    if not numeral.is_plain:
        return False
    before = numeral.before
    if before is None:
        return False
    if before.folded in _LEADING:
        first = max(0, numeral.word_number - 1 - _REACH)
        said = paragraph.words[first : numeral.word_number - 1]
        return any(word.folded in _INDICES for word in said)
    return before.folded in _OPENINGS or before.text == "M"


RULES = (
    ParagraphRule(
        code="B18",
        id="decimal-point",
        name="Koma desimal",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Desimal ditulis dengan koma: {right}.",
        source="EYD V, Tanda Koma 12",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(has_figures=True),
        bad=(
            Example("Inflasi naik 5.2 persen.", "Inflasi naik 5,2 persen."),
            Example("IPM Blitar 70.58 tahun lalu.", "IPM Blitar 70,58 tahun lalu."),
            Example("IPM Blitar naik menjadi 73.25.", "IPM Blitar naik menjadi 73,25."),
            Example("Gempa 6.1 skala richter terasa.", "Gempa 6,1 skala richter terasa."),
            Example("Anggarannya Rp1.5 miliar.", "Anggarannya Rp1,5 miliar."),
            Example("Lahannya 2.75 hektare.", "Lahannya 2,75 hektare."),
            Example("Harga naik 3.5% bulan ini.", "Harga naik 3,5% bulan ini."),
            Example("Beratnya 2.5kg per bungkus.", "Beratnya 2,5kg per bungkus."),
            Example("Kadarnya 0.125 persen.", "Kadarnya 0,125 persen."),
            Example("Perjalanan memakan 2.5 jam.", "Perjalanan memakan 2,5 jam."),
        ),
        good=(
            "Rapat mulai pukul 09.30 dan dihadiri 1.720 orang.",
            "Pasal 3.1, versi 2.0, dan butir 4.2 persen itu berlaku.",
            "Harganya Rp1.720 juta dan naik 1.125 persen.",
            "Loket buka 08.00 jam pelayanan.",
            "Pertandingan 19.30 menit berakhir.",
        ),
    ),
)
