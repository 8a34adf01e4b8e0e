"""The words of a release that a search has found, and the stretch of text that shows them best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bnews_desk.archive.vault.query import Term
from bnews_desk.archive.vault.tokens import roots_of, tokens_of
from bnews_desk.archive.vault.values import Excerpt
from bnews_desk.release import Release
from bnews_desk.text import Span, Word, words

EXCERPT_WORDS = 30
"""Words of an excerpt."""
_LOOKED_AT = 100_000
"""Code points of a body in which words are looked for."""
_LEAD_IN = 6
"""Words that stand before the first that was found."""
_LEFT_OUT = "…"


class Marker:
    """Finds the words that some terms ask for; terms of place, source and editor ask for none."""

    def __init__(self, terms: Iterable[Term]) -> None:
        own = [term for term in terms if term.field in ("", "headline")]
        self._runs = [t for t in own if t.kind != "roots"]
        roots = [t for t in own if t.kind == "roots"]
        self._in_headline = _RootWords(t.tokens for t in roots)
        self._in_body = _RootWords(t.tokens for t in roots if not t.field)

    def headline(self, release: Release) -> Excerpt:
        """The headline, whole."""
        text = release.headline
        return Excerpt(text, self._spans(text, words(text), is_headline=True))

    def excerpt(self, release: Release) -> Excerpt:
        """The stretch of the body with the most of what was found, else its beginning."""
        text = release.body[:_LOOKED_AT]
        found = words(text)
        spans = self._spans(text, found, is_headline=False)
        marked = {span.start for span in spans}
        places = [i for i, word in enumerate(found) if word.start in marked] if marked else []
        first = _best_start(places, len(found))
        shown = found[first : first + EXCERPT_WORDS]
        if not shown:
            return Excerpt(" ".join(text.split()))
        return _cut(text, shown, spans, is_whole=len(shown) == len(found))

    def _spans(self, text: str, found: Sequence[Word], *, is_headline: bool) -> tuple[Span, ...]:
        asked = self._in_headline if is_headline else self._in_body
        spans = {Span(word.start, word.end) for word in found if asked[word.folded]}
        runs = [t for t in self._runs if is_headline or not t.field]
        if runs:
            spans.update(_runs_in(found, runs))
        return _apart(sorted(spans))


class _RootWords(dict[str, bool]):
    """Whether a folded word has one of the roots that are asked for; each is read once."""

    def __init__(self, asked: Iterable[Sequence[str]]) -> None:
        super().__init__()
        self._asked = [frozenset(tokens) for tokens in asked]

    def __missing__(self, word: str) -> bool:
        roots = frozenset(roots_of(word)) if self._asked else frozenset()
        self[word] = answer = any(tokens <= roots for tokens in self._asked)
        return answer


def _runs_in(found: Sequence[Word], terms: Sequence[Term]) -> Iterable[Span]:
    """Where the tokens of a phrase, or of one that may go on, follow each other."""
    tokens = [(token, word) for word in found for token in tokens_of(word.text)]
    for term in terms:
        size, first = len(term.tokens), term.tokens[0]
        for at in range(len(tokens) - size + 1):
            if not tokens[at][0].startswith(first):
                continue
            run = tuple(token for token, _ in tokens[at : at + size])
            if run == term.tokens or (
                term.kind == "prefix"
                and run[:-1] == term.tokens[:-1]
                and run[-1].startswith(term.tokens[-1])
            ):
                yield Span(tokens[at][1].start, tokens[at + size - 1][1].end)


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap as one."""
    apart: list[Span] = []
    for span in spans:
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)


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


def _cut(text: str, shown: Sequence[Word], spans: Iterable[Span], *, is_whole: bool) -> Excerpt:
    start = 0 if is_whole else shown[0].start
    end = len(text) if is_whole else shown[-1].end
    before = _LEFT_OUT if text[:start].strip() else ""
    behind = _LEFT_OUT if text[end:].strip() else ""
    line = "".join(" " if c.isspace() else c for c in text[start:end])
    shift = len(before) - start
    inside = (s for s in spans if start <= s.start and s.end <= end)
    marks = tuple(Span(s.start + shift, s.end + shift) for s in inside)
    return Excerpt(f"{before}{line}{behind}", marks)
