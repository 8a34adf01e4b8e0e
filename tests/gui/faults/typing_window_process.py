"""The real window in a separate process, with an editor who types until it is killed.

``work`` types and repeats one action forever; ``look`` opens the window, reports its content, types
one more word and closes. Everything is logged, one JSON array on each line, unbuffered: ``["text",
seconds, key, digest, caret]`` for every state of a release, ``["desk", seconds, keys, current]``
for every state of the tabs, ``["word", seconds, word]`` for every completely typed word, ``["act",
seconds, name]``. Seconds are those of the monotonic clock.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import sys
import time
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from bnews_desk.gui.app import Program
from bnews_desk.gui.archive import archive_features, sync_controller
from bnews_desk.gui.desk.open_release import OpenRelease
from bnews_desk.gui.publish import export_form
from bnews_desk.paths import journal_file

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
PATIENCE_MS = 180_000  # on a busy machine, Wine takes half a minute to import Alembic
ANSWERS = ("Ekspor saja", "Simpan sebagai")


def digest_of(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def word_of(number: int) -> str:
    """A word that no rule knows, different for each number."""
    letters = "bdgklmnprst"
    told = ""
    while number or not told:
        number, rest = divmod(number, len(letters))
        told += letters[rest] + "o"
    return f"zu{told}z"


class Log:
    """A log whose lines are in the file before anything else happens."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def add(self, kind: str, *values: Any) -> None:
        os.write(self._file, json.dumps([kind, time.monotonic(), *values]).encode() + b"\n")


class Editor:
    """Types and clicks in the window."""

    def __init__(self, program: Program, log: Log, dice: random.Random) -> None:
        self.program, self.log, self.dice = program, log, dice
        self.page = program.window.parts.page
        self.words = 0
        desk = program.desk
        desk.opened.connect(self._follow)
        for release in desk.releases:
            self._follow(release)
        for signal in (desk.opened, desk.closed, desk.current_changed):
            signal.connect(lambda _release: self._log_desk())
        self._answering = QTimer(program)
        self._answering.timeout.connect(self._answer)
        self._answering.start(20)

    def work(self, act: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "mengetik": lambda: None,
            "merapikan": self.tidy,
            "mengimpor": self.import_sample,
            "mengekspor": self.export,
        }
        self.begin(act)
        print("siap", flush=True)
        while True:
            self.type(self.dice.randrange(1, 6))
            self.log.add("act", act)
            acts[act]()
            if self.dice.random() < 0.3:
                self.move()

    def begin(self, act: str) -> None:
        if act in {"merapikan", "mengekspor"}:
            self.import_sample()
            self.wait(lambda: self.program.desk.current is not None)
        else:
            self.press(Qt.Key.Key_N, CTRL)
            self.type(3)
            self.press(Qt.Key.Key_Return)

    def type(self, count: int) -> None:
        """Type some words with real keys, at a typist's uneven pace."""
        self.page.setFocus()
        for _ in range(count):
            word = word_of(self.words)
            self.words += 1
            for letter in f" {word}":
                QTest.keyClick(self.page, letter)
                QTest.qWait(self.dice.randrange(0, 30))
            self.log.add("word", word)
        if self.dice.random() < 0.2:
            QTest.keyClick(self.page, Qt.Key.Key_Return)

    def move(self) -> None:
        """Move the caret by arrow keys to the end of a line."""
        for _ in range(self.dice.randrange(3)):
            QTest.keyClick(self.page, self.dice.choice((Qt.Key.Key_Up, Qt.Key.Key_Down)))
        QTest.keyClick(self.page, Qt.Key.Key_End)

    def tidy(self) -> None:
        """Type errors, then fix all of them at once."""
        self.page.setFocus()
        for letter in " di karenakan  apotik ,lalu praktek":
            QTest.keyClick(self.page, letter)
        self.press(Qt.Key.Key_R, CTRL | SHIFT)
        QTest.qWait(self.dice.randrange(0, 400))

    def import_sample(self) -> None:
        before = len(self.program.desk.releases)
        self.program.commands["sample"].trigger()
        self.wait(lambda: len(self.program.desk.releases) > before)

    def export(self) -> None:
        ready = self.program.window.parts.ready_panel
        self.press(Qt.Key.Key_E, CTRL)
        self.wait(ready.isVisible)
        QTest.keyClick(ready, Qt.Key.Key_Return, CTRL)
        QTest.qWait(self.dice.randrange(0, 500))
        self.press(Qt.Key.Key_E, CTRL)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        where = QApplication.focusWidget() or self.program.window
        QTest.keyClick(where, key, modifiers)

    def wait(self, is_so: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE_MS / 1000
        while not is_so():
            if time.monotonic() > until:
                print("gagal menunggu", flush=True)
                faulthandler.dump_traceback()
                os._exit(3)
            QTest.qWait(5)

    def _follow(self, release: OpenRelease) -> None:
        def log_text() -> None:
            text = release.document.release().text
            caret = self.program.desk.caret(release)
            self.log.add("text", release.key, digest_of(text), caret)

        release.document.changed.connect(log_text)
        self.page.caret_moved.connect(
            lambda _at: log_text() if self.program.desk.current is release else None
        )
        log_text()

    def _log_desk(self) -> None:
        desk = self.program.desk
        current = desk.current.key if desk.current else None
        self.log.add("desk", [release.key for release in desk.releases], current)

    def _answer(self) -> None:
        """Answer the window's questions: export anyway, under another name."""
        asked = QApplication.activeModalWidget()
        for button in asked.findChildren(QAbstractButton) if asked else ():
            if button.text().startswith(ANSWERS):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return


def look(program: Program) -> dict[str, Any]:
    """The content that the window shows."""
    page, desk = program.window.parts.page, program.desk
    releases = {}
    for release in desk.releases:
        now = release.document.release()
        photos = {p.digest: p.digest in release.pictures for p in now.photos}
        releases[release.key] = {
            "text": now.text,
            "digest": digest_of(now.text),
            "caret": desk.caret(release),
            "photos": photos,
        }
    return {
        "releases": releases,
        "tabs": [release.key for release in desk.releases],
        "current": desk.current.key if desk.current else None,
        "caret": page.selection().start if desk.current else None,
        "notices": program.window.parts.notice.texts,
        "rows": len(desk.entries()),
        "journal": journal_file(),
    }


def hurry() -> None:
    """Make the archive write constantly, so that a kill interrupts it."""
    archive_features.REST_MS = 20
    sync_controller.QUIET_MS, sync_controller.LONGEST_MS = 60, 150
    archive_features.FINISH_SECONDS = PATIENCE_MS / 1000


def main(mode: str, log: str, seed: int, act: str) -> int:
    hurry()
    export_form.documents_folder = lambda: os.path.join(os.environ["HOME"], "Documents")
    application = QApplication([])
    application.setStyle("Fusion")
    program = Program(application)
    program.window.show()
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window, PATIENCE_MS)
    if mode == "work":
        editor = Editor(program, Log(log), random.Random(seed))  # noqa: S311
        editor.work(act)
    told = look(program)
    editor = Editor(program, Log(log), random.Random(seed))  # noqa: S311
    if not program.desk.releases:
        # A shortcut needs an active window, which may be late.
        program.release_controller.begin_release()
    editor.type(1)
    editor.wait(lambda: program.archive.is_open)
    told["words"] = [r.document.release().text for r in program.desk.releases]
    program.window.close()
    print(json.dumps(told), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]))
