"""The newsroom's style sheet and registers in use, and additions to them."""

from __future__ import annotations

import os
from collections.abc import Callable

from bnews_desk.errors import DeskError
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.house import newsroom_sheet
from bnews_desk.house.officials import Official
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.style_sheet import load_style_sheet

_ADD: dict[str, Callable[[str, str], HouseStyle]] = {
    "place": newsroom_sheet.add_place,
    "source": newsroom_sheet.add_source,
    "initials": newsroom_sheet.add_initials,
    "editor": newsroom_sheet.add_editor,
}


class NewsroomRegister:
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
            self.house, faults = load_style_sheet(self.path)
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
            house, faults = load_style_sheet(path or None)
        except DeskError as error:
            return str(error)
        unreadable = next((fault for fault in faults if not fault.key), None)
        if unreadable is not None:
            return str(unreadable)
        self.house, self.path = house, path
        self.faults = tuple(map(str, faults))
        self._seen = self._stamp()
        return ""

    def begin_own_sheet(self) -> str:
        """Have a sheet of the newsroom's own, begun as the shipped one; why not, or nothing."""
        try:
            return self.use(newsroom_sheet.ensure_newsroom_sheet(self._folder))
        except DeskError as error:
            return str(error)

    def add(self, kind: str, value: str) -> str:
        """Put a value on a list of the newsroom's own sheet; one sentence about how it went."""
        try:
            if not self.path:
                self.path = newsroom_sheet.ensure_newsroom_sheet(self._folder)
            self.house = _ADD[kind](self.path, value)
            self._seen = self._stamp()
        except DeskError as error:
            return str(error)
        return f"“{value}” ditambahkan ke daftar redaksi."

    def record_official(self, official: Official) -> str:
        """Put somebody into the register of officials; why not, or nothing."""
        try:
            if not self.path:
                self.path = newsroom_sheet.ensure_newsroom_sheet(self._folder)
            self.house = newsroom_sheet.put_officials(self.path, [official]).style
            self._seen = self._stamp()
        except DeskError as error:
            return str(error)
        return ""

    def ignore(self, rule: str, text: str) -> str:
        """Pass over a rule's findings of a text in every release; why not, or nothing."""
        return self._change(newsroom_sheet.add_ignore, rule, text)

    def mark_again(self, rule: str, text: str) -> str:
        """Mark again what ``ignore`` passes over; why not, or nothing."""
        return self._change(newsroom_sheet.remove_ignore, rule, text)

    def _change(self, change: Callable[[str, str, str], HouseStyle], rule: str, text: str) -> str:
        try:
            if not self.path:
                self.path = newsroom_sheet.ensure_newsroom_sheet(self._folder)
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
            house, faults = load_style_sheet(self.path or None)
        except DeskError as error:
            self.faults = (str(error),)
            self.path = ""
            house, faults = load_style_sheet(None)
        self.faults += tuple(map(str, faults))
        return house
