"""Which letters follow which in known words: it tells what a slip may have been."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_lowercase

_SIZE = 4
_EDGE = " "


class Grams:
    """The runs of four letters in known words, their beginnings and ends included."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = {gram for word in words for gram in _grams(f"{_EDGE}{word}{_EDGE}")}

    def mended(self, word: str) -> Iterator[str]:
        """The strings one slip from ``word`` in which every run is known, in no order."""
        text = f"{_EDGE}{word}{_EDGE}"
        is_known = [gram in self._known for gram in _grams(text)]
        first_bad = is_known.index(False) if False in is_known else len(is_known)
        last_bad = len(is_known) - 1 - is_known[::-1].index(False) if False in is_known else -1
        # The letters before `clean_to` stand in known runs alone, and those from `clean_from` on.
        clean_to, clean_from = first_bad + _SIZE, last_bad
        for at in range(1, len(text)):
            if at > clean_to:
                break
            head = text[:at]
            for tail in (text[at:], text[at + 1 :] or None):
                if tail is None or len(text) - len(tail) < clean_from:
                    continue
                for letter in ascii_lowercase:
                    yield from self._if_known(head, letter, tail)
            if at + 1 < len(text):
                yield from self._if_known(head, "", text[at + 1 :])
            if at + 2 < len(text):
                yield from self._if_known(head, text[at + 1] + text[at], text[at + 2 :])

    def _if_known(self, head: str, middle: str, tail: str) -> Iterator[str]:
        if not tail:
            return
        window = head[1 - _SIZE :] + middle + tail[: _SIZE - 1]
        if all(gram in self._known for gram in _grams(window)):
            yield (head + middle + tail)[1:-1]


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + _SIZE] for at in range(len(text) - _SIZE + 1))
