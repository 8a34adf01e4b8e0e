"""What the pages of the settings are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bnews_desk.gui.dictionaries import Dictionaries
    from bnews_desk.gui.inbox.room import InboxRoom
    from bnews_desk.gui.opinions import OpinionService
    from bnews_desk.gui.preferences.archive_password import ArchivePassword
    from bnews_desk.gui.register import Register
    from bnews_desk.gui.remembered import Remembered
    from bnews_desk.gui.sheet_use import SheetUse


class Parts(NamedTuple):
    """The parts of the window that the settings reach."""

    register: Register
    sheet: SheetUse
    dictionaries: Dictionaries
    opinions: OpinionService
    inbox: InboxRoom
    remembered: Remembered
    archive_password: ArchivePassword
