"""Facts of a published article that were changed without a note (G14)."""

from __future__ import annotations

from collections.abc import Iterator

from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.patterns import Pattern
from bnews_desk.release import Edit
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.facts.fact_changes import (
    DATE,
    FIGURE,
    NAME,
    QUOTE,
    STATEMENT,
    compare_facts,
)
from bnews_desk.rules.facts.source_text import SourceText
from bnews_desk.rules.rule import Example, ReleaseRule, RuleMatch

_NOTE = Pattern(
    r"(?i)(?<![\w-])(?:ralat|koreksi|perbaikan|pembetulan|pemutakhiran|diperbarui|dikoreksi"
    r"|diralat)(?![\w-])[^\n]{0,120}?\d{1,2}(?:/\d{1,2}/|-\d{1,2}-| [A-Z][a-z]{2,9} )\d{4}"
)
"""A note of correction, which has its date."""
_KINDS = {
    QUOTE: "kutipan", FIGURE: "angka", NAME: "nama", DATE: "tanggal", STATEMENT: "pernyataan",
}  # fmt: skip
"""The names of the kinds of facts in messages."""
_LONGEST_SHOWN = 60
"""Greatest length of a fact in a message, in code points."""


def _check(context: ReleaseContext) -> Iterator[RuleMatch]:
    before = context.published
    if before is None or before.text == context.text or _NOTE.search(context.text):
        return
    if context.read_source is None:
        return
    published = context.read_source((before.text,)).cached(SourceText)
    told: set[tuple[str, str]] = set()
    for change in compare_facts(context, published).changes:
        old, new = _short(change.then), _short(change.now)
        if change.is_addition or change.detail == "spelling" or (old, new) in told:
            continue  # one note covers all places that say the same
        told.add((old, new))
        values = {"kind": _KINDS[change.kind], "old": old, "new": new}
        yield RuleMatch(change.start, change.end, values, _fixes(context, values))


def _short(shown: str) -> str:
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN].rstrip()} …"


def _fixes(context: ReleaseContext, values: dict[str, str]) -> tuple[Fix, ...]:
    """A fix that adds a note above the last body paragraph, where the day of publication is
    known."""
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
