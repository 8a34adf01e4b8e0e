"""Headings that are numbered within the copy: ``IV. TINDAKAN`` below ``III. KERUGIAN``."""

from __future__ import annotations

from bnews_desk.patterns import Pattern

_NUMBERED = Pattern(r"[\s*_]{0,4}([A-Z]|[IVX]{1,5})[.)]\s")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = tuple("ABCDEFGHIJKLMN")


class Numbering:
    """The capitals by which lines were numbered so far, in the order of the text.

    The initial of a name has none before it: *M. Yusuf*, *A. Rahman*.
    """

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def goes_on(self, text: str) -> bool:
        """Whether a line is numbered by the capital behind one that was seen; sees it too."""
        found = _NUMBERED.match(text)
        if not found:
            return False
        number = found[1]
        self._seen.add(number)
        return any(
            number in series[1:] and series[series.index(number) - 1] in self._seen
            for series in (_ROMAN, _LETTERS)
        )
