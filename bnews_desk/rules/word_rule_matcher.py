"""Runs word rules, shipped and newsroom's own, and tests their examples."""

from __future__ import annotations

import logging
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from bnews_desk.finding import Fix, Safety
from bnews_desk.frame.release_frame import COPY, COPY_AND_HEADLINE, Role
from bnews_desk.house.style import HouseStyle
from bnews_desk.house.word_rules import WordRule, read_word_rules
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.word_lists import ListMatch, ListRow, PhraseFinder, read_list, row_of
from bnews_desk.log import log_fault
from bnews_desk.paths import resource
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.context import ParagraphContext, ReleaseContext
from bnews_desk.rules.rule import (
    Example,
    ParagraphRule,
    ReleaseRule,
    Rule,
    RuleMatch,
    replacement_fix,
)
from bnews_desk.rules.word_replacement import fit_case, stands_alone

if TYPE_CHECKING:
    import regex

_LOG = logging.getLogger(__name__)


MAX_MATCH_SECONDS = 0.1
"""A pattern that takes longer than this in one paragraph finds nothing there."""
MAX_FINDINGS = 100
"""Most findings of one pattern in one paragraph."""
_NAMES = {
    "existence": "Kata yang tidak dipakai",
    "substitution": "Padanan pilihan redaksi",
    "repetition": "Kata yang berulang",
    "consistency": "Ejaan yang tidak seragam",
    "pattern": "Pola redaksi",
}
_MEANING = "meaning: "
"""The prefix of a row's note that gives the meaning of its replacement."""


def newsroom_word_rules(rules: Iterable[WordRule]) -> tuple[Rule, ...]:
    """The records of a newsroom's own rules; their codes are R01, R02 … in the newsroom's order."""
    return tuple(_record(rule, f"R{number:02}") for number, rule in enumerate(rules, 1))


@cache
def shipped_word_rules() -> tuple[Rule, ...]:
    """The records of the shipped word rules, read once; raises ``ValueError`` where one is
    wrong."""
    with open(resource("rules", "word_rules.toml"), "rb") as file:
        rules, faults = read_word_rules(tomllib.load(file).get("rules"), shipped=True)
    if faults or rules is None:
        raise ValueError(f"word_rules.toml: {faults}")
    return tuple(_record(rule, rule.code) for rule in rules)


def _record(rule: WordRule, code: str) -> Rule:
    known: dict[str, Any] = {
        "code": code,
        "id": rule.id,
        "name": rule.name or _NAMES[rule.shape],
        "severity": rule.severity,
        "safety": rule.safety,
        "why": rule.message,
        "source": rule.source or "Gaya selingkung",
        "bad": tuple(Example(text, mended) for text, mended in rule.bad),
        "good": tuple(rule.good),
        "is_on": rule.is_on,
        "remark": rule.remark,
    }
    if rule.shape == "consistency":
        return ReleaseRule(**known, check=_Consistency(rule))
    check = _OF_PARAGRAPH[rule.shape](rule)
    return ParagraphRule(**known, check=check, roles=_roles(rule))


class _Finder:
    """Finds the rows of a word rule where the rule applies.

    It is a class and not a closure, so that it can be pickled. Each process reads the rows when it
    checks its first paragraph.
    """

    def __init__(self, rule: WordRule, forms: tuple[str, ...] = ()) -> None:
        self.rule = rule
        self.forms = forms

    def __reduce__(self) -> tuple[type[_Finder], tuple[WordRule, tuple[str, ...]]]:
        """Pickle without the rows that were read."""
        return type(self), (self.rule, self.forms)

    def find(self, paragraph: ParagraphContext) -> Iterator[ListMatch]:
        """The rows found in a paragraph, in order, without those that the rule skips."""
        for match in self._phrases.matches(paragraph.words, paragraph.text):
            row: ListRow | None = match.entry
            if self.rule.matches_case:  # of forms that differ only in case, the finder knows one
                row = self._by_form.get(paragraph.text[match.start : match.end])
            if row is not None and not _is_skipped(self.rule, paragraph, match):
                yield match._replace(entry=row)

    @cached_property
    def _rows(self) -> tuple[ListRow, ...]:
        if self.rule.list_name:
            return tuple(read_list(self.rule.list_name))
        words = ((word, "") for word in (*self.rule.words, *self.forms))
        return tuple(row_of(form, right) for form, right in (*self.rule.pairs, *words))

    @cached_property
    def _phrases(self) -> PhraseFinder:
        return PhraseFinder(self._rows)

    @cached_property
    def _by_form(self) -> dict[str, ListRow]:
        return {row.form: row for row in self._rows}


def _is_skipped(rule: WordRule, paragraph: ParagraphContext, match: ListMatch) -> bool:
    if _is_said(rule, paragraph, match.start, match.end):
        return True
    return "names" in rule.skips and (
        paragraph.is_capitalised_inside(paragraph.words[match.first])
        or not stands_alone(paragraph.text, match.start, match.end)
    )


def _is_said(rule: WordRule, paragraph: ParagraphContext, start: int, end: int) -> bool:
    return ("speech" in rule.skips and paragraph.in_speech(start, end)) or (
        "quotations" in rule.skips and paragraph.in_quotation(start, end)
    )


def _roles(rule: WordRule) -> frozenset[Role]:
    return COPY if "headline" in rule.skips else COPY_AND_HEADLINE


def _replacement(
    rule: WordRule, paragraph: ParagraphContext, start: int, end: int, rights: Sequence[str]
) -> RuleMatch:
    """A match with a fix for each of ``rights``; the fixes are offered where there are several.

    In a headline, where names cannot be recognised, a rule that skips names only offers its fixes.
    """
    old = paragraph.text[start:end]
    keeps = rule.matches_case or rule.shape == "pattern"
    news = [right if keeps else fit_case(paragraph, start, end, right) for right in rights]
    fixes: tuple[Fix, ...] = ()
    if rule.safety is not Safety.NONE:
        is_unsure = "names" in rule.skips and paragraph.role is Role.HEADLINE
        safety = Safety.OFFERED if is_unsure or len(news) > 1 else rule.safety
        fixes = tuple(
            replacement_fix(paragraph.text, start, end, new, safety) for new in news if new != old
        )
    return RuleMatch(start, end, {"text": old, "right": "” atau “".join(rights)}, fixes)


class _Existence(_Finder):
    """Finds forbidden words."""

    def __call__(self, paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        for match in self.find(paragraph):
            yield _replacement(self.rule, paragraph, match.start, match.end, ())


class _Substitution(_Finder):
    """Finds words that have a replacement."""

    def __call__(self, paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        for match in self.find(paragraph):
            rights = match.entry.replacements
            if paragraph.text[match.start : match.end] not in rights:
                found = _replacement(self.rule, paragraph, match.start, match.end, rights)
                for note in match.entry.notes:
                    if note.startswith(_MEANING):
                        meaning = {"meaning": note.removeprefix(_MEANING)}
                        found = replace(found, values={**found.values, **meaning})
                yield found


class _Repetition(_Finder):
    """Finds words repeated within a number of words."""

    def __call__(self, paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        seen: dict[str, int] = {}
        for match in self.find(paragraph):
            before = seen.get(match.entry.form)
            if before is not None and match.first - before <= self.rule.within:
                yield _replacement(self.rule, paragraph, match.start, match.end, ())
            seen[match.entry.form] = match.last


class _Pattern:
    """Finds what a regular expression matches."""

    def __init__(self, rule: WordRule) -> None:
        self.rule = rule

    def __reduce__(self) -> tuple[type[_Pattern], tuple[WordRule]]:
        """Pickle without the compiled pattern."""
        return type(self), (self.rule,)

    def __call__(self, paragraph: ParagraphContext) -> Iterator[RuleMatch]:
        rule = self.rule
        for match in self._matches(paragraph):
            rights = () if rule.replacement is None else (match.expand(rule.replacement),)
            start, end = match.span()
            is_right = rights == (paragraph.text[start:end],)
            if not is_right and not _is_said(rule, paragraph, start, end):
                yield _replacement(rule, paragraph, start, end, rights)

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        import regex

        return regex.compile(self.rule.pattern, 0 if self.rule.matches_case else regex.IGNORECASE)

    def _matches(self, paragraph: ParagraphContext) -> list[regex.Match[str]]:
        """The pattern's matches in the copy; none where matching takes too long."""
        found: list[regex.Match[str]] = []
        try:
            for match in self._compiled.finditer(
                paragraph.text, paragraph.copy.start, paragraph.copy.end, timeout=MAX_MATCH_SECONDS
            ):
                if match.end() > match.start():
                    found.append(match)
                if len(found) == MAX_FINDINGS:
                    break
        except TimeoutError as error:
            log_fault(_LOG, "matching a pattern of the newsroom in time", error)
            return []
        return found


class _Forms(_Finder):
    """Finds the places of one set of forms that must not be mixed."""

    def __call__(self, paragraph: ParagraphContext) -> tuple[ListMatch, ...]:
        return tuple(self.find(paragraph)) if paragraph.role in _roles(self.rule) else ()


class _Consistency:
    """Finds every place of a set of forms except those of its most frequent form."""

    def __init__(self, rule: WordRule) -> None:
        self.rule = rule
        self._sets = [_Forms(rule, forms) for forms in rule.forms]

    def __call__(self, context: ReleaseContext) -> Iterator[RuleMatch]:
        for places in self._sets:
            found = [
                (number, paragraph, match)
                for number, paragraph, matches in context.collected(places)
                for match in matches
            ]
            counts = Counter(match.entry.form for _, _, match in found)
            if len(counts) < 2:
                continue
            in_order = places.forms if self.rule.prefers_first else tuple(counts)
            usual = max(counts, key=lambda form: (counts[form], -in_order.index(form)))
            for number, paragraph, match in found:
                if match.entry.form != usual:
                    at = context.frame.parts[number].paragraph.start
                    yield _replacement(
                        self.rule, paragraph, match.start, match.end, (usual,)
                    ).shifted(at)


_OF_PARAGRAPH: dict[
    str, Callable[[WordRule], Callable[[ParagraphContext], Iterator[RuleMatch]]]
] = {
    "existence": _Existence,
    "substitution": _Substitution,
    "repetition": _Repetition,
    "pattern": _Pattern,
}


def failed_examples(rule: Rule, house: HouseStyle) -> Iterator[str]:
    """Test the examples of a rule; yields one Indonesian sentence for each that fails."""
    on = replace(house, severities={**house.severities, rule.id: rule.severity})
    checker = Checker([rule], on, Lexicon(house.pairs))
    for example in rule.bad:
        release = _release_of(example.bad)
        found = checker.check(release)
        if not found:
            yield f"Contoh “{example.bad}” tidak ditandai."
        elif example.good is not None:
            mended = _mended(checker, release)
            if mended != _release_of(example.good).text:
                yield f"Contoh “{example.bad}” menjadi “{mended.strip()}”, bukan “{example.good}”."
    for text in rule.good:
        if checker.check(_release_of(text)):
            yield f"Contoh benar “{text}” ikut ditandai."


def _release_of(text: str) -> Release:
    """A release from one paragraph of a body, or from a whole text with line breaks, headline
    first."""
    return Release(text) if "\n" in text else Release.of("", [text])


def _mended(checker: Checker, release: Release) -> str:
    """The text after the first fix of each finding, applied one after the other."""
    for _ in range(len(release.text)):
        fixes = [finding.fixes[0] for finding in checker.check(release) if finding.fixes]
        if not fixes:
            break
        changed = release.edited(fixes[0].edits)
        if changed == release:
            break
        release = changed
    return release.text
