"""The interface of a second opinion: text of one language in, remarks out."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, Protocol

_VARIANT = "is British English"
"""How LanguageTool, asked in American English, reports a British word."""
MOST_PROPOSALS = 5
"""Most proposals that a remark keeps, the likeliest first."""


class Remark(NamedTuple):
    """One remark of a second opinion on a text; ``start`` and ``end`` count code points.

    ``rule`` is LanguageTool's id, ``kind`` its type of issue (``misspelling``, ``grammar`` …),
    ``message`` its own words, ``proposals`` its suggested replacements.
    """

    start: int
    end: int
    rule: str
    kind: str
    message: str
    proposals: tuple[str, ...] = ()

    @property
    def is_spelling(self) -> bool:
        """Whether the word itself is unknown, whatever its place in the sentence."""
        return is_of_spelling(self.rule)

    @property
    def is_of_variant(self) -> bool:
        """Whether a word is correct in another variant of the language: *programme* in en-US."""
        return self.is_spelling and _VARIANT in self.message


def is_of_spelling(rule: str) -> bool:
    """Whether a rule of LanguageTool, in any language, reports words missing from its
    dictionary."""
    return "SPELLER" in rule or rule.startswith(("MORFOLOGIK", "HUNSPELL"))


class Opinion(Protocol):
    """A checker that may take seconds; it is called from one thread at a time."""

    @property
    def place(self) -> str:
        """Where the text goes, as shown to an editor; '' where it stays on this computer."""

    def languages(self) -> Collection[str]:
        """The codes of the languages that it supports.

        Raises ``OpinionError``.
        """

    def remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        """The remarks on a text in one of its languages, in the order of the text.

        Raises ``OpinionError``.
        """
