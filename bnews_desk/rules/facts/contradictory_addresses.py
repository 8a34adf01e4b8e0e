"""Addresses whose village, district, regency and province do not belong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.gazetteer import Gazetteer, Place, place_key
from bnews_desk.lexicon.near_names import are_near
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Span

_PART = (
    r"(?!(?:Kecamatan|Kec|Kabupaten|Kab|Provinsi|Propinsi|Desa|Kelurahan|RT|RW)\b)"
    r"[A-Z][^\W\d_]{1,30}(?:['’-][^\W\d_]{1,30}){0,2}"
)
_NAME = rf"{_PART}(?: (?!Kota\b){_PART}){{0,3}}"
_ADDRESS = Pattern(
    rf"(?:(?<!\w)(?:[Dd]esa|[Kk]elurahan|Ds\.|Kel\.) (?P<village>{_NAME})(?:,? |, ?))?"
    rf"(?<!\w)(?:[Kk]ecamatan|Kec\.?) (?P<district>{_NAME})"
    rf"(?:(?:,? |, ?)(?P<kind>[Kk]abupaten|Kab\.?|[Kk]ota) (?P<regency>{_NAME}))?"
)
_REGENCY = Pattern(
    rf"(?<!\w)(?P<kind>Kabupaten|Kab\.?|Kota) (?P<regency>{_NAME}),"
    rf" ?(?:Provinsi |Propinsi )?(?P<province>{_NAME})"
)
_UNSETTLED = "papua"
"""Six provinces since 2022: a text about the time before may name the old ones."""
_PROVINCE_WORDS = frozenset(
    "Aceh Sumatra Sumatera Riau Jambi Bengkulu Lampung Kepulauan Jawa Daerah Banten Bali Nusa"
    " Kalimantan Sulawesi Gorontalo Maluku".split()
)
"""First words of provinces: where none follows, the table need not be read."""
_TYPES = {"kota": "Kota", "kab": "Kabupaten", "kabupaten": "Kabupaten"}


class _Address(NamedTuple):
    """What an address says; a level that it leaves out is ''."""

    village: str
    district: str
    regency: str
    spans: dict[str, Span]


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, copy = paragraph.text, paragraph.copy
    if "ec" in text and ("ecamatan " in text or "Kec" in text):
        for m in _ADDRESS.finditer(text, copy.start, copy.end):
            if not (m["village"] or m["regency"]) or _agrees(paragraph, m):
                continue
            match = _contradiction(paragraph, _address(m, paragraph.lexicon.places))
            if match:
                yield match
    if ("Kab" in text or "Kota " in text) and ", " in text:
        for m in _REGENCY.finditer(text, copy.start, copy.end):
            match = _wrong_province(paragraph, m)
            if match:
                yield match


def _agrees(paragraph: ParagraphContext, m: re.Match[str]) -> bool:
    """Whether an address is right as it stands, as most are.

    Asked of one regency's part of the table, the newsroom's own where none is named: the index of
    the whole table need not be made.
    """
    town = m["regency"] or paragraph.house.dateline.default_place.title()
    kind = _TYPES[m["kind"].rstrip(".").casefold()] if m["regency"] else "Kabupaten"
    district = Place("", m["district"], f"{kind} {town}", "")
    villages = paragraph.lexicon.places.villages_of(district)
    return bool(villages) and (not m["village"] or m["village"] in villages)


def _address(m: re.Match[str], places: Gazetteer) -> _Address:
    kind = _TYPES[(m["kind"] or "kota").rstrip(".").casefold()]
    bare, regency = "", ""
    if m["regency"]:
        bare = _longest(m["regency"], lambda name: bool(places.regencies(name)))
        regency = next((r.full_name for r in places.regencies(bare) if r.kind == kind), "?")
    district = _longest(m["district"], lambda name: bool(places.districts(name)))
    spans = {"district": Span(m.start("district"), m.start("district") + len(district))}
    if bare:
        spans["regency"] = Span(m.start("kind"), m.start("regency") + len(bare))
    if m["village"]:
        spans["village"] = Span(*m.span("village"))
    if district != m["district"] and not places.districts(district):
        district = ""
    return _Address(m["village"] or "", district, regency, spans)


def _longest(name: str, is_known: Callable[[str], bool]) -> str:
    """The longest beginning of a run of capitalised words that is known, else all of it."""
    parts = name.split(" ")
    for count in range(len(parts), 0, -1):
        beginning = " ".join(parts[:count])
        if is_known(beginning):
            return beginning
    return name


def _contradiction(paragraph: ParagraphContext, address: _Address) -> RuleMatch | None:
    places = paragraph.lexicon.places
    named = places.districts(address.district)
    if not named or address.regency == "?":
        return None
    within = [d for d in named if d.regency == address.regency]
    if address.regency and not within:
        return _wrong_regency(paragraph, address, named)
    if not address.village:
        return None
    return _wrong_district(paragraph, address, within or list(named))


def _wrong_district(
    paragraph: ParagraphContext, address: _Address, named: list[Place]
) -> RuleMatch | None:
    """A village that none of the districts of that name has, but another one beside them does."""
    places, key = paragraph.lexicon.places, place_key(address.village)
    for district in named:
        if any(are_near(place_key(v), key) for v in places.villages_of(district)):
            return None
    regencies = {district.regency for district in named}
    homes = [v for v in places.villages(address.village) if v.regency in regencies]
    if not homes or not _is_sure(address, homes, len(named)):
        return None
    span = address.spans["district"]
    names = list(dict.fromkeys(home.district for home in homes))
    values = {
        "place": address.village,
        "right": "Kecamatan " + " dan ".join(names),
        "wrong": address.district,
    }
    fixes = tuple(
        replacement_fix(paragraph.text, *span, name, Safety.OFFERED)
        for name in names
        if len(names) < 4
    )
    return RuleMatch(address.spans["village"].start, span.end, values, fixes)


def _is_sure(address: _Address, homes: list[Place], named: int) -> bool:
    """Without a regency, only a district's name of its own, or few of them, tell."""
    return bool(address.regency) or (named <= 2 and len({h.regency for h in homes}) == 1)


def _wrong_regency(
    paragraph: ParagraphContext, address: _Address, named: tuple[Place, ...]
) -> RuleMatch | None:
    """A district that the regency does not have, nor one with a name much like it."""
    places, key = paragraph.lexicon.places, place_key(address.district)
    if any(are_near(place_key(d), key) for d in places.districts_of(address.regency)):
        return None
    bare = place_key(address.regency.partition(" ")[2])
    homes = [d for d in named if _knows(places, d, address.village)]
    twins = [d for d in homes if place_key(d.regency.partition(" ")[2]) == bare]
    right = twins or (homes if len(homes) == 1 else [])
    if not right or _UNSETTLED in right[0].province.casefold():
        return None
    span = address.spans["regency"]
    values = {
        "place": f"Kecamatan {address.district}",
        "right": right[0].regency,
        "wrong": address.regency,
    }
    fix = replacement_fix(paragraph.text, *span, right[0].regency, Safety.OFFERED)
    return RuleMatch(address.spans["district"].start, span.end, values, (fix,), None, "regency")


def _knows(places: Gazetteer, district: Place, village: str) -> bool:
    """Whether a district has a village of that name; any where none is named."""
    return not village or place_key(village) in map(place_key, places.villages_of(district))


def _wrong_province(paragraph: ParagraphContext, m: re.Match[str]) -> RuleMatch | None:
    if m["province"].partition(" ")[0] not in _PROVINCE_WORDS:
        return None
    places = paragraph.lexicon.places
    kind = _TYPES[m["kind"].rstrip(".").casefold()]
    province = _province(m["province"], places)
    regencies = [r for r in places.regencies(m["regency"]) if r.kind == kind]
    if not province or not regencies:
        return None
    right = regencies[0].province
    names = {r.province for r in regencies}
    if places.province(province) in names or _UNSETTLED in str(names).casefold():
        return None
    if _UNSETTLED in province.casefold():
        return None
    start = m.start("province")
    fixes: tuple[Fix, ...] = (
        replacement_fix(paragraph.text, start, start + len(province), right, Safety.OFFERED),
    )
    values = {"place": regencies[0].full_name, "right": right, "wrong": province}
    return RuleMatch(m.start(), start + len(province), values, fixes, None, "regency")


def _province(name: str, places: Gazetteer) -> str:
    """The province that a run of capitalised words begins with, or ''."""
    parts = name.split(" ")
    for count in range(len(parts), 0, -1):
        beginning = " ".join(parts[:count])
        if places.province(beginning):
            return beginning
    return ""


RULES = (
    ParagraphRule(
        code="F12",
        id="place-hierarchy",
        name="Wilayah tidak sesuai",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Desa {place} tercatat di {right}, bukan Kecamatan {wrong}; periksa alamatnya.",
        other_messages={
            "regency": "{place} tercatat di {right}, bukan {wrong}; periksa alamatnya.",
        },
        source="data wilayah Kemendagri",
        remark=(
            "Diam bila nama desa, kecamatan, dan kabupaten masih mungkin cocok, bila ejaannya"
            " hanya berbeda sedikit, dan bila desa itu tidak dikenal di kabupaten tersebut."
        ),
        roles=COPY_AND_HEADLINE,
        check=_check,
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
        ),
    ),
)
