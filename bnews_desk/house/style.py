"""The style of a newsroom as one immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bnews_desk.finding import Severity
from bnews_desk.house.officials import Official
from bnews_desk.house.word_rules import WordRule
from bnews_desk.release import Ignore

QuoteMarks = Literal["straight", "curly"]


@dataclass(frozen=True, slots=True)
class DatelineStyle:
    """The style of datelines; ``form`` has ``{place}`` and, where the site is named, ``{site}``.

    ``places`` are the names that make a dateline, in capitals; ``site_variants`` are other
    spellings of the site's name, which are corrected.
    """

    form: str
    site: str
    site_variants: tuple[str, ...]
    places: tuple[str, ...]
    default_place: str

    def house_form(self, place: str) -> str:
        """The dateline of a place, including the space behind it."""
        return self.form.format(place=place, site=self.site)


@dataclass(frozen=True, slots=True)
class RelatedStyle:
    """The style of related lines; ``form`` has ``{title}``.

    ``other_labels`` are labels that also begin a related line and are corrected.
    """

    form: str
    other_labels: tuple[str, ...]

    @property
    def opening(self) -> str:
        """The text before the title: ``Baca juga: ``."""
        return self.form.partition("{title}")[0]

    @property
    def label(self) -> str:
        """The words before the colon: ``Baca juga``."""
        return self.opening.rstrip(" :-–—|")


@dataclass(frozen=True, slots=True)
class SourceTagStyle:
    """The style of source tags; ``form`` has ``{source}``, ``{initials}`` or both.

    ``sources`` maps codes to the offices they stand for, ``initials`` to people (or '').
    """

    form: str
    sources: Mapping[str, str]
    initials: Mapping[str, str]

    def house_form(self, source: str, initials: tuple[str, ...]) -> str:
        """The tag for a source code and one or more initials."""
        return self.form.format(source=source, initials="/".join(initials))

    @property
    def only_tag(self) -> str | None:
        """The only tag that the registers allow; None where there are several."""
        needs_source = "{source}" in self.form
        if len(self.initials) != 1 or (needs_source and len(self.sources) != 1):
            return None
        source = next(iter(self.sources)) if needs_source else ""
        return self.house_form(source, tuple(self.initials))


@dataclass(frozen=True, slots=True)
class CreditStyle:
    """The style of the editor credit; ``form`` has ``{editor}``.

    ``other_labels`` are labels that also begin a credit and are corrected.
    """

    form: str
    other_labels: tuple[str, ...]
    editors: tuple[str, ...]

    def house_form(self, editor: str) -> str:
        """The credit line of an editor."""
        return self.form.format(editor=editor)

    @property
    def label(self) -> str:
        """The word before the colon: ``Editor``."""
        return self.form.partition("{editor}")[0].rstrip(" :-–—|")


@dataclass(frozen=True, slots=True)
class Limits:
    """Greatest lengths, in words or code points, above which a rule reports a finding."""

    draft_words: int = 20
    headline_words: int = 14
    headline_least_words: int = 4
    headline_length: int = 100
    related_lines: int = 3
    related_expected_from: int = 8
    related_distance: int = 2


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The choices of one newsroom.

    ``severities`` overrides the severity of rules; None switches a rule off. ``common_acronyms``
    need no explanation; ``expansions`` maps an acronym to its long form. ``pairs`` maps the
    newsroom's own unwanted forms to their replacements, alternatives between `` | ``.
    ``dictionary`` is the path of the newsroom's dictionary as the sheet has it ('' for the
    default). ``ignores`` are findings that are hidden in every release. ``own_rules`` are checked
    in addition to the shipped ones. ``officials`` says who holds which office.
    """

    name: str
    dateline: DatelineStyle
    related: RelatedStyle
    source_tag: SourceTagStyle
    credit: CreditStyle
    limits: Limits = field(default_factory=Limits)
    quote_marks: QuoteMarks = "straight"
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    common_acronyms: frozenset[str] = frozenset()
    expansions: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[str, str] = field(default_factory=dict)
    brands: frozenset[str] = frozenset()
    dictionary: str = ""
    ignores: frozenset[Ignore] = frozenset()
    own_rules: tuple[WordRule, ...] = ()
    officials: tuple[Official, ...] = ()
