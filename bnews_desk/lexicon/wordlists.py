"""The word lists in ``resources/lists/``: files that an editor can open.

One row a line: form, tab, replacements (alternatives between `` | ``), tab, notes between ``;``.
Lines that begin with ``#`` are remarks. Notes that the program reads:

``lower``
    match only where every letter is lower-case
``offered``
    one click each, never in bulk
``opt``
    off as shipped
``rule: X``
    the row is reported by rule X alone
``house: X``
    rows of one house choice, switched together in the style sheet
``ctx: after A|B``, ``ctx: not after A|B``, ``ctx: not before A|B``
    the words that must or must not stand beside the form; all of a row must hold
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from bnews_desk.paths import resource
from bnews_desk.text import Word, words

Side = Literal["after", "not after", "not before"]
_SIDES: tuple[Side, ...] = ("not after", "not before", "after")


class Neighbours(NamedTuple):
    """A demand on the words beside a form; each phrase is a tuple of folded words."""

    side: Side
    phrases: tuple[tuple[str, ...], ...]


class Entry(NamedTuple):
    """One row of a list."""

    form: str
    replacements: tuple[str, ...]
    notes: frozenset[str] = frozenset()
    neighbours: tuple[Neighbours, ...] = ()
    rule: str = ""
    house_choice: str = ""

    @property
    def is_lower_only(self) -> bool:
        """Whether a capital blocks the row."""
        return "lower" in self.notes

    @property
    def is_off(self) -> bool:
        """Whether the row is off as shipped."""
        return "opt" in self.notes

    @property
    def is_offered(self) -> bool:
        """Whether a replacement of this row takes one click each."""
        return len(self.replacements) > 1 or bool(
            self.notes & {"offered", "opt", "kbbi-rujuk-campur"}
        )


class Match(NamedTuple):
    """A row found in running text; ``first`` and ``last`` number its words in the passage."""

    start: int
    end: int
    entry: Entry
    first: int
    last: int


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a list in ``resources/lists/``, each as its columns."""
    with open(resource("lists", name), encoding="utf-8") as file:
        for line in file:
            row = line.rstrip("\r\n")
            if row and not row.startswith("#"):
                yield row.split("\t")


def entries(name: str) -> Iterator[Entry]:
    """The rows of a list of forms and replacements."""
    for row in read_rows(name):
        form, right, note = (*row, "", "")[:3]
        yield entry_of(form, right, note)


def entry_of(form: str, right: str, note: str = "") -> Entry:
    """One row from its three columns."""
    rule = house_choice = ""
    neighbours: list[Neighbours] = []
    notes = [part for part in map(str.strip, note.split(";")) if part]
    for part in notes:
        if part.startswith("rule: "):
            rule = part[6:]
        elif part.startswith("house: "):
            house_choice = part[7:]
        elif part.startswith("ctx: "):
            neighbours.append(_neighbours(part[5:]))
    alternatives = tuple(filter(None, map(str.strip, right.split(" | "))))
    return Entry(form, alternatives, frozenset(notes), tuple(neighbours), rule, house_choice)


def _neighbours(demand: str) -> Neighbours:
    side = next(side for side in _SIDES if demand.startswith(side))
    phrases = demand[len(side) :].strip().split("|")
    return Neighbours(side, tuple(tuple(w.folded for w in words(p)) for p in phrases))


class PhraseBook:
    """Finds the rows of a list in running text with one look-up a word."""

    def __init__(self, rows: Iterable[Entry]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for row in rows:
            parts = tuple(w.folded for w in words(row.form))
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, row))
        for choices in self._by_first.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def __contains__(self, form: str) -> bool:
        """Whether some row has exactly this form, case aside."""
        parts = tuple(w.folded for w in words(form))
        return any(parts == known for known, _ in self._by_first.get(parts[0] if parts else "", ()))

    def matches(self, passage_words: Sequence[Word], text: str) -> Iterator[Match]:
        """The rows found, in order and apart from each other; the longer wins at one place.

        Several words match only with nothing but white space between them. Case and neighbours
        are as the row demands.
        """
        at = 0
        while at < len(passage_words):
            choices = self._by_first.get(passage_words[at].folded)
            match = self._first_fit(choices, passage_words, at, text) if choices else None
            if match:
                yield match
                at = match.last
            at += 1

    def _first_fit(
        self,
        choices: Sequence[tuple[tuple[str, ...], Entry]],
        passage_words: Sequence[Word],
        at: int,
        text: str,
    ) -> Match | None:
        for parts, row in choices:
            last = at + len(parts) - 1
            if not _reads(parts, passage_words, at, text):
                continue
            start, end = passage_words[at].start, passage_words[last].end
            if row.is_lower_only and not text[start:end].islower():
                continue
            if all(_holds(n, passage_words, at, last) for n in row.neighbours):
                return Match(start, end, row, at, last)
        return None


def _reads(
    parts: Sequence[str], passage_words: Sequence[Word], at: int, text: str
) -> bool:
    """Whether the words from ``at`` on are ``parts``, with only white space between them."""
    if at < 0 or at + len(parts) > len(passage_words):
        return False
    for offset, part in enumerate(parts):
        if passage_words[at + offset].folded != part:
            return False
    return all(
        text[passage_words[i].end : passage_words[i + 1].start].isspace()
        for i in range(at, at + len(parts) - 1)
    )


def _holds(
    demand: Neighbours, passage_words: Sequence[Word], first: int, last: int
) -> bool:
    beside = any(
        _stands(phrase, passage_words, last + 1)
        if demand.side == "not before"
        else _stands(phrase, passage_words, first - len(phrase))
        for phrase in demand.phrases
    )
    return beside if demand.side == "after" else not beside


def _stands(phrase: Sequence[str], passage_words: Sequence[Word], at: int) -> bool:
    if at < 0 or at + len(phrase) > len(passage_words):
        return False
    return all(passage_words[at + i].folded == part for i, part in enumerate(phrase))
