"""Words formed from known ones by borrowed affixes: *deindustrialisasi*, *birokratik*, *irelevan*.

Greek and Latin prefixes combine with any noun; endings such as *-is*, *-ik* and *-isme* replace
each other on one stem. No dictionary lists all the results.
"""

from __future__ import annotations

from collections.abc import Callable

_BEFORE_ANY = frozenset(
    "agro anti bio ekstra elektro foto geo hidro hiper hipo infra inter intra kardio kontra makro"
    " mega mikro mono multi nano neo neuro nir non pasca poli pseudo psiko semi sosio super supra"
    " tele termo trans ultra".split()
)
_BEFORE_LOANS = frozenset("auto de des dis eko homo ko meta oto pra pro re sub".split())
"""Short prefixes that may also be a typing error in a native one: *de-* for *di-*, *re-* for
*se-*."""
_LEAST_BEHIND = 5
"""Least number of letters after a prefix, which keeps chance matches few."""
_NEGATIVES = {"i": "lr", "ir": "r", "im": "bmp", "in": "acdefghijknoqstuvz"}
"""Negative prefixes, with the letters before which each is used: *irelevan*, *imobilitas*."""
_LEAST_DENIED = 6
_ENDINGS = ("", *"isasi isme istis istik itas asi isi ika ik is if".split())
"""Endings that replace each other on a stem."""
_MAKING = ("isasi", "isme", "istis", "istik", "itas", "asi", "ik", "is", "if")
"""Endings that form a word from any stem that has two others of them."""
_LOAN_ENDINGS = (*_MAKING, "isi", "al", "or")
_LEAST_STEM = 5
_TURNING = frozenset(("", "de", "in", "ir", "im", "non", "re", *_BEFORE_ANY))

Knows = Callable[[str], bool]


def is_formed_with_loan_affix(folded: str, knows: Knows, is_seen: Knows) -> bool:
    """Whether a word is a borrowed prefix on a known word, or a known stem with another ending.

    ``knows`` tells whether a word not formed in this way is known, ``is_seen`` whether a word is in
    a list. Short words, and those that resemble a typing error, must be in a list.
    """
    for size in range(1, min(8, len(folded) - _LEAST_BEHIND + 1)):
        prefix, behind = folded[:size], folded[size:]
        if prefix in _BEFORE_ANY and knows(behind):
            return True
        is_doubtful = (prefix in _BEFORE_LOANS and behind.endswith(_LOAN_ENDINGS)) or (
            behind[0] in _NEGATIVES.get(prefix, "")
            and len(behind) >= _LEAST_DENIED
            and behind.endswith(_LOAN_ENDINGS)
        )
        if is_doubtful and is_seen(behind):
            return True
    return _has_other_ending(folded, is_seen)


def _has_other_ending(folded: str, is_seen: Knows) -> bool:
    for ending in _MAKING:
        stem = folded[: -len(ending)]
        if len(stem) >= _LEAST_STEM and folded.endswith(ending):
            others = (is_seen(stem + other) for other in _ENDINGS if other != ending)
            return sum(others) > 1
    return False


def are_opposed(one: str, other: str) -> bool:
    """Whether two words differ only in a borrowed prefix that changes the meaning.

    *irelevan* and *relevan*, *deindustrialisasi* and *reindustrialisasi*, *hipotensi* and
    *hipertensi*: neither is ever a typing error for the other.
    """
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if longer == f"i{shorter}" and shorter[0] in _NEGATIVES["i"]:
        return len(shorter) >= _LEAST_DENIED
    if one[-_LEAST_BEHIND:] != other[-_LEAST_BEHIND:]:
        return False
    heads = [head for head in _TURNING if one.startswith(head)]
    for head in heads:
        stem = one[len(head) :]
        if len(stem) >= _LEAST_BEHIND and other.endswith(stem):
            before = other.removesuffix(stem)
            if before != head and before in _TURNING:
                return True
    return False
