"""Whether the parts of a total add up to it, as far as rounding allows a judgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bnews_desk.rules.facts.amounts import Amount, format_number, is_same

GROUPS = frozenset(
    "tim kelas kelompok regu rombongan kloter paket set kapal rumah unit keluarga kontingen gedung"
    " lantai bus mobil truk armada stan blok kamar sesi babak kategori jenis macam bidang tahap hal"
    " pasang bab kali".split()
)
"""Groups whose parts are counted within each group."""
_SMALLEST, _LARGEST = 0.6, 1.6
"""Where the ratio of sum to total is outside these, the parts belong to something else."""


def makes_total(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the parts add up to the total at the precision in which they are written.

    Whole numbers of one unit and scale are exact, including *Rp6 miliar*.
    """
    added = sum(part.value for part in parts)
    rounding = sum(part.step for part in parts) + total.step
    is_exact = all(one.step * 2 == one.size == total.size for one in (total, *parts))
    tolerance = total.step if is_exact else rounding
    return abs(added - total.value) < tolerance or is_same(total, total._replace(value=added))


def wrong_sum(total: Amount, parts: Sequence[Amount]) -> Mapping[str, str] | None:
    """The values of a message where the parts do not add up to the total; None where they may.

    ``parts``, ``sum`` and ``total`` are in the unit of the total.
    """
    added = sum(part.value for part in parts)
    if makes_total(total, parts):
        return None
    if not _SMALLEST * total.value <= added <= _LARGEST * total.value:
        return None
    if any(part.value >= total.value for part in parts):
        return None
    return {
        "parts": " + ".join(format_number(part.value / total.size) for part in parts),
        "sum": format_number(added / total.size),
        "total": format_number(total.value / total.size),
    }
