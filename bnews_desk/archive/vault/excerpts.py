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
        self._roots = [t for t in own if t.kind == "roots"]
        self._runs = [t for t in own if t.kind != "roots"]

    def headline(self, release: Release) -> Excerpt:
        """The headline, whole."""
        text = release.headline
        return Excerpt(text, self._spans(text, words(text), is_headline=True))

    def excerpt(self, release: Release) -> Excerpt:
        """The stretch of the body with the most of what was found, else its beginning."""
        text = release.body[:_LOOKED_AT]
        found = words(text)
        spans = self._spans(text, found, is_headline=False)
        starts = [word.start for word in found]
        marked = {span.start for span in spans}
        first = _best_start([start in marked for start in starts])
        shown = found[first : first + EXCERPT_WORDS]
        if not shown:
            return Excerpt(" ".join(text.split()))
        return _cut(text, shown, spans, is_whole=len(shown) == len(found))

    def _spans(self, text: str, found: Sequence[Word], *, is_headline: bool) -> tuple[Span, ...]:
        runs = [t for t in self._runs if is_headline or not t.field]
        roots = [set(t.tokens) for t in self._roots if is_headline or not t.field]
        spans = {
            Span(word.start, word.end)
            for word in found
            if roots and any(asked <= set(roots_of(word.text)) for asked in roots)
        }
        if runs:
            spans.update(_runs_in(found, runs))
        return _apart(sorted(spans))


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


def _best_start(is_marked: Sequence[bool]) -> int:
    """The first word of the stretch with the most marked words, some words before the first."""
    width = EXCERPT_WORDS - _LEAD_IN
    count = sum(is_marked[:width])
    best, start = count, 0
    for first in range(1, len(is_marked)):
        ahead = first + width - 1
        count += (is_marked[ahead] if ahead < len(is_marked) else 0) - is_marked[first - 1]
        if count > best:
            best, start = count, first
    if not best:
        return 0
    first_marked = next(i for i in range(start, len(is_marked)) if is_marked[i])
    return max(0, min(first_marked - _LEAD_IN, len(is_marked) - EXCERPT_WORDS))


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
