"""A word repeated often within a paragraph (E23)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.rules.style.quotation_echoes import EMPTY
from bnews_desk.text import Word

_TIMES = 3
"""From this many times in one paragraph a word is reported."""
_SHARE = 0.04
"""Least share of the body's words that it must also have."""
_LEAST_LETTERS = 5
"""Shorter words are mostly particles and prepositions."""


def _repeated(paragraph: ParagraphContext) -> tuple[Word, ...]:
    """The ordinary words of a paragraph of copy outside speech that may be repeated too often."""
    if paragraph.role not in COPY or len(paragraph.words) < 2 * _TIMES:
        return ()
    if sum(word.text[0].isdigit() for word in paragraph.words) >= _TIMES:
        return ()  # a list of figures repeats its unit
    return tuple(
        word
        for word in paragraph.words
        if len(word.text) >= _LEAST_LETTERS
        and word.text.isalpha()
        and word.folded not in EMPTY
        and not paragraph.is_capitalised_inside(word)
        and not paragraph.in_speech(word.start, word.end)
    )


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    collected = [one for one in context.collected(_repeated) if len(one[2]) >= _TIMES]
    if not collected:
        return
    from bnews_desk.lexicon.affixes.analyser import shipped_analyser

    root_of = shipped_analyser().root_of
    words = sum(len(context.paragraphs[p.paragraph.number].words) for p in context.copy_parts)
    topics: set[str] | None = None
    times = Counter(root_of(word.folded) for _, _, found in collected for word in found)
    for number, _, found in collected:
        here = Counter(root_of(word.folded) for word in found)
        for root, count in here.items():
            if count < _TIMES or times[root] <= _SHARE * words:
                continue
            if topics is None:
                topics = {root_of(word) for word in _topics(context)}
            if root not in topics:
                at = context.frame.parts[number].paragraph.start
                last = [word for word in found if root_of(word.folded) == root][_TIMES - 1]
                values = {"word": last.folded, "count": str(count)}
                yield RuleMatch(last.start + at, last.end + at, values)


def _topics(context: ReleaseContext) -> Iterator[str]:
    """The words of headline and lead, which name the topic and may be repeated."""
    lead = context.frame.lead
    for part in context.frame.parts:
        if part.role is Role.HEADLINE or part is lead:
            for word in context.paragraphs[part.paragraph.number].words:
                yield word.folded


RULES = (
    ReleaseRule(
        code="E23",
        id="word-overuse",
        name="Kata terlalu sering",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Kata “{word}” muncul {count} kali dalam satu paragraf; variasikan.",
        source="praktik penyuntingan",
        check=_check,
        bad=(
            Example(
                "\nCamat Talun membuka pasar tani.\nWarga mengikuti kegiatan itu. Kegiatan tersebut"
                " meriah. Panitia menutup kegiatan sore hari."
            ),
        ),
        good=(
            "\nPelatihan digelar.\nPelatihan itu baik. Pelatihan dibuka camat. Pelatihan selesai.",
            '\nCamat hadir.\n"Kegiatan ini baik. Kegiatan ini perlu. Kegiatan ini murah," katanya.',
            "\nCamat hadir.\nKegiatan itu meriah. Warga senang. Kegiatan selesai sore.",
        ),
        is_on=False,
        remark="Mati: istilah pokok berita sering memang harus diulang.",
    ),
)
