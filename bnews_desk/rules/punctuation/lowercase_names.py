"""Names that begin with a lower-case letter: *iPhone*, *detikcom*, *bank bjb*."""

from __future__ import annotations

from bnews_desk.lexicon.word_lists import CLITICS
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext

_DETIK = Pattern(r"detik(?!(?:nya|an|lah|kah)$)[a-z]+")
"""The sites and events of one publisher: *detikcom*, *detikevent*."""
_BANKS = frozenset({"bjb", "blu"})


def is_lowercase_name(paragraph: ParagraphContext, start: int, end: int) -> bool:
    """Whether a word is such a name by the style sheet or the list here."""
    text = paragraph.text
    word = text[start:end]
    if word in paragraph.house.brands or word in _BANKS or _DETIK.fullmatch(word):
        return True
    return word == "bank" and text.startswith(" bjb", end)


def is_common(paragraph: ParagraphContext, folded: str) -> bool:
    """Whether a word, or each half of it, is a common word and so not a brand."""
    common = paragraph.lexicon.common_words
    return all(
        half in common or (half.endswith(CLITICS) and half[:-3] in common)
        for half in folded.split("-")
    )
