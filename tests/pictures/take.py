"""Takes the pictures of one screen: ``take.py SIZE SCALE LOOKS FOLDER [STATE]...``; see ``run.py``.

Every state is reached from a new user's empty desk, with a temporary profile.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLocale, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/gui/window"), str(Path(__file__).parent)]

from archive_states import ARCHIVE_STATES  # noqa: E402 - the path comes first
from inbox_states import INBOX_STATES  # noqa: E402
from states import STATES as OWN_STATES  # noqa: E402
from states import Camera  # noqa: E402
from window_kit import Sitting  # noqa: E402

from bnews_desk.gui.shared.qt_texts_indonesian import IndonesianQtTexts  # noqa: E402
from bnews_desk.paths import HOME_VARIABLE, settings_file  # noqa: E402
from bnews_desk.settings import Settings, save_settings  # noqa: E402

STATES = {**OWN_STATES, **ARCHIVE_STATES, **INBOX_STATES}
BREATH_MS = 120
"""Milliseconds to wait for late painting."""


class Screen(NamedTuple):
    """The screen of the pictures: physical pixels, scale in per cent, light or dark."""

    size: str
    scale: str
    looks: str

    def logical(self) -> tuple[int, int]:
        """The window's size in device-independent pixels."""
        width, height = (int(number) for number in self.size.split("x"))
        ratio = int(self.scale) / 100
        return round(width / ratio), round(height / ratio)


class Patience:
    """Waits like pytest-qt's bot, outside a test."""

    def waitUntil(self, holds: Callable[[], bool], timeout: int) -> None:  # noqa: N802
        """Wait until a condition holds; raises ``TimeoutError``."""
        until = time.monotonic() + timeout / 1000
        while not holds():
            if time.monotonic() > until:
                raise TimeoutError("the state was not reached in time")
            QTest.qWait(20)

    @contextmanager
    def waitExposed(self, widget: QWidget) -> Iterator[None]:  # noqa: N802
        """Wait until a window shown inside the block is on the screen."""
        yield
        QTest.qWaitForWindowExposed(widget)


def whole_screen(window: QWidget) -> QPixmap:
    """The window with the menus and dialogs above it, which are separate windows."""
    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and not other.size().isEmpty():
            at = other.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
            painter.drawPixmap(at, other.grab())
    painter.end()
    return picture


def take(screen: Screen, folder: Path, name: str, application: QApplication) -> None:
    """Reach one state and take its picture or pictures."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {HOME_VARIABLE: f"{home}/meja", "HOME": home, "USERPROFILE": home}
        os.makedirs(os.path.dirname(settings_file()), exist_ok=True)
        save_settings(settings_file(), Settings(theme=screen.looks))
        sitting = Sitting(Patience(), application, screen.logical())
        taken: list[str] = []

        def shoot(part: str = "") -> None:
            QTest.qWait(BREATH_MS)
            taken.append(part)
            named = "-".join(filter(None, (name, part, *screen)))
            whole_screen(sitting.window).save(str(folder / f"{named}.png"))

        try:
            STATES[name](Camera(sitting, Path(home), shoot))
            if not taken:
                shoot()
        finally:
            for other in QApplication.topLevelWidgets():
                if other is not sitting.window and other.isVisible():
                    other.close()
            application.clipboard().clear()
            sitting.window.close()
            sitting.window.deleteLater()
            sitting.program.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> int:
    """Take all pictures; a state that cannot be reached is reported, and the rest are taken."""
    screen, folder = Screen(*sys.argv[1:4]), Path(sys.argv[4])
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    texts = IndonesianQtTexts(application)
    application.installTranslator(texts)
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian))
    failed = 0
    for name in sys.argv[5:] or STATES:
        try:
            take(screen, folder, name, application)
        except Exception:
            failed += 1
            print(f"{name}: {traceback.format_exc(limit=-3)}", file=sys.stderr, flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
