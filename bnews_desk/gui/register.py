"""The newsroom's lists in the window: the style sheet at hand, and adding to one's own copy."""

from __future__ import annotations

import os
from collections.abc import Callable

from bnews_desk.errors import DeskError
from bnews_desk.frame.reading import FrameReader
from bnews_desk.house import own_ignores, own_sheet
from bnews_desk.house.sheet import load
from bnews_desk.house.style import HouseStyle

_ADD: dict[str, Callable[[str, str], HouseStyle]] = {
    "place": own_sheet.add_place,
    "source": own_sheet.add_source,
    "initials": own_sheet.add_initials,
    "editor": own_sheet.add_editor,
}


class Register:
    """The style sheet that is used; ``path`` is '' while it is the shipped one.

    ``faults`` are sentences about entries that could not be used.
    """

    def __init__(self, folder: str, path: str) -> None:
        self._folder = folder
        self.path = path
        self.faults: tuple[str, ...] = ()
        self.house = self._load()
        self._seen = self._stamp()

    def reader(self) -> FrameReader:
        """What reads frames by the present sheet."""
        return FrameReader(self.house)

    def reread(self) -> bool:
        """Read the newsroom's own sheet again where another hand has changed it; whether it was.

        ``faults`` are then those of the present sheet. One that cannot be read changes nothing.
        """
        stamp = self._stamp()
        if stamp in (self._seen, (0, 0)):
            return False
        self._seen = stamp
        try:
            self.house, faults = load(self.path)
        except DeskError as error:
            self.faults = (str(error),)
            return True
        self.faults = tuple(map(str, faults))
        return True

    def use(self, path: str) -> str:
        """Judge by another sheet, '' for the shipped one; why not, or nothing.

        One that cannot be read, or is no TOML at all, changes nothing.
        """
        try:
            house, faults = load(path or None)
        except DeskError as error:
            return str(error)
        unreadable = next((fault for fault in faults if not fault.key), None)
        if unreadable is not None:
            return str(unreadable)
        self.house, self.path = house, path
        self.faults = tuple(map(str, faults))
        self._seen = self._stamp()
        return ""

    def begin_own(self) -> str:
        """Have a sheet of the newsroom's own, begun as the shipped one; why not, or nothing."""
        try:
            return self.use(own_sheet.own_sheet(self._folder))
        except DeskError as error:
            return str(error)

    def add(self, kind: str, value: str) -> str:
        """Put a value on a list of the newsroom's own sheet; one sentence about how it went."""
        try:
            if not self.path:
                self.path = own_sheet.own_sheet(self._folder)
            self.house = _ADD[kind](self.path, value)
            self._seen = self._stamp()
        except DeskError as error:
            return str(error)
        return f"“{value}” ditambahkan ke daftar redaksi."

    def ignore(self, rule: str, text: str) -> str:
        """Pass over a rule's findings of a text in every release; why not, or nothing."""
        return self._change(own_ignores.add_ignore, rule, text)

    def mark_again(self, rule: str, text: str) -> str:
        """Mark again what :meth:`ignore` passes over; why not, or nothing."""
        return self._change(own_ignores.remove_ignore, rule, text)

    def _change(self, change: Callable[[str, str, str], HouseStyle], rule: str, text: str) -> str:
        try:
            if not self.path:
                self.path = own_sheet.own_sheet(self._folder)
            self.house = change(self.path, rule, text)
            self._seen = self._stamp()
        except DeskError as error:
            return str(error)
        return ""

    def _stamp(self) -> tuple[int, int]:
        """What of the own sheet's file changes with its text; (0, 0) without one."""
        try:
            found = os.stat(self.path) if self.path else None
        except OSError:
            found = None
        return (found.st_mtime_ns, found.st_size) if found else (0, 0)

    def _load(self) -> HouseStyle:
        try:
            house, faults = load(self.path or None)
        except DeskError as error:
            self.faults = (str(error),)
            self.path = ""
            house, faults = load(None)
        self.faults += tuple(map(str, faults))
        return house
