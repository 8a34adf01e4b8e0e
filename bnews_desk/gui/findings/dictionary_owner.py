"""The user dictionaries a word can be added to: the editor's or the newsroom's."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from bnews_desk.finding import Finding
from bnews_desk.lexicon.dictionary_file import entry_fault
from bnews_desk.lexicon.languagetool.opinion import is_of_spelling

SPELLING_RULES = frozenset({"spelling", "unknown-word"})
"""Our rules whose findings are words that no dictionary knows."""
_GUEST = "lt-"
"""Prefix of the ids of LanguageTool's rules; a foreign word in our dictionaries is not marked by
them either.
"""


class DictionaryOwner(Enum):
    """Whose dictionary it is."""

    EDITOR = "editor"
    NEWSROOM = "newsroom"

    @property
    def label(self) -> str:
        """The text of the menu entry."""
        return {
            DictionaryOwner.EDITOR: QCoreApplication.translate("Owner", "Tambahkan ke kamus saya"),
            DictionaryOwner.NEWSROOM: QCoreApplication.translate(
                "Owner", "Tambahkan ke kamus redaksi"
            ),
        }[self]

    @property
    def dictionary(self) -> str:
        """The name of the dictionary."""
        return {
            DictionaryOwner.EDITOR: QCoreApplication.translate("Owner", "Kamus saya"),
            DictionaryOwner.NEWSROOM: QCoreApplication.translate("Owner", "Kamus redaksi"),
        }[self]

    @property
    def key(self) -> str:
        """The keyboard shortcut in the findings panel and on the hover card."""
        return {DictionaryOwner.EDITOR: "A", DictionaryOwner.NEWSROOM: "Shift+A"}[self]


def dictionary_word(finding: Finding) -> str:
    """The word of a finding that can be added to a dictionary; '' when there is none.

    Capitalised words inside a sentence are taken for names and never marked, so a single leading
    capital is due to the start of the sentence and is removed.
    """
    word = finding.text
    guest = finding.rule.removeprefix(_GUEST)
    is_of_guest = guest != finding.rule and is_of_spelling(guest)
    if not (is_of_guest or finding.rule in SPELLING_RULES) or entry_fault(word):
        return ""
    return word.lower() if word[1:].islower() else word
