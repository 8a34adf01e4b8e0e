"""Positions of words and sentences in a paragraph, and words that look like verbs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from bnews_desk.rules.context import ParagraphContext
from bnews_desk.text import Span

_VERB_BEGINNINGS = ("ber", "me", "ter", "di")
_LEAST_VERB = 5
"""Least length of a word with a verb's prefix: *dibeli*, but not *desa*."""
_NOT_VERBS = frozenset(
    "berbagai berita berikut bersama bersih bertahun-tahun beranda berlian dinas direktur direksi"
    " disiplin distrik disertasi dialog diskon diskusi dimensi digital divisi diploma diri"
    " media medali medis menara menit mental menteri menu merah merek mereka meski meskipun mesin"
    " meter metode mewah tersebut terhadap teknologi teror terminal termasuk tertentu teras".split()
)
_AUXILIARIES = frozenset(
    "ada adalah akan belum bisa boleh dapat harus hendak ingin kerap masih mau mulai pernah perlu"
    " punya sedang sering sudah telah tetap tidak tak merupakan ialah yakni ia dia kami kita saya"
    " mereka jangan pasti hadir datang pergi naik turun minta pulang".split()
)
"""Words that show a clause with a subject or predicate of its own."""


def positions_of(paragraph: ParagraphContext, wanted: frozenset[str]) -> list[int]:
    """The indices of the copy's words that are in ``wanted`` (folded), in order."""
    if paragraph.vocabulary.isdisjoint(wanted):
        return []
    return [i for i, word in enumerate(paragraph.words) if word.folded in wanted]


def sentence_at(paragraph: ParagraphContext, position: int) -> Span:
    """The sentence at a position; empty where there is none."""
    spans = paragraph.sentences
    at = bisect_right(spans, position, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 else Span(position, position)


def words_of_sentence(paragraph: ParagraphContext, sentence: Span) -> tuple[int, int]:
    """The index of a sentence's first word, and the index after its last."""
    first = bisect_left(paragraph.words, sentence.start, key=lambda word: word.start)
    return first, bisect_left(paragraph.words, sentence.end, key=lambda word: word.start)


def gap_before(paragraph: ParagraphContext, at: int) -> str:
    """The text between the word at ``at`` and the one before it, without white space."""
    words = paragraph.words
    return paragraph.text[words[at - 1].end : words[at].start].strip() if at else ""


def indices_until_mark(paragraph: ParagraphContext, first: int, last: int) -> Iterator[int]:
    """The indices from ``first`` up to ``last`` (exclusive), ending at the first mark between
    words."""
    for at in range(first, last):
        if at > first and gap_before(paragraph, at):
            return
        yield at


def is_verbal(folded: str, beginnings: tuple[str, ...] = _VERB_BEGINNINGS) -> bool:
    """Whether a word looks like a verb or shows a clause of its own.

    In doubt a noun is taken for a verb. ``beginnings`` are the prefixes that make a verb.
    """
    if folded in _AUXILIARIES:
        return True
    return len(folded) > _LEAST_VERB and folded.startswith(beginnings) and folded not in _NOT_VERBS
