"""The speller as it ships: news words, the region's, affixes, Hunspell where there is one."""

from __future__ import annotations

from collections.abc import Iterable

from bnews_desk.lexicon.hunspell import installed_hunspell
from bnews_desk.lexicon.news_words import shipped_news_words
from bnews_desk.lexicon.regional import regional_words
from bnews_desk.lexicon.speller import Analyser, Speller


def shipped_speller(own: Iterable[str] = ()) -> Speller:
    """A speller with every layer there is, and the folded words of ``own``."""
    return Speller(
        shipped_news_words().counts,
        own=regional_words().union(own),
        find_analyser=_analyser,
        find_hunspell=installed_hunspell,
    )


def _analyser() -> Analyser:
    from bnews_desk.lexicon.affixes.analyser import shipped_analyser

    return shipped_analyser()
