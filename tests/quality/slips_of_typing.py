"""Plants typing slips in words of published copy, with their places and the original words.

A slip is one letter too many, one too few, one wrong, or two neighbours exchanged. Half of the
wrong or added letters are neighbours on the keyboard or a repetition, the other half are random. A
slip that gives another word does not count; ``Words`` decides that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from random import Random
from string import ascii_lowercase
from typing import NamedTuple

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LEAST_LETTERS = 4
_WORD = re.compile(r"(?<![^\W_])(?<![-'’.@#/_])[a-z]{4,}(?![^\W_])(?![-'’@/_])(?!\.\w)")


class Planted(NamedTuple):
    """A paragraph with one slip: ``typed`` at ``start`` in place of ``meant``."""

    paragraph: str
    start: int
    typed: str
    meant: str
    kind: str

    @property
    def before(self) -> str:
        """The word before it, folded; '' where a mark stands between."""
        found = re.search(r"([^\W_]+) $", self.paragraph[max(0, self.start - 40) : self.start])
        return found[1].casefold() if found else ""

    @property
    def after(self) -> str:
        """The word after it, folded; '' where a mark stands between."""
        found = re.match(r" ([^\W_]+)", self.paragraph[self.start + len(self.typed) :][:40])
        return found[1].casefold() if found else ""


class Words:
    """Decides what counts as a word, independently of the program.

    ``seen`` are the folded words in at least three articles of the whole measuring set; ``spell``
    asks Hunspell. A slip that is in a word list belongs to another rule and counts as a word.
    """

    def __init__(self, seen: Collection[str], spell: Callable[[str], bool] | None) -> None:
        self._seen = seen
        self._spell = spell

    def __contains__(self, word: str) -> bool:
        return word in self._seen or (self._spell is not None and self._spell(word))


def beside(letter: str) -> str:
    """The neighbours of a letter on the keyboard, and the letter itself."""
    found = letter
    for number, row in enumerate(ROWS):
        at = row.find(letter)
        if at < 0:
            continue
        found += row[max(0, at - 1) : at] + row[at + 1 : at + 2]
        if number:
            found += ROWS[number - 1][at : at + 2]
        if number + 1 < len(ROWS):
            found += ROWS[number + 1][max(0, at - 1) : at + 1]
    return found


def slip(word: str, random: Random) -> tuple[str, str]:
    """``word`` with one slip, and its kind; it may be the same word."""
    kind = random.choice(("lost", "needless", "wrong", "exchanged"))
    at = random.randrange(len(word))
    near = beside(word[at]) if random.random() < 0.5 else ascii_lowercase
    letter = random.choice(near)
    if kind == "lost":
        return word[:at] + word[at + 1 :], kind
    if kind == "needless":
        return word[:at] + letter + word[at:], kind
    if kind == "wrong":
        return word[:at] + letter + word[at + 1 :], kind
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :], kind


def planted(paragraphs: Sequence[str], words: Words, random: Random) -> Iterator[Planted]:
    """An endless series of slips in words drawn from running text, in proportion to their
    frequency."""
    weights = [len(paragraph) for paragraph in paragraphs]
    while True:
        for paragraph in random.choices(paragraphs, weights, k=1000):
            places = list(_WORD.finditer(paragraph))
            if not places:
                continue
            place = random.choice(places)
            meant = place.group()
            typed, kind = slip(meant, random)
            if typed != meant and meant in words and typed not in words:
                changed = paragraph[: place.start()] + typed + paragraph[place.end() :]
                yield Planted(changed, place.start(), typed, meant, kind)
