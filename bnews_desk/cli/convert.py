"""``bnews-desk convert``: another format, the same release."""

from __future__ import annotations

import argparse
from functools import cached_property
from typing import TYPE_CHECKING

from bnews_desk.cli import desk
from bnews_desk.cli.messages import tell
from bnews_desk.cli.output import put_out
from bnews_desk.cli.status import EXIT_OK
from bnews_desk.frame.reading import FrameReader

if TYPE_CHECKING:
    from bnews_desk.house.style import HouseStyle


class LateReader(FrameReader):
    """A frame reader that reads its style sheet when a release first asks for its frame."""

    def __init__(self, path: str | None) -> None:
        self._path = path

    @cached_property
    def house(self) -> HouseStyle:  # type: ignore[override]
        """The newsroom's style."""
        return desk.house_of(self._path)


def run(options: argparse.Namespace) -> int:
    """Read one release and write it in another format."""
    if options.target != desk.STANDARD_STREAM and not options.target_format:
        from bnews_desk.exporters.registry import format_of

        format_of(options.target)
    reader = (
        LateReader(None) if options.house is None else FrameReader(desk.house_of(options.house))
    )
    desk.limit_memory()
    imported = desk.read(options.source, reader, options.source_format)
    for entry in imported.receipt:
        if entry.left_out and entry.note:
            tell(entry.note)
    put_out(imported.release, imported.pictures, reader, options.target, options.target_format)
    return EXIT_OK
