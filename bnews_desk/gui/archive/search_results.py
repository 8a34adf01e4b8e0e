"""Qt model of the search results, fetched as one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from bnews_desk.archive.repository.archive_values import ReleaseSummary, SearchHit
from bnews_desk.gui.archive.search_request import ArchiveHits
from bnews_desk.gui.desk.desk_list_model import UNTITLED
from bnews_desk.gui.desk.stage_labels import stage_name

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole + 1


class SearchResults(QAbstractListModel):
    """The hits of one search."""

    more_wanted = Signal(int)
    """The number of hits after which more are needed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[SearchHit] = []
        self._is_more = False

    @property
    def hits(self) -> Sequence[SearchHit]:
        """The hits that were fetched."""
        return self._hits

    @property
    def is_more(self) -> bool:
        """Whether there are more hits than were fetched."""
        return self._is_more

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """One row a hit."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The hit itself under ``HIT``, its words for screen readers."""
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return title_of(hit.summary)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{about(hit.summary)}. {hit.excerpt.text}"
        return None

    def set_hits(self, found: ArchiveHits) -> None:
        """Take an answer: in place of all before, or behind what was fetched."""
        if found.offset and found.offset == len(self._hits):
            last = len(self._hits) + len(found.hits) - 1
            self._is_more = found.is_more
            if found.hits:
                self.beginInsertRows(QModelIndex(), len(self._hits), last)
                self._hits += found.hits
                self.endInsertRows()
        elif not found.offset:
            self.beginResetModel()
            self._hits, self._is_more = list(found.hits), found.is_more
            self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Whether something follows."""
        return not parent.isValid() and self._is_more

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Ask for what follows; it comes with ``set_hits``."""
        if not parent.isValid() and self._is_more:
            self.more_wanted.emit(len(self._hits))

    def index_of(self, key: str) -> QModelIndex:
        """The row of a release; an invalid index where there is none."""
        for number, hit in enumerate(self._hits):
            if hit.summary.key == key:
                return self.index(number)
        return QModelIndex()


def title_of(summary: ReleaseSummary) -> str:
    """The name of a release in a list."""
    return summary.headline or summary.opening or UNTITLED


def about(summary: ReleaseSummary) -> str:
    """Status, place, source, editor, day and the day of removal, as far as they are known."""
    said = [stage_name(summary.status), summary.place, summary.source, summary.editor]
    said.append(day_of(summary.day))
    if summary.deleted is not None:
        day = datetime.fromtimestamp(summary.deleted).astimezone().date()
        said.append(_tr("dibuang {0}").format(day_of(day.isoformat())))
    return " · ".join(filter(None, said))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Archive", text)


def day_of(iso: str) -> str:
    """A day as the newsroom writes it: ``12/11/2024``."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day}/{day.month}/{day.year}"
