"""The words of a release that a search has found, and the stretch of text that shows them best.

Words are told apart by their number in the text; where they stand is looked up for those alone
that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bnews_desk.archive.vault.query import Term
from bnews_desk.archive.vault.tokens import roots_of, tokens_of
from bnews_desk.archive.vault.values import Excerpt
from bnews_desk.patterns import Pattern
from bnews_desk.release import Release
from bnews_desk.text import Span, word_texts, words_from

EXCERPT_WORDS = 30
"""Words of an excerpt."""
_LOOKED_AT = 100_000
"""Code points of a body in which words are looked for."""
_LEAD_IN = 6
"""Words that stand before the first that was found."""
_LEFT_OUT = "…"
_SPACE = Pattern(r"\s")

_Run = tuple[int, int]
"""The numbers of the first and the last word of what was found."""


class Marker:
    """Finds the words that some terms ask for; terms of place, source and editor ask for none."""

    def __init__(self, terms: Iterable[Term]) -> None:
        own = [term for term in terms if term.field in ("", "headline")]
        self._in_headline = _Finder(own)
        self._in_body = _Finder(term for term in own if not term.field)

    def headline(self, release: Release) -> Excerpt:
        """The headline, whole."""
        text = release.headline
        found = self._in_headline.runs(word_texts(text))
        return Excerpt(text, tuple(_spans(text, found, 0)))

    def excerpt(self, release: Release) -> Excerpt:
        """The stretch of the body with the most of what was found, else its beginning."""
        text = release.body[:_LOOKED_AT]
        if not self._in_body.asks:
            count = len(words_from(text, 0, EXCERPT_WORDS + 1))
            return _cut(text, (), 0, count)
        said = word_texts(text)
        runs = self._in_body.runs(said)
        first = _best_start([run[0] for run in runs], len(said))
        return _cut(text, runs, first, len(said))


class _Finder:
    """Where the words of some terms stand; of each word it is read once what it has."""

    def __init__(self, terms: Iterable[Term]) -> None:
        terms = list(terms)
        self.asks = bool(terms)
        roots = [frozenset(term.tokens) for term in terms if term.kind == "roots"]
        others = [term for term in terms if term.kind != "roots"]
        alone = [term for term in others if len(term.tokens) == 1]
        self._phrases = [term for term in others if len(term.tokens) > 1]
        self._has_found = _Remembered(lambda word: _has_root(word, roots) or _has(word, alone))
        self._may_begin = _Remembered(
            lambda word: any(term.tokens[0] in tokens_of(word) for term in self._phrases)
        )

    def runs(self, said: Sequence[str]) -> list[_Run]:
        """What was found among the words of a text, in order and apart."""
        has_found = self._has_found
        found = [(at, at) for at, word in enumerate(said) if has_found[word]]
        if self._phrases:
            may_begin = self._may_begin
            begun = (at for at, word in enumerate(said) if may_begin[word])
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


class _Remembered(dict[str, bool]):
    def __init__(self, answer: Callable[[str], bool]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> bool:
        self[word] = answer = self._answer(word)
        return answer


def _has_root(word: str, asked: Sequence[frozenset[str]]) -> bool:
    return bool(asked) and any(tokens.issubset(roots_of(word)) for tokens in asked)


def _has(word: str, asked: Sequence[Term]) -> bool:
    return bool(asked) and any(
        _is_run([token], term) for term in asked for token in tokens_of(word)
    )


def _is_run(tokens: Sequence[str], term: Term) -> bool:
    """Whether tokens are a phrase, or one whose last word may go on."""
    *wanted, last = term.tokens
    if len(tokens) != len(term.tokens) or list(tokens[:-1]) != wanted:
        return False
    return tokens[-1].startswith(last) if term.kind == "prefix" else tokens[-1] == last


def _apart(runs: Iterable[_Run]) -> list[_Run]:
    """Runs in order, those that overlap as one."""
    apart: list[_Run] = []
    for run in runs:
        if apart and run[0] <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], run[1])
        else:
            apart.append(run)
    return apart


def _best_start(places: Sequence[int], count: int) -> int:
    """The first word of the stretch with the most marked words, some words before the first.

    ``places`` are the marked ones of ``count`` words, in order.
    """
    best, start, behind = 0, 0, 0
    for at, first in enumerate(places):
        while behind < len(places) and places[behind] < first + EXCERPT_WORDS - _LEAD_IN:
            behind += 1
        if behind - at > best:
            best, start = behind - at, first
    return max(0, min(start - _LEAD_IN, count - EXCERPT_WORDS)) if best else 0


def _spans(text: str, runs: Sequence[_Run], first: int) -> Iterable[Span]:
    """Where runs of the words from ``first`` on stand."""
    if runs:
        places = words_from(text, first, runs[-1][1] - first + 1)
        for begin, end in runs:
            yield Span(places[begin - first].start, places[end - first].end)


def _cut(text: str, runs: Sequence[_Run], first: int, count: int) -> Excerpt:
    """The stretch of ``count`` words that begins with the one of that number."""
    if not count:
        return Excerpt(" ".join(text.split()))
    last = first + EXCERPT_WORDS - 1
    if count <= EXCERPT_WORDS:
        start, end = 0, len(text)
    else:
        shown = words_from(text, first, EXCERPT_WORDS)
        start, end = shown[0].start, shown[-1].end
    before = _LEFT_OUT if text[:start].strip() else ""
    behind = _LEFT_OUT if text[end:].strip() else ""
    inside = [run for run in runs if first <= run[0] and run[1] <= last]
    shift = len(before) - start
    marks = tuple(Span(s.start + shift, s.end + shift) for s in _spans(text, inside, first))
    return Excerpt(f"{before}{_SPACE.sub(' ', text[start:end])}{behind}", marks)
