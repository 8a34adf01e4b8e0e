"""Searches and replaces words or patterns in the text of a release."""

from __future__ import annotations

import re
from collections.abc import Iterable
from time import monotonic
from typing import NamedTuple

from bnews_desk.release import Edit
from bnews_desk.text import Span, keep_case, paragraphs, quotations

MOST_FOUND = 10_000
"""Matches after which a search stops."""
MOST_SECONDS = 1.0
LONGEST_PATTERN = 500
_REPEATED_GROUP = re.compile(r"\)(?:[*+]|\{\d*,\d*\})")


class FindQuery(NamedTuple):
    """What is searched for, and how strictly."""

    words: str
    minds_case: bool = False
    whole_words: bool = False
    is_pattern: bool = False


class PatternRefused(Exception):  # noqa: N818 - not an error of the program
    """A query that cannot be searched for.

    ``kind`` is *pattern* (not well formed), *heavy* (would take too long) or *replacement*;
    ``str()`` says more, in the pattern language's own words.
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(detail)
        self.kind = kind


class TextMatches(NamedTuple):
    """The matches; ``is_cut`` where there may be more."""

    spans: tuple[Span, ...] = ()
    is_cut: bool = False


def compiled(query: FindQuery) -> re.Pattern[str]:
    """The pattern of a query; raises ``PatternRefused``."""
    source = query.words
    if not query.is_pattern:
        source = re.escape(source).replace(r"\ ", "[ \u00a0]")
    elif len(source) > LONGEST_PATTERN or _repeats_repeats(source):
        raise PatternRefused("heavy")
    if query.whole_words:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    try:
        return re.compile(source, 0 if query.minds_case else re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise PatternRefused("pattern", str(error)) from error


def find_all(text: str, query: FindQuery) -> TextMatches:
    """Every match of a query in a text, in order; raises ``PatternRefused``.

    Searches one paragraph after the other; stops after ``MOST_FOUND`` matches and after a second.
    No match is empty or crosses the end of a paragraph.
    """
    if not query.words:
        return TextMatches()
    pattern = compiled(query)
    spans: list[Span] = []
    until = monotonic() + MOST_SECONDS
    for line in paragraphs(text):
        for match in pattern.finditer(line.text):
            if match.end() > match.start():
                spans.append(Span(line.start + match.start(), line.start + match.end()))
            if len(spans) >= MOST_FOUND:
                return TextMatches(tuple(spans), True)
        if monotonic() > until:
            return TextMatches(tuple(spans), True)
    return TextMatches(tuple(spans))


def edits_for(text: str, query: FindQuery, spans: tuple[Span, ...], new: str) -> list[Edit]:
    """Edits that put ``new`` in place of what was found; raises ``PatternRefused``.

    Where the query does not mind case, ``new`` takes the case of what it replaces, unless it
    changes nothing but the case. In a pattern's replacement ``\\1`` and ``\\g<name>`` stand for
    its groups. What is no longer found at its place is left alone.
    """
    pattern = compiled(query)
    edits = []
    for span in spans:
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.start)
        line = text[start : len(text) if end < 0 else end]
        match = pattern.match(line, span.start - start)
        if match is None or match.end() != span.end - start:
            continue
        old = match.group()
        if query.is_pattern:
            replacement = _expanded(match, new)
        else:
            is_exact = query.minds_case or old.casefold() == new.casefold()
            replacement = new if is_exact else keep_case(old, new)
        if old != replacement:
            edits.append(Edit(span.start, span.end, old, replacement))
    return edits


def outside_quotations(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The matches outside quotations."""
    quoted = [
        Span(line.start + quotation.start, line.start + quotation.end)
        for line in paragraphs(text)
        for quotation in quotations(line.text)
        if quotation.is_speech
    ]
    return tuple(span for span in spans if not any(span.overlaps(one) for one in quoted))


def _expanded(match: re.Match[str], new: str) -> str:
    try:
        return match.expand(new)
    except (re.error, IndexError) as error:
        raise PatternRefused("replacement", str(error)) from error


def _repeats_repeats(source: str) -> bool:
    """Whether a repeated group repeats something inside: it could run for years."""
    bare = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]", "x", source)
    opened: list[int] = []
    for i, char in enumerate(bare):
        if char == "(":
            opened.append(i)
        elif char == ")" and opened:
            start = opened.pop()
            inside = bare[start + 1 : i]
            if _REPEATED_GROUP.match(bare, i) and re.search(r"[*+|]|\{\d*,\d*\}", inside):
                return True
    return False
