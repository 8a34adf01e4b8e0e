"""Runs rules over releases and caches their findings by paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from bnews_desk.finding import Finding, Fix, Severity, apply_fixes, without_ignored
from bnews_desk.frame.release_frame import Frame, FrameReader, Role
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Edit, Mark, Release
from bnews_desk.rules.context import (
    READY_TO_PUBLISH,
    CheckOptions,
    ParagraphContext,
    ReleaseContext,
    SourceParagraphs,
)
from bnews_desk.rules.punctuation.quote_tokens import quote_pairs
from bnews_desk.rules.rule import ParagraphRule, ReleaseRule, Rule, RuleGroup, RuleMatch
from bnews_desk.rules.rule_selection import RuleSelection
from bnews_desk.text import Span

AddFindings = Callable[[Release, Frame, list[Finding]], list[Finding]]
"""Merges findings of another checker into ours, in the order of the text."""
REMEMBERED_PARAGRAPHS = 4096
"""Number of paragraphs whose findings are cached; the least recently used is dropped first."""
REMEMBERED_SOURCES = 8
"""Number of source texts (originals and published articles) that are cached."""
MENDING_ROUNDS = 3
"""Most rounds in which a sentence is mended; one fix can lead to the next."""
_MENDING_GROUPS = frozenset({RuleGroup.B, RuleGroup.C, RuleGroup.E})
_NO_QUOTATION_MARKS = str.maketrans('"“”„‟', "     ")
LONGEST_WORD_FINDING = 40
"""Longest finding, in code points, that is about certain words and not a sentence or paragraph."""


class Checker:
    """Checks releases in one newsroom's style.

    The findings of paragraph rules are cached by paragraph, so that checking a release again costs
    little more than its changed paragraphs. Create a new checker when style sheet or dictionaries
    change. ``pause`` is called every few tenths of a millisecond, so that a check thread can let
    other threads run. ``beside`` adds findings of another checker; it must answer at once.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        house: HouseStyle,
        lexicon: Lexicon,
        *,
        remember: int = REMEMBERED_PARAGRAPHS,
        pause: Callable[[], None] = lambda: None,
        beside: AddFindings | None = None,
    ) -> None:
        self.house = house
        self.lexicon = lexicon
        self.reader = FrameReader(house)
        self._severities = {rule.id: severity_of(rule, house) for rule in rules}
        active = [rule for rule in rules if self._severities[rule.id] is not None]
        self._by_role: Mapping[Role, tuple[ParagraphRule, ...]] = {
            role: tuple(r for r in active if isinstance(r, ParagraphRule) and role in r.roles)
            for role in Role
        }
        self._of_release = tuple(r for r in active if isinstance(r, ReleaseRule))
        self._completing = {r.id: r.complete for r in self._of_release if r.complete is not None}
        yielding = [r for r in self._of_release if r.yields_to_group]
        groups = {r.group for r in yielding}
        self._yielding_ids = frozenset(r.id for r in yielding)
        self._preferred_ids = (
            frozenset(r.id for r in active if r.group in groups) - self._yielding_ids
        )
        self._paragraph_context = lru_cache(maxsize=remember)(self._new_context)
        self._answer = lru_cache(maxsize=remember)(self._check_paragraph)
        self._placed = lru_cache(maxsize=remember)(self._place)
        self._mending = tuple(
            r
            for r in rules
            if isinstance(r, ParagraphRule) and r.group in _MENDING_GROUPS and Role.BODY in r.roles
        )
        self._selection = cache(self._new_selection)
        self._mending_selection = cache(partial(RuleSelection, self._mending))
        self._read_sources = lru_cache(maxsize=REMEMBERED_SOURCES)(self._read_source)
        self._pause = pause
        self._beside = beside

    def check(self, release: Release, options: CheckOptions = READY_TO_PUBLISH) -> list[Finding]:
        """The findings that neither release nor newsroom ignores, in the order of the text."""
        return self.check_framed(release, self.reader.read(release.text), options)

    def check_framed(
        self, release: Release, frame: Frame, options: CheckOptions = READY_TO_PUBLISH
    ) -> list[Finding]:
        """``check`` for a release whose frame has been read."""
        context = self.context(release, frame, options)
        return self.check_context(context, is_in_window=options.is_in_window)

    def context(
        self, release: Release, frame: Frame, options: CheckOptions = READY_TO_PUBLISH
    ) -> ReleaseContext:
        """The release as rules see it; ``check_context`` runs the rules on it."""
        paragraphs = tuple(
            [self._paragraph_context(p.paragraph.text, p.role, p.copy) for p in frame.parts]
        )
        return ReleaseContext(
            release,
            frame,
            self.reader,
            paragraphs,
            self.house,
            self.lexicon,
            options.publication_date or release.details.publication_date,
            options.is_finished,
            options.original,
            options.archive,
            options.published,
            options.further_sources,
            self._read_sources,
        )

    def check_context(self, context: ReleaseContext, *, is_in_window: bool) -> list[Finding]:
        """``check`` for a release whose context exists; intermediate results of rules stay cached
        in it."""
        release, frame = context.release, context.frame
        found = [
            finding
            for part, paragraph in zip(frame.parts, context.paragraphs, strict=True)
            for finding in self._placed(paragraph, part.paragraph.start)
        ]
        found += self._of_whole(context, is_in_window)
        linked = [mark for mark in release.marks if mark.kind == "link"]
        kept = [_unlinked(finding, linked) for finding in found] if linked else found
        ordered = sorted(kept, key=lambda p: (p.start, p.end, p.rule))
        if self._yielding_ids:
            ordered = _without_yielding(ordered, self._yielding_ids, self._preferred_ids)
        own = without_ignored(ordered, release, self.house.ignores)
        return own if self._beside is None else self._beside(release, frame, own)

    def completed(self, finding: Finding) -> Finding:
        """``finding`` with what its rule computes only on request: suggested spellings.

        The result is always the same, and quick for words asked before. Findings of other rules are
        returned unchanged.
        """
        complete = self._completing.get(finding.rule)
        return finding if complete is None else complete(finding, self.lexicon)

    def is_on(self, rule_id: str) -> bool:
        """Whether a rule exists and the newsroom has not switched it off."""
        return self._severities.get(rule_id) is not None

    def may_complete(self, finding: Finding) -> bool:
        """Whether ``completed`` may add something to ``finding``."""
        return finding.rule in self._completing

    def _of_whole(self, context: ReleaseContext, is_in_window: bool) -> Iterator[Finding]:
        starts = [part.paragraph.start for part in context.frame.parts]
        for rule in self._of_release:
            if rule.is_window_only and not is_in_window:
                continue
            self._pause()
            for match in rule.check(context):
                finding = self._stamped(rule, match, context.text)
                if finding.safe_fix is not None:
                    for index in _touched(finding, starts):
                        finding = without_safe_fixes_in_speech(
                            finding, context.paragraphs[index], starts[index]
                        )
                yield finding

    def _new_selection(self, role: Role) -> RuleSelection:
        """Made at the first paragraph of a role: it reads lists."""
        return RuleSelection(self._by_role[role])

    def _new_context(self, text: str, role: Role, copy: Span) -> ParagraphContext:
        return ParagraphContext(text, role, copy, self.house, self.lexicon)

    def _read_source(self, texts: tuple[str, ...]) -> SourceParagraphs:
        lines = [line for text in texts for line in text.split("\n")]
        return SourceParagraphs(tuple(map(self._running_text, lines)), self._mended)

    def _running_text(self, text: str) -> ParagraphContext:
        return self._paragraph_context(text, Role.BODY, Span(0, len(text)))

    def _mended(self, sentence: str) -> ParagraphContext:
        """A sentence after the safe fixes of the rules in ``_mending``, with its quotation marks
        removed."""
        paragraph = self._running_text(sentence.translate(_NO_QUOTATION_MARKS))
        for _ in range(MENDING_ROUNDS):
            fixes = [
                fix
                for rule in self._mending_selection().rules_for(paragraph)
                for match in rule.check(paragraph)
                for fix in match.fixes[:1]
                if fix.is_safe
            ]
            mended = apply_fixes(Release(paragraph.text), fixes)[0].text.removesuffix("\n")
            if mended == paragraph.text:
                break
            paragraph = self._running_text(mended)
        return paragraph

    def _place(self, paragraph: ParagraphContext, start: int) -> tuple[Finding, ...]:
        """The findings of a paragraph with their positions in its release."""
        return tuple([finding.shifted(start) for finding in self._answer(paragraph)])

    def _check_paragraph(self, paragraph: ParagraphContext) -> tuple[Finding, ...]:
        self._pause()
        found = []
        # plain loops are faster: most rules find nothing
        for rule in self._selection(paragraph.role).rules_for(paragraph):
            for match in rule.check(paragraph):
                if not paragraph.in_link(match.start, match.end):
                    found.append(
                        without_safe_fixes_in_speech(
                            self._stamped(rule, match, paragraph.text), paragraph
                        )
                    )
        return tuple(found)

    def _stamped(self, rule: Rule, match: RuleMatch, text: str) -> Finding:
        start, end = match.start, match.end
        return Finding(
            rule.id,
            _severity(rule, self._severities[rule.id], match),
            start,
            end,
            text[start:end],
            rule.template(match),
            match.values,
            match.fixes,
        )


def _without_yielding(
    ordered: Sequence[Finding], yielding_ids: frozenset[str], preferred_ids: frozenset[str]
) -> list[Finding]:
    """``ordered`` without findings of yielding rules that overlap one of a preferred rule."""
    if not any(finding.rule in yielding_ids for finding in ordered):
        return list(ordered)
    others = [p for p in ordered if p.rule in preferred_ids and len(p.text) <= LONGEST_WORD_FINDING]
    starts = [finding.start for finding in others]

    def stays(finding: Finding) -> bool:
        if finding.rule not in yielding_ids:
            return True
        first = bisect_left(starts, finding.start - LONGEST_WORD_FINDING)
        last = bisect_left(starts, finding.end)
        return all(other.end <= finding.start for other in others[first:last])

    return list(filter(stays, ordered))


def severity_of(rule: Rule, house: HouseStyle) -> Severity | None:
    """The severity of a rule in a newsroom; None where it is off."""
    if rule.id in house.severities:
        return house.severities[rule.id]
    return rule.severity if rule.is_on else None


def _touched(finding: Finding, starts: Sequence[int]) -> set[int]:
    """The numbers of the paragraphs that a finding's fixes edit; ``starts`` are the paragraphs'
    starts."""
    touched: set[int] = set()
    for fix in finding.fixes:
        for edit in fix.edits:
            first, last = bisect_right(starts, edit.start), bisect_right(starts, edit.end)
            touched.update(range(first - 1, last))
    return touched


def _severity(rule: Rule, chosen: Severity | None, match: RuleMatch) -> Severity:
    """The severity of one finding: the newsroom's choice, else the match's own, else the rule's."""
    if chosen is not None and chosen is not rule.severity:
        return chosen
    return match.severity or rule.severity


def _unlinked(finding: Finding, links: Sequence[Mark]) -> Finding:
    """``finding`` with offered instead of safe fixes where one would edit a link."""
    if finding.safe_fix is None or not any(
        edit.start < mark.end and mark.start < edit.end
        for mark in links
        for fix in finding.fixes
        for edit in fix.edits
    ):
        return finding
    return replace(finding, fixes=tuple(fix.as_offered() for fix in finding.fixes))


def without_safe_fixes_in_speech(
    finding: Finding, paragraph: ParagraphContext, start: int = 0
) -> Finding:
    """``finding`` with offered instead of safe fixes where one would change speech in
    ``paragraph``.

    ``start`` is the paragraph's position in the text in which the finding's spans count.
    """
    if finding.safe_fix is None or not paragraph.speech:
        return finding
    fixes = tuple(_demoted_in_speech(fix, paragraph, start) for fix in finding.fixes)
    return finding if fixes == finding.fixes else replace(finding, fixes=fixes)


def _demoted_in_speech(fix: Fix, paragraph: ParagraphContext, start: int) -> Fix:
    if fix.is_safe and any(_changes_speech(edit, paragraph, start) for edit in fix.edits):
        return fix.as_offered()
    return fix


def _changes_speech(edit: Edit, paragraph: ParagraphContext, start: int) -> bool:
    """Whether ``edit`` changes the inside of a quotation and not merely its edge.

    Where a quotation mark is missing, it is unclear who says what: all words of the paragraph count
    as speech.
    """
    first, last = edit.start - start, edit.end - start
    if _changes_words(edit) and not quote_pairs(paragraph).is_sure:
        return True
    return any(
        not _is_at_edge(edit, first, last, span, paragraph.text)
        for span in paragraph.speech
        if (
            first < span.end - 1 and span.start + 1 < last
            if first < last
            else span.start < first < span.end
        )
    )


def _is_at_edge(edit: Edit, first: int, last: int, span: Span, text: str) -> bool:
    """Whether ``edit`` changes only marks and spaces next to the quotation's own marks."""
    if _changes_words(edit):
        return False
    before = text[span.start : max(first, span.start)]
    behind = text[min(last, span.end) : span.end]
    return not any(c.isalnum() for c in before) or not any(c.isalnum() for c in behind)


def _changes_words(edit: Edit) -> bool:
    return any(c.isalnum() for c in edit.old) or any(c.isalnum() for c in edit.new)
