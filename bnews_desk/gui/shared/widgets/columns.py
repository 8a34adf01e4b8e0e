"""Columns of widgets, and the ground they stand on."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

Column = TypeVar("Column", bound=QWidget)


def column_of(*widgets: QWidget) -> QWidget:
    """Widgets one below the other, the last taking what room is left."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, int(widget is widgets[-1]))
    return column


def put_in(column: QWidget | None, place: int, widget: QWidget) -> None:
    """Put a widget between those of a column."""
    layout = column.layout() if column is not None else None
    assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made so
    layout.insertWidget(place, widget)


def grounded(column: Column) -> Column:
    """A column in the colour of the side, whatever comes to stand in it."""
    column.setProperty("ground", "side")
    column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return column
