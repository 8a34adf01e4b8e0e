"""The newsroom's style sheet and registers in use, and additions to them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta

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
    """The style sheet in use; ``path`` is '' while it is the shipped one.

    ``faults`` are sentences about unusable entries.
    """

    def __init__(self, folder: str, path: str) -> None:
        self._folder = folder
        self.path = path
        self.faults: tuple[str, ...] = ()
        self.house = self._load()
        self._seen = self._stamp()

    def reader(self) -> FrameReader:
        """A frame reader for the present style sheet."""
        return FrameReader(self.house)

    def reread(self) -> bool:
        """Read the newsroom's own sheet again if another program changed it; returns whether it
        did.

        ``faults`` are then those of the present sheet. An unreadable sheet changes nothing else.
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
        """Use another sheet, '' for the shipped one; returns why that failed, or ''.

        A sheet that cannot be read, or is no TOML, changes nothing.
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
        """Create and use the newsroom's own sheet, a copy of the shipped one; returns why that
        failed, or ''.
        """
        try:
            return self.use(newsroom_sheet.ensure_newsroom_sheet(self._folder))
        except DeskError as error:
            return str(error)

    def add(self, kind: str, value: str) -> str:
        """Add a value to a list of the newsroom's own sheet; returns one sentence on the result."""
        try:
            if not self.path:
                self.path = newsroom_sheet.ensure_newsroom_sheet(self._folder)
            self.house = _ADD[kind](self.path, value)
            self._seen = self._stamp()
        except DeskError as error:
            return str(error)
        return f"“{value}” ditambahkan ke daftar redaksi."

    def record_official(self, official: Official, ended: Official | None = None) -> str:
        """Add a person to the register of officials; returns why that failed, or ''.

        The term of ``ended``, an entry of the register, ends on the day before the new one begins.
        """
        entries = [official]
        if ended is not None and official.since is not None:
            entries.insert(0, ended._replace(until=official.since - timedelta(days=1)))
        try:
            if not self.path:
                self.path = newsroom_sheet.ensure_newsroom_sheet(self._folder)
            self.house = newsroom_sheet.put_officials(self.path, entries).style
            self._seen = self._stamp()
        except DeskError as error:
            return str(error)
        return ""

    def ignore(self, rule: str, text: str) -> str:
        """Ignore a rule's findings of a text in every release; returns why that failed, or ''."""
        return self._change(newsroom_sheet.add_ignore, rule, text)

    def mark_again(self, rule: str, text: str) -> str:
        """Remove an entry of ``ignore``; returns why that failed, or ''."""
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
        """Time and size of the own sheet's file; (0, 0) without one."""
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
