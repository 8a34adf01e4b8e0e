"""Kinds of places that are counted and bear no name: *22 Kecamatan*, *berbagai Desa* (C24)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety
from bnews_desk.frame.release_frame import Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import RuleMatch, replacement_fix

KINDS = frozenset("Desa Kelurahan Kecamatan Kabupaten Kota Provinsi Dusun".split())
_FOLDED = frozenset(kind.casefold() for kind in KINDS)
_COUNTS = frozenset(
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh beberapa sejumlah setiap semua seluruh"
    " kedua ketiga banyak puluhan ratusan tiap berbagai para".split()
)
_NAMED = Pattern(r"[-–/&’']|,? ?[A-Z0-9(“\"]")
"""What follows a kind that belongs to a name: *Desa Ngadri*, *Kabupaten/Kota*, *Desa (ADD)*."""


def generic_places(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """Kinds of places with a capital behind a number or *berbagai*, and without a name."""
    if paragraph.role is Role.HEADLINE or paragraph.vocabulary.isdisjoint(_FOLDED):
        return
    found, text = paragraph.words, paragraph.text
    for i, word in enumerate(found):
        if i == 0 or word.text not in KINDS:
            continue
        count = found[i - 1]
        is_count = count.text in _COUNTS or count.text.isdecimal()
        if not is_count or text[count.end : word.start] != " " or _NAMED.match(text, word.end):
            continue
        right = word.folded
        fix = replacement_fix(text, word.start, word.end, right, Safety.OFFERED)
        yield RuleMatch(word.start, word.end, {"right": right}, (fix,), message="generic")
