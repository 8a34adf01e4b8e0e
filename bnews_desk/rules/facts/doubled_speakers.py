"""Speakers named twice, by suffix and by name: *Ungkapnya Izul*."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_SUFFIX = "nya"
_DAYS = frozenset("senin selasa rabu kamis jumat sabtu minggu ahad".split())


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    if not paragraph.quotations:
        return
    verbs, found, text = attribution_verbs(), paragraph.words, paragraph.text
    for i, word in enumerate(found[:-1]):
        stem = word.folded.removesuffix(_SUFFIX)
        if stem == word.folded or (stem not in verbs.plain and stem not in verbs.ambiguous):
            continue
        name = found[i + 1]
        if (
            word.text.islower()
            and _follows_quotation(text, word)
            and text[word.end : name.start] == " "
            and paragraph.is_capitalised_inside(name)
            and name.folded not in _DAYS
            and not paragraph.in_speech(word.start, word.end)
        ):
            new = word.text.removesuffix(_SUFFIX)
            fix = replacement_fix(text, word.start, word.end, new, Safety.SAFE)
            values = {"right": f"{new} {name.text}", "short": word.text}
            yield RuleMatch(word.start, word.end, values, (fix,))


def _follows_quotation(text: str, word: Word) -> bool:
    """Whether a quotation mark stands directly before a verb of saying."""
    return text[max(0, word.start - 2) : word.start].rstrip()[-1:] in ('"', "”")


RULES = (
    ParagraphRule(
        code="F24",
        id="quote-attribution-word-order",
        name="Kata kutip dan nama",
        severity=Severity.SUGGESTION,
        safety=Safety.SAFE,
        is_on=False,
        why="Tulis “{right}” atau cukup “{short}”.",
        source="Tata Bahasa Baku Bahasa Indonesia",
        roles=COPY,
        check=_check,
        bad=(
            Example(
                '"Kami siap membantu warga," ungkapnya Izul.',
                '"Kami siap membantu warga," ungkap Izul.',
            ),
            Example(
                '"Kami siap membantu warga," ujarnya Bupati Rini.',
                '"Kami siap membantu warga," ujar Bupati Rini.',
            ),
        ),
        good=(
            '"Kami siap membantu warga," ungkap Izul.',
            '"Kami siap membantu warga," ungkapnya. Izul pulang.',
            '"Kami siap membantu warga," ungkapnya, Rabu (13/11/2024).',
            '"Siapa yang mau membantu warga?" tanya Izul.',
            '"Kami siap membantu warga," ungkapnya Rabu (13/11/2024).',
            "Ungkapnya Izul Marom itu benar.",
        ),
    ),
)
