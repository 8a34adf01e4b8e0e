"""A button of the hover card with its keyboard shortcut."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from bnews_desk.gui.shared.theme import Theme

_PADDING = {"filled": 11, "fix": 11, "": 4}
_GAP = 7
_HEIGHT = 28


class HintButton(QPushButton):
    """A button with its shortcut behind the text.

    ``look`` is ``filled``, ``fix`` or '', as in the style sheet. Text wider than ``most`` px is
    elided; 0 means no limit. A hidden shortcut keeps its room.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        hint: str,
        look: str = "",
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.hint = hint
        self._look, self._theme, self._most = look, theme, most
        self._has_hint = True
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Tombol {key}").format(key=hint) if hint else "")
        self.setFixedSize(self.sizeHint())

    def show_hint(self, has_hint: bool) -> None:
        """Show the shortcut, or leave its room blank."""
        self._has_hint = has_hint
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for text and shortcut."""
        words, hint = self._metrics()
        padding = _PADDING[self._look]
        wide = words.horizontalAdvance(self.text()) + 2 * padding + 2
        if self.hint:
            wide += _GAP + hint.horizontalAdvance(self.hint)
        return QSize(min(wide, self._most) if self._most else wide, max(_HEIGHT, words.height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button in its style, then text and shortcut."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, hint = option.text, self.hint
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        room = self.rect().adjusted(_PADDING[self._look], 0, -_PADDING[self._look], 0)
        hint_font = self._theme.ui_font(11)
        taken = QFontMetrics(hint_font).horizontalAdvance(hint) + _GAP if hint else 0
        ink = {"filled": "onfill", "fix": "ink", "": "ink2"}[self._look]
        painter.setPen(self._theme.color(ink))
        painter.setFont(self._font())
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, room.width() - taken
        )
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        is_centred = bool(hint and self._look) and not self._has_hint
        side = Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(middle | side), shown)
        if hint and self._has_hint:
            painter.setFont(hint_font)
            painter.setPen(self._theme.color("onfill" if self._look == "filled" else "ink3"))
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), hint)
        painter.end()

    def _font(self) -> QFont:
        return self._theme.ui_font(13, 500) if self._look else self._theme.ui_font(12)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._font()), QFontMetrics(self._theme.ui_font(11))
