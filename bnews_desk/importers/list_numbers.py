"""Formats the numbers of a list: decimal, letters, Roman (ECMA-376-1, 17.9.17)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_ROMAN = 4999
_MAX_LETTERS = 26 * 30


def format_list_number(count: int, form: str) -> str:
    """``count`` in a number format; unknown formats and counts outside a format's range are
    decimal.
    """
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "ordinal":
        return f"{count}."
    if form in {"upperLetter", "lowerLetter"} and 0 < count <= _MAX_LETTERS:
        return _cased(_letters(count), form)
    if form in {"upperRoman", "lowerRoman"} and 0 < count <= _MAX_ROMAN:
        return _cased(_roman(count), form)
    return str(count)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _letters(count: int) -> str:
    """a … z, then aa … zz, as in Word."""
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(count: int) -> str:
    pieces = []
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        pieces.append(letters * times)
    return "".join(pieces)
