"""The roots of Indonesian that ship with the program: ``resources/lexicon/akar.txt``.

One root a line: the root, a tab, how often a word of its family stands in the measured articles
(each word counted once an article), and, where there are any, a tab and its traits. A compound is
written with its space (``tindak lanjut``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from bnews_desk.paths import resource

KEPT = "utuh"
"""The first k, p, t or s does not melt: *mengkaji*."""
EITHER = "ganda"
"""The first letter may melt or not: *memercayai*, *mempercayai*."""
FOREIGN = "asing"
"""Not yet Indonesian: affixes stand off with a hyphen, *di-upload*."""
NAME = "nama"
"""A proper name, capital in running text: affixes may stand off with a hyphen, *se-Indonesia*."""
NUMERAL = "bilangan"
"""Takes *ke-* alone: *kelima*."""
SHORT_BER = "be"
"""*ber-* and *per-* lose their r: *bekerja*, *pekerjaan*."""


PE = "pe"
"""Makes a doer with *pe-* that does not assimilate: *petani*, *pedesaan*."""
WAN = "wan"
"""Makes a person with *-wan*, *-wati*: *ilmuwan*."""
CLAIM = "="
"""Begins a trait that names a word, clitics aside, which is this root's and no other's."""

_PLAIN: frozenset[str] = frozenset()


class Root(NamedTuple):
    """A root as it is cited, how common its family is, and its traits."""

    text: str
    frequency: int = 0
    traits: frozenset[str] = _PLAIN


def read_roots(path: str) -> tuple[Root, ...]:
    """The roots of a file in the form of ``akar.txt``.

    ``OSError`` where it cannot be read, ``ValueError`` where a line is not of that form:
    the list is a part of the program.
    """
    return tuple(map(_root, _lines(path)))


def shipped_roots() -> tuple[Root, ...]:
    """The roots that ship with the program, read anew."""
    return read_roots(resource("lexicon", "akar.txt"))


class RootTable:
    """Roots by their text, that of a compound without its space; a line is taken apart when asked.

    Few of the shipped roots are met in one sitting.
    """

    def __init__(self, roots: Iterable[Root | str]) -> None:
        self._known: dict[str, Root | str] = {}
        for root in roots:
            text = root.text if isinstance(root, Root) else root.partition("\t")[0]
            self._known[text.replace(" ", "")] = root

    @classmethod
    def shipped(cls) -> RootTable:
        """The roots that ship with the program."""
        return cls(_lines(resource("lexicon", "akar.txt")))

    def get(self, text: str) -> Root | None:
        """The root of that text, or None."""
        found = self._known.get(text)
        if isinstance(found, str):
            found = self._known[text] = _root(found)
        return found

    def texts(self) -> Collection[str]:
        """The text of every root, a compound without its space."""
        return self._known.keys()


def _lines(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line and line[0] != "#"]


def _root(line: str) -> Root:
    text, frequency, *traits = line.split("\t")
    return Root(text, int(frequency), frozenset(traits[0].split()) if traits else _PLAIN)
