"""Wrong words after verbs of saying: *mengatakan jika* (E37), *meminta … harus* (E40)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import gap_before, positions_of, sentence_at

_IF = frozenset({"jika", "kalau"})
_MORE_VERBS = frozenset("menyebut mengakui membenarkan memastikan mengklaim membantah".split())
_CONDITION = Pattern(r",(?!\d)|\bmaka\b|\bakan\b")
"""Signs of a main clause, which show that it is a real condition."""


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


_ASKING = frozenset(
    "meminta mengimbau menyarankan mengharapkan diminta diimbau diharapkan berharap".split()
)
_LONGEST_ASKED = 8
_OWN_CLAUSE = frozenset(
    "bahwa yang karena tidak jika apabila sehingga untuk tetapi dan atau hanya melulu"
    " selalu".split()
)
"""Between the verb and *harus* these begin another clause."""


def _check_obligations(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for *meminta warga harus waspada*: *meminta* already means it."""
    words, text = paragraph.words, paragraph.text
    if " harus " not in text:
        return
    for at in positions_of(paragraph, _ASKING):
        for i in range(at + 1, min(len(words) - 1, at + _LONGEST_ASKED)):
            if gap_before(paragraph, i) or words[i].folded in _OWN_CLAUSE:
                break
            if words[i].folded != "harus" or i == at + 1 or gap_before(paragraph, i + 1):
                continue
            start, end = words[i].start, words[i + 1].start
            if not paragraph.in_quotation(words[at].start, end):
                edit = Edit(start, end, text[start:end], "")
                values = {"text": words[at].text}
                fix = Fix(Safety.OFFERED, "Hapus “harus”", (edit,))
                yield RuleMatch(start, words[i].end, values, (fix,))
            break


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
        needs=Needs(words=_IF),
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
    ParagraphRule(
        code="E40",
        id="asked-obligation",
        name="“Meminta … harus”",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="Sesudah “{text}”, kata “harus” mubazir.",
        source="Tata Bahasa Baku Bahasa Indonesia",
        check=_check_obligations,
        needs=Needs(words=_ASKING),
        bad=(
            Example("Camat meminta warga harus waspada.", "Camat meminta warga waspada."),
            Example("Warga diimbau agar harus waspada.", "Warga diimbau agar waspada."),
        ),
        good=(
            "Camat meminta warga yang harus pindah melapor.",
            "Camat meminta bahwa semua harus siap; warga harus diminta hadir.",
            '"Saya minta warga harus waspada," katanya.',
        ),
    ),
)
