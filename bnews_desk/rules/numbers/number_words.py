"""Converts numbers to words and back: ``dua puluh lima`` is 25."""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
"""The words for 0 to 9."""
_ONE_WORD = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_VALUES = {word: value for value, word in enumerate(DIGITS)} | _ONE_WORD
_SCALES = {"puluh": 10, "ratus": 100, "ribu": 1000, "juta": 1_000_000}
NUMBER_WORDS = frozenset(_VALUES) | frozenset(_SCALES) | {"belas"}
"""The words that make up any number below a milliard, folded."""
MOST = 9999
"""The largest number that is converted to words."""


def number_in_letters(number: int) -> str:
    """A number from 0 to ``MOST`` in words; '' for others."""
    if not 0 <= number <= MOST:
        return ""
    if number < 10:
        return DIGITS[number]
    return " ".join(_pieces(number))


def _pieces(number: int) -> list[str]:
    pieces: list[str] = []
    for scale, name in ((1000, "ribu"), (100, "ratus")):
        count, number = divmod(number, scale)
        if count:
            pieces += ["se" + name] if count == 1 else [DIGITS[count], name]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return [*pieces, *(["sepuluh"], ["sebelas"], [DIGITS[ones], "belas"])[min(ones, 2)]]
    if tens:
        pieces += [DIGITS[tens], "puluh"]
    return [*pieces, DIGITS[ones]] if ones else pieces


def number_value(words: Sequence[str]) -> int | None:
    """The value of folded ``NUMBER_WORDS``; None where they do not form a number."""
    total = group = ones = 0
    has_ones = False
    for word in words:
        if word in _ONE_WORD and word != "seribu":
            group += _ONE_WORD[word]
        elif word == "seribu":
            total += 1000
        elif word in _VALUES:
            if has_ones:
                return None
            ones, has_ones = _VALUES[word], True
            continue
        elif word == "belas":
            group += 10 + ones
        elif word in {"puluh", "ratus"}:
            group += ones * _SCALES[word]
        elif word in _SCALES:
            total += (group + ones) * _SCALES[word]
            group = 0
        else:
            return None
        if word in _SCALES or word == "belas":
            if not has_ones and word not in {"ribu", "juta"}:
                return None
            ones, has_ones = 0, False
    return total + group + ones if words else None
