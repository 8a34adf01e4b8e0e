"""Compares two texts: aligned paragraphs with equal, deleted and inserted words."""

from bnews_desk.comparison.text_comparison import ComparedGroup, Comparison, compare
from bnews_desk.comparison.word_runs import WordRun

__all__ = ["ComparedGroup", "Comparison", "WordRun", "compare"]
