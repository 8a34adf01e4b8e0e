"""How speakers are introduced: without a name (F33); without an office, or with a late one
(F34)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.names_in_text import NO_PERSON
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_VERB = (
    r"(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|imbuh|tambah|terang|papar|sebut|cerita|keluh|aku)"
)
_UNNAMED = Pattern(
    rf"[\"”],? ?{_VERB} (?P<said>(?:salah (?:seorang|satu)|seorang) [a-z]+(?: [a-z]+){{0,6}})"
    r"(?=[.,;!? ]|$)(?P<more>[^.;!?]{0,80})"
)
_MAY_STAY_UNNAMED = Pattern(
    r"(?i)\b(?:korban|penyintas|anak|siswa|siswi|santri|pelajar|saksi|pasien|netizen|warganet"
    r"|pengguna|komentator|enggan|namanya|inisial|berinisial|anonim|bernama|sapaan|disapa)\b"
)
"""Persons whom the code of ethics keeps anonymous, who ask for it, or who are named further on."""
_NAME = r"[A-Z][a-z'’]+(?: [A-Z][a-z'’]+){1,3}"
_INTRODUCED = Pattern(rf"[\"”],? ?{_VERB} (?P<name>{_NAME})(?P<mark>[.,]|(?= ))")
_DESCRIBED_BEHIND = Pattern(r"(?:,? (?:\(|selaku|yang|dari|asal|warga|sebagai|\d\d\b)|, )")
_OFFICE_BEFORE = Pattern(r"(?:[A-Z][\w'’.-]*,? |[a-z]+,? )$")
_GOES_ON = Pattern(r",? [A-Z]| dan | & ")
_LATE = 3
"""After this many paragraphs of copy an office comes late."""


def _unnamed(paragraph: ParagraphContext) -> tuple[tuple[int, int], ...]:
    if paragraph.role not in COPY or not paragraph.quotations:
        return ()
    return tuple(
        m.span("said")
        for m in _UNNAMED.finditer(paragraph.text, *paragraph.copy)
        if not _MAY_STAY_UNNAMED.search(m["said"] + m["more"])
        and not re.search(r"[A-Z]", m["more"].split(" kepada ")[0])
    )


def _check_unnamed(context: ReleaseContext) -> Iterator[RuleMatch]:
    for number, paragraph, found in context.collected(_unnamed):
        at = context.frame.parts[number].paragraph.start
        for start, end in found:
            yield RuleMatch(start + at, end + at, {"text": paragraph.text[start:end]})


def _is_personal(paragraph: ParagraphContext, words: list[str]) -> bool:
    """Whether capitalised words are a name: none is an office or a word of the language."""
    speller = paragraph.lexicon.speller
    return NO_PERSON.isdisjoint(words) and not any(speller.knows(w.casefold()) for w in words)


class _Introduction(NamedTuple):
    name: str
    start: int
    end: int
    is_described: bool


def _introductions(paragraph: ParagraphContext) -> tuple[_Introduction, ...]:
    """The speakers of quotations that are named in full directly behind the verb."""
    if paragraph.role not in COPY or not paragraph.quotations:
        return ()
    found = []
    for m in _INTRODUCED.finditer(paragraph.text, *paragraph.copy):
        if _is_personal(paragraph, m["name"].split()) and not _GOES_ON.match(
            paragraph.text, m.end("name")
        ):
            is_described = _DESCRIBED_BEHIND.match(paragraph.text, m.end("name")) is not None
            found.append(_Introduction(m["name"], *m.span("name"), is_described))
    return tuple(found)


def _check_introductions(context: ReleaseContext) -> Iterator[RuleMatch]:
    """Names without an introduction at their first mention; the message is *late* where an office
    follows."""
    numbers = [part.paragraph.number for part in context.copy_parts]
    seen: set[str] = set()
    for number, _, found in context.collected(_introductions):
        at = context.frame.parts[number].paragraph.start
        for one in found:
            if one.name in seen:
                continue
            seen.add(one.name)
            if one.is_described or _is_named_before(context, numbers, number, one):
                continue
            office = _office_later(context, numbers, number, one)
            values = {"name": one.name}
            if office is None:
                yield RuleMatch(one.start + at, one.end + at, values)
            elif numbers.index(office) - numbers.index(number) >= _LATE:
                yield RuleMatch(one.start + at, one.end + at, values, message="late")


def _is_named_before(
    context: ReleaseContext, numbers: list[int], number: int, one: _Introduction
) -> bool:
    words = one.name.split()
    for other in numbers:
        paragraph = context.paragraphs[other]
        end = one.start if other == number else len(paragraph.text)
        if other > number:
            return False
        if any(word in paragraph.text[:end] for word in words):
            return True
    return False


def _office_later(
    context: ReleaseContext, numbers: list[int], number: int, one: _Introduction
) -> int | None:
    """The number of the paragraph in which the name gets an office or a description, or None."""
    words = one.name.split()
    forms = re.compile(rf"(?<![\w-])(?:{re.escape(one.name)}|{words[0]}|{words[-1]})(?![\w-])")
    for other in numbers:
        paragraph = context.paragraphs[other]
        for m in forms.finditer(paragraph.text):
            if other < number or (other == number and m.start() <= one.end):
                continue
            before = _OFFICE_BEFORE.search(paragraph.text, max(0, m.start() - 30), m.start())
            if before is not None and before.group()[0].isupper():
                return other
            if _DESCRIBED_BEHIND.match(paragraph.text, m.end()):
                return other
    return None


RULES = (
    ReleaseRule(
        code="F33",
        id="speaker-unnamed",
        name="Narasumber tanpa nama",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Narasumber kutipan ini, “{text}”, belum disebut namanya.",
        source="Kode Etik Jurnalistik Pasal 2; praktik penyuntingan",
        check=_check_unnamed,
        bad=(
            Example('"Jalan ini sudah lama rusak," kata salah seorang pedagang.'),
            Example("“Harganya naik lagi,” ujar seorang petani kepada wartawan."),
        ),
        good=(
            '"Jalan ini sudah lama rusak," kata salah seorang pedagang, Rini Lestari.',
            '"Jalan ini sudah lama rusak," kata seorang warga bernama Rini.',
            '"Saya takut pulang," kata salah seorang korban.',
            '"Saya melihatnya," kata seorang petugas yang enggan disebut namanya.',
            '"Jalan ini sudah lama rusak," kata Rini Lestari, pedagang.',
        ),
        remark="Diam bila korban, anak, saksi, atau yang meminta namanya tidak disebut.",
    ),
    ReleaseRule(
        code="F34",
        id="speaker-not-introduced",
        name="Narasumber tanpa keterangan",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Jabatan atau keterangan {name} belum disebut pada penyebutan pertama.",
        other_messages={"late": "Jabatan {name} baru disebut beberapa paragraf kemudian."},
        source="praktik penyuntingan",
        check=_check_introductions,
        bad=(
            Example('"Jalan ini segera diperbaiki," kata Izul Marom. Warga senang.'),
            Example(
                '\n"Jalan ini segera diperbaiki," kata Izul Marom.\nWarga senang.\nPasar ramai.\n'
                "Sekda Izul Marom lalu pulang."
            ),
        ),
        good=(
            '"Jalan ini segera diperbaiki," kata Izul Marom, kepala dinas.',
            '\nSekda Izul Marom hadir.\n"Jalan ini segera diperbaiki," kata Izul Marom.',
            '\n"Jalan ini segera diperbaiki," kata Izul Marom.\nSekda Izul Marom lalu pulang.',
        ),
        is_on=False,
        remark="Mati: tokoh yang dikenal semua orang lazim disebut tanpa keterangan.",
    ),
)
