"""The user dictionaries a word can be added to: the editor's or the newsroom's."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from bnews_desk.finding import Finding
from bnews_desk.lexicon.dictionary_file import complaint_of
from bnews_desk.lexicon.languagetool.opinion import is_of_spelling

SPELLING_RULES = frozenset({"spelling", "unknown-word"})
"""Our rules whose findings are words that no dictionary knows."""
_GUEST = "lt-"
"""What the ids of LanguageTool's begin with; a foreign word that we know is not marked either."""


class DictionaryOwner(Enum):
    """Who has a dictionary."""

    EDITOR = "editor"
    NEWSROOM = "newsroom"

    @property
    def label(self) -> str:
        """What a menu says."""
        return {
            DictionaryOwner.EDITOR: QCoreApplication.translate("Owner", "Tambahkan ke kamus saya"),
            DictionaryOwner.NEWSROOM: QCoreApplication.translate(
                "Owner", "Tambahkan ke kamus redaksi"
            ),
        }[self]

    @property
    def dictionary(self) -> str:
        """What the dictionary is called."""
        return {
            DictionaryOwner.EDITOR: QCoreApplication.translate("Owner", "Kamus saya"),
            DictionaryOwner.NEWSROOM: QCoreApplication.translate("Owner", "Kamus redaksi"),
        }[self]

    @property
    def key(self) -> str:
        """The key that does it in panel and card."""
        return {DictionaryOwner.EDITOR: "A", DictionaryOwner.NEWSROOM: "Shift+A"}[self]


def word_to_keep(finding: Finding) -> str:
    """The word of a finding that a dictionary can learn; '' where there is none.

    A name inside a sentence is never marked: one capital at the beginning is the sentence's.
    """
    word = finding.text
    guest = finding.rule.removeprefix(_GUEST)
    is_of_guest = guest != finding.rule and is_of_spelling(guest)
    if not (is_of_guest or finding.rule in SPELLING_RULES) or complaint_of(word):
        return ""
    return word.lower() if word[1:].islower() else word
