"""Whether a linked title is a headline, letter for letter or nearly."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from bnews_desk.archive.search.index_tokens import roots_of
from bnews_desk.earlier_headlines import EarlierHeadline
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.text import words

LEAST_OPENING = 4
"""Words of a title that was cut off, from which on it is known for the headline it began."""
A_SLIP = 0.5
"""What a word that is written otherwise adds to the difference; one more or fewer adds one."""
WORDS_A_CHANGE = 4
"""Words of a title of which one may differ."""
_TURNS = frozenset(
    "tidak tak bukan belum batal tanpa lagi kembali satu dua tiga empat lima enam tujuh delapan"
    " sembilan sepuluh puluh belas ratus ribu juta miliar".split()
)
"""Words that make another story of a headline where they come or go."""
_MARKS = str.maketrans("“”„«»‘’‚`–—−\u00a0", '"""""\'\'\'\'--- ')


def is_headline(title: str, headline: str) -> bool:
    """Whether a title is a headline letter for letter.

    White space, the shape of quotation marks and dashes, and a final stop make no difference.
    """
    return _plain(title) == _plain(headline)


def nearest(title: str, earlier: Iterable[EarlierHeadline]) -> EarlierHeadline | None:
    """The headline that a title nearly is: the same story, in words that have slipped.

    The first of those that differ least. Figures must be the same, and so must every word but for
    slips of the finger, other affixes, and a few words more or fewer.
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
    """By how many words two titles differ; None where that makes another story of it."""
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
    """What it takes to make the one stretch of words of the other; None: they are others."""
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
    """Whether two words may be one: a letter or two, or another affix."""
    if not (one.isalpha() and other.isalpha()):
        return one.replace("-", " ") == other.replace("-", " ")
    least = min(len(one), len(other))
    most = 0 if least < 4 else 1 if least < 9 else 2
    return slip_distance(one, other, most) <= most or roots_of(one) == roots_of(other)
