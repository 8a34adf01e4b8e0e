"""Finds the facts of a copy that differ from its source text.

Sentences are aligned by similarity, wherever they stand, so that moving, merging, shortening or
dropping sentences changes no fact. A fact found anywhere in the source is not new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from bnews_desk.frame.release_frame import COPY_AND_HEADLINE, Role
from bnews_desk.lexicon.degree_register import shipped_degrees
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.near_names import slip_distance
from bnews_desk.release import Edit
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.facts.facts_in_text import (
    ORDINAL,
    SIZE,
    DateFact,
    Figure,
    relative_day,
)
from bnews_desk.rules.facts.names_in_text import NO_PERSON, OFFICES, name_runs_in
from bnews_desk.rules.facts.source_text import (
    Atom,
    Passage,
    PassageLikeness,
    SourceText,
    atoms_in,
    normal_sentence,
    passages_in,
    word_key,
)
from bnews_desk.rules.facts.speakers import SpokenQuotation, spoken_quotations
from bnews_desk.rules.numbers.number_words import NUMBER_WORDS
from bnews_desk.rules.numbers.written_dates import MONTH_NAMES, WEEKDAYS
from bnews_desk.text import Span

QUOTE, FIGURE, NAME, DATE, STATEMENT = "quote", "figure", "name", "date", "statement"
_STRONG = 0.55
"""From this likeness on, two sentences are versions of one, and a changed word is a change."""
_SAME_QUOTE = 0.5
_NEGATIONS = frozenset(
    {"tidak", "tak", "bukan", "bukanlah", "nggak", "enggak", "gak", "tdk", "ndak"}
)
_UNDONE = frozenset({"belum"})
_DONE = frozenset({"sudah", "telah", "udah", "sdh"})
_HELPERS = frozenset("akan dapat bisa boleh harus perlu wajib mau ingin pernah".split())
_POLARITY = (
    dict.fromkeys(_NEGATIONS, "tidak")
    | dict.fromkeys(_UNDONE, "belum")
    | dict.fromkeys(_DONE, "sudah")
    | {"jangan": "jangan", "tanpa": "tanpa"}
)
_AFTER_NEGATION = frozenset("hanya saja cuma sekadar semata lain".split())
_OPPOSITES = tuple(
    frozenset(pair.split("-"))
    for pair in (
        "naik-turun meningkat-menurun kenaikan-penurunan peningkatan-penurunan bertambah-berkurang"
        " sebelum-sesudah sebelum-setelah menang-kalah minimal-maksimal terbesar-terkecil"
        " tertinggi-terendah lebih-kurang timur-barat utara-selatan surplus-defisit untung-rugi"
        " menerima-menolak mendukung-menolak setuju-menolak membuka-menutup dibuka-ditutup"
        " wajib-dilarang boleh-dilarang pagi-malam pagi-sore pagi-siang siang-malam sore-malam"
        " naiknya-turunnya lulus-gagal terbanyak-tersedikit semua-sebagian seluruh-sebagian"
    ).split()
)
_CONNECTIVES = frozenset(
    "dan jadi nah ya tapi tetapi namun karena sehingga bahwa maka lalu kemudian serta oh oke"
    " alhamdulillah artinya memang tentu tentunya sebenarnya".split()
)
_CLAUSE_MARKS = frozenset('.,;:!?"”“—–…()')
_MOST_SHOWN = 240
_LONGEST_ACRONYM = 14
_LONGEST_FORM = 8
"""Most words that one acronym may stand for."""
_MOST_OF_FIRST = 3
"""Most letters that an acronym takes, in order, from its first word, where they are not its
beginning."""
_MOST_OF_A_WORD = 6
_LONGEST_PREFIX = 5
"""Most letters before a root whose first letter an acronym takes: *hub* of *perhubungan*."""
_LEAST_NAME = 3
_BEFORE_NAME = frozenset({"pak", "bu", "bapak", "ibu", "mas", "mbak", "gus", "kiai", "haji", "hj"})


class FactChange(NamedTuple):
    """One fact of the copy that the source has differently, or not at all.

    ``start`` to ``end`` count in the copy's text. ``kind`` is one of ``QUOTE`` …; ``then`` are the
    source's words, '' where the fact was added. ``edit`` restores them. ``detail`` selects the
    message: ``speaker``, ``cut``, ``spelling``.
    """

    kind: str
    start: int
    end: int
    now: str
    then: str
    edit: Edit | None = None
    detail: str = ""

    def shifted(self, offset: int) -> FactChange:
        """The same change for a text that begins ``offset`` code points earlier."""
        edit = self.edit
        moved = edit and edit._replace(start=edit.start + offset, end=edit.end + offset)
        return self._replace(start=self.start + offset, end=self.end + offset, edit=moved)

    @property
    def is_addition(self) -> bool:
        """Whether the source has no fact in its place."""
        return not self.then


@dataclass(frozen=True, slots=True)
class FactComparison:
    """The changed facts of a copy, in order, and the number of its facts of each kind."""

    changes: tuple[FactChange, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


def compare_facts(context: ReleaseContext, source: SourceText) -> FactComparison:
    """Compare the running text and headline of a copy with its source."""
    return _Comparison(context, source).result()


def _figure_and_date_counts(paragraph: ParagraphContext) -> tuple[int, int]:
    passages = passages_in(paragraph)
    return sum(len(p.figures) for p in passages), sum(len(p.dates) for p in passages)


class _Place(NamedTuple):
    """A sentence of the copy with the similar passages of the source."""

    paragraph: ParagraphContext
    passage: Passage
    alike: list[PassageLikeness]

    @property
    def is_strong(self) -> bool:
        """Whether the sentence is an edited sentence of the source."""
        return bool(self.alike) and self.alike[0].dice >= _STRONG


class _Block(NamedTuple):
    """A difference: atoms ``i1`` to ``i2`` of the copy replace ``j1`` to ``j2`` of the source."""

    i1: int
    i2: int
    j1: int
    j2: int


class _Comparison:
    def __init__(self, context: ReleaseContext, source: SourceText) -> None:
        self.context = context
        self.source = source
        self.published = context.publication_date
        self.changes: list[FactChange] = []
        self.parts = [
            (part.paragraph.number, part.paragraph.start, paragraph)
            for part, paragraph in zip(context.frame.parts, context.paragraphs, strict=True)
            if part.role in COPY_AND_HEADLINE
        ]
        self._spoken: dict[int, list[Span]] = {}
        self._compared: dict[tuple[object, ...], tuple[FactChange, ...]] = {}

    def result(self) -> FactComparison:
        counts = {QUOTE: 0, FIGURE: 0, NAME: 0, DATE: 0}
        self._compare_quotations(counts)
        for number, offset, paragraph in self.parts:
            spoken = self._spoken.get(number, [])
            figures, dates = paragraph.cached(_figure_and_date_counts)
            counts[FIGURE] += figures
            counts[DATE] += dates
            self._recall(
                (paragraph, *spoken, self.published),
                offset,
                partial(self._compare_paragraph, paragraph, spoken),
            )
        counts[NAME] = len(
            {
                tokens
                for _, _, paragraph in self.parts
                if paragraph.role is not Role.HEADLINE
                for tokens, _, _, pairs in paragraph.cached(name_runs_in)
                if pairs
            }
        )
        quotes = [c for c in self.changes if c.kind == QUOTE]
        told = {
            c
            for c in self.changes  # report a quotation only once
            if c.kind not in {NAME, STATEMENT}
            or not any(c.start < q.end and q.start < c.end for q in quotes)
        }
        self.source.compared = self._compared
        return FactComparison(tuple(sorted(told, key=lambda c: (c.start, c.end))), counts)

    def _recall(self, key: tuple[object, ...], offset: int, compare: Callable[[], None]) -> None:
        """Add the changes in a paragraph: ``compare`` finds them, or they are cached from the last
        time.

        ``key`` contains everything they depend on besides the source.
        """
        changes = self.source.compared.get(key)
        if changes is None:
            others, self.changes = self.changes, []
            compare()
            changes, self.changes = tuple(self.changes), others
        self._compared[key] = changes
        self.changes += [change.shifted(offset) for change in changes]

    # -- sentences

    def _compare_paragraph(self, paragraph: ParagraphContext, spoken: Sequence[Span]) -> None:
        for passage in passages_in(paragraph):
            said = paragraph.text[passage.start : passage.end]
            if normal_sentence(said) in self.source.sentences:
                continue
            if all(_inside(atom, spoken) for atom in passage.atoms):
                continue
            place = _Place(paragraph, passage, self.source.alike(passage.atoms))
            self._compare_sentence(place, spoken)

    def _compare_sentence(self, place: _Place, spoken: Sequence[Span]) -> None:
        blocks: list[_Block] = []
        old: tuple[Atom, ...] = ()
        if place.alike:
            old = self.source.passages[place.alike[0].number].atoms
            blocks = _blocks(place.passage.atoms, old)
        for i, atom in enumerate(place.passage.atoms):
            if _inside(atom, spoken):
                continue
            if isinstance(atom.fact, Figure):
                self._compare_figure(place, atom.fact, _block_at(blocks, i), old)
            elif isinstance(atom.fact, DateFact):
                self._compare_date(place, atom.fact, _block_at(blocks, i), old)
        self._compare_names(place, blocks, old, spoken)
        if place.is_strong and place.paragraph.role is not Role.HEADLINE:
            self._compare_polarity(place, blocks, old, spoken)

    def _aligned(self, place: _Place) -> list[Passage]:
        return [self.source.passages[like.number] for like in place.alike]

    def _mended(self, place: _Place) -> list[Passage]:
        return [self.source.mended(like.number) for like in place.alike]

    def _add(
        self,
        place: _Place,
        kind: str,
        start: int,
        end: int,
        then: str,
        detail: str = "",
        *,
        edit: tuple[int, int, str] | None = None,
    ) -> None:
        text = place.paragraph.text
        made = None
        if then or edit:
            first, last, new = edit or (start, end, then)
            if text[first:last] != new:
                made = Edit(first, last, text[first:last], new)
        self.changes.append(
            FactChange(
                kind,
                start,
                end,
                _short(text[start:end]),
                _short(then),
                made,
                detail,
            )
        )

    def _words_of(self, passage: Passage, start: int, end: int) -> str:
        return self.source.paragraphs[passage.number].text[start:end]

    # -- figures

    def _compare_figure(
        self, place: _Place, figure: Figure, block: _Block | None, old: Sequence[Atom]
    ) -> None:
        aligned = self._aligned(place)
        is_swapped = self._swapped(place, figure, block, old)
        if not is_swapped and any(figure.equals(g) for p in aligned for g in p.figures):
            return
        own = place.passage.figures
        is_elsewhere = any(figure.equals(g) for g in self.source.figures)
        if is_elsewhere and (not place.is_strong or not block):
            return
        counterpart = self._figure_counterpart(figure, block, old, aligned, own, is_elsewhere)
        if is_elsewhere and counterpart is None:
            return
        if not is_swapped and any(figure.rounds(g) for g in self.source.figures):
            return
        mended = self._mended(place)[: 1 if is_swapped else None]
        if any(figure.equals(g) for p in mended for g in p.figures):
            return
        if self._is_in_words(figure):
            return
        if counterpart is not None:
            passage, g = counterpart
            then = self._words_of(passage, g.start, g.end)
            self._add(place, FIGURE, figure.start, figure.end, then)
        elif not figure.is_weak and figure.kind not in {ORDINAL, SIZE}:
            self._add(place, FIGURE, figure.start, figure.end, "")

    def _swapped(
        self, place: _Place, figure: Figure, block: _Block | None, old: Sequence[Atom]
    ) -> bool:
        """Whether the aligned sentence has the figure in another place and a different one in this
        place."""
        if not place.is_strong or block is None:
            return False
        theirs = [a.fact for a in old[block.j1 : block.j2] if isinstance(a.fact, Figure)]
        ours = [
            a.fact for a in place.passage.atoms[block.i1 : block.i2] if isinstance(a.fact, Figure)
        ]
        if len(theirs) != 1 or len(ours) != 1 or theirs[0].kind != figure.kind:
            return False
        return not figure.equals(theirs[0]) and block.i2 - block.i1 == block.j2 - block.j1 == 1

    def _figure_counterpart(
        self,
        figure: Figure,
        block: _Block | None,
        old: Sequence[Atom],
        aligned: Sequence[Passage],
        own: Sequence[Figure],
        is_elsewhere: bool,
    ) -> tuple[Passage, Figure] | None:
        def is_free(g: Figure) -> bool:
            return g.kind == figure.kind and not any(g.equals(f) for f in own)

        if block is not None and aligned:
            inside = [a.fact for a in old[block.j1 : block.j2] if isinstance(a.fact, Figure)]
            fitting = [g for g in inside if g.kind == figure.kind and not g.equals(figure)]
            if len(inside) == 1 and fitting:
                return aligned[0], fitting[0]
            for g in inside:
                if is_free(g):
                    return aligned[0], g
        if is_elsewhere:
            return None
        for wanted in (True, False):
            for passage in aligned:
                for g in passage.figures:
                    if (
                        is_free(g)
                        and _is_one_sort(figure, g) is wanted
                        and not (figure.is_weak and not wanted)
                    ):
                        return passage, g
        return None

    def _is_in_words(self, figure: Figure) -> bool:
        """Whether a figure is part of a longer one in the source, or of words that were read
        differently."""
        if figure.is_weak and figure.kind != ORDINAL and figure.value <= 2:
            return f" {figure.digits} " in self.source.stream if figure.digits else False
        return False

    # -- dates

    def _compare_date(
        self, place: _Place, told: DateFact, block: _Block | None, old: Sequence[Atom]
    ) -> None:
        fact = self._settled(place, told)
        if fact is None:
            return
        aligned = self._aligned(place)
        near = [d for p in aligned for d in p.dates]
        everywhere = self.source.dates
        if any(_same_date(fact, d) for d in near) and not self._is_swapped_date(
            fact, block, old, place
        ):
            return
        own = place.passage.dates
        rivals = [
            (p, d)
            for p in aligned
            for d in p.dates
            if _is_rival(fact, d) and not any(_same_date(o, d) for o in own)
        ]
        if any(_same_date(fact, d) for d in everywhere):
            if not (place.is_strong and block and rivals):
                return
        elif not rivals:
            if self._may_come_from_elsewhere(fact, everywhere):
                return
            rivals = []
        if any(_same_date(fact, d) for p in self._mended(place) for d in p.dates):
            return
        if rivals:
            passage, d = rivals[0]
            start, end = told.start, told.end
            then = self._words_of(passage, d.start, d.end)
            edit = self._date_edit(place, told, d, passage)
            self._add(place, DATE, start, end, then, edit=edit)
        else:
            self._add(place, DATE, told.start, told.end, "")

    def _date_edit(
        self, place: _Place, told: DateFact, d: DateFact, passage: Passage
    ) -> tuple[int, int, str]:
        """The date of the source in the copy's form, where both have the same parts."""
        text = place.paragraph.text
        written = text[told.start : told.end]
        if "/" in written and d.day and d.month:
            year = f"/{d.year or told.year}" if told.year else ""
            return told.start, told.end, f"{d.day}/{d.month}{year}"
        return told.start, told.end, self._words_of(passage, d.start, d.end)

    def _settled(self, place: _Place, told: DateFact) -> DateFact | None:
        """The day meant by a date relative to the day of publication; None where unknown."""
        if told.is_relative:
            if self.published is None:
                return None
            day = relative_day(place.paragraph.text[told.start : told.end], self.published)
            has_date = any(d.day for d in self.source.dates)
            if not has_date:
                return None
            return (
                None
                if any(d.is_relative for d in self.source.dates)
                else told._replace(day=day.day, month=day.month, year=day.year)
            )
        return told

    def _is_swapped_date(
        self, fact: DateFact, block: _Block | None, old: Sequence[Atom], place: _Place
    ) -> bool:
        if not place.is_strong or block is None:
            return False
        theirs = [a.fact for a in old[block.j1 : block.j2] if isinstance(a.fact, DateFact)]
        is_single = block.i2 - block.i1 == block.j2 - block.j1 == 1
        return is_single and len(theirs) == 1 and not fact.agrees(theirs[0])

    def _may_come_from_elsewhere(self, fact: DateFact, everywhere: Sequence[DateFact]) -> bool:
        """Whether a date only completes the source's by its weekday or as a relative day."""
        if any(d.is_relative for d in everywhere):
            return fact.day is not None or fact.weekday is not None
        if fact.day is not None:
            weekdays = {d.weekday for d in everywhere if d.day is None and d.weekday is not None}
            has_full = any(d.day is not None for d in everywhere)
            if fact.told_weekday is not None:
                return fact.told_weekday in weekdays and not has_full
            return bool(weekdays) and not has_full
        if fact.weekday is not None and fact.day is None:
            return any(
                d.day is not None and d.month is not None and d.year is None and d.weekday is None
                for d in everywhere
            )
        return False

    # -- names

    def _compare_names(
        self, place: _Place, blocks: Sequence[_Block], old: Sequence[Atom], spoken: Sequence[Span]
    ) -> None:
        atoms = place.passage.atoms
        new: list[int] = []
        for i, atom in enumerate(atoms):
            if atom.word is None or _inside(atom, spoken):
                continue
            if self._is_new_name(place, i):
                new.append(i)
        for run in _runs(new, atoms, place.paragraph.text):
            self._judge_new_names(place, run, blocks, old)
        if place.is_strong:
            self._compare_exchanged_names(place, blocks, old, spoken, set(new))

    def _is_new_name(self, place: _Place, i: int) -> bool:
        """Whether a word is part of a name and nowhere in the source."""
        atom = place.passage.atoms[i]
        word = atom.word
        assert word is not None  # noqa: S101 - facts are no words
        text = word.text
        if not text[0].isupper() or len(text) < _LEAST_NAME or any(c.isdigit() for c in text):
            return False
        if atom.key in self.source.vocabulary or atom.key in WEEKDAYS or atom.key in _MONTHS:
            return False
        if _is_degree(place.paragraph.text, word.start, word.end):
            return False
        key = atom.key
        if all(part in self.source.vocabulary for part in key.split("-")):
            return False
        if key.endswith("nya") and key.removesuffix("nya") in self.source.vocabulary:
            return False
        lexicon = place.paragraph.lexicon
        is_first = (
            word.start in place.paragraph.sentence_starts
            or place.paragraph.role is Role.HEADLINE
            or place.paragraph.in_link(word.start, word.end)
        )
        if key in NUMBER_WORDS or (is_first and key in lexicon.common_words):
            return False
        return not (is_first and not self._near(key) and lexicon.speller.knows(key))

    def _near(self, key: str) -> str:
        """The capitalised word of the source that differs by a slip; '' where there is none."""
        if len(key) < 4:
            return ""
        most = 1 if len(key) < 8 else 2
        best, distance = "", most + 1
        common = self._lexicon.common_words
        for other, written in self.source.names.items():
            if abs(len(other) - len(key)) <= most and len(other) >= _LEAST_NAME:
                slips = slip_distance(key, other, most)
                if slips < distance and (other not in common or slips == 1):
                    best, distance = written, slips
        return best

    @property
    def _lexicon(self) -> Lexicon:
        return self.context.lexicon

    def _judge_new_names(
        self, place: _Place, run: Sequence[int], blocks: Sequence[_Block], old: Sequence[Atom]
    ) -> None:
        atoms = place.passage.atoms
        text = place.paragraph.text
        mended = {a.key for p in self._mended(place) for a in p.atoms}
        rest: list[int] = []
        for i in run:
            word = atoms[i].word
            assert word is not None  # noqa: S101
            key = atoms[i].key
            if key in mended:
                continue
            near = self._near(key)
            if near and self._is_known_form(key, near):
                near = ""
            is_slip = near and not self._lexicon.speller.knows(key)
            if not is_slip and self._is_short_or_long_form(key):
                continue
            if near:
                then = near if not word.text.isupper() else near.upper()
                self._add(place, NAME, word.start, word.end, then)
            else:
                rest.append(i)
        if not rest:
            return
        first, last = atoms[rest[0]], atoms[rest[-1]]
        then = self._name_in_block(place, _block_at(blocks, rest[0]), old)
        common = self._lexicon.common_words
        if then:
            self._add(place, NAME, first.start, last.end, then)
        elif place.paragraph.role is not Role.HEADLINE and any(
            (atoms[i].key not in common and not self._lexicon.speller.knows(atoms[i].key))
            or _is_person_like(text, atoms[i])
            for i in rest
        ):
            self._add(place, NAME, first.start, last.end, "")

    def _is_known_form(self, key: str, near: str) -> bool:
        """Whether a word is another common word and not a misspelling: *Pertanian*,
        *Pertamanan*."""
        other = word_key(near.casefold())
        common = self._lexicon.common_words
        return key in common and other in common

    def _is_short_or_long_form(self, key: str) -> bool:
        """Whether a word is an abbreviation of words in the source, or one of the abbreviated
        words."""
        return self._abbreviates(key) or self._is_abbreviated(key)

    def _abbreviates(self, key: str) -> bool:
        """Whether adjacent words of the source form the acronym."""
        return len(key) <= _LONGEST_ACRONYM and any(
            spells_acronym(key, self.source.keys[at : at + _LONGEST_FORM])
            for at in self.source.beginning_with(key[:1])
        )

    def _is_abbreviated(self, key: str) -> bool:
        """Whether an everyday word is one of those that an acronym of the source stands for."""
        if len(key) < 4 or not self._lexicon.speller.knows(key):
            return False
        return any(
            len(other) <= _LONGEST_ACRONYM
            and other not in self._lexicon.common_words
            and not _is_one_letter_off(key, other)
            and (key[0] in other if written.isupper() else key[:2] in other or key[-3:] in other)
            for other, written in self.source.names.items()
        )

    def _name_in_block(self, place: _Place, block: _Block | None, old: Sequence[Atom]) -> str:
        """The source's name in the place of a new one; '' where there is none."""
        if block is None or not place.alike:
            return ""
        passage = self.source.passages[place.alike[0].number]
        own = {atom.key for atom in place.passage.atoms}
        named = [
            a
            for a in old[block.j1 : block.j2]
            if a.word is not None and a.word.text[0].isupper() and a.key not in own
        ]
        if not named or len(named) > 5:
            return ""
        if place.paragraph.role is Role.HEADLINE and place.alike[0].dice < _STRONG:
            return ""
        return self._words_of(passage, named[0].start, named[-1].end)

    def _compare_exchanged_names(
        self,
        place: _Place,
        blocks: Sequence[_Block],
        old: Sequence[Atom],
        spoken: Sequence[Span],
        new: set[int],
    ) -> None:
        """Report names of the source that have taken each other's place."""
        atoms = place.passage.atoms
        if place.paragraph.role is Role.HEADLINE:
            return
        passage = self.source.passages[place.alike[0].number]
        there = {a.key for a in passage.atoms}
        here = {a.key for a in atoms}
        for block in blocks:
            ours, theirs = atoms[block.i1 : block.i2], old[block.j1 : block.j2]
            if not (0 < len(ours) <= 4 and 0 < len(theirs) <= 4):
                continue
            if any(block.i1 <= i < block.i2 for i in new) or any(_inside(a, spoken) for a in ours):
                continue
            if not all(_is_name_atom(place.paragraph, a) for a in ours):
                continue
            source_paragraph = self.source.paragraphs[passage.number]
            if not all(_is_name_atom(source_paragraph, a) for a in theirs):
                continue
            ours_names = {a.key for a in ours if a.word and a.word.text not in OFFICES}
            their_names = {a.key for a in theirs if a.word and a.word.text not in OFFICES}
            if not ours_names or not their_names or ours_names & there or their_names & here:
                continue
            if are_short_and_long([a.key for a in ours], [a.key for a in theirs]):
                continue
            if self._are_one(ours_names, their_names) or _has_office(ours) != _has_office(theirs):
                continue
            then = self._words_of(passage, theirs[0].start, theirs[-1].end)
            self._add(place, NAME, ours[0].start, ours[-1].end, then)

    def _are_one(self, one: set[str], other: set[str]) -> bool:
        """Whether two sets of names stand together somewhere, as of one person or office."""
        keys = self.source.keys
        for at, key in enumerate(keys):
            if key in one:
                beside = set(keys[max(0, at - 3) : at + 4])
                if beside & other:
                    return True
        return False

    # -- polarity

    def _compare_polarity(
        self, place: _Place, blocks: Sequence[_Block], old: Sequence[Atom], spoken: Sequence[Span]
    ) -> None:
        atoms = place.passage.atoms
        passage = self.source.passages[place.alike[0].number]
        for block in blocks:
            ours, theirs = atoms[block.i1 : block.i2], old[block.j1 : block.j2]
            if len(ours) > 2 or len(theirs) > 2 or any(_inside(a, spoken) for a in ours):
                continue
            if block.i2 >= len(atoms) or block.j2 >= len(old):
                following = ""
            else:
                following = atoms[block.i2].key
            if not _turns(ours, theirs, following):
                continue
            self._add_statement(place, block, passage)

    def _add_statement(self, place: _Place, block: _Block, passage: Passage) -> None:
        atoms = place.passage.atoms
        old = passage.atoms
        i1, i2, j1, j2 = block.i1, block.i2, block.j1, block.j2
        if i1 == i2 or j1 == j2:  # a word was added or dropped: report it with the next one
            if i2 < len(atoms) and j2 < len(old):
                i2, j2 = i2 + 1, j2 + 1
            else:
                i1, j1 = i1 - 1, j1 - 1
        then = self._words_of(passage, old[j1].start, old[j2 - 1].end)
        self._add(place, STATEMENT, atoms[i1].start, atoms[i2 - 1].end, then)

    # -- quotations

    def _compare_quotations(self, counts: dict[str, int]) -> None:
        offsets = {number: offset for number, offset, _ in self.parts}
        spoken = spoken_quotations(
            [(n, p) for n, _, p in self.parts if p.role is not Role.HEADLINE]
        )
        for said in spoken:
            paragraph = self.context.paragraphs[said.number]
            if not paragraph.copy.covers(said.quotation[:2]):
                continue
            counts[QUOTE] += 1
            self._spoken.setdefault(said.number, []).append(
                Span(said.quotation.start, said.quotation.end)
            )
            self._recall(
                (paragraph, said._replace(number=0)),
                offsets[said.number],
                partial(self._compare_quotation, said, paragraph),
            )

    def _compare_quotation(self, said: SpokenQuotation, paragraph: ParagraphContext) -> None:
        inside = said.quotation.interior
        atoms = [a for a in atoms_in(paragraph) if inside.start <= a.start and a.end <= inside.end]
        homes: list[int] = []
        for sentence in _by_sentence(atoms, paragraph):
            home = self._compare_said(said, paragraph, sentence)
            if home is not None:
                homes.append(home)
        if homes:
            self._compare_speakers(said, paragraph, homes)

    def _compare_said(
        self,
        said: SpokenQuotation,
        paragraph: ParagraphContext,
        atoms: Sequence[Atom],
    ) -> int | None:
        """Compare one sentence of a quotation; returns the source atom at which it begins, or
        None."""
        keys = [atom.key for atom in atoms]
        places = [*self.source.places_of(keys)]
        whole = Passage(said.number, atoms[0].start, atoms[-1].end, tuple(atoms))
        place = _Place(paragraph, whole, [])
        if places:
            if len(keys) > 2 and not any(
                self._is_whole(at, len(keys), atoms, paragraph) for at in places
            ):
                self._add_cut(place, places[0], len(keys))
            return places[0]
        if f" {' '.join(keys)} " in self.source.spoken:
            return None
        likely = self._likely_speech(atoms)
        if likely is None:
            joined = "".join(keys)
            if joined in self.source.stream.replace(" ", ""):
                return None
            if said.quotation.is_speech and len(keys) > 3:
                self._add(place, QUOTE, atoms[0].start, atoms[-1].end, "")
            return None
        low, high, number = likely
        self._add_altered(place, low, high, number)
        return low

    def _is_whole(
        self, at: int, count: int, atoms: Sequence[Atom], paragraph: ParagraphContext
    ) -> bool:
        """Whether the quoted words begin and end where a clause of the source does."""
        text = paragraph.text
        first, last = atoms[0], atoms[-1]
        behind = text[last.end : last.end + 2]
        is_sentence = text[first.start].isupper() and behind[:1] in {".", "!", "?", ","}
        if not is_sentence:
            return True
        return self._ends_clause(at + count - 1) and self._begins_clause(at)

    def _gap_behind(self, at: int) -> str:
        number, atom = self.source.atoms[at]
        text = self.source.paragraphs[number].text
        if at + 1 == len(self.source.atoms) or self.source.atoms[at + 1][0] != number:
            return "."
        return text[atom.end : self.source.atoms[at + 1][1].start]

    def _ends_clause(self, at: int) -> bool:
        return not _CLAUSE_MARKS.isdisjoint(self._gap_behind(at))

    def _begins_clause(self, at: int) -> bool:
        for back in range(at, max(-1, at - 4), -1):
            if back == 0 or not _CLAUSE_MARKS.isdisjoint(self._gap_behind(back - 1)):
                return True
            if self.source.atoms[back - 1][1].key not in _CONNECTIVES:
                return False
        return False

    def _add_cut(self, place: _Place, at: int, count: int) -> None:
        low, high = at, at + count
        number = self.source.atoms[at][0]
        while not self._ends_clause(high - 1) and high - at < count + 60:
            high += 1
        while low > 0 and not (
            self.source.atoms[low - 1][0] != number
            or not _CLAUSE_MARKS.isdisjoint(self._gap_behind(low - 1))
        ):
            low -= 1
        then = self._source_words(low, high)
        atoms = place.passage.atoms
        if high > at + count:
            start, end = atoms[-1].start, atoms[-1].end
        else:
            start, end = atoms[0].start, atoms[0].end
        self._add(place, QUOTE, start, end, then, "cut", edit=(atoms[0].start, atoms[-1].end, then))

    def _source_words(self, low: int, high: int) -> str:
        """The source's words from atom ``low`` up to atom ``high``, within one paragraph."""
        number = self.source.atoms[low][0]
        while high - 1 > low and self.source.atoms[high - 1][0] != number:
            high -= 1
        text = self.source.paragraphs[number].text
        return text[self.source.atoms[low][1].start : self.source.atoms[high - 1][1].end]

    def _likely_speech(self, atoms: Sequence[Atom]) -> tuple[int, int, int] | None:
        """The source atoms from which a sentence of speech was most likely made, and its
        passage."""
        best: tuple[float, int, int, int] | None = None
        keys = [a.key for a in atoms]
        for like in self.source.alike(atoms):
            low, high = self.source.window(like.number)
            theirs = [a.key for _, a in self.source.atoms[low:high]]
            matcher = SequenceMatcher(None, keys, theirs, autojunk=False)
            matches = [b for b in matcher.get_matching_blocks() if b.size]
            if not matches:
                continue
            shared = sum(b.size for b in matches) / len(keys)
            span = (matches[-1].b + matches[-1].size - matches[0].b) / len(keys)
            score = shared - max(0.0, span - 1.5) * 0.2
            if best is None or score > best[0]:
                head, tail = matches[0], matches[-1]
                start = low + head.b - min(head.a, head.b)
                rest = len(keys) - tail.a - tail.size
                end = min(low + tail.b + tail.size + rest, high)
                best = score, start, end, like.number
        if best is None or best[0] < (_SAME_QUOTE if len(keys) > 5 else 0.6):
            return None
        return best[1:]

    def _add_altered(self, place: _Place, low: int, high: int, number: int) -> None:
        atoms = place.passage.atoms
        low, high = self._clause_bounds(low, high, atoms)
        old = tuple(a for _, a in self.source.atoms[low:high])
        blocks = [b for b in _blocks(atoms, old) if not _is_equal_block(atoms, old, b)]
        if not blocks:
            return
        i1, i2 = blocks[0].i1, blocks[-1].i2
        j1, j2 = blocks[0].j1, blocks[-1].j2
        # words were added or dropped at one place: report them with a neighbour
        if i1 == i2 or j1 == j2:
            if i2 < len(atoms) and j2 < len(old):
                i2, j2 = i2 + 1, j2 + 1
            elif i1 and j1:
                i1, j1 = i1 - 1, j1 - 1
        if i1 >= i2 or j1 >= j2:
            return
        then = self._source_words(low + j1, low + j2)
        start, end = atoms[i1].start, atoms[i2 - 1].end
        now = place.paragraph.text[start:end]
        if _letters(then) == _letters(now) or all(
            are_short_and_long(
                [a.key for a in atoms[b.i1 : b.i2]], [a.key for a in old[b.j1 : b.j2]]
            )
            for b in blocks
        ):
            return
        detail = "spelling" if self._is_mended_speech(atoms, old, number, blocks) else ""
        self._add(place, QUOTE, start, end, then, detail)

    def _clause_bounds(self, low: int, high: int, atoms: Sequence[Atom]) -> tuple[int, int]:
        """Bounds widened by words that were dropped at the edges of a sentence."""
        for _ in range(3):
            if high < len(self.source.atoms) and not self._ends_clause(high - 1):
                high += 1
        if not self._ends_clause(high - 1):
            high -= 3
        return low, max(high, low + 1)

    def _is_mended_speech(
        self, atoms: Sequence[Atom], old: Sequence[Atom], number: int, blocks: Sequence[_Block]
    ) -> bool:
        """Whether safe fixes alone turn the source's words into the copy's."""
        mended = [
            a.key
            for n in (number - 1, number, number + 1)
            if 0 <= n < len(self.source.passages)
            for a in self.source.mended(n).atoms
        ]
        stream = f" {' '.join(mended)} "
        if f" {' '.join(a.key for a in atoms)} " in stream:
            return True
        return all(
            f" {' '.join(a.key for a in atoms[max(0, b.i1 - 1) : b.i2 + 1])} " in stream
            for b in blocks
        )

    # -- speakers

    def _compare_speakers(
        self, said: SpokenQuotation, paragraph: ParagraphContext, homes: Sequence[int]
    ) -> None:
        if said.speaker.span is None:
            return
        other = self._source_quotation(homes[0])
        if other is None:
            return
        ours = self._person_names(said.speaker.names)
        theirs_all = other.resolved
        theirs = self._person_names(theirs_all.names)
        if theirs_all.span is None or not ours or not theirs or ours & theirs:
            return
        if any(name not in self.source.vocabulary for name in ours):
            return
        has_office = [
            not _OFFICE_KEYS.isdisjoint(n) for n in (said.speaker.names, theirs_all.names)
        ]
        if self._are_one(ours, theirs) or (
            has_office[0] != has_office[1] and _is_office_only(theirs_all.names, theirs)
        ):
            return
        if other.speaker.span is None and not other.speaker.is_pronoun:
            return
        then = self._speaker_text(theirs_all.names)
        span = said.speaker.span
        whole = Passage(said.number, span.start, span.end, ())
        place = _Place(paragraph, whole, [])
        self._add(place, QUOTE, span.start, span.end, then, "speaker")

    def _speaker_text(self, names: Sequence[str]) -> str:
        return " ".join(self.source.names.get(word_key(n), n.capitalize()) for n in names)

    def _person_names(self, names: Sequence[str]) -> set[str]:
        return {
            word_key(n)
            for n in names
            if n not in _OFFICE_KEYS and len(n) >= _LEAST_NAME and not self._is_place(n)
        }

    def _is_place(self, name: str) -> bool:
        return bool(self._lexicon.places.regencies(name))

    def _source_quotation(self, at: int) -> SpokenQuotation | None:
        number, atom = self.source.atoms[at]
        for quotation in self.source.quotations:
            inside = quotation.quotation
            if quotation.number == number and inside.start <= atom.start < inside.end:
                return quotation
        return None


_MONTHS = frozenset(name.casefold() for name in MONTH_NAMES)
_OFFICE_KEYS = frozenset(word.casefold() for word in NO_PERSON)


def _is_office_only(names: Sequence[str], persons: set[str]) -> bool:
    return len(persons) <= 1 and not _OFFICE_KEYS.isdisjoint(names)


def _inside(atom: Atom, spans: Sequence[Span]) -> bool:
    return any(span.start <= atom.start < span.end for span in spans)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN].rstrip()} …"


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _by_sentence(atoms: Sequence[Atom], paragraph: ParagraphContext) -> Iterator[list[Atom]]:
    group: list[Atom] = []
    sentences = paragraph.sentences
    at = 0
    for atom in atoms:
        moved = False
        while at + 1 < len(sentences) and sentences[at + 1].start <= atom.start:
            at += 1
            moved = True
        if moved and group:
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _blocks(new: Sequence[Atom], old: Sequence[Atom]) -> list[_Block]:
    """The stretches in which two sentences differ, except equal facts in other words."""
    ours, theirs = [a.key for a in new], [a.key for a in old]
    head = _common_length(ours, theirs)
    tail = _common_length(ours[head:][::-1], theirs[head:][::-1])
    ours, theirs = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    found = []
    for tag, i1, i2, j1, j2 in codes:
        if tag != "equal":
            found.append(_Block(head + i1, head + i2, head + j1, head + j2))
    return found


def _is_one_letter_off(key: str, other: str) -> bool:
    """Whether the words differ in one letter only: *Bagus* is not a long form of *Bagas*."""
    return len(key) == len(other) and sum(a != b for a, b in zip(key, other, strict=True)) == 1


def _common_length(one: Sequence[str], other: Sequence[str]) -> int:
    """The number of keys at the beginning that two sequences share."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _block_at(blocks: Sequence[_Block], i: int) -> _Block | None:
    return next((b for b in blocks if b.i1 <= i < b.i2), None)


def _is_equal_block(new: Sequence[Atom], old: Sequence[Atom], block: _Block) -> bool:
    """Whether a stretch has the same facts in the same order and differs in nothing else."""
    ours, theirs = new[block.i1 : block.i2], old[block.j1 : block.j2]
    if "".join(a.key for a in ours) == "".join(a.key for a in theirs):
        return True
    if len(ours) != len(theirs):
        return False
    for a, b in zip(ours, theirs, strict=True):
        if a.key == b.key:
            continue
        if isinstance(a.fact, Figure) and isinstance(b.fact, Figure) and a.fact.equals(b.fact):
            continue
        if (
            isinstance(a.fact, DateFact)
            and isinstance(b.fact, DateFact)
            and _same_date(a.fact, b.fact)
        ):
            continue
        return False
    return True


def _is_one_sort(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing: one unit, or one noun."""
    if one.unit or other.unit:
        return one.unit == other.unit
    return bool(one.noun) and one.noun == other.noun


def _same_date(fact: DateFact, other: DateFact) -> bool:
    """Whether ``other`` has every part of ``fact`` (day, month, year) with the same value."""
    if not fact.agrees(other):
        return False
    if fact.day is not None:
        return other.day is not None
    if fact.month is not None:
        return other.month is not None
    if fact.year is not None:
        return other.year is not None
    return other.told_weekday is not None


def _is_rival(fact: DateFact, other: DateFact) -> bool:
    """Whether two dates have the same parts with different values."""
    if other.is_relative or (fact.agrees(other) and not _tells_other_parts(fact, other)):
        return False
    if fact.day is not None:
        return other.day is not None or other.weekday is not None
    if fact.month is not None:
        return other.month is not None
    if fact.year is not None:
        return other.year is not None
    return other.told_weekday is not None


def _tells_other_parts(fact: DateFact, other: DateFact) -> bool:
    return False


def _is_degree(text: str, start: int, end: int) -> bool:
    """Whether a word is part of a degree or of initials: *S.Sos.*, *M.Si*."""
    if text[start - 1 : start] == "." and start > 1 and text[start - 2].isalpha():
        return True
    degrees = shipped_degrees()
    word = text[start:end]
    return degrees.behind_name(word) is not None or degrees.before_name(word) is not None


def _runs(indices: Sequence[int], atoms: Sequence[Atom], text: str) -> Iterator[list[int]]:
    run: list[int] = []
    for i in indices:
        if run and (i != run[-1] + 1 or text[atoms[run[-1]].end : atoms[i].start] != " "):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def are_short_and_long(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether some words abbreviate the others, with equal words around them: *Wabup*, *Wakil
    Bupati*."""
    one, other = list(one), list(other)
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if len(one) > len(other):
        one, other = other, one
    return len(one) == 1 and spells_acronym(one[0], other, is_whole=True)


def spells_acronym(key: str, words: Sequence[str], *, is_whole: bool = False) -> bool:
    """Whether adjacent words form an acronym: *Dishub*, *PKK*, *Pemkab*, *Kemendagri*.

    The first word gives its beginning, or its first letter and others in order (*Dis* of *Dinas*).
    Each other word gives some letters in order; small words may give none. With ``is_whole`` every
    word must be used.
    """
    if not words or words[0][:1] != key[:1]:
        return False

    def rest(at: int, n: int) -> bool:
        if at == len(key):
            return n > 1 and (not is_whole or all(map(_may_be_left, words[n:])))
        if n == len(words):
            return False
        word = words[n]
        if n and _may_be_left(word) and rest(at, n + 1):
            return True
        return any(rest(at + taken, n + 1) for taken in _taken(key, at, word, is_first=not n))

    return rest(0, 0)


def _taken(key: str, at: int, word: str, *, is_first: bool) -> Iterator[int]:
    """The numbers of letters of an acronym that a word may give, the highest first."""
    start = 0
    while start < len(word) and at + start < len(key) and word[start] == key[at + start]:
        start += 1
    size = position = 0  # letters in order, the first at the beginning of word or root
    for letter in key[at : at + _MOST_OF_A_WORD]:
        position = word.find(letter, position) + 1
        if not position or (not size and position > _LONGEST_PREFIX):
            break
        size += 1
    if is_first:
        yield from range(max(start, min(size, _MOST_OF_FIRST)), 0, -1)
        return
    least = 1 if start else 2
    yield from range(max(size, start), least - 1, -1)


def _may_be_left(word: str) -> bool:
    """Whether an acronym may leave a word out."""
    return word in {"dan", "di", "ke", "dari", "untuk", "atas", "yang", "of", "the", "and", "for"}


def _is_person_like(text: str, atom: Atom) -> bool:
    before = text[max(0, atom.start - 8) : atom.start].split()
    return bool(before) and before[-1].casefold().rstrip(".") in _BEFORE_NAME


def _is_name_atom(paragraph: ParagraphContext, atom: Atom) -> bool:
    return atom.word is not None and (
        paragraph.is_capitalised_inside(atom.word)
        or (atom.word.text[0].isupper() and atom.key not in paragraph.lexicon.common_words)
    )


def _has_office(atoms: Sequence[Atom]) -> bool:
    return any(a.word is not None and a.word.text in OFFICES for a in atoms)


def _turns(ours: Sequence[Atom], theirs: Sequence[Atom], following: str) -> bool:
    """Whether the words between equal ones reverse a statement."""
    one = [a.key for a in ours]
    other = [a.key for a in theirs]
    if len(one) == len(other) == 1 and frozenset((one[0], other[0])) in _OPPOSITES:
        return True
    polarity = [_POLARITY[k] for k in one if k in _POLARITY]
    before = [_POLARITY[k] for k in other if k in _POLARITY]
    if following in _AFTER_NEGATION or polarity == before:
        return False
    rest = [k for k in (*one, *other) if k not in _POLARITY and k not in _HELPERS]
    if rest:
        return False
    signs = {"tidak": -1, "belum": -1, "jangan": -1, "tanpa": -1, "sudah": 1}
    ours_sign = min((signs[p] for p in polarity), default=1)
    their_sign = min((signs[p] for p in before), default=1)
    return ours_sign != their_sign and bool(following)
