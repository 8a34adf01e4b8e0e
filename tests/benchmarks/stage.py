"""Measures one window in a separate process: ours, or the bare window for comparison.

``stage.py MEASURE ours|bare`` prints its measurements as one line of JSON. The bare window is a
QMainWindow with a QTextEdit and a highlighter that does nothing. The text and, for ours, the
journal are in the folder named by ``BNEWS_DESK_HOME``.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from typing import Any

TYPED = "Warga desa membersihkan saluran air sejak pagi, lalu panen raya dibuka oleh camat. "
FAULTY = "dikarenakan di karenakan"
PAUSES = (0.03, 0.13)
"""Least and greatest pause between keys in seconds, as of a fast typist."""
KEYS = int(os.environ.get("BENCH_KEYS", "320"))
WARM_KEYS = 20
MARKED = 25
FRAMES, STEP = 300, 48
"""Frames to scroll through, and pixels from one to the next."""
WARM_ROUNDS, ROUNDS = 20, 200
SETTLING = 5.0
"""Seconds after which an idle window's memory no longer grows."""
PATIENCE = 20.0


class Stage:
    """A shown window, its text edit, and the time of its last painting."""

    def __init__(self, application: Any, window: Any, view: Any) -> None:
        self.application, self.window, self.view = application, window, view
        self.painted_at = 0.0
        self.program: Any = None

    def until(self, holds: Callable[[], bool], *, is_idle: bool = False) -> bool:
        """Run the event loop until a condition holds; ``is_idle`` leaves the processor free."""
        end = time.perf_counter() + PATIENCE
        while not holds():
            if time.perf_counter() > end:
                return False
            self.application.processEvents()
            if is_idle:
                time.sleep(0.0002)
        return True

    def rest(self, seconds: float) -> None:
        """Run the event loop for some seconds."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() >= end, is_idle=True)

    def painted_after(self, moment: float) -> bool:
        """Run the event loop until the text is painted after ``moment``."""
        return self.until(lambda: self.painted_at > moment)

    def press(self, character: str) -> None:
        """Press and release one key."""
        from PySide6.QtTest import QTest

        QTest.keyClick(self.view, character)

    def settled(self) -> None:
        """Wait until everything is checked, written and painted."""
        if self.program is not None:
            release = self.program.desk.current
            self.until(lambda: release.is_checked and self.program.journal.is_safe, is_idle=True)
        self.rest(1.0)


def our_stage(then: Callable[[Stage], None]) -> None:
    """Run the program as started by a user, up to its event loop, then call ``then``."""
    import gc

    from bnews_desk.__main__ import COLLECT_AFTER

    gc.set_threshold(COLLECT_AFTER)
    from bnews_desk.gui import app
    from bnews_desk.gui.editor.page_view import Page

    stages: list[Stage] = []
    programs: list[Any] = []
    paint = Page.paintEvent

    def paint_and_note(page: Page, event: Any) -> None:
        paint(page, event)
        if stages:
            stages[0].painted_at = time.perf_counter()

    class Program(app.Program):
        def __init__(self, application: Any) -> None:
            super().__init__(application)
            programs.append(self)

    class Application(app.QApplication):
        def exec(self) -> int:
            window = programs[0].window
            stages.append(Stage(self, window, window.front.page))
            stages[0].program = programs[0]
            then(stages[0])
            window.close()
            return 0

    Page.paintEvent = paint_and_note  # type: ignore[method-assign]
    app.Program, app.QApplication = Program, Application  # type: ignore[misc]
    app.run()


def bare_stage(then: Callable[[Stage], None]) -> None:
    """Show the bare window, then call ``then``."""
    from PySide6.QtGui import QFont, QSyntaxHighlighter
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    stages: list[Stage] = []

    class Highlighter(QSyntaxHighlighter):
        def highlightBlock(self, text: str) -> None:  # noqa: N802
            pass

    class View(QTextEdit):
        def paintEvent(self, event: Any) -> None:  # noqa: N802
            super().paintEvent(event)
            if stages:
                stages[0].painted_at = time.perf_counter()

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    window = QMainWindow()
    view = View()
    view.setFont(QFont("Source Serif Pro", 13))
    highlighter = Highlighter(view.document())
    view.setPlainText(text_at_hand())
    window.setCentralWidget(view)
    window.resize(1366, 768)
    window.show()
    view.setFocus()
    stages.append(Stage(application, window, view))
    then(stages[0])
    highlighter.setDocument(None)
    window.close()


def text_at_hand() -> str:
    """The text that both windows show."""
    with open(os.path.join(os.environ["BNEWS_DESK_HOME"], "naskah.txt"), encoding="utf-8") as file:
        return file.read()


def start(stage: Stage) -> None:
    """Report the time, on the clock that all processes share, at which the first key is on the
    screen.

    The key is sent as soon as the text has been painted for the first time.
    """
    stage.painted_after(0.0)
    now = time.perf_counter()
    stage.press("a")
    stage.painted_after(now)
    tell({"monotonic": time.monotonic()})


def keys(stage: Stage) -> None:
    """Report for many keys the seconds from the time a key is due to its character on the screen.

    Where the window is busy at that time, the delay counts.
    """
    go_to_middle(stage)
    stage.settled()
    luck = random.Random(7)  # noqa: S311 - the rhythm of typing
    took: list[float] = []
    due = time.perf_counter() + 0.1
    for number in range(WARM_KEYS + KEYS):
        stage.until(lambda at=due: time.perf_counter() >= at, is_idle=True)
        stage.press(TYPED[number % len(TYPED)])
        stage.painted_after(due)
        took.append(stage.painted_at - due)
        due = max(due + luck.uniform(*PAUSES), time.perf_counter())
    tell({"seconds": took[WARM_KEYS:]})


def beside(stage: Stage) -> None:
    """Report the seconds of ``keys`` while the original is shown beside the copy."""
    stage.settled()
    stage.program.commands["compare"].trigger()
    sides = stage.program.finish_parts().original_controller
    if not stage.until(lambda: sides.is_shown, is_idle=True):
        raise SystemExit("the original was not shown")
    keys(stage)


def marks(stage: Stage) -> None:
    """Report the seconds from the last key of a misspelt word to its underline on the screen."""
    release = stage.program.desk.current
    go_to_middle(stage)
    stage.settled()
    took: list[float] = []
    for _ in range(MARKED):
        position = stage.view.selection().start
        for character in f" {FAULTY}":
            stage.press(character)
            stage.rest(0.02)
        last = time.perf_counter()
        stage.press(" ")

        def is_marked(at: int = position, since: float = last) -> bool:
            found = any(at < p.start <= at + len(FAULTY) + 1 for p in release.findings)
            return found and release.is_checked and stage.painted_at > since

        if stage.until(is_marked, is_idle=True):
            arrived = time.perf_counter()
            stage.view.viewport().update()
            stage.painted_after(arrived)
            took.append(stage.painted_at - last)
        stage.rest(0.1)
    tell({"seconds": took or [PATIENCE]})


def scroll(stage: Stage) -> None:
    """Report the seconds for each frame of scrolling, and the number of findings."""
    stage.settled()
    bar = stage.view.verticalScrollBar()
    bar.setValue(0)
    stage.rest(0.3)
    took: list[float] = []
    for _ in range(FRAMES):
        now = time.perf_counter()
        bar.setValue(bar.value() + STEP)
        stage.painted_after(now)
        took.append(time.perf_counter() - now)
    findings = stage.program.desk.current.findings if stage.program else ()
    tell({"seconds": took, "findings": len(findings)})


def memory(stage: Stage) -> None:
    """Report the megabytes in use after a complete check and some typing."""
    go_to_middle(stage)
    stage.settled()
    for character in TYPED * 2:
        stage.press(character)
        stage.rest(0.03)
    stage.settled()
    tell({"megabytes": megabytes()})


def growth(stage: Stage) -> None:
    """Report the megabytes and releases left after opening and closing a release repeatedly."""
    import gc
    import weakref

    from PySide6.QtCore import QCoreApplication, QEvent

    desk = stage.program.desk
    key = desk.current.key
    seen = []
    figures = []
    for number in range(WARM_ROUNDS + ROUNDS):
        if number == WARM_ROUNDS:  # by now everything created once exists
            stage.rest(SETTLING)
            gc.collect()
            figures.append(megabytes())
        desk.close(desk.current)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        desk.reopen(key)
        seen.append(weakref.ref(desk.current))
        stage.until(lambda: desk.current.is_checked, is_idle=True)
    stage.rest(SETTLING)
    gc.collect()
    figures.append(megabytes())
    left = sum(release() is not None for release in seen) - len(desk.releases)
    tell({"megabytes": figures[1] - figures[0], "left": left})


def go_to_middle(stage: Stage) -> None:
    """Put the caret at the end of a paragraph in the middle of the text, in view."""
    cursor = stage.view.textCursor()
    cursor.setPosition(len(stage.view.document().toPlainText()) // 2)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    stage.view.setTextCursor(cursor)
    stage.view.ensureCursorVisible()
    stage.rest(0.2)


def megabytes() -> float:
    """The resident memory of this process."""
    with open("/proc/self/status", encoding="ascii") as file:
        line = next(line for line in file if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def tell(figures: dict[str, object]) -> None:
    """Write the measurements for the parent process."""
    print(json.dumps(figures), flush=True)


MEASURES: dict[str, Callable[[Stage], None]] = {
    measure.__name__: measure for measure in (start, keys, beside, marks, scroll, memory, growth)
}

if __name__ == "__main__":
    (our_stage if sys.argv[2] == "ours" else bare_stage)(MEASURES[sys.argv[1]])
