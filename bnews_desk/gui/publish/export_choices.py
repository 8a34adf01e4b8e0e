"""The formats, folder and file names chosen for an export; without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bnews_desk.exporters import export_formats
from bnews_desk.exporters.file_names import USUAL_PATTERN


class FileForm(NamedTuple):
    """A form that goes into a file: its key as in the settings, and what the file's name ends in.

    ``title`` and ``short`` are what the window calls it. ``is_usual`` where it stands in sight,
    not in the fold. The key is that of a format that can be written, or ``PDF``.
    """

    key: str
    ending: str
    title: str
    short: str
    is_usual: bool = False


PDF = "pdf"
"""The form that is not written by an exporter but printed."""
USUAL_FORMS = ("docx", "txt")
"""The forms in sight, and those of a first export."""


def file_forms() -> tuple[FileForm, ...]:
    """Every form in the order in which it is shown and written: the usual ones, others, PDF."""
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
"""Plain text; text with looks, for editors that take it; the source of a page; that of blocks."""
_ON_CLIPBOARD = "-clipboard"


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """The forms a release goes out in, folder and name of the files; the last ones are kept.

    ``files`` are keys of ``file_forms``, ``clipboard`` one of ``CLIPBOARD_FORMS`` or '';
    ``pattern`` is a sound one; ``crlf`` gives TXT files the line breaks of Windows.
    """

    files: tuple[str, ...] = USUAL_FORMS
    clipboard: str = ""
    folder: str = ""
    pattern: str = USUAL_PATTERN
    crlf: bool = False

    @property
    def forms(self) -> tuple[FileForm, ...]:
        """The forms of the files that are wanted, in their order."""
        return tuple(form for form in file_forms() if form.key in self.files)

    @property
    def endings(self) -> tuple[str, ...]:
        """What the names of the wanted files end in."""
        return tuple(form.ending for form in self.forms)

    @property
    def is_empty(self) -> bool:
        """Whether no form at all is chosen."""
        return not (self.forms or self.clipboard)

    @property
    def names(self) -> tuple[str, ...]:
        """The forms as the settings name them."""
        chosen = tuple(form.key for form in self.forms)
        return (*chosen, self.clipboard + _ON_CLIPBOARD) if self.clipboard else chosen


def choices_of(
    names: Iterable[str], folder: str, pattern: str, *, crlf: bool = False
) -> ExportChoices:
    """The choices that the settings name; what is unknown there is passed over.

    Text and page on the clipboard at once is how earlier versions called text with looks.
    """
    known = set(names)
    files = tuple(form.key for form in file_forms() if form.key in known)
    held = [form for form in CLIPBOARD_FORMS if form + _ON_CLIPBOARD in known]
    is_both = {"text", "html"} <= set(held)
    clipboard = "rich" if is_both else next(iter(held), "")
    return ExportChoices(files, clipboard, folder, pattern, crlf)


def form_of(path: str) -> FileForm:
    """The form whose ending a written file has."""
    fitting = [form for form in file_forms() if path.endswith(form.ending)]
    return max(fitting, key=lambda form: len(form.ending))
