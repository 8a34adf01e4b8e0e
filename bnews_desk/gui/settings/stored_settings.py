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
    """The settings in use; changed values are written at once or when the program ends."""

    def __init__(self) -> None:
        loaded = load_settings(settings_file())
        self.settings: Settings = loaded.settings
        self._notice = loaded.notice

    def export_choices(self) -> ExportChoices:
        """The formats, the folder and the file names of the last export."""
        from bnews_desk.exporters.file_names import usable_pattern
        from bnews_desk.gui.publish.export_choices import choices_of

        stored = self.settings
        pattern = usable_pattern(stored.export_pattern)
        return choices_of(stored.export_forms, stored.export_folder, pattern, crlf=stored.txt_crlf)

    def notices(self) -> list[str]:
        """The messages to show at the start: about the settings, and those that could not be shown
        when the window was closed, which are then cleared.
        """
        untold = self.settings.untold.splitlines()
        self.set_values(untold="")
        return [self._notice, *untold]

    def remember_export_choices(self, choices: ExportChoices) -> None:
        """Store the choices of an export."""
        self.set_values(
            export_forms=choices.names,
            export_folder=choices.folder,
            export_pattern=choices.pattern,
            txt_crlf=choices.crlf,
        )

    def remember_open_folder(self, folder: str) -> None:
        """Store the folder that files were last chosen from."""
        self.set_values(open_folder=folder)

    def remember_style_sheet(self, path: str) -> None:
        """Store which style sheet is in use, and write it at once."""
        if self.settings.house_sheet != path:
            self.set_values(house_sheet=path)
            self.save()

    def set_values(self, **values: Any) -> None:  # noqa: ANN401
        """Change values of ``Settings``, by name."""
        self.settings = replace(self.settings, **values)

    def save_values(self, **values: Any) -> None:  # noqa: ANN401
        """Change values of ``Settings``, by name, and write the file."""
        self.set_values(**values)
        self.save()

    def save(self) -> None:
        """Write the file; a failure leaves the old one and is logged."""
        if try_save_settings(settings_file(), self.settings):
            _LOG.warning("saving the settings failed")
