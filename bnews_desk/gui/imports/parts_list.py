"""The left side of the import sheet: the parts of a release in a column, photos last."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from bnews_desk.frame.furniture.part_kind import PartKind
from bnews_desk.gui.imports.part_row import PartRow
from bnews_desk.gui.imports.photo_row import PhotoRow
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.importers.imported_release import ImportedRelease
from bnews_desk.importers.parts.copy_selection import PartChoice, default_choices
from bnews_desk.importers.parts.recognised_parts import Part, RecognisedParts
from bnews_desk.importers.parts.subject_headline import MailSubject

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PartsList(QScrollArea):
    """Rows of parts and photos; the arrow keys move between the tick boxes."""

    changed = Signal()
    """A tick or a kind has changed."""

    def __init__(
        self,
        theme: Theme,
        imported: ImportedRelease,
        recognised: RecognisedParts,
        subject: MailSubject | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._texts = imported.release.text.split("\n")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Bagian rilis"))
        inside = QWidget()
        inside.setObjectName("contents")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 14, 20, 14)
        self._column.setSpacing(10)
        self._subject = subject.text if subject else ""
        self.subject = self._subject_row(subject) if subject else None
        choices = default_choices(recognised, imported.release)
        self.rows = [
            self._row(part, is_taken=choice.is_taken)
            for part, choice in zip(recognised.parts, choices, strict=True)
        ]
        self.photos = [
            PhotoRow(theme, photo, imported.pictures.get(photo.digest, b""), inside)
            for photo in imported.release.photos
        ]
        top = [self.subject] if self.subject else []
        for row in (*top, *self.rows, *self.photos):
            self._column.addWidget(row)
        self._column.addStretch(1)
        self.setWidget(inside)
        for tick in self.ticks():
            tick.installEventFilter(self)

    def choices(self) -> list[PartChoice]:
        """The editor's choice for each part, in order."""
        return [row.choice for row in self.rows]

    def headline(self) -> str:
        """The mail's subject if it is ticked as headline, else ''."""
        is_taken = self.subject is not None and self.subject.tick.isChecked()
        return self._subject if is_taken else ""

    def left_photos(self) -> set[int]:
        """The indexes of the photos that are not ticked."""
        return {n for n, row in enumerate(self.photos) if not row.tick.isChecked()}

    def ticks(self) -> list[QCheckBox]:
        """All tick boxes, from the top."""
        top = [self.subject.tick] if self.subject else []
        return [*top, *(row.tick for row in self.rows), *(row.tick for row in self.photos)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move between tick boxes with the arrow keys, and scroll to the focused one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            ticks = self.ticks()
            if step is not None and isinstance(watched, QCheckBox) and watched in ticks:
                at = ticks.index(watched) + step
                if 0 <= at < len(ticks):
                    ticks[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            row = watched.parentWidget()
            if row is not None:
                self.ensureVisible(0, row.y(), 0, 24)
        return super().eventFilter(watched, event)

    def _row(self, part: Part, *, is_taken: bool) -> PartRow:
        texts = [self._texts[number] for number in part.paragraphs]
        row = PartRow(self._theme, part, texts, is_taken=is_taken)
        row.changed.connect(partial(self._keep_one_headline, row))
        row.split_wanted.connect(partial(self._split, row))
        return row

    def _subject_row(self, subject: MailSubject) -> PartRow:
        """The row of the mail's subject, above the parts; ticked if its sender marked it as a
        headline.
        """
        part = Part(PartKind.HEADLINE, (), 1.0 if subject.is_marked else 0.5)
        origin, is_taken = self.tr("subjek surel"), subject.is_marked
        row = PartRow(self._theme, part, [subject.text], is_taken=is_taken, origin=origin)
        row.changed.connect(partial(self._keep_one_headline, row))
        return row

    def _keep_one_headline(self, row: PartRow) -> None:
        """Keep a single headline: another one becomes body, or the mail's subject is unticked."""
        if row.kind is PartKind.HEADLINE and row.tick.isChecked():
            if self.subject is not None and row is not self.subject:
                self.subject.tick.setChecked(False)
            for other in self.rows:
                if other is not row and other.kind is PartKind.HEADLINE:
                    other.set_kind(PartKind.BODY)
        self.changed.emit()

    def _split(self, row: PartRow) -> None:
        """Replace a part's row by a row for each paragraph."""
        place, at = self._column.indexOf(row), self.rows.index(row)
        made = [
            self._row(Part(row.kind, (number,), row.part.sureness), is_taken=row.tick.isChecked())
            for number in row.part.paragraphs
        ]
        self.rows[at : at + 1] = made
        for offset, new in enumerate(made):
            self._column.insertWidget(place + offset, new)
            new.tick.installEventFilter(self)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._set_tab_order()
        made[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _set_tab_order(self) -> None:
        stops: list[QWidget] = [self.subject.tick] if self.subject else []
        for row in self.rows:
            stops += (row.tick, row.menu_button)
        stops += [row.tick for row in self.photos]
        for first, second in pairwise(stops):
            self.setTabOrder(first, second)
