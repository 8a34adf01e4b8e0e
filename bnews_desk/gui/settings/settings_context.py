"""The parts of the program that the settings pages change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bnews_desk.gui.findings.second_opinion_service import SecondOpinionService
    from bnews_desk.gui.inbox.inbox_controller import InboxController
    from bnews_desk.gui.settings.archive_password_move import ArchivePassword
    from bnews_desk.gui.settings.dictionary_pair import UserDictionaries
    from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
    from bnews_desk.gui.settings.stored_settings import StoredSettings
    from bnews_desk.gui.settings.style_sheet_controller import StyleSheetController


class SettingsContext(NamedTuple):
    """The parts of the program that the settings pages change."""

    register: NewsroomRegister
    sheet: StyleSheetController
    dictionaries: UserDictionaries
    opinions: SecondOpinionService
    inbox: InboxController
    remembered: StoredSettings
    archive_password: ArchivePassword
