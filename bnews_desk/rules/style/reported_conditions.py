"""*jika* and *kalau* where *bahwa* is meant: *mengatakan jika rapat ditunda* (E37)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of, sentence_at

_IF = frozenset({"jika", "kalau"})
_MORE_VERBS = frozenset("menyebut mengakui membenarkan memastikan mengklaim membantah".split())
_CONDITION = Pattern(r",(?!\d)|\bmaka\b|\bakan\b")
"""What shows that a condition is told after all: its main clause."""


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, text = paragraph.words, paragraph.text
    for at in positions_of(paragraph, _IF):
        word = words[at]
        if not at or gap_before(paragraph, at) or paragraph.in_quotation(word.start, word.end):
            continue
        verb = words[at - 1].folded
        if verb not in attribution_verbs().introducing and verb not in _MORE_VERBS:
            continue
        if _CONDITION.search(text, word.end, sentence_at(paragraph, word.start).end):
            continue
        fix = replacement_fix(text, word.start, word.end, "bahwa", Safety.OFFERED)
        yield RuleMatch(
            word.start, word.end, {"text": word.text, "verb": words[at - 1].text}, (fix,)
        )


RULES = (
    ParagraphRule(
        code="E37",
        id="reported-condition",
        name="“Jika” untuk “bahwa”",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Isi pernyataan sesudah “{verb}” diawali “bahwa”, bukan “{text}”.",
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check,
        bad=(
            Example(
                "Camat mengatakan jika rapat ditunda.", "Camat mengatakan bahwa rapat ditunda."
            ),
            Example("Ia mengaku kalau dirinya lupa.", "Ia mengaku bahwa dirinya lupa."),
        ),
        good=(
            "Camat mengatakan jika hujan turun, rapat ditunda.",
            "Camat mengatakan rapat akan ditunda jika hujan.",
            "Ia menjelaskan jika warga mau maka jalan dibuka.",
            '"Dia mengatakan kalau rapat ditunda," katanya.',
        ),
    ),
)
