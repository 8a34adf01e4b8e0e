"""Compares two texts word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from bnews_desk.text import Span

EQUAL, DELETED, INSERTED = "equal", "deleted", "inserted"
MAX_TOKENS = 20_000
"""The most words of a passage; a longer one is compared as one piece."""
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+|[.,:/]\d+)*|\n|[^\s]")
_BLANK = " \t\xa0"


class WordRun(NamedTuple):
    """A run of words that is ``equal``, ``deleted`` or ``inserted``.

    ``old`` and ``new`` are its spans in both texts; for deleted words ``new`` is the empty span at
    their place, for inserted words ``old`` is.
    """

    kind: str
    old: Span
    new: Span


def word_runs(old: str, new: str, old_at: int = 0, new_at: int = 0) -> Iterator[WordRun]:
    """The runs that turn ``old`` into ``new``, in order, counted from ``old_at`` and ``new_at``.

    Equal runs are the same code point for code point. Words are never split; a punctuation mark is
    a word of its own, and white space belongs to the words beside it if possible.
    """
    spans, others = _spans(old), _spans(new)
    o = n = 0
    for i, j, size in [*_blocks(old, new, spans, others), (len(spans), len(others), 0)]:
        for k in range(size + (i == len(spans))):
            at_old = spans[i + k] if i + k < len(spans) else Span(len(old), len(old))
            at_new = others[j + k] if j + k < len(others) else Span(len(new), len(new))
            yield from _gap(old, new, Span(o, at_old.start), Span(n, at_new.start), old_at, new_at)
            if at_old.end > at_old.start:
                yield _run(EQUAL, at_old, at_new, old_at, new_at)
            o, n = at_old.end, at_new.end


def merged_runs(pieces: Iterator[WordRun]) -> Iterator[WordRun]:
    """Join adjacent runs of one kind; within a change, deletions come before insertions."""
    waiting: list[WordRun] = []
    for piece in pieces:
        if piece.kind == EQUAL and (not waiting or waiting[-1].kind != EQUAL):
            yield from _change(waiting)
            waiting = [piece]
        elif piece.kind != EQUAL and waiting and waiting[-1].kind == EQUAL:
            yield _joined(waiting)
            waiting = [piece]
        else:
            waiting.append(piece)
    yield from [_joined(waiting)] if waiting and waiting[-1].kind == EQUAL else _change(waiting)


def _joined(pieces: Sequence[WordRun]) -> WordRun:
    first, last = pieces[0], pieces[-1]
    old, new = Span(first.old.start, last.old.end), Span(first.new.start, last.new.end)
    return WordRun(first.kind, old, new)


def _change(pieces: Sequence[WordRun]) -> Iterator[WordRun]:
    if not pieces:
        return
    old, new = _joined(pieces)[1:]
    if old.end > old.start:
        yield WordRun(DELETED, old, Span(new.start, new.start))
    if new.end > new.start:
        yield WordRun(INSERTED, Span(old.end, old.end), new)


def _spans(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def _blocks(
    old: str, new: str, spans: Sequence[Span], others: Sequence[Span]
) -> list[tuple[int, int, int]]:
    """The matching blocks of words (old index, new index, length), without chance matches."""
    if max(len(spans), len(others)) > MAX_TOKENS:
        return _equal_ends(old, new, spans, others)
    words = [span.within(old) for span in spans]
    blocks = SequenceMatcher(
        None, words, [span.within(new) for span in others], autojunk=False
    ).get_matching_blocks()[:-1]
    kept = [tuple(block) for n, block in enumerate(blocks) if not _is_chance(words, blocks, n)]
    return kept  # type: ignore[return-value]


def _equal_ends(
    old: str, new: str, spans: Sequence[Span], others: Sequence[Span]
) -> list[tuple[int, int, int]]:
    shorter = min(len(spans), len(others))
    same = [spans[k].within(old) == others[k].within(new) for k in range(shorter)]
    head = same.index(False) if False in same else shorter
    return [(0, 0, head)] if head else []


def _is_chance(words: Sequence[str], blocks: Sequence[tuple[int, int, int]], number: int) -> bool:
    """Whether a match is one short word between changes that have nothing else in common."""
    i, j, size = blocks[number]
    if size > 1 or len(words[i]) > 4 or words[i] == "\n":
        return False
    before = blocks[number - 1] if number else (0, 0, 0)
    if number + 1 == len(blocks):
        return False
    after = blocks[number + 1]
    gone = i - (before[0] + before[2]), after[0] - (i + 1)
    come = j - (before[1] + before[2]), after[1] - (j + 1)
    return min(*gone, *come) > 1


def _run(kind: str, old: Span, new: Span, old_at: int, new_at: int) -> WordRun:
    return WordRun(
        kind,
        Span(old.start + old_at, old.end + old_at),
        Span(new.start + new_at, new.end + new_at),
    )


def _gap(old: str, new: str, gone: Span, come: Span, old_at: int, new_at: int) -> Iterator[WordRun]:
    """The runs between two equal words: white space, deleted and inserted words."""
    left, right = gone.within(old), come.within(new)
    head = _shared_blanks(left, right)
    tail = _shared_blanks(left[head:][::-1], right[head:][::-1])
    first = Span(gone.start, gone.start + head), Span(come.start, come.start + head)
    middle = Span(first[0].end, gone.end - tail), Span(first[1].end, come.end - tail)
    if head:
        yield _run(EQUAL, *first, old_at, new_at)
    if middle[0].end > middle[0].start:
        at = middle[1].start
        yield _run(DELETED, middle[0], Span(at, at), old_at, new_at)
    if middle[1].end > middle[1].start:
        at = middle[0].end
        yield _run(INSERTED, Span(at, at), middle[1], old_at, new_at)
    if tail:
        yield _run(
            EQUAL, Span(middle[0].end, gone.end), Span(middle[1].end, come.end), old_at, new_at
        )


def _shared_blanks(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or a not in _BLANK:
            break
        count += 1
    return count
