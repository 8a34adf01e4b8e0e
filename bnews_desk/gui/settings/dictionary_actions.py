"""Adds, removes and rewrites words of the user dictionaries, and rereads changed files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from bnews_desk.errors import DeskError
from bnews_desk.files import write_atomically
from bnews_desk.finding import Finding
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner, dictionary_word
from bnews_desk.gui.settings.dictionary_pair import UserDictionaries
from bnews_desk.gui.settings.newsroom_register import NewsroomRegister
from bnews_desk.gui.shared.theme import Theme
from bnews_desk.gui.shared.timers import once_after
from bnews_desk.gui.window.commands import Command
from bnews_desk.gui.window.release_controller import ReleaseController
from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.dictionary_file import read_dictionary_file
from bnews_desk.lexicon.user_dictionaries import Dictionary, sort_words

if TYPE_CHECKING:
    from bnews_desk.gui.settings.dictionary_dialog import DictionaryDialog

SOON_MS = 200
"""Milliseconds from a change to rereading: programs write a file in several steps."""


class DictionaryWatch(QObject):
    """Rereads a changed dictionary when the system reports it, or when the window is activated.

    For a shared folder the system may report nothing. Each fault is shown once, above the page.
    """

    def __init__(
        self,
        controller: ReleaseController,
        actions: DictionaryActions,
        dictionaries: UserDictionaries,
    ) -> None:
        super().__init__(controller)
        self._window = controller.window
        self._actions, self._dictionaries = actions, dictionaries
        self._told: set[str] = set()
        self._soon = once_after(SOON_MS, self.reread_changed, self)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._soon.start())
        self._watcher.fileChanged.connect(lambda _path: self._soon.start())
        controller.house_changed.connect(lambda _house: self._soon.start())
        self._window.installEventFilter(self)
        self.reread_changed()

    def reread_changed(self) -> None:
        """Reread changed dictionaries, show new faults, and watch the present files."""
        self._actions.reread_changed()
        for fault in self._dictionaries.faults:
            if fault not in self._told:
                self._window.parts.notice.show_notice(fault, severity="warn")
        self._told.update(self._dictionaries.faults)
        files = [self._dictionaries[owner].path for owner in DictionaryOwner]
        wanted = {path for path in (*files, *map(os.path.dirname, files)) if os.path.exists(path)}
        missing = wanted.difference(self._watcher.files(), self._watcher.directories())
        if missing:  # a file that was replaced is no longer watched
            self._watcher.addPaths(sorted(missing))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Reread the dictionaries when the window is activated; lets every event pass."""
        if event.type() == QEvent.Type.WindowActivate:
            self.reread_changed()
        return super().eventFilter(watched, event)


FAULT = "kamus"
"""Key of the notice about a dictionary that could not be changed."""
WORD_FILES = "*.txt *.dic"


class DictionaryActions(QObject):
    """Adds words to a dictionary and removes them; every open release is updated at once."""

    kept = Signal(str)
    """The rule of a finding whose word was added to a dictionary."""
    taken_back = Signal(str)
    """The rule of a finding whose word's addition was undone."""

    def __init__(
        self,
        controller: ReleaseController,
        register: NewsroomRegister,
        dictionaries: UserDictionaries,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(controller)
        self._controller, self._register = controller, register
        self._dictionaries, self._theme = dictionaries, theme
        self._dialog: DictionaryDialog | None = None
        controller.window.parts.findings.add_word_wanted.connect(self.add_finding_word)
        controller.display.card.add_word_wanted.connect(self.add_finding_word)
        controller.house_changed.connect(self._take_house)

    def commands(self) -> list[Command]:
        """The command that opens the dictionaries."""
        return [Command("dictionaries", self.tr("Kamus…"), (), self.show_dictionaries)]

    def add_finding_word(self, finding: Finding, owner: DictionaryOwner) -> None:
        """Add a finding's word to a dictionary, so that it is not marked in any release."""
        word = dictionary_word(finding)
        if self._add(owner, word, partial(self._take_back, finding.rule, owner, word)):
            self.kept.emit(finding.rule)

    def add(self, owner: DictionaryOwner, word: str) -> bool:
        """Add a word to a dictionary and report it; returns whether it is new."""
        return self._add(owner, word, partial(self.remove, owner, [word]))

    def remove(self, owner: DictionaryOwner, words: Iterable[str]) -> bool:
        """Remove words from a dictionary and report it; returns whether any was removed."""

        def change(dictionary: Dictionary) -> bool:
            gone = dictionary.remove_all(words)
            what = f"“{gone[0]}”" if len(gone) == 1 else self.tr("{0} kata").format(len(gone))
            said = self.tr("{0} dihapus dari {1}.").format(what, _named(owner))
            self._say(said, partial(self._put_back, owner, gone) if gone else None)
            return bool(gone)

        return self._change(owner, change)

    def _add(self, owner: DictionaryOwner, word: str, undo: Callable[[], object]) -> bool:
        def change(dictionary: Dictionary) -> bool:
            is_new = dictionary.add(word)
            said = self.tr("“{0}” sudah ada di {1}.")
            if is_new:
                said = self.tr("“{0}” ditambahkan ke {1}.")
            for release in self._controller.desk.releases:
                release.hide_word(word)
            self._say(said.format(word.strip(), _named(owner)), undo if is_new else None)
            return is_new

        return self._change(owner, change)

    def _take_back(self, rule: str, owner: DictionaryOwner, word: str) -> None:
        if self.remove(owner, [word]):
            self.taken_back.emit(rule)

    def rewrite(self, owner: DictionaryOwner, old: str, new: str) -> None:
        """Replace a word of a dictionary and report it."""

        def change(dictionary: Dictionary) -> bool:
            is_new = dictionary.replace(old, new)
            if is_new:
                said = self.tr("“{0}” menjadi “{1}” di {2}.").format(old, new, _named(owner))
                self._say(said, partial(self.rewrite, owner, new, old))
            return is_new

        self._change(owner, change)

    def reread_changed(self) -> None:
        """Reread dictionaries changed by other programs."""
        if self._dictionaries.reread():
            self._follow()

    def show_dictionaries(self) -> None:
        """Open the dialog of both dictionaries."""
        from bnews_desk.gui.settings.dictionary_dialog import DictionaryDialog

        self.reread_changed()
        dialog = DictionaryDialog(self._theme(), self._controller.window)
        dialog.add_wanted.connect(self._add_typed)
        dialog.remove_wanted.connect(self.remove)
        dialog.rewrite_wanted.connect(self.rewrite)
        dialog.import_wanted.connect(self._import)
        dialog.export_wanted.connect(self._export)
        dialog.owner_changed.connect(self._fill)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        self._fill()
        dialog.open()

    def _add_typed(self, owner: DictionaryOwner, word: str) -> None:
        if self.add(owner, word) and self._dialog is not None:
            self._dialog.field.clear()

    def _put_back(self, owner: DictionaryOwner, words: Iterable[str]) -> None:
        """Add removed words again."""

        def change(dictionary: Dictionary) -> bool:
            count = len(dictionary.merge(words).new)
            self._say(self.tr("{0} kata dikembalikan ke {1}.").format(count, _named(owner)))
            return count > 0

        self._change(owner, change)

    def _import(self, owner: DictionaryOwner) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._dialog,
            self.tr("Impor kata"),
            self._controller.intake.folder,
            self.tr("Kamus ({0})").format(WORD_FILES),
        )

        def change(dictionary: Dictionary) -> bool:
            read = read_dictionary_file(path)
            merged = dictionary.merge(read.words)
            said = self.tr("{0} kata baru, {1} sudah ada, {2} baris tidak dapat dipakai.")
            undo = partial(self.remove, owner, merged.new) if merged.new else None
            self._say(said.format(len(merged.new), merged.known, read.unusable), undo)
            return bool(merged.new)

        if path:
            self._change(owner, change)

    def _export(self, owner: DictionaryOwner) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._dialog,
            self.tr("Ekspor kata"),
            self._controller.intake.folder,
            self.tr("Kamus ({0})").format(WORD_FILES),
        )
        if not path:
            return
        words = sort_words(self._dictionaries[owner].words)
        try:
            write_atomically(path, "".join(f"{word}\n" for word in words).encode())
        except DeskError as error:
            self._tell(str(error))
            return
        self._say(self.tr("{0} kata ditulis ke “{1}”.").format(len(words), path))

    def _change(self, owner: DictionaryOwner, change: Callable[[Dictionary], bool]) -> bool:
        """Change a dictionary and return the result of ``change``; on failure report why, return
        False.
        """
        try:
            is_changed = self._dictionaries.change(owner, change)
        except DeskError as error:
            self._tell(str(error))
            self._fill()
            return False
        self._controller.window.parts.notice.remove_notice(FAULT)
        self._follow()
        return is_changed

    def _follow(self) -> None:
        """Check again with the present words, and update the dialog."""
        self._controller.checking.set_house(self._register.house)
        self._fill()

    def _take_house(self, house: HouseStyle) -> None:
        """Use the newsroom dictionary that belongs to the style sheet.

        The signal's slots run before the checks start again with the same style sheet.
        """
        self._dictionaries.set_style_sheet(self._register.path, house)

    def _fill(self) -> None:
        if self._dialog is not None:
            self._dialog.show_dictionary(self._dictionaries[self._dialog.owner])

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _say(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        self._controller.show_status(sentence, undo)
        if self._dialog is not None:
            self._dialog.show_status(sentence, undo)

    def _tell(self, sentence: str) -> None:
        """Show a failure above the page until it is closed, or in the dialog if that is open."""
        if self._dialog is not None:
            self._controller.show_status(sentence)
            self._dialog.show_status(sentence)
        else:
            self._controller.window.parts.notice.show_notice(sentence, FAULT)


def _named(owner: DictionaryOwner) -> str:
    return owner.dictionary.lower()
