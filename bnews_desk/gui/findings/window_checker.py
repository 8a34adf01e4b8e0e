"""Makes the window's checker, with every rule and word list, and collects what a check reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.release import Release
from bnews_desk.rules.context import CheckOptions

if TYPE_CHECKING:
    from bnews_desk.gui.desk.desk import Desk
    from bnews_desk.gui.desk.earlier_states import EarlierStateCache
    from bnews_desk.gui.findings.second_opinion_service import SecondOpinionService
    from bnews_desk.gui.related.linked_title_cache import LinkedTitleCache
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.rules.checker import Checker


class CheckInputs(NamedTuple):
    """One revision of a release, its ``key`` in the journal and the options of its check."""

    key: str
    revision: int
    release: Release
    options: CheckOptions


def check_inputs(
    desk: Desk, titles: LinkedTitleCache, earlier: EarlierStateCache
) -> CheckInputs | None:
    """The inputs for the release in front; None when no release is open."""
    release = desk.current
    if release is None:
        return None
    document = release.document
    value = document.release()
    day = value.details.publication_date
    states = earlier.of(release.key)
    options = CheckOptions(
        day,
        is_in_window=True,
        original=states.original,
        archive=titles,
        published=states.published,
        is_original_awaited=earlier.is_awaited(release.key),
        further_sources=tuple(Release(source.text) for source in value.sources),
    )
    return CheckInputs(release.key, document.revision, value, options)


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
