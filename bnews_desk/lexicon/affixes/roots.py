"""The Indonesian roots that ship with the program: ``resources/lexicon/akar.txt``.

Each line has a root, a tab, the number of measured articles with a word of its family, and, where
there are any, a tab and its traits. A compound is written with its space (``tindak lanjut``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from bnews_desk.paths import resource

KEPT = "utuh"
"""The initial k, p, t or s is kept: *mengkaji*."""
EITHER = "ganda"
"""The initial letter may be kept or dropped: *memercayai*, *mempercayai*."""
FOREIGN = "asing"
"""A foreign word: affixes are joined with a hyphen, *di-upload*."""
NAME = "nama"
"""A proper name, with a capital in running text: affixes may be joined with a hyphen,
*se-Indonesia*."""
NUMERAL = "bilangan"
"""Takes *ke-* alone: *kelima*."""
SHORT_BER = "be"
"""*ber-* and *per-* lose their r: *bekerja*, *pekerjaan*."""


PE = "pe"
"""Forms a person or place noun with *pe-* that does not assimilate: *petani*, *pedesaan*."""
WAN = "wan"
"""Forms a person noun with *-wan*, *-wati*: *ilmuwan*."""
CLAIM = "="
"""Prefix of a trait that names a word, without clitics, that belongs to this root and to no
other."""

_PLAIN: frozenset[str] = frozenset()


class Root(NamedTuple):
    """A root in its dictionary form, the frequency of its family, and its traits."""

    text: str
    frequency: int = 0
    traits: frozenset[str] = _PLAIN


def read_roots(path: str) -> tuple[Root, ...]:
    """The roots of a file in the format of ``akar.txt``.

    Raises ``OSError`` where it cannot be read and ``ValueError`` where a line is malformed: the
    list is part of the program.
    """
    return tuple(map(_root, _lines(path)))


def shipped_roots() -> tuple[Root, ...]:
    """The roots that ship with the program, read from disk at each call."""
    return read_roots(resource("lexicon", "akar.txt"))


class RootTable:
    """Roots by their text, compounds without their space; a line is parsed when it is looked up.

    Only a few of the shipped roots are needed in one session.
    """

    def __init__(self, roots: Iterable[Root | str]) -> None:
        self._known: dict[str, Root | str] = {}
        for root in roots:
            text = root.text if isinstance(root, Root) else root.partition("\t")[0]
            self._known[text.replace(" ", "")] = root

    @classmethod
    def shipped(cls) -> RootTable:
        """The table of the roots that ship with the program."""
        return cls(_lines(resource("lexicon", "akar.txt")))

    def get(self, text: str) -> Root | None:
        """The root with this text, or None."""
        found = self._known.get(text)
        if isinstance(found, str):
            found = self._known[text] = _root(found)
        return found

    def texts(self) -> Collection[str]:
        """The texts of all roots, compounds without their space."""
        return self._known.keys()


def _lines(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line and line[0] != "#"]


def _root(line: str) -> Root:
    text, frequency, *traits = line.split("\t")
    return Root(text, int(frequency), frozenset(traits[0].split()) if traits else _PLAIN)
