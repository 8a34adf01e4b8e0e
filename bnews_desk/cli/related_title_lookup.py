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
"""The most titles cached; those of a newsroom's day recur."""
_OWN_FILE = ".db"


def expand_archive_option(arguments: Sequence[str]) -> list[str]:
    """The arguments of a call, changed so that ``--archive`` does not take a file to be checked as
    its value.

    The next argument is its value only if it is an address or the name of a database file; any
    other place must be written ``--archive=…``.
    """
    followed = zip(arguments, [*arguments[1:], ""], strict=True)
    return [
        f"{OPTION}="
        if word == OPTION and not (is_shared(next) or next.endswith(_OWN_FILE))
        else word
        for word, next in followed
    ]


def archive_address(options: argparse.Namespace) -> str:
    """The archive that a call uses: the one it names, the window's, or '' for none."""
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
    """An existing archive, open until ``close``.

    Raises ``ArchiveError`` when it does not exist or cannot be opened; a later failure is reported
    once, and all further titles are unknown.
    """

    def __init__(self, place: str, reader: FrameReader) -> None:
        self._archive: Archive = open_with_password(
            lambda: open_archive(place, reader, may_begin=False), place
        )
        self._is_working = True
        self._known: dict[str, TitleLookup | None] = {}

    def look_up(self, title: str) -> TitleLookup | None:
        """The archive's result for a title, cached."""
        if title not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[title] = self._asked(title)
        return self._known[title]

    def address_of(self, title: str) -> str:
        """The address of a title's article; '' when it is not known."""
        known = self.look_up(title)
        return known.address if known else ""

    def close(self) -> None:
        """Close the archive."""
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
