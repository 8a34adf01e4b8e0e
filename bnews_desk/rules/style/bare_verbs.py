"""Verbs without their prefix outside a headline: *akan gelar lomba* (E35)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.lexicon.affixes.roots import Root
from bnews_desk.lexicon.affixes.word_formation import form_words
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of

_AUXILIARIES = frozenset(
    "akan bakal siap segera terus telah sudah kembali turut ikut resmi".split()
)
_BARE = frozenset(
    "gelar genjot dorong gandeng tinjau pantau kerahkan salurkan luncurkan resmikan perkuat"
    " tingkatkan lakukan berikan hadirkan siapkan kembangkan wujudkan laksanakan selenggarakan"
    " tetapkan sampaikan serahkan bagikan tambah bangun bahas usut periksa panggil ajak jalin"
    " gencarkan gulirkan galakkan maksimalkan optimalkan pastikan umumkan terapkan".split()
)
"""Verbs that only headlines write without their prefix."""
_UNDERGOER = frozenset("saya kami kita aku dia ia mereka anda".split())
"""Before one of these, or with one before it, the bare verb is a passive: *akan kami bahas*."""
_LEAST_OBJECT = 3


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words = paragraph.words
    for at in positions_of(paragraph, _BARE):
        verb = words[at]
        if not at or at + 1 >= len(words) or gap_before(paragraph, at) or not verb.text.islower():
            continue
        before, behind = words[at - 1], words[at + 1]
        if before.text not in _AUXILIARIES or paragraph.in_quotation(verb.start, verb.end):
            continue
        if gap_before(paragraph, at + 1) or len(behind.text) < _LEAST_OBJECT:
            continue
        if at > 1 and words[at - 2].folded in _UNDERGOER | {"yang"}:
            continue
        right = _prefixed(verb.folded)
        fix = replacement_fix(paragraph.text, verb.start, verb.end, right, Safety.OFFERED)
        yield RuleMatch(verb.start, verb.end, {"text": verb.text, "right": right}, (fix,))


def _prefixed(verb: str) -> str:
    if verb.startswith("per"):
        return f"mem{verb}"
    return form_words(("meng",), Root(verb))[0]


RULES = (
    ParagraphRule(
        code="E35",
        id="bare-verb",
        name="Kata kerja tanpa awalan",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Di luar judul, awalan “me-” tidak ditanggalkan: “{right}”.",
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check,
        needs=Needs(words=_BARE),
        bad=(
            Example("Dinas akan gelar lomba desa.", "Dinas akan menggelar lomba desa."),
            Example("Pemkab bakal genjot produksi.", "Pemkab bakal menggenjot produksi."),
            Example("Camat siap salurkan bantuan.", "Camat siap menyalurkan bantuan."),
            Example("Dinas terus perkuat layanan.", "Dinas terus memperkuat layanan."),
        ),
        good=(
            "Dinas akan menggelar lomba desa.",
            "Hal itu akan kami bahas besok.",
            "Bantuan yang akan mereka salurkan bulan depan banyak.",
            "Ia meraih gelar sarjana; gedung siap bangun.",
            '"Kami akan gelar lomba," katanya.',
            "Dinas Akan Gelar Lomba Desa\nIsi berita.",
        ),
    ),
)
