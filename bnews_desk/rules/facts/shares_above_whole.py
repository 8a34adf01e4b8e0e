"""Shares of one whole: parts that come to more than all of it (F21); shipped off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.facts.amounts import format_number
from bnews_desk.rules.numbers.numerals import nearby_sentence
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch

_SHARE = r"\d{1,3}(?:,\d{1,2})?"
_SIGN = r"(?: persen| ?%)"
_LISTED = Pattern(
    rf"(?<![\w.,])(?P<parts>(?:{_SHARE}, ){{1,6}}"
    rf"|(?:{_SHARE}{_SIGN}(?: [a-z]{{2,20}}){{0,3}}, ){{1,6}})"
    rf"(?:dan|serta) (?P<last>{_SHARE}){_SIGN}(?![^\W_])"
)
_PART = Pattern(rf"(?<![\w.,])({_SHARE})(?: persen| ?%|,? |, )")
_OVER = Pattern(rf"(?<![\w.,])(?P<share>[1-9]\d\d(?:,\d\d?)?){_SIGN} (?:dari|warga|orang)\b")
_GROWS = Pattern(
    r"(?i)naik|tumbuh|tambah|tingkat|capai|realisasi|target|lebih|surplus|lonjak|dibanding|kali"
)
_ALL = Pattern(r"(?i)\b(?:seluruhnya|total|keseluruhan|semuanya)\b")
_WHOLE, _SLACK = 100.0, 0.5


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if "persen" not in text and "%" not in text:
        return
    for m in _LISTED.finditer(text, paragraph.copy.start, paragraph.copy.end):
        total = sum(map(_value, (*_PART.findall(m["parts"]), m["last"])))
        is_short = total < _WHOLE - _SLACK and _says(_ALL, paragraph, m)
        if (is_short or total > _WHOLE + _SLACK) and not _says(_GROWS, paragraph, m):
            yield RuleMatch(*m.span(), {"total": format_number(total)})
    for m in _OVER.finditer(text, paragraph.copy.start, paragraph.copy.end):
        if _value(m["share"]) > _WHOLE and not _says(_GROWS, paragraph, m):
            yield RuleMatch(*m.span(), {"total": m["share"]})


def _says(pattern: Pattern, paragraph: ParagraphContext, m: re.Match[str]) -> bool:
    """Whether the sentence of a place holds what ``pattern`` looks for."""
    sentence = nearby_sentence(paragraph, m.start())
    return sentence is not None and pattern.search(paragraph.text, *sentence) is not None


def _value(share: str) -> float:
    return float(share.replace(",", "."))


RULES = (
    ParagraphRule(
        code="F21",
        id="percent-over-100",
        name="Jumlah persentase",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Jumlah persentase {total} persen; periksa.",
        source="praktik penyuntingan",
        check=_check,
        bad=(
            Example("Suaranya 60, 30, dan 14 persen."),
            Example("Warga yang setuju 60 persen, 30 persen, dan 14,5 persen."),
            Example("Seluruhnya 60 persen, 20 persen, dan 10 persen."),
            Example("Sebanyak 104 persen warga hadir."),
        ),
        good=(
            "Suaranya 60, 30, dan 10 persen.",
            "Realisasinya 104 persen dari target.",
            "Harga naik 40 persen, 50 persen, dan 60 persen.",
            "Suaranya 60 persen, 20 persen, dan 10 persen.",
            "Pada 2024, 30 orang, dan 80 persen.",
        ),
        is_on=False,
        remark="Mati: bagian dari keseluruhan yang berlainan kadang disebut berurutan.",
    ),
)
