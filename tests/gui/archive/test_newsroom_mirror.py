"""What the newsroom has decided is brought into the archive, whatever fails first."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from bnews_desk.gui.archive.newsroom_mirror import NewsroomMirror
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner


class Kept:
    """The words that an archive has."""

    def __init__(self) -> None:
        self.here: set[str] = set()

    def words(self) -> set[str]:
        return self.here

    def ignores(self) -> set[tuple[str, str]]:
        return set()

    def change_words(self, new: frozenset[str], old: frozenset[str]) -> None:
        self.here = (self.here | new) - old


class Lane(QObject):
    """A lane on which the first that is asked fails."""

    opened = Signal()
    has_begun = True

    def __init__(self) -> None:
        super().__init__()
        self.archive, self.asked = Kept(), 0

    def ask(self, work: Callable[[Any], object], failed: Callable[[str], object]) -> None:
        self.asked += 1
        if self.asked == 1:
            failed("Disk penuh.")
        else:
            work(self.archive)


def test_what_could_not_be_brought_over_is_with_the_next_look(qtbot: QtBot) -> None:
    lane, owner = Lane(), QObject()
    dictionaries: Any = {DictionaryOwner.NEWSROOM: SimpleNamespace(words={"kmfkabblt"})}
    register: Any = SimpleNamespace(house=SimpleNamespace(ignores=()))
    mirroring = NewsroomMirror(lane, dictionaries, register, owner)  # type: ignore[arg-type]
    lane.opened.emit()
    assert lane.archive.here == set()
    mirroring.copy_changes()
    assert lane.archive.here == {"kmfkabblt"}
    mirroring.copy_changes()
    assert lane.asked == 2
