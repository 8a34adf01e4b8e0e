"""How one text became another: which paragraphs belong together, which words came and went."""

from bnews_desk.comparison.compared import ComparedGroup, Comparison, compare
from bnews_desk.comparison.word_runs import WordRun

__all__ = ["ComparedGroup", "Comparison", "WordRun", "compare"]
