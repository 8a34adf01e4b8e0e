"""What a rule may look at: one paragraph or a whole release, and what is known beside the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE, Role
from bnews_desk.release import Release
from bnews_desk.text import (
    Quotation,
    Span,
    Word,
    find_quote_mark,
    ill_marked_speech,
    links,
    merge_spans,
    quotations,
    sentences,
    words,
)

if TYPE_CHECKING:
    from bnews_desk.earlier_headlines import TitleLookup
    from bnews_desk.frame.release_frame import Frame, FramePart, FrameReader
    from bnews_desk.house.style import HouseStyle
    from bnews_desk.lexicon.lexicon import Lexicon
    from bnews_desk.lexicon.word_lists import ListMatch

Answer = TypeVar("Answer")
"""What a rule works out of one paragraph or one release."""


class ArchiveView(Protocol):
    """The archive, or as much of it as was asked before; it answers at once and never raises."""

    def look_up(self, title: str) -> TitleLookup | None:
        """What is known of the title of a linked article; None where nothing is known yet."""


class EarlierStates(NamedTuple):
    """A release as it came in and as it last went out, None where that is not at hand.

    ``further_sources`` is what else its facts may come from: minutes, a chat.
    """

    original: Release | None = None
    published: Release | None = None
    further_sources: tuple[Release, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a check is told beside the text.

    ``is_finished`` is False while an editor is still writing, ``is_in_window`` allows the rules
    that only the window asks. ``is_original_awaited`` says that ``original`` is None because it is
    still being fetched. The defaults judge a release as one that is ready to publish.
    """

    publication_date: date | None = None
    is_finished: bool = True
    is_in_window: bool = False
    original: Release | None = None
    archive: ArchiveView | None = None
    published: Release | None = None
    further_sources: tuple[Release, ...] = ()
    is_original_awaited: bool = False


READY_TO_PUBLISH = CheckOptions()


class ParagraphContext:
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
        self.cache: dict[Callable[[ParagraphContext], object], Any] = {}

    def cached(self, analyse: Callable[[ParagraphContext], Answer]) -> Answer:
        """What ``analyse`` answers to this paragraph, asked once and kept.

        ``analyse`` is a function of a module and looks at nothing but the paragraph.
        """
        if analyse not in self.cache:
            self.cache[analyse] = analyse(self)
        answer: Answer = self.cache[analyse]
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
    def listed(self) -> Mapping[str, Sequence[ListMatch]]:
        """The rows of the lists on spelling in the copy, by the rule that reports them.

        A row of any rule hides shorter ones at its place.
        """
        found: dict[str, list[ListMatch]] = {}
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
        if self.role not in COPY_AND_HEADLINE:
            return ()
        spoken = [Span(q.start, q.end) for q in self.quotations if q.is_speech]
        spoken += ill_marked_speech(self.text)
        behind = self.quotations[-1].end if self.quotations else 0
        unclosed = find_quote_mark(self.text, behind)
        if unclosed is not None:
            spoken.append(Span(unclosed, len(self.text)))
        return merge_spans(spoken)

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


@dataclass(frozen=True, slots=True)
class SourceParagraphs:
    """Texts that the facts of a copy may come from, one after the other, all as running text.

    ``mend`` reads a sentence after the corrections that are no change of what is said. Kept from
    check to check.
    """

    paragraphs: tuple[ParagraphContext, ...]
    mend: Callable[[str], ParagraphContext]
    cache: dict[Callable[[SourceParagraphs], object], Any] = field(default_factory=dict)

    def cached(self, analyse: Callable[[SourceParagraphs], Answer]) -> Answer:
        """What ``analyse``, a class or a function of a module, makes of these texts, asked once."""
        if analyse not in self.cache:
            self.cache[analyse] = analyse(self)
        answer: Answer = self.cache[analyse]
        return answer


@dataclass(frozen=True)
class ReleaseContext:
    """A whole release as rules see it.

    ``paragraphs`` has one entry a paragraph, the headline first. ``publication_date`` is None where
    it is unknown, and then rules that need it are silent. ``is_finished`` is False while an
    editor is still writing: what is merely not there yet is then no finding. ``original`` is the
    release as it came in, ``published`` as it last went out; None where that is not known.
    ``further_sources`` are texts beside the original that facts may come from; ``read_source``
    reads some texts as one, and remembers it.
    """

    release: Release
    frame: Frame
    reader: FrameReader
    paragraphs: tuple[ParagraphContext, ...]
    house: HouseStyle
    lexicon: Lexicon
    publication_date: date | None = None
    is_finished: bool = True
    original: Release | None = None
    archive: ArchiveView | None = None
    published: Release | None = None
    further_sources: tuple[Release, ...] = ()
    read_source: Callable[[tuple[str, ...]], SourceParagraphs] | None = None
    cache: dict[Callable[[ReleaseContext], object], Any] = field(default_factory=dict)

    def cached(self, analyse: Callable[[ReleaseContext], Answer]) -> Answer:
        """What ``analyse``, a function of a module, answers to this release, asked once."""
        if analyse not in self.cache:
            self.cache[analyse] = analyse(self)
        answer: Answer = self.cache[analyse]
        return answer

    @property
    def text(self) -> str:
        """The release's text, in which the spans of a release rule count."""
        return self.release.text

    @cached_property
    def copy_parts(self) -> tuple[FramePart, ...]:
        """The paragraphs of running text, in order."""
        return tuple(part for part in self.frame.parts if part.role in COPY)

    @cached_property
    def tagged(self) -> tuple[FramePart, ...]:
        """The paragraphs that bear a source tag, in order."""
        return self.frame.tagged

    @cached_property
    def related(self) -> tuple[FramePart, ...]:
        """The paragraphs that are or bear a related line, in order."""
        return tuple(part for part in self.frame.parts if part.related is not None)

    @cached_property
    def credited(self) -> tuple[FramePart, ...]:
        """The paragraphs that are or bear an editor credit, in order."""
        return self.frame.credited

    def copy_above(self, number: int) -> ParagraphContext | None:
        """The paragraph of running text before the one of that number."""
        at = bisect_left(self.copy_parts, number, key=lambda part: part.paragraph.number)
        return self.paragraphs[self.copy_parts[at - 1].paragraph.number] if at else None

    def copy_below(self, number: int) -> ParagraphContext | None:
        """The paragraph of running text behind the one of that number."""
        at = bisect_right(self.copy_parts, number, key=lambda part: part.paragraph.number)
        return (
            self.paragraphs[self.copy_parts[at].paragraph.number]
            if at < len(self.copy_parts)
            else None
        )

    def collected(
        self, analyse: Callable[[ParagraphContext], Answer]
    ) -> list[tuple[int, ParagraphContext, Answer]]:
        """The paragraphs in which ``analyse`` finds anything, each with its number, in order.

        Each is asked once, however often the release is checked (``cached``).
        """
        try:  # most are known, and most are nothing
            answers: list[Answer] = [cache[analyse] for cache in self._caches]
        except KeyError:
            for paragraph in [p for p in self.paragraphs if analyse not in p.cache]:
                paragraph.cached(analyse)
            answers = [cache[analyse] for cache in self._caches]
        if not any(answers):
            return []
        asked = zip(range(len(answers)), self.paragraphs, answers, strict=True)
        return [one for one in asked if one[2]]

    @cached_property
    def _caches(self) -> list[dict[Callable[[ParagraphContext], object], Any]]:
        return [paragraph.cache for paragraph in self.paragraphs]
