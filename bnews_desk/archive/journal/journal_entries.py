"""Lists the releases of the journal: the written rows overlaid with pending changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bnews_desk.archive.journal.journal_tables import DeskRow, ReleaseRow
from bnews_desk.archive.journal.pending_writes import DeskTabs, ReleaseNote, WriteBatch
from bnews_desk.archive.release_progress import RemainingWork, Stage, remaining_work, stage_of
from bnews_desk.release_json import decode_text, first_words


class JournalEntry(NamedTuple):
    """A release in the journal's list.

    ``opening`` is the first words below the headline; ``changed`` is seconds since 1970; ``order``
    is the place of its tab from the left, None where it is not open; ``removed`` is the time of its
    removal, None while it is on the desk.
    """

    key: str
    headline: str
    opening: str
    changed: float
    caret: int
    order: int | None = None
    is_current: bool = False
    removed: float | None = None
    stage: Stage = "disunting"
    left: RemainingWork | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is open in a tab."""
        return self.order is not None


def list_entries(
    rows: Iterable[ReleaseRow], tabs: Iterable[DeskRow], held: WriteBatch
) -> list[JournalEntry]:
    """All releases, including removed ones, last changed first."""
    entries = {row.key: _entry_of_row(row) for row in rows}
    for key, note in held.notes.items():
        entries[key] = _entry_of_note(key, note)
    for key, when in held.removed.items():
        if key in entries:
            entries[key] = entries[key]._replace(removed=when)
    desk = held.desk or _desk_of(list(tabs))
    for place, key in enumerate(dict.fromkeys(desk.keys)):
        if key in entries:
            entries[key] = entries[key]._replace(order=place, is_current=key == desk.current)
    return sorted(entries.values(), key=lambda entry: -entry.changed)


def _desk_of(tabs: list[DeskRow]) -> DeskTabs:
    current = next((tab.key for tab in tabs if tab.is_current), None)
    return DeskTabs(tuple(tab.key for tab in tabs), current)


def _entry_of_row(row: ReleaseRow) -> JournalEntry:
    headline, opening = decode_text(row.headline), decode_text(row.opening)
    return JournalEntry(
        row.key,
        headline,
        opening,
        row.changed,
        row.caret,
        removed=row.removed,
        stage=stage_of(row.progress),
        left=remaining_work(row.progress),
    )


def _entry_of_note(key: str, note: ReleaseNote) -> JournalEntry:
    release = note.release
    stage = note.progress.stage(release)
    opening, left = first_words(release), note.progress.left
    return JournalEntry(
        key, release.headline, opening, note.changed, note.caret, stage=stage, left=left
    )
