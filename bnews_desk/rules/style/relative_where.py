"""*di mana* and *yang mana* that join a clause to a noun (E34)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.spelling.prepositions import joins_clause
from bnews_desk.rules.word_positions import gap_before, positions_of

_WHERE = frozenset({"mana"})
_BEFORE = frozenset({"di", "yang"})
_PLACES = frozenset(
    "tempat rumah gedung kantor kota desa kabupaten kecamatan kelurahan daerah wilayah kawasan"
    " lokasi ruang ruangan aula jalan sekolah kampus rumah sakit pasar hotel stadion lapangan"
    " negara provinsi pulau kamar toko pabrik masjid gereja pelabuhan bandara stasiun titik"
    " sungai pantai hutan kebun sawah lahan".split()
)
"""Nouns of places, after which *tempat* is the right word."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for at in positions_of(paragraph, _WHERE):
        before = words[at - 1] if at else None
        if before is None or before.folded not in _BEFORE or gap_before(paragraph, at):
            continue
        start, end = before.start, words[at].end
        if paragraph.in_quotation(start, end) or not joins_clause(paragraph, at - 1, at):
            continue
        if before.folded == "yang" and not _follows_comma(paragraph, at - 1):
            continue
        noun = words[at - 2] if at > 1 else None
        is_place = noun is not None and noun.folded in _PLACES
        right = "tempat" if is_place and before.folded == "di" else ""
        fixes: tuple[Fix, ...] = ()
        if right:
            fixes = (replacement_fix(text, start, end, right, Safety.OFFERED),)
        elif before.start in paragraph.sentence_starts:
            behind = words[at + 1]
            gap = text[start : behind.start + 1]
            new = behind.text[0].upper()
            fixes = (Fix(Safety.OFFERED, "Hapus", (Edit(start, behind.start + 1, gap, new),)),)
        yield RuleMatch(start, end, {"text": text[start:end]}, fixes)


def _follows_comma(paragraph: ParagraphContext, at: int) -> bool:
    word = paragraph.words[at]
    return paragraph.text[: word.start].rstrip()[-1:] == ","


RULES = (
    ParagraphRule(
        code="E34",
        id="relative-where",
        name="“Di mana” sebagai penghubung",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{text}” bukan kata penghubung baku; pakai “tempat”, “yang”, “dengan”, atau pecah"
        " kalimatnya.",
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check,
        needs=Needs(words=_WHERE),
        bad=(
            Example(
                "Camat meninjau rumah di mana korban tinggal.",
                "Camat meninjau rumah tempat korban tinggal.",
            ),
            Example("Panen naik, di mana beras terbanyak."),
            Example("Harga naik, yang mana warga mengeluh."),
            Example("Harga naik. Di mana warga mengeluh.", "Harga naik. Warga mengeluh."),
        ),
        good=(
            "Di mana warga mengadu?",
            "Ia bertanya di mana rumah camat.",
            "Warga hadir di mana pun ia berada.",
            "Ia tidak tahu yang mana yang benar.",
            '"Panen naik, di mana beras terbanyak," katanya.',
        ),
    ),
)
