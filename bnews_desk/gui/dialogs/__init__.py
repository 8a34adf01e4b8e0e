"""Dialogs: few, modal, and with buttons that say what they do."""

from bnews_desk.gui.dialogs.ask import AskDialog, Choice, ask

__all__ = ["AskDialog", "Choice", "ask"]
