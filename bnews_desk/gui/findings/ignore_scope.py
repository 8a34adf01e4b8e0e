"""How far an ignore reaches."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication


class IgnoreScope(Enum):
    """Where a finding like this one is not shown again."""

    HERE = "here"
    """In its paragraph, for as long as its words are there."""
    RELEASE = "release"
    NEWSROOM = "newsroom"

    @property
    def label(self) -> str:
        """What a menu says."""
        return {
            IgnoreScope.HERE: QCoreApplication.translate("Reach", "Abaikan di sini"),
            IgnoreScope.RELEASE: QCoreApplication.translate("Reach", "Abaikan di rilis ini"),
            IgnoreScope.NEWSROOM: QCoreApplication.translate("Reach", "Abaikan untuk redaksi"),
        }[self]

    @property
    def key(self) -> str:
        """The key that does it in panel and card."""
        return {IgnoreScope.HERE: "I", IgnoreScope.RELEASE: "R", IgnoreScope.NEWSROOM: "Shift+I"}[
            self
        ]
