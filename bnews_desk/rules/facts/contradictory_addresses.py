"""Addresses whose village, district, regency and province do not belong together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.gazetteer import Gazetteer, Place, place_key
from bnews_desk.lexicon.near_names import are_near, slip_distance, sound_key
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

_MOST_OFFERED = 3
"""Most places that are named and offered."""

_UNSETTLED_SPELLINGS = frozenset({"Aceh", "Sumatera Barat"})
"""Provinces in which names are spelled both in the regional language and in Indonesian."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    for chain in paragraph.cached(place_chains):
        if tells_of_the_past(paragraph.text):
            return
        match = _contradiction(paragraph, chain)
        if match:
            yield match


def _contradiction(paragraph: ParagraphContext, chain: PlaceChain) -> RuleMatch | None:
    """The place that contradicts most of the others; of two that contradict each other, the wider
    one."""
    places = paragraph.lexicon.places
    pairs = [
        (narrow, wide)
        for narrow, wide in combinations(_known(chain), 2)
        if _contradict(places, narrow, wide)
    ]
    if not pairs:
        return None
    counts = {mention: sum(mention in pair for pair in pairs) for pair in pairs for mention in pair}
    wrong = max(counts, key=lambda mention: (counts[mention], mention.level))
    against = [one if two == wrong else two for one, two in pairs if wrong in (one, two)]
    agreeing = [m for m in _known(chain) if m != wrong and m not in against]
    place = min(against)
    if wrong.level < place.level:  # the narrowest place fits none of them: look for it elsewhere
        return _match(paragraph, wrong, place, _homes(wrong, place, []), ())
    homes = _homes(place, wrong, [*agreeing, *(m for m in against if m != place)])
    rights = _names(homes, wrong.level)
    span = wrong.span
    is_whole = wrong.level is Level.REGENCY and wrong.word and not wrong.is_office
    if wrong.is_office:
        rights = []
    start = wrong.start if is_whole else span.start
    fixes = tuple(
        replacement_fix(paragraph.text, start, span.end, new, Safety.OFFERED)
        for name in rights
        if (new := name if is_whole else _bare(name)) != paragraph.text[start : span.end]
    )
    return _match(paragraph, place, wrong, homes, fixes if len(rights) <= _MOST_OFFERED else ())


def _match(
    paragraph: ParagraphContext,
    place: PlaceMention,
    wrong: PlaceMention,
    homes: list[Reading],
    fixes: tuple[Fix, ...],
) -> RuleMatch:
    """The match for a place and a wider one that does not contain it."""
    first, last = sorted((place, wrong), key=lambda mention: mention.span.start)
    start = first.span.start if first.level is Level.VILLAGE else first.start
    rights = _names(homes, wrong.level)
    values = {"place": place.full_name, "wrong": wrong.full_name}
    if not 0 < len(rights) <= _MOST_OFFERED:
        return RuleMatch(start, last.span.end, values, fixes, None, "absent")
    right = " dan ".join(filter(None, (", ".join(rights[:-1]), rights[-1])))
    if wrong.level is Level.DISTRICT:
        word = wrong.full_name.partition(" ")[0] if wrong.word else "Kecamatan"
        right = f"{word} {right}"
    return RuleMatch(start, last.span.end, {**values, "right": right}, fixes)


def _known(chain: PlaceChain) -> list[PlaceMention]:
    """The known places of a chain; places inside an unknown one are not judged."""
    known: list[PlaceMention] = []
    for mention in reversed(chain):
        if mention.readings:
            known.insert(0, mention)
        elif mention.level > Level.VILLAGE:
            known = [m for m in known if m.level > mention.level]
            break
    return known


def _contradict(places: Gazetteer, narrow: PlaceMention, wide: PlaceMention) -> bool:
    """Whether no reading of the narrow place, nor of a similar name, is inside a reading of the
    wide one."""
    if any(lies_in(n, w) for n in narrow.readings for w in wide.readings):
        return False
    if _was_part(places, narrow, wide):
        return False
    return not any(_has_near(places, w, narrow) for w in wide.readings)


def _was_part(places: Gazetteer, narrow: PlaceMention, wide: PlaceMention) -> bool:
    """Whether a place was in that province before its present province was formed."""
    for reading in narrow.readings:
        province = reading.province
        while former := places.former_province(province):
            province = former.official
            if any(w == Reading(province) for w in wide.readings):
                return True
    return False


def _has_near(places: Gazetteer, wide: Reading, narrow: PlaceMention) -> bool:
    """Whether a place contains one with a name similar to that of ``narrow``."""
    key = place_key(narrow.name)
    if narrow.level is Level.REGENCY:
        return False
    if wide.district:
        district = Place("", wide.district, wide.regency, wide.province)
        return any(
            are_near(place_key(village), key) or _is_end_of(narrow.name, village)
            for village in places.villages_of(district)
        )
    look = places.districts_of if narrow.level is Level.DISTRICT else places.all_villages_of
    if wide.regency:
        most = 2 if wide.province in _UNSETTLED_SPELLINGS else 1
        return any(
            _is_spelling(place_key(name), key, most) or _is_end_of(narrow.name, name)
            for name in look(wide.regency)
        )
    return any(
        sound_key(place_key(name)) == sound_key(key)
        for regency in places.regencies_of(wide.province)
        for name in look(regency)
    )


def _is_spelling(one: str, other: str, most: int) -> bool:
    return slip_distance(one, other, most) <= most or sound_key(one) == sound_key(other)


def _is_end_of(short: str, full: str) -> bool:
    """Whether a name lacks the first word of another: *Pari* for *Pulau Pari*."""
    return full.endswith(f" {short}")


def _homes(place: PlaceMention, wrong: PlaceMention, others: list[PlaceMention]) -> list[Reading]:
    """Where a place really is: first what fits the other places, then what is nearest to the wrong
    one."""
    homes = list(place.readings)
    for other in sorted(others, reverse=True):
        homes = [h for h in homes if _fits(h, other)] or homes
    for level in (Level.PROVINCE, Level.REGENCY):
        near = [
            h
            for h in homes
            if any(w.names[level] and w.names[level] == h.names[level] for w in wrong.readings)
        ]
        homes = near or homes
    bare = {place_key(_bare(w.regency)) for w in wrong.readings}
    if wrong.level is Level.REGENCY:  # *Kota Blitar* for *Kabupaten Blitar*
        homes = [h for h in homes if place_key(_bare(h.regency)) in bare] or homes
    return homes


def _fits(home: Reading, other: PlaceMention) -> bool:
    return any(lies_in(home, r) or lies_in(r, home) for r in other.readings)


def _names(homes: list[Reading], level: Level) -> list[str]:
    return list(dict.fromkeys(home.names[level] for home in homes if home.names[level]))


def _bare(name: str) -> str:
    kind, _, rest = name.partition(" ")
    return rest if kind in ("Kabupaten", "Kota") and rest else name


RULES = (
    ParagraphRule(
        code="F12",
        id="place-hierarchy",
        name="Wilayah tidak sesuai",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="{place} tercatat di {right}, bukan {wrong}; periksa alamatnya.",
        other_messages={"absent": "{place} tidak tercatat di {wrong}; periksa alamatnya."},
        source="data wilayah Kemendagri",
        remark=(
            "Dua wilayah mana pun dibandingkan. Diam bila salah satu namanya tidak dikenal, bila"
            " keduanya masih mungkin cocok, dan bila ejaannya hanya berbeda sedikit."
        ),
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(words=CHAIN_SIGNS),
        bad=(
            Example(
                "Acara itu digelar di Desa Plosorejo, Kecamatan Kanigoro.",
                "Acara itu digelar di Desa Plosorejo, Kecamatan Kademangan.",
            ),
            Example(
                "Warga Desa Penataran, Kecamatan Garum, Kabupaten Blitar, bergotong royong.",
                "Warga Desa Penataran, Kecamatan Nglegok, Kabupaten Blitar, bergotong royong.",
            ),
            Example(
                "Rumah di Kecamatan Sananwetan, Kabupaten Blitar, terbakar.",
                "Rumah di Kecamatan Sananwetan, Kota Blitar, terbakar.",
            ),
            Example(
                "Ia tinggal di Kelurahan Bendogerit Kecamatan Sukorejo Kota Blitar.",
                "Ia tinggal di Kelurahan Bendogerit Kecamatan Sananwetan Kota Blitar.",
            ),
            Example(
                "Ia lahir di Kabupaten Blitar, Jawa Tengah.",
                "Ia lahir di Kabupaten Blitar, Jawa Timur.",
            ),
            Example(
                "Petani Desa Krisik, Kec. Wlingi, Kab. Blitar, panen kopi.",
                "Petani Desa Krisik, Kec. Gandusari, Kab. Blitar, panen kopi.",
            ),
            Example(
                "Warga Kecamatan Kanigoro, Jawa Tengah, panen cabai.",
                "Warga Kecamatan Kanigoro, Jawa Timur, panen cabai.",
            ),
            Example(
                "Ia mengajar di Blitar, Jawa Barat.",
                "Ia mengajar di Blitar, Jawa Timur.",
            ),
            Example(
                "Kemantren Gondokusuman, Kabupaten Sleman, bersiap.",
                "Kemantren Gondokusuman, Kota Yogyakarta, bersiap.",
            ),
            Example("Kebun itu berada di Desa Wonotirto, Kabupaten Kediri."),
        ),
        good=(
            "Kampung Coklat, Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar, ramai.",
            "Desa Sukorejo, Kecamatan Wates, dan Desa Sukorejo, Kecamatan Udanawu, bersaing.",
            "Desa Sumberagung, Kecamatan Selorejo, dan Desa Sumber Agung, Kecamatan Gandusari.",
            "Kelurahan Kepanjen Kidul, Kecamatan Kepanjenkidul, Kota Blitar, dan Desa Balerejo,"
            " Kecamatan Panggungrejo, Kabupaten Blitar.",
            "Dusun Krajan di Desa Entahmana, Kecamatan Kanigoro, Kabupaten Blitar.",
            "Desa Plosorejo, Kecamatan Randublatung, Kabupaten Blora, Jawa Tengah.",
            "Kota Sorong, Papua Barat Daya, dan Kabupaten Merauke, Papua Selatan.",
            "Kota Medan, Sumatera Utara, dan Kabupaten Blitar, Jawa Timur.",
            "Camat dari Kabupaten Blitar, Jawa Pos, dan Kota Kediri hadir.",
            "Acara digelar di Bandung, Jawa Tengah, dan Bali.",
            "Kelurahan Kampung Melayu, Kecamatan Jatinegara, Kota Administrasi Jakarta Timur, DKJ.",
            "Kawasan IKN, Kalimantan Timur, dan Kecamatan Sepaku, Ibu Kota Nusantara.",
        ),
    ),
)
