"""Whether the user has asked the system for high contrast; Qt knows since 6.10."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStyleHints


def wants_contrast() -> bool:
    """Whether borders are to be seen by everybody; False where the system does not tell."""
    style = QGuiApplication.styleHints()  # held: what it hands out lives no longer than it
    hints, preference = _hints(style), getattr(Qt, "ContrastPreference", None)
    if hints is None or preference is None:
        return False
    return bool(hints.contrastPreference() == preference.HighContrast)


def on_contrast_change(then: Callable[[], object]) -> None:
    """Call ``then`` whenever that changes."""
    style = QGuiApplication.styleHints()
    hints = _hints(style)
    if hints is not None:
        hints.contrastPreferenceChanged.connect(then)


def _hints(style: QStyleHints) -> Any:  # noqa: ANN401 - earlier versions of Qt have no such class
    accessibility = getattr(style, "accessibility", None)
    return accessibility() if accessibility is not None else None
