"""Takes a picture of the real window on the sample release, without a display.

``python resources/packaging/window_picture.py FILE.png [--dark]``
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

SIZE = (1366, 768)
PATIENCE = 60.0
"""Seconds until the release must be imported and checked."""


def take(target: Path, *, is_dark: bool) -> None:
    """Write the picture; raises TimeoutError where the window does not get ready."""
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from bnews_desk.gui.app import Program
    from bnews_desk.paths import settings_file
    from bnews_desk.settings import Settings, save_settings

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    os.makedirs(os.path.dirname(settings_file()), exist_ok=True)
    save_settings(settings_file(), Settings(theme="dark" if is_dark else "light"))
    program = Program(application)
    window = program.window
    window.resize(*SIZE)
    window.show()
    program.release_controller.intake.take_sample()
    until = time.monotonic() + PATIENCE
    while program.desk.current is None or not program.desk.current.is_checked:
        if time.monotonic() > until:
            raise TimeoutError("the sample was not imported and checked in time")
        QTest.qWait(50)
    QTest.mouseMove(window.windowHandle(), QPoint(SIZE[0] // 2, SIZE[1] - 8))  # off the buttons
    QTest.qWait(1500)
    window.grab().save(str(target))
    window.close()


def main() -> None:
    """Take the picture in a profile of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BNEWS_DESK_HOME"] = folder
        take(options.target, is_dark=options.dark)


if __name__ == "__main__":
    main()
