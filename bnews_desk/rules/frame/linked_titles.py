"""A32–A34: linked titles that differ from the archive's. Silent without an archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bnews_desk.earlier_headlines import EarlierHeadline
from bnews_desk.finding import Fix, Safety, Severity
from bnews_desk.rules.context import ReleaseContext
from bnews_desk.rules.frame.frame_edits import replace_text, span_within
from bnews_desk.rules.rule import Example, ReleaseRule, Rule, RuleMatch
from bnews_desk.text import Span, fold

if TYPE_CHECKING:
    from bnews_desk.earlier_headlines import TitleLookup


def _looked_up(context: ReleaseContext) -> Iterator[tuple[Span, TitleLookup]]:
    """Every linked title with what the archive knows of it, in order."""
    if context.archive is None:
        return
    for part in context.related:
        line = part.related
        if line is not None and not line.is_empty:
            known = context.archive.look_up(line.title)
            if known is not None:
                yield span_within(part, line.title_span), known


def _altered(context: ReleaseContext) -> Iterator[RuleMatch]:
    own = fold(context.release.headline)
    for (start, end), known in _looked_up(context):
        near = known.near
        if known.exact or near is None or fold(near.headline) == own:
            continue
        edit = replace_text(context, start, end, near.headline)
        fix = Fix(Safety.OFFERED, f"Tulis “{near.headline}”", (edit,))
        yield RuleMatch(start, end, {"headline": near.headline}, (fix,))


def _unknown(context: ReleaseContext) -> Iterator[RuleMatch]:
    for (start, end), known in _looked_up(context):
        if known.knows_enough and not known.exact and known.near is None:
            yield RuleMatch(start, end)


def _dated_after(context: ReleaseContext) -> Iterator[RuleMatch]:
    today = context.publication_date
    if today is None:
        return
    for (start, end), known in _looked_up(context):
        days = [one.day for one in known.exact]
        first = min((day for day in days if day is not None), default=None)
        if first is not None and None not in days and first > today:
            values = {"linked": _written(first), "own": _written(today)}
            yield RuleMatch(start, end, values)


def _written(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


_WITH = "\nBLITAR | B-news.id - Pasar dibuka.\nBaca juga: {}\nPasar itu ramai.\nWarga senang."
_EARLIER = (
    EarlierHeadline("Pasar Wlingi Dibuka Lagi setelah Direnovasi", date(2024, 11, 12)),
    EarlierHeadline("Sedekah Bumi Plandirejo: Doa yang Menyatu dengan Tanah", date(2024, 10, 3)),
    EarlierHeadline("Harga Cabai di Pasar Garum Naik 20 Persen", date(2024, 9, 9)),
)

RULES: tuple[Rule, ...] = (
    ReleaseRule(
        code="A32",
        id="related-title-altered",
        name="Judul tautan berubah",
        severity=Severity.WARNING,
        safety=Safety.OFFERED,
        why="Judul tautan ini tidak sama dengan judul beritanya di arsip: “{headline}”.",
        source="Praktik redaksi",
        check=_altered,
        earlier=_EARLIER,
        bad=tuple(
            Example(_WITH.format(wrong), _WITH.format(right))
            for wrong, right in (
                (
                    "Pasar Wlingi Dibuka Lagi Setelah Direnovasi",
                    "Pasar Wlingi Dibuka Lagi setelah Direnovasi",
                ),
                (
                    "Pasar Wlinggi Dibuka Lagi setelah Renovasi",
                    "Pasar Wlingi Dibuka Lagi setelah Direnovasi",
                ),
                (
                    "Sedekah Bumi Plandirejo: Doa Menyatu dengan Tanah",
                    "Sedekah Bumi Plandirejo: Doa yang Menyatu dengan Tanah",
                ),
                (
                    "Pasar Wlingi Dibuka Lagi",
                    "Pasar Wlingi Dibuka Lagi setelah Direnovasi",
                ),
            )
        ),
        good=(
            _WITH.format("Pasar Wlingi Dibuka Lagi setelah Direnovasi"),
            _WITH.format("Pasar Wlingi Ditutup Lagi setelah Direnovasi"),
            _WITH.format("Harga Cabai di Pasar Garum Naik 30 Persen"),
            _WITH.format("Harga Cabai di Pasar Garum Turun 20 Persen"),
        ),
    ),
    ReleaseRule(
        code="A33",
        id="related-title-unknown",
        name="Judul tautan tidak dikenal",
        severity=Severity.SUGGESTION,
        safety=Safety.NONE,
        why="Judul tautan ini tidak ada di arsip; pastikan beritanya memang pernah terbit.",
        source="Praktik redaksi",
        remark="Diam sampai arsip memuat cukup banyak judul.",
        check=_unknown,
        earlier=_EARLIER,
        bad=(Example(_WITH.format("Jembatan Kali Brantas Diperbaiki")),),
        good=(
            _WITH.format("Sedekah Bumi Plandirejo: Doa yang Menyatu dengan Tanah"),
            _WITH.format("Sedekah Bumi Plandirejo: Doa Menyatu dengan Tanah"),
        ),
    ),
    ReleaseRule(
        code="A34",
        id="related-dated-after",
        name="Tautan lebih baru",
        severity=Severity.WARNING,
        safety=Safety.NONE,
        why="Berita yang ditautkan bertanggal {linked}, sesudah tanggal terbit berita ini ({own}).",
        source="Praktik redaksi",
        check=_dated_after,
        earlier=_EARLIER,
        bad=(
            Example(
                _WITH.format("Pasar Wlingi Dibuka Lagi setelah Direnovasi"),
                publication_date=date(2024, 11, 11),
            ),
        ),
        good=(_WITH.format("Pasar Wlingi Dibuka Lagi setelah Direnovasi"),),
    ),
)
