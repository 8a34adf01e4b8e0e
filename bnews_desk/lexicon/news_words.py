"""The words of published news, with the number of articles in which each occurs.

``resources/lexicon/kata_berita.txt.gz`` is made by the script beside it. Lines that begin with
``#`` are its header; every other line is a number of articles, a tab and the words with that
number. This order allows each line to be read by one call of ``fromkeys``; the whole list is read
faster than ``json`` would read the same words.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bnews_desk.errors import ReadError, ReadKind, reason
from bnews_desk.paths import resource

MOST_BYTES = 8_000_000
"""Greatest size of an unpacked list; the shipped one has a fiftieth of it."""
_GZIP = 31
"""The ``wbits`` with which ``zlib`` reads a gzip file and tests its checksum, without importing
``gzip``."""


class NewsWords:
    """Known words, folded, with the number of articles in which each was seen.

    A word with 0 articles is known but must not be suggested: a non-standard or colloquial form.
    ``counts`` is the mapping itself, for set operations; do not change it.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts

    def __contains__(self, folded: str) -> bool:
        """Whether the word is known; it must be folded."""
        return folded in self.counts

    def __len__(self) -> int:
        """The number of known words."""
        return len(self.counts)

    def frequency(self, folded: str) -> int:
        """The number of articles with the word; 0 where it is unknown or must not be suggested."""
        return self.counts.get(folded, 0)

    def words(self) -> Iterator[str]:
        """The words that may be suggested to an editor."""
        return (word for word, frequency in self.counts.items() if frequency)


def read_news_words(path: str) -> NewsWords:
    """Read the list at ``path``; raises ``ReadError`` where it is missing or malformed."""
    try:
        with open(path, "rb") as file:
            text = _unpacked(file.read(MOST_BYTES))
        counts: dict[str, int] = {}
        for line in text.split("\n"):
            if line and line[0] != "#":
                number, _, group = line.partition("\t")
                counts.update(dict.fromkeys(group.split(), int(number)))
    except FileNotFoundError:
        raise _error("missing", path, "berkasnya tidak ada") from None
    except OSError as error:
        raise _error("no-access", path, reason(error)) from error
    except (ValueError, zlib.error) as error:
        raise _error("damaged", path, "isinya rusak") from error
    announced = re.search(r"^# (\d+) kata ", text, re.MULTILINE)
    if announced is None or int(announced[1]) != len(counts):
        raise _error("damaged", path, "isinya tidak lengkap")
    return NewsWords(counts)


@lru_cache(maxsize=1)
def shipped_news_words() -> NewsWords:
    """The list that ships with the program, read on first use."""
    return read_news_words(resource("lexicon", "kata_berita.txt.gz"))


def _error(kind: ReadKind, path: str, why: str) -> ReadError:
    return ReadError(
        kind, f"Daftar kata berita “{path}” tidak dapat dibaca karena {why}; pasang ulang program."
    )


def _unpacked(data: bytes) -> str:
    """The text of a gzip file; raises ``ValueError`` where it is truncated or far too large."""
    unpacking = zlib.decompressobj(wbits=_GZIP)
    text = unpacking.decompress(data, MOST_BYTES)
    if not unpacking.eof:
        raise ValueError("cut off, or too large")
    return text.decode("utf-8")
