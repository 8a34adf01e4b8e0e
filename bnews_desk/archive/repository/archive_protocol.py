"""The protocol of an archive, independent of the database behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from bnews_desk.archive.journal.pending_writes import OriginalNote
from bnews_desk.archive.repository.archive_values import (
    EVERYTHING,
    FIRST_PAGE,
    RELATED,
    DismissedProposal,
    ExportRecord,
    Likeness,
    Order,
    Origin,
    Reason,
    ReleaseFilter,
    ReleaseRecord,
    ReleaseSummary,
    ResultPage,
    SearchHit,
    Version,
)
from bnews_desk.archive.search.search_query import SearchQuery
from bnews_desk.earlier_headlines import TitleLookup
from bnews_desk.release import Release


class Archive(Protocol):
    """Every method does all of its work or nothing, and is durable when it returns, except ``save``
    without ``is_durable``.

    ``rebuild_index``, ``index_duplicates`` and ``thin_out`` work in steps, each of them whole, so
    that other writers can work in between. ``search``, ``related``, ``look_up_title`` and
    ``find_duplicates`` first index what was saved; where an archive cannot be written they answer
    from the earlier index.

    All methods raise ``ArchiveError``; those that take a key raise ``UnknownReleaseError`` where no
    release has it.
    """

    path: str
    """The file of an embedded archive, '' for a shared one."""

    def add(
        self,
        key: str,
        release: Release,
        original: OriginalNote | None = None,
        photos: Mapping[str, bytes] | None = None,
    ) -> ReleaseRecord:
        """Add a new release with its original file and its photos by their SHA-256.

        Its first version is kept. Refused where the key is taken.
        """

    def get(self, key: str) -> ReleaseRecord:
        """The release of that key, in the bin or not."""

    def save(self, record: ReleaseRecord, *, is_durable: bool = True) -> ReleaseRecord:
        """Replace release, status and address of the record's key; returns the new record.

        Without ``is_durable``, for callers that hold the text elsewhere, the change is visible to
        everybody at once and survives the end of the program, but survives a power cut only after
        ``make_durable``.

        Where nothing differs nothing is written and the revision stays. Raises ``ConflictError``
        where the archive's revision is not the record's; the refused text is kept as a version.
        """

    def make_durable(self) -> None:
        """Make everything saved so far survive a power cut.

        Where this raises, everything saved without ``is_durable`` must be saved again.
        """

    def list_releases(
        self, wanted: ReleaseFilter = EVERYTHING, page: ResultPage = FIRST_PAGE
    ) -> list[ReleaseSummary]:
        """Releases, the most recently received first."""

    def summaries(self, keys: Collection[str]) -> Mapping[str, ReleaseSummary]:
        """Those of ``keys`` that the archive has, including those in the bin, as list entries."""

    def counts(self) -> Mapping[str, int]:
        """The number of releases outside the bin by status."""

    def search(
        self, query: SearchQuery, order: Order = "newest", page: ResultPage = FIRST_PAGE
    ) -> list[SearchHit]:
        """The releases outside the bin that match a query, each with its matches marked."""

    def related(self, key: str, release: Release, limit: int = RELATED) -> list[ReleaseSummary]:
        """Earlier releases outside the bin to propose as related, best first.

        Ranked by the people, places and topics that both share; published ones before others, and
        the more recent first among equals. Left out are the release of that key (which need not be
        in the archive), near-copies of it, releases that it links already, and dismissed ones.
        """

    def look_up_title(self, title: str) -> TitleLookup:
        """What the headlines outside the bin say about the title of a linked article."""

    def is_index_current(self) -> bool:
        """Whether the index was made by the present version of the affix analyser."""

    def indexed_share(self) -> float:
        """The share of releases indexed by the present version of the analyser, 1.0 for all."""

    def rebuild_index(self) -> Iterator[int]:
        """Rebuild the index in steps, newest releases first; yields how many are left.

        An interrupted rebuild is continued, in this program or another.
        """

    def find_duplicates(
        self, release: Release, besides: str = "", limit: int = 3
    ) -> list[Likeness]:
        """The releases outside the bin that are near-copies of this one, most similar first.

        ``besides`` is the key of a release to leave out: its own. Dismissed ones are left out too.
        """

    def duplicates_at_arrival(self, key: str, limit: int = 1) -> list[Likeness]:
        """The earlier releases outside the bin of which a release was a near-copy on arrival, most
        similar first.

        Left out is what the editor has decided on: dismissed likenesses, known ones
        (``KNOWN_ALIKE``), and everything for a release that is published.
        """

    def index_duplicates(self) -> int:
        """Fingerprint some releases that have no fingerprints yet; returns how many there were.

        0 means that none is left.
        """

    def original(self, key: str) -> OriginalNote | None:
        """The file that a release was imported from; None where it was begun here."""

    def known_originals(self, digests: Collection[str]) -> Mapping[str, Origin]:
        """By the SHA-256 of a file, the release it was imported as: the latest, one in the bin only
        where there is no other. Unknown files are missing from the result.
        """

    def delete(self, key: str) -> None:
        """Move a release into the bin, where it stays for thirty days."""

    def undelete(self, key: str) -> None:
        """Take a release out of the bin."""

    def keep_version(
        self,
        key: str,
        reason: Reason,
        release: Release | None = None,
        made: float | None = None,
    ) -> None:
        """Keep a version of a release: of its present state, or of the state ``release``.

        Nothing is kept where the last version is equal, or a version of that reason was ``made`` at
        that time.
        """

    def versions(self, key: str) -> list[Version]:
        """The versions of a release, oldest first."""

    def version(self, key: str, number: int) -> Release:
        """The state of a release in one of its versions."""

    def restore(self, key: str, number: int) -> ReleaseRecord:
        """Make a version the present state; the replaced state is kept as a version."""

    def add_photos(self, photos: Mapping[str, bytes]) -> None:
        """Add photos by their SHA-256; known ones stay as they are."""

    def photo(self, digest: str) -> bytes | None:
        """The bytes of a photo."""

    def note_export(self, key: str, made: ExportRecord) -> None:
        """Record that a release was exported to a file; nothing where that export is known.

        Exports with the same time, format and name are the same export.
        """

    def exports(self, key: str) -> list[ExportRecord]:
        """The files that a release was exported to, oldest first."""

    def dismiss(self, key: str, dismissal: DismissedProposal) -> None:
        """Record that a proposal is not wanted for a release."""

    def dismissals(self, key: str) -> frozenset[DismissedProposal]:
        """The proposals that were dismissed for a release."""

    def change_words(self, added: Iterable[str], gone: Iterable[str] = ()) -> None:
        """Add words to the newsroom's dictionary and remove others.

        Concurrent changes of others are preserved.
        """

    def words(self) -> Sequence[str]:
        """The newsroom's dictionary, sorted by code point."""

    def change_ignores(
        self, added: Iterable[tuple[str, str]], gone: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Add and remove newsroom-wide ignores, each a rule id and a folded text.

        Concurrent changes of others are preserved.
        """

    def ignores(self) -> Sequence[tuple[str, str]]:
        """The newsroom-wide ignores, sorted."""

    def thin_out(self) -> None:
        """Delete superfluous versions, and releases that were in the bin for thirty days."""

    def is_file_unchanged(self) -> bool:
        """Whether the opened file is still in its place: no other program has moved, replaced or
        overwritten it. Cheap to call.
        """

    def change_marker(self) -> str:
        """A value that changes with every change of the archive, also by this program; cheap."""

    def faults(self) -> list[str]:
        """One sentence for each inconsistency; empty where the archive is sound."""

    def close(self) -> None:
        """Close the database. Never raises."""
