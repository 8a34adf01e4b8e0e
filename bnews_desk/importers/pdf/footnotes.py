"""Moves footnotes from the foot of each page to the end of the copy."""

from __future__ import annotations

from collections.abc import Sequence

from bnews_desk.importers.pdf.page_furniture import PdfPageRows
from bnews_desk.importers.pdf.text_rows import TextRow
from bnews_desk.importers.pdf.word_boxes import PdfWord

SMALLER = 0.92
"""Maximum size of a note relative to the copy."""
_RAISED_SIZE = 0.8
"""Maximum size of a raised number relative to its line."""
_RAISED = 0.12
"""Minimum height of a raised number above its line's baseline, in ems of the line."""
_LONGEST = 3
"""Maximum digits of a note's number."""
_UNITS = frozenset("m km cm mm dm hm dam".split())


def move_notes_to_end(leaves: Sequence[PdfPageRows], usual: float) -> tuple[list[TextRow], int]:
    """All rows with those of notes at the end, and the number of notes.

    Notes are below all copy of their page; the first begins with a number that is raised somewhere
    above it, and is raised itself or in smaller type than the copy (``usual``). The numbers are
    written in brackets in both places.
    """
    copy: list[TextRow] = []
    notes: list[TextRow] = []
    count = 0
    for leaf in leaves:
        first, numbers = _first_note(leaf.rows, usual)
        count += len(numbers)
        copy += [_bracketed(row, numbers) for row in leaf.rows[:first]]
        notes += [_opened(row, numbers) for row in leaf.rows[first:]]
    return [*copy, *notes], count


def _first_note(rows: Sequence[TextRow], usual: float) -> tuple[int, frozenset[str]]:
    """The index of a page's first note row, and the note numbers cited in the copy."""
    called: set[str] = set()
    for at, row in enumerate(rows):
        first = row.words[0]
        is_label = _is_raised(first, row) or row.size < SMALLER * usual
        if at and first.text in called and is_label:
            labels = {other.words[0].text for other in rows[at:]}
            return at, frozenset(called & labels)
        called.update(row.words[place].text for place in _calls(row))
    return len(rows), frozenset()


def _is_raised(word: PdfWord, row: TextRow) -> bool:
    return (
        word.text.isdecimal()
        and len(word.text) <= _LONGEST
        and word.size < _RAISED_SIZE * row.size
        and row.base - word.base > _RAISED * row.size
    )


def _calls(row: TextRow) -> list[int]:
    """The words of a row that cite a note: raised numbers, but no powers of units of length."""
    return [
        at
        for at, word in enumerate(row.words)
        if at and _is_raised(word, row) and row.words[at - 1].text not in _UNITS
    ]


def _bracketed(row: TextRow, numbers: frozenset[str]) -> TextRow:
    words = list(row.words)
    for at in _calls(row):
        if words[at].text in numbers:
            words[at] = words[at]._replace(text=f"[{words[at].text}]")
    return row._replace(words=tuple(words))


def _opened(row: TextRow, numbers: frozenset[str]) -> TextRow:
    first, *rest = row.words
    if first.text not in numbers or not rest:
        return row
    label = first._replace(text=f"[{first.text}]")
    return row._replace(words=(label, rest[0]._replace(is_apart=True), *rest[1:]))
