"""Nouns and units that follow a number."""

from __future__ import annotations

from functools import lru_cache

from bnews_desk.lexicon.word_lists import read_rows

_MEASURE = "satuan"


@lru_cache(maxsize=1)
def counted_nouns() -> frozenset[str]:
    """Countable nouns (``orang``, ``desa``), folded."""
    return frozenset(form for form, is_measure in _rows() if not is_measure)


@lru_cache(maxsize=1)
def measures() -> frozenset[str]:
    """Units and currencies in words or symbols (``meter``, ``km``, ``dolar``), folded."""
    return frozenset(form for form, is_measure in _rows() if is_measure)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, bool], ...]:
    return tuple((row[0], _MEASURE in row[1:]) for row in read_rows("nomina_hitung.tsv"))
