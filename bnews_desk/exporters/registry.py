"""Writing a release by the writer of a format."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from bnews_desk.exporters.exported import Exported
from bnews_desk.exporters.formats import by_key
from bnews_desk.release import Release

if TYPE_CHECKING:
    from datetime import datetime

    from bnews_desk.frame.reading import FrameReader


def write_release(
    release: Release,
    pictures: Mapping[str, bytes],
    key: str,
    reader: FrameReader,
    *,
    now: datetime | None = None,
) -> Exported:
    """The bytes of a release in a format, and what could not go into them.

    ``pictures`` maps the digests of photos to bytes; ``now`` is the time the file says it was
    made. Raises :class:`~bnews_desk.errors.WriteError` (*unknown-format*; *failed* where the
    program's own template is missing).
    """
    format = by_key(key)
    module = import_module(f"bnews_desk.exporters.{format.module}")
    write = getattr(module, format.function)
    return cast(Exported, write(release, pictures, reader, now=now))
