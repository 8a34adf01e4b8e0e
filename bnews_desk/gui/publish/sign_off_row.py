"""The row *Diperiksa oleh …*: who signed the release off, and when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from bnews_desk.archive.release_progress import SignOff
from bnews_desk.gui.publish.readiness_texts import time_of
from bnews_desk.gui.publish.tick_row import TickRow
from bnews_desk.gui.shared.theme import Theme, ThemedWidget
from bnews_desk.gui.shared.widgets import label, set_look
from bnews_desk.release import Release

BOX_LEFT = 13
"""Pixels before a tick box, whose own border adds three."""


class SignOffRow(ThemedWidget, TickRow):
    """A tick box with the editor's name, and the time of the sign-off."""

    toggled = Signal(bool)
    """The editor signs off, or withdraws the sign-off."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._box, self._when = QCheckBox(), label("", ink="ink2")
        super().__init__(self._box, self._when, parent)
        self._theme = theme
        self.setContentsMargins(BOX_LEFT, 0, 16, 0)
        self.setMinimumHeight(48)
        self._box.clicked.connect(self.toggled)
        self.apply_theme()

    def show_sign_off(self, sign_off: SignOff | None, name: str, release: Release) -> None:
        """Show a sign-off, and whether the text has changed since; without one, offer it to
        ``name``.
        """
        signed = sign_off.name if sign_off else name
        said = self.tr("Diperiksa oleh {name}").format(name=signed) if signed else ""
        self._box.setText(said or self.tr("Sudah diperiksa"))
        self._box.setChecked(sign_off is not None)
        is_stale = sign_off is not None and not sign_off.covers(release)
        when = time_of(sign_off.when) if sign_off else ""
        if is_stale:
            when = self.tr("berubah sejak {time}").format(time=when)
        self._when.setText(when)
        set_look(self._when, ink="warn" if is_stale else "ink2")
        self._box.setAccessibleName(self._box.text())
        self._box.setAccessibleDescription(
            when or self.tr("Tandai bila naskah sudah dibaca sampai akhir")
        )
        self._box.setToolTip(self._box.text())

    def apply_theme(self) -> None:
        self._when.setFont(self._theme.ui_font(12))
