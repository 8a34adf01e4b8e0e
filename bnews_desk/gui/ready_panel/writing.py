"""Writing an export's files; nothing here knows Qt, and it may run on any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bnews_desk.errors import WriteError
from bnews_desk.exporters.exported import Exported
from bnews_desk.exporters.formats import by_name
from bnews_desk.exporters.registry import write_release
from bnews_desk.files import write_atomically
from bnews_desk.frame.reading import FrameReader
from bnews_desk.release import Release


@dataclass(frozen=True, slots=True)
class Order:
    """A release and the files to make of it, each in the format of its ending."""

    release: Release
    pictures: Mapping[str, bytes]
    reader: FrameReader
    paths: tuple[str, ...]
    may_overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that were written; ``failure`` is one sentence, '' where all of them were.

    ``notes`` has a sentence for each thing that could not go into a file.
    """

    written: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    failure: str = ""


def carry_out(order: Order) -> Outcome:
    """Make every file's bytes, then write each whole or not at all.

    An existing file is touched only where the order says so. A failure ends it; what stands
    written by then is told.
    """
    written: list[str] = []
    try:
        made = [_made(order, path) for path in order.paths]
        for path, exported in zip(order.paths, made, strict=True):
            write_atomically(path, exported.data, overwrite=order.may_overwrite)
            written.append(path)
    except WriteError as error:
        return Outcome(tuple(written), failure=str(error))
    return Outcome(tuple(written), tuple(note for one in made for note in one.notes))


def _made(order: Order, path: str) -> Exported:
    return write_release(order.release, order.pictures, by_name(path).key, order.reader)
