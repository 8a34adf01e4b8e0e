"""The words of published news, with the number of articles that have each.

``resources/lexicon/kata_berita.txt.gz`` is made by the script beside it: lines that begin with
``#`` are its head, every other line is a number of articles, a tab and the words that so many
articles have. The numbers come first so that a line is one call of ``fromkeys``: read
so, the whole list takes less time than ``json`` takes for the same words.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bnews_desk.errors import ReadError, ReadKind, reason
from bnews_desk.paths import resource

MOST_BYTES = 8_000_000
"""The most that a list may take when unpacked; the shipped one takes a fiftieth."""
_GZIP = 31
"""What makes ``zlib`` read a gzip file, its checksum included, without ``gzip``."""


class NewsWords:
    """Known words, folded, and in how many articles each was seen.

    A word of 0 articles is known and must not be proposed: a form that is not standard, a word of
    talk. ``counts`` is the mapping itself, for those who intersect it with sets; it must not be
    changed.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts

    def __contains__(self, folded: str) -> bool:
        """Whether the word is known, in small letters as given."""
        return folded in self.counts

    def __len__(self) -> int:
        """How many words are known."""
        return len(self.counts)

    def frequency(self, folded: str) -> int:
        """In how many articles the word was seen; 0 where it is unknown or not to be proposed."""
        return self.counts.get(folded, 0)

    def words(self) -> Iterator[str]:
        """The words that may be proposed to an editor."""
        return (word for word, frequency in self.counts.items() if frequency)


def read_news_words(path: str) -> NewsWords:
    """The list at ``path``; ``ReadError`` where it is missing or not such a list."""
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
    """The text of a gzip file; ``ValueError`` where it is cut off or far too large."""
    unpacking = zlib.decompressobj(wbits=_GZIP)
    text = unpacking.decompress(data, MOST_BYTES)
    if not unpacking.eof:
        raise ValueError("cut off, or too large")
    return text.decode("utf-8")
