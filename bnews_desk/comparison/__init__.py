"""How one text became another: which paragraphs belong together, which words came and went."""

from bnews_desk.comparison.compared import Comparison, Passage, compare
from bnews_desk.comparison.wording import Run

__all__ = ["Comparison", "Passage", "Run", "compare"]
