"""What a rule may look at: one paragraph or a whole release, and what is known besides the text."""

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
    badly_marked_speech,
    find_quote_mark,
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
"""The result of a rule's analysis of one paragraph or one release."""


class ArchiveView(Protocol):
    """What is known of the archive at the moment; it answers at once and never raises."""

    def look_up(self, title: str) -> TitleLookup | None:
        """What is known of the title of a linked article; None where it is not known yet."""


class EarlierStates(NamedTuple):
    """A release as it was imported and as it was last published; None where not available.

    ``further_sources`` are other texts from which its facts may come: minutes, a chat.
    """

    original: Release | None = None
    published: Release | None = None
    further_sources: tuple[Release, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a check is told besides the text.

    ``is_finished`` is False while an editor is still writing; ``is_in_window`` allows rules that
    only apply in the window. ``is_original_awaited`` says that ``original`` is None because it is
    still being loaded. The defaults judge a release as ready to publish.
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
    """One paragraph as rules see it; its words and spans are computed once and shared.

    All spans count from the paragraph's first code point. ``copy`` is its running text: without
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
        """The result of ``analyse`` for this paragraph, computed once.

        ``analyse`` is a function of a module and depends only on the paragraph.
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
        """The distinct words of the copy, folded, to tell quickly whether a word occurs at all."""
        return frozenset(word.folded for word in self.words)

    @cached_property
    def listed(self) -> Mapping[str, Sequence[ListMatch]]:
        """The rows of the spelling lists that occur in the copy, by the rule that reports them.

        A row hides shorter ones at its place, even those of other rules.
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
        """The spans of speech: quotations of more than three words, including their marks.

        A mark that is never closed opens speech up to the end of the paragraph; one that is never
        opened closes speech from its beginning. Single marks count too. Only headline and copy have
        speech.
        """
        if self.role not in COPY_AND_HEADLINE:
            return ()
        spoken = [Span(q.start, q.end) for q in self.quotations if q.is_speech]
        spoken += badly_marked_speech(self.text)
        behind = self.quotations[-1].end if self.quotations else 0
        unclosed = find_quote_mark(self.text, behind)
        if unclosed is not None:
            spoken.append(Span(unclosed, len(self.text)))
        return merge_spans(spoken)

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """The spans of addresses, hashtags, account and file names."""
        return links(self.text)

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The positions that need a capital: first words of sentences and of speech."""
        starts = [s.start for s in self.sentences] + [q.start for q in self.quotations]
        return frozenset(word.start for at in starts if (word := self._first_word(at)) is not None)

    def in_speech(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps speech."""
        return _meets(self.speech, start, end)

    def in_link(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps an address, hashtag, account or file name."""
        return _meets(self.links, start, end)

    def in_quotation(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps a quotation of any length."""
        return _meets(self.quotations, start, end) or self.in_speech(start, end)

    def is_capitalised_inside(self, word: Word) -> bool:
        """Whether a word has a capital but does not start a sentence: part of a name.

        Always False in a headline, where every word may have a capital.
        """
        is_capital = word.text[:1].isupper() and self.role is not Role.HEADLINE
        return is_capital and word.start not in self.sentence_starts

    def _first_word(self, at: int) -> Word | None:
        index = bisect_left(self.words, at, key=lambda word: word.start)
        return self.words[index] if index < len(self.words) else None


def _meets(spans: Sequence[Span] | Sequence[Quotation], start: int, end: int) -> bool:
    """Whether a stretch overlaps one of ``spans``, which are in order and do not overlap."""
    at = bisect_left(spans, end, key=lambda span: span[0])
    return at > 0 and start < spans[at - 1][1]


@dataclass(frozen=True, slots=True)
class SourceParagraphs:
    """Source texts from which the facts of a copy may come, joined and read as running text.

    ``mend`` reads a sentence after the corrections that do not change its meaning. Kept between
    checks.
    """

    paragraphs: tuple[ParagraphContext, ...]
    mend: Callable[[str], ParagraphContext]
    cache: dict[Callable[[SourceParagraphs], object], Any] = field(default_factory=dict)

    def cached(self, analyse: Callable[[SourceParagraphs], Answer]) -> Answer:
        """The result of ``analyse``, a class or function of a module, for these texts, computed
        once."""
        if analyse not in self.cache:
            self.cache[analyse] = analyse(self)
        answer: Answer = self.cache[analyse]
        return answer


@dataclass(frozen=True)
class ReleaseContext:
    """A whole release as rules see it.

    ``paragraphs`` has one entry for each paragraph, the headline first. ``publication_date`` is
    None where it is unknown; rules that need it are then silent. ``is_finished`` is False while an
    editor is still writing: something missing is then not reported. ``original`` is the release as
    it was imported, ``published`` as it was last published; None where unknown. ``further_sources``
    are other texts from which facts may come; ``read_source`` reads several texts as one and caches
    the result.
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
        """The result of ``analyse``, a function of a module, for this release, computed once."""
        if analyse not in self.cache:
            self.cache[analyse] = analyse(self)
        answer: Answer = self.cache[analyse]
        return answer

    @property
    def text(self) -> str:
        """The release's text; the spans of release rules count in it."""
        return self.release.text

    @cached_property
    def copy_parts(self) -> tuple[FramePart, ...]:
        """The paragraphs of running text, in order."""
        return tuple(part for part in self.frame.parts if part.role in COPY)

    @cached_property
    def tagged(self) -> tuple[FramePart, ...]:
        """The paragraphs with a source tag, in order."""
        return self.frame.tagged

    @cached_property
    def related(self) -> tuple[FramePart, ...]:
        """The paragraphs that are a related line or end with one, in order."""
        return tuple(part for part in self.frame.parts if part.related is not None)

    @cached_property
    def credited(self) -> tuple[FramePart, ...]:
        """The paragraphs that are an editor credit or end with one, in order."""
        return self.frame.credited

    def copy_above(self, number: int) -> ParagraphContext | None:
        """The paragraph of running text above paragraph ``number``."""
        at = bisect_left(self.copy_parts, number, key=lambda part: part.paragraph.number)
        return self.paragraphs[self.copy_parts[at - 1].paragraph.number] if at else None

    def copy_below(self, number: int) -> ParagraphContext | None:
        """The paragraph of running text below paragraph ``number``."""
        at = bisect_right(self.copy_parts, number, key=lambda part: part.paragraph.number)
        return (
            self.paragraphs[self.copy_parts[at].paragraph.number]
            if at < len(self.copy_parts)
            else None
        )

    def collected(
        self, analyse: Callable[[ParagraphContext], Answer]
    ) -> list[tuple[int, ParagraphContext, Answer]]:
        """The paragraphs for which ``analyse`` has a result, each with its number, in order.

        Each is analysed once, however often the release is checked (``cached``).
        """
        try:  # most paragraphs are cached, and most have no result
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
