"""The records of a rule: its description, its examples, its matches.

A rule is one record. The check, the explanation in the window, ``bnews-desk rules``, the user guide
and the tests all read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from bnews_desk.finding import Finding, Fix, Safety, Severity
from bnews_desk.frame.release_frame import COPY, Role
from bnews_desk.release import Edit, Mark
from bnews_desk.rules.context import ParagraphContext, ReleaseContext

if TYPE_CHECKING:
    from bnews_desk.earlier_headlines import EarlierHeadline
    from bnews_desk.house.officials import Official
    from bnews_desk.lexicon.lexicon import Lexicon


class RuleGroup(Enum):
    """The groups of the catalogue, by the letter of a rule's code."""

    A = "Kelengkapan berita"
    B = "Tanggal, waktu, angka, uang"
    C = "Ejaan dan kata baku"
    D = "Tanda baca dan spasi"
    E = "Gaya"
    F = "Konsistensi dan fakta"
    G = "Etika pers"
    R = "Aturan redaksi"


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A place that a rule reports, with the values of its message and the proposed fixes.

    ``severity`` and ``message`` (the name of one of the rule's ``other_messages``) override the
    rule's defaults.
    """

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    message: str = ""

    def shifted(self, offset: int) -> RuleMatch:
        """The same match for a text that begins ``offset`` code points earlier."""
        return replace(
            self,
            start=self.start + offset,
            end=self.end + offset,
            fixes=tuple(fix.shifted(offset) for fix in self.fixes),
        )


@dataclass(frozen=True, slots=True)
class Example:
    """Copy in which a rule finds something, and the same copy as it should be.

    Without a line break it is one paragraph of a body; with one it is a whole ``text``, headline
    first. ``good`` is None where only an editor can correct it. ``original`` and ``published`` are
    the imported and the published text, for rules that compare. ``marks`` are bold, italic and
    linked stretches, for rules that look at them.
    """

    bad: str
    good: str | None = None
    publication_date: date | None = None
    original: str | None = None
    published: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The record of one rule, named after what it reports.

    ``name`` is its name for editors, in a few Indonesian words. ``why`` is one Indonesian sentence
    with ``{names}`` for the values of a finding; ``other_messages`` has further ones by name.
    ``source`` is the clause or practice it is based on. ``remark`` says why a rule is off by
    default or milder than in the catalogue.
    """

    code: str
    id: str
    name: str
    severity: Severity
    safety: Safety
    why: str
    source: str
    bad: tuple[Example, ...]
    good: tuple[str, ...]
    is_on: bool = True
    other_messages: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""

    @property
    def group(self) -> RuleGroup:
        """The group of the rule."""
        return RuleGroup[self.code[0]]

    def template(self, rule_match: RuleMatch) -> str:
        """The message template for a match."""
        return self.other_messages[rule_match.message] if rule_match.message else self.why


@dataclass(frozen=True, slots=True)
class Needs:
    """What a paragraph has wherever a rule matches: at least one of all these.

    ``words`` are words of the copy, folded, or a function of a module that reads them; ``texts``
    are pieces of the paragraph's text as they stand; ``has_figures`` stands for any of 0 to 9.
    """

    words: Iterable[str] | Callable[[], Iterable[str]] = ()
    texts: tuple[str, ...] = ()
    has_figures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphRule(Rule):
    """A rule that looks at one paragraph at a time; its spans count from the paragraph's start.

    It depends only on the paragraph, so that its matches can be cached. A paragraph without
    anything that the rule ``needs`` is not checked; with None each is.
    """

    check: Callable[[ParagraphContext], Iterable[RuleMatch]]
    roles: frozenset[Role] = COPY
    needs: Needs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRule(Rule):
    """A rule that looks at a whole release; its spans count in ``text``."""

    check: Callable[[ReleaseContext], Iterable[RuleMatch]]
    is_window_only: bool = False
    """Whether it applies only in the window: a text file may well lack what the rule looks for."""
    complete: Callable[[Finding, Lexicon], Finding] | None = None
    """Adds to a finding what takes too long to compute at every check; see
    ``Checker.completed``."""
    yields_to_group: bool = False
    """Whether it is silent where another rule of its group reports the same words."""
    earlier: tuple[EarlierHeadline, ...] = ()
    """The archive's content for its examples."""
    officials: tuple[Official, ...] = ()
    """The officials for its examples."""


def replacement_fix(
    text: str, start: int, end: int, new: str, safety: Safety, label: str = ""
) -> Fix:
    """A fix that replaces ``text[start:end]`` by ``new``."""
    old = text[start:end]
    said = label or (f"Ganti dengan “{new.strip()}”" if new.strip() else f"Hapus “{old.strip()}”")
    return Fix(safety, said, (Edit(start, end, old, new),))
