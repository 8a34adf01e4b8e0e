"""The scopes in which a finding can be ignored."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication


class IgnoreScope(Enum):
    """Where findings like this one are ignored."""

    HERE = "here"
    """In its paragraph, as long as its words are there."""
    RELEASE = "release"
    NEWSROOM = "newsroom"

    @property
    def label(self) -> str:
        """The text of the menu entry."""
        return {
            IgnoreScope.HERE: QCoreApplication.translate("Reach", "Abaikan di sini"),
            IgnoreScope.RELEASE: QCoreApplication.translate("Reach", "Abaikan di rilis ini"),
            IgnoreScope.NEWSROOM: QCoreApplication.translate("Reach", "Abaikan untuk redaksi"),
        }[self]

    @property
    def key(self) -> str:
        """The keyboard shortcut in the findings panel and on the hover card."""
        return {IgnoreScope.HERE: "I", IgnoreScope.RELEASE: "R", IgnoreScope.NEWSROOM: "Shift+I"}[
            self
        ]
