"""One reading of a word by the affix analyser."""

from __future__ import annotations

from typing import NamedTuple


class Analysis(NamedTuple):
    """One reading of a word.

    ``prefixes`` and ``suffixes`` stand in the order of the word, each by its full form (``meng``
    for the *meny-* of *menyapu*). ``root`` is as it is cited, a compound with its space.
    ``canonical`` is the word as it is rightly written: the word itself where that is right.
    """

    root: str
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    canonical: str
    is_reduplicated: bool = False
