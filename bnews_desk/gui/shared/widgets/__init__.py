"""Small widgets that every part of the window uses."""

from bnews_desk.gui.shared.widgets.buttons import (
    Chip,
    FilledButton,
    FixButton,
    IconButton,
    LinkButton,
    QuietButton,
)
from bnews_desk.gui.shared.widgets.foot_row import FootRow
from bnews_desk.gui.shared.widgets.labels import ElidedLabel, SeparatorLine, label, set_look

__all__ = [
    "Chip",
    "ElidedLabel",
    "FilledButton",
    "FixButton",
    "FootRow",
    "IconButton",
    "LinkButton",
    "QuietButton",
    "SeparatorLine",
    "label",
    "set_look",
]
