"""Findings whose positions follow edits of the text, computed when read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from bnews_desk.finding import Finding


class TrackedFindings(Sequence[Finding]):
    """Findings in text order, not overlapping, moved along with edits of the text.

    A key moves all findings behind it, hundreds in a long release: each is created when it is first
    read, and remains the same object. ``gone`` are those that the last edit touched.
    """

    __slots__ = ("_base", "_made", "_offsets", "gone")

    def __init__(
        self, base: Sequence[Finding], offsets: Sequence[int], gone: Sequence[Finding] = ()
    ) -> None:
        self.gone = gone
        self._base = base
        self._offsets = offsets
        self._made: dict[int, Finding] = {}

    def after(self, start: int, removed: int, added: int) -> TrackedFindings:
        """The findings after ``removed`` code points at ``start`` were replaced by ``added``.

        Those that the change touches are dropped: they may no longer be true.
        """
        base, offsets, every = self._base, self._offsets, range(len(self._base))
        first = bisect_left(every, start, key=lambda i: base[i].end + offsets[i])
        stop = bisect_right(every, start + removed, key=lambda i: base[i].start + offsets[i])
        stop = max(first, stop)
        delta = added - removed
        kept = base if first == stop else (*base[:first], *base[stop:])
        behind = [offset + delta for offset in offsets[stop:]]
        return TrackedFindings(kept, [*offsets[:first], *behind], base[first:stop])

    def __len__(self) -> int:
        return len(self._base)

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...

    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        """A finding, or several, at the present positions."""
        if isinstance(index, slice):
            return tuple([self._at(i) for i in range(*index.indices(len(self._base)))])
        return self._at(range(len(self._base))[index])

    def __iter__(self) -> Iterator[Finding]:
        return map(self._at, range(len(self._base)))

    def _at(self, index: int) -> Finding:
        offset = self._offsets[index]
        if not offset:
            return self._base[index]
        if index not in self._made:
            self._made[index] = self._base[index].shifted(offset)
        return self._made[index]


def moved(findings: Sequence[Finding], start: int, removed: int, added: int) -> TrackedFindings:
    """``findings`` (in text order, not overlapping) after a change of their text; see ``after``."""
    if not isinstance(findings, TrackedFindings):
        findings = TrackedFindings(findings, [0] * len(findings))
    return findings.after(start, removed, added)
