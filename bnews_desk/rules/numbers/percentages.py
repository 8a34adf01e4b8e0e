"""Percentages: their form (B22), and differences between them (B29)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.numbers.numerals import nearby_sentence, numerals
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_SIGN = Pattern(r"\s?%(?P<doubled> persen(?![^\W_]))?")
_MISSPELT = {"prosen": "persen", "persent": "persen", "porsen": "persen"}
_PERCENT = r"(?: ?%| persen)"
_SHARE = r"[0-9]{1,3}(?:[.,][0-9]{1,2})?"
_CHANGE = Pattern(
    r"(?<![^\W_])(?P<verb>naik|meningkat|bertambah|tumbuh|turun|menurun|berkurang|(?:me)?nyusut"
    rf"|susut)(?: (?:sebesar|sekitar|sebanyak))? (?P<change>{_SHARE})(?P<unit>{_PERCENT})"
    r"(?P<poin> poin)?(?![^\W_])",
    re.IGNORECASE,
)
_FROM_TO = Pattern(
    r"(?<![^\W_])dari (?:angka |posisi |sebelumnya |semula |sekitar ){0,2}"
    rf"(?P<first>{_SHARE})(?P<unit>{_PERCENT})?(?:(?! menjadi| ke )[^.;:\n]){{0,60}}?"
    rf" (?:menjadi|ke)(?: angka| sekitar| posisi)? (?P<last>{_SHARE}){_PERCENT}(?![^\W_])",
    re.IGNORECASE,
)
_NEAR_POINTS, _NEAR_CHANGE = 0.051, 1.0
_REACH = 160
"""The two percentages of a change are within this many code points on either side."""


def _check_form(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    for numeral in numerals(paragraph):
        sign = _SIGN.match(text, numeral.end, paragraph.copy.end)
        if sign is None or text[sign.end() : sign.end() + 1].isalnum():
            continue
        fix = replacement_fix(text, numeral.end, sign.end(), " persen", Safety.SAFE)
        severity = Severity.ERROR if sign["doubled"] else None
        values = {"right": f"{numeral.text} persen"}
        yield RuleMatch(numeral.start, sign.end(), values, (fix,), severity)
    for word in paragraph.words:
        right = _MISSPELT.get(word.text)
        if right:
            fix = replacement_fix(text, word.start, word.end, right, Safety.SAFE)
            yield RuleMatch(word.start, word.end, {"right": right}, (fix,))


def _check_points(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "%" not in text and "persen" not in text:
        return
    for change in _CHANGE.finditer(text, paragraph.copy.start, paragraph.copy.end):
        if change["poin"]:
            continue
        sentence = nearby_sentence(paragraph, change.start(), _REACH)
        if sentence is None:
            continue
        for ends in _FROM_TO.finditer(text, *sentence):
            if not _is_difference(change, ends):
                continue
            number = change["change"]
            fix = replacement_fix(
                text, change.start("unit"), change.end("unit"), " poin persen", Safety.OFFERED
            )
            values = {"right": f"{change['verb'].casefold()} {number} poin persen"}
            yield RuleMatch(change.start(), change.end(), values, (fix,))
            break


def _is_difference(change: re.Match[str], ends: re.Match[str]) -> bool:
    """Whether a change is the difference of two percentages and not a share of the first."""
    first, last = _value(ends["first"]), _value(ends["last"])
    said, points = _value(change["change"]), abs(last - first)
    if abs(points - said) > _NEAR_POINTS or not first:
        return False
    rises = change["verb"].casefold() in {"naik", "meningkat", "bertambah", "tumbuh"}
    if rises != (last > first):
        return False
    return abs(points / first * 100 - said) > _NEAR_CHANGE


def _value(number: str) -> float:
    return float(number.replace(",", "."))


RULES = (
    ParagraphRule(
        code="B22",
        id="percent-style",
        name="Penulisan persen",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Dalam teks berita tulis “{right}”.",
        source="EYD V, Angka dan Bilangan 3; gaya selingkung",
        is_on=False,
        remark="EYD V membolehkan “%” dan “persen”; mati sampai redaksi memilih.",
        roles=COPY,
        check=_check_form,
        bad=(
            Example("Serapannya 73 % tahun ini.", "Serapannya 73 persen tahun ini."),
            Example("Serapannya 7,5% tahun ini.", "Serapannya 7,5 persen tahun ini."),
            Example("Serapannya 5 % persen saja.", "Serapannya 5 persen saja."),
            Example("Serapannya lima prosen.", "Serapannya lima persen."),
        ),
        good=("Diskon 5% di Blitar\nIsi berita.", "Serapannya 73 persen."),
    ),
    ParagraphRule(
        code="B29",
        id="percentage-points",
        name="Poin persen",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Selisih dua persentase ditulis dengan “poin persen”: {right}.",
        source="praktik jurnalistik",
        roles=COPY,
        check=_check_points,
        needs=Needs(texts=("%", "persen")),
        bad=(
            Example(
                "Inflasi naik 2 persen dari 5 menjadi 7 persen.",
                "Inflasi naik 2 poin persen dari 5 menjadi 7 persen.",
            ),
            Example(
                "Dari 12,5 persen menjadi 10,2 persen, angka itu turun 2,3 persen.",
                "Dari 12,5 persen menjadi 10,2 persen, angka itu turun 2,3 poin persen.",
            ),
            Example(
                "Serapannya meningkat 4% dari 60% pada 2023 menjadi 64%.",
                "Serapannya meningkat 4 poin persen dari 60% pada 2023 menjadi 64%.",
            ),
        ),
        good=(
            "Angkanya naik 40 persen, dari 5 persen menjadi 7 persen.",
            "Pesertanya naik 2 persen dari 100 orang menjadi 102 orang.",
            "Inflasi naik 2 persen poin dari 5 menjadi 7 persen.",
            "Inflasi naik 2 poin persen dari 5 menjadi 7 persen.",
            "Nilainya naik 1 persen dari 99 persen menjadi 100 persen.",
        ),
    ),
)
