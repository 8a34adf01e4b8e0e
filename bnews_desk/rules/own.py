"""A newsroom's own rules as records: what its style sheet says in shapes, the engine runs.

Nothing here is known beforehand: the words, patterns and messages are the newsroom's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from bnews_desk.finding import Fix, Safety
from bnews_desk.frame.release_frame import COPY_AND_HEADLINE
from bnews_desk.house.newsroom_rules import NewsroomRule
from bnews_desk.lexicon.word_lists import ListMatch, ListRow, PhraseFinder
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import (
    Example,
    ParagraphRule,
    ReleaseRule,
    Rule,
    RuleMatch,
    replacement_fix,
)
from bnews_desk.text import keep_case

if TYPE_CHECKING:
    import regex

MAX_MATCH_SECONDS = 0.1
"""How long a newsroom's pattern may look through one paragraph before it is given up there."""
MAX_FINDINGS = 100
"""Findings of one pattern in one paragraph."""
_NAMES = {
    "existence": "Kata yang tidak dipakai",
    "substitution": "Padanan pilihan redaksi",
    "repetition": "Kata yang berulang",
    "consistency": "Ejaan yang tidak seragam",
    "pattern": "Pola redaksi",
}


def own_rules(rules: Iterable[NewsroomRule]) -> tuple[Rule, ...]:
    """The records of a newsroom's own rules; their codes are R01, R02 … in its own order."""
    return tuple(_record(rule, f"R{number:02}") for number, rule in enumerate(rules, 1))


def _record(own: NewsroomRule, code: str) -> Rule:
    good = tuple(own.good)
    bad = tuple(Example(text, mended) for text, mended in own.bad)
    name, source = own.name or _NAMES[own.shape], own.source or "Gaya selingkung"
    if own.shape == "consistency":
        return ReleaseRule(
            code=code, id=own.id, name=name, severity=own.severity, safety=own.safety,
            why=own.message, source=source, bad=bad, good=good, check=_consistency(own),
        )  # fmt: skip
    return ParagraphRule(
        code=code, id=own.id, name=name, severity=own.severity, safety=own.safety,
        why=own.message, source=source, bad=bad, good=good, roles=COPY_AND_HEADLINE,
        check=_OF_PARAGRAPH[own.shape](own),
    )  # fmt: skip


_Check = Callable[[ParagraphContext], Iterator[RuleMatch]]


def _book(own: NewsroomRule, forms: Iterable[tuple[str, tuple[str, ...]]]) -> PhraseFinder:
    return PhraseFinder(ListRow(form, rights) for form, rights in forms)


def _is_meant(own: NewsroomRule, match: ListMatch, text: str) -> bool:
    """Whether the case is the one that the newsroom wrote, where it asked for that."""
    return not own.matches_case or text[match.start : match.end] == match.entry.form


def _match(own: NewsroomRule, text: str, start: int, end: int, rights: Sequence[str]) -> RuleMatch:
    old = text[start:end]
    news = [right if own.matches_case else keep_case(old, right) for right in rights]
    fixes: tuple[Fix, ...] = ()
    if own.safety is not Safety.NONE:
        safety = own.safety if len(news) == 1 else Safety.OFFERED
        fixes = tuple(replacement_fix(text, start, end, new, safety) for new in news if new != old)
    return RuleMatch(start, end, {"text": old, "right": "” atau “".join(rights)}, fixes)


def _existence(own: NewsroomRule) -> _Check:
    book = _book(own, ((word, ()) for word in own.words))

    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        for match in book.matches(paragraph.words, paragraph.text):
            if _is_meant(own, match, paragraph.text):
                yield _match(own, paragraph.text, match.start, match.end, ())

    return check


def _substitution(own: NewsroomRule) -> _Check:
    rows = (
        (form, tuple(filter(None, map(str.strip, rights.split(" | ")))))
        for form, rights in own.pairs
    )
    book = _book(own, rows)

    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        for match in book.matches(paragraph.words, paragraph.text):
            rights = match.entry.replacements
            old = paragraph.text[match.start : match.end]
            if _is_meant(own, match, paragraph.text) and old not in rights:
                yield _match(own, paragraph.text, match.start, match.end, rights)

    return check


def _repetition(own: NewsroomRule) -> _Check:
    book = _book(own, ((word, ()) for word in own.words))

    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        seen: dict[str, int] = {}
        for match in book.matches(paragraph.words, paragraph.text):
            if not _is_meant(own, match, paragraph.text):
                continue
            before = seen.get(match.entry.form)
            if before is not None and match.first - before <= own.within:
                yield _match(own, paragraph.text, match.start, match.end, ())
            seen[match.entry.form] = match.last

    return check


def _pattern(own: NewsroomRule) -> _Check:
    compiled: list[regex.Pattern[str]] = []

    def check(paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        if not compiled:
            import regex

            flags = 0 if own.matches_case else regex.IGNORECASE
            compiled.append(regex.compile(own.pattern, flags))
        for match in _matches(compiled[0], paragraph):
            rights = () if own.replacement is None else (match.expand(own.replacement),)
            start, end = match.span()
            if rights != (paragraph.text[start:end],):
                exact = own._replace(matches_case=True)
                yield _match(exact, paragraph.text, start, end, rights)

    return check


def _matches(pattern: regex.Pattern[str], paragraph: ParagraphContext) -> list[regex.Match[str]]:
    """What a pattern finds in the copy; nothing where it takes too long to look."""
    found: list[regex.Match[str]] = []
    try:
        for match in pattern.finditer(
            paragraph.text, paragraph.copy.start, paragraph.copy.end, timeout=MAX_MATCH_SECONDS
        ):
            if match.end() > match.start():
                found.append(match)
            if len(found) == MAX_FINDINGS:
                break
    except TimeoutError:
        return []
    return found


_OF_PARAGRAPH = {
    "existence": _existence,
    "substitution": _substitution,
    "repetition": _repetition,
    "pattern": _pattern,
}


def _consistency(own: NewsroomRule) -> Callable[[ReleaseContext], Iterator[RuleMatch]]:
    books = [_book(own, ((form, ()) for form in forms)) for forms in own.forms]

    def check(context: ReleaseContext) -> Iterator[RuleMatch]:
        for book in books:
            places = [
                (
                    part.paragraph.start + match.start,
                    part.paragraph.start + match.end,
                    match.entry.form,
                )
                for part, paragraph in zip(context.frame.parts, context.paragraphs, strict=True)
                if paragraph.role in COPY_AND_HEADLINE
                for match in book.matches(paragraph.words, paragraph.text)
                if _is_meant(own, match, paragraph.text)
            ]
            counts = Counter(form for _, _, form in places)
            if len(counts) > 1:
                usual = max(counts, key=lambda form: (counts[form], -_first(places, form)))
                for start, end, form in places:
                    if form != usual:
                        yield _match(own, context.text, start, end, (usual,))

    return check


def _first(places: Sequence[tuple[int, int, str]], form: str) -> int:
    return next(start for start, _, used in places if used == form)
