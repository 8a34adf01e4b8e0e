"""Words known beside those of published news: the region's, names of its places, foreign ones.

Names are kept apart from words. A name is known only where it bears a capital: *Jugo* is a village
near Blitar, and *jugo* a slip for *juga*.
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
    """The words of ``kata_asing.txt``, in small letters; none is an Indonesian word as well.

    The list is a part of the program: where it is missing, ``OSError``.
    """
    with open(resource("lexicon", "kata_asing.txt"), encoding="ascii") as file:
        lines = [line for line in file if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


HOME_REGENCIES = ("Kabupaten Blitar", "Kota Blitar")
"""The regencies whose every village is known by name."""
_LEAST_LETTERS = 3


@lru_cache(maxsize=1)
def regional_words() -> frozenset[str]:
    """Words of Blitar and East Java that stand in small letters, folded; from ``kata_daerah.txt``.

    The list is a part of the program: where it is missing, ``OSError``.
    """
    with open(resource("lexicon", "kata_daerah.txt"), encoding="utf-8") as file:
        lines = (line.strip() for line in file)
        return frozenset(line.casefold() for line in lines if line and not line.startswith("#"))


def local_names(house: HouseStyle, places: Gazetteer) -> frozenset[str]:
    """The words of the names that this newsroom writes every day, folded.

    They are those of the style sheet (places of datelines, among them every regency of East Java;
    offices, editors, writers, brands, acronyms) and the districts and villages of Blitar.
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
