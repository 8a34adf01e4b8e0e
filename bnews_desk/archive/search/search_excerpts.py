"""Marks the matches of a search in a release, and picks the excerpt that shows them best.

Words are identified by their number in the text; their positions are computed only for those that
are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from bnews_desk.archive.repository.archive_values import Excerpt
from bnews_desk.archive.search.index_tokens import roots_of, tokens_of
from bnews_desk.archive.search.search_query import QueryTerm
from bnews_desk.patterns import Pattern
from bnews_desk.release import Release
from bnews_desk.text import Span, word_spans, word_texts

EXCERPT_WORDS = 30
"""Words in an excerpt."""
_LOOKED_AT = 100_000
"""Code points of a body that are searched for matches."""
_LEAD_IN = 6
"""Words before the first match."""
_LEFT_OUT = "…"
_SPACE = Pattern(r"\s")

_Run = tuple[int, int]
"""The numbers of the first and the last word of a match."""
_Question = Callable[[frozenset[str]], set[str]]


class ExcerptMarker:
    """Finds the words that match a search's terms; terms of place, source and editor match none."""

    def __init__(self, terms: Iterable[QueryTerm]) -> None:
        own = [term for term in terms if term.field in ("", "headline")]
        self._in_headline = _Finder(own)
        self._in_body = _Finder(term for term in own if not term.field)

    def headline(self, release: Release) -> Excerpt:
        """The whole headline with its matches."""
        text = release.headline
        found = self._in_headline.runs(word_texts(text))
        places = word_spans(text, 0, found[-1][1] + 1) if found else ()
        return Excerpt(text, _spans(places, found, 0))

    def excerpt(self, release: Release) -> Excerpt:
        """The stretch of the body with the most matches, its beginning where there is none."""
        text = release.body[:_LOOKED_AT]
        if not self._in_body.asks:
            count = len(word_spans(text, 0, EXCERPT_WORDS + 1))
            return _cut(text, (), 0, count)
        said = word_texts(text)
        runs = self._in_body.runs(said)
        first = _best_start([run[0] for run in runs], len(said))
        return _cut(text, runs, first, len(said))


class _Finder:
    """Finds the matches of some terms; each distinct word is analysed once."""

    def __init__(self, terms: Iterable[QueryTerm]) -> None:
        terms = list(terms)
        self.asks = bool(terms)
        others = [term for term in terms if term.kind != "roots"]
        self._phrases = [term for term in others if len(term.tokens) > 1]
        self._alone = _Asked(
            *_by_root([term.tokens for term in terms if term.kind == "roots"]),
            *_by_token([term for term in others if len(term.tokens) == 1]),
        )
        firsts = [term._replace(tokens=term.tokens[:1], kind="phrase") for term in self._phrases]
        self._begun = _Asked(*_by_token(firsts))

    def runs(self, said: Sequence[str]) -> list[_Run]:
        """The matches among the words of a text, in order and without overlaps."""
        different = frozenset(said)
        found = [(at, at) for at in self._alone.places(said, different)]
        if self._phrases:
            begun = self._begun.places(said, different)
            found += (run for at in begun for run in self._phrases_at(said, at))
        return _apart(sorted(found))

    def _phrases_at(self, said: Sequence[str], at: int) -> Iterable[_Run]:
        """The phrases that begin in a word: a hyphenated one has several tokens."""
        for term in self._phrases:
            size = len(term.tokens)
            tokens: list[tuple[str, int]] = []
            for behind in range(at, len(said)):
                tokens += ((token, behind) for token in tokens_of(said[behind]))
                if len(tokens) >= size + len(tokens_of(said[at])):
                    break
            for start in range(len(tokens_of(said[at]))):
                run = tokens[start : start + size]
                if _is_run([token for token, _ in run], term):
                    yield at, run[-1][1]


class _Asked:
    """Tests each distinct word against some questions once."""

    def __init__(self, *questions: _Question) -> None:
        self._questions = questions
        self._wanted: set[str] = set()
        self._seen: set[str] = set()

    def places(self, said: Sequence[str], different: frozenset[str]) -> list[int]:
        """The numbers of the matching words of a text; ``different`` has each of its words once."""
        new = different - self._seen
        self._seen |= new
        for question in self._questions:
            self._wanted |= question(new)
        wanted = self._wanted & different
        return [at for at, word in enumerate(said) if word in wanted] if wanted else []


def _by_root(asked: Sequence[Sequence[str]]) -> Iterator[_Question]:
    """Match words with all tokens of one of the wanted roots."""
    alone = frozenset(tokens[0] for tokens in asked if len(tokens) == 1)
    several = [frozenset(tokens) for tokens in asked if len(tokens) > 1]
    if alone:
        yield lambda words: {word for word in words if not alone.isdisjoint(roots_of(word))}
    if several:
        yield lambda words: {
            word for word in words for tokens in several if tokens.issubset(roots_of(word))
        }


def _by_token(terms: Sequence[QueryTerm]) -> Iterator[_Question]:
    """Match words with a wanted token, or one that begins with a wanted prefix."""
    whole = frozenset(term.tokens[0] for term in terms if term.kind != "prefix")
    begun = tuple(term.tokens[0] for term in terms if term.kind == "prefix")
    if whole:
        yield lambda words: {word for word in words if not whole.isdisjoint(tokens_of(word))}
    if begun:
        yield lambda words: {
            word for word in words for token in tokens_of(word) if token.startswith(begun)
        }


def _is_run(tokens: Sequence[str], term: QueryTerm) -> bool:
    """Whether tokens are a phrase, the last one possibly as a prefix."""
    *wanted, last = term.tokens
    if len(tokens) != len(term.tokens) or list(tokens[:-1]) != wanted:
        return False
    return tokens[-1].startswith(last) if term.kind == "prefix" else tokens[-1] == last


def _apart(runs: Iterable[_Run]) -> list[_Run]:
    """Sorted runs, overlapping ones merged."""
    apart: list[_Run] = []
    for run in runs:
        if apart and run[0] <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], run[1])
        else:
            apart.append(run)
    return apart


def _best_start(places: Sequence[int], count: int) -> int:
    """The first word of the stretch with the most marked words, starting some words before the
    first.

    ``places`` are the marked ones of ``count`` words, in order.
    """
    best, start, behind = 0, 0, 0
    for at, first in enumerate(places):
        while behind < len(places) and places[behind] < first + EXCERPT_WORDS - _LEAD_IN:
            behind += 1
        if behind - at > best:
            best, start = behind - at, first
    return max(0, min(start - _LEAD_IN, count - EXCERPT_WORDS)) if best else 0


def _spans(places: Sequence[Span], runs: Sequence[_Run], first: int) -> tuple[Span, ...]:
    """The spans of runs, relative to the words from ``first`` on, whose spans are ``places``."""
    return tuple(Span(places[begin - first].start, places[end - first].end) for begin, end in runs)


def _cut(text: str, runs: Sequence[_Run], first: int, count: int) -> Excerpt:
    """The excerpt of ``count`` words that starts at word ``first``."""
    if not count:
        return Excerpt(" ".join(text.split()))
    shown = word_spans(text, first, EXCERPT_WORDS)
    start, end = (0, len(text)) if count <= EXCERPT_WORDS else (shown[0].start, shown[-1].end)
    before = _LEFT_OUT if text[:start].strip() else ""
    behind = _LEFT_OUT if text[end:].strip() else ""
    last = first + EXCERPT_WORDS - 1
    inside = [run for run in runs if first <= run[0] and run[1] <= last]
    shift = len(before) - start
    marks = tuple(Span(s.start + shift, s.end + shift) for s in _spans(shown, inside, first))
    return Excerpt(f"{before}{_SPACE.sub(' ', text[start:end])}{behind}", marks)
