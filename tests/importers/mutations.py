"""Damaged files: every importer must return a release or raise an error with one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from bnews_desk.errors import ReadError
from bnews_desk.importers.imported_release import ImportedRelease

SEED = 20241114
MOST_CHANGES = 8
LONGEST_PIECE = 40


def mutations(data: bytes, count: int, seed: int = SEED) -> Iterator[bytes]:
    """``count`` copies of ``data``, each with a few bytes changed, deleted or repeated."""
    dice = Random(seed)  # noqa: S311
    for _ in range(count):
        copy = bytearray(data)
        for _ in range(dice.randint(1, MOST_CHANGES)):
            at = dice.randrange(len(copy) or 1)
            way = dice.randrange(4)
            if way == 0:
                copy[at : at + 1] = bytes([dice.randrange(256)])
            elif way == 1:
                del copy[at : at + dice.randint(1, LONGEST_PIECE)]
            elif way == 2:
                start = dice.randrange(len(data))
                copy[at:at] = data[start : start + dice.randint(1, LONGEST_PIECE)]
            elif dice.randrange(20) == 0:
                del copy[at:]
        yield bytes(copy)


def outcome(read: Callable[[bytes], ImportedRelease], data: bytes) -> str:
    """The result of an import: valid text and marks, or the sentence of the error.

    Any other exception is passed on and fails the test.
    """
    try:
        release = read(data).release
    except ReadError as error:
        sentence = str(error)
        return "refused" if sentence.endswith(".") and "\n" not in sentence else sentence
    length = len(release.text)
    sound = all(0 <= m.start < m.end <= length for m in release.marks)
    return "read" if sound and "\n" in release.text else "unsound"
