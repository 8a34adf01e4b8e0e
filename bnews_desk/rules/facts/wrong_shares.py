"""Percentages that contradict their figures: *31,5 dari 35, atau 92 persen* (F40)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.amounts import format_number
from bnews_desk.rules.facts.quantities import Quantity, quantities, sentence_of
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch
from bnews_desk.text import Span

_OR = Pattern(
    r"(?:,? (?:atau|setara|yakni|yaitu|berarti|sama dengan)(?: (?:dengan|sekitar|hanya|baru|sudah"
    r"|sebesar|mencapai|tepatnya))?|,|,? sebesar|,? mencapai) $|\($"
)
"""The text between a percentage and its figures."""
_OF = Pattern(r"\b(?:dari|terhadap)\b")
_FROM_FIRST = Pattern(r"(?i)^(?:\W*|.*[,;] )dari (?:total |seluruh |jumlah |sebanyak |sekitar )*$")
_WHOLE_FIRST = Pattern(
    r"(?i)\b(?:target|pagu|sasaran|kuota|alokasi|anggaran)(?:nya)?(?: [\w-]+){0,4} (?:Rp\.? ?)?$"
)
_OR_BEHIND = Pattern(
    r"(?: [\w-]+){0,3}(?:,? (?:yakni|yaitu|atau)(?: sebanyak| sebesar| baru)?|,|:) | \("
)
_OTHER = Pattern(
    r"(?i)\b(?:naik|turun|meningkat|menurun|tumbuh|bertambah|berkurang|kenaikan|penurunan|selisih"
    r"|lebih (?:tinggi|rendah|banyak|sedikit|besar|kecil)|dibanding\w*|melonjak|merosot|anjlok"
    r"|year|yoy|tahunan|melemah|menguat|menjadi|diskon|bunga|susut|menyusut|minus|inflasi|koreksi"
    r"|terkoreksi|saham|laba|margin|tambahan|penguatan|pelemahan|antara|hingga (?=\d|Rp)"
    r"|per tahun|sisa\w*|pertumbuhan|surplus|defisit|potongan|hemat|komisi|kadar|konsentrasi)\b"
)
"""Words beside a percentage that is not a simple share."""
_OF_WHOLE = Pattern(r" (?:\w+ ){0,2}?(?:dari|terhadap) ")
_WIDEST = 60
"""Most code points between two figures that belong together."""
_LEAST_OFF = 1.0
"""Percentage points of tolerance where a percentage has no decimals."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "persen" not in text and "%" not in text:
        return
    found = quantities(paragraph)
    for at, share in enumerate(found):
        if share.unit != "%" or share.is_in_letters:
            continue
        match = _judged(paragraph, found, at)
        if match is not None:
            yield match


def _judged(paragraph: ParagraphContext, found: Sequence[Quantity], at: int) -> RuleMatch | None:
    share, text = found[at], paragraph.text
    sentence = sentence_of(paragraph, share.sentence)
    pair = _part_and_whole(paragraph, found, at, sentence)
    if pair is None:
        return None
    part, whole = pair
    start, end = min(part.start, whole.start), max(share.end, whole.end)
    if _OTHER.search(text, sentence.start, min(sentence.end, end + 40)):
        return None
    if not (part.is_exact and whole.is_exact) or whole.value <= 0:
        return None
    real = [p / w * 100 for p in _rounded(part) for w in _rounded(whole) if w > 0]
    slack = max(2 * share.amount.step, 0.11) if share.amount.step < 0.5 else _LEAST_OFF
    said = share.value
    if any(
        min(r) - slack <= said <= max(r) + slack
        for r in (real, [100 - r for r in real], [10_000 / r for r in real if r])
    ):
        return None
    values = {
        "said": format_number(said),
        "part": text[part.start : part.end].strip(),
        "whole": text[whole.start : whole.end].strip(),
        "real": format_number(round(part.value / whole.value * 100, 1)),
    }
    return RuleMatch(start, end, values)


def _rounded(one: Quantity) -> tuple[float, float]:
    """The least and the greatest value that rounds to the written one."""
    return one.value - one.rounding, one.value + one.rounding


def _part_and_whole(
    paragraph: ParagraphContext, found: Sequence[Quantity], at: int, sentence: Span
) -> tuple[Quantity, Quantity] | None:
    """The two figures of a percentage, where the sentence is unambiguous; else None."""
    text, share = paragraph.text, found[at]
    here = [one for one in found if one.sentence == share.sentence and one.unit != "%"]
    before = [one for one in here if one.end <= share.start]
    behind = [one for one in here if one.start >= share.end]
    if not before and len(behind) == 2:
        part, whole = behind
        joint = text[part.end : whole.start]
        is_told = _OR_BEHIND.fullmatch(text, share.end, part.start) is not None
        fits = is_told and _OF.search(joint) and len(joint) <= _WIDEST
        return (part, whole) if fits and _comparable(part, whole) else None
    if not before or not _OR.search(text, sentence.start, share.start):
        return None
    last = before[-1]
    if "%" in (one.unit for one in found[:at] if one.sentence == share.sentence):
        return None
    gap = text[last.end : share.start]
    if len(gap) > _WIDEST:
        return None
    if len(before) == 1 and len(behind) == 1:
        whole = behind[0]
        joint = text[share.end : whole.start]
        is_of = _OF_WHOLE.match(joint) is not None and len(joint) <= _WIDEST
        return (last, whole) if is_of and _comparable(last, whole) else None
    if len(before) == 2 and not behind:
        first = before[0]
        joint = text[first.end : last.start]
        if _OF.search(joint) and len(joint) <= _WIDEST and _comparable(first, last):
            return first, last
        opening = text[sentence.start : first.start]
        is_whole = _FROM_FIRST.search(opening) or _WHOLE_FIRST.search(opening)
        if is_whole and len(joint) <= _WIDEST and _comparable(first, last):
            return last, first
    return None


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether one may be a part of the other: same unit, or counts of any things."""
    if one.unit or other.unit:
        return one.unit == other.unit
    return not (one.amount.has_scale ^ other.amount.has_scale) or bool(one.noun and other.noun)


RULES = (
    ParagraphRule(
        code="F40",
        id="figure-share",
        name="Persentase tidak cocok",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="{part} dari {whole} adalah {real} persen, bukan {said}; periksa angkanya.",
        source="praktik penyuntingan",
        remark=(
            "Hanya bagian dan keseluruhan dalam satu kalimat yang tidak memuat angka lain;"
            " kenaikan, potongan, dan perbandingan membuat aturan ini diam."
        ),
        check=_check,
        needs=Needs(texts=("%", "persen")),
        bad=(
            Example("Realisasinya Rp31,5 miliar dari target Rp35 miliar, atau 92 persen."),
            Example("Dari 40 desa, 30 di antaranya atau 80 persen sudah mandiri."),
            Example("Sudah 4.200 anak atau 64 persen dari sasaran 5.000 anak diimunisasi."),
            Example("Partisipasinya 75 persen, yakni 6.800 dari 8.000 pemilih."),
            Example("Baru 45 dari 150 pedagang (40 persen) yang pindah."),
        ),
        good=(
            "Realisasinya Rp31,5 miliar dari target Rp35 miliar, atau 90 persen.",
            "Realisasinya Rp36 miliar dari target Rp35 miliar, atau 102,9 persen.",
            "Dari 40 desa, 30 di antaranya atau 75 persen sudah mandiri.",
            "Dari 150 pedagang, 45 pindah, atau masih 70 persen bertahan.",
            "Harganya naik dari Rp10.000 menjadi Rp12.000, atau 20 persen.",
            "Sekitar 45 dari 150 pedagang (40 persen) pindah.",
        ),
    ),
)
