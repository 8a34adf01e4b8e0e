"""What the program remembers of its user from one day to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bnews_desk.paths import settings_file
from bnews_desk.settings import Settings, load, save_quietly

if TYPE_CHECKING:
    from bnews_desk.gui.ready_panel.choices import ExportChoices

EXPORT_FORMS = ("docx", "txt", "text-clipboard", "html-clipboard")
"""How the settings name the forms of an export, in the order of its choices."""


class Remembered:
    """The settings at hand; ``notice`` is a sentence where they could not be read."""

    def __init__(self) -> None:
        loaded = load(settings_file())
        self.settings: Settings = loaded.settings
        self.notice = loaded.notice

    def export_choices(self) -> ExportChoices:
        """The forms and the folder of the last export."""
        from bnews_desk.gui.ready_panel.choices import ExportChoices

        forms = self.settings.export_forms
        docx, txt, text, html = (form in forms for form in EXPORT_FORMS)
        return ExportChoices(docx, txt, text, html, self.settings.export_folder)

    def take_choices(self, choices: ExportChoices) -> None:
        """Remember how the editor exports."""
        chosen = (choices.docx, choices.txt, choices.text_to_clipboard, choices.html_to_clipboard)
        forms = tuple(form for form, is_on in zip(EXPORT_FORMS, chosen, strict=True) if is_on)
        self.take(export_forms=forms, export_folder=choices.folder)

    def take_folder(self, folder: str) -> None:
        """Remember where files were last chosen."""
        self.take(open_folder=folder)

    def take_sheet(self, path: str) -> None:
        """Keep at once which style sheet is in use: what stands in it must hold tomorrow."""
        if self.settings.house_sheet != path:
            self.take(house_sheet=path)
            self.save()

    def take(self, **values: Any) -> None:  # noqa: ANN401
        """Take other values of :class:`~bnews_desk.settings.Settings`, by name."""
        self.settings = replace(self.settings, **values)

    def save(self) -> None:
        """Write the settings; where that fails, the old ones stay."""
        save_quietly(settings_file(), self.settings)
