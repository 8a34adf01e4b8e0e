"""A frame reader made on first use, and the report of what an import left out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from bnews_desk.cli import command_inputs
from bnews_desk.cli.standard_error import print_message

if TYPE_CHECKING:
    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.importers.imported_release import ImportedRelease


def lazy_frame_reader(path: str | None) -> FrameReader:
    """A frame reader that reads its style sheet when it is first used."""
    return cast("FrameReader", _LazyFrameReader(path))


class _LazyFrameReader:
    def __init__(self, path: str | None) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a frame reader has
        """The frame reader's attribute of that name."""
        if name.startswith("_"):  # pickle asks before _path is set
            raise AttributeError(name)
        return getattr(self._reader, name)

    @cached_property
    def _reader(self) -> FrameReader:
        from bnews_desk.frame.release_frame import FrameReader

        return FrameReader(command_inputs.load_style_sheet(self._path))


def report_left_out(imported: ImportedRelease, prefix: str = "") -> None:
    """Report on standard error what an import left out of a file."""
    for entry in imported.receipt:
        if entry.left_out and entry.note:
            print_message(f"{prefix}{entry.note}")
