"""Paper and PDF: the release in the house's layout, without the window's furniture."""

from bnews_desk.gui.printing.printing import Printing

__all__ = ["Printing"]
