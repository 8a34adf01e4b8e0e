"""The theme: colours, light and dark, with palette, style sheet, fonts and icons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from bnews_desk.gui.shared.fonts import Fonts
from bnews_desk.gui.shared.icons import make_icon
from bnews_desk.gui.shared.qt_style_sheet import style_sheet


def wants_contrast() -> bool:
    """Whether the system asks for high contrast; False where it does not tell."""
    style = QGuiApplication.styleHints()  # held: what it hands out lives no longer than it
    hints, preference = _hints(style), getattr(Qt, "ContrastPreference", None)
    if hints is None or preference is None:
        return False
    return bool(hints.contrastPreference() == preference.HighContrast)


def on_contrast_change(then: Callable[[], object]) -> None:
    """Call ``then`` whenever the system's contrast setting changes."""
    style = QGuiApplication.styleHints()
    hints = _hints(style)
    if hints is not None:
        hints.contrastPreferenceChanged.connect(then)


def _hints(style: QStyleHints) -> Any:  # noqa: ANN401 - earlier versions of Qt have no such class
    accessibility = getattr(style, "accessibility", None)
    return accessibility() if accessibility is not None else None


LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "page": "#FDFCFA",
        "side": "#F4F2EE",
        "bar": "#F9F8F5",
        "raised": "#FFFFFF",
        "hover": "#EBE8E2",
        "sel": "#E4E0D8",
        "ink": "#22252A",
        "ink2": "#55585E",
        "ink3": "#616368",
        "err": "#B4281F",
        "err_tint": "#FBE9E6",
        "warn": "#8F5600",
        "warn_tint": "#FBEFD9",
        "sug": "#2A64A0",
        "sug_tint": "#E6EFF8",
        "ok": "#2C6E3F",
        "ok_tint": "#E5F1E6",
        "fill": "#2B2F36",
        "onfill": "#FFFFFF",
        "selection": "#CFE0F2",
        "line": "#E1DED7",
        "line2": "#CFCBC2",
        "field": "#8C877C",
        "ghost": "#A5A198",
    }
)
"""Colours of the light theme, by token."""

DARK: Mapping[str, str] = MappingProxyType(
    {
        "page": "#1E2022",
        "side": "#191B1D",
        "bar": "#1B1D1F",
        "raised": "#282B2E",
        "hover": "#26292C",
        "sel": "#2F3337",
        "ink": "#E3E0DA",
        "ink2": "#B0AEA9",
        "ink3": "#9D9B96",
        "err": "#F2897F",
        "err_tint": "#3E2624",
        "warn": "#E0AE58",
        "warn_tint": "#3A301D",
        "sug": "#84B6EA",
        "sug_tint": "#213244",
        "ok": "#83C492",
        "ok_tint": "#20352A",
        "fill": "#E3E0DA",
        "onfill": "#1B1D1F",
        "selection": "#2C4562",
        "line": "#303337",
        "line2": "#43474C",
        "field": "#7B8087",
        "ghost": "#686B70",
    }
)
"""Colours of the dark theme; the same tokens as ``LIGHT``."""

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "bar"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "page"),
    (QPalette.ColorRole.AlternateBase, "side"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "err"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "ink"),
    (QPalette.ColorRole.Accent, "sug"),
    (QPalette.ColorRole.Link, "sug"),
    (QPalette.ColorRole.LinkVisited, "sug"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line2"),
    (QPalette.ColorRole.Dark, "field"),
    (QPalette.ColorRole.Shadow, "line"),
)


class Theme:
    """A table of colours with its fonts, icons, palette and style sheet.

    The program has one, which every widget reads. ``set_colours`` changes it, and ``apply_to`` then
    sends ``QEvent.ThemeChange`` to every widget; see ``ThemedWidget``.
    """

    def __init__(
        self, is_dark: bool, fonts: Fonts | None = None, *, is_high_contrast: bool = False
    ) -> None:
        self.fonts = fonts or Fonts()
        self.set_colours(is_dark, is_high_contrast=is_high_contrast)

    @classmethod
    def light(cls, fonts: Fonts | None = None, *, is_high_contrast: bool = False) -> Theme:
        """The light theme."""
        return cls(False, fonts, is_high_contrast=is_high_contrast)

    @classmethod
    def dark(cls, fonts: Fonts | None = None, *, is_high_contrast: bool = False) -> Theme:
        """The dark theme."""
        return cls(True, fonts, is_high_contrast=is_high_contrast)

    def set_colours(self, is_dark: bool, *, is_high_contrast: bool = False) -> None:
        """Switch to the light or dark colours; in high contrast all borders are those of fields."""
        colours = DARK if is_dark else LIGHT
        if is_high_contrast:
            colours = {**colours, "line": colours["field"], "line2": colours["field"]}
        self.is_dark = is_dark
        self._names = colours
        self._colours = {token: QColor(colour) for token, colour in colours.items()}
        self._icons: dict[tuple[str, str, bool], QIcon] = {}

    def apply_to(self, application: QApplication) -> None:
        """Give the application palette, font and style sheet, and every widget a ThemeChange."""
        application.setPalette(self.palette())
        application.setFont(self.ui_font(13))
        application.setStyleSheet(self.style_sheet())
        send_theme_change()

    def color(self, token: str) -> QColor:
        """The colour of a token; raises KeyError where there is none of that name."""
        return QColor(self._colours[token])

    def name_of(self, token: str) -> str:
        """The colour of a token as ``#RRGGBB``, for rich text."""
        return self._names[token]

    def palette(self) -> QPalette:
        """The palette, for all that the style sheet does not reach."""
        palette = QPalette()
        for role, token in _ROLES:
            palette.setColor(role, self._colours[token])
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours["ghost"])
        return palette

    def style_sheet(self) -> str:
        """The style sheet for the application; see ``style_sheet``."""
        return style_sheet(self._names, self.fonts.scale)

    def ui_font(self, px: float = 13, weight: int = 400) -> QFont:
        """The font of buttons, lists and labels; ``px`` before the user's scale."""
        return self.fonts.ui_font(px, weight)

    def page_font(self, px: float = 17, weight: int = 400) -> QFont:
        """The font of the copy; ``px`` before the user's scale."""
        return self.fonts.page_font(px, weight)

    def icon(
        self,
        name: str,
        token: str = "ink2",  # noqa: S107 - a colour's name
        *,
        is_beside: bool = False,
    ) -> QIcon:
        """An icon in a token's colour, sharp at any size and scale; disabled it takes ``ghost``.

        Draw it square, or with ``is_beside`` in the proportion of ``BESIDE``: its right quarter is
        then the gap to a text. Raises FileNotFoundError where there is no such icon.
        """
        key = (name, token, is_beside)
        if key not in self._icons:
            self._icons[key] = make_icon(
                name, self._names[token], self._names["ghost"], is_beside=is_beside
            )
        return QIcon(self._icons[key])


if TYPE_CHECKING:
    _WidgetBase = QWidget
else:
    _WidgetBase = object  # PySide allows one Qt base alone: that of the widget itself


class ThemedWidget(_WidgetBase):
    """Mixin that calls ``apply_theme`` when the theme has changed.

    Only what a widget has copied from the theme (icons, fonts, rich text) is renewed there;
    ``paintEvent`` reads the theme each time.
    """

    def apply_theme(self) -> None:
        """Take the theme's colours and fonts as they are now."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Call ``apply_theme`` on a change of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.apply_theme()


def send_theme_change() -> None:
    """Send every widget a ``ThemeChange`` and have it repainted."""
    for widget in QApplication.allWidgets():
        QApplication.sendEvent(widget, QEvent(QEvent.Type.ThemeChange))
        QWidget.update(widget)  # item views of Qt 6.8 hide it behind their own
