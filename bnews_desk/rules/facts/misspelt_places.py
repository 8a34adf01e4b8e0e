"""A letter wrong in a place's name beside the word of its level or an office: *Bupati Biltar*."""

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
from bnews_desk.rules.facts.place_chains import Level, place_chains
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Span

_LEAST_LETTERS = 5
_UNAIDED_LETTERS = 7
"""Letters from which a name needs no other place in the text to speak for it."""
_MOST_WORDS = 4
_PLACE_WORDS = {
    "kecamatan": Level.DISTRICT, "kec.": Level.DISTRICT, "kapanewon": Level.DISTRICT,
    "kemantren": Level.DISTRICT, "distrik": Level.DISTRICT, "kabupaten": Level.REGENCY,
    "kab.": Level.REGENCY, "kota": Level.REGENCY, "provinsi": Level.PROVINCE,
    "propinsi": Level.PROVINCE,
}  # fmt: skip
_BODIES = {
    "pemkab": Level.REGENCY, "pemkot": Level.REGENCY, "polsek": Level.DISTRICT,
    "koramil": Level.DISTRICT, "polres": Level.REGENCY, "polresta": Level.REGENCY,
    "pemprov": Level.PROVINCE,
}  # fmt: skip
_OFFICES = {
    "bupati": Level.REGENCY, "wabup": Level.REGENCY, "wali kota": Level.REGENCY,
    "walikota": Level.REGENCY, "wawali": Level.REGENCY, "kapolres": Level.REGENCY,
    "kapolresta": Level.REGENCY, "camat": Level.DISTRICT, "kapolsek": Level.DISTRICT,
    "danramil": Level.DISTRICT, "gubernur": Level.PROVINCE, "wagub": Level.PROVINCE,
}  # fmt: skip
_LEVELS = {**_PLACE_WORDS, **_BODIES, **_OFFICES}
_SIGNS = frozenset(_LEVELS) | {"kec", "kab", "wali"}
_ABROAD = frozenset(
    {"kota", "distrik", "provinsi", "propinsi", "wali kota", "walikota", "gubernur"}
)
"""Words of places that may lie in another country."""
_WEAK_VOWEL = Pattern(r"^([b-df-hj-np-tv-z])[aeo]([lr])")
_WORD = r"[A-Z][a-z]{1,30}(?:['’-][a-z]{1,30})?"
_BESIDE = Pattern(
    r"(?<![\w-])(?P<word>[Kk]ecamatan|Kec\.|[Kk]apanewon|[Kk]emantren|[Dd]istrik|[Kk]abupaten|Kab\."
    r"|[Ww]ali [Kk]ota|Walikota|[Kk]ota|[Pp]rovinsi|[Pp]ropinsi|Pemkab|Pemkot|Pemprov|Polsek"
    r"|Koramil|Polresta|Polres|Bupati|Wabup|Wawali|Kapolresta|Kapolres|Camat|Kapolsek|Danramil"
    rf"|Gubernur|Wagub) (?:Administrasi )?(?P<run>{_WORD}(?: {_WORD}){{0,3}})(?![\w-])"
)


class _Doubt(NamedTuple):
    """A name that no list has, with the names one slip away."""

    word: str
    name: str
    span: Span
    rights: tuple[Place, ...]
    """What may be meant, as places; the name itself is the one at ``level``."""
    level: Level

    def name_of(self, right: Place) -> str:
        if self.level is Level.VILLAGE:
            return right.village
        if self.level is Level.DISTRICT:
            return right.district
        return right.regency.partition(" ")[2] if self.level is Level.REGENCY else right.province


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    collected = context.collected(_doubts)
    if not collected:
        return
    text = context.text
    for number, paragraph, found in collected:
        at = context.frame.parts[number].paragraph.start
        for doubt in found:
            right = _likely(context, text, doubt)
            if right:
                fix = replacement_fix(paragraph.text, *doubt.span, right, Safety.OFFERED)
                values = {"wrong": doubt.name, "right": right}
                yield RuleMatch(*doubt.span, values, (fix,)).shifted(at)


def _doubts(paragraph: ParagraphContext) -> tuple[_Doubt, ...]:
    """The names of a paragraph in doubt; the table is read only where a word is not known."""
    if paragraph.role not in COPY_AND_HEADLINE or _SIGNS.isdisjoint(paragraph.vocabulary):
        return ()
    return (*_beside_words(paragraph), *_villages(paragraph))


def _beside_words(paragraph: ParagraphContext) -> Iterator[_Doubt]:
    for m in _BESIDE.finditer(paragraph.text, *paragraph.copy):
        word = m["word"].casefold()
        unknown = [not _is_word(paragraph, part) for part in m["run"].split(" ")]
        if not any(unknown):
            continue
        places, parts = paragraph.lexicon.places, m["run"].split(" ")
        for count in range(min(len(parts), _MOST_WORDS), 0, -1):
            name = " ".join(parts[:count])
            if _is_place(places, name) or places.begins_district(name):
                break
            rights = _near(places, _LEVELS[word], name) if any(unknown[:count]) else ()
            if rights and len(place_key(name)) >= _LEAST_LETTERS:
                span = Span(m.start("run"), m.start("run") + len(name))
                yield _Doubt(word, name, span, rights, _LEVELS[word])
                break


def _villages(paragraph: ParagraphContext) -> Iterator[_Doubt]:
    """Villages that nobody knows, in a district that has one of much the same name."""
    for chain in paragraph.cached(place_chains):
        village, *wider = chain
        if village.level is not Level.VILLAGE or village.readings or not wider[0].readings:
            continue
        district = wider[0]
        if district.level is not Level.DISTRICT:
            continue
        places, key = paragraph.lexicon.places, place_key(village.name)
        if len(key) < _LEAST_LETTERS or " " in village.name or _is_place(places, village.name):
            continue
        if _is_word(paragraph, village.name):
            continue
        near = [
            place
            for home in district.readings
            for place in places.places_of(Place("", home.district, home.regency, home.province))
            if slip_distance(place_key(place.village), key, 1) == 1
            and not _is_old_spelling(place.village, village.name)
        ]
        if len({place_key(p.village) for p in near}) == 1:
            yield _Doubt("desa", village.name, village.span, tuple(near), Level.VILLAGE)


def _is_word(paragraph: ParagraphContext, name: str) -> bool:
    speller = paragraph.lexicon.speller
    folded = name.casefold()
    return not speller.unseen(frozenset({folded})) or speller.knows(folded)


def _is_place(places: Gazetteer, name: str) -> bool:
    return bool(
        places.regencies(name)
        or places.province(name)
        or places.districts(name)
        or places.villages(name)
        or places.former_name(f"Kabupaten {name}")
        or places.former_name(f"Kota {name}")
    )


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
    """Whether two names differ by a vowel that is not always written: *Blubur*, *Balubur*."""
    first, second = (_WEAK_VOWEL.sub(r"\1\2", name.casefold(), count=1) for name in (one, other))
    return first == second


def _likely(context: ReleaseContext, text: str, doubt: _Doubt) -> str:
    """The one name that is meant, or ''."""
    if doubt.level is Level.VILLAGE:
        return doubt.name_of(doubt.rights[0])
    home = context.house.dateline.default_place.title()
    scores = dict.fromkeys(map(doubt.name_of, doubt.rights), 0)
    for right in doubt.rights:
        name = doubt.name_of(right)
        scores[name] = max(scores[name], _support(context, text, doubt, right, home))
    best = max(scores.values())
    likely = [name for name, score in scores.items() if score == best]
    if len({place_key(name) for name in likely}) > 1:
        return ""
    return likely[0] if best >= _needed(text, doubt) else ""


def _support(context: ReleaseContext, text: str, doubt: _Doubt, right: Place, home: str) -> int:
    """How much speaks for a place: 3 its name stands in the text, 2 what it lies in, 1 home."""
    if doubt.name_of(right) in text or doubt.name_of(right) == home:
        return 3
    bare = right.regency.partition(" ")[2]
    if bare and doubt.level is Level.DISTRICT and (bare in text or bare == home):
        return 2 + (bare == home)
    if right.province in text:
        return 2
    at_home = context.lexicon.places.regencies(home)
    return int(any(r.province == right.province for r in at_home))


def _needed(text: str, doubt: _Doubt) -> int:
    """What must speak for a place: more for names that may be a person's or lie abroad."""
    if doubt.level is Level.PROVINCE and " " in doubt.name:
        return 0
    if doubt.word in _OFFICES:
        is_told_alone = len(re.findall(rf"\b{re.escape(doubt.name)}\b", text)) > 1
        return 3 if is_told_alone or len(doubt.name) < _UNAIDED_LETTERS - 1 else 2
    if doubt.word in _ABROAD:
        return 2
    return 0 if len(place_key(doubt.name)) >= _UNAIDED_LETTERS else 1


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
            "Hanya bila satu huruf keliru, kata itu bukan kata atau wilayah yang dikenal, dan hanya"
            " satu wilayah yang mungkin; nama yang mungkin milik orang atau kota di luar negeri"
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
