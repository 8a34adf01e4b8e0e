"""Makes the checker of the window, with every rule and every word list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bnews_desk.gui.findings.second_opinion_service import SecondOpinionService
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.rules.checker import Checker


def make_checker(
    house: HouseStyle,
    pause: Callable[[], None],
    own_words: frozenset[str] = frozenset(),
    opinions: SecondOpinionService | None = None,
) -> Checker:
    """A checker with every rule, the newsroom's own included, in its style.

    ``own_words`` are the words of the user dictionaries; ``pause`` is passed to ``Checker``. The
    answers known to ``opinions`` are added to the findings.
    """
    from bnews_desk.lexicon.lexicon import Lexicon
    from bnews_desk.rules.catalogue import rules_of
    from bnews_desk.rules.checker import Checker

    lexicon = Lexicon(house.pairs, own_words)
    beside = None if opinions is None else opinions.beside(house, lexicon)
    return Checker(rules_of(house), house, lexicon, pause=pause, beside=beside)
