"""Changes that wait to be written into the journal, each thing once in its newest state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bnews_desk.archive.journal.journal_tables import (
    DeskRow,
    OriginalRow,
    PictureRow,
    ReleaseRow,
    row_checksum,
)
from bnews_desk.archive.release_progress import Progress, progress_bytes
from bnews_desk.receipt import Receipt
from bnews_desk.release import Release
from bnews_desk.release_json import encode_text, first_words, receipt_to_json, release_to_json

HELD_BYTES = 2_000_000
"""An original larger than this is dropped from memory once it is written."""


class ReleaseNote(NamedTuple):
    """A noted release; the caret counts code points, ``changed`` is seconds since 1970."""

    release: Release
    caret: int
    changed: float
    progress: Progress = Progress()

    def row(self, key: str) -> ReleaseRow:
        """The note as the journal's row."""
        content = release_to_json(self.release)
        progress = progress_bytes(self.progress, self.release)
        return ReleaseRow(
            key,
            self.changed,
            None,
            self.caret,
            row_checksum(content, progress),
            encode_text(self.release.headline),
            encode_text(first_words(self.release)),
            content,
            progress,
        )


class OriginalNote(NamedTuple):
    """The imported file: its name and bytes, its import receipt, and the time of the import."""

    name: str
    data: bytes
    receipt: Receipt
    received: float

    def row(self, key: str) -> OriginalRow:
        """The original as the journal's row."""
        name, receipt = encode_text(self.name), receipt_to_json(self.receipt)
        return OriginalRow(
            key,
            self.received,
            row_checksum(name, receipt, self.data),
            name,
            receipt,
            self.data,
        )


class DeskTabs(NamedTuple):
    """The keys of the open releases from left to right, and the one in front."""

    keys: tuple[str, ...]
    current: str | None

    def rows(self) -> list[DeskRow]:
        """The open releases as the journal's rows."""
        keys = dict.fromkeys(self.keys)
        return [DeskRow(key, place, key == self.current) for place, key in enumerate(keys)]


@dataclass(slots=True)
class WriteBatch:
    """Changes that are written together or not at all."""

    notes: dict[str, ReleaseNote] = field(default_factory=dict)
    removed: dict[str, float | None] = field(default_factory=dict)
    """The time at which a release was removed, None where it was restored."""
    pictures: dict[str, PictureRow] = field(default_factory=dict)
    originals: dict[str, OriginalNote] = field(default_factory=dict)
    desk: DeskTabs | None = None

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(
            self.notes or self.removed or self.pictures or self.originals or self.desk is not None
        )

    def merged_under(self, newer: WriteBatch) -> WriteBatch:
        """Both batches together; the newer one's state of each thing wins."""
        return WriteBatch(
            {**self.notes, **newer.notes},
            {**_without(self.removed, newer.notes), **newer.removed},
            {**self.pictures, **newer.pictures},
            {**self.originals, **newer.originals},
            newer.desk if newer.desk is not None else self.desk,
        )

    def still_needed(self, waiting: WriteBatch) -> WriteBatch:
        """What to keep in memory after a write: the open releases and everything still waiting."""
        open_keys = self.desk.keys if self.desk is not None else ()
        keys = {*open_keys, *waiting.notes, *waiting.removed, *waiting.originals}
        notes = {key: note for key, note in self.notes.items() if key in keys}
        photos = {photo.digest for note in notes.values() for photo in note.release.photos}
        photos.update(waiting.pictures)
        return WriteBatch(
            notes,
            {key: when for key, when in self.removed.items() if key in keys},
            {digest: row for digest, row in self.pictures.items() if digest in photos},
            {
                key: original
                for key, original in self.originals.items()
                if key in waiting.originals or (key in keys and len(original.data) <= HELD_BYTES)
            },
            self.desk,
        )


def _without(
    removed: Mapping[str, float | None], notes: Mapping[str, ReleaseNote]
) -> dict[str, float | None]:
    """The removals without those of releases that were noted again."""
    return {key: when for key, when in removed.items() if key not in notes}
