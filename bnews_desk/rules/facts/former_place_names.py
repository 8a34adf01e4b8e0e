"""Regencies under a former name, or in a province to which they no longer belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.lexicon.gazetteer import FormerName, Gazetteer, shipped_former_names
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.place_chains import (
    Level,
    PlaceChain,
    PlaceMention,
    Reading,
    lies_in,
    place_chains,
    tells_of_the_past,
)
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix

_YEAR = re.compile(r"(?<![\d.,])(?:1[6-9]|20)\d\d(?![\d.,]*\d)")
_OFFICES = {
    "Kabupaten": r"[Kk]abupaten|Kab\.?|Bupati|Wabup|Pemkab|Polres|Kapolres|DPRD",
    "Kota": r"[Kk]ota|[Ww]ali [Kk]ota|Walikota|Wawali|Pemkot|Polres(?:ta)?|Kapolres(?:ta)?|DPRD",
}
_PAST_OFFICE = re.compile(r"\b(?:[Mm]antan|[Ee]ks|bekas)[\s-](?:\w+[\s-]){0,2}$")


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, found in context.collected(_found):
        at = context.frame.parts[number].paragraph.start
        for year, match in found:
            if not _is_about_the_past(context, paragraph, year):
                yield match.shifted(at)


def _is_about_the_past(context: ReleaseContext, paragraph: ParagraphContext, year: int) -> bool:
    """Whether a text is, or may be, about a time up to that year."""
    if context.publication_date is not None and context.publication_date.year <= year:
        return True
    if any(said <= year for said in _years(paragraph.text)):
        return True
    said = _years(context.text)
    is_undated = context.publication_date is None
    return bool(said) and is_undated and max(said) <= year


def _years(text: str) -> list[int]:
    return [int(m.group()) for m in _YEAR.finditer(text)]


def _found(paragraph: ParagraphContext) -> tuple[tuple[int, RuleMatch], ...]:
    """The names that are out of date after a year, each with that year."""
    if paragraph.role not in COPY_AND_HEADLINE:
        return ()
    found = (*_former_names(paragraph), *_former_provinces(paragraph))
    return () if found and tells_of_the_past(paragraph.text) else found


def _former_names(paragraph: ParagraphContext) -> Iterator[tuple[int, RuleMatch]]:
    text, copy = paragraph.text, paragraph.copy
    names = _renamed()
    if not any(bare in text for bare in names):
        return
    for m in _pattern().finditer(text, copy.start, copy.end):
        former = names[m["name"]]
        kind, _, bare = former.official.partition(" ")
        if _PAST_OFFICE.search(text[max(0, m.start() - 40) : m.start()]):
            continue
        if re.search(rf"{kind} {re.escape(bare)}(?! Samosir)\b", text):
            continue  # both names are given
        fix = replacement_fix(text, *m.span("name"), bare, Safety.OFFERED)
        values = {"wrong": m["name"], "right": former.official, "year": str(former.year)}
        yield former.year, RuleMatch(m.start(), m.end("name"), values, (fix,))


@cache
def _renamed() -> dict[str, FormerName]:
    """The names of renamed regencies without their kind, where the year is known."""
    return {
        name.partition(" ")[2]: former
        for name, former in shipped_former_names().items()
        if former.year
    }


@cache
def _pattern() -> re.Pattern[str]:
    by_kind = {
        kind: "|".join(
            re.escape(name)
            for name in sorted(_renamed(), key=len, reverse=True)
            if _renamed()[name].official.startswith(kind)
        )
        for kind in _OFFICES
    }
    told_alone = "|".join(
        re.escape(name)
        for name, former in _renamed().items()
        if " " in name and former.official.startswith("Kabupaten") and "Riau" not in name
    )
    names = "|".join(f"(?:{_OFFICES[kind]}) (?={by_kind[kind]})" for kind in _OFFICES)
    every = "|".join(map(re.escape, sorted(_renamed(), key=len, reverse=True)))
    ends = r"(?![\w-])(?! (?:Hulu|Hilir|Kartanegara|Barat|Timur|Utara|Selatan|Tengah|Putih)\b)"
    names += f"|(?:[Dd]i|[Dd]ari|[Kk]e|[Aa]sal) (?={told_alone})"
    return re.compile(rf"(?<![\w-])(?:{names})(?P<name>{every}){ends}")


def _former_provinces(paragraph: ParagraphContext) -> Iterator[tuple[int, RuleMatch]]:
    for chain in paragraph.cached(place_chains):
        province = chain[-1]
        if province.level is Level.PROVINCE and len(province.readings) == 1:
            found = _moved(paragraph, chain[:-1], province)
            if found:
                yield found


def _moved(
    paragraph: ParagraphContext, inner: PlaceChain, province: PlaceMention
) -> tuple[int, RuleMatch] | None:
    """The match for a place that was in this province before its own was split off, else None."""
    places = paragraph.lexicon.places
    for mention in reversed(inner):
        if not mention.readings or any(lies_in(r, province.readings[0]) for r in mention.readings):
            return None
        homes = {r.province: year for r in mention.readings if (year := _left(places, r, province))}
        if not homes:
            continue
        (right, year), *others = homes.items()
        if others:
            return None
        fix = replacement_fix(paragraph.text, *province.span, right, Safety.OFFERED)
        values = {
            "place": mention.full_name,
            "right": right,
            "wrong": province.name,
            "year": str(year),
        }
        start = min(mention.start, province.start)
        end = max(mention.span.end, province.span.end)
        return year, RuleMatch(start, end, values, (fix,), None, "province")
    return None


def _left(places: Gazetteer, home: Reading, province: PlaceMention) -> int:
    """The year in which a place's province was split from this one; 0 where it was not."""
    name, year = home.province, 0
    while former := places.former_province(name):
        name, year = former.official, former.year
        if province.readings[0] == Reading(name):
            return year
    return 0


RULES = (
    ReleaseRule(
        code="F31",
        id="former-place-name",
        name="Nama wilayah lama",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="{wrong} sejak {year} bernama {right}; periksa.",
        other_messages={
            "province": "{place} sejak {year} masuk {right}, bukan lagi {wrong}; periksa.",
        },
        source="data wilayah Kemendagri",
        remark=(
            "Diam dalam tulisan tentang masa lalu: tanggal terbit atau tahun sebelum perubahan,"
            " “dulu”, “saat itu”, mantan pejabat."
        ),
        check=_check,
        bad=(
            Example(
                "Kebun kopi di Kabupaten Toba Samosir dipanen.",
                "Kebun kopi di Kabupaten Toba dipanen.",
            ),
            Example("Bupati Mamuju Utara hadir.", "Bupati Pasangkayu hadir."),
            Example(
                "Gempa terasa di Kabupaten Nabire, Papua, pagi ini.",
                "Gempa terasa di Kabupaten Nabire, Papua Tengah, pagi ini.",
            ),
            Example(
                "Warga Kota Sorong, Papua Barat, berpawai.",
                "Warga Kota Sorong, Papua Barat Daya, berpawai.",
            ),
        ),
        good=(
            "Kabupaten Toba, Sumatera Utara, dan Kabupaten Samosir, Sumatera Utara.",
            "Pada 2015, Bupati Toba Samosir membuka jalan itu.",
            "Ia mantan Bupati Mamuju Utara.",
            "Kabupaten Jayapura, Papua, dan Kabupaten Nabire, Papua Tengah.",
            "Kabupaten Nabire, Papua, mengikuti pemilihan pada 2019.",
            "Kabupaten yang saat itu bernama Kabupaten Toba Samosir dimekarkan.",
        ),
    ),
)
