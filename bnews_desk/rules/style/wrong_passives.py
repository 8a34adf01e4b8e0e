"""Wrongly formed passives: *kami akan laksanakan* (E08); off by default."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of
from bnews_desk.rules.word_replacement import fit_case

_AGENTS = frozenset({"saya", "aku", "kami", "kita"})
_ASPECTS = frozenset({"akan", "sudah", "telah", "pernah"})
_ENDINGS = ("kan", "i")
_NO_PASSIVE = frozenset({"bukan", "jadi", "pergi", "mandi", "lari", "mulai", "alami", "sekali"})
_BY = Pattern(
    r"(?<![^\W_])(?P<verb>mem[a-z]{3,20}|men[a-z]{3,20}(?:kan|i)) (?=oleh (?:[A-Z]|para))"
)


def _check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    yield from _parted(paragraph)
    text = paragraph.text
    if " oleh " not in text:
        return
    for m in _BY.finditer(text, paragraph.copy.start, paragraph.copy.end):
        if not paragraph.in_quotation(*m.span("verb")):
            values = {"right": "di- … oleh"}
            yield RuleMatch(m.start("verb"), m.end() + 4, values, message="active")


def _parted(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for ``kami akan laksanakan``: nothing may separate agent and verb."""
    words, stems = paragraph.words, paragraph.lexicon.passive_stems
    for at in positions_of(paragraph, _AGENTS):
        if at + 2 >= len(words) or gap_before(paragraph, at + 1) or gap_before(paragraph, at + 2):
            continue
        agent, aspect, verb = words[at : at + 3]
        if aspect.text not in _ASPECTS or not verb.text.endswith(_ENDINGS):
            continue
        if verb.text not in stems or verb.text in _NO_PASSIVE:
            continue
        if paragraph.in_quotation(agent.start, verb.end):
            continue
        right = f"{aspect.text} {agent.folded} {verb.text}"
        new = fit_case(paragraph, agent.start, verb.end, right)
        fix = replacement_fix(paragraph.text, agent.start, verb.end, new, Safety.OFFERED)
        yield RuleMatch(agent.start, verb.end, {"right": right}, (fix,))


RULES = (
    ParagraphRule(
        code="E08",
        id="passive-agent-form",
        name="Bentuk pasif",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Urutan pasif yang baku: “{right}”.",
        other_messages={"active": "Dengan “oleh”, kata kerjanya berbentuk pasif: “{right}”."},
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check,
        bad=(
            Example("Itu kami akan laksanakan.", "Itu akan kami laksanakan."),
            Example("Hal itu saya sudah sampaikan.", "Hal itu sudah saya sampaikan."),
            Example("Jalan itu membangun oleh Pemkab Blitar."),
        ),
        good=(
            "Itu akan kami laksanakan; visi yang diusung RPJPN.",
            "Kami akan melaksanakan rapat dan kami akan pergi.",
            '"Itu kami akan laksanakan," katanya.',
            "Jalan itu dibangun oleh Pemkab Blitar.",
        ),
        is_on=False,
        remark="Mati: di luar kutipan jarang terjadi; di dalam kutipan itu ucapan orang.",
    ),
)
