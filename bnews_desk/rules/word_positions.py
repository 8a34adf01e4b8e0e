"""Positions of words and sentences in a paragraph, and what looks like a verb."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from bnews_desk.rules.context import ParagraphContext
from bnews_desk.text import Span

_VERB_BEGINNINGS = ("ber", "me", "ter", "di")
_LEAST_VERB = 5
"""Letters that a word with a verb's prefix has at least: *dibeli*, not *desa*."""
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
"""Words of a clause with a subject or a predicate of its own."""


def positions_of(paragraph: ParagraphContext, wanted: frozenset[str]) -> list[int]:
    """The indices of the copy's words that are in ``wanted`` (folded), in order."""
    if paragraph.vocabulary.isdisjoint(wanted):
        return []
    return [i for i, word in enumerate(paragraph.words) if word.folded in wanted]


def sentence_at(paragraph: ParagraphContext, position: int) -> Span:
    """The sentence in which a code point lies; empty where it lies in none."""
    spans = paragraph.sentences
    at = bisect_right(spans, position, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 else Span(position, position)


def words_of_sentence(paragraph: ParagraphContext, sentence: Span) -> tuple[int, int]:
    """The indices of a sentence's first word and of the one behind its last."""
    first = bisect_left(paragraph.words, sentence.start, key=lambda word: word.start)
    return first, bisect_left(paragraph.words, sentence.end, key=lambda word: word.start)


def gap_before(paragraph: ParagraphContext, at: int) -> str:
    """What stands between the word before ``at`` and the one there, without white space."""
    words = paragraph.words
    return paragraph.text[words[at - 1].end : words[at].start].strip() if at else ""


def indices_until_mark(paragraph: ParagraphContext, first: int, last: int) -> Iterator[int]:
    """The indices from ``first`` on, below ``last``, up to the first mark between two words."""
    for at in range(first, last):
        if at > first and gap_before(paragraph, at):
            return
        yield at


def is_verbal(folded: str, beginnings: tuple[str, ...] = _VERB_BEGINNINGS) -> bool:
    """Whether a word looks like a verb or belongs to a clause of its own.

    Nouns are rather taken for verbs than the other way round. ``beginnings`` are the prefixes
    that make a verb.
    """
    if folded in _AUXILIARIES:
        return True
    return len(folded) > _LEAST_VERB and folded.startswith(beginnings) and folded not in _NOT_VERBS
