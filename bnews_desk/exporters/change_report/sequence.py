"""A comparison as paragraphs of one document in which both texts stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bnews_desk.comparison import Comparison
from bnews_desk.comparison.wording import DELETED, EQUAL
from bnews_desk.text import Span


class Stretch(NamedTuple):
    """Text of one line that stayed, went or came, with its place in the text it is taken from.

    What stayed and what came counts in the copy, what went in the original.
    """

    kind: str
    place: Span
    text: str


class TrackedLine(NamedTuple):
    """One paragraph; ``end`` says whether its break stayed, went or came.

    Where breaks that went are taken out, and those that came are let be, the paragraphs are the
    copy's; the other way round they are the original's. The last line's break always stays.
    """

    stretches: tuple[Stretch, ...]
    end: str


def tracked_lines(comparison: Comparison) -> Iterator[TrackedLine]:
    """The paragraphs of both texts in one order."""
    line: list[Stretch] = []
    for stretch in _closed(list(_stretches(comparison))):
        if stretch.text == "\n":
            yield TrackedLine(tuple(line), stretch.kind)
            line = []
        else:
            line.append(stretch)
    yield TrackedLine(tuple(line), EQUAL)


def _stretches(comparison: Comparison) -> Iterator[Stretch]:
    """All runs, cut at line breaks, each of which is a stretch of its own."""
    old, new = comparison.old + "\n", comparison.new + "\n"
    for run in comparison.runs:
        place, text = (run.old, old) if run.kind == DELETED else (run.new, new)
        at = place.start
        for piece in _cut(place.within(text)):
            yield Stretch(run.kind, Span(at, at + len(piece)), piece)
            at += len(piece)


def _cut(text: str) -> Iterable[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "\n"
        if line:
            yield line


def _closed(stretches: list[Stretch]) -> list[Stretch]:
    """The stretches without the break that the comparison put behind either text's last line.

    Where one break ends both it goes. Otherwise the one that came or went alone goes, and what
    ended the other text is inside the one that is longer: there it came, or went.
    """
    breaks = [n for n, one in enumerate(stretches) if one.text == "\n"]
    last = breaks[-1]
    kind = stretches[last].kind
    if kind != EQUAL:
        other = max(n for n in breaks if stretches[n].kind != kind)
        if stretches[other].kind == EQUAL:
            stretches[other] = stretches[other]._replace(kind=kind)
        else:
            del stretches[last]
            last = other
    del stretches[last]
    return stretches
