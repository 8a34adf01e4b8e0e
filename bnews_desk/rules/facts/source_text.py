"""The source text of a copy, read for comparison: passages, words, figures, dates."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log
from typing import Any, NamedTuple

from bnews_desk.rules.context import ParagraphContext, SourceParagraphs
from bnews_desk.rules.facts.facts_in_text import DateFact, Fact, Figure, facts_in
from bnews_desk.rules.facts.speakers import SpokenQuotation, spoken_quotations
from bnews_desk.text import Word, fold

_LIKE = 0.34
"""Least share of a passage's weight in another one for the two to correspond."""
_MOST_ALIKE = 3


class Atom(NamedTuple):
    """A word or a fact, from ``start`` to ``end`` of its paragraph; equal ones have equal keys."""

    key: str
    start: int
    end: int
    fact: Fact | None
    word: Word | None


class Passage(NamedTuple):
    """A sentence: the number of its paragraph, its position there, its atoms in order."""

    number: int
    start: int
    end: int
    atoms: tuple[Atom, ...]

    @property
    def figures(self) -> list[Figure]:
        """The figures, in order."""
        return [a.fact for a in self.atoms if isinstance(a.fact, Figure)]

    @property
    def dates(self) -> list[DateFact]:
        """The dates, in order."""
        return [a.fact for a in self.atoms if isinstance(a.fact, DateFact)]


def atoms_in(paragraph: ParagraphContext) -> tuple[Atom, ...]:
    """The words and facts of a paragraph's copy, in order, without the words inside facts."""
    return paragraph.cached(_atoms_in)


def _atoms_in(paragraph: ParagraphContext) -> tuple[Atom, ...]:
    found: list[Atom] = []
    facts = facts_in(paragraph)
    behind = 0
    at = 0
    for word in paragraph.words:
        while at < len(facts) and facts[at].start <= word.start:
            fact = facts[at]
            if fact.start >= behind:
                found.append(Atom(fact.key, fact.start, fact.end, fact, None))
                behind = fact.end
            at += 1
        if word.start >= behind:
            found.append(Atom(word_key(word.folded), word.start, word.end, None, word))
    return tuple(found)


def word_key(folded: str) -> str:
    """A folded word with one kind of apostrophe."""
    return folded.replace("’", "'").replace("ʼ", "'")


def passages_in(paragraph: ParagraphContext) -> tuple[Passage, ...]:
    """The sentences of a paragraph's copy; ``number`` is not known yet."""
    return paragraph.cached(_passages_in)


def _passages_in(paragraph: ParagraphContext) -> tuple[Passage, ...]:
    atoms = atoms_in(paragraph)
    found: list[Passage] = []
    at = 0
    for sentence in paragraph.sentences:
        first = at
        while at < len(atoms) and atoms[at].start < sentence.end:
            at += 1
        found.append(Passage(0, sentence.start, sentence.end, atoms[first:at]))
    return tuple(found)


class PassageLikeness(NamedTuple):
    """A passage of the source by its number, with the shares of both passages that are equal."""

    number: int
    share: float
    dice: float


class SourceText:
    """One or more texts as one; paragraphs are numbered through all of them.

    Built once for each text and kept between checks; only ``compared`` changes.
    """

    def __init__(self, source: SourceParagraphs) -> None:
        self.paragraphs = source.paragraphs
        self._mend = source.mend
        self.passages = tuple(
            passage._replace(number=number)
            for number, paragraph in enumerate(self.paragraphs)
            for passage in passages_in(paragraph)
        )
        self.sentences = frozenset(normal_sentence(self.text_of(p)) for p in self.passages)
        self._mended: dict[int, Passage] = {}
        self.compared: dict[tuple[object, ...], tuple[Any, ...]] = {}
        """Results of earlier comparisons, by what they depend on."""

    def text_of(self, passage: Passage) -> str:
        """The text of a passage."""
        return self.paragraphs[passage.number].text[passage.start : passage.end]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word, folded, and every part of hyphenated words."""
        found: set[str] = set()
        for paragraph in self.paragraphs:
            found |= {word_key(word) for word in paragraph.vocabulary}
        return frozenset(
            found | {part for word in found if "-" in word for part in word.split("-")}
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """The spelling of capitalised words, by folded word."""
        return {
            word_key(word.folded): word.text
            for paragraph in self.paragraphs
            for word in paragraph.words
            if word.text[0].isupper()
        }

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures."""
        return tuple(f for p in self.paragraphs for f in facts_in(p) if isinstance(f, Figure))

    @cached_property
    def dates(self) -> tuple[DateFact, ...]:
        """All dates."""
        return tuple(f for p in self.paragraphs for f in facts_in(p) if isinstance(f, DateFact))

    @cached_property
    def atoms(self) -> tuple[tuple[int, Atom], ...]:
        """Every atom with the number of its paragraph, in order."""
        return tuple((n, a) for n, p in enumerate(self.paragraphs) for a in atoms_in(p))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all atoms, in order."""
        return tuple(atom.key for _, atom in self.atoms)

    def beginning_with(self, letter: str) -> Sequence[int]:
        """The numbers of the atoms that begin with a letter."""
        return self._by_letter.get(letter, ())

    @cached_property
    def _by_letter(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, (_, atom) in enumerate(self.atoms):
            if atom.word is not None:
                found[atom.key[0]].append(number)
        return found

    @cached_property
    def stream(self) -> str:
        """The keys of all atoms, with single spaces between them, before the first and after the
        last."""
        return f" {' '.join(self.keys)} "

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for _, atom in self.atoms:
            starts.append(at)
            at += len(atom.key) + 1
        return starts

    def places_of(self, keys: Sequence[str]) -> Iterator[int]:
        """The numbers of the atoms at which a sequence of keys begins."""
        sought = f" {' '.join(keys)} "
        at = self.stream.find(sought)
        while at >= 0:
            yield bisect_right(self._starts, at) - 1
            at = self.stream.find(sought, at + 1)

    @cached_property
    def _passage_atoms(self) -> list[int]:
        """The number of each passage's first atom, and of the end."""
        starts = [0]
        for passage in self.passages:
            starts.append(starts[-1] + len(passage.atoms))
        return starts

    def window(self, number: int) -> tuple[int, int]:
        """The atoms of a passage and its neighbours in the paragraph."""
        here = self.passages[number].number
        low = number - 1 if number and self.passages[number - 1].number == here else number
        is_last = number + 1 == len(self.passages)
        high = number if is_last or self.passages[number + 1].number != here else number + 1
        return self._passage_atoms[low], self._passage_atoms[high + 1]

    @cached_property
    def spoken(self) -> str:
        """The keys of the words in quotations only; an interrupted quotation is joined: *"Kami
        siap," ujarnya, "besok."*"""
        keys: list[str] = []
        for paragraph in self.paragraphs:
            spans = paragraph.quotations
            if spans:
                keys += [
                    a.key for a in atoms_in(paragraph) if paragraph.in_quotation(a.start, a.end)
                ]
        return f" {' '.join(keys)} "

    @cached_property
    def quotations(self) -> tuple[SpokenQuotation, ...]:
        """The spoken quotations, in order, with their speakers."""
        return spoken_quotations(list(enumerate(self.paragraphs)))

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for key in {atom.key for atom in passage.atoms}:
                index[key].append(number)
        return index

    def weight(self, key: str) -> float:
        """How distinctive a word or fact is for the passage that contains it."""
        count = len(self._index.get(key, ()))
        rarity = log(1 + len(self.passages) / (count or 0.5))
        return rarity * (0.3 if len(key) < 4 and not key[:1].isupper() and key.isalpha() else 1.0)

    @cached_property
    def _weights(self) -> tuple[float, ...]:
        return tuple(sum(map(self.weight, {a.key for a in p.atoms})) for p in self.passages)

    def alike(self, atoms: Sequence[Atom]) -> list[PassageLikeness]:
        """The passages that share most with some atoms, the most similar first."""
        keys = {atom.key for atom in atoms}
        weights = {key: self.weight(key) for key in keys}
        own = sum(weights.values())
        shared: Counter[int] = Counter()
        for key in keys:
            for number in self._index.get(key, ()):
                shared[number] += weights[key]  # type: ignore[assignment]
        if not own:
            return []
        found = [
            PassageLikeness(n, w / own, 2 * w / (own + self._weights[n])) for n, w in shared.items()
        ]
        found.sort(key=lambda like: (-max(like.share, like.dice), like.number))
        return [
            like
            for like in found[:_MOST_ALIKE]
            if like.share >= _LIKE or like.dice >= _LIKE or self._contains(like, own)
        ]

    def _contains(self, like: PassageLikeness, own: float) -> bool:
        """Whether most of a source passage is in the copy's: two sentences were merged."""
        whole = self._weights[like.number]
        return whole > 0 and like.share * own / whole >= 0.6

    def mended(self, number: int) -> Passage:
        """A passage after the corrections that do not change its meaning."""
        if number not in self._mended:
            passage = self.passages[number]
            mended = self._mend(self.text_of(passage))
            atoms = atoms_in(mended)
            self._mended[number] = Passage(passage.number, 0, len(mended.text), atoms)
        return self._mended[number]


def normal_sentence(text: str) -> str:
    """A sentence for comparison, without case, white space and the shape of quotation marks."""
    return fold(text.translate(_MARKS))


_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "\xa0": " "})
