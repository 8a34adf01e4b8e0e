"""The editor's and the newsroom's dictionary, read together and changed one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.dictionary_file import without_respellings
from bnews_desk.lexicon.user_dictionaries import Dictionary
from bnews_desk.paths import newsroom_dictionary, own_dictionary

_Done = TypeVar("_Done")


class UserDictionaries:
    """Both dictionaries as they were last read.

    ``words`` are those of both, as written; every change makes a new set, so that a checker on
    another thread can keep the old one. ``sheet`` is the path of the newsroom's own style sheet, ''
    for the shipped one.
    """

    def __init__(self, sheet: str, house: HouseStyle) -> None:
        self._of = {
            DictionaryOwner.EDITOR: Dictionary(own_dictionary()),
            DictionaryOwner.NEWSROOM: Dictionary(newsroom_dictionary(sheet, house.dictionary)),
        }
        self.words: frozenset[str] = frozenset()
        self._know()

    def __getitem__(self, owner: DictionaryOwner) -> Dictionary:
        """The dictionary of an owner; must only be changed by ``change``."""
        return self._of[owner]

    @property
    def faults(self) -> list[str]:
        """Sentences about unusable entries of both."""
        return [fault for dictionary in self._of.values() for fault in dictionary.faults]

    def reread(self) -> bool:
        """Read files that other programs have changed; returns whether there were any."""
        changed = [dictionary.reread() for dictionary in self._of.values()]
        if any(changed):
            self._know()
        return any(changed)

    def set_style_sheet(self, sheet: str, house: HouseStyle) -> None:
        """Use the newsroom dictionary that belongs to another style sheet."""
        path = newsroom_dictionary(sheet, house.dictionary)
        if path != self._of[DictionaryOwner.NEWSROOM].path:
            self._of[DictionaryOwner.NEWSROOM] = Dictionary(path)
            self._know()

    def change(self, owner: DictionaryOwner, apply: Callable[[Dictionary], _Done]) -> _Done:
        """Call ``apply`` on the dictionary of an owner and return its result."""
        done = apply(self._of[owner])
        self._know()
        return done

    def _know(self) -> None:
        self.words = without_respellings(
            w for dictionary in self._of.values() for w in dictionary.words
        )
