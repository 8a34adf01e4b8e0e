"""Facts of a copy that differ from its original or are not in it (F50 to F55)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.facts.checked_facts import FactReview, review_facts, unchecked
from bnews_desk.rules.facts.fact_changes import (
    DATE,
    FIGURE,
    NAME,
    QUOTE,
    STATEMENT,
    FactChange,
    FactComparison,
    compare_facts,
)
from bnews_desk.rules.facts.source_text import SourceText
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

RESTORE = "Kembalikan aslinya"
"""Label of the fix that restores the words of the source."""
_SPELLING = "spelling"
_KIND_NAMES = {
    QUOTE: "Kutipan", FIGURE: "Angka", NAME: "Nama", DATE: "Tanggal", STATEMENT: "Pernyataan",
}  # fmt: skip


def original_comparison(context: ReleaseContext) -> FactComparison:
    """Compare a copy with its original and further sources; without any, nothing has changed."""
    return context.cached(_with_original)


def reviewed_facts(context: ReleaseContext, is_on: Callable[[str], bool]) -> FactReview | None:
    """The facts in which a copy differs from its original and further sources; None without any."""
    if context.original is None:
        return None
    sources = [release.text for release in (context.original, *context.further_sources)]
    comparison = original_comparison(context)
    return review_facts(comparison, context.release, sources, is_on, context.house.ignores)


def _with_original(context: ReleaseContext) -> FactComparison:
    if context.original is None or context.read_source is None:
        return FactComparison()
    sources = (context.original, *context.further_sources)
    source = context.read_source(tuple(release.text for release in sources))
    return compare_facts(context, source.cached(SourceText))


def _changes_of(kind: str, context: ReleaseContext) -> Iterator[RuleMatch]:
    """The matches of the rule for one kind of fact; a spelling corrected in quotations is reported
    once."""
    is_spelling_told = False
    for change in unchecked(original_comparison(context).changes, context.release):
        if change.kind != kind or change.is_addition:
            continue
        if change.detail == _SPELLING:
            if is_spelling_told:
                continue
            is_spelling_told = True
        yield _match(change)


def _match(change: FactChange) -> RuleMatch:
    severity = Severity.SUGGESTION if change.detail == _SPELLING else None
    values = {"then": change.then, "now": change.now}
    return RuleMatch(change.start, change.end, values, _fixes(change), severity, change.detail)


def _fixes(change: FactChange) -> tuple[Fix, ...]:
    return (Fix(Safety.OFFERED, RESTORE, (change.edit,)),) if change.edit else ()


def _added(context: ReleaseContext) -> Iterable[RuleMatch]:
    for change in unchecked(original_comparison(context).changes, context.release):
        if change.is_addition:
            values = {"now": change.now, "kind": _KIND_NAMES[change.kind]}
            yield RuleMatch(change.start, change.end, values)


_SOURCE = "Kode Etik Jurnalistik Pasal 1 dan 3; praktik penyuntingan"

RULES = (
    ReleaseRule(
        code="F50",
        id="original-quote-altered",
        name="Kutipan berubah",
        severity=Severity.ERROR,
        safety=Safety.OFFERED,
        why="Kutipan ini berbeda dari rilis asli, yang menulis “{then}”.",
        other_messages={
            "speaker": "Menurut rilis asli, yang mengatakan ini {then}, bukan {now}.",
            "cut": "Kutipan ini dipotong di tengah kalimat; lengkapnya di rilis asli: “{then}”.",
            "spelling": "Ejaan di dalam kutipan dirapikan: rilis asli menulis “{then}”.",
        },
        source=_SOURCE,
        check=partial(_changes_of, QUOTE),
        bad=(
            Example(
                '"Bantuan itu belum sampai ke desa," kata Rini.',
                '"Bantuan itu sudah sampai ke desa," kata Rini.',
                original='"Bantuan itu sudah sampai ke desa," kata Rini.',
            ),
        ),
        good=('"Bantuan itu sudah sampai ke desa," kata Rini.',),
        remark="Kutipan yang dipotong di akhir kalimat dan yang menjadi kalimat tak langsung tidak"
        " ditandai.",
    ),
    ReleaseRule(
        code="F51",
        id="original-figure-altered",
        name="Angka berubah",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Rilis asli menulis “{then}”, bukan “{now}”.",
        source=_SOURCE,
        check=partial(_changes_of, FIGURE),
        bad=(
            Example(
                "Bantuan diterima 46 petani di desa itu.",
                "Bantuan diterima 64 petani di desa itu.",
                original="Bantuan diterima 64 petani di desa itu.",
            ),
        ),
        good=("Bantuan diterima 64 petani di desa itu.",),
        remark="Bentuk tulisnya tidak berpengaruh: Rp1,5 miliar dan Rp1.500.000.000 sama.",
    ),
    ReleaseRule(
        code="F52",
        id="original-name-altered",
        name="Nama berubah",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Rilis asli menulis “{then}”, bukan “{now}”.",
        source=_SOURCE,
        check=partial(_changes_of, NAME),
        bad=(
            Example(
                "Acara itu dibuka Bupati Rijanta di balai desa.",
                "Acara itu dibuka Bupati Rijanto di balai desa.",
                original="Acara itu dibuka Bupati Rijanto di balai desa.",
            ),
        ),
        good=("Acara itu dibuka Bupati Rijanto di balai desa.",),
    ),
    ReleaseRule(
        code="F53",
        id="original-date-altered",
        name="Tanggal berubah",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Rilis asli menulis “{then}”, bukan “{now}”.",
        source=_SOURCE,
        check=partial(_changes_of, DATE),
        bad=(
            Example(
                "Rapat digelar di aula pada 21 Maret 2025.",
                "Rapat digelar di aula pada 20 Maret 2025.",
                original="Rapat digelar di aula pada 20 Maret 2025.",
            ),
        ),
        good=("Rapat digelar di aula pada 20 Maret 2025.",),
    ),
    ReleaseRule(
        code="F54",
        id="original-statement-altered",
        name="Pernyataan berbalik",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Rilis asli menulis “{then}”, bukan “{now}”; artinya menjadi lain.",
        source=_SOURCE,
        check=partial(_changes_of, STATEMENT),
        bad=(
            Example(
                "Jembatan di desa itu dapat dilalui truk besar.",
                "Jembatan di desa itu tidak dapat dilalui truk besar.",
                original="Jembatan di desa itu tidak dapat dilalui truk besar.",
            ),
        ),
        good=("Jembatan di desa itu tidak dapat dilalui truk besar.",),
    ),
    ReleaseRule(
        code="F55",
        id="original-fact-added",
        name="Tidak ada di rilis asli",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="{kind} ini tidak ada di rilis asli: “{now}”; pastikan sumbernya.",
        source=_SOURCE,
        check=_added,
        bad=(
            Example(
                "Bantuan diterima petani di desa itu. Hadir pula 75 pedagang.",
                original="Bantuan diterima petani di desa itu.",
            ),
        ),
        good=("Bantuan diterima petani di desa itu.",),
    ),
)
