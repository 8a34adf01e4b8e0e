"""Helpers for tests of single rules: copy in, findings and first fixes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import Rule


class Trial:
    """Checks copy with some rules only, in the shipped style."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules

    @cached_property
    def checker(self) -> Checker:
        """The checker, made when it is first used."""
        return Checker(self._rules, load_style_sheet()[0], Lexicon())

    def check(self, *body: str, headline: str = "") -> list[Finding]:
        """The findings in a headline ('' for none) and body paragraphs."""
        return self.checker.check(Release.of(headline, body))

    def fixes(self, *body: str, headline: str = "") -> list[tuple[str, str, bool]]:
        """For each finding its words, the replacement of its first fix, and whether that is
        safe."""
        return [
            (p.text, p.fixes[0].edits[0].new, p.safe_fix is not None)
            for p in self.check(*body, headline=headline)
        ]
