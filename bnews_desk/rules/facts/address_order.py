"""Addresses that go from wide to narrow or lack commas: the village should come first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_WORD = r"(?!(?:Kecamatan|Kabupaten|Kota|Provinsi|Desa|Kelurahan)\b)[A-Z][a-z]{1,24}"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_RANK = {"desa": 0, "kelurahan": 0, "kecamatan": 1, "kabupaten": 2, "kota": 2, "provinsi": 3}
_LEVEL = rf"(?:Desa|Kelurahan|Kecamatan|Kabupaten|Kota|Provinsi) {_NAME}"
_CHAIN = Pattern(rf"(?<![\w-]){_LEVEL}(?:,? {_LEVEL}){{1,3}}(?![\w-])")
_PART = Pattern(_LEVEL)


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, copy = paragraph.text, paragraph.copy
    if "Kecamatan " not in text:
        return
    for m in _CHAIN.finditer(text, copy.start, copy.end):
        parts = _PART.findall(m.group())
        ranks = [_RANK[part.partition(" ")[0].casefold()] for part in parts]
        if len(set(ranks)) < len(ranks) or not _are_known(paragraph, parts):
            continue
        in_order = [part for _, part in sorted(zip(ranks, parts, strict=True))]
        right = ", ".join(in_order)
        if right != m.group() and _is_monotone(ranks):
            safety = Safety.SAFE if in_order == parts else Safety.OFFERED
            yield _match(m, right, safety)


def _are_known(paragraph: ParagraphContext, parts: list[str]) -> bool:
    """Whether the names of villages and districts are in the gazetteer: *Desa Wisata* is not."""
    places = paragraph.lexicon.places
    known = {0: places.villages, 1: places.districts}
    named = [part.partition(" ")[::2] for part in parts]
    asked = [(known.get(_RANK[level.casefold()]), name) for level, name in named]
    return all(look is None or look(name) for look, name in asked)


def _is_monotone(ranks: list[int]) -> bool:
    """Whether the levels only rise or only fall; otherwise it is a list of several places."""
    return ranks in (sorted(ranks), sorted(ranks, reverse=True))


def _match(m: re.Match[str], right: str, safety: Safety) -> RuleMatch:
    fix = replacement_fix(m.string, m.start(), m.end(), right, safety)
    return RuleMatch(m.start(), m.end(), {"right": right}, (fix,))


RULES = (
    ParagraphRule(
        code="F13",
        id="place-order",
        name="Urutan alamat",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Urutan alamat: desa, kecamatan, kabupaten, dengan koma di antaranya: “{right}”.",
        source="EYD V, Tanda Koma 9",
        remark="Urutan yang dibalik hanya ditawarkan; koma yang kurang boleh dirapikan sekaligus.",
        roles=COPY,
        check=_check,
        needs=Needs(texts=("Kecamatan ",)),
        bad=(
            Example(
                "Rumah di Kabupaten Blitar, Kecamatan Kademangan, Desa Plosorejo terbakar.",
                "Rumah di Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar terbakar.",
            ),
            Example(
                "Rumah di Desa Plosorejo Kecamatan Kademangan Kabupaten Blitar terbakar.",
                "Rumah di Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar terbakar.",
            ),
        ),
        good=(
            "Rumah di Desa Plosorejo, Kecamatan Kademangan, Kabupaten Blitar, terbakar.",
            "Warga Kecamatan Talun, Kecamatan Garum, dan Kecamatan Wates hadir.",
            "Camat Talun dari Kabupaten Blitar di Kecamatan Talun hadir.",
            "Lomba Desa Wisata Kabupaten Blitar dan Desa Tingkat Kecamatan Garum digelar.",
        ),
    ),
)
