"""The sign *&* in place of *dan* in running text: D31."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.punctuation.lowercase_names import is_common
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix

_BETWEEN_WORDS = Pattern(r"(?<![^\W_])([^\W\d_][\w’'-]*) & ([^\W\d_][\w’'-]*)")


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text, (start, end) = paragraph.text, paragraph.copy
    if "&" not in text:
        return
    at = start
    while (match := _BETWEEN_WORDS.search(text, at, end)) is not None:
        sign = match.end(1) + 1
        at = match.start(2)
        if _joins_common_words(paragraph, match[1], match[2]) and not paragraph.in_quotation(
            sign, sign + 1
        ):
            fix = replacement_fix(text, sign, sign + 1, "dan", Safety.OFFERED)
            yield RuleMatch(sign, sign + 1, {}, (fix,))


def _joins_common_words(paragraph: ParagraphContext, before: str, after: str) -> bool:
    """Whether the sign joins neither a name nor foreign words (*food & beverage*).

    Two capitalised words may be a name; in a headline, where every word may have a capital, both
    must be everyday words.
    """
    common = [is_common(paragraph, word.casefold()) for word in (before, after)]
    if paragraph.role is Role.HEADLINE:
        return all(common)
    return any(common) and not (before[0].isupper() and after[0].isupper())


RULES = (
    ParagraphRule(
        code="D31",
        id="ampersand",
        name="Tanda “&”",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Di luar nama dan kutipan tanda “&” ditulis “dan”.",
        source="praktik penyuntingan",
        remark="24 temuan dalam 5.678 artikel terbit (Desember 2026).",
        roles=COPY_AND_HEADLINE,
        check=_check,
        needs=Needs(texts=("&",)),
        bad=(
            Example("Warga & pedagang hadir.", "Warga dan pedagang hadir."),
            Example("Ia menjual kopi & teh & gula.", "Ia menjual kopi dan teh dan gula."),
            Example(
                "Bupati Resmikan Pasar & Jembatan\nIsi.", "Bupati Resmikan Pasar dan Jembatan\nIsi."
            ),
        ),
        good=(
            "PT Maju & Jaya, H&M, dan Dinas P & K hadir.",
            '"Saya & istri hadir," ujarnya.',
            "Bupati Temui Rina & Budi\nIsi.",
            "Gerai food & beverage serta cara mix & match itu ramai.",
            "Kunjungi https://contoh.id/?a=1&b=2 di sana.",
        ),
    ),
)
