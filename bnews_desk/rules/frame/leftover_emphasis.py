"""A35: bold and italic left over from the press release."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.release import Edit, Mark
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.punctuation.lowercase_names import is_common
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import Span, words

_MOST_SUBHEAD_WORDS = 12
"""A bold paragraph of at most this many words that is not a sentence is a subhead."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    """A single match for all of it, at the first bold or italic word."""
    if not context.release.marks:
        return
    left = [mark for mark in context.release.marks if _is_left_over(context, mark)]
    if not left:
        return
    text, stretches = context.text, _joined(left)
    edits = tuple(edit for stretch in stretches for edit in _released(context, stretch))
    first = stretches[0]
    word = next(iter(words(text, first.start, first.end)), None)
    end = word.end if word is not None else first.end
    fix = Fix(Safety.OFFERED, "Lepaskan tebal dan miring", edits)
    is_in_headline = first.start < text.index("\n")
    values = {"count": str(len(stretches))}
    yield RuleMatch(first.start, end, values, (fix,), message="headline" if is_in_headline else "")


def _is_left_over(context: ReleaseContext, mark: Mark) -> bool:
    """Whether a mark is neither a link, nor a subhead, nor foreign words in italics."""
    if mark.kind == "link":
        return False
    number = context.text.count("\n", 0, mark.start)
    paragraph = context.paragraphs[number]
    if paragraph.role not in COPY_AND_HEADLINE:
        return False
    at = context.frame.parts[number].paragraph.start
    start = max(mark.start - at, paragraph.copy.start)
    end = min(mark.end - at, paragraph.copy.end)
    if not paragraph.text[start:end].strip():
        return False
    if paragraph.role is Role.HEADLINE:
        return True
    if mark.kind == "bold":
        return not _is_subhead(paragraph, start, end)
    return any(is_common(paragraph, word.folded) for word in words(paragraph.text, start, end))


def _is_subhead(paragraph: ParagraphContext, start: int, end: int) -> bool:
    text = paragraph.text.strip()
    is_whole = paragraph.text[start:end].strip() == text
    return is_whole and text[-1] not in ".,;" and len(text.split()) <= _MOST_SUBHEAD_WORDS


def _joined(marks: list[Mark]) -> list[Span]:
    """The stretches covered by marks, each once."""
    joined: list[Span] = []
    for mark in marks:
        if joined and mark.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, mark.end))
        else:
            joined.append(Span(mark.start, mark.end))
    return joined


def _released(context: ReleaseContext, stretch: Span) -> tuple[Edit, Edit]:
    """The edits that replace a stretch by the same words with only their links."""
    start, end = stretch
    old = context.text[start:end]
    kept = [mark for mark in context.release.marks_within(start, end) if mark.kind == "link"]
    return Edit(start, start, "", old, tuple(kept)), Edit(start, end, old, "")


_COPY = "\nBLITAR | B-news.id - Camat Talun membuka pasar.\nPasar itu ramai."
_BOLD = (Mark(23, 34, "bold"),)

RULES = (
    ReleaseRule(
        code="A35",
        id="leftover-emphasis",
        name="Sisa tebal dan miring",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Huruf tebal atau miring dari rilis masih ada di {count} tempat; lepaskan.",
        other_messages={
            "headline": "Judul tidak ditebalkan atau dimiringkan sendiri; lepaskan di {count}"
            " tempat."
        },
        source="Praktik redaksi",
        check=_check,
        bad=(
            Example(_COPY, _COPY, marks=_BOLD),
            Example(_COPY, _COPY, marks=(Mark(49, 65, "italic"),)),
            Example(f"Pasar Dibuka{_COPY}", f"Pasar Dibuka{_COPY}", marks=(Mark(0, 12, "bold"),)),
        ),
        good=(_COPY,),
    ),
)
