"""Errors planted in clean copy, one at a time, to test whether their rule finds them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

PUBLISHED = date(2025, 6, 18)
"""The publication date with which planted copy is checked."""


class Planted(NamedTuple):
    """Copy with one error, and the span of the error in code points.

    ``clean`` is the same copy without the error, where it differs from the copy that was passed in.
    """

    text: str
    start: int
    end: int
    clean: str | None = None


class Planter(NamedTuple):
    """Makes errors of one class.

    ``plant`` takes a clean body (paragraphs joined by line breaks) and returns it with one error,
    or None where there is no suitable place. With ``is_of_headline`` it takes a headline instead.
    """

    rule: str
    plant: Callable[[str, Random], Planted | None]
    is_of_headline: bool = False
