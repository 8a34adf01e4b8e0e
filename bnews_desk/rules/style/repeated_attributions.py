"""Attributions given twice (E07), or always with the same word (E24)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.lexicon.attribution_verbs import attribution_verbs
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ParagraphRule, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.rules.word_positions import positions_of
from bnews_desk.text import Span, Word

_ACCORDING = "Menurut "
_MOST_NAME = 60
"""Most code points between *Menurut* and the verb or comma behind the speaker."""
_SAYS = Pattern(
    r"Menurut (?P<who>[A-Z][^,.\n]{1,60}?) (?P<verb>mengatakan|menyampaikan|menjelaskan|menegaskan"
    r"|menuturkan|mengungkapkan|menyatakan|menambahkan|berkata)(?![^\W_])"
)
_AGAIN = Pattern(
    r",? (?P<verb>katanya|ujarnya|menurutnya|tuturnya|ungkapnya|jelasnya|kata dia|ujar dia)(?=[.,])"
)
_LEAST = 3
"""From this many attributions with one word on, it is reported."""
_PLAIN = frozenset({"katanya", "ujarnya", "menurutnya", "tulisnya", "tanyanya"})
"""Words of attribution that readers do not notice, however often they occur."""
_OTHERS = ("ujarnya", "katanya")


def _check_twice(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    text = paragraph.text
    if _ACCORDING not in text:
        return
    for sentence in paragraph.sentences:
        match = _twice(paragraph, sentence)
        if match is not None and not paragraph.in_quotation(match.start, match.end):
            yield match


def _twice(paragraph: ParagraphContext, sentence: Span) -> RuleMatch | None:
    text = paragraph.text
    if not text.startswith(_ACCORDING, sentence.start):
        return None
    says = _SAYS.match(text, sentence.start, sentence.end)
    if says is not None:
        start, end = sentence.start, says.end("verb")
        edit = Edit(start, says.start("who"), _ACCORDING, "")
        fix = Fix(Safety.OFFERED, "Hapus “Menurut”", (edit,))
        return RuleMatch(start, end, {"verb": says["verb"]}, (fix,))
    comma = text.find(",", sentence.start, min(sentence.end, sentence.start + _MOST_NAME))
    again = _AGAIN.search(text, comma + 1, sentence.end) if comma > 0 else None
    if again is None:
        return None
    fix = replacement_fix(text, *again.span(), "", Safety.OFFERED, f"Hapus “{again['verb']}”")
    return RuleMatch(again.start("verb"), again.end(), {"verb": again["verb"]}, (fix,))


def _check_monotony(context: ReleaseContext) -> Iterator[RuleMatch]:
    seen: Counter[str] = Counter()
    run: list[str] = []
    for number, paragraph, found in context.collected(_sayings):
        offset = context.frame.parts[number].paragraph.start
        for word in found:
            seen[word.folded] += 1
            run = [*run, word.folded] if word.folded in run[-1:] else [word.folded]
            if len(run) != _LEAST or word.folded in _PLAIN:
                continue
            others = [other for other in _OTHERS if other != word.folded and not seen[other]]
            fixes = tuple(
                replacement_fix(
                    paragraph.text,
                    word.start,
                    word.end,
                    other.capitalize() if word.text[0].isupper() else other,
                    Safety.OFFERED,
                ).shifted(offset)
                for other in others
            )
            values = {"word": word.folded}
            yield RuleMatch(word.start + offset, word.end + offset, values, fixes)


def _sayings(paragraph: ParagraphContext) -> tuple[Word, ...]:
    """The attributions in *-nya* of a paragraph, outside speech."""
    if paragraph.role not in COPY:
        return ()
    words = paragraph.words
    return tuple(
        words[at]
        for at in positions_of(paragraph, _forms())
        if not paragraph.in_speech(words[at].start, words[at].end)
    )


@cache
def _forms() -> frozenset[str]:
    """The words of attribution in *-nya*."""
    verbs = attribution_verbs()
    stems = verbs.plain | verbs.ambiguous
    return frozenset({"menurutnya"} | {f"{stem.removesuffix('nya')}nya" for stem in stems})


RULES = (
    ParagraphRule(
        code="E07",
        id="menurut-double-attribution",
        name="Penutur disebut dua kali",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Atribusi ganda: “Menurut” dan “{verb}”; pilih salah satu.",
        source="praktik penyuntingan",
        check=_check_twice,
        bad=(
            Example("Menurut Izul, desa siap, katanya.", "Menurut Izul, desa siap."),
            Example("Menurut Izul Marom mengatakan desa siap.", "Izul Marom mengatakan desa siap."),
            Example(
                "Hujan reda. Menurut Rini, warga aman, ujarnya.",
                "Hujan reda. Menurut Rini, warga aman.",
            ),
        ),
        good=(
            "Menurutnya, perencanaan itu penting.",
            "Menurut Izul, desa siap. Warga senang, katanya.",
            "Menurut data yang ada, warga mengatakan hal itu.",
            '"Menurut Izul, desa siap, katanya," tutur warga.',
        ),
        is_on=False,
        remark="Tahap kedua: dikirim dalam keadaan mati.",
    ),
    ReleaseRule(
        code="E24",
        id="attribution-monotony",
        name="Kata kutip yang itu-itu saja",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{word}” dipakai tiga kali berturut-turut; ganti yang ini, misalnya dengan “katanya”"
        " atau “ujarnya”.",
        source="praktik penyuntingan",
        check=_check_monotony,
        bad=(
            Example(
                '"Kami siap," jelasnya. "Ayo," jelasnya. "Mari maju," jelasnya.',
                '"Kami siap," jelasnya. "Ayo," jelasnya. "Mari maju," ujarnya.',
            ),
        ),
        good=(
            '"Kami siap," jelasnya. "Ayo," katanya. "Mari maju," jelasnya.',
            '"Kami siap," katanya. "Ayo," katanya. "Mari maju," katanya.',
            "Menurutnya, ini baik. Menurutnya, itu juga.\nMenurutnya, semua siap.",
            "Tambahnya waktu, tambahnya beban, dan hasilnya baik.",
        ),
        remark="“Katanya” dan “ujarnya” tidak mencolok, jadi dibiarkan.",
    ),
)
