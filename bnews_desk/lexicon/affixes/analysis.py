"""One reading of a word by the affix analyser."""

from __future__ import annotations

from typing import NamedTuple


class Analysis(NamedTuple):
    """One analysis of a word.

    ``prefixes`` and ``suffixes`` are in the order of the word, each in its full form (``meng`` for
    the *meny-* of *menyapu*). ``root`` is in its dictionary form, a compound with its space.
    ``canonical`` is the word in its correct spelling.
    """

    root: str
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    canonical: str
    is_reduplicated: bool = False
