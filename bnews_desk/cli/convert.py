"""``bnews-desk convert``: another format, the same release."""

from __future__ import annotations

import argparse
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from bnews_desk.cli import desk
from bnews_desk.cli.messages import tell
from bnews_desk.cli.output import put_out
from bnews_desk.cli.status import EXIT_OK
from bnews_desk.exporters.formats import by_key, by_name

if TYPE_CHECKING:
    from bnews_desk.frame.reading import FrameReader


def late_reader(path: str | None) -> FrameReader:
    """A frame reader that is made, and reads its style sheet, when something first asks it."""
    return cast("FrameReader", _LateReader(path))


class _LateReader:
    def __init__(self, path: str | None) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a frame reader has
        """What the frame reader has of this name."""
        return getattr(self._reader, name)

    @cached_property
    def _reader(self) -> FrameReader:
        from bnews_desk.frame.reading import FrameReader

        return FrameReader(desk.house_of(self._path))


def run(options: argparse.Namespace) -> int:
    """Read one release and write it in another format."""
    if options.target_format:
        by_key(options.target_format)
    elif options.target != desk.STANDARD_STREAM:
        by_name(options.target)
    reader = late_reader(options.house)
    if options.house is not None:
        _ = reader.house  # what is wrong in it is said even where nothing asks for it
    desk.limit_memory()
    imported = desk.read(options.source, reader, options.source_format)
    for entry in imported.receipt:
        if entry.left_out and entry.note:
            tell(entry.note)
    put_out(imported.release, imported.pictures, reader, options.target, options.target_format)
    return EXIT_OK
