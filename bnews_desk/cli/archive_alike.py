"""``bnews-desk archive alike``: whether files are copies of releases that came in before."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bnews_desk.cli import archive_output as output
from bnews_desk.cli import desk
from bnews_desk.cli.incoming import late_reader
from bnews_desk.cli.messages import printable, tell
from bnews_desk.cli.progress import counted
from bnews_desk.cli.status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.errors import DeskError

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.archive.repository.archive_values import Likeness
    from bnews_desk.release import Release


def run(vault: Archive, options: argparse.Namespace) -> int:
    """Print the earlier releases that each file is like; 2 where a file could not be read."""
    status = EXIT_OK
    found: list[tuple[str, list[Likeness]]] = []
    desk.limit_memory()
    for path in counted(options.files, len(options.files), "Membandingkan"):
        try:
            release = desk.read(path, late_reader(options.house)).release
            found.append((path, likenesses(vault, release, options.limit)))
        except DeskError as error:
            tell(f"{path}: {error}")
            status = EXIT_UNREADABLE
    output.put_alike(found, options.format)
    return status


def likenesses(vault: Archive, release: Release, limit: int = 3) -> list[Likeness]:
    """The earlier releases that a release is like, those of an older archive too."""
    while vault.catch_up():
        pass
    return vault.alike(release, limit=limit)


def tell_alike(path: str, found: list[Likeness]) -> None:
    """Say on standard error that a file is like what is there already."""
    for one in found:
        name = printable(one.summary.headline or one.summary.opening)
        tell(
            f"{path}: mirip {output.percent(one)} % dengan “{name}” ({output.since(one.summary)},"
            f" kunci {one.summary.key})."
        )
