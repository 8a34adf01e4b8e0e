"""Dialogs that are open while light becomes dark: every one of them follows at once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QListWidget, QTextBrowser
from window_kit import CTRL, SHIFT, Sitting

from bnews_desk.finding import Ignore
from bnews_desk.gui.shared.theme import Theme

STEP = 6
"""Pixels between two that are looked at."""


def in_dark(desk: Sitting) -> None:
    """Choose dark as the settings do."""
    desk.program._remembered.set_values(theme="dark")
    desk.program.finish_parts().theme_changed.emit()
    desk.settle()
    assert desk.program.theme.is_dark


def ground(dialog: QDialog) -> float:
    """The share of a dialog's picture that is light."""
    picture = dialog.grab().toImage()
    places = list(product(range(2, picture.width(), STEP), range(2, picture.height(), STEP)))
    return sum(QColor(picture.pixel(*at)).lightness() > 128 for at in places) / len(places)


def versions(desk: Sitting) -> None:
    desk.program.commands["versions"].trigger()
    work = desk.program.finish_parts().desk_features
    desk.wait(lambda: work.versions.dialog is not None)
    dialog = work.versions.dialog
    assert dialog is not None
    desk.wait(lambda: dialog.change_size.text() not in ("", "…"))


def ignored(desk: Sitting) -> None:
    desk.release.document.set_ignores(frozenset({Ignore("date-weekday-mismatch", "kamis", None)}))
    desk.program.finish_parts()._help_commands.show_ignored()


OPENERS: dict[str, Callable[[Sitting], object]] = {
    "palette": lambda desk: desk.press(Qt.Key.Key_P, CTRL | SHIFT),
    "guide": lambda desk: desk.press(Qt.Key.Key_F1),
    "rule": lambda desk: desk.program.finish_parts()._help_commands.explain_rule(
        "date-weekday-mismatch"
    ),
    "dictionaries": lambda desk: desk.program.commands["dictionaries"].trigger(),
    "ignored": ignored,
    "versions": versions,
}


@pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS.keys())
def test_it_follows(desk: Sitting, opener: Callable[[Sitting], object]) -> None:
    desk.open_own()
    opener(desk)
    (dialog,) = (one for one in desk.window.findChildren(QDialog) if one.isVisible())
    assert ground(dialog) > 0.8
    in_dark(desk)
    assert dialog.isVisible()
    assert 0 < ground(dialog) < 0.2
    light = Theme.light()
    for browser in dialog.findChildren(QTextBrowser):
        told = browser.toHtml().lower()
        assert not any(light.name_of(token).lower() in told for token in ("ink2", "err", "ok"))
    for view in dialog.findChildren(QListWidget):
        painter = view.itemDelegate()
        assert getattr(painter, "_theme", desk.program.theme) is desk.program.theme
    desk.press(Qt.Key.Key_Escape, where=dialog)
