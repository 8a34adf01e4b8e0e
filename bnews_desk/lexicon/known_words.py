"""Words that are known besides those of published news: regional words, local names, foreign words.

Names are kept apart from words. A name is known only with a capital: *Jugo* is a village near
Blitar, and *jugo* a typing error for *juga*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.gazetteer import Gazetteer
from bnews_desk.paths import resource
from bnews_desk.text import words


@lru_cache(maxsize=1)
def foreign_words() -> frozenset[str]:
    """The words of ``kata_asing.txt``, in lower case; none is also an Indonesian word.

    Raises ``OSError`` where the list, a part of the program, is missing.
    """
    with open(resource("lexicon", "kata_asing.txt"), encoding="ascii") as file:
        lines = [line for line in file if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


HOME_REGENCIES = ("Kabupaten Blitar", "Kota Blitar")
"""The regencies whose village names are all known."""
_LEAST_LETTERS = 3


@lru_cache(maxsize=1)
def regional_words() -> frozenset[str]:
    """Lower-case words of Blitar and East Java, folded; from ``kata_daerah.txt``.

    Raises ``OSError`` where the list, a part of the program, is missing.
    """
    with open(resource("lexicon", "kata_daerah.txt"), encoding="utf-8") as file:
        lines = (line.strip() for line in file)
        return frozenset(line.casefold() for line in lines if line and not line.startswith("#"))


def local_names(house: HouseStyle, places: Gazetteer) -> frozenset[str]:
    """The words in names that this newsroom often uses, folded.

    They come from the style sheet (dateline places, which include every regency of East Java;
    offices, editors, writers, brands, acronyms) and from the districts and villages of Blitar.
    """
    names = (*_names_of_house(house), *_names_of_places(places))
    return frozenset(
        word.folded for name in names for word in words(name) if len(word.text) >= _LEAST_LETTERS
    )


def _names_of_house(house: HouseStyle) -> Iterator[str]:
    yield from (house.name, house.dateline.site)
    yield from house.dateline.places
    yield from house.source_tag.sources.values()
    yield from house.source_tag.initials.values()
    yield from house.credit.editors
    yield from house.brands
    yield from house.common_acronyms


def _names_of_places(places: Gazetteer) -> Iterable[str]:
    for regency in HOME_REGENCIES:
        yield from places.districts_of(regency)
        yield from places.all_villages_of(regency)
