"""An element that is judged by all its words: held until it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class _Target(Protocol):
    def start(self, tag: str, values: Mapping[str, str]) -> None: ...
    def data(self, text: str) -> None: ...
    def end(self, tag: str) -> None: ...


class Held:
    """What an element holds.

    ``kind`` is that under which its words are told, '' where they are not, None for the number of
    a note, whose elements come in.
    """

    def __init__(self, tag: str, values: Mapping[str, str], kind: str | None) -> None:
        self.tag = tag
        self.values = values
        self.kind = kind
        self._open: list[str] = []
        self._texts: list[str] = []
        self._events: list[tuple[str, Mapping[str, str] | None]] = []

    @property
    def open_tag(self) -> str:
        """The tag of the innermost element that is open."""
        return self._open[-1] if self._open else self.tag

    @property
    def text(self) -> str:
        """All that was said inside it."""
        return "".join(self._texts)

    @property
    def words(self) -> str:
        """The same, white space being worth one space between words."""
        return " ".join(self.text.split())

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        """An element begins inside it."""
        self._open.append(tag)
        if self.kind is None:
            self._events.append((tag, dict(values.items())))

    def say(self, text: str) -> None:
        """Text inside it."""
        if self.kind != "" and text:
            self._texts.append(text)
            if self.kind is None:
                self._events.append((text, None))

    def end(self, tag: str) -> bool:
        """An element is over; whether it is this one."""
        if not self._open:
            return True
        self._open.pop()
        if self.kind is None:
            self._events.append((tag, _OVER))
        return False

    def replay(self, target: _Target) -> None:
        """Tell ``target`` all that was inside."""
        for said, values in self._events:
            if values is None:
                target.data(said)
            elif values is _OVER:
                target.end(said)
            else:
                target.start(said, values)


_OVER: Mapping[str, str] = {"": ""}
"""In the place of an element's values where it ends."""
