"""Looks up titles of related articles in an archive, for ``check`` and ``convert``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bnews_desk.archive.repository.archive_address import is_shared
from bnews_desk.archive.repository.archive_errors import ArchiveError
from bnews_desk.archive.repository.open_archive import open_archive
from bnews_desk.cli.archive_password_prompt import open_with_password, warn_of_visible_password
from bnews_desk.cli.standard_error import print_message
from bnews_desk.earlier_headlines import TitleLookup

if TYPE_CHECKING:
    from bnews_desk.archive.repository.archive_protocol import Archive
    from bnews_desk.frame.release_frame import FrameReader

OPTION = "--archive"
MOST_REMEMBERED = 10_000
"""Titles whose answers are kept: those of a newsroom's day come up again and again."""
_OWN_FILE = ".db"


def expand_archive_option(arguments: Sequence[str]) -> list[str]:
    """The arguments of a call in which ``--archive`` takes no file to be checked for an archive.

    What stands behind it is its value where it is an address or the name of a database; any other
    place is written ``--archive=…``.
    """
    followed = zip(arguments, [*arguments[1:], ""], strict=True)
    return [
        f"{OPTION}="
        if word == OPTION and not (is_shared(next) or next.endswith(_OWN_FILE))
        else word
        for word, next in followed
    ]


def archive_address(options: argparse.Namespace) -> str:
    """The archive that a call is to ask: the one it names, the window's, or '' for none."""
    if options.archive is None:
        return ""
    if options.archive:
        warn_of_visible_password(options.archive)
        return str(options.archive)
    from bnews_desk.paths import settings_file
    from bnews_desk.settings import read_settings

    found = read_settings(settings_file())
    if found.notice:
        print_message(found.notice)
    return found.settings.archive_place


class RelatedTitleLookup:
    """An archive that is there already, open until ``close``.

    Raises ``ArchiveError`` where it is not or cannot be used; once it is open a failure is told
    once, and nothing is known from then on.
    """

    def __init__(self, place: str, reader: FrameReader) -> None:
        self._archive: Archive = open_with_password(
            lambda: open_archive(place, reader, may_begin=False), place
        )
        self._is_working = True
        self._known: dict[str, TitleLookup | None] = {}

    def look_up(self, title: str) -> TitleLookup | None:
        """What is known of a title, asked once."""
        if title not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[title] = self._asked(title)
        return self._known[title]

    def address_of(self, title: str) -> str:
        """Where the article of a title is published; '' where that is not known."""
        known = self.look_up(title)
        return known.address if known else ""

    def close(self) -> None:
        """Let go of the archive."""
        self._archive.close()

    def _asked(self, title: str) -> TitleLookup | None:
        if not self._is_working:
            return None
        try:
            return self._archive.look_up_title(title)
        except ArchiveError as error:
            self._is_working = False
            print_message(str(error))
            return None
