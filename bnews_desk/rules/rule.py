"""What a rule is, what it may look at, and what it answers.

A rule is one record: everything that is known about it stands there and feeds the check, the
window's explanation, ``bnews-desk rules``, the user guide and the tests.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from bnews_desk.finding import Finding, Fix, Safety, Severity
from bnews_desk.frame.roles import COPY, WORDING, Role
from bnews_desk.release import Edit, Release
from bnews_desk.rules.group import Group
from bnews_desk.text import (
    Quotation,
    Span,
    Word,
    links,
    merged,
    odd_speech,
    quotations,
    quote_mark,
    sentences,
    words,
)

if TYPE_CHECKING:
    from bnews_desk.earlier import Earlier
    from bnews_desk.frame.reading import Frame, FrameReader, Part
    from bnews_desk.house.officials import Official
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.lexicon.lexicon import Lexicon
    from bnews_desk.lexicon.wordlists import Match
    from bnews_desk.rules.archive_view import ArchiveView

Gathered = TypeVar("Gathered")
"""What a rule gathers from one passage."""


class Passage:
    """One paragraph as rules see it; its words and spans are found once and shared.

    Every span counts from the paragraph's first code point. ``copy`` is its running text: without
    dateline, source tag, glued credit and glued related line.
    """

    def __init__(
        self, text: str, role: Role, copy: Span, house: HouseStyle, lexicon: Lexicon
    ) -> None:
        self.text = text
        self.role = role
        self.copy = copy
        self.house = house
        self.lexicon = lexicon
        self.recalled: dict[Callable[[Passage], object], Any] = {}

    def recall(self, gather: Callable[[Passage], Gathered]) -> Gathered:
        """What ``gather`` answers to this passage, asked once and kept as long as the passage is.

        ``gather`` is a function of a module and looks at nothing but the passage.
        """
        if gather not in self.recalled:
            self.recalled[gather] = gather(self)
        answer: Gathered = self.recalled[gather]
        return answer

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the copy, in order."""
        return words(self.text, self.copy.start, self.copy.end)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each word of the copy once, folded: a quick answer to whether it is there at all."""
        return frozenset(word.folded for word in self.words)

    @cached_property
    def listed(self) -> Mapping[str, Sequence[Match]]:
        """The rows of the lists on spelling in the copy, by the rule that reports them.

        A row of any rule hides shorter ones at its place.
        """
        found: dict[str, list[Match]] = {}
        for match in self.lexicon.spellings.matches(self.words, self.text):
            found.setdefault(match.entry.rule, []).append(match)
        return found

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the copy, in order."""
        at = self.copy.start
        found = sentences(self.text[at : self.copy.end])
        return tuple(Span(span.start + at, span.end + at) for span in found)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The paired quotations, in order."""
        return quotations(self.text)

    @cached_property
    def speech(self) -> tuple[Span, ...]:
        """What somebody says: quotations of more than three words, marks included.

        A mark that is never closed opens speech to the end of the paragraph; one that is never
        opened closes it from the beginning, and single marks count too. Nobody speaks outside
        headline and copy.
        """
        if self.role not in WORDING:
            return ()
        spoken = [Span(q.start, q.end) for q in self.quotations if q.is_speech]
        spoken += odd_speech(self.text)
        behind = self.quotations[-1].end if self.quotations else 0
        unclosed = quote_mark(self.text, behind)
        if unclosed is not None:
            spoken.append(Span(unclosed, len(self.text)))
        return merged(spoken)

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """Addresses, hashtags, account and file names."""
        return links(self.text)

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The positions at which a capital is owed: first words of sentences and of speech."""
        starts = [s.start for s in self.sentences] + [q.start for q in self.quotations]
        return frozenset(word.start for at in starts if (word := self._first_word(at)) is not None)

    def in_speech(self, start: int, end: int) -> bool:
        """Whether a stretch shares anything with what somebody says."""
        return _meets(self.speech, start, end)

    def in_link(self, start: int, end: int) -> bool:
        """Whether a stretch shares anything with an address, hashtag, account or file name."""
        return _meets(self.links, start, end)

    def in_quotation(self, start: int, end: int) -> bool:
        """Whether a stretch shares anything with a quotation of any length."""
        return _meets(self.quotations, start, end) or self.in_speech(start, end)

    def is_capitalised_inside(self, word: Word) -> bool:
        """Whether a word bears a capital that no sentence start explains: part of a name.

        In a headline every word bears one, so that nothing can be told: False.
        """
        is_capital = word.text[:1].isupper() and self.role is not Role.HEADLINE
        return is_capital and word.start not in self.sentence_starts

    def _first_word(self, at: int) -> Word | None:
        index = bisect_left(self.words, at, key=lambda word: word.start)
        return self.words[index] if index < len(self.words) else None


def _meets(spans: Sequence[Span] | Sequence[Quotation], start: int, end: int) -> bool:
    """Whether a stretch shares anything with one of ``spans``, which are in order and apart."""
    at = bisect_left(spans, end, key=lambda span: span[0])
    return at > 0 and start < spans[at - 1][1]


@dataclass(frozen=True)
class Story:
    """A whole release as rules see it.

    ``passages`` has one entry a paragraph, the headline first. ``publication_date`` is None where
    it is unknown, and then rules that need it are silent. ``is_finished`` is False while an
    editor is still writing: what is merely not there yet is then no finding. ``original`` is the
    release as it came in, ``published`` as it last went out; None where that is not known.
    """

    release: Release
    frame: Frame
    reader: FrameReader
    passages: tuple[Passage, ...]
    house: HouseStyle
    lexicon: Lexicon
    publication_date: date | None = None
    is_finished: bool = True
    original: Release | None = None
    archive: ArchiveView | None = None
    published: Release | None = None

    @property
    def text(self) -> str:
        """The release's text, in which the spans of a release rule count."""
        return self.release.text

    @cached_property
    def copies(self) -> tuple[Part, ...]:
        """The paragraphs of running text, in order."""
        return tuple(part for part in self.frame.parts if part.role in COPY)

    @cached_property
    def tagged(self) -> tuple[Part, ...]:
        """The paragraphs that bear a source tag, in order."""
        return self.frame.tagged

    @cached_property
    def related(self) -> tuple[Part, ...]:
        """The paragraphs that are or bear a related line, in order."""
        return tuple(part for part in self.frame.parts if part.related is not None)

    @cached_property
    def credited(self) -> tuple[Part, ...]:
        """The paragraphs that are or bear an editor credit, in order."""
        return self.frame.credited

    def copy_above(self, number: int) -> Passage | None:
        """The paragraph of running text before the one of that number."""
        at = bisect_left(self.copies, number, key=lambda part: part.paragraph.number)
        return self.passages[self.copies[at - 1].paragraph.number] if at else None

    def copy_below(self, number: int) -> Passage | None:
        """The paragraph of running text behind the one of that number."""
        at = bisect_right(self.copies, number, key=lambda part: part.paragraph.number)
        return self.passages[self.copies[at].paragraph.number] if at < len(self.copies) else None

    def gathered(
        self, gather: Callable[[Passage], Gathered]
    ) -> list[tuple[int, Passage, Gathered]]:
        """The paragraphs in which ``gather`` finds anything, each with its number, in order.

        Each is asked once, however often the release is checked: see :meth:`Passage.recall`.
        """
        try:  # most are known, and most are nothing
            answers: list[Gathered] = [recalled[gather] for recalled in self._recalled]
        except KeyError:
            for passage in [p for p in self.passages if gather not in p.recalled]:
                passage.recall(gather)
            answers = [recalled[gather] for recalled in self._recalled]
        if not any(answers):
            return []
        asked = zip(range(len(answers)), self.passages, answers, strict=True)
        return [one for one in asked if one[2]]

    @cached_property
    def _recalled(self) -> list[dict[Callable[[Passage], object], Any]]:
        return [passage.recalled for passage in self.passages]


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """What a rule answers: a place, the values of its message, the fixes it proposes.

    ``severity`` and ``message`` (one of the rule's ``other_messages``) replace its defaults.
    """

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """Copy in which a rule finds something, and the same copy as it should be.

    Without a line break it is one paragraph of a body; with one it is a whole
    :attr:`Release.text`, headline first. ``good`` is None where only an editor can mend it.
    ``original`` and ``published`` are what came in and what went out, where the rule compares.
    """

    bad: str
    good: str | None = None
    publication_date: date | None = None
    original: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Everything that is known about one rule, named after what it flags.

    ``name`` is what an editor calls it, in a few Indonesian words.
    ``why`` is one Indonesian sentence with ``{names}`` for the values of a finding.
    ``other_messages`` holds further ones by name. ``source`` is the clause or practice it rests
    on. ``remark`` says why a rule is shipped off or milder than the catalogue has it.
    """

    code: str
    id: str
    name: str
    severity: Severity
    safety: Safety
    why: str
    source: str
    bad: tuple[Example, ...]
    good: tuple[str, ...]
    is_on: bool = True
    other_messages: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""

    @property
    def group(self) -> Group:
        """The family the rule belongs to."""
        return Group[self.code[0]]

    def template(self, rule_match: RuleMatch) -> str:
        """The message template for one finding."""
        return self.other_messages[rule_match.message] if rule_match.message else self.why


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphRule(Rule):
    """A rule that looks at one paragraph at a time; its spans count from there.

    It depends on nothing but the passage, so that its answer can be remembered.
    """

    check: Callable[[Passage], Iterable[RuleMatch]]
    roles: frozenset[Role] = COPY


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRule(Rule):
    """A rule that looks at a whole release; its spans count in :attr:`Release.text`."""

    check: Callable[[Story], Iterable[RuleMatch]]
    is_for_window: bool = False
    """Whether only the window asks: a text file may well lack what the rule looks for."""
    complete: Callable[[Finding, Lexicon], Finding] | None = None
    """Adds to a finding what takes too long at every check; see ``Checker.completed``."""
    gives_way: bool = False
    """Whether it is silent where another rule of its group says something of the same words."""
    earlier: tuple[Earlier, ...] = ()
    """What the archive holds in its examples."""
    officials: tuple[Official, ...] = ()
    """Who holds which office in its examples."""


def replacing(text: str, start: int, end: int, new: str, safety: Safety, label: str = "") -> Fix:
    """A fix that puts ``new`` where ``text[start:end]`` stands."""
    old = text[start:end]
    said = label or (f"Ganti dengan “{new.strip()}”" if new.strip() else f"Hapus “{old.strip()}”")
    return Fix(safety, said, (Edit(start, end, old, new),))
