"""Links on related titles, where a call of ``convert`` names an archive that knows them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from bnews_desk.frame.release_frame import FrameReader
    from bnews_desk.release import Release


@contextlib.contextmanager
def linking(
    options: argparse.Namespace, reader: FrameReader
) -> Iterator[Callable[[Release], Release]]:
    """What links a release's related titles by the call's archive, or leaves it as it is."""
    if options.archive is None:
        yield lambda release: release
        return
    from bnews_desk.cli.asked_archive import AskedArchive, place_of
    from bnews_desk.exporters.related_links import link_related_titles

    with contextlib.closing(AskedArchive(place_of(options), reader)) as archive:
        yield lambda release: link_related_titles(release, reader, archive.address_of)
