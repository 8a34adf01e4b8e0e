"""Verbs such as *tambahnya* at the wrong quotation (F23); off by default."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Word

_CLOSING = {"pungkas": "ujar", "pungkasnya": "ujarnya"}
_FURTHER = {"imbuh": "ujar", "imbuhnya": "ujarnya", "tambahnya": "ujarnya"}
_PLAIN = frozenset(
    "kata katanya ujar ujarnya tutur tuturnya ungkap ungkapnya jelasnya tegasnya paparnya"
    " terangnya ucapnya menurut menurutnya mengatakan menjelaskan menyampaikan menegaskan"
    " menuturkan mengungkapkan menyebut menyebutkan berharap berkata".split()
)
"""Words that show an earlier utterance."""


def _verbs(paragraph: ParagraphContext) -> tuple[Word, ...]:
    """The verbs of saying outside speech."""
    if paragraph.role not in COPY:
        return ()
    wanted = _PLAIN | _CLOSING.keys() | _FURTHER.keys()
    return tuple(
        word
        for word in paragraph.words
        if word.folded in wanted and not paragraph.in_speech(word.start, word.end)
    )


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    said = [
        (number, paragraph, verb)
        for number, paragraph, found in context.collected(_verbs)
        for verb in found
    ]
    for at, (number, paragraph, verb) in enumerate(said):
        is_last = at == len(said) - 1
        if verb.folded in _CLOSING and not is_last:
            message, right = "", _CLOSING[verb.folded]
        elif verb.folded in _FURTHER and at == 0:
            message, right = "further", _FURTHER[verb.folded]
        else:
            continue
        if not paragraph.speech:
            continue
        offset = context.frame.parts[number].paragraph.start
        fix = replacement_fix(paragraph.text, verb.start, verb.end, right, Safety.OFFERED).shifted(
            offset
        )
        values = {"text": verb.text}
        yield RuleMatch(verb.start + offset, verb.end + offset, values, (fix,), message=message)


RULES = (
    ReleaseRule(
        code="F23",
        id="attribution-verb-fit",
        name="Kata kutip salah tempat",
        severity=Severity.SUGGESTION,
        safety=Safety.OFFERED,
        why="“{text}” dipakai untuk kutipan penutup.",
        other_messages={
            "further": "“{text}” dipakai sesudah kutipan lain, bukan pada yang pertama."
        },
        source="KBBI; praktik penyuntingan",
        check=_check,
        bad=(
            Example(
                '"Kami siap membantu warga," pungkas Rini. "Ayo kita mulai bersama," katanya.',
                '"Kami siap membantu warga," ujar Rini. "Ayo kita mulai bersama," katanya.',
            ),
            Example(
                '"Kami siap membantu warga desa," imbuhnya.',
                '"Kami siap membantu warga desa," ujarnya.',
            ),
        ),
        good=(
            '"Kami siap membantu warga," kata Rini. "Ayo kita mulai bersama," pungkasnya.',
            '"Kami siap membantu warga," kata Rini. "Ayo kita mulai bersama," imbuhnya.',
            "Itu tambahnya penjelasan.",
        ),
        is_on=False,
        remark="Mati: siapa penuturnya tidak dibedakan.",
    ),
)
