"""Rumours that the text does not confirm (G10); off by default."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_RUMOUR = Pattern(
    r"(?i)(?<![^\W_])(?:beredar kabar|kabar yang beredar|informasi yang dihimpun"
    r"|menurut (?:warganet|netizen)|sumber yang enggan disebut(?:kan)?(?: namanya)?)(?![^\W_])"
)
_VERIFIED = Pattern(
    r"(?i)verifikasi|konfirmasi|membenarkan|dibenarkan|memastikan|membantah|menepis|hoaks"
    r"|klarifikasi"
)


def _rumours(paragraph: ParagraphContext) -> tuple[tuple[int, int], ...]:
    if paragraph.role not in COPY:
        return ()
    found = (m.span() for m in _RUMOUR.finditer(paragraph.text, *paragraph.copy))
    return tuple(span for span in found if not paragraph.in_speech(*span))


def _is_verified(paragraph: ParagraphContext) -> bool:
    return paragraph.role in COPY and _VERIFIED.search(paragraph.text, *paragraph.copy) is not None


def _check_rumours(context: ReleaseContext) -> Iterator[RuleMatch]:
    rumours = context.collected(_rumours)
    if not rumours or context.collected(_is_verified):
        return
    for number, _, found in rumours:
        at = context.frame.parts[number].paragraph.start
        for start, end in found:
            yield RuleMatch(start + at, end + at)


RULES = (
    ReleaseRule(
        code="G10",
        id="unverified-source",
        name="Sumber yang belum jelas",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Sumber belum jelas; verifikasi atau sebutkan bahwa kabar ini belum terverifikasi.",
        source="Pedoman Pemberitaan Media Siber 2; Kode Etik Jurnalistik Pasal 2",
        check=_check_rumours,
        bad=(
            Example("Beredar kabar bahwa jembatan itu akan ditutup."),
            Example("Menurut warganet, jalan itu rusak."),
        ),
        good=(
            "Beredar kabar bahwa jembatan ditutup. Kabar itu dibenarkan Kapolsek.",
            '"Beredar kabar bahwa jembatan kita ditutup," katanya.',
        ),
        is_on=False,
        remark="Mati: “informasi yang dihimpun” lazim, dan sumbernya kadang disebut kemudian.",
    ),
)
