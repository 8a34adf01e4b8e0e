"""Degrees repeated after the first mention of a person (F08); off by default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.degree_register import shipped_degrees
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_NAME = (
    r"(?!Menurut|Bersama|Kata|Bupati|Wakil|Camat|Lurah|Kepala|Sekda|Ketua|Direktur)"
    r"[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){1,3}"
)
_TITLE = r"(?:Prof|Dr|Drs|Dra|Ir|dr|drg|drh|H|Hj|K\.H)\. "
_DEGREE = r"(?:[A-Z][A-Za-z]{0,5}\.){1,5}[A-Z]?[a-z]{0,5}\.?"
_WITH_DEGREES = Pattern(
    rf"(?<![\w.])(?:{_TITLE}){{0,3}}(?P<name>{_NAME})(?P<degrees>(?:, {_DEGREE}){{1,5}})"
    r"(?P<comma>,(?= (?:me|ber|ter|di)[a-z]{3}| hadir))?"
)


def _with_degrees(paragraph: ParagraphContext) -> tuple[re.Match[str], ...]:
    if paragraph.role not in COPY or "." not in paragraph.text:
        return ()
    register = shipped_degrees()
    return tuple(
        m
        for m in _WITH_DEGREES.finditer(paragraph.text, *paragraph.copy)
        if all(register.behind_name(degree) for degree in m["degrees"].strip(", ").split(", "))
    )


def _check_degrees(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: set[str] = set()
    for number, paragraph, found in context.collected(_with_degrees):
        at = context.frame.parts[number].paragraph.start
        for m in found:
            if m["name"] not in seen:
                seen.add(m["name"])
            elif not paragraph.in_speech(*m.span()):
                text = paragraph.text
                last = m.end("degrees") if m["comma"] is None else m.end("degrees") + 1
                if m["degrees"].endswith(".") and not text[m.end() : m.end() + 2].strip():
                    last -= 1  # the last full stop also ends the sentence
                edit = Edit(m.start(), last, text[m.start() : last], m["name"])
                fix = Fix(Safety.SAFE, f"Tulis “{m['name']}”", (edit,)).shifted(at)
                end = m.end("degrees")
                yield RuleMatch(m.start() + at, end + at, {"name": m["name"]}, (fix,))


RULES = (
    ReleaseRule(
        code="F08",
        id="name-later-with-degrees",
        name="Gelar ditulis lagi",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Gelar cukup ditulis sekali, pada penyebutan pertama: “{name}”.",
        source="praktik penyuntingan",
        check=_check_degrees,
        bad=(
            Example(
                "Drs. Izul Marom, M.Sc. hadir. Drs. Izul Marom, M.Sc. pulang.",
                "Drs. Izul Marom, M.Sc. hadir. Izul Marom pulang.",
            ),
            Example(
                "\nRini Lestari, S.E., M.M. hadir.\nMenurut Rini Lestari, S.E., M.M., acara usai.",
                "\nRini Lestari, S.E., M.M. hadir.\nMenurut Rini Lestari, acara usai.",
            ),
            Example(
                "\nRini Lestari, S.E. hadir.\nAcara ditutup Rini Lestari, S.E.",
                "\nRini Lestari, S.E. hadir.\nAcara ditutup Rini Lestari.",
            ),
        ),
        good=(
            "Drs. Izul Marom, M.Sc. hadir. Izul Marom pulang.",
            "\nWarga Kabupaten Kediri, Jatim. hadir.\nWarga Kabupaten Kediri, Jatim. pulang.",
            "Izul Marom, M.Sc. dan Rini Lestari, S.E. hadir.",
            '\nIzul Marom, M.Sc. hadir.\n"Kami menunggu Izul Marom, M.Sc. sejak pagi," katanya.',
        ),
        is_on=False,
        remark="Tahap kedua: dikirim dalam keadaan mati.",
    ),
)
