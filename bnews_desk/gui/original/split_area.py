"""The place of the page in the window, which can be split to show another text at the left."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget


class SplitArea(QWidget):
    """Holds the page alone, or two columns of equal width, each with a heading."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside: tuple[QWidget, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(page, 1, 2)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def set_columns(self, head: QWidget, text: QWidget, rule: QWidget, page_head: QWidget) -> None:
        """Set the widgets to be shown beside the page; they are hidden at first."""
        self._beside = (head, text, rule, page_head)
        for widget in self._beside:
            widget.hide()
        self._grid.addWidget(head, 0, 0)
        self._grid.addWidget(text, 1, 0)
        self._grid.addWidget(rule, 0, 1, 2, 1)
        self._grid.addWidget(page_head, 0, 2)

    def show_beside(self, is_shown: bool) -> None:
        """Show the widgets of ``set_columns``, or the page alone."""
        self._grid.setColumnStretch(0, int(is_shown))
        for widget in self._beside:
            widget.setVisible(is_shown)
        self._grid.activate()
