"""Wrong level words for places: *desa* for a kelurahan, *distrik* outside Papua."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.gazetteer import Gazetteer, Place, place_key
from bnews_desk.lexicon.near_names import are_near
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.place_chains import (
    CHAIN_SIGNS,
    Level,
    PlaceChain,
    PlaceMention,
    Reading,
    lies_in,
    place_chains,
    tells_of_the_past,
)
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_URBAN = {
    "desa": "Kelurahan", "ds.": "Kel.", "kalurahan": "Kelurahan", "kades": "Lurah",
    "kepala desa": "Lurah", "kepala desa (kades)": "Lurah",
}  # fmt: skip
"""The word for a kelurahan in place of each word for a rural village."""
_RURAL = {"kelurahan": "Desa", "kel.": "Ds.", "lurah": "Kepala Desa"}
_KINDS = {"lurah": "kelurahan", "kel.": "kelurahan", "kepala desa": "desa", "ds.": "desa"}
_YOGYAKARTA = "Daerah Istimewa Yogyakarta"
_LOCAL = {_YOGYAKARTA: "Kalurahan", "Aceh": "Gampong", "Sumatera Barat": "Nagari"}
"""The word for a village in each of these provinces."""
_ONLY_THERE = {
    "kalurahan": _YOGYAKARTA, "gampong": "Aceh", "nagari": "Sumatera Barat", "pekon": "Lampung",
    "distrik": "Papua", "kapanewon": _YOGYAKARTA, "kemantren": _YOGYAKARTA,
}  # fmt: skip
"""For each local word, the prefixes of the provinces that use it."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for chain in paragraph.cached(place_chains):
        for at, place in enumerate(chain[:-1]):
            match = _wrong_word(paragraph, place, chain[at + 1 :])
            if match and not tells_of_the_past(paragraph.text):
                yield match


def _wrong_word(
    paragraph: ParagraphContext, place: PlaceMention, wider: PlaceChain
) -> RuleMatch | None:
    """The match for a village's or district's level word, if no possible place has it."""
    if any(not mention.readings for mention in wider):
        return None
    homes = [
        home
        for home in place.readings
        if all(any(lies_in(home, reading) for reading in mention.readings) for mention in wider)
    ]
    if not homes:
        return None
    word = place.word.casefold()
    right = ""
    if place.level is Level.VILLAGE and wider[0].level is not Level.PROVINCE:
        right = _village_word(paragraph.lexicon.places, word, homes, place.name)
    right = right or _word_there(word, place.level, homes)
    if not right or right.casefold() == word:
        return None
    kind = _KINDS.get(right.casefold(), right.lower())
    if place.word.islower():
        right = right.lower()
    end = place.start + len(place.word)
    fix = replacement_fix(paragraph.text, place.start, end, right, Safety.OFFERED)
    values = {"place": place.name, "kind": kind, "right": f"{right} {place.name}"}
    return RuleMatch(place.start, place.span.end, values, (fix,))


def _village_word(places: Gazetteer, word: str, homes: list[Reading], name: str) -> str:
    """The word for the other kind of village; '' where this one may be right."""
    if not (word in _URBAN or word in _RURAL):
        return ""
    is_urban = word in _RURAL
    if any(home.is_urban == is_urban for home in homes):
        return ""
    if any(_has_like(places, home, name, is_urban=is_urban) for home in homes):
        return ""
    if not is_urban:
        return _URBAN[word]
    local = _LOCAL.get(homes[0].province)
    return "" if local and word == "lurah" else local or _RURAL[word]


def _word_there(word: str, level: Level, homes: list[Reading]) -> str:
    """The correct word for a place with a local word that is not used there; '' where it is
    used."""
    begins = _ONLY_THERE.get(word)
    if begins is None:
        return ""
    is_district = level is Level.DISTRICT
    words = {_district_word(h) if is_district else _plain_village_word(h) for h in homes}
    is_there = any(h.province.startswith(begins) for h in homes)
    if len(words) > 1 or (is_there and word not in ("kapanewon", "kemantren")):
        return ""
    return words.pop()


def _district_word(home: Reading) -> str:
    if home.province != _YOGYAKARTA:
        return "Kecamatan"
    return "Kemantren" if home.regency.startswith("Kota ") else "Kapanewon"


def _plain_village_word(home: Reading) -> str:
    return "Kelurahan" if home.is_urban else "Desa"


def _has_like(places: Gazetteer, home: Reading, name: str, *, is_urban: bool) -> bool:
    """Whether the district has a village of the other kind with a similar name."""
    district = Place("", home.district, home.regency, home.province)
    return any(
        place.is_urban == is_urban and are_near(place_key(place.village), place_key(name))
        for place in places.places_of(district)
    )


RULES = (
    ParagraphRule(
        code="F30",
        id="place-level-word",
        name="Desa, kelurahan, distrik",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="{place} tercatat sebagai {kind}: “{right}”; periksa.",
        source="data wilayah Kemendagri",
        remark=(
            "Hanya bila kecamatan, kabupaten, atau kotanya disebut dan di sana tidak ada desa dan"
            " kelurahan yang senama. Sebutan daerah (distrik, kapanewon, kemantren, gampong,"
            " nagari, pekon) hanya dipakai di daerahnya."
        ),
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(words=CHAIN_SIGNS),
        bad=(
            Example(
                "Warga Desa Bendogerit, Kecamatan Sananwetan, Kota Blitar, antre.",
                "Warga Kelurahan Bendogerit, Kecamatan Sananwetan, Kota Blitar, antre.",
            ),
            Example(
                "Petani Kelurahan Plosorejo, Kecamatan Kademangan, panen kelapa.",
                "Petani Desa Plosorejo, Kecamatan Kademangan, panen kelapa.",
            ),
            Example(
                "Kepala Desa Bendogerit, Kota Blitar, hadir.",
                "Lurah Bendogerit, Kota Blitar, hadir.",
            ),
            Example(
                "Pasar Kelurahan Caturtunggal, Kapanewon Depok, Kabupaten Sleman, ramai.",
                "Pasar Kalurahan Caturtunggal, Kapanewon Depok, Kabupaten Sleman, ramai.",
            ),
            Example(
                "Warga Distrik Kanigoro, Kabupaten Blitar, antre.",
                "Warga Kecamatan Kanigoro, Kabupaten Blitar, antre.",
            ),
            Example(
                "Lurah Plosorejo, Kecamatan Kademangan, hadir.",
                "Kepala Desa Plosorejo, Kecamatan Kademangan, hadir.",
            ),
        ),
        good=(
            "Kelurahan Bendogerit, Kecamatan Sananwetan, dan Desa Plosorejo, Kabupaten Blitar.",
            "Desa Caturtunggal, Kapanewon Depok, Sleman, dan Lurah Caturtunggal.",
            "Desa Bendogerit bersih.",
            "Distrik Sentani, Kabupaten Jayapura, dan Gampong Lambhuk, Kecamatan Ulee Kareng.",
            "Dulu Desa Bendogerit, Kecamatan Sananwetan, sepi.",
        ),
    ),
)
