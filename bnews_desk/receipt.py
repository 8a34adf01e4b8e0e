"""The receipt of an import: what was found, carried over into the copy, and left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple


class ReceiptEntry(NamedTuple):
    """One kind of content in the imported file.

    ``found`` is always ``carried + left_out``; ``texts`` are the texts left out, so that they can
    be restored; ``note`` is one Indonesian sentence for the editor.
    """

    kind: str
    found: int
    carried: int
    left_out: int
    texts: tuple[str, ...]
    note: str

    def as_json(self) -> dict[str, Any]:
        """The entry as ``check --format json`` prints it."""
        return {**self._asdict(), "texts": list(self.texts)}


class Receipt(tuple[ReceiptEntry, ...]):
    """The receipt of one import: one entry for each kind, in the order in which the kinds first
    occur.

    It is empty where there is nothing to report.
    """

    __slots__ = ()

    def entry(self, kind: str) -> ReceiptEntry | None:
        """The entry of one kind; None where there is none."""
        return next((entry for entry in self if entry.kind == kind), None)


class ReceiptBuilder:
    """Collects the entries of a receipt while an importer reads; ``receipt`` returns the result."""

    def __init__(self) -> None:
        self._carried: dict[str, int] = {}
        self._left_out: dict[str, list[str]] = {}
        self._notes: dict[str, str] = {}
        self._order: dict[str, None] = {}

    def carry(self, kind: str, count: int = 1) -> None:
        """Count ``count`` items of a kind as carried over into the copy."""
        self._order.setdefault(kind)
        self._carried[kind] = self._carried.get(kind, 0) + count

    def leave_out(self, kind: str, texts: Iterable[str] = ("",)) -> None:
        """Count items of a kind as left out, each with its text ('' where it has none)."""
        self._order.setdefault(kind)
        self._left_out.setdefault(kind, []).extend(texts)

    def note(self, kind: str, sentence: str) -> None:
        """Set the note of a kind, one Indonesian sentence; it replaces an earlier one."""
        self._order.setdefault(kind)
        self._notes[kind] = sentence

    def receipt(self) -> Receipt:
        """The receipt of everything counted so far."""
        return Receipt(tuple(self._entry(kind) for kind in self._order))

    def _entry(self, kind: str) -> ReceiptEntry:
        left = self._left_out.get(kind, [])
        carried = self._carried.get(kind, 0)
        texts = tuple(text for text in left if text)
        return ReceiptEntry(
            kind, carried + len(left), carried, len(left), texts, self._notes.get(kind, "")
        )
