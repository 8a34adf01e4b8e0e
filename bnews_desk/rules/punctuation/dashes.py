"""Ellipses, dashes and slashes: D15, D16, D25; off by default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix

_LATER = "Tahap kedua: dikirim dalam keadaan mati."
_DOTS = Pattern(
    r"(?P<before>\s?)(?<![.…])(?:\.{2,6}|…\.{0,3}|\.(?: \.){2,4})(?![.…])(?P<behind>\s?)"
)


def _odd_ellipses(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    if ".." not in text and "…" not in text and ". ." not in text:
        return
    for match in _DOTS.finditer(text, start, end):
        first, last = match.span()
        goes_on = text[last : last + 1].islower() and last < end
        if not goes_on or first == start or not text[first - 1].isalpha():
            continue
        if match.group() != " … ":
            fix = replacement_fix(text, first, last, " … ", Safety.SAFE, "Ganti dengan “ … ”")
            yield RuleMatch(first, last, fixes=(fix,))


_DASH = Pattern(r"(?<=[^\W_]) (?:--|[-–—]) (?=[^\W_])")


def _spaced_dashes(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    for match in _DASH.finditer(text, start, end):
        first, last = match.span()
        before, behind = _word_before(text, first), text[last : last + 1]
        if before[-1:].isdigit() and behind.isdigit():
            continue
        is_route = before[:1].isupper() and behind.isupper()
        mark, safety = ("–", Safety.OFFERED) if is_route else ("—", Safety.SAFE)
        fix = replacement_fix(text, first, last, mark, safety, f"Ganti dengan “{mark}”")
        yield RuleMatch(first, last, fixes=(fix,))


def _word_before(text: str, end: int) -> str:
    first = end
    low = max(0, end - 40)
    while first > low and text[first - 1].isalnum():
        first -= 1
    return text[first:end]


_STROKE = Pattern(r"(?<=[^\W\d_])(?P<gap>\s?/\s?)(?=[^\W\d_])|(?<![^\W_])dan atau(?![^\W_])")


def _spaced_strokes(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    if "/" not in text and "dan atau" not in text:
        return
    for match in _STROKE.finditer(text, start, end):
        if match.group() != "/":
            yield _stroke(match)


def _stroke(match: re.Match[str]) -> RuleMatch:
    old = match.group()
    new = "/" if match["gap"] else "dan/atau"
    fix = Fix(Safety.OFFERED, f"Ganti dengan “{new}”", (Edit(*match.span(), old, new),))
    return RuleMatch(*match.span(), fixes=(fix,))


RULES = (
    ParagraphRule(
        code="D15",
        id="ellipsis-form",
        name="Elipsis",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Elipsis berupa tiga titik (…) dan diapit spasi.",
        source="EYD V, Tanda Elipsis 1 sampai 4",
        is_on=False,
        remark=_LATER,
        check=_odd_ellipses,
        bad=(
            Example("Mereka menunggu kami....akan pulang.", "Mereka menunggu kami … akan pulang."),
            Example("Mereka menunggu.. lalu pulang.", "Mereka menunggu … lalu pulang."),
            Example("Mereka menunggu . . . lalu pulang.", "Mereka menunggu … lalu pulang."),
        ),
        good=("Kami siap … lalu pulang.", "Kami siap …", "Kami siap. Lalu pulang."),
    ),
    ParagraphRule(
        code="D16",
        id="dash-form",
        name="Tanda pisah",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        why="Tanda pisah ditulis rapat dengan kata di kedua sisinya.",
        source="EYD V, Tanda Pisah 1 sampai 3",
        is_on=False,
        remark=_LATER,
        check=_spaced_dashes,
        bad=(
            Example("Program itu – kata Rini – berlanjut.", "Program itu—kata Rini—berlanjut."),
            Example("Program itu -- katanya -- berlanjut.", "Program itu—katanya—berlanjut."),
            Example("Jalur Blitar - Malang macet.", "Jalur Blitar–Malang macet."),
        ),
        good=(
            "BLITAR | B-news.id - Pemkab Blitar bergerak.",
            "Skor 2 - 1 dan anak-anak; program itu—katanya—berlanjut.",
        ),
    ),
    ParagraphRule(
        code="D25",
        id="slash-dan-atau",
        name="Garis miring",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Garis miring ditulis tanpa spasi.",
        source="EYD V, Tanda Garis Miring 2",
        is_on=False,
        remark=_LATER,
        check=_spaced_strokes,
        bad=(
            Example("Bantuan pemerintah / swasta datang.", "Bantuan pemerintah/swasta datang."),
            Example("Warga dan atau camat hadir.", "Warga dan/atau camat hadir."),
        ),
        good=("Kecepatannya 60 km/jam pada 13/11/2024 (kmfkabblt/sun)", "Warga dan/atau camat."),
    ),
)
