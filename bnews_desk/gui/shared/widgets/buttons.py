"""Buttons that take the keyboard focus by Tab alone: a click leaves the caret in the copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from bnews_desk.gui.shared.icons import ALONE, BESIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PushButton(QPushButton):
    """A button that Enter presses as Space does; Qt does that in dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """The same for switches and icons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


class _Button(ThemedWidget, PushButton):
    LOOK = ""
    HEIGHT = 0
    INK = "ink2"

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._icon = theme, icon
        self.setProperty("look", self.LOOK)
        self.setFixedHeight(self.HEIGHT)
        self.setIconSize(BESIDE if text else ALONE)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(about)
        self.setAccessibleDescription(about)
        self.apply_theme()

    def apply_theme(self) -> None:
        if self._icon:
            self.setIcon(self._theme.icon(self._icon, self.INK, is_beside=bool(self.text())))


class FilledButton(_Button):
    """The next sensible step; at most one in each panel."""

    LOOK, HEIGHT, INK = "filled", 28, "onfill"


class QuietButton(_Button):
    """Any other step, with a thin border."""

    LOOK, HEIGHT = "quiet", 28


class FixButton(_Button):
    """A fix in a list or a card; its text is what the fix puts into the copy."""

    LOOK, HEIGHT = "fix", 24


class LinkButton(_Button):
    """A fix or a way onwards that looks like a link."""

    LOOK, HEIGHT, INK = "link", 20, "sug"

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        super().__init__(theme, text, icon, parent, about=about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(ThemedWidget, ToolButton):
    """An icon without a text, 26 pixels square; ``name`` is its accessible name."""

    def __init__(
        self, theme: Theme, icon: str, name: str, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setProperty("look", "icon")
        self.setFixedSize(QSize(26, 26))
        self.setIconSize(ALONE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about or name)
        self.setToolTip(about or name)
        self.apply_theme()

    def apply_theme(self) -> None:
        self.setIcon(self._theme.icon(self._icon, "ink2"))


class Chip(ThemedWidget, ToolButton):
    """A filter button with the shape of what it filters and their count.

    ``kind`` names them to a screen reader, as in "Wajib diperbaiki".
    """

    def __init__(
        self, theme: Theme, icon: str, token: str, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._token, self._kind = icon, token, kind
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.setFixedHeight(24)
        self.setIconSize(BESIDE)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.apply_theme()
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show the count; with none the button is disabled unless it is checked."""
        self.setText(f"{count}")
        self.setEnabled(count > 0 or self.isChecked())
        self.setAccessibleName(f"{self._kind}: {count}")
        about = self.tr("Tampilkan hanya {kind}").format(kind=self._kind.lower())
        self.setToolTip(about)
        self.setAccessibleDescription(about)

    def apply_theme(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._token, is_beside=True))


def _pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or modifiers:
        return False
    if not event.isAutoRepeat():  # one press is one click, however long it lasts
        button.click()
    return True
