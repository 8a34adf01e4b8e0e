"""What an importer answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bnews_desk.receipt import Receipt
from bnews_desk.release import Release


class Imported(NamedTuple):
    """A file that has come in: the release, the account of it, and its pictures' bytes.

    ``pictures`` maps the digest of each :class:`~bnews_desk.release.Photo` to its bytes.
    """

    release: Release
    receipt: Receipt
    pictures: Mapping[str, bytes] = {}
