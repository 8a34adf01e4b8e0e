"""Two words that have lost the space between them, and one that a space has parted."""

from __future__ import annotations

from collections.abc import Mapping

_SMALL = frozenset(
    "agar akan antara atau bagi bahwa bisa dalam dan dari dengan di ini itu juga karena ke kepada"
    " oleh pada para saat serta sudah telah tersebut tidak untuk yang".split()
)
"""Words that any word may stand before or behind."""
_LEAST_LETTERS = 4
"""Letters of a word that is no small one."""
_SEEN = 0.005
"""In what part of all articles each of the two must be seen."""


class JoinedWords:
    """Parts and joins words of ``counts``, seen in that many of ``articles``."""

    def __init__(self, counts: Mapping[str, int], articles: int) -> None:
        self._counts = counts
        self._least = _SEEN * articles

    def parted(self, folded: str) -> list[tuple[str, int]]:
        """The ways to part a word in two frequent ones, each with the rarer one's articles.

        Of two words the same comes the word that is written twice: *anakanak*, *anak-anak*.
        """
        found = []
        for at in range(2, len(folded) - 1):
            first, second = folded[:at], folded[at:]
            seen = min(self._counts.get(first, 0), self._counts.get(second, 0))
            if first == second:
                twice = f"{first}-{second}"
                if self._counts.get(twice):
                    found.append((twice, self._counts[twice]))
            elif seen >= self._least and self._are_apart(first, second):
                found.append((f"{first} {second}", seen))
        return found

    def rejoined(self, first: str, second: str) -> str:
        """The frequent word that a space has parted in ``first`` and ``second``; '' for none."""
        whole = first + second
        return whole if self._counts.get(whole, 0) >= self._least else ""

    @staticmethod
    def _are_apart(first: str, second: str) -> bool:
        sizes = [0 if word in _SMALL else len(word) for word in (first, second)]
        return sizes != [0, 0] and all(size == 0 or size >= _LEAST_LETTERS for size in sizes)
