"""Errors planted in clean copy, one at a time, to see whether their rule finds them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

PUBLISHED = date(2025, 6, 18)
"""The publication date with which planted copy is judged."""


class Planted(NamedTuple):
    """Copy with one error in it, and the code points between which it lies.

    ``clean`` is that copy without the error where it is not what was handed in.
    """

    text: str
    start: int
    end: int
    clean: str | None = None


class Planter(NamedTuple):
    """How errors of one class are made.

    ``plant`` takes a clean body (paragraphs joined by line breaks) and puts one error where the
    copy has a place for it; it answers None where there is none. With ``is_of_headline`` it takes
    a headline instead.
    """

    rule: str
    plant: Callable[[str, Random], Planted | None]
    is_of_headline: bool = False
