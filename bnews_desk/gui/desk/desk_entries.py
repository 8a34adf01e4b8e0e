"""The rows of Meja: what the journal knows of a release, with what is known where it is open."""

from __future__ import annotations

from bnews_desk.archive.journal.journal_entries import Entry
from bnews_desk.archive.repository.archive_values import Summary
from bnews_desk.gui.desk.desk_rows import DeskEntry
from bnews_desk.gui.desk.open_release import OpenRelease

UNTITLED = "Naskah kosong"


def row_of(entry: Entry, release: OpenRelease | None) -> DeskEntry:
    """The row of a release of the journal, which may be open."""
    headline = release.document.release().headline if release else entry.headline
    title = headline or entry.opening
    left = release.progress.left if release else entry.left
    return DeskEntry(entry.key, title or UNTITLED, not headline, entry.changed, entry.stage, left)


def row_of_summary(summary: Summary) -> DeskEntry:
    """The row of a release that lies in the archive alone."""
    title = summary.headline or summary.opening
    return DeskEntry(
        summary.key, title or UNTITLED, not summary.headline, summary.changed, summary.status
    )
