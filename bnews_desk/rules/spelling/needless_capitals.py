"""Common nouns with a capital they do not need: C26 (shipped off), C27."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix

_LATER = "Tahap kedua: dikirim dalam keadaan mati."
_COMMON = frozenset(
    "masyarakat pemerintah program kegiatan acara warga anggaran pembangunan pelayanan"
    " infrastruktur siswa guru".split()
)


def _needless(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found, text = paragraph.words, paragraph.text
    for i, word in enumerate(found):
        if word.folded not in _COMMON or not word.text[1:].islower():
            continue
        if not paragraph.is_capitalised_inside(word) or _is_beside_capital(paragraph, i):
            continue
        if text[word.end : word.end + 2] != " (" and not paragraph.in_quotation(*word[:2]):
            yield RuleMatch(word.start, word.end, {"text": word.text, "right": word.folded})


def _is_beside_capital(paragraph: ParagraphContext, i: int) -> bool:
    """Whether a neighbour bears a capital too, so that both are a name."""
    found, text = paragraph.words, paragraph.text
    for j in (i - 1, i + 1):
        if not 0 <= j < len(found):
            continue
        first, second = sorted((found[i], found[j]))
        is_near = text[first.end : second.start] in (" ", ", ", "-")
        if is_near and (found[j].text[0].isupper() or found[j].text[0].isdigit()):
            return True
    return False


_IN_NAMES = (
    "Kementerian", "Menteri", "Dinas", "Badan", "Bidang", "Deputi", "Direktorat", "Bagian", "Biro",
    "Divisi", "Direktur", "Jenderal", "Koperasi dan", "Koperasi,", " tentang",
)  # fmt: skip
"""What stands before a long form that is part of a name, of an institution or of a law."""
_EXPANSIONS = {
    "sdm": "sumber daya manusia",
    "umkm": "usaha mikro, kecil, dan menengah",
    "opd": "organisasi perangkat daerah",
    "dpt": "daftar pemilih tetap",
    "asn": "aparatur sipil negara",
    "apk": "alat peraga kampanye",
    "tkp": "tempat kejadian perkara",
}
"""Long forms that are no names, by their acronyms, folded."""


def _capital_expansions(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "(" not in text:
        return
    for word in paragraph.words:
        right = _EXPANSIONS.get(word.folded)
        if right is None or text[word.start - 2 : word.start] != " (":
            continue
        end = word.start - 2
        start = end - len(right)
        old = text[max(0, start) : end]
        if text[max(0, start - 24) : start].rstrip().endswith(_IN_NAMES):
            continue
        if start < paragraph.copy.start or old.casefold() != right or old == right:
            continue
        new = right.capitalize() if start in paragraph.sentence_starts else right
        if new != old and not old.isupper():
            fix = replacement_fix(text, start, end, new, Safety.OFFERED)
            yield RuleMatch(start, end, {"right": f"{right} ({word.text})"}, (fix,))


RULES = (
    ParagraphRule(
        code="C26",
        id="generic-overcapitalised",
        name="Kapital pada kata umum",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Kata umum “{text}” tidak perlu huruf kapital.",
        source="EYD V, Huruf Kapital 20",
        is_on=False,
        remark=_LATER,
        check=_needless,
        bad=(
            Example("Bantuan diserahkan kepada Masyarakat."),
            Example("Bupati membuka Acara itu."),
        ),
        good=(
            "Pemerintah Kabupaten Blitar dan Program Keluarga Harapan.",
            "Masyarakat hadir. Warga senang.",
            "Badan Pelayanan (BP) hadir.",
        ),
    ),
    ParagraphRule(
        code="C27",
        id="acronym-expansion-capital",
        name="Kapital pada kepanjangan",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Kepanjangan yang bukan nama diri ditulis dengan huruf kecil: {right}.",
        source="EYD V, Singkatan 3",
        check=_capital_expansions,
        bad=(
            Example("Mutu Sumber Daya Manusia (SDM) naik.", "Mutu sumber daya manusia (SDM) naik."),
            Example(
                "Pelaku Usaha Mikro, Kecil, dan Menengah (UMKM) hadir.",
                "Pelaku usaha mikro, kecil, dan menengah (UMKM) hadir.",
            ),
        ),
        good=(
            "Badan Pusat Statistik (BPS) hadir.",
            "Undang-undang tentang Aparatur Sipil Negara (ASN) dibahas.",
            "Direktur Jenderal Sumber Daya Manusia (SDM) hadir.",
            "Dinas Koperasi dan Usaha Mikro, Kecil, dan Menengah (UMKM) hadir.",
            "Mutu sumber daya manusia (SDM) naik.",
            "Sumber daya manusia (SDM) dilatih.",
        ),
    ),
)
