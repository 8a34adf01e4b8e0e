"""The topics of a release: the roots that distinguish it from other releases, with weights."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from bnews_desk.archive.search.index_tokens import roots_of
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.lexicon.news_words import shipped_news_words
from bnews_desk.text import words

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import Frame, FramePart

MOST_TOPICS = 24
"""Maximum number of topics: each is one query to the index."""
LEAST_LETTERS = 3
"""Minimum letters of a root that can be a topic."""
HEADLINE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT = 3.0, 2.0, 1.0
"""Weights of a root by the most prominent place it occurs in."""
NAME_WEIGHT = 1.5
"""Factor for names: people, places, offices."""
EVERYWHERE = 600
"""A word in more than this many of the news articles in which the list of news words was counted is
too frequent to be a topic.
"""
_LOOKED_AT = 60_000
"""Code points of a release that are read; further text has the same topics."""


class ReleaseTopic(NamedTuple):
    """A root and its weight in the release."""

    root: str
    weight: float


class _Seen:
    """What was seen of one word of a release."""

    __slots__ = ("count", "is_small", "is_tall", "weight")

    def __init__(self) -> None:
        self.count = 0
        self.weight = 0.0
        self.is_small = False
        self.is_tall = False


def topics_of(frame: Frame) -> list[ReleaseTopic]:
    """At most ``MOST_TOPICS`` roots of headline and copy, the heaviest first.

    Dateline, source tag, credit and related lines are not read; numbers and words that are in every
    tenth article are no topics.
    """
    seen: dict[str, _Seen] = {}
    for part in frame.parts:
        if part.paragraph.start > _LOOKED_AT:
            break
        if part.role in COPY or part.role is Role.HEADLINE:
            _read(part, seen)
    weights: dict[str, float] = {}
    counts = shipped_news_words().counts
    for word, one in seen.items():
        articles = counts.get(word, 0)
        is_name = one.is_tall and not one.is_small
        if articles >= EVERYWHERE and not is_name:
            continue
        weight = (one.weight + log(one.count)) * (NAME_WEIGHT if is_name else 1.0)
        weight *= log(1 + 10 * EVERYWHERE / (1 + articles))
        for root in roots_of(word):
            if len(root) >= LEAST_LETTERS and not root.isdigit():
                weights[root] = max(weights.get(root, 0.0), weight)
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_TOPICS]
    return [ReleaseTopic(*item) for item in best]


_WEIGHTS = {Role.HEADLINE: HEADLINE_WEIGHT, Role.LEAD: LEAD_WEIGHT, Role.BODY: BODY_WEIGHT}


def _read(part: FramePart, seen: dict[str, _Seen]) -> None:
    """Note the words of a paragraph; a capital counts only inside a sentence."""
    text, weight = part.text, _WEIGHTS[part.role]
    is_headline = part.role is Role.HEADLINE
    for word in words(text, part.copy.start, min(part.copy.end, _LOOKED_AT)):
        one = seen.get(word.folded)
        if one is None:
            one = seen[word.folded] = _Seen()
        one.count += 1
        one.weight = max(one.weight, weight)
        if not is_headline:
            before = _before(text, word.start)
            one.is_small = one.is_small or word.text[0].islower()
            is_inside = bool(before) and before not in ".?!:" and word.start > part.copy.start
            one.is_tall = one.is_tall or (is_inside and word.text[0].isupper())


def _before(text: str, at: int) -> str:
    """The last character before ``at`` that is no space, quotation mark or bracket, or ''."""
    while at and text[at - 1] in " \u00a0\"“‘'(":
        at -= 1
    return text[at - 1 : at] if at else ""
