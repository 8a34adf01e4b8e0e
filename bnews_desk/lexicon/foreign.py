"""Foreign words that Indonesian news uses: known, never proposed, a sign of a foreign phrase."""

from __future__ import annotations

from functools import lru_cache

from bnews_desk.paths import resource


@lru_cache(maxsize=1)
def foreign_words() -> frozenset[str]:
    """The words of ``kata_asing.txt``, in small letters; none is an Indonesian word as well.

    The list is a part of the program: where it is missing, :class:`OSError`.
    """
    with open(resource("lexicon", "kata_asing.txt"), encoding="ascii") as file:
        lines = [line for line in file if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())
