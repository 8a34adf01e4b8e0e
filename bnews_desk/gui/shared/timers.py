"""One-shot timers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once_after(interval_ms: int, act: Callable[[], object], parent: QObject) -> QTimer:
    """A one-shot timer of ``parent`` that calls ``act`` ``interval_ms`` after its start.

    Started again meanwhile, it begins anew.
    """
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(act)
    return timer
