"""What the rest of the program may ask of an archive, whichever database lies behind it."""

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
    """Every method does all of its work or nothing, and is durable when it returns, but for
    ``save`` where it is told not to wait for that.

    Three work in steps, each of them whole, so that others get in between: ``rebuild_index``,
    ``index_duplicates`` and ``thin_out``. What was saved is found by the next ``search``,
    ``related``, ``look_up_title`` or ``find_duplicates``, which index it first; where an archive
    cannot be written they answer as before that save.

    All raise ``ArchiveError``; those that take a key ``UnknownReleaseError`` where no release has
    it.
    """

    path: str
    """The file of an embedded archive, '' of a shared one."""

    def add(
        self,
        key: str,
        release: Release,
        original: OriginalNote | None = None,
        photos: Mapping[str, bytes] | None = None,
    ) -> ReleaseRecord:
        """Take in a new release with the file it came in and its photos by their SHA-256.

        Its first version is kept. Refused where the key is taken.
        """

    def get(self, key: str) -> ReleaseRecord:
        """The release of that key, in the bin or not."""

    def save(self, record: ReleaseRecord, *, is_durable: bool = True) -> ReleaseRecord:
        """Replace release, status and address of the record's key; its new record.

        Without ``is_durable``, for who has the text elsewhere, it is seen by everybody at once and
        survives the end of the program, but a power cut only behind ``make_durable``.

        Nothing changes, and the revision stays, where nothing differs. Raises ``ConflictError``
        where the archive's revision is not the record's; the text that was not taken is kept as a
        version.
        """

    def make_durable(self) -> None:
        """Have everything that was saved so far survive a power cut.

        Where this raises, what was saved without ``is_durable`` is to be saved again.
        """

    def list_releases(
        self, wanted: ReleaseFilter = EVERYTHING, page: ResultPage = FIRST_PAGE
    ) -> list[ReleaseSummary]:
        """Releases, the last that came in first."""

    def summaries(self, keys: Collection[str]) -> Mapping[str, ReleaseSummary]:
        """Those of ``keys`` that the archive has, in the bin or not, as a list shows them."""

    def counts(self) -> Mapping[str, int]:
        """How many releases outside the bin are of each status."""

    def search(
        self, query: SearchQuery, order: Order = "newest", page: ResultPage = FIRST_PAGE
    ) -> list[SearchHit]:
        """The releases outside the bin that a query asks for, each with its marked words."""

    def related(self, key: str, release: Release, limit: int = RELATED) -> list[ReleaseSummary]:
        """Earlier releases outside the bin to be read with this one, the best first.

        By the people, places and subjects that both share, published ones before others and the
        more recent first among equals. Never the release of that key, which need not be in the
        archive, a near-copy of it, one that it links already, or one that was dismissed.
        """

    def look_up_title(self, title: str) -> TitleLookup:
        """What is known of the title of a linked article, by the headlines outside the bin."""

    def is_index_current(self) -> bool:
        """Whether the index was made with the roots that the analyser finds today."""

    def indexed_share(self) -> float:
        """Which share of the releases can be found by the roots of today, 1.0 for all."""

    def rebuild_index(self) -> Iterator[int]:
        """Index every release anew in steps, the newest first: after each, how many are left.

        What was left off is gone on with, in this program or another.
        """

    def find_duplicates(
        self, release: Release, besides: str = "", limit: int = 3
    ) -> list[Likeness]:
        """The releases outside the bin that are as good as this one, the most alike first.

        ``besides`` is the key of a release that is left out: its own. So is what was dismissed.
        """

    def duplicates_at_arrival(self, key: str, limit: int = 1) -> list[Likeness]:
        """The earlier releases outside the bin that a release was like as it came in, the most
        alike first.

        Nothing of what the editor has decided on: a likeness that was dismissed, one that is known
        (``KNOWN_ALIKE``), any of a release that is published.
        """

    def index_duplicates(self) -> int:
        """Look at some releases that no copy would be found of yet; how many of them there were.

        None is left when that is 0.
        """

    def original(self, key: str) -> OriginalNote | None:
        """What a release came in; None where it was begun here."""

    def known_originals(self, digests: Collection[str]) -> Mapping[str, Origin]:
        """What the files of these SHA-256 came in as, those that did: the last of each, one in
        the bin only where there is no other."""

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
        """Keep a release as a version: as it is, or in the state ``release``.

        Nothing where the last version is the same, or one of that reason was ``made`` then.
        """

    def versions(self, key: str) -> list[Version]:
        """The versions of a release, oldest first."""

    def version(self, key: str, number: int) -> Release:
        """A release as it was in one of its versions."""

    def restore(self, key: str, number: int) -> ReleaseRecord:
        """Make a version the present state; what was present is kept as a version."""

    def add_photos(self, photos: Mapping[str, bytes]) -> None:
        """Keep photos by their SHA-256; known ones stay as they are."""

    def photo(self, digest: str) -> bytes | None:
        """The bytes of a photo."""

    def note_export(self, key: str, made: ExportRecord) -> None:
        """Remember that a release was written to a file; nothing where that is known.

        It is the same where moment, form and name are.
        """

    def exports(self, key: str) -> list[ExportRecord]:
        """The files a release was written to, oldest first."""

    def dismiss(self, key: str, dismissal: DismissedProposal) -> None:
        """Remember that a proposal is not wanted for a release."""

    def dismissals(self, key: str) -> frozenset[DismissedProposal]:
        """What is not to be proposed for a release again."""

    def change_words(self, added: Iterable[str], gone: Iterable[str] = ()) -> None:
        """Add words to the newsroom's dictionary and take others out of it.

        What others change at the same moment stays.
        """

    def words(self) -> Sequence[str]:
        """The newsroom's dictionary in order of code points."""

    def change_ignores(
        self, added: Iterable[tuple[str, str]], gone: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Have the newsroom ignore more, each a rule and a folded text, and others no more.

        What others change at the same moment stays.
        """

    def ignores(self) -> Sequence[tuple[str, str]]:
        """What the newsroom ignores, in order."""

    def thin_out(self) -> None:
        """Thin out old versions and empty the bin of what lay there for thirty days."""

    def is_file_unchanged(self) -> bool:
        """Whether what was opened still lies where it did: no other program has taken, replaced
        or overwritten it. Cheap to ask."""

    def change_marker(self) -> str:
        """What differs as soon as anybody has changed the archive, us included; cheap to ask."""

    def faults(self) -> list[str]:
        """What does not hang together, one sentence each; nothing where all is whole."""

    def close(self) -> None:
        """Let go of the database. Never raises."""
