"""The interface of a second opinion: text of one language in, remarks out."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, Protocol

_VARIANT = "is British English"
"""How LanguageTool says so of a word when it is asked in American English."""
MOST_PROPOSALS = 5
"""Replacements that a remark keeps, the likeliest first."""


class Remark(NamedTuple):
    """One thing that a second opinion finds in a text; ``start`` and ``end`` are code points.

    ``rule`` is LanguageTool's own id, ``kind`` its type of issue (``misspelling``, ``grammar`` …),
    ``message`` what it says in its own words, ``proposals`` what might stand there instead.
    """

    start: int
    end: int
    rule: str
    kind: str
    message: str
    proposals: tuple[str, ...] = ()

    @property
    def is_spelling(self) -> bool:
        """Whether it is the word as such that is unknown, not its place in the sentence."""
        return is_of_spelling(self.rule)

    @property
    def is_of_variant(self) -> bool:
        """Whether a word is right in another variant of the language: *programme* in en-US."""
        return self.is_spelling and _VARIANT in self.message


def is_of_spelling(rule: str) -> bool:
    """Whether a rule of LanguageTool, in any language, marks words that its dictionary lacks."""
    return "SPELLER" in rule or rule.startswith(("MORFOLOGIK", "HUNSPELL"))


class Opinion(Protocol):
    """A checker that may take seconds; it is asked from one thread at a time."""

    @property
    def place(self) -> str:
        """Where the text goes, as an editor reads it; '' where it stays on this computer."""

    def languages(self) -> Collection[str]:
        """The codes of the languages it reads.

        Raises ``OpinionError``.
        """

    def remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        """What it says of a text in one of its languages, in the order of the text.

        Raises ``OpinionError``.
        """
