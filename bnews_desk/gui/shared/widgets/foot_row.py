"""A row at the foot of the desk column that leads to a side page, with a count."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bnews_desk.gui.shared.icons import ALONE, BESIDE
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets.buttons import PushButton
from bnews_desk.gui.shared.widgets.labels import label, set_look

HEIGHT = 30
SLIM = 32
"""Width and height of a row that shows its icon alone."""


class FootRow(ThemedWidget, PushButton):
    """An icon, a name and a count; in a rail the icon alone, with the name as its tooltip.

    ``about`` says what is there, and the key that leads to it.
    """

    def __init__(
        self, theme: Theme, icon: str, name: str, about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._theme = theme
        self._icon, self._name, self._about = icon, name, about
        self._is_slim = False
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("look", "row")
        self.setToolTip(about)
        self._count = label("", "meta", "", self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(self._count)
        self.apply_theme()
        self.set_slim(False)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show a count; zero shows nothing."""
        self._count.setText(str(count) if count else "")
        self._count.setVisible(bool(count) and not self._is_slim)
        self.setAccessibleName(f"{self._name}: {count}" if count else self._name)
        self.setAccessibleDescription(self._about)

    def set_shown(self, is_shown: bool) -> None:
        """Mark the row as the page that is shown."""
        set_look(self, state="open" if is_shown else "")

    def set_slim(self, is_slim: bool) -> None:
        """Show the icon alone, or everything."""
        self._is_slim = is_slim
        self.setText("" if is_slim else self._name)
        self.setIconSize(ALONE if is_slim else BESIDE)
        self.setMinimumWidth(SLIM if is_slim else 0)
        self.setMaximumWidth(SLIM if is_slim else 16_777_215)
        self.setFixedHeight(SLIM if is_slim else HEIGHT)
        width = QSizePolicy.Policy.Fixed if is_slim else QSizePolicy.Policy.Expanding
        self.setSizePolicy(width, QSizePolicy.Policy.Fixed)
        set_look(self, look="icon" if is_slim else "row")
        self.apply_theme()
        self._count.setVisible(bool(self._count.text()) and not is_slim)

    def apply_theme(self) -> None:
        self.setIcon(self._theme.icon(self._icon, "ink2", is_beside=not self._is_slim))
