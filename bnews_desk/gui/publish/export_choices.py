"""The formats, folder and file names chosen for an export; does not import Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bnews_desk.exporters import export_formats
from bnews_desk.exporters.file_names import USUAL_PATTERN


class FileForm(NamedTuple):
    """A file format of an export: its key in the settings, and the ending of its files.

    ``title`` and ``short`` are its names in the window. ``is_usual`` formats are visible, the
    others folded. The key is an export format's, or ``PDF``.
    """

    key: str
    ending: str
    title: str
    short: str
    is_usual: bool = False


PDF = "pdf"
"""The form that is printed instead of being written by an exporter."""
USUAL_FORMS = ("docx", "txt")
"""The visible forms, ticked for a first export."""


def file_forms() -> tuple[FileForm, ...]:
    """Every form in the order in which it is shown and written: usual ones, others, PDF."""
    known = {format.key: format for format in export_formats.FORMATS}
    keys = (*USUAL_FORMS, *(key for key in known if key not in USUAL_FORMS))
    written = [
        FileForm(
            key,
            known[key].distinct_ending,
            known[key].title,
            known[key].short or known[key].distinct_ending[1:].upper(),
            is_usual=key in USUAL_FORMS,
        )
        for key in keys
    ]
    return (*written, FileForm(PDF, ".pdf", "Halaman cetak", "PDF"))


CLIPBOARD_FORMS = ("text", "rich", "html", "wordpress")
"""Plain text; rich text; HTML source; source of WordPress blocks."""
_ON_CLIPBOARD = "-clipboard"


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """The forms, folder and file names of an export.

    ``files`` are keys of ``file_forms``, ``clipboard`` is one of ``CLIPBOARD_FORMS`` or '';
    ``pattern`` is valid; ``crlf`` gives TXT files Windows line ends.
    """

    files: tuple[str, ...] = USUAL_FORMS
    clipboard: str = ""
    folder: str = ""
    pattern: str = USUAL_PATTERN
    crlf: bool = False

    @property
    def forms(self) -> tuple[FileForm, ...]:
        """The chosen file forms, in their order."""
        return tuple(form for form in file_forms() if form.key in self.files)

    @property
    def endings(self) -> tuple[str, ...]:
        """The file endings of the chosen forms."""
        return tuple(form.ending for form in self.forms)

    @property
    def is_empty(self) -> bool:
        """Whether no form is chosen, not even for the clipboard."""
        return not (self.forms or self.clipboard)

    @property
    def names(self) -> tuple[str, ...]:
        """The forms as they are named in the settings."""
        chosen = tuple(form.key for form in self.forms)
        return (*chosen, self.clipboard + _ON_CLIPBOARD) if self.clipboard else chosen


def choices_of(
    names: Iterable[str], folder: str, pattern: str, *, crlf: bool = False
) -> ExportChoices:
    """The choices named in the settings; unknown names are skipped.

    Earlier versions stored rich text as text and HTML at once.
    """
    known = set(names)
    files = tuple(form.key for form in file_forms() if form.key in known)
    held = [form for form in CLIPBOARD_FORMS if form + _ON_CLIPBOARD in known]
    is_both = {"text", "html"} <= set(held)
    clipboard = "rich" if is_both else next(iter(held), "")
    return ExportChoices(files, clipboard, folder, pattern, crlf)


def form_of(path: str) -> FileForm:
    """The form of a written file, by its ending."""
    fitting = [form for form in file_forms() if path.endswith(form.ending)]
    return max(fitting, key=lambda form: len(form.ending))
