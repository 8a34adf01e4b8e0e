"""One term under two spellings within a release (F27); shipped off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix

_TERMS: tuple[tuple[str, ...], ...] = (
    ("PPPK", "P3K"),
    ("Covid-19", "COVID-19", "Covid 19", "COVID 19"),
    ("Al-Qur'an", "Al-Quran", "Alquran", "Al Quran"),
    ("e-KTP", "KTP-el", "E-KTP", "KTP elektronik"),
    ("Wali Kota", "Walikota"),
    ("Forkopimda", "FORKOPIMDA"),
)
"""Spellings of one term; the first is the house's where a release has both as often."""
_EVERY = {form: forms[0] for forms in _TERMS for form in forms}
_FORM = Pattern(r"(?<![\w-])(?:" + "|".join(sorted(_EVERY, key=len, reverse=True)) + r")(?![\w-])")


class _Use(NamedTuple):
    form: str
    start: int
    end: int


def _uses(paragraph: ParagraphContext) -> tuple[_Use, ...]:
    """The terms of a paragraph."""
    if paragraph.role not in COPY:
        return ()
    found = _FORM.finditer(paragraph.text, *paragraph.copy)
    return tuple(_Use(m.group(), *m.span()) for m in found)


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    found = context.collected(_uses)
    counts: dict[str, dict[str, int]] = {}
    for _, _, uses in found:
        for use in uses:
            forms = counts.setdefault(_EVERY[use.form], {})
            forms[use.form] = forms.get(use.form, 0) + 1
    chosen = {
        term: max(forms, key=lambda form: (forms[form], form == term))
        for term, forms in counts.items()
        if len(forms) > 1
    }
    for number, paragraph, uses in found:
        at = context.frame.parts[number].paragraph.start
        for use in uses:
            right = chosen.get(_EVERY[use.form])
            if right is not None and right != use.form:
                fix = replacement_fix(
                    paragraph.text, use.start, use.end, right, Safety.SAFE
                ).shifted(at)
                values = {"text": use.form, "right": right}
                yield RuleMatch(use.start + at, use.end + at, values, (fix,))


RULES = (
    ReleaseRule(
        code="F27",
        id="term-variant",
        name="Dua ejaan satu istilah",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Ditulis “{right}” dan “{text}”; samakan.",
        source="praktik penyuntingan",
        check=_check,
        bad=(
            Example(
                "Sebanyak 40 PPPK hadir. Para P3K dan PPPK lain menunggu.",
                "Sebanyak 40 PPPK hadir. Para PPPK dan PPPK lain menunggu.",
            ),
            Example(
                "\nSaat Covid-19, pasar tutup.\nSetelah COVID 19, pasar ramai.",
                "\nSaat Covid-19, pasar tutup.\nSetelah Covid-19, pasar ramai.",
            ),
        ),
        good=(
            "Kotak P3K dibagikan kepada guru.",
            "Warga menerima e-KTP dan membaca Al-Qur'an; PPPK hadir sejak Covid-19 reda.",
        ),
        is_on=False,
        remark="Mati: daftar istilahnya masih pendek.",
    ),
)
