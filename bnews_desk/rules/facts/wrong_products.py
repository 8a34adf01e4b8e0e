"""Wrong products: *200 keluarga, masing-masing 10 kilogram, total 3 ton* (F41)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.amounts import format_number
from bnews_desk.rules.facts.quantities import Quantity, quantities, sentence_of
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch

_EACH = Pattern(r"(?i)\b(?:masing-masing|setiap|tiap|tiap-tiap|per)\b")
_EACH_BEFORE = Pattern(
    r"(?i)\b(?:masing-masing|(?:setiap|tiap|tiap-tiap|per)(?: [a-z]+){1,4})(?: [a-z]+){0,4} $"
)
"""*masing-masing menerima* 10 kilogram, *setiap kelompok tani mendapat bantuan* 25 ekor."""
_EACH_BEHIND = Pattern(
    r"(?: [a-z]+){0,2}?(?:/| per | untuk (?:setiap|tiap|masing-masing) | bagi (?:setiap|tiap) "
    r"| (?:setiap|tiap|tiap-tiap) )(?P<noun>[a-z]+)"
)
_TOTAL_BEFORE = Pattern(
    r"(?i)\b(?:total(?:nya)?|jumlah(?:nya)?|keseluruhan(?:nya)?|seluruhnya|sehingga|senilai|atau)\b"
    r"(?: [\w-]+){0,6}? $"
)
_TOTAL_BEHIND = Pattern(r"(?: [a-z]+){0,2} (?:seluruhnya|secara keseluruhan|semuanya|total)\b")
_TIME = frozenset(
    "hari bulan tahun minggu pekan jam menit detik malam semester kali triwulan sesi musim"
    " periode tahap kilometer meter hektare persen liter derajat".split()
)
_OTHER = Pattern(
    r"(?i)\b(?:naik|turun|dari sebelumnya|menjadi Rp|kali lipat|rata-rata|antara|mulai dari|hingga"
    r"|sampai|maksimal|minimal|paling|sekitar|lebih dari|kurang lebih|hampir|sisanya"
    r"|terbesar|selain|ditambah|kemudian|tahun lalu|sebelumnya|atau lebih|bervariasi"
    r"|skor|gol|diskon)\b"
)


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if not _EACH.search(paragraph.text):
        return
    found = list(quantities(paragraph))
    done = -1
    for first in sorted({one.sentence for one in found}):
        if first <= done:
            continue
        for last in (first, first + 1):
            here = [one for one in found if first <= one.sentence <= last]
            match = _judged(paragraph, here)
            if match is not None:
                done = last
                yield match
                break


def _judged(paragraph: ParagraphContext, here: Sequence[Quantity]) -> RuleMatch | None:
    """The match for three quantities of which one should be the product of the others."""
    if len(here) != 3 or not all(one.is_exact for one in here):
        return None
    text = paragraph.text
    opening = sentence_of(paragraph, here[0].sentence).start
    closing = sentence_of(paragraph, here[-1].sentence).end
    if _OTHER.search(text, opening, closing) or paragraph.in_speech(here[0].start, here[-1].end):
        return None
    each = [one for one in here if _EACH_BEHIND.match(text, one.end)]
    each = each or [one for one in here if _is_behind_each(paragraph, one)]
    if len(each) != 1:
        return None
    unit = each[0]
    totals = [
        one for one in here if one is not unit and one.value > unit.value and _is_of_kind(unit, one)
    ]
    if len(totals) > 1:
        totals = [one for one in totals if _is_total(paragraph, one)]
    if len(totals) != 1:
        return None
    total = totals[0]
    (count,) = [one for one in here if one is not unit and one is not total]
    if not count.is_count or count.amount.has_scale or count.noun in _TIME or not count.noun:
        return None
    if count.value != int(count.value) or unit.unit == "%":
        return None
    if not _is_total(paragraph, total) and not _fits(paragraph, unit, count):
        return None
    product = count.value * unit.value
    slack = count.value * unit.rounding + total.rounding
    if abs(product - total.value) <= max(slack, 1e-6) or not 0.2 < product / total.value < 5:
        return None
    start, end = here[0].start, here[-1].end
    values = {
        "count": text[count.start : count.end].strip(),
        "unit": _shown(text, unit),
        "product": _format(product, total),
        "total": _shown(text, total),
    }
    return RuleMatch(start, end, values)


def _is_behind_each(paragraph: ParagraphContext, one: Quantity) -> bool:
    sentence = sentence_of(paragraph, one.sentence)
    before = paragraph.text[max(sentence.start, one.start - 60) : one.start]
    return _EACH_BEFORE.search(before) is not None


def _is_total(paragraph: ParagraphContext, one: Quantity) -> bool:
    sentence = sentence_of(paragraph, one.sentence)
    text = paragraph.text
    before = text[max(sentence.start, one.start - 60) : one.start]
    return bool(_TOTAL_BEFORE.search(before)) or _TOTAL_BEHIND.match(text, one.end) is not None


def _fits(paragraph: ParagraphContext, unit: Quantity, count: Quantity) -> bool:
    """Whether *masing-masing* stands directly before the unit, or the unit is given per thing
    counted."""
    text = paragraph.text
    if text[: unit.start].casefold().endswith("masing-masing "):
        return True
    behind = _EACH_BEHIND.match(text, unit.end)
    return behind is not None and behind["noun"] in (count.noun, count.kind)


def _is_of_kind(unit: Quantity, total: Quantity) -> bool:
    if unit.unit or total.unit:
        return unit.unit == total.unit
    return bool(unit.noun) and unit.noun == total.noun


def _shown(text: str, one: Quantity) -> str:
    shown = text[one.start : one.end].strip()
    return f"{shown} {one.noun}" if one.unit != "Rp" and one.noun else shown


def _format(value: float, like: Quantity) -> str:
    """A value in the unit and scale of another."""
    shown = format_number(value / like.amount.size)
    if like.unit != "Rp":
        return f"{shown} {like.noun}"
    scales = {1e3: " ribu", 1e6: " juta", 1e9: " miliar", 1e12: " triliun"}
    return f"Rp{shown}{scales.get(like.amount.size, '')}"


RULES = (
    ParagraphRule(
        code="F41",
        id="figure-product",
        name="Hasil kali tidak cocok",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="{count} kali {unit} adalah {product}, bukan {total}; periksa angkanya.",
        source="praktik penyuntingan",
        remark=(
            "Hanya bila jumlah penerima, bagian masing-masing, dan totalnya disebut berdekatan"
            " tanpa angka lain."
        ),
        roles=COPY,
        check=_check,
        bad=(
            Example("Bantuan untuk tiga desa, masing-masing Rp1 miliar, totalnya Rp2,5 miliar."),
            Example("Dana Rp2,5 miliar dibagi kepada tiga desa, masing-masing Rp1 miliar."),
            Example(
                "Sebanyak 200 keluarga masing-masing menerima 10 kilogram beras. Total beras yang"
                " dibagikan 3 ton."
            ),
            Example("Bantuan Rp600.000 per orang untuk 1.500 buruh, total anggaran Rp950 juta."),
        ),
        good=(
            "Bantuan untuk tiga desa, masing-masing Rp1 miliar, totalnya Rp3 miliar.",
            "Sebanyak 200 keluarga masing-masing menerima 10 kilogram beras, total 2 ton.",
            "Setiap hari 20 orang menerima 5 kilogram, sedangkan sisanya 3 kilogram.",
            "Dana Rp2,5 miliar dibagi kepada tiga desa, masing-masing sekitar Rp1 miliar.",
        ),
    ),
)
