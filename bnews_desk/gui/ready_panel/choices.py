"""What an editor has chosen in Siap tayang; nothing here knows Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """The forms a release goes out in, and the folder for the files; the last ones are kept."""

    docx: bool = True
    txt: bool = True
    text_to_clipboard: bool = False
    html_to_clipboard: bool = False
    folder: str = ""

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of the files that are wanted."""
        return (".docx",) * self.docx + (".txt",) * self.txt

    @property
    def uses_clipboard(self) -> bool:
        """Whether the clipboard gets something."""
        return self.text_to_clipboard or self.html_to_clipboard

    @property
    def is_empty(self) -> bool:
        """Whether no form at all is chosen."""
        return not (self.endings or self.uses_clipboard)
