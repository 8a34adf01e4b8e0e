"""Misspelt names of places behind a level word or an office: *Bupati Biltar*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.gazetteer import Gazetteer, Place, place_key
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.place_chains import Level, PlaceMention, Reading, place_chains
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Span

_LEAST_LETTERS = 3
_SHORT_LETTERS = 4
"""Names up to this length need strong support for the correction."""
_UNAIDED_LETTERS = 6
"""From this length on, an unknown name is reported without support by another place in the text."""
_MOST_WORDS = 4
_MOST_OFFERED = 3
_PLACE_WORDS = {
    "kecamatan": Level.DISTRICT, "kec.": Level.DISTRICT, "kapanewon": Level.DISTRICT,
    "kemantren": Level.DISTRICT, "distrik": Level.DISTRICT, "kabupaten": Level.REGENCY,
    "kab.": Level.REGENCY, "kota": Level.REGENCY, "provinsi": Level.PROVINCE,
    "propinsi": Level.PROVINCE,
}  # fmt: skip
_BODIES = {
    "pemkab": Level.REGENCY, "pemkot": Level.REGENCY, "polsek": Level.DISTRICT,
    "koramil": Level.DISTRICT, "polres": Level.REGENCY, "polresta": Level.REGENCY,
    "kejari": Level.REGENCY, "pemprov": Level.PROVINCE,
}  # fmt: skip
_OFFICES = {
    "bupati": Level.REGENCY, "wabup": Level.REGENCY, "wali kota": Level.REGENCY,
    "walikota": Level.REGENCY, "wawali": Level.REGENCY, "kapolres": Level.REGENCY,
    "kapolresta": Level.REGENCY, "dprd": Level.REGENCY, "sekda": Level.REGENCY,
    "camat": Level.DISTRICT, "kapolsek": Level.DISTRICT, "danramil": Level.DISTRICT,
    "gubernur": Level.PROVINCE, "wagub": Level.PROVINCE,
}  # fmt: skip
_LEVELS = {**_PLACE_WORDS, **_BODIES, **_OFFICES}
_SIGNS = frozenset(_LEVELS) | {"kec", "kab", "wali", "desa", "kelurahan"}
_ABROAD = frozenset(
    {"kota", "distrik", "provinsi", "propinsi", "wali kota", "walikota", "gubernur"}
)
"""Words for places that may be in another country."""
_WEAK_VOWEL = Pattern(r"^([b-df-hj-np-tv-z])[aeo]([lr])")
_WORD = r"[A-Z][a-z]{1,30}(?:['’-][A-Za-z][a-z]{0,30})?"
_BESIDE = Pattern(
    r"(?<![\w-])(?P<word>[Kk]ecamatan|Kec\.|[Kk]apanewon|[Kk]emantren|[Dd]istrik|[Kk]abupaten|Kab\."
    r"|[Ww]ali [Kk]ota|Walikota|[Kk]ota|[Pp]rovinsi|[Pp]ropinsi|Pemkab|Pemkot|Pemprov|Polsek"
    r"|Koramil|Polresta|Polres|Bupati|Wabup|Wawali|Kapolresta|Kapolres|Camat|Kapolsek|Danramil"
    r"|Gubernur|Wagub|DPRD|Sekda|Kejari) (?:Administrasi )?"
    rf"(?P<run>{_WORD}(?: {_WORD}){{0,3}})(?![\w-])"
)


class _Doubt(NamedTuple):
    """A name that no place of its level has, with the names one slip away."""

    word: str
    name: str
    span: Span
    rights: tuple[Place, ...]
    """The places that may be meant; the corrected name is the one at ``level``."""
    level: Level
    is_known: bool = False
    """Whether the name is a word, or a place of another level."""

    def name_of(self, right: Place) -> str:
        if self.level is Level.VILLAGE:
            return right.village
        if self.level is Level.DISTRICT:
            return right.district
        return right.regency.partition(" ")[2] if self.level is Level.REGENCY else right.province


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, found in context.collected(_doubts):
        at = context.frame.parts[number].paragraph.start
        for doubt in found:
            if rights := _likely(context, doubt):
                fixes = tuple(
                    replacement_fix(paragraph.text, *doubt.span, right, Safety.OFFERED)
                    for right in rights
                )
                told = "” atau “".join(rights)
                values = {"wrong": doubt.name, "right": told}
                yield RuleMatch(*doubt.span, values, fixes).shifted(at)


def _doubts(paragraph: ParagraphContext) -> tuple[_Doubt, ...]:
    """The doubtful names of a paragraph."""
    if paragraph.role not in COPY_AND_HEADLINE or _SIGNS.isdisjoint(paragraph.vocabulary):
        return ()
    return (*_beside_words(paragraph), *_villages(paragraph))


def _beside_words(paragraph: ParagraphContext) -> Iterator[_Doubt]:
    for m in _BESIDE.finditer(paragraph.text, *paragraph.copy):
        word = m["word"].casefold()
        level, parts = _LEVELS[word], m["run"].split(" ")
        if parts[0].casefold() in _PLACE_WORDS:  # Wali Kota Kota Batu
            continue
        places = paragraph.lexicon.places
        for count in range(min(len(parts), _MOST_WORDS), 0, -1):
            name = " ".join(parts[:count])
            if _bears(places, level, name):
                break
            if len(place_key(name)) < _LEAST_LETTERS:
                break
            rights = _near(places, level, name)
            if not rights:
                continue
            if places.begins_district(name):
                break
            is_known = all(_is_word(paragraph, part) for part in parts[:count])
            is_known = is_known or _is_place(places, name)
            if is_known and count == 1 and (len(parts) > 1 or word in ("kota", "distrik")):
                break
            span = Span(m.start("run"), m.start("run") + len(name))
            yield _Doubt(word, name, span, rights, level, is_known)
            break


def _villages(paragraph: ParagraphContext) -> Iterator[_Doubt]:
    """Unknown villages, where the place around them contains one with a similar name."""
    for chain in paragraph.cached(place_chains):
        village, *wider = chain
        if village.level is not Level.VILLAGE or village.readings or not wider[0].readings:
            continue
        parts = village.name.split(" ")
        for count in range(len(parts), 0, -1):
            name = " ".join(parts[:count])
            if _is_place(paragraph.lexicon.places, name):
                break
            if near := _near_villages(paragraph, name, wider[0]):
                span = Span(village.span.start, village.span.start + len(name))
                yield _Doubt("desa", name, span, near, Level.VILLAGE)
                break


def _near_villages(
    paragraph: ParagraphContext, name: str, around: PlaceMention
) -> tuple[Place, ...]:
    """The only village in a district or regency whose name is one slip away."""
    places, key = paragraph.lexicon.places, place_key(name)
    if around.level is Level.PROVINCE or len(key) <= _SHORT_LETTERS:
        return ()
    if around.level is Level.REGENCY and (len(key) < _UNAIDED_LETTERS or _is_word(paragraph, name)):
        return ()
    near = [
        place
        for home in around.readings
        for place in _villages_in(places, home)
        if slip_distance(place_key(place.village), key, 1) == 1
        and not _is_old_spelling(place.village, name)
    ]
    return tuple(near) if len({place_key(p.village) for p in near}) == 1 else ()


def _villages_in(places: Gazetteer, home: Reading) -> Iterator[Place]:
    districts = (home.district,) if home.district else places.districts_of(home.regency)
    for district in districts:
        yield from places.places_of(Place("", district, home.regency, home.province))


def _is_word(paragraph: ParagraphContext, name: str) -> bool:
    speller = paragraph.lexicon.speller
    folded = name.casefold()
    return not speller.unseen(frozenset({folded})) or speller.knows(folded)


def _bears(places: Gazetteer, level: Level, name: str) -> bool:
    """Whether a place of that level, or of a wider one, has that name."""
    is_district = level is Level.DISTRICT and places.districts(name)
    return bool(
        is_district
        or places.regencies(name)
        or places.province(name)
        or places.former_name(f"Kabupaten {name}")
        or places.former_name(f"Kota {name}")
    )


def _is_place(places: Gazetteer, name: str) -> bool:
    return bool(_bears(places, Level.DISTRICT, name) or places.villages(name))


def _near(places: Gazetteer, level: Level, name: str) -> tuple[Place, ...]:
    if level is Level.PROVINCE:
        return tuple(Place("", "", "", province) for province in places.near_provinces(name))
    if level is Level.REGENCY:
        return tuple(Place("", "", r.full_name, r.province) for r in places.near_regencies(name))
    return tuple(
        district
        for near in places.near_districts(name)
        if not _is_old_spelling(near, name)
        for district in places.districts(near)
    )


def _is_old_spelling(one: str, other: str) -> bool:
    """Whether two names differ by a vowel that is often not written: *Blubur*, *Balubur*."""
    first, second = (_WEAK_VOWEL.sub(r"\1\2", name.casefold(), count=1) for name in (one, other))
    return first == second


def _likely(context: ReleaseContext, doubt: _Doubt) -> list[str]:
    """The names with the most support; empty where that is too little."""
    if doubt.level is Level.VILLAGE:
        return [doubt.name_of(doubt.rights[0])]
    home = context.house.dateline.default_place.title()
    scores: dict[str, int] = {}
    for right in doubt.rights:
        name = doubt.name_of(right)
        scores[name] = max(scores.get(name, 0), _support(context, doubt, right, home))
    best = max(scores.values())
    likely = {place_key(name): name for name, score in scores.items() if score == best}
    if best < _needed(context.text, doubt) or len(likely) > _MOST_OFFERED:
        return []
    return list(likely.values())


def _support(context: ReleaseContext, doubt: _Doubt, right: Place, home: str) -> int:
    """The support for a place: 3 if it is named in the text, 2 if what contains it is, 1 if in the
    home province."""
    if doubt.name_of(right) == home or _stands_in(context.text, doubt.name_of(right)):
        return 3
    bare = right.regency.partition(" ")[2]
    if bare and doubt.level is Level.DISTRICT and (bare == home or _stands_in(context.text, bare)):
        return 2 + (bare == home)
    if _stands_in(context.text, right.province):
        return 2
    at_home = context.lexicon.places.regencies(home)
    return int(any(r.province == right.province for r in at_home))


def _stands_in(text: str, name: str) -> bool:
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _needed(text: str, doubt: _Doubt) -> int:
    """The support that is needed: more for words, short names, and possible names of persons."""
    letters = len(place_key(doubt.name))
    if " " in doubt.name:
        return 0 if letters > _UNAIDED_LETTERS else 2
    if doubt.is_known or letters <= _SHORT_LETTERS:
        is_likely = letters > (_SHORT_LETTERS if doubt.is_known else _LEAST_LETTERS)
        return 2 if doubt.level is Level.DISTRICT and is_likely else 3
    if doubt.word in _OFFICES:
        is_told_alone = len(re.findall(rf"\b{re.escape(doubt.name)}\b", text)) > 1
        return 3 if is_told_alone else int(letters < _UNAIDED_LETTERS)
    if doubt.word in _ABROAD:
        return 2 - min(letters - _UNAIDED_LETTERS + 1, 2)
    return 0


RULES = (
    ReleaseRule(
        code="F32",
        id="misspelt-place",
        name="Salah ketik nama wilayah",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="“{wrong}” tidak dikenal sebagai wilayah; mungkin “{right}”.",
        source="data wilayah Kemendagri",
        remark=(
            "Hanya bila satu huruf keliru dan paling banyak tiga wilayah yang mungkin. Kata yang"
            " dikenal, nama pendek, dan nama yang mungkin milik orang atau kota di luar negeri"
            " memerlukan petunjuk lain dalam naskah."
        ),
        check=_check,
        bad=(
            Example("Bupati Biltar hadir.", "Bupati Blitar hadir."),
            Example(
                "Warga Kecamatan Kademagan, Kabupaten Blitar, hadir.",
                "Warga Kecamatan Kademangan, Kabupaten Blitar, hadir.",
            ),
            Example(
                "Warga Kabupaten Trengalek hadir.",
                "Warga Kabupaten Trenggalek hadir.",
            ),
            Example(
                "Warga Desa Plosorjo, Kecamatan Kademangan, hadir.",
                "Warga Desa Plosorejo, Kecamatan Kademangan, hadir.",
            ),
            Example("Gubernur Jawa Tmur hadir di Blitar.", "Gubernur Jawa Timur hadir di Blitar."),
        ),
        good=(
            "Bupati Karno dan Bupati Blitar hadir.",
            "Wali Kota Paris bertemu Wali Kota Blitar.",
            "Kecamatan Kademangan, Kabupaten Blitar, dan Kecamatan Kepanjenkidul, Kota Blitar.",
            "Desa Entahmana, Kecamatan Kanigoro, Kabupaten Blitar.",
            "Kota Lama dan Kota Tua ramai.",
        ),
    ),
)
