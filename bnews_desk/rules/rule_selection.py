"""Which rules a paragraph is asked: those that could find something in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bnews_desk.patterns import Pattern
from bnews_desk.rules.context import ParagraphContext
from bnews_desk.rules.rule import ParagraphRule

_FIGURE = Pattern("[0-9]")


class RuleSelection:
    """Some rules by what they need of a paragraph (``ParagraphRule.needs``)."""

    def __init__(self, rules: Sequence[ParagraphRule]) -> None:
        self._rules = rules
        self._always: set[int] = set()
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_text: defaultdict[str, list[int]] = defaultdict(list)
        self._of_figures: list[int] = []
        for number, rule in enumerate(rules):
            self._add(number, rule)

    def rules_for(self, paragraph: ParagraphContext) -> list[ParagraphRule]:
        """The rules that could find something in a paragraph, in their order."""
        asked = set(self._always)
        for word in paragraph.vocabulary & self._by_word.keys():
            asked.update(self._by_word[word])
        for text, numbers in self._by_text.items():
            if text in paragraph.text:
                asked.update(numbers)
        if _FIGURE.search(paragraph.text):
            asked.update(self._of_figures)
        return [self._rules[number] for number in sorted(asked)]

    def _add(self, number: int, rule: ParagraphRule) -> None:
        needs = rule.needs
        if needs is None:
            self._always.add(number)
            return
        for word in needs.words() if callable(needs.words) else needs.words:
            self._by_word[word].append(number)
        for text in needs.texts:
            self._by_text[text].append(number)
        if needs.has_figures:
            self._of_figures.append(number)
