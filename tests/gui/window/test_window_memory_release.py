"""What is closed is let go of: a day's releases, a window that has ended."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from window_kit import Sitting, Starter


def test_a_release_that_is_closed_takes_no_more_room(desk: Sitting) -> None:
    desk.open_own()
    closed = weakref.ref(desk.release), weakref.ref(desk.release.document)
    desk.program.release_controller.close_current()
    desk.open_own()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [what() for what in closed] == [None, None]


def test_a_window_that_has_ended_is_held_by_nobody(start: Starter) -> None:
    desk = start()
    desk.open_own()
    ended = weakref.ref(desk.program), weakref.ref(desk.window), weakref.ref(desk.release)
    desk.close()
    start.sittings.clear()
    del desk
    gc.collect()
    assert [what() for what in ended] == [None, None, None]
