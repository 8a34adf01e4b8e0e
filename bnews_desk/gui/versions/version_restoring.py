"""Replaces the text of an open release by another state of it, as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.editor.release_document import ReleaseDocument
from bnews_desk.release import Details, Release


def restore_state(
    opened: OpenRelease, wanted: Release, photos: Mapping[str, bytes]
) -> Callable[[], None]:
    """Replace the text of an open release by ``wanted``; the result undoes that.

    Undoing the step does so too, publishing details and ignores included, and redoing it restores
    them again. ``photos`` are the bytes of those that the release does not have.
    """
    document, before = opened.document, opened.document.release()
    opened.pictures.update(photos)
    document.become(wanted)
    after = document.release()
    document.set_details(wanted.details)
    document.set_ignores(wanted.ignores)
    if document.release().text != before.text:
        _GoingAlong(document, before)

    def take_back() -> None:
        if document.release() != after._replace(details=wanted.details, ignores=wanted.ignores):
            return
        if (
            after.text != before.text
            or after.marks != before.marks
            or after.photos != before.photos
        ):
            document.document.undo()
        document.set_details(before.details)
        document.set_ignores(before.ignores)

    return take_back


class _GoingAlong(QObject):
    """Swaps details and ignores, which Qt's undo does not hold, when the step is undone or redone.

    Details that were written since stay. Lives as long as the step can be undone or redone.
    """

    def __init__(self, document: ReleaseDocument, before: Release) -> None:
        super().__init__(document)
        self._document, self._before, self._after = document, before, document.release()
        self._steps = document.document.availableUndoSteps()
        self._is_done = True
        document.changed.connect(self._follow)

    def _follow(self) -> None:
        is_done = self._document.document.availableUndoSteps() >= self._steps
        if is_done == self._is_done:
            return
        if is_done and self._document.release().text != self._after.text:
            self._document.changed.disconnect(self._follow)  # something else was written instead
            self.deleteLater()
            return
        self._is_done = is_done
        old, new = (self._before, self._after) if is_done else (self._after, self._before)
        now = self._document.release()
        self._document.set_details(_exchanged(now.details, old.details, new.details))
        self._document.set_ignores((now.ignores - old.ignores) | new.ignores)


def _exchanged(now: Details, old: Details, new: Details) -> Details:
    """``now`` with each value that equals ``old`` replaced by that of ``new``."""
    kept = {name for name in Details._fields if getattr(now, name) != getattr(old, name)}
    return new._replace(**{name: getattr(now, name) for name in kept})
