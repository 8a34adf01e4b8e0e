"""The real window in a separate process, which carries out commands with keys and mouse.

A command is a JSON array on one line of standard input, its name first; the answer is a JSON value
on one line of standard output. ``begin`` a release · ``meja``: the rows of the list · ``open`` a
release from it · ``type`` words at the end · ``text`` of the present release · ``notices`` as one
text, ``bar`` · ``press`` a button of the bar above the page or of the dialog · ``compared``: the
two texts shown side by side · ``share``: type into the present release until the next command,
answering all questions · ``set_back`` the clock by seconds · ``agree``: take the other desk's text
where there are two · ``close``. Typed words are written to the log.
"""

from __future__ import annotations

import json
import queue
import random
import sys
import threading
from typing import Any

import shifted_clock
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_window_process import PATIENCE_MS, Editor, Log, hurry, word_of

from bnews_desk.gui.app import Program
from bnews_desk.gui.archive import archive_service, sync_controller, unfinished_releases
from bnews_desk.gui.desk.desk_list_model import ENTRY, DeskEntry
from bnews_desk.gui.versions.conflict_dialog import ConflictDialog
from bnews_desk.log import start_logging
from bnews_desk.paths import data_folder

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COMPARE = "Bandingkan…"
THEIRS = "Pakai teks mereka"
CHOICES = (THEIRS, THEIRS, "Pakai teks saya", "Pakai teks saya", "Pakai keduanya", "Nanti saja")
END_OF_TEXT = (Qt.Key.Key_End, CTRL)


class Hand:
    """Carries out commands in the window."""

    def __init__(self, program: Program, log: Log, commands: queue.SimpleQueue[list[Any]]) -> None:
        self.program, self.log, self.commands = program, log, commands
        self.editor = Editor(program, log, random.Random(0))  # noqa: S311
        self.parts = program.window.parts

    def obey(self) -> None:
        """Carry out commands until the window is closed."""
        while self.program.window.isVisible():
            if self.commands.empty():
                QTest.qWait(5)
                continue
            name, *values = self.commands.get()
            print(json.dumps(getattr(self, f"do_{name}")(*values)), flush=True)

    def do_begin(self, headline: str, body: str) -> str:
        self.editor.press(Qt.Key.Key_N, CTRL)
        QTest.keyClicks(self.editor.page, headline)
        self.editor.press(Qt.Key.Key_Return)
        QTest.keyClicks(self.editor.page, body)
        return self.in_front.key

    def do_meja(self) -> list[str]:
        model = self.parts.desk_list.model
        rows = (model.data(model.index(row), ENTRY) for row in range(model.rowCount()))
        return [row.title for row in rows if isinstance(row, DeskEntry)]

    def do_open(self, title: str) -> str:
        field = self.parts.desk_list.search
        self.editor.press(Qt.Key.Key_M, CTRL | SHIFT)
        field.setFocus()
        QTest.keyClicks(field, title)
        QTest.keyClick(field, Qt.Key.Key_Return)
        field.clear()

        def is_in_front() -> bool:
            current = self.program.desk.current
            return current is not None and title in current.document.release().text

        self.editor.wait(is_in_front)
        return self.in_front.key

    def do_type(self, words: str) -> str:
        self.editor.page.setFocus()
        self.editor.press(*END_OF_TEXT)
        QTest.keyClicks(self.editor.page, words)
        return self.do_text()

    def do_text(self) -> str:
        return self.in_front.document.release().text

    def do_notices(self) -> list[str]:
        return list(self.parts.notice.texts)

    def do_bar(self) -> str:
        return "\n".join(self.parts.notice.texts)

    def do_press(self, words: str) -> None:
        self.editor.wait(lambda: self.button(words) is not None)
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def do_compared(self) -> list[str]:
        self.editor.wait(lambda: self.dialog is not None)
        return [view.toPlainText() for view in self.dialog.texts.views]

    def do_share(self, seed: int, first: int) -> None:
        """Type while another window does so too; words are logged once they are in the text."""
        dice = random.Random(seed)  # noqa: S311
        self.editor.dice = dice
        while self.commands.empty():
            self.editor.page.setFocus()
            if dice.random() < 0.5:
                self.editor.press(*END_OF_TEXT)
            else:
                self.editor.move()
            for _ in range(dice.randrange(1, 4)):
                self.add_word(word_of(first))
                first += 1
            QTest.qWait(dice.choice((0, 20, 100, 300)))
            if self.button(COMPARE) is not None and dice.random() < 0.7:
                self.choose(dice.choice(CHOICES))

    def do_agree(self, key: str = "") -> str:
        while self.button(COMPARE) is not None:
            self.choose(THEIRS)
        texts = {one.key: one.document.release().text for one in self.program.desk.releases}
        return texts[key] if key else self.do_text()

    def do_set_back(self, seconds: float) -> None:
        shifted_clock.set_back(seconds)

    def do_close(self) -> None:
        service = self.program.archive
        self.editor.wait(lambda: service.is_open or not service.may_open)
        self.program.window.close()

    @property
    def in_front(self) -> Any:
        current = self.program.desk.current
        assert current is not None
        return current

    @property
    def dialog(self) -> Any:
        shown = QApplication.activeModalWidget()
        return shown if isinstance(shown, ConflictDialog) else None

    def button(self, words: str) -> QAbstractButton | None:
        where: QWidget = self.dialog or self.parts.notice
        for button in where.findChildren(QAbstractButton):
            if button.text() == words and button.isVisible():
                return button
        return None

    def add_word(self, word: str) -> None:
        """Type a word; it counts unless another change has split it."""
        for letter in f" {word}":
            QTest.keyClick(self.editor.page, letter)
            QTest.qWait(self.editor.dice.randrange(0, 15))
        if word in self.do_text():
            self.log.add("word", word)

    def choose(self, words: str) -> None:
        """Compare both texts and choose one."""
        self.do_press(COMPARE)
        self.editor.wait(lambda: self.dialog is not None)
        self.do_press(words)
        self.editor.wait(lambda: self.dialog is None)
        self.log.add("choice", words)


def read_commands(commands: queue.SimpleQueue[list[Any]]) -> None:
    for line in sys.stdin:
        commands.put(json.loads(line))


def main(log: str) -> int:
    hurry()
    archive_service.LOOK_MS = unfinished_releases.LOOK_MS = sync_controller.LOOK_MS = 100
    commands: queue.SimpleQueue[list[Any]] = queue.SimpleQueue()
    threading.Thread(target=read_commands, args=(commands,), daemon=True).start()
    application = QApplication([])
    application.setStyle("Fusion")
    start_logging(data_folder())  # as the program does; without it, the log goes to standard error
    program = Program(application)
    program.window.show()
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window, PATIENCE_MS)
    hand = Hand(program, Log(log), commands)
    hand.editor.wait(lambda: program.window.is_complete)
    hand.obey()
    QTimer.singleShot(0, application.quit)
    application.exec()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
