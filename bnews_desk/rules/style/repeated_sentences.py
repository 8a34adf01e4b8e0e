"""Sentences that a release has twice (E38)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Span, fold

_LEAST_WORDS = 8
"""Least number of words; shorter sentences may be refrains, captions or formulas."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: dict[str, int] = {}
    for number, paragraph, sentences in context.collected(_sentences):
        offset = context.frame.parts[number].paragraph.start
        for span, told in sentences:
            first = seen.setdefault(told, offset + span.start)
            if first != offset + span.start:
                values = {"text": " ".join(paragraph.text[span.start : span.end].split()[:5])}
                yield RuleMatch(offset + span.start, offset + span.end, values)


def _sentences(paragraph: ParagraphContext) -> tuple[tuple[Span, str], ...]:
    """The longer sentences of a paragraph of copy, each with its folded text."""
    if paragraph.role not in COPY:
        return ()
    return tuple(
        (span, fold(paragraph.text[span.start : span.end]).strip(" \"“”'"))
        for span in paragraph.sentences
        if paragraph.text.count(" ", span.start, span.end) >= _LEAST_WORDS - 1
    )


RULES = (
    ReleaseRule(
        code="E38",
        id="repeated-sentence",
        name="Kalimat yang terulang",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Kalimat ini (“{text} …”) sudah ada di atas; hapus salah satunya.",
        source="praktik penyuntingan",
        check=_check,
        bad=(
            Example(
                "\nSemua warga desa itu hadir dalam rapat di balai.\nCamat datang."
                "\nSemua warga desa itu hadir dalam rapat di balai."
            ),
        ),
        good=(
            "\nSemua warga desa itu hadir dalam rapat di balai.\nSemua warga desa lain juga hadir"
            " dalam rapat di balai.",
            "\nCamat datang.\nCamat datang.",
        ),
    ),
)
