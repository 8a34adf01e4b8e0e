"""What goes into the archive and comes out of it.

Times are seconds since 1970, days ISO dates; everything is a value and compares as one.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from bnews_desk.archive.release_progress import Stage
from bnews_desk.release import Release
from bnews_desk.text import Span

Reason = Literal["impor", "rapikan", "ekspor", "berkala", "pulih", "bentrok"]
"""Why a version was kept: at import, before a bulk fix, at export, after ten minutes of work,
before another version was restored, because somebody else had saved meanwhile."""
Order = Literal["newest", "best"]
"""Which hits come first: the last that came in, or those that fit best."""


class ReleaseRecord(NamedTuple):
    """A release as it lies in the archive.

    ``revision`` grows with every change, so that nobody overwrites what he has not seen;
    ``address`` is where it was published, '' while it was not; ``deleted`` is when it went into
    the bin, None where it is not there.
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
    """A release in a list: what its frame says, and how far it is.

    ``day`` is the day of publication, or that on which it came in; ``opening`` are the first
    words below the headline; ``initials`` are joined by commas.
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
    """Some words of a release, on one line; ``marks`` are the stretches that were looked for."""

    text: str = ""
    marks: tuple[Span, ...] = ()


class SearchHit(NamedTuple):
    """A release that was found: its headline and the best of its body, with what was found."""

    summary: ReleaseSummary
    headline: Excerpt = Excerpt()
    excerpt: Excerpt = Excerpt()


class Likeness(NamedTuple):
    """An earlier release that a text is a copy of, or nearly.

    ``share`` is that of the words they have in common, of all words of both, 0 to 1; ``version``
    the number of the version that is so alike, None where that is the release as it is now.
    """

    summary: ReleaseSummary
    share: float
    version: int | None = None


class Origin(NamedTuple):
    """A release that a file came in as, and when the file was received."""

    summary: ReleaseSummary
    received: float


class Version(NamedTuple):
    """An earlier state of a release; a higher number came into the archive later."""

    number: int
    made: float
    reason: Reason


class ExportRecord(NamedTuple):
    """A file that a release was written to, as of which revision."""

    made: float
    format: str
    name: str
    revision: int


class DismissedProposal(NamedTuple):
    """A proposal the editor did not want for a release: a related headline, a likeness."""

    kind: str
    subject: str


NOT_RELATED = "related"
"""The kind of a dismissal whose subject is the key of a release that is not to be proposed as a
related one."""
NOT_ALIKE = "likeness"
"""The kind of a dismissal that says of a text, by its words, that it is no copy of a release."""
KNOWN_ALIKE = "alike"
"""The kind of a dismissal whose subject is the key of an earlier release that this one is known to
be like: the editor was told, and has taken it in all the same."""


class ReleaseFilter(NamedTuple):
    """Which releases a list shows; days are inclusive, '' is open, None means any status."""

    statuses: frozenset[Stage] | None = None
    since: str = ""
    until: str = ""
    in_bin: bool = False


class ResultPage(NamedTuple):
    """Which part of an answer is wanted."""

    limit: int = 50
    offset: int = 0


FIRST_PAGE = ResultPage()
EVERYTHING = ReleaseFilter()
RELATED = 8
"""Earlier headlines that are proposed for a release."""
