"""*Desa* for a kelurahan and the reverse, where the table knows one kind alone."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.gazetteer import Gazetteer, Place, place_key
from bnews_desk.lexicon.near_names import are_near
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.place_chains import (
    Level,
    PlaceChain,
    Reading,
    lies_in,
    place_chains,
    tells_of_the_past,
)
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix

_URBAN = {
    "desa": "Kelurahan", "ds.": "Kel.", "kalurahan": "Kelurahan", "kades": "Lurah",
    "kepala desa": "Lurah",
}  # fmt: skip
"""What a rural village's word is for a kelurahan."""
_RURAL = {"kelurahan": "Desa", "kel.": "Ds."}
_LOCAL = {"Daerah Istimewa Yogyakarta": "Kalurahan", "Aceh": "Gampong", "Sumatera Barat": "Nagari"}
"""What a village is called there."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for chain in paragraph.cached(place_chains):
        match = _wrong_kind(paragraph, chain)
        if match and not tells_of_the_past(paragraph.text):
            yield match


def _wrong_kind(paragraph: ParagraphContext, chain: PlaceChain) -> RuleMatch | None:
    village, *wider = chain
    word = village.word.casefold()
    if village.level is not Level.VILLAGE or not (word in _URBAN or word in _RURAL):
        return None
    if not wider or any(not mention.readings for mention in wider):
        return None
    if wider[0].level is Level.PROVINCE:
        return None
    places, is_urban = paragraph.lexicon.places, word in _RURAL
    homes = [
        home
        for home in village.readings
        if all(any(lies_in(home, reading) for reading in mention.readings) for mention in wider)
    ]
    if not homes or any(home.is_urban == is_urban for home in homes):
        return None
    if any(_has_like(places, home, village.name, is_urban=is_urban) for home in homes):
        return None
    right = _URBAN.get(word) or _LOCAL.get(homes[0].province) or _RURAL[word]
    if village.word.islower():
        right = right.lower()
    end = village.start + len(village.word)
    fix = replacement_fix(paragraph.text, village.start, end, right, Safety.OFFERED)
    kind = "desa" if is_urban else "kelurahan"
    if is_urban and right.casefold() in map(str.casefold, _LOCAL.values()):
        kind = right.lower()
    values = {"place": village.name, "kind": kind, "right": f"{right} {village.name}"}
    return RuleMatch(village.start, village.span.end, values, (fix,))


def _has_like(places: Gazetteer, home: Reading, name: str, *, is_urban: bool) -> bool:
    """Whether the district has a village of the other kind and much the same name."""
    district = Place("", home.district, home.regency, home.province)
    return any(
        place.is_urban == is_urban and are_near(place_key(place.village), place_key(name))
        for place in places.places_of(district)
    )


RULES = (
    ParagraphRule(
        code="F30",
        id="village-kind",
        name="Desa atau kelurahan",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="{place} tercatat sebagai {kind}: “{right}”; periksa.",
        source="data wilayah Kemendagri",
        remark=(
            "Hanya bila kecamatan, kabupaten, atau kotanya disebut dan di sana tidak ada desa dan"
            " kelurahan yang senama."
        ),
        roles=COPY_AND_HEADLINE,
        check=_check,
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
        ),
        good=(
            "Kelurahan Bendogerit, Kecamatan Sananwetan, dan Desa Plosorejo, Kabupaten Blitar.",
            "Desa Caturtunggal, Kapanewon Depok, Sleman, dan Lurah Caturtunggal.",
            "Desa Bendogerit bersih.",
            "Dulu Desa Bendogerit, Kecamatan Sananwetan, sepi.",
        ),
    ),
)
