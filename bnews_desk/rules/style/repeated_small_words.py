"""Function words used too often: *pihaknya* (E03), *yang* (E28), *-nya* (E29), others (E41)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, Needs, ParagraphRule, ReleaseRule, RuleMatch
from bnews_desk.rules.word_positions import gap_before, positions_of, sentence_at

_OUR_SIDE = frozenset({"pihaknya"})
_WHICH = frozenset({"yang"})
_MOST_SIDES = 2
"""Most *pihaknya* in a release."""
_MOST_YANG = 3
"""Most *yang* in a sentence."""
_TWICE = {"merupakan": 14, "tersebut": 9, "pihaknya": 14}
"""Words that should not occur twice in a sentence within this many words."""
_REPEATED = frozenset(_TWICE)
_PARALLEL = frozenset({"maupun", "sedangkan", "sementara", "tetapi", "bukan", "atau", "tidak"})
"""Words between that show a deliberate parallel: *A merupakan …, sedangkan B merupakan*."""
_PARTING = ".?!,;:—–"
_RUN = 3
_NOT_SUFFIXED = frozenset({"hanya", "punya", "tanya", "nya", "banya", "surabaya"})


def _check_sides(context: ReleaseContext) -> Iterator[RuleMatch]:
    found = [
        (part.paragraph.start, paragraph.words[at])
        for part, paragraph in zip(context.frame.parts, context.paragraphs, strict=True)
        if part.role in COPY
        for at in positions_of(paragraph, _OUR_SIDE)
        if not paragraph.in_speech(paragraph.words[at].start, paragraph.words[at].end)
    ]
    if len(found) > _MOST_SIDES:
        start, word = found[_MOST_SIDES]
        yield RuleMatch(start + word.start, start + word.end, {"count": str(len(found))})


def _check_yang(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    found = positions_of(paragraph, _WHICH)
    if len(found) <= _MOST_YANG:
        return
    places = [paragraph.words[at] for at in found]
    for _, group in groupby(places, lambda word: sentence_at(paragraph, word.start)):
        inside = list(group)
        if len(inside) > _MOST_YANG and not paragraph.in_speech(inside[0].start, inside[-1].end):
            last = inside[_MOST_YANG]
            yield RuleMatch(last.start, last.end, {"count": str(len(inside))})


def _check_twice(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    """The matches for *merupakan program yang merupakan*: within a few words of one clause."""
    found = positions_of(paragraph, _REPEATED)
    if len(found) < 2:
        return
    words, text = paragraph.words, paragraph.text
    last: dict[str, int] = {}
    for at in found:
        word = words[at].folded
        before, last[word] = last.get(word, -1), at
        if before < 0 or not 1 < at - before <= _TWICE[word]:
            continue
        start, end = words[before].start, words[at].end
        if any(mark in text[start:end] for mark in _PARTING):
            continue
        is_parallel = any(other.folded in _PARALLEL for other in words[before + 1 : at])
        if not is_parallel and not paragraph.in_quotation(start, end):
            yield RuleMatch(words[at].start, end, {"text": word})


def _check_suffixes(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
    words, run = paragraph.words, 0
    for at, word in enumerate(words):
        is_suffixed = word.folded.endswith("nya") and word.folded not in _NOT_SUFFIXED
        run = (
            run + 1
            if is_suffixed and (run == 0 or not gap_before(paragraph, at))
            else int(is_suffixed)
        )
        if run == _RUN:
            start = words[at - _RUN + 1].start
            if not paragraph.in_speech(start, word.end):
                yield RuleMatch(start, word.end)


RULES = (
    ReleaseRule(
        code="E03",
        id="pihaknya-overuse",
        name="Terlalu banyak “pihaknya”",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="“Pihaknya” muncul {count} kali; sebut lembaganya.",
        source="praktik penyuntingan",
        check=_check_sides,
        bad=(Example("Pihaknya siap. Kata dia, pihaknya hadir. Hujan reda, pihaknya pulang."),),
        good=(
            "Pihaknya siap. Kata dia, pihaknya hadir.",
            'Pihaknya siap dan pihaknya hadir. "Kami dan pihaknya sudah sepakat," katanya.',
        ),
        is_on=False,
        remark="Mati: soal gaya.",
    ),
    ParagraphRule(
        code="E28",
        id="yang-chain",
        name="Rangkaian “yang”",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Kalimat memuat {count} “yang”; pecah.",
        source="praktik penyuntingan",
        check=_check_yang,
        bad=(Example("Warga yang tua yang kaya yang datang menemui camat yang baru."),),
        good=("Warga yang tua yang kaya menemui camat yang baru. Yang lain pulang.",),
        is_on=False,
        remark="Mati: soal gaya.",
    ),
    ParagraphRule(
        code="E29",
        id="nya-chain",
        name="Rangkaian “-nya”",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Tiga kata ber-“nya” berurutan; ringkas.",
        source="praktik penyuntingan",
        check=_check_suffixes,
        bad=(Example("Pada akhirnya kegiatannya nyatanya batal."),),
        good=(
            "Pada akhirnya kegiatannya batal.",
            "Akhirnya, kegiatannya, nyatanya, batal.",
            "Ia hanya punya tanya.",
        ),
        is_on=False,
        remark="Mati: soal gaya.",
    ),
    ParagraphRule(
        code="E41",
        id="repeated-in-sentence",
        name="Kata terulang dalam kalimat",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="“{text}” sudah ada dalam kalimat ini; hapus atau ganti salah satunya.",
        source="praktik penyuntingan",
        check=_check_twice,
        needs=Needs(words=_REPEATED),
        bad=(
            Example("Lomba itu merupakan acara rutin yang merupakan acara tahunan."),
            Example("Warga tersebut datang ke desa tersebut."),
            Example("Ia mengatakan pihaknya siap dan pihaknya akan hadir."),
        ),
        good=(
            "Lomba itu merupakan acara rutin. Itu merupakan acara tahunan.",
            "Ini merupakan desa, itu merupakan kota; warga tersebut datang. Orang tersebut pergi.",
            '"Itu merupakan acara yang merupakan acara tahunan," katanya.',
        ),
    ),
)
