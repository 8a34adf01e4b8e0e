"""Aligns the paragraphs of two texts: equal, changed, split, merged or moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MAX_CELLS = 40_000
"""The most pairs of paragraphs compared one by one; in longer stretches only equal lines are
paired.
"""
MAX_LINES = 20_000
"""The most paragraphs of a text; in a longer one, everything between the equal ends is one
piece.
"""
_LIKE = 0.3
"""The least share of common words at which two paragraphs can be a pair."""
_MOVED = 0.6
_PART = 0.6
"""The least share of a paragraph's words that must come from, or go to, its neighbour for a split
or merge.
"""
_WORD = re.compile(r"[^\W_]+")


class AlignedGroup(NamedTuple):
    """Corresponding paragraphs, by number; either range may be empty."""

    old: range
    new: range


class ParagraphAlignment(NamedTuple):
    """Every paragraph of both texts once, in order, and the moved ones."""

    groups: tuple[AlignedGroup, ...]
    moved: dict[int, int]
    """Maps the old number of each moved paragraph to its new one."""


def align_paragraphs(old: Sequence[str], new: Sequence[str]) -> ParagraphAlignment:
    """Align the paragraphs of two texts; the headlines, first in each, are a pair."""
    if max(len(old), len(new)) > MAX_LINES:
        return ParagraphAlignment(tuple(_by_edges(old, new)), {})
    old_words, new_words = _bags(old), _bags(new)
    pairs = [(0, 0), *_pairs(old, new, old_words, new_words)]
    groups = list(_groups(pairs, len(old), len(new)))
    joined = _with_parts(groups, old_words, new_words)
    return ParagraphAlignment(tuple(joined), _moved(joined, old_words, new_words))


def _bags(lines: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(_WORD.findall(line.casefold())) for line in lines]


def _by_edges(old: Sequence[str], new: Sequence[str]) -> Iterator[AlignedGroup]:
    """Equal paragraphs at both ends as pairs, and everything between as one group."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    for n in range(head):
        yield AlignedGroup(range(n, n + 1), range(n, n + 1))
    if head < len(old) - tail or head < len(new) - tail:
        yield AlignedGroup(range(head, len(old) - tail), range(head, len(new) - tail))
    for n in range(tail, 0, -1):
        o, w = len(old) - n, len(new) - n
        yield AlignedGroup(range(o, o + 1), range(w, w + 1))


def _pairs(
    old: Sequence[str],
    new: Sequence[str],
    old_words: Sequence[frozenset[str]],
    new_words: Sequence[frozenset[str]],
) -> Iterator[tuple[int, int]]:
    """Pairs of body paragraphs, in order, with the most common words in total.

    If there are too many paragraphs, equal ones are paired first, then similar ones between them.
    """
    head, tail = _equal_edges(old, new)
    yield from ((k, k) for k in range(1, head))
    olds, news = range(head, len(old) - tail), range(head, len(new) - tail)
    if len(olds) * len(news) <= MAX_CELLS:
        yield from _alike(olds, news, old_words, new_words)
    else:
        matcher = SequenceMatcher(
            None, old[olds.start : olds.stop], new[news.start : news.stop], autojunk=False
        )
        o, n = head, head
        for a, b, size in matcher.get_matching_blocks():
            at, to = range(o, head + a), range(n, head + b)
            yield from _alike(at, to, old_words, new_words)
            o, n = head + a + size, head + b + size
            yield from zip(range(at.stop, o), range(to.stop, n), strict=True)
    yield from ((len(old) - k, len(new) - k) for k in range(tail, 0, -1))


def _equal_edges(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """The numbers of equal paragraphs at the beginning, the headline included, and at the end."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(1, shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    return head, tail


def _alike(
    old: range, new: range, old_words: Sequence[frozenset[str]], new_words: Sequence[frozenset[str]]
) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, with the most common words in total."""
    if not old or not new or len(old) * len(new) > MAX_CELLS:
        return []
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    gains = [[_likeness(old_words[o], new_words[n]) for n in new] for o in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = best[i + 1][j + 1] + gains[i][j] if gains[i][j] >= _LIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if gains[i][j] >= _LIKE and best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of common words, from 0 to 1 (Dice).

    Two lines without words are just similar enough to be a pair.
    """
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else _LIKE


def _groups(pairs: Sequence[tuple[int, int]], olds: int, news: int) -> Iterator[AlignedGroup]:
    """A group for each pair and for each paragraph without one, in the copy's order."""
    o = n = 0
    for old, new in [*pairs, (olds, news)]:
        yield from (AlignedGroup(range(k, k + 1), range(n, n)) for k in range(o, old))
        yield from (AlignedGroup(range(old, old), range(k, k + 1)) for k in range(n, new))
        if old < olds:
            yield AlignedGroup(range(old, old + 1), range(new, new + 1))
        o, n = old + 1, new + 1


def _with_parts(
    groups: Sequence[AlignedGroup], old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]
) -> list[AlignedGroup]:
    """The groups, in which parts split off or merged are joined with their neighbour."""
    joined: list[AlignedGroup] = []
    for group in groups:
        before = joined[-1] if joined else None
        if before and (_is_part(before, group, old, new) or _is_part(group, before, old, new)):
            joined[-1] = _both(before, group)
        else:
            joined.append(group)
    return joined


def _both(first: AlignedGroup, second: AlignedGroup) -> AlignedGroup:
    old = range(min(first.old.start, second.old.start), max(first.old.stop, second.old.stop))
    new = range(min(first.new.start, second.new.start), max(first.new.stop, second.new.stop))
    return AlignedGroup(old, new)


def _is_part(
    whole: AlignedGroup,
    part: AlignedGroup,
    old: Sequence[frozenset[str]],
    new: Sequence[frozenset[str]],
) -> bool:
    """Whether most words of a single paragraph are, in the other text, in the neighbouring pair."""
    if not whole.old or not whole.new or (0 in whole.old) or (part.old and part.new):
        return False
    if part.old:
        words, others = old[part.old.start], _union(new, whole.new) - _union(old, whole.old)
    else:
        words, others = new[part.new.start], _union(old, whole.old) - _union(new, whole.new)
    telling = words - (_union(old, whole.old) & _union(new, whole.new))
    return len(telling) > 1 and len(telling & others) >= _PART * len(telling)


def _union(words: Sequence[frozenset[str]], numbers: range) -> frozenset[str]:
    return frozenset().union(*(words[n] for n in numbers))


def _moved(
    groups: Sequence[AlignedGroup], old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]
) -> dict[int, int]:
    """Paragraphs that are nearly the same elsewhere, the most similar first.

    One may have become the headline when the original has none, such as below a letterhead.
    """
    gone = [g.old.start for g in groups if not g.new and old[g.old.start]]
    come = [g.new.start for g in groups if not g.old and new[g.new.start]]
    if new[0] and not old[0]:
        come.insert(0, 0)
    if len(gone) * len(come) > MAX_CELLS:
        return {}
    scored = ((_likeness(old[o], new[n]), o, n) for o in gone for n in come)
    ranked = sorted((-score, o, n) for score, o, n in scored if score >= _MOVED)
    moved: dict[int, int] = {}
    taken: set[int] = set()
    for _, o, n in ranked:
        if o not in moved and n not in taken:
            moved[o] = n
            taken.add(n)
    return moved
