"""Errors planted in clean copy, one at a time, to see whether their rule finds them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple


class Planted(NamedTuple):
    """Copy with one error in it, and the code points between which it lies."""

    text: str
    start: int
    end: int


class Planter(NamedTuple):
    """How errors of one class are made.

    ``plant`` takes a clean body (paragraphs joined by line breaks) and puts one error where the
    copy has a place for it; it answers None where there is none.
    """

    rule: str
    plant: Callable[[str, Random], Planted | None]
