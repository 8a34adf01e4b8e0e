"""Acronyms that are explained once, ``Badan Pusat Statistik (BPS)``, and should then be used."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bnews_desk.finding import Safety, Severity
from bnews_desk.frame.release_frame import COPY
from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch, replacement_fix
from bnews_desk.text import Word, fold

_IN_BRACKETS = Pattern(r"(?<=\w) \((?P<acronym>[A-Z][A-Za-z0-9]{1,14})\)")
_MOST_WORDS = 12
_SMALL = frozenset({"dan", "di", "ke", "dari", "untuk", "atas", "yang", "of", "the", "and", "for"})
"""Words that an acronym may leave out."""
_CAPITALS = 2
_NEAR_PARTS = 3
"""For this many paragraphs a reader certainly remembers the acronym."""


class Definition(NamedTuple):
    """An acronym in brackets and the long form before it, as spans of its paragraph."""

    acronym: str
    words: tuple[str, ...]
    paragraph: ParagraphContext
    offset: int
    start: int
    end: int
    part: int
    """The number of its paragraph."""

    @property
    def long_form(self) -> str:
        """The long form as written."""
        return self.paragraph.text[self.start : self.end].rpartition(" (")[0]


def definitions(context: ReleaseContext) -> Iterator[Definition]:
    """The acronyms that the copy explains, in order, including those in speech."""
    for number, _, found in context.collected(_definitions_in):
        offset = context.frame.parts[number].paragraph.start
        for definition in found:
            yield definition._replace(offset=offset, part=number)


def _definitions_in(paragraph: ParagraphContext) -> tuple[Definition, ...]:
    """The acronyms that one paragraph explains; its position in the release is still unknown."""
    if paragraph.role not in COPY or " (" not in paragraph.text:
        return ()
    found: list[Definition] = []
    for m in _IN_BRACKETS.finditer(paragraph.text, *paragraph.copy):
        last = bisect_left(paragraph.words, m.start(), key=_start)
        before = paragraph.words[max(0, last - _MOST_WORDS) : last]
        first = _first_word(m["acronym"], before)
        if first is not None and not _is_cut(paragraph, first, m.start()):
            long_form = paragraph.text[first.start : m.start()]
            words = tuple(w.folded for w in before if w.start >= first.start)
            if fold(long_form) != m["acronym"].casefold():
                found.append(Definition(m["acronym"], words, paragraph, 0, first.start, m.end(), 0))
    return tuple(found)


def _start(word: Word) -> int:
    return word.start


def _first_word(acronym: str, before: Sequence[Word]) -> Word | None:
    """The first word of the shortest long form whose words spell the acronym, or None."""
    letters = acronym.casefold()
    is_initials = sum(c.isupper() for c in acronym) >= _CAPITALS
    for at in range(len(before) - 1, -1, -1):
        form = before[at:]
        if form[0].folded[0] != letters[0] or form[0].folded in _SMALL:
            continue
        if is_initials and _spell(letters, form):
            return form[0]
        if not is_initials and len(form) > 1 and _is_syllabic(letters, form):
            return form[0]
    return None


def _spell(letters: str, form: Sequence[Word]) -> bool:
    """Whether the words' first letters spell the acronym, with or without small words."""
    every = "".join(w.folded[0] for w in form)
    large = "".join(w.folded[0] for w in form if w.folded not in _SMALL)
    return letters in (every, large)


def _is_syllabic(letters: str, form: Sequence[Word]) -> bool:
    """Whether each large word gives the beginning of a part of the acronym, in order."""
    at = 0
    for word in form:
        if word.folded in _SMALL:
            continue
        taken = 0
        while (
            taken < len(word.folded)
            and at + taken < len(letters)
            and word.folded[taken] == letters[at + taken]
        ):
            taken += 1
        if taken < 1:
            return False
        at += taken
    return at == len(letters)


def _is_cut(paragraph: ParagraphContext, first: Word, end: int) -> bool:
    """Whether a sentence ends or a bracket stands inside the possible long form."""
    inside = paragraph.text[first.start : end]
    return any(mark in inside for mark in '();:."“”')


def _check_twice(context: ReleaseContext) -> Iterator[RuleMatch]:
    first: dict[str, Definition] = {}
    for found in definitions(context):
        earlier = first.setdefault(found.acronym, found)
        if earlier is found or earlier.words != found.words:
            continue
        if found.paragraph.in_speech(found.start, found.end):
            continue
        is_near = found.part - earlier.part < _NEAR_PARTS
        is_plain = found.acronym in context.house.common_acronyms or not is_near
        fix = replacement_fix(
            found.paragraph.text, found.start, found.end, found.acronym, Safety.OFFERED
        ).shifted(found.offset)
        yield RuleMatch(
            found.start + found.offset,
            found.end + found.offset,
            {"acronym": found.acronym},
            (fix,),
            Severity.SUGGESTION if is_plain else None,
        )


def _check_unused(context: ReleaseContext) -> Iterator[RuleMatch]:
    """Report the long form of an explained acronym where it is needlessly used again."""
    known: dict[str, Definition] = {}
    for found in definitions(context):
        known.setdefault(found.acronym, found)
    for one in known.values():
        form = one.long_form
        if " " not in form:
            continue
        for part, paragraph in zip(context.frame.parts, context.paragraphs, strict=True):
            if part.role not in COPY or form not in part.text:
                continue
            yield from _uses(one, form, paragraph, part.paragraph.start)


def _uses(
    one: Definition, form: str, paragraph: ParagraphContext, offset: int
) -> Iterator[RuleMatch]:
    at = paragraph.text.find(form, paragraph.copy.start, paragraph.copy.end)
    while at >= 0:
        end = at + len(form)
        is_later = at + offset > one.end + one.offset
        behind = paragraph.text[end : end + 2]
        is_whole = not behind[:1].isalnum() and not paragraph.text[at - 1 : at].isalnum()
        if is_later and is_whole and behind != " (" and not paragraph.in_speech(at, end):
            fix = replacement_fix(paragraph.text, at, end, one.acronym, Safety.OFFERED).shifted(
                offset
            )
            yield RuleMatch(at + offset, end + offset, {"acronym": one.acronym}, (fix,))
        at = paragraph.text.find(form, end, paragraph.copy.end)


RULES = (
    ReleaseRule(
        code="F02",
        id="acronym-defined-twice",
        name="Singkatan dijelaskan dua kali",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="“{acronym}” sudah dijelaskan; cukup tulis {acronym}.",
        source="praktik penyuntingan",
        remark="Jauh dari penjelasan pertama, atau untuk singkatan umum, hanya saran.",
        check=_check_twice,
        bad=(
            Example(
                "Badan Pusat Statistik (BPS) mendata. Petugas Badan Pusat Statistik (BPS) datang.",
                "Badan Pusat Statistik (BPS) mendata. Petugas BPS datang.",
            ),
            Example(
                "\nRapat organisasi perangkat daerah (OPD) usai.\nPara kepala organisasi perangkat"
                " daerah (OPD) pulang.",
                "\nRapat organisasi perangkat daerah (OPD) usai.\nPara kepala OPD pulang.",
            ),
            Example(
                "\nKementerian Sosial (Kemensos) hadir.\nKementerian Sosial (Kemensos) pergi.",
                "\nKementerian Sosial (Kemensos) hadir.\nKemensos pergi.",
            ),
            Example(
                "Usaha mikro, kecil, dan menengah (UMKM) naik. Pelaku usaha mikro, kecil, dan"
                " menengah (UMKM) senang.",
                "Usaha mikro, kecil, dan menengah (UMKM) naik. Pelaku UMKM senang.",
            ),
        ),
        good=(
            "Badan Pusat Statistik (BPS) mendata. Petugas BPS datang.",
            "Dinas Pemberdayaan Masyarakat dan Desa (PMD) dan Badan Pusat Statistik (BPS) hadir.",
            "\nBadan Pusat Statistik (BPS) hadir.\n"
            '"Kami dari Badan Pusat Statistik (BPS) siap membantu," katanya.',
            "Rapat Badan Pusat Statistik (BPS)\nPetugas Badan Pusat Statistik (BPS) datang.",
            "Bank Pasar Sejahtera (BPS) berbeda dari Badan Pusat Statistik (BPS).",
            "Ani (AN) dan Ani (AN) hadir.",
        ),
    ),
    ReleaseRule(
        code="F03",
        id="acronym-not-used-after",
        name="Singkatan tidak dipakai",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        is_on=False,
        why="“{acronym}” sudah disingkat; pakai singkatannya.",
        source="praktik penyuntingan",
        remark=(
            "Dikirim mati: mengulang bentuk panjang kadang disengaja. Singkatan yang tidak pernah"
            " dipakai lagi tidak dipersoalkan."
        ),
        check=_check_unused,
        bad=(
            Example(
                "Badan Pusat Statistik (BPS) mendata. Petugas Badan Pusat Statistik datang.",
                "Badan Pusat Statistik (BPS) mendata. Petugas BPS datang.",
            ),
        ),
        good=(
            "Badan Pusat Statistik (BPS) mendata.",
            "Badan Pusat Statistik (BPS) dan Badan Pusat Statistik (BPS) mendata.",
            "Badan Pusat Statistik mendata, lalu Badan Pusat Statistik (BPS) hadir.",
        ),
    ),
)
