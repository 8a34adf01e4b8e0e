"""The difference between two releases, as edits of whole lines."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.release import Edit, Mark, Release


def difference(before: Release, after: Release) -> list[Edit]:
    """Edits that make ``after``'s text and marks from ``before``'s, changed lines only."""
    from difflib import SequenceMatcher

    old, new = before.text.split("\n"), after.text.split("\n")
    edits: list[Edit] = []
    starts_old, starts_new = _starts(old), _starts(new)
    matcher = SequenceMatcher(
        None, _keyed(before, starts_old, old), _keyed(after, starts_new, new), autojunk=False
    )
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            edits.append(_line_edit(before, after, (i1, i2, starts_old), (j1, j2, starts_new)))
    return edits


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _keyed(
    release: Release, starts: Sequence[int], lines: Sequence[str]
) -> list[tuple[str, tuple[Mark, ...]]]:
    return [
        (line, release.marks_within(starts[i], starts[i] + len(line)))
        for i, line in enumerate(lines)
    ]


def _line_edit(
    before: Release,
    after: Release,
    old: tuple[int, int, Sequence[int]],
    new: tuple[int, int, Sequence[int]],
) -> Edit:
    """The edit for a run of lines; the line break before it goes or comes along where needed."""
    start, end = old[2][old[0]], old[2][old[1]]
    new_start, new_end = new[2][new[0]], new[2][new[1]]
    if end <= len(before.text) and new_end <= len(after.text):
        pass
    else:
        shift = 1 if start and new_start else 0
        start, new_start = start - shift, new_start - shift
        end, new_end = min(end - 1, len(before.text)), min(new_end - 1, len(after.text))
    return Edit(
        start,
        end,
        before.text[start:end],
        after.text[new_start:new_end],
        after.marks_within(new_start, new_end),
    )
