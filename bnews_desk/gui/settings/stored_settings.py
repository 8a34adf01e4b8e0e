"""The settings in use, and writing them to their file."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bnews_desk.paths import settings_file
from bnews_desk.settings import Settings, load_settings, try_save_settings

if TYPE_CHECKING:
    from bnews_desk.gui.publish.export_choices import ExportChoices


_LOG = logging.getLogger(__name__)


class StoredSettings:
    """The settings at hand."""

    def __init__(self) -> None:
        loaded = load_settings(settings_file())
        self.settings: Settings = loaded.settings
        self._notice = loaded.notice

    def export_choices(self) -> ExportChoices:
        """The forms, the folder and the names of the last export."""
        from bnews_desk.exporters.file_names import usable_pattern
        from bnews_desk.gui.publish.export_choices import choices_of

        stored = self.settings
        pattern = usable_pattern(stored.export_pattern)
        return choices_of(stored.export_forms, stored.export_folder, pattern, crlf=stored.txt_crlf)

    def notices(self) -> list[str]:
        """What is to be told at the start: of the settings, and what could not be told when the
        window was closed, which is forgotten when it is closed next."""
        untold = self.settings.untold.splitlines()
        self.take(untold="")
        return [self._notice, *untold]

    def take_choices(self, choices: ExportChoices) -> None:
        """Remember how the editor exports."""
        self.take(
            export_forms=choices.names,
            export_folder=choices.folder,
            export_pattern=choices.pattern,
            txt_crlf=choices.crlf,
        )

    def take_folder(self, folder: str) -> None:
        """Remember where files were last chosen."""
        self.take(open_folder=folder)

    def take_sheet(self, path: str) -> None:
        """Keep at once which style sheet is in use: what stands in it must hold tomorrow."""
        if self.settings.house_sheet != path:
            self.take(house_sheet=path)
            self.save()

    def take(self, **values: Any) -> None:  # noqa: ANN401
        """Take other values of ``Settings``, by name."""
        self.settings = replace(self.settings, **values)

    def keep(self, **values: Any) -> None:  # noqa: ANN401
        """Take other values and write them down at once."""
        self.take(**values)
        self.save()

    def save(self) -> None:
        """Write the settings; where that fails, the old ones stay."""
        if try_save_settings(settings_file(), self.settings):
            _LOG.warning("saving the settings failed")
