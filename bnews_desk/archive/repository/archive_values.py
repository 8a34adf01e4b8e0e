"""The values that the archive's methods take and return.

Times are seconds since 1970, days ISO dates; all values compare by content.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from bnews_desk.archive.release_progress import Stage
from bnews_desk.release import Release
from bnews_desk.text import Span

Reason = Literal["impor", "rapikan", "ekspor", "berkala", "pulih", "bentrok"]
"""Why a version was kept: import, before a bulk fix, export, ten minutes of work, before another
version was restored, conflict with somebody else's save.
"""
Order = Literal["newest", "best"]
"""The order of search hits: most recently received first, or best match first."""


class ReleaseRecord(NamedTuple):
    """A release as the archive has it.

    ``revision`` grows with every change and detects concurrent saves; ``address`` is where it was
    published, '' before; ``deleted`` is when it was moved into the bin, None while it is not there.
    """

    key: str
    release: Release
    status: Stage = "baru"
    address: str = ""
    revision: int = 0
    created: float = 0.0
    changed: float = 0.0
    deleted: float | None = None


class ReleaseSummary(NamedTuple):
    """A release in a list: its frame's fields and its stage.

    ``day`` is the day of publication, or of arrival; ``opening`` is the first words below the
    headline; ``initials`` are joined by commas.
    """

    key: str
    revision: int
    status: Stage
    headline: str
    opening: str
    place: str
    source: str
    initials: str
    editor: str
    day: str
    address: str
    created: float
    changed: float
    deleted: float | None


class Excerpt(NamedTuple):
    """Some words of a release on one line; ``marks`` are the matches."""

    text: str = ""
    marks: tuple[Span, ...] = ()


class SearchHit(NamedTuple):
    """A release that was found: its headline and best excerpt, with matches marked."""

    summary: ReleaseSummary
    headline: Excerpt = Excerpt()
    excerpt: Excerpt = Excerpt()


class Likeness(NamedTuple):
    """An earlier release of which a text is a copy or near-copy.

    ``share`` is the share of words in common, of all words of both, 0 to 1; ``version`` is the
    number of the version that is so similar, None for the release's present state.
    """

    summary: ReleaseSummary
    share: float
    version: int | None = None


class Origin(NamedTuple):
    """A release that a file was imported as, and when the file was received."""

    summary: ReleaseSummary
    received: float


class Version(NamedTuple):
    """An earlier state of a release; a higher number was added to the archive later."""

    number: int
    made: float
    reason: Reason


class ExportRecord(NamedTuple):
    """A file that a release was exported to, and the exported revision."""

    made: float
    format: str
    name: str
    revision: int


class DismissedProposal(NamedTuple):
    """A proposal that the editor dismissed for a release: a related headline or a likeness."""

    kind: str
    subject: str


NOT_RELATED = "related"
"""Kind of a dismissal whose subject is the key of a release that is not to be proposed as related.
"""
NOT_ALIKE = "likeness"
"""Kind of a dismissal whose subject identifies a text by its words: it is no copy of the release.
"""
KNOWN_ALIKE = "alike"
"""Kind of a dismissal whose subject is the key of an earlier release: the editor was told of the
likeness and imported this one all the same.
"""


class ReleaseFilter(NamedTuple):
    """The releases that a list shows; days are inclusive, '' is unbounded, None is any status."""

    statuses: frozenset[Stage] | None = None
    since: str = ""
    until: str = ""
    in_bin: bool = False


class ResultPage(NamedTuple):
    """The part of a result that is wanted."""

    limit: int = 50
    offset: int = 0


FIRST_PAGE = ResultPage()
EVERYTHING = ReleaseFilter()
RELATED = 8
"""How many earlier headlines are proposed for a release."""
