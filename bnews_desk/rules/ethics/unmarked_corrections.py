"""Facts of a published article that are changed without a note that says so (G14)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, FramePart, Role
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch
from bnews_desk.text import fold, paragraphs, quotations

_NOTE = Pattern(
    r"(?i)(?<![\w-])(?:ralat|koreksi|perbaikan|pembetulan|pemutakhiran|diperbarui|dikoreksi"
    r"|diralat)(?![\w-])[^\n]{0,120}?\d{1,2}(?:/\d{1,2}/|-\d{1,2}-| [A-Z][a-z]{2,9} )\d{4}"
)
"""A note of correction bears its day."""
_NUMBER = Pattern(
    r"(?<![\w.,/-])(?:Rp ?)?\d++(?>(?:[.,/:]\d++)*)(?: (?:ribu|juta|miliar|triliun))?"
)
_NAME = Pattern(r"(?<![\w.-])[A-Z][a-z’']{2,24}(?: [A-Z][a-z’']{1,24}){1,4}(?![\w-])")
_OPENERS = frozenset(
    "Menurut Kata Ujar Tutur Namun Sementara Bersama Selain Adapun Bahkan Dalam Pada Untuk Oleh"
    " Saat Ketika Setelah Sebelum Kini Senin Selasa Rabu Kamis Jumat Sabtu Minggu Hari Di Ke"
    " Dari Para Warga Acara Kegiatan Menanggapi Bagi Sejak Hingga Meski Karena Jika".split()
)
"""Words with the capital of a sentence's start before a name."""
_LONGEST_SHOWN = 60
"""Code points of a fact that a message shows."""


class PublishedFact(NamedTuple):
    """A number, a name or what somebody says, and where it stands in the text."""

    shown: str
    start: int
    end: int


def _numbers(text: str, start: int, end: int) -> Iterator[PublishedFact]:
    for m in _NUMBER.finditer(text, start, end):
        yield PublishedFact(m.group(), *m.span())


def _names(text: str, start: int, end: int) -> Iterator[PublishedFact]:
    for m in _NAME.finditer(text, start, end):
        first, _, rest = m.group().partition(" ")
        if first not in _OPENERS:
            yield PublishedFact(m.group(), *m.span())
        elif " " in rest:
            yield PublishedFact(rest, m.end() - len(rest), m.end())


def _speech(text: str, start: int, end: int) -> Iterator[PublishedFact]:
    for quotation in quotations(text[start:end]):
        if quotation.is_speech:
            inside = quotation.interior
            said = " ".join(inside.within(text[start:end]).rstrip(" .,!?").split())
            yield PublishedFact(said, inside.start + start, inside.end + start)


_KINDS = {"angka": _numbers, "nama": _names, "kutipan": _speech}
"""What counts as a fact, by what a reader calls it."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    before = context.published
    if before is None or before.text == context.text or _NOTE.search(context.text):
        return
    for kind, facts in _KINDS.items():
        old = [
            f for line in paragraphs(before.text) for f in facts(before.text, line.start, line.end)
        ]
        new = [
            f
            for part in _copies(context)
            for f in facts(context.text, part.paragraph.start, part.paragraph.end)
        ]
        gone = _missing(old, new)
        come = _missing(new, old)
        if gone and come:
            first = come[0]
            values = {"kind": kind, "old": _short(gone[0].shown), "new": _short(first.shown)}
            yield RuleMatch(first.start, first.end, values, _fixes(context, values))
            return


def _copies(context: ReleaseContext) -> list[FramePart]:
    return [part for part in context.frame.parts if part.role in COPY or part.role is Role.HEADLINE]


def _missing(facts: list[PublishedFact], others: list[PublishedFact]) -> list[PublishedFact]:
    """Those of ``facts`` that ``others`` have nowhere, letters of either size alike."""
    known = {fold(other.shown) for other in others}
    return [fact for fact in facts if fold(fact.shown) not in known]


def _short(shown: str) -> str:
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN].rstrip()} …"


def _fixes(context: ReleaseContext, values: dict[str, str]) -> tuple[Fix, ...]:
    """A note above the last body paragraph, where the day of publication is known."""
    day, last = context.publication_date, context.frame.last_body
    if day is None or last is None or last is context.frame.lead:
        return ()
    note = (
        f"Ralat ({day.day}/{day.month}/{day.year}): sebelumnya tertulis “{values['old']}”, yang"
        f" benar “{values['new']}”."
    )
    at = last.paragraph.start
    return (Fix(Safety.OFFERED, "Tambahkan ralat", (Edit(at, at, "", f"{note}\n"),)),)


RULES = (
    ReleaseRule(
        code="G14",
        id="correction-marking",
        name="Perubahan tanpa ralat",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Berita yang sudah tayang diubah {kind}nya, dari “{old}” menjadi “{new}”; cantumkan"
        " ralat dan waktunya.",
        source="Kode Etik Jurnalistik Pasal 10; Pedoman Pemberitaan Media Siber 4",
        check=_check,
        bad=(
            Example(
                "\nPasar itu dibuka camat.\nAda 150 pedagang di sana.",
                published="\nPasar itu dibuka camat.\nAda 120 pedagang di sana.",
            ),
        ),
        good=("Ada 150 pedagang di sana.",),
        remark="Memerlukan teks yang sudah tayang; salah ketik yang dibetulkan tidak ditandai.",
    ),
)
