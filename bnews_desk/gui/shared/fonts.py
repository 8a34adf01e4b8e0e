"""The two typefaces of the window: the system's own for controls, Source Serif Pro for the copy."""

from __future__ import annotations

import os.path
import sys
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from bnews_desk.paths import resource

PAGE_FAMILIES = ("Source Serif Pro", "Noto Serif", "Georgia")
"""Families for the copy, the preferred one first."""
UI_FAMILIES = ("Inter", "Noto Sans")
"""Families for controls where the system has none of its own."""

_CUTS = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


class Fonts(NamedTuple):
    """Families to use, the preferred one first; no families means the application's own font."""

    ui: tuple[str, ...] = ()
    page: tuple[str, ...] = PAGE_FAMILIES
    scale: float = 1.0

    def ui_font(self, px: float, weight: int = 400) -> QFont:
        """A font for controls, in device-independent pixels before the user's scale."""
        return self._font(self.ui, px, weight)

    def page_font(self, px: float, weight: int = 400) -> QFont:
        """A font for the copy, in device-independent pixels before the user's scale."""
        font = self._font(self.page, px, weight)
        font.setStyleHint(QFont.StyleHint.Serif)
        return font

    def _font(self, families: tuple[str, ...], px: float, weight: int) -> QFont:
        font = QFont()
        if families:
            font.setFamilies(families)
        font.setPixelSize(max(1, round(px * self.scale)))
        font.setWeight(QFont.Weight(weight))
        return font


def load_fonts(scale: float = 1.0) -> Fonts:
    """Load the shipped typeface into Qt and return the families there are. Needs the application
    object.

    Files that are missing or damaged are skipped: the copy then shows in the next family. ``scale``
    is the user's own, 1.0 for none.
    """
    for path in font_files():
        QFontDatabase.addApplicationFont(path)
    page = tuple(f for f in PAGE_FAMILIES if QFontDatabase.hasFamily(f))
    return Fonts(_ui_families(), page or ("serif",), scale)


def font_files() -> list[str]:
    """The files of the shipped typeface."""
    paths = [resource("fonts", f"SourceSerifPro-{cut}.ttf") for cut in _CUTS]
    return [path for path in paths if os.path.isfile(path)]


def _ui_families() -> tuple[str, ...]:
    if sys.platform in ("win32", "darwin"):
        return ()
    return tuple(f for f in UI_FAMILIES if QFontDatabase.hasFamily(f))
