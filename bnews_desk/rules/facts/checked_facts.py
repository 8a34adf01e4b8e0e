"""Which changed facts of a copy editors have checked against its original."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from bnews_desk.finding import Finding, Severity, without_ignored
from bnews_desk.release import FactCheck, Ignore, Release
from bnews_desk.rules.facts.fact_changes import (
    DATE,
    FIGURE,
    NAME,
    QUOTE,
    STATEMENT,
    FactChange,
    FactComparison,
)
from bnews_desk.text import fold, sentences

RULE_IDS = {
    QUOTE: "original-quote-altered",
    FIGURE: "original-figure-altered",
    NAME: "original-name-altered",
    DATE: "original-date-altered",
    STATEMENT: "original-statement-altered",
}
"""The rule that reports a changed fact, by kind."""
ADDED_ID = "original-fact-added"
SPELLING_GROUP, ADDED_GROUP = "spelling", "added"
GROUP_TITLES = {
    QUOTE: "Kutipan berubah",
    FIGURE: "Angka berubah",
    NAME: "Nama berubah",
    DATE: "Tanggal berubah",
    STATEMENT: "Pernyataan berbalik",
    ADDED_GROUP: "Fakta ditambah",
    SPELLING_GROUP: "Ejaan dalam kutipan dirapikan",
}
"""The groups in which changed facts are listed, in order, with their titles."""
_FACT_NAMES = {
    QUOTE: "kutipan",
    FIGURE: "angka",
    NAME: "nama",
    DATE: "tanggal",
    STATEMENT: "pernyataan",
}
"""The kinds of facts in lower case, behind their number."""
_REMARKS = {"speaker": "Yang mengatakannya lain.", "cut": "Dipotong di tengah kalimat."}
_SHOWN_BESIDE = 40
"""Most code points of context on either side of an excerpt."""
_COMPARED = 24
"""Code points of context that identify the place of words in the original."""


class FactExcerpt(NamedTuple):
    """Words of a text with the text on either side."""

    before: str
    words: str
    behind: str


class ReviewedFact(NamedTuple):
    """A changed fact as shown to an editor; ``check`` is None until it has been checked.

    ``then`` is None where the original has nothing of the kind; ``is_ignored`` says that the
    finding about it is ignored.
    """

    change: FactChange
    now: FactExcerpt
    then: FactExcerpt | None
    check: FactCheck | None
    is_ignored: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is a change, not an addition, that nobody has checked or ignored."""
        return self._is_unsettled and not self.change.is_addition

    @property
    def is_open_addition(self) -> bool:
        """Whether it is an addition that nobody has checked or ignored."""
        return self._is_unsettled and self.change.is_addition

    @property
    def group(self) -> str:
        """The group in which it is listed."""
        if self.change.is_addition:
            return ADDED_GROUP
        return SPELLING_GROUP if self.change.detail == "spelling" else self.change.kind

    @property
    def remark(self) -> str:
        """A remark on it; '' for most."""
        if self.is_ignored:
            return "Diabaikan."
        return _REMARKS.get(self.change.detail, "")

    @property
    def _is_unsettled(self) -> bool:
        is_told = self.change.detail != "spelling"
        return self.check is None and not self.is_ignored and is_told


class FactReview(NamedTuple):
    """The changed facts of a release, in order, and the number of unchanged facts by kind."""

    facts: tuple[ReviewedFact, ...] = ()
    same: tuple[tuple[str, int], ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, tuple[ReviewedFact, ...]], ...]:
        """The facts by group, in the order of ``GROUP_TITLES``; no group is empty."""
        found = (
            (group, tuple(fact for fact in self.facts if fact.group == group))
            for group in GROUP_TITLES
        )
        return tuple((group, facts) for group, facts in found if facts)

    @property
    def same_text(self) -> str:
        """How many facts are as in the original, in words; '' when there is none."""
        return same_facts(dict(self.same))

    @property
    def open_facts(self) -> tuple[ReviewedFact, ...]:
        """The changes that nobody has checked."""
        return tuple(fact for fact in self.facts if fact.is_open)

    @property
    def open_additions(self) -> tuple[ReviewedFact, ...]:
        """The additions that nobody has checked."""
        return tuple(fact for fact in self.facts if fact.is_open_addition)


def counted_facts(counts: Mapping[str, object]) -> str:
    """``12 angka, 4 nama, 2 kutipan``; '' where there is none."""
    return ", ".join(f"{count} {_FACT_NAMES[kind]}" for kind, count in counts.items() if count)


def same_facts(counts: Mapping[str, object]) -> str:
    """``12 angka, 4 nama, 2 kutipan sama``; '' where there is none."""
    told = counted_facts(counts)
    return f"{told} sama" if told else ""


def titled_groups(
    review: FactReview | None,
) -> tuple[tuple[str, tuple[ReviewedFact, ...]], ...]:
    """The facts under the titles of their groups; empty where there is no original."""
    groups = () if review is None else review.groups
    return tuple((GROUP_TITLES[group], facts) for group, facts in groups)


def review_facts(
    comparison: FactComparison,
    release: Release,
    sources: Sequence[str],
    is_on: Callable[[str], bool] = lambda _rule: True,
    ignores: frozenset[Ignore] = frozenset(),
) -> FactReview:
    """Review a comparison of ``release`` with ``sources``, without the rules that are off.

    ``ignores`` are the newsroom's, in addition to those of the release.
    """
    facts = tuple(
        ReviewedFact(
            change,
            _excerpt(release.text, change.start, change.end),
            None if change.is_addition else _source_excerpt(change, release.text, sources),
            check_of(change, release),
            _is_ignored(change, release, ignores),
        )
        for change in comparison.changes
        if is_on(rule_of(change))
    )
    changed = [change.kind for change in comparison.changes]
    same = tuple(
        (kind, max(0, comparison.counts.get(kind, 0) - changed.count(kind)))
        for kind in (FIGURE, NAME, DATE, QUOTE)
    )
    return FactReview(facts, same)


def rule_of(change: FactChange) -> str:
    """The rule that reports a change."""
    return ADDED_ID if change.is_addition else RULE_IDS[change.kind]


def _is_ignored(change: FactChange, release: Release, ignores: frozenset[Ignore]) -> bool:
    start, end = change.start, change.end
    words = release.text[start:end]
    finding = Finding(rule_of(change), Severity.WARNING, start, end, words, "")
    return not without_ignored([finding], release, ignores)


def new_check(change: FactChange, text: str, name: str, when: datetime) -> FactCheck:
    """A record that ``name`` has checked a change in a copy's ``text``."""
    passage = _passage_mark(text, change.start, change.end)
    return FactCheck(change.kind, fold(change.now), fold(change.then), passage, name, when)


def check_of(change: FactChange, release: Release) -> FactCheck | None:
    """The record of who checked a change; None where nobody has, or its sentence has changed
    since."""
    if not release.checks:
        return None
    known = new_check(change, release.text, "", datetime.min)[:4]
    found = [check for check in release.checks if check[:4] == known]
    return max(found, key=lambda check: check.when.timestamp(), default=None)


def unchecked(changes: Iterable[FactChange], release: Release) -> Iterator[FactChange]:
    """The changes that nobody has checked."""
    return (change for change in changes if check_of(change, release) is None)


def _passage_mark(text: str, start: int, end: int) -> str:
    """The fingerprint of the sentences that contain a stretch."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : len(text) if last < 0 else last]
    touched = [s for s in sentences(line) if s.start < end - first and start - first < s.end]
    said = fold("\n".join(line[s.start : s.end] for s in touched))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _excerpt(text: str, start: int, end: int) -> FactExcerpt:
    before = text[max(0, start - _SHOWN_BESIDE) : start].rpartition("\n")[2]
    behind = text[end : end + _SHOWN_BESIDE].partition("\n")[0]
    if len(before) == _SHOWN_BESIDE:
        before = f"… {before.partition(' ')[2]}"
    if len(behind) == _SHOWN_BESIDE:
        behind = f"{behind.rpartition(' ')[0]} …"
    return FactExcerpt(before, text[start:end], behind)


def _source_excerpt(change: FactChange, text: str, sources: Sequence[str]) -> FactExcerpt:
    """The words of a source with their context, at the place that most resembles the copy."""
    then = change.then.removesuffix(" …")
    before = text[max(0, change.start - _COMPARED) : change.start]
    behind = text[change.end : change.end + _COMPARED]
    best, most = FactExcerpt("", change.then, ""), -1
    for source in sources:
        at = source.find(then)
        while at >= 0:
            end = at + len(then)
            alike = _alike(before[::-1], source[max(0, at - _COMPARED) : at][::-1])
            alike += _alike(behind, source[end : end + _COMPARED])
            if alike > most:
                best, most = _excerpt(source, at, end), alike
            at = source.find(then, at + 1)
    return best


def _alike(one: str, other: str) -> int:
    """The length of the common beginning of two texts."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
