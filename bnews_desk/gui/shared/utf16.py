"""Code points and UTF-16 units: the program counts the first, Qt the second."""

from __future__ import annotations


def units(text: str) -> int:
    """How many UTF-16 units Qt needs for ``text``; a lone surrogate is one."""
    return len(text) if text.isascii() else sum(2 if char > "\uffff" else 1 for char in text)


def to_units(text: str, position: int) -> int:
    """The UTF-16 offset of a code point position in ``text``."""
    return units(text[:position])


def to_code_points(text: str, offset: int) -> int:
    """The code point position of a UTF-16 offset in ``text``; inside a pair, its start."""
    if text.isascii():
        return min(offset, len(text))
    position = 0
    for char in text:
        offset -= 2 if char > "\uffff" else 1
        if offset < 0:
            break
        position += 1
    return position
