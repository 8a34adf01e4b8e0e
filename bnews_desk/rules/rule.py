"""The records of a rule: its description, its examples, its matches.

A rule is one record: everything that is known about it stands there and feeds the check, the
window's explanation, ``bnews-desk rules``, the user guide and the tests.
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
    """The families of the catalogue, by the letter of a rule's code."""

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
    """What a rule answers: a place, the values of its message, the fixes it proposes.

    ``severity`` and ``message`` (one of the rule's ``other_messages``) replace its defaults.
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

    Without a line break it is one paragraph of a body; with one it is a whole
    ``text``, headline first. ``good`` is None where only an editor can mend it.
    ``original`` and ``published`` are what came in and what went out, where the rule compares.
    ``marks`` are what of the text is bold, italic or linked, where the rule looks at that.
    """

    bad: str
    good: str | None = None
    publication_date: date | None = None
    original: str | None = None
    published: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Everything that is known about one rule, named after what it flags.

    ``name`` is what an editor calls it, in a few Indonesian words.
    ``why`` is one Indonesian sentence with ``{names}`` for the values of a finding.
    ``other_messages`` holds further ones by name. ``source`` is the clause or practice it rests
    on. ``remark`` says why a rule is shipped off or milder than the catalogue has it.
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
        """The family the rule belongs to."""
        return RuleGroup[self.code[0]]

    def template(self, rule_match: RuleMatch) -> str:
        """The message template for one finding."""
        return self.other_messages[rule_match.message] if rule_match.message else self.why


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphRule(Rule):
    """A rule that looks at one paragraph at a time; its spans count from there.

    It depends on nothing but the paragraph, so that its answer can be remembered.
    """

    check: Callable[[ParagraphContext], Iterable[RuleMatch]]
    roles: frozenset[Role] = COPY


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRule(Rule):
    """A rule that looks at a whole release; its spans count in ``text``."""

    check: Callable[[ReleaseContext], Iterable[RuleMatch]]
    is_window_only: bool = False
    """Whether only the window asks: a text file may well lack what the rule looks for."""
    complete: Callable[[Finding, Lexicon], Finding] | None = None
    """Adds to a finding what takes too long at every check; see ``Checker.completed``."""
    yields_to_group: bool = False
    """Whether it is silent where another rule of its group says something of the same words."""
    earlier: tuple[EarlierHeadline, ...] = ()
    """What the archive holds in its examples."""
    officials: tuple[Official, ...] = ()
    """Who holds which office in its examples."""


def replacement_fix(
    text: str, start: int, end: int, new: str, safety: Safety, label: str = ""
) -> Fix:
    """A fix that puts ``new`` where ``text[start:end]`` stands."""
    old = text[start:end]
    said = label or (f"Ganti dengan “{new.strip()}”" if new.strip() else f"Hapus “{old.strip()}”")
    return Fix(safety, said, (Edit(start, end, old, new),))
