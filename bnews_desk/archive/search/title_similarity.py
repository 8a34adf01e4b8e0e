"""Tells whether a linked title is a headline, exactly or nearly."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from bnews_desk.archive.search.index_tokens import roots_of
from bnews_desk.earlier_headlines import EarlierHeadline
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.text import words

LEAST_OPENING = 4
"""Minimum words of a truncated title that is recognised by the beginning of a headline."""
A_SLIP = 0.5
"""Cost of a word that is spelt differently; an added or missing word costs one."""
WORDS_A_CHANGE = 4
"""A title may have one difference in so many words."""
_TURNS = frozenset(
    "tidak tak bukan belum batal tanpa lagi kembali satu dua tiga empat lima enam tujuh delapan"
    " sembilan sepuluh puluh belas ratus ribu juta miliar".split()
)
"""Words whose presence or absence changes the meaning of a headline."""
_MARKS = str.maketrans("“”„«»‘’‚`–—−\u00a0", '"""""\'\'\'\'--- ')


def is_headline(title: str, headline: str) -> bool:
    """Whether a title equals a headline.

    White space, the shape of quotation marks and dashes, and a final full stop are ignored.
    """
    return _plain(title) == _plain(headline)


def nearest(title: str, earlier: Iterable[EarlierHeadline]) -> EarlierHeadline | None:
    """The headline that a title nearly equals: the same story with small slips.

    The first of those with the smallest difference. Numbers must be the same, and so must all words
    apart from typing errors, other affixes, and a few added or missing words.
    """
    own = _folded(title)
    best: tuple[float, EarlierHeadline] | None = None
    for one in earlier:
        difference = _difference(own, _folded(one.headline))
        if difference is not None and (best is None or difference < best[0]):
            best = difference, one
    if best is None or (best[0] == 0 and best[1].headline.isupper()):
        return None
    return best[1]


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).translate(_MARKS)
    return " ".join(folded.split()).removesuffix(".")


def _folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


def _difference(own: Sequence[str], other: Sequence[str]) -> float | None:
    """The number of words in which two titles differ; None where the difference changes the
    meaning.
    """
    if own == other:
        return 0.0
    least = min(len(own), len(other))
    if least >= LEAST_OPENING and own[:least] == other[:least]:
        return A_SLIP
    if sorted(own) == sorted(other):
        return A_SLIP
    allowed = max(least // WORDS_A_CHANGE, A_SLIP)
    difference = 0.0
    for kind, i, j, m, n in SequenceMatcher(None, own, other, autojunk=False).get_opcodes():
        if kind != "equal":
            cost = _cost(own[i:j], other[m:n])
            difference += cost if cost is not None else allowed + 1
            if difference > allowed:
                return None
    return difference


def _cost(own: Sequence[str], other: Sequence[str]) -> float | None:
    """The cost of turning one stretch of words into the other; None where they differ
    in meaning.
    """
    if own and other:
        if "".join(own) == "".join(other):
            return A_SLIP
        if len(own) != len(other):
            return None
        pairs = zip(own, other, strict=True)
        return A_SLIP * len(own) if all(_is_slip(*pair) for pair in pairs) else None
    changed = (*own, *other)
    if any(word in _TURNS or not word.isalpha() for word in changed):
        return None
    return float(len(changed))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words may be the same: they differ in a letter or two, or in affixes."""
    if not (one.isalpha() and other.isalpha()):
        return one.replace("-", " ") == other.replace("-", " ")
    least = min(len(one), len(other))
    most = 0 if least < 4 else 1 if least < 9 else 2
    return slip_distance(one, other, most) <= most or roots_of(one) == roots_of(other)
