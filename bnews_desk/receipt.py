"""The receipt of an import: what was found, carried into the copy, and left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple


class ReceiptEntry(NamedTuple):
    """One kind of thing in the file that came in.

    ``found`` is always ``carried + left_out``; ``texts`` is what was left out, so that it can be
    brought back; ``note`` is one Indonesian sentence for the editor.
    """

    kind: str
    found: int
    carried: int
    left_out: int
    texts: tuple[str, ...]
    note: str

    def as_json(self) -> dict[str, Any]:
        """The entry as it stands in ``check --format json``."""
        return {**self._asdict(), "texts": list(self.texts)}


class Receipt(tuple[ReceiptEntry, ...]):
    """The account of one import: an entry for each kind, in the order they were first met.

    An empty one means that nothing needed saying.
    """

    __slots__ = ()

    def entry(self, kind: str) -> ReceiptEntry | None:
        """The entry of one kind, or None where there was nothing of it."""
        return next((entry for entry in self if entry.kind == kind), None)


class ReceiptBuilder:
    """Collects what an importer meets; ``receipt`` closes the account."""

    def __init__(self) -> None:
        self._carried: dict[str, int] = {}
        self._left_out: dict[str, list[str]] = {}
        self._notes: dict[str, str] = {}
        self._order: dict[str, None] = {}

    def carry(self, kind: str, count: int = 1) -> None:
        """Count ``count`` things of a kind as carried into the copy."""
        self._order.setdefault(kind)
        self._carried[kind] = self._carried.get(kind, 0) + count

    def leave_out(self, kind: str, texts: Iterable[str] = ("",)) -> None:
        """Count things of a kind as left out, each with its text ('' where it has none)."""
        self._order.setdefault(kind)
        self._left_out.setdefault(kind, []).extend(texts)

    def note(self, kind: str, sentence: str) -> None:
        """Say one Indonesian sentence about a kind; a later one replaces it."""
        self._order.setdefault(kind)
        self._notes[kind] = sentence

    def receipt(self) -> Receipt:
        """The account so far."""
        return Receipt(tuple(self._entry(kind) for kind in self._order))

    def _entry(self, kind: str) -> ReceiptEntry:
        left = self._left_out.get(kind, [])
        carried = self._carried.get(kind, 0)
        texts = tuple(text for text in left if text)
        return ReceiptEntry(
            kind, carried + len(left), carried, len(left), texts, self._notes.get(kind, "")
        )
