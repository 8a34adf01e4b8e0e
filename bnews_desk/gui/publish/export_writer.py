"""Writes the files of an export, on any thread; does not import Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bnews_desk.errors import WriteError
from bnews_desk.exporters.export_formats import format_by_key, write_release
from bnews_desk.exporters.exported_file import ExportedFile
from bnews_desk.files import write_atomically
from bnews_desk.frame.release_frame import FrameReader
from bnews_desk.gui.publish.export_choices import PDF
from bnews_desk.release import Release

PrintPages = Callable[[Release, Mapping[str, bytes], FrameReader], bytes]
"""Makes the pages of a release as a PDF file."""


class ExportTarget(NamedTuple):
    """One file to be written: the key of its form, and its path."""

    form: str
    path: str


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """A release and the files to write; ``crlf`` gives TXT files Windows line ends."""

    release: Release
    pictures: Mapping[str, bytes]
    reader: FrameReader
    targets: tuple[ExportTarget, ...]
    print_pages: PrintPages
    may_overwrite: bool = False
    crlf: bool = False


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """The files written; ``failure`` is one sentence, '' when all were written.

    ``notes`` has a sentence for each thing that could not be written to a file. Plain text without
    photos is not noted when another file of the export has them.
    """

    written: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    failure: str = ""


def write_export(order: ExportOrder) -> ExportOutcome:
    """Make every file's bytes, then write each file whole or not at all.

    An existing file is replaced only when the order allows it. The first failure ends the export;
    the files written before it are reported.
    """
    written: list[str] = []
    try:
        made = [_made(order, target.form) for target in order.targets]
        for target, exported in zip(order.targets, made, strict=True):
            write_atomically(target.path, exported.data, overwrite=order.may_overwrite)
            written.append(target.path)
    except WriteError as error:
        return ExportOutcome(tuple(written), failure=str(error))
    return ExportOutcome(tuple(written), tuple(_notes(order, made)))


def _notes(order: ExportOrder, made: Sequence[ExportedFile]) -> Iterator[str]:
    are_held = any(exported.holds_pictures for exported in made)
    for target, exported in zip(order.targets, made, strict=True):
        is_text_alone = target.form != PDF and format_by_key(target.form).is_text_alone
        if not (are_held and is_text_alone):
            yield from exported.notes


def _made(order: ExportOrder, form: str) -> ExportedFile:
    if form == PDF:
        return ExportedFile(order.print_pages(order.release, order.pictures, order.reader))
    return write_release(order.release, order.pictures, form, order.reader, crlf=order.crlf)
