"""The comma between a degree and the predicate (C31); off by default."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.degree_register import shipped_degrees
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch

_END = Pattern(
    r"[A-Z][a-z]{1,20}, (?:[A-Z][A-Za-z.]{1,10}, ){0,5}(?P<degree>(?:[A-Z][A-Za-z]{0,5}\.){1,5}"
    r"[A-Z]?[A-Za-z]{0,5}\.?)(?P<comma>,) (?P<verb>(?:me|ber)[a-z]{4,20}|hadir|datang)(?![^\W_])"
)
_NO_VERBS = frozenset("berikut bersama beserta menteri mereka meski meskipun menurut".split())


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if ".," not in text:
        return
    for m in _END.finditer(text, paragraph.copy.start, paragraph.copy.end):
        if m["verb"] in _NO_VERBS or shipped_degrees().behind_name(m["degree"]) is None:
            continue
        at = m.start("comma")
        fix = Fix(Safety.OFFERED, "Hapus koma", (Edit(at, at + 1, ",", ""),))
        yield RuleMatch(m.start("degree"), at + 1, {"text": m["degree"]}, (fix,))


RULES = (
    ParagraphRule(
        code="C31",
        id="degree-comma-after",
        name="Koma sesudah gelar",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Periksa koma sesudah gelar “{text}” di depan predikat.",
        source="praktik penyuntingan; EYD V tidak mengaturnya",
        roles=COPY,
        check=_check,
        bad=(
            Example(
                "Izul Marom, M.Sc., mengatakan hal itu.", "Izul Marom, M.Sc. mengatakan hal itu."
            ),
            Example("Rini Lestari, S.E., M.M., hadir.", "Rini Lestari, S.E., M.M. hadir."),
        ),
        good=(
            "Drs. Izul Marom, M.Sc., bersama camat hadir.",
            "Izul Marom, M.Sc. mengatakan hal itu.",
            "Hadir Izul Marom, M.Sc., camat, dan lurah.",
        ),
        is_on=False,
        remark="Mati: kedua bentuk terlihat dalam berita, dan EYD V tidak mengaturnya.",
    ),
)
