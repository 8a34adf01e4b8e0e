"""Fingerprints by which near-copies of a release are found: its own copy, and its buckets.

MinHash over pairs of neighbouring words, banded: two releases that share a bucket are candidates
for ``duplicate_search``, which compares them word by word.

96 hashes in 48 bands of two were chosen on 5,678 published articles, 400 of which were searched for
with some of their words replaced, singly or in stretches of 25. Among the ten first candidates
were, where 60 % of the words were kept, 92 % (singly) and 100 % (stretches) of the articles, and
all where 80 % or 95 % were kept. Half as many hashes found 78 % in the first case; triples of words
48 %, and bands of three 31 %. An article shares a bucket with some 5 others of the 5,678.
"""

from __future__ import annotations

import hashlib
import struct
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from bnews_desk.archive.repository.archive_values import NOT_ALIKE, DismissedProposal
from bnews_desk.archive.search.index_tokens import all_tokens
from bnews_desk.frame.release_frame import COPY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bnews_desk.frame.release_frame import FrameReader

HASHES, BANDS = 96, 48
LEAST_WORDS = 20
"""Minimum words of a release that can be a near-copy; a note or a lone headline has fewer."""
MOST_WORDS = 4_000
"""Maximum words that are read, the first ones."""
_MOST_LINES, _MOST_CHARACTERS = 1_000, 60_000
"""Maximum lines and characters that are read for them."""
_SEED = 1945
_VERSION = 1

Lines = tuple[tuple[str, ...], ...]
"""The words of a release's own copy, folded, by paragraph."""


def lines_of(text: str, reader: FrameReader) -> Lines:
    """The copy of a release's text without headline, frame, letterhead and contacts.

    So a different dateline or letter number does not hide a near-copy.
    """
    lines: list[tuple[str, ...]] = []
    count = 0
    for part in reader.read(_opening_of(text)).parts:
        if part.role in COPY and count < MOST_WORDS:
            words = tuple(all_tokens(part.copy.within(part.text)))[: MOST_WORDS - count]
            count += len(words)
            if words:
                lines.append(words)
    return tuple(lines)


def buckets_of(lines: Lines) -> frozenset[int]:
    """The buckets of a copy, numbers of 32 bits; none where it is too short."""
    words = [word for line in lines for word in line]
    if len(words) < LEAST_WORDS:
        return frozenset()
    from rensa import RMinHash

    sketch = RMinHash(num_perm=HASHES, seed=_SEED)
    sketch.update([f"{one} {other}" for one, other in pairwise(words)])
    digest = sketch.digest()
    rows = HASHES // BANDS
    return frozenset(
        _bucket(band, digest[band * rows : (band + 1) * rows]) for band in range(BANDS)
    )


def packed_buckets(buckets: frozenset[int]) -> bytes:
    """Buckets in their stored form."""
    return struct.pack(f">{len(buckets)}i", *sorted(buckets))


def unpacked_buckets(data: bytes) -> frozenset[int]:
    """Decode ``packed_buckets``."""
    return frozenset(struct.unpack(f">{len(data) // 4}i", data[: len(data) // 4 * 4]))


def subject_of(lines: Lines) -> str:
    """The subject of a dismissed likeness: the same for the same words in any layout."""
    text = " ".join(word for line in lines for word in line)
    return hashlib.sha256(text.encode()).hexdigest()


def no_copy(text: str, reader: FrameReader) -> DismissedProposal:
    """The dismissal, to be attached to an earlier release, that says this text is no copy of it."""
    return DismissedProposal(NOT_ALIKE, subject_of(lines_of(text, reader)))


@cache
def version() -> str:
    """The version of the algorithm; buckets of different versions cannot be compared."""
    from rensa import RMinHash

    return f"{_VERSION}.{RMinHash.ALGORITHM_VERSION}"


def _opening_of(text: str) -> str:
    return "\n".join(text[:_MOST_CHARACTERS].split("\n", _MOST_LINES)[:_MOST_LINES])


def _bucket(band: int, hashes: Sequence[int]) -> int:
    return crc32(struct.pack(f">{1 + len(hashes)}I", band, *hashes)) - (1 << 31)
