"""Converts between a release and its Qt document, which holds the text while it is open.

Block 0 of the document is the headline, so block ``n`` is paragraph ``n``. Bold, italic and links
are character formats. Photos with their texts are stored in the format of the block they follow, so
that undo and moving a paragraph carry them along. Positions outside this module count code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
)

from bnews_desk.finding import carry_ignores
from bnews_desk.gui.shared.utf16 import to_code_points, to_units, units
from bnews_desk.release import Details, Edit, FactCheck, Ignore, Mark, Photo, Release, Source


def difference(before: Release, after: Release) -> list[Edit]:
    """Edits that turn ``before``'s text and marks into ``after``'s, changed lines only."""
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


def _first_change(edit: Edit) -> int:
    pairs = enumerate(zip(edit.old, edit.new, strict=False))
    same = next((n for n, (old, new) in pairs if old != new), min(len(edit.old), len(edit.new)))
    return edit.start + same


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
    """The edit for a run of lines; it includes the line break before it where needed."""
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


class EmptyLayout(QAbstractTextDocumentLayout):
    """Lays out nothing.

    Without a layout Qt emits no changes; its own layout breaks every line at once. A page gives the
    document another one.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802
        """Nothing is laid out; called by Qt."""

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Nothing is painted."""

    def hitTest(  # type: ignore[override]  # noqa: N802
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """Nothing is anywhere."""
        return -1

    def pageCount(self) -> int:  # noqa: N802
        """No page."""
        return 0

    def documentSize(self) -> QSizeF:  # noqa: N802
        """No size."""
        return QSizeF(0, 0)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: N802
        """No place."""
        return QRectF()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """No place."""
        return QRectF()


PHOTOS = QTextBlockFormat.Property.UserProperty + 1
"""The block property with the photos that follow a block, each as JSON without its anchor."""


class _Read(NamedTuple):
    """The content of a block: marks count from its first character, photos are those that follow
    it.
    """

    text: str
    marks: tuple[Mark, ...]
    photos: tuple[Photo, ...]


class ReleaseDocument(QObject):
    """A release under edit.

    ``document`` is what the page shows; ``release`` gives the value of the present revision, read
    again only where blocks have changed. Every method that changes the text is one undo step.
    """

    changed = Signal()
    """The text, its marks or photos have changed; not sent for a change of looks."""
    details_changed = Signal()
    """Publishing details, ignores, checked facts or sources have changed.

    Ignores that only moved with their paragraph are announced by ``changed``.
    """

    def __init__(self, release: Release, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = QTextDocument(self)
        self.document.setDocumentMargin(0)
        self.document.setDocumentLayout(EmptyLayout(self.document))
        self.document.setUndoRedoEnabled(False)
        self._digests: set[str] = set()
        self._details = release.details
        self._ignores = release.ignores
        self._checks, self._sources = release.checks, release.sources
        self._revision = 0
        self._known: tuple[int, Release] | None = None
        self._blocks: list[_Read] = []
        self._fill(release)
        self._read_blocks(0, self.document.blockCount(), len(self._blocks))
        self.document.setUndoRedoEnabled(True)
        self.document.contentsChange.connect(self._note_change)

    @property
    def revision(self) -> int:
        """A number that grows with every change of the text."""
        return self._revision

    def release(self) -> Release:
        """The release as it is now; the same object until something changes."""
        if self._known is None or self._known[0] != self._revision:
            self._known = (self._revision, self._read())
        return self._known[1]

    def apply(self, edits: Iterable[Edit], *, joins: bool = False) -> None:
        """Apply edits of ``release``'s text as one undo step, with ``joins`` as one with the change
        before.

        Raises ``StaleEditError``, and changes nothing, where the text has changed since or edits
        overlap.
        """
        ordered = sorted(edits)
        self._replace(ordered, self.release().edited(ordered), joins=joins)

    def become(self, after: Release) -> None:
        """Take text, marks and photos of another state of the release, as one undo step."""
        before = self.release()
        edits = difference(before, after)
        if edits or after.photos != before.photos:
            self._digests.update(photo.digest for photo in after.photos)
            self._replace(edits, after)
            if after.photos != before.photos:
                self._note_change(0, 1, self.document.characterCount() - 1)

    def set_details(self, details: Details) -> None:
        """Set the publishing details."""
        if details != self._details:
            self._details = details
            self._forget()
            self.details_changed.emit()

    def add_ignore(self, ignore: Ignore) -> None:
        """Hide findings that ``ignore`` names."""
        self.set_ignores(self._ignores | {ignore})

    def set_ignores(self, ignores: frozenset[Ignore]) -> None:
        """Set the ignores."""
        if ignores != self._ignores:
            self._ignores = ignores
            self._forget()
            self.details_changed.emit()

    def set_checks(self, checks: frozenset[FactCheck]) -> None:
        """Set the checked facts."""
        if checks != self._checks:
            self._checks = checks
            self._forget()
            self.details_changed.emit()

    def set_sources(self, sources: tuple[Source, ...]) -> None:
        """Set the further sources that facts may come from beside the original."""
        if sources != self._sources:
            self._sources = sources
            self._forget()
            self.details_changed.emit()

    def set_photo(self, photo: Photo) -> None:
        """Set the texts of the photo of the same digest, as one undo step."""
        block = self._block_with(photo.digest)
        if block is not None:
            before = photos_of(block)
            after = tuple(photo if p.digest == photo.digest else p for p in before)
            if _packed(after) != _packed(before):
                self._hang(block, after)

    def add_photo(self, photo: Photo) -> None:
        """Add a photo to the paragraph it is anchored to, as one undo step."""
        block = self.document.findBlockByNumber(min(photo.anchor, self.document.blockCount() - 1))
        self._digests.add(photo.digest)
        self._hang(block, (*photos_of(block), photo))

    def remove_photo(self, digest: str) -> None:
        """Remove a photo, as one undo step; its bytes are kept."""
        block = self._block_with(digest)
        if block is not None:
            self._hang(block, tuple(p for p in photos_of(block) if p.digest != digest))

    def photos_below(self, paragraph: int) -> list[Photo]:
        """The photos that follow a paragraph, in order."""
        return [photo for photo in self.release().photos if photo.anchor == paragraph]

    def to_qt(self, position: int) -> int:
        """The document position (UTF-16) of a position in the release's text."""
        text = self.release().text
        return to_units(text, position)

    def from_qt(self, position: int) -> int:
        """The position in the release's text of a document position (UTF-16)."""
        return to_code_points(self.release().text, position)

    def cursor(self, start: int, end: int) -> QTextCursor:
        """A cursor that selects a stretch of the release's text."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(self.to_qt(start))
        cursor.setPosition(self.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _fill(self, release: Release) -> None:
        cursor = QTextCursor(self.document)
        cursor.insertText(release.text, QTextCharFormat())
        for mark in release.marks:
            cursor.setPosition(to_units(release.text, mark.start))
            cursor.setPosition(to_units(release.text, mark.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(format_of(mark))
        for photo in release.photos:
            self.add_photo(photo)

    def _block_with(self, digest: str) -> QTextBlock | None:
        """The first block that a photo follows."""
        block = self.document.begin()
        while block.isValid():
            if digest in digests_of(block):
                return block
            block = block.next()
        return None

    def _hang(self, block: QTextBlock, photos: Sequence[Photo]) -> None:
        _bear(block, photos)
        self._note_change(block.position(), 1, 1)

    def _note_change(self, position: int, removed: int, added: int) -> None:
        if not (removed or added):
            return
        count = self.document.blockCount()
        first = self.document.findBlock(position).blockNumber()
        last = self.document.findBlock(position + added).blockNumber()
        behind = (last if last >= 0 else count - 1) + 1
        old = behind - (count - len(self._blocks))
        if not (0 <= first < behind and first <= old):
            first, behind, old = 0, count, len(self._blocks)
        before = [block.text for block in self._blocks[first:old]] if self._ignores else []
        self._read_blocks(first, behind, old)
        if self._ignores:
            after = [block.text for block in self._blocks[first:behind]]
            self._ignores = carry_ignores(self._ignores, before, after)
        self._revision += 1
        self.changed.emit()

    def _read_blocks(self, first: int, behind: int, old: int) -> None:
        """Read blocks again, in place of those that were ``first`` up to ``old`` before."""
        read = []
        block = self.document.findBlockByNumber(first)
        for _ in range(first, behind):
            read.append(_read_block(block))
            block = block.next()
        self._blocks[first:old] = read

    def _forget(self) -> None:
        self._known = None

    def _read(self) -> Release:
        marks: list[Mark] = []
        anchored: dict[str, Photo] = {}
        at = 0
        for number, (text, own, photos) in enumerate(self._blocks):
            if own:
                marks += [m._replace(start=m.start + at, end=m.end + at) for m in own]
            for photo in photos:  # a new paragraph inherits them: the first counts
                anchored.setdefault(photo.digest, photo._replace(anchor=number))
            at += len(text) + 1
        text = "\n".join([block.text for block in self._blocks])
        hung = tuple(anchored.values())
        return Release(
            text,
            tuple(marks),
            hung,
            self._details,
            self._ignores,
            self._checks,
            self._sources,
        )

    def _replace(self, ordered: Sequence[Edit], after: Release, *, joins: bool = False) -> None:
        """Apply the new text of edits, with the marks that ``after`` has there."""
        text = self.release().text
        deltas = [0]
        for edit in ordered:
            deltas.append(deltas[-1] + len(edit.new) - len(edit.old))
        cursor = QTextCursor(self.document)
        if joins:
            cursor.joinPreviousEditBlock()
        else:
            if ordered:  # undo puts the caret there
                end = self.document.characterCount() - 1  # a headline alone has no body yet
                cursor.setPosition(min(to_units(text, _first_change(ordered[0])), end))
            cursor.beginEditBlock()
        try:
            if ordered and self.document.blockCount() == 1:
                self._begin_body(cursor)
            for edit, delta in zip(reversed(ordered), reversed(deltas[:-1]), strict=True):
                at = edit.start + delta
                marks = after.marks_within(at, at + len(edit.new))
                self._carry_out(cursor, edit, marks, to_units(text, edit.start))
            self._hang_all(after.photos)
        finally:
            cursor.endEditBlock()

    def _begin_body(self, cursor: QTextCursor) -> None:
        """Insert the line break that a release always has, but its document may not."""
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())

    def _hang_all(self, photos: Iterable[Photo]) -> None:
        """Give every block exactly the photos that follow it."""
        wanted: dict[int, list[Photo]] = {}
        for photo in photos:
            if photo.digest in self._digests:
                wanted.setdefault(photo.anchor, []).append(photo)
        block = self.document.begin()
        while block.isValid():
            hung = wanted.get(block.blockNumber(), ())
            if hung or block.blockFormat().hasProperty(PHOTOS):
                _bear_other(block, hung)
            block = block.next()

    def _carry_out(
        self, cursor: QTextCursor, edit: Edit, marks: Iterable[Mark], start: int
    ) -> None:
        cursor.setPosition(start)
        cursor.setPosition(start + units(edit.old), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.new, QTextCharFormat())
        for mark in marks:
            cursor.setPosition(start + to_units(edit.new, mark.start))
            cursor.setPosition(
                start + to_units(edit.new, mark.end), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(format_of(mark))


def format_of(mark: Mark) -> QTextCharFormat:
    """The character format that shows a mark."""
    char_format = QTextCharFormat()
    if mark.kind == "bold":
        char_format.setFontWeight(QFont.Weight.Bold)
    elif mark.kind == "italic":
        char_format.setFontItalic(True)
    else:
        char_format.setAnchor(True)
        char_format.setAnchorHref(mark.target)
    return char_format


def photos_of(block: QTextBlock) -> tuple[Photo, ...]:
    """The photos that follow a block, in order; their anchor is left at 0."""
    hung = block.blockFormat().property(PHOTOS)
    return tuple(Photo(digest, 0, *said) for digest, *said in map(json.loads, hung or ()))


def digests_of(block: QTextBlock) -> tuple[str, ...]:
    """The digests of the photos that follow a block, in order."""
    return tuple(photo.digest for photo in photos_of(block))


def _bear(block: QTextBlock, photos: Sequence[Photo]) -> None:
    block_format = QTextBlockFormat()
    block_format.setProperty(PHOTOS, _packed(photos))
    QTextCursor(block).mergeBlockFormat(block_format)


def _bear_other(block: QTextBlock, photos: Sequence[Photo]) -> None:
    if _packed(photos_of(block)) != _packed(photos):
        _bear(block, photos)


def _packed(photos: Sequence[Photo]) -> list[str]:
    return [json.dumps([p.digest, p.name, p.caption, p.credit, p.alt_text]) for p in photos]


def _read_block(block: QTextBlock) -> _Read:
    marks: list[Mark] = []
    at = 0
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        length = len(fragment.text())
        marks += _marks_of(fragment.charFormat(), at, at + length)
        at += length
        iterator += 1
    return _Read(block.text().replace("\u2028", " "), tuple(marks), photos_of(block))


def _marks_of(char_format: QTextCharFormat, start: int, end: int) -> list[Mark]:
    marks = []
    if char_format.fontWeight() > QFont.Weight.Medium:
        marks.append(Mark(start, end, "bold"))
    if char_format.fontItalic():
        marks.append(Mark(start, end, "italic"))
    if char_format.isAnchor() and char_format.anchorHref():
        marks.append(Mark(start, end, "link", char_format.anchorHref()))
    return marks
