"""Compares two texts paragraph by paragraph and counts the changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bnews_desk.comparison.paragraph_alignment import AlignedGroup, align_paragraphs
from bnews_desk.comparison.word_runs import (
    DELETED,
    EQUAL,
    INSERTED,
    WordRun,
    merged_runs,
    word_runs,
)
from bnews_desk.text import Span, paragraphs

_WORD = re.compile(r"[^\W_]+(?:[-'’.,:/][^\W_]+)*")


class ComparedGroup(NamedTuple):
    """Corresponding paragraphs, by number, with the runs of their words.

    One range is empty for a paragraph that was left out or added.
    """

    old: range
    new: range
    runs: tuple[WordRun, ...]


class Comparison(NamedTuple):
    """The differences between an old and a new text.

    Spans count code points in each text *with one line break appended*, so that every paragraph has
    its end: the equal and deleted runs together make up the old text, the equal and inserted ones
    the new. ``moved`` maps the old to the new number of each moved paragraph; its words count
    neither as deleted nor as inserted.
    """

    old: str
    new: str
    groups: tuple[ComparedGroup, ...]
    moved: Mapping[int, int]

    @property
    def runs(self) -> Iterator[WordRun]:
        """All runs, in order."""
        return (run for group in self.groups for run in group.runs)

    @property
    def words_deleted(self) -> int:
        """The number of words deleted."""
        return self._words(DELETED, self.old, frozenset(self.moved))

    @property
    def words_inserted(self) -> int:
        """The number of words inserted."""
        return self._words(INSERTED, self.new, frozenset(self.moved.values()))

    @property
    def unused(self) -> tuple[int, ...]:
        """The numbers of the old paragraphs of which the new text uses nothing."""
        lone = (p.old.start for p in self.groups if not p.new)
        lines = self.old.split("\n")
        return tuple(n for n in lone if n not in self.moved and lines[n].strip())

    @property
    def added(self) -> tuple[int, ...]:
        """The numbers of the new paragraphs that use nothing of the old text."""
        come, lines = frozenset(self.moved.values()), self.new.split("\n")
        lone = (p.new.start for p in self.groups if not p.old)
        return tuple(n for n in lone if n not in come and lines[n].strip())

    def _words(self, kind: str, text: str, moved: frozenset[int]) -> int:
        is_old = kind == DELETED
        count = 0
        for group in self.groups:
            here = group.old if is_old else group.new
            if here.start not in moved:
                for run in group.runs:
                    if run.kind == kind:
                        count += len(_WORD.findall(text, *(run.old if is_old else run.new)))
        return count


def compare(old: str, new: str) -> Comparison:
    """Compare two texts in the form defined in ``text``.

    Takes some milliseconds for a release; texts far longer than a release are compared in larger
    pieces, so that the time grows linearly.
    """
    old_lines, new_lines = list(paragraphs(old)), list(paragraphs(new))
    alignment = align_paragraphs([p.text for p in old_lines], [p.text for p in new_lines])
    old_starts = [*(p.start for p in old_lines), len(old) + 1]
    new_starts = [*(p.start for p in new_lines), len(new) + 1]
    before, after = old + "\n", new + "\n"
    groups = tuple(
        ComparedGroup(group.old, group.new, _runs(before, after, group, old_starts, new_starts))
        for group in alignment.groups
    )
    return Comparison(old, new, groups, alignment.moved)


def _runs(
    old: str, new: str, group: AlignedGroup, old_starts: list[int], new_starts: list[int]
) -> tuple[WordRun, ...]:
    before = Span(old_starts[group.old.start], old_starts[group.old.stop])
    after = Span(new_starts[group.new.start], new_starts[group.new.stop])
    left, right = before.within(old), after.within(new)
    if left == right:
        return (WordRun(EQUAL, before, after),)
    return tuple(merged_runs(word_runs(left, right, before.start, after.start)))
