"""Proposes earlier releases that a reader of this one may want to read too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from math import log
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, func, select

from bnews_desk.archive.repository.archive_tables import DISMISSALS, RELEASES
from bnews_desk.archive.repository.archive_values import NOT_RELATED, ReleaseSummary
from bnews_desk.archive.repository.release_rows import summary_of
from bnews_desk.archive.search.index_tokens import all_tokens, roots_of
from bnews_desk.archive.search.release_topics import ReleaseTopic, topics_of
from bnews_desk.archive.search.search_query import QueryTerm
from bnews_desk.errors import DeskError
from bnews_desk.release_json import release_from_json
from bnews_desk.text import fold, words

if TYPE_CHECKING:
    from bnews_desk.archive.search.word_index import WordIndex
    from bnews_desk.frame.release_frame import Frame
    from bnews_desk.release import Release

Common = dict[str, int]
"""Roots that are too frequent to tell releases apart, with the number of releases when that was
found.
"""
NEWEST = 300
"""The newest releases of a root that are examined: older ones have had their readers."""
MOST_OFTEN = 0.2
"""Largest share of all releases that may have a root for it to count as distinctive: *Blitar* does
not.
"""
LEAST_TO_KNOW = 500
"""Number of releases from which on that share is meaningful."""
IMAGINED = 50
"""Imaginary releases on other topics added to every archive: with only five releases no root is
rare or frequent yet.
"""
LOOKED_AT = 50
"""Releases whose headlines are weighed, of all that share a root."""
IN_HEADLINE = 1.5
"""Factor for a root that is in the earlier headline too."""
STATUS_WEIGHTS = {"tayang": 1.0, "siap": 0.85, "disunting": 0.75, "baru": 0.7}
"""Weights by status: what is not published cannot be read yet, and may never be."""
HALF_LIFE = 240.0
"""Days after which the freshness bonus is halved."""
FRESHNESS = 0.15
"""Maximum freshness bonus: it decides among equals."""
LEAST_SHARE = 0.18
"""Share of this release's topics that a proposed release must cover at least."""
LEAST_WEIGHT = 0.25
"""The same, including the bonus for its headline."""
LEAST_OF_BEST = 0.3
"""Minimum weight relative to the best proposal."""
LEAST_SHARED = 2
"""Minimum number of roots in common."""
LIKE_A_COPY = 0.5
"""Share of the topics that every near-copy covers; releases below it need no comparison."""
COPY_SHARE = 0.5
"""Share of runs of words in common from which on a release is a near-copy."""
_RUN = 4
"""Words in a run."""
_COPY_LOOKED_AT = 8_000
"""Code points of a body in which runs are compared."""
_READ_AT_ONCE = 8
"""Releases whose text is read in one query: usually that many are compared."""


def not_related(db: Connection, key: str) -> list[str]:
    """The keys of the releases that were dismissed as related to the one of that key."""
    its = RELEASES.join(DISMISSALS, DISMISSALS.c.release == RELEASES.c.number)
    wanted = select(DISMISSALS.c.subject).select_from(its)
    return list(db.scalars(wanted.where(RELEASES.c.key == key, DISMISSALS.c.kind == NOT_RELATED)))


class _Found(NamedTuple):
    weight: float
    summary: ReleaseSummary
    number: int
    share: float


def find_related(
    db: Connection,
    index: WordIndex,
    release: Release,
    frame: Frame,
    passed_over: Collection[str],
    everywhere: Common,
) -> Iterable[ReleaseSummary]:
    """Earlier releases outside the bin, best first, each with a different headline.

    Ranked by the roots that both share, rarer ones counting more; published ones before others, the
    more recent first among equals. Left out are the keys in ``passed_over``, headlines that
    ``frame`` links already, and near-copies of the release. Frequent roots are added to
    ``everywhere``, so that they are not searched for again.
    """
    topics = topics_of(frame)
    shared = _shared(db, index, topics, everywhere)
    linked = {fold(line.title) for line in frame.related} | {fold(release.headline)}
    weighed = _weighed(db, topics, shared)
    copies = _Copies(db, release, [one.number for one in weighed if one.share >= LIKE_A_COPY])
    best = 0.0
    for found in weighed:
        if found.weight < LEAST_OF_BEST * best:
            return
        title = fold(found.summary.headline)
        if title in linked or found.summary.key in passed_over:
            continue
        if found.share < LIKE_A_COPY or not copies.has(found.number):
            best = best or found.weight
            linked.add(title)
            yield found.summary


class _Shared(NamedTuple):
    """The weight of each root, and by release the roots it shares."""

    rarities: dict[str, float]
    roots: dict[int, list[str]]


def _shared(
    db: Connection, index: WordIndex, topics: Sequence[ReleaseTopic], everywhere: Common
) -> _Shared:
    newest = db.scalar(select(func.max(RELEASES.c.number))) or 0
    telling = [topic for topic in topics if everywhere.get(topic.root, 0) * 2 < newest]
    rarities: dict[str, float] = {}
    roots: dict[int, list[str]] = {}
    found = index.newest(db, [[QueryTerm((topic.root,))] for topic in telling], NEWEST)
    for (root, weight), numbers in zip(telling, found, strict=True):
        often = len(numbers)
        if often == NEWEST:  # the density of the newest lets the total be estimated
            often = max(often, often * newest // (newest - min(numbers) + 1))
        if often > MOST_OFTEN * newest and newest >= LEAST_TO_KNOW:
            everywhere[root] = newest
            continue
        rarities[root] = weight * log(1 + (newest + IMAGINED) / (often + 1))
        for number in numbers:
            roots.setdefault(number, []).append(root)
    return _Shared(rarities, roots)


def _weighed(db: Connection, topics: Sequence[ReleaseTopic], shared: _Shared) -> list[_Found]:
    """The releases that share enough, best first."""
    rarities = shared.rarities
    weights = {
        number: sum(map(rarities.__getitem__, roots))
        for number, roots in shared.roots.items()
        if len(roots) >= LEAST_SHARED
    }
    whole = sum(rarities.values())
    best = sorted((w, n) for n, w in weights.items() if w >= LEAST_SHARE * whole)[-LOOKED_AT:]
    columns = [RELEASES.c[name] for name in ReleaseSummary._fields]
    wanted = select(RELEASES.c.number, *columns).where(
        RELEASES.c.number.in_([number for _, number in best]),
        RELEASES.c.deleted.is_(None),
        RELEASES.c.headline != "",
    )
    rows = {row["number"]: summary_of(row) for row in db.execute(wanted).mappings()}
    today = max((_ordinal(one.day) for one in rows.values()), default=0)
    found = []
    for shared_weight, number in best:
        if (summary := rows.get(number)) is not None:
            told = {root for word in words(summary.headline) for root in roots_of(word.text)}
            extra = (IN_HEADLINE - 1) * sum(rarities.get(root, 0.0) for root in told)
            if shared_weight + extra < LEAST_WEIGHT * whole:
                continue
            freshness = FRESHNESS * 0.5 ** ((today - _ordinal(summary.day)) / HALF_LIFE)
            weight = (shared_weight + extra) * STATUS_WEIGHTS[summary.status] * (1 + freshness)
            found.append(_Found(weight, summary, number, shared_weight / whole))
    return sorted(found, key=lambda one: (-one.weight, -one.number))


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


class _Copies:
    """Tells which of some releases are near-copies of another; they are read in batches when
    needed.
    """

    def __init__(self, db: Connection, release: Release, numbers: Sequence[int]) -> None:
        self._db = db
        self._runs = _runs(release.body)
        self._unread = list(numbers)
        self._contents: dict[int, bytes] = {}

    def has(self, number: int) -> bool:
        """Whether most of the shorter of the two bodies is in the other."""
        content = self._content(number)
        if content is None or not self._runs:
            return False
        try:
            others = _runs(release_from_json(content).body)
        except DeskError:
            return True  # damaged: it could not be read as related anyway
        least = min(len(self._runs), len(others))
        return bool(least) and len(self._runs & others) >= COPY_SHARE * least

    def _content(self, number: int) -> bytes | None:
        if number in self._unread:
            at = self._unread.index(number)
            some = self._unread[at : at + _READ_AT_ONCE]
            self._unread = self._unread[at + _READ_AT_ONCE :]
            wanted = select(RELEASES.c.number, RELEASES.c.content)
            rows = self._db.execute(wanted.where(RELEASES.c.number.in_(some)))
            self._contents = {row.number: bytes(row.content) for row in rows}
        return self._contents.get(number)


def _runs(body: str) -> frozenset[tuple[str, ...]]:
    tokens = list(all_tokens(body[:_COPY_LOOKED_AT]))
    return frozenset(zip(*(tokens[first:] for first in range(_RUN)), strict=False))
