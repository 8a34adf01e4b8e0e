"""Tracked changes, as Word would show them accepted (17.13.5)."""

from __future__ import annotations

from bnews_desk.importers.docx.names import local
from bnews_desk.importers.docx.walk import Walk, plain
from bnews_desk.importers.line import Line
from bnews_desk.importers.package import Element


def insertion(walk: Walk, element: Element) -> None:
    """``w:ins``: its runs come in."""
    _bring_in(walk, element, "insertion")


def moved_here(walk: Walk, element: Element) -> None:
    """``w:moveTo``: its runs come in."""
    _bring_in(walk, element, "move")


def deletion(walk: Walk, element: Element) -> None:
    """``w:del``: its runs stay out."""
    _stay_out(walk, element, "deletion")


def moved_away(walk: Walk, element: Element) -> None:
    """``w:moveFrom``: its runs stay out; they stand where they were moved to."""
    _stay_out(walk, element, "move")


def leave_out(walk: Walk, element: Element, account: Line) -> None:
    """Leave out the blocks of a deletion or move; ``account`` says so in the receipt."""
    kind = "move" if local(element) == "moveFrom" else "deletion"
    walk.is_deleting, before = True, walk.is_deleting
    lines = walk.read_apart(element)
    walk.is_deleting = before
    account.left_out.append((kind, plain(lines)))


def _bring_in(walk: Walk, element: Element, kind: str) -> None:
    line = walk.line
    length = line.length
    walk.inline(element)
    if line.length > length:
        line.carried.append(kind)


def _stay_out(walk: Walk, element: Element, kind: str) -> None:
    line = walk.line
    walk.is_deleting, before = True, walk.is_deleting
    with walk.aside() as lost:
        walk.inline(element)
    walk.is_deleting = before
    line.left_out.append((kind, plain([lost, *lost.boxed])))
