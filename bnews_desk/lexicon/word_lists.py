"""Reads the word lists in ``resources/lists/`` and finds their rows in text.

One row a line: form, tab, replacements (alternatives between `` | ``), tab, notes between ``;``.
Lines that begin with ``#`` are remarks. Notes that the program reads:

``lower``
    match only where every letter is lower-case
``offered``
    one click each, never in bulk
``opt``
    off as shipped
``meaning: X``
    what the replacement means, for the message of a word rule
``rule: X``
    the row is reported by rule X alone
``house: X``
    rows of one house choice, which are no errors; switched together in the style sheet
``ctx: after A|B``, ``ctx: before A|B``, ``ctx: not after A|B``, ``ctx: not before A|B``
    the words that must or must not stand beside the form; all of a row must hold

A note ``ctx:`` that says anything else raises ``ValueError``: a list is part of the program.

The lists are read as they stand and not compiled beforehand. One finder of all 1,347 rows on
spelling takes 5.0 ms to make from its TSV files; from one JSON file of the same rows, words parted
and notes read, 3.1 ms and 0.9 ms for importing ``json`` (the best of 15, 24 November 2026). A
process that checks one release gains less than it varies, and an edited list works at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from bnews_desk.paths import resource
from bnews_desk.text import Word, words

Side = Literal["after", "before", "not after", "not before"]
_SIDES: tuple[Side, ...] = ("not after", "not before", "after", "before")
CLITICS = ("nya", "lah", "kah")
"""Clitics that may end a word of a row."""
_OWN = "own"


class NeighbourDemand(NamedTuple):
    """A condition on the words beside a form; each phrase is a tuple of folded words.

    ``sizes`` are the lengths of the phrases in words.
    """

    side: Side
    phrases: frozenset[tuple[str, ...]]
    sizes: tuple[int, ...]


class ListRow(NamedTuple):
    """One row of a list."""

    form: str
    replacements: tuple[str, ...]
    notes: frozenset[str] = frozenset()
    neighbours: tuple[NeighbourDemand, ...] = ()
    rule: str = ""
    house_choice: str = ""

    @property
    def is_lower_only(self) -> bool:
        """Whether the row only matches lower-case words."""
        return "lower" in self.notes

    @property
    def is_off(self) -> bool:
        """Whether the row is off by default."""
        return "opt" in self.notes

    @property
    def is_own(self) -> bool:
        """Whether the row is a newsroom's own pair."""
        return _OWN in self.notes

    @property
    def brings_capital(self) -> bool:
        """Whether the first replacement has a capital of its own: ``Ramadan``."""
        return any(right != right.lower() for right in self.replacements[:1])

    @property
    def is_offered(self) -> bool:
        """Whether the row's replacements are only offered, one click each."""
        return len(self.replacements) > 1 or bool(
            self.notes & {"offered", "opt", "kbbi-rujuk-campur"}
        )


class ListMatch(NamedTuple):
    """A row found in running text; ``first`` and ``last`` are the indices of its words.

    ``tail`` is the clitic on its last word; ``is_doubled`` says that the form is repeated around a
    hyphen (``praktek-praktek``).
    """

    start: int
    end: int
    entry: ListRow
    first: int
    last: int
    tail: str = ""
    is_doubled: bool = False

    @property
    def rights(self) -> tuple[str, ...]:
        """The row's replacements as needed here: repeated, with the clitic."""
        rights = self.entry.replacements
        if self.is_doubled:
            rights = tuple(f"{right}-{right}" for right in rights)
        return tuple(right + self.tail for right in rights)


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a list in ``resources/lists/``, each as its columns."""
    with open(resource("lists", name), encoding="utf-8") as file:
        for line in file:
            row = line.rstrip("\r\n")
            if row and not row.startswith("#"):
                yield row.split("\t")


def read_list(name: str) -> Iterator[ListRow]:
    """The rows of a list with forms and replacements."""
    for row in read_rows(name):
        form, right, note = (*row, "", "")[:3]
        yield row_of(form, right, note)


def row_of(form: str, right: str, note: str = "") -> ListRow:
    """A row made from its three columns."""
    alternatives = tuple(filter(None, map(str.strip, right.split(" | "))))
    if not note:
        return ListRow(form, alternatives)
    rule = house_choice = ""
    neighbours: list[NeighbourDemand] = []
    notes = [part for part in map(str.strip, note.split(";")) if part]
    for part in notes:
        if part.startswith("rule: "):
            rule = part[6:]
        elif part.startswith("house: "):
            house_choice = part[7:]
        elif part.startswith("ctx:"):
            neighbours.append(_neighbours(part[4:].strip()))
    return ListRow(form, alternatives, frozenset(notes), tuple(neighbours), rule, house_choice)


def newsroom_pair(form: str, right: str) -> ListRow:
    """A newsroom's own pair as a row of C21."""
    return row_of(form, right, _OWN)._replace(rule="C21")


@lru_cache(maxsize=128)
def _neighbours(demand: str) -> NeighbourDemand:
    side = next((side for side in _SIDES if demand.startswith(side + " ")), None)
    if side is None:
        raise ValueError(f"unknown demand on neighbours: {demand!r}")
    phrases = frozenset(_parts(phrase) for phrase in demand[len(side) :].strip().split("|"))
    return NeighbourDemand(side, phrases, tuple(sorted({len(phrase) for phrase in phrases})))


def _parts(form: str) -> tuple[str, ...]:
    # most forms are plain words: no regular expression for a thousand rows
    if form.replace(" ", "").isalnum():
        return tuple(form.casefold().split())
    return tuple(_key(word) for word in words(form))


def _key(word: Word) -> str:
    """The key of a word: folded, with one kind of apostrophe."""
    if word.folded.isascii():
        return word.folded
    return word.folded.replace("’", "'").replace("ʼ", "'")


_Choice = tuple[tuple[str, ...], ListRow]
"""The words of a row's form, and the row."""


class PhraseFinder:
    """Finds the rows of a list in running text, with one look-up for each word.

    With ``inflected`` the last word may have ``-nya``, ``-lah`` or ``-kah`` (``resikonya``), and a
    one-word form may be repeated (``praktek-praktek``).
    """

    def __init__(self, rows: Iterable[ListRow], *, inflected: bool = False) -> None:
        self._inflected = inflected
        self._by_opening: dict[str, dict[str, list[_Choice]]] = {}
        for row in rows:
            parts = _parts(row.form)
            if parts:
                second = parts[1] if len(parts) > 1 else ""
                by_second = self._by_opening.setdefault(parts[0], {})
                by_second.setdefault(second, []).append((parts, row))
        for by_second in self._by_opening.values():
            for choices in by_second.values():
                if len(choices) > 1:
                    choices.sort(key=lambda choice: -len(choice[0]))

    def __contains__(self, form: str) -> bool:
        """Whether a row has exactly this form, ignoring case."""
        return self.row(form) is not None

    def row(self, form: str) -> ListRow | None:
        """The first row with exactly this form, ignoring case, or None."""
        parts = _parts(form)
        by_second = self._by_opening.get(parts[0], {}) if parts else {}
        choices = by_second.get(parts[1] if len(parts) > 1 else "", ())
        return next((row for known, row in choices if known == parts), None)

    def matches(self, paragraph_words: Sequence[Word], text: str) -> Iterator[ListMatch]:
        """The rows found, in order and without overlaps; at one place the longest wins.

        Words of a form must be separated by white space only. Case and neighbours must be as the
        row demands.
        """
        if not self._inflected:
            yield from self._plain_matches(paragraph_words, text)
            return
        at = 0
        while at < len(paragraph_words):
            match = self._match_at(paragraph_words, at, text)
            if match:
                yield match
                at = match.last
            at += 1

    def _plain_matches(self, paragraph_words: Sequence[Word], text: str) -> Iterator[ListMatch]:
        """``matches`` without inflection: only words that begin a row are examined further."""
        behind, last = 0, len(paragraph_words) - 1
        for at, word in enumerate(paragraph_words):
            by_second = self._by_opening.get(word.folded)
            if by_second is None:
                if word.folded.isascii():
                    continue
            elif "" not in by_second and at < last:
                second = paragraph_words[at + 1].folded
                if second not in by_second and second.isascii():
                    continue
            match = self._match_at(paragraph_words, at, text) if at >= behind else None
            if match:
                yield match
                behind = match.last + 1

    def _match_at(self, paragraph_words: Sequence[Word], at: int, text: str) -> ListMatch | None:
        key = _key(paragraph_words[at])
        by_second = self._by_opening.get(key)
        if by_second:
            for parts, row in self._choices(by_second, paragraph_words, at):
                last = at + len(parts) - 1
                tail = self._reads(parts, paragraph_words, at, text)
                if tail is not None and _fits(row, paragraph_words, at, last, text):
                    start, end = paragraph_words[at].start, paragraph_words[last].end
                    return ListMatch(start, end, row, at, last, tail)
        return self._inflected_match(key, paragraph_words, at, text) if self._inflected else None

    def _choices(
        self, by_second: Mapping[str, list[_Choice]], paragraph_words: Sequence[Word], at: int
    ) -> Iterator[_Choice]:
        """The rows that remain after the next word, longer ones first."""
        second = _key(paragraph_words[at + 1]) if at + 1 < len(paragraph_words) else ""
        if second:
            yield from by_second.get(second, ())
            if self._inflected and second.endswith(CLITICS):
                yield from by_second.get(second[:-3], ())
        yield from by_second.get("", ())

    def _inflected_match(
        self, key: str, paragraph_words: Sequence[Word], at: int, text: str
    ) -> ListMatch | None:
        """The one-word row at ``at`` with a clitic, repeated, or both."""
        stem, tail, is_doubled = _uninflected(key)
        place = paragraph_words[at]
        for _, row in self._by_opening.get(stem, {}).get("", ()):
            spaced = is_doubled and any(" " in right for right in row.replacements)
            if not spaced and _fits(row, paragraph_words, at, at, text):
                return ListMatch(place.start, place.end, row, at, at, tail, is_doubled)
        return None

    def _reads(
        self, parts: Sequence[str], paragraph_words: Sequence[Word], at: int, text: str
    ) -> str | None:
        """The clitic after ``parts`` ('' for none); None where the words at ``at`` differ."""
        last = at + len(parts) - 1
        if last >= len(paragraph_words):
            return None
        if any(_key(paragraph_words[at + i]) != part for i, part in enumerate(parts[:-1])):
            return None
        key = _key(paragraph_words[last])
        tail = key[len(parts[-1]) :]
        if not key.startswith(parts[-1]) or (tail and not (self._inflected and tail in CLITICS)):
            return None
        return tail if _adjoin(paragraph_words, at, last, text) else None


def _uninflected(key: str) -> tuple[str, str, bool]:
    """A word's stem, its clitic, and whether it is repeated; the stem is '' where it has
    neither."""
    tail = key[-3:] if key.endswith(CLITICS) else ""
    stem = key[: len(key) - len(tail)]
    half, hyphen, other = stem.partition("-")
    if hyphen and half == other:
        return half, tail, True
    return (stem, tail, False) if tail else ("", "", False)


def _adjoin(paragraph_words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Whether only white space separates the words from ``first`` to ``last``."""
    return all(
        text[paragraph_words[i].end : paragraph_words[i + 1].start].isspace()
        for i in range(first, last)
    )


def _fits(row: ListRow, paragraph_words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Whether case and neighbours are as ``row`` demands."""
    if (
        row.is_lower_only
        and not text[paragraph_words[first].start : paragraph_words[last].end].islower()
    ):
        return False
    return all(_holds(demand, paragraph_words, first, last, text) for demand in row.neighbours)


def _holds(
    demand: NeighbourDemand, paragraph_words: Sequence[Word], first: int, last: int, text: str
) -> bool:
    is_behind, is_wanted = demand.side.endswith("before"), not demand.side.startswith("not")
    for size in demand.sizes:
        at = last + 1 if is_behind else first - size
        if _keys(paragraph_words, at, size) not in demand.phrases:
            continue
        if not is_wanted:
            return False
        return _adjoin(paragraph_words, *((last, last + size) if is_behind else (at, first)), text)
    return not is_wanted


def _keys(paragraph_words: Sequence[Word], at: int, size: int) -> tuple[str, ...]:
    """The keys of ``size`` words from ``at`` on; fewer at the end of the paragraph."""
    return tuple(_key(word) for word in paragraph_words[at : at + size]) if at >= 0 else ()
