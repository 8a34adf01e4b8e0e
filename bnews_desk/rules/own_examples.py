"""Whether the examples in a newsroom's own rules show what it meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bnews_desk.house.style import HouseStyle
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import Rule


def failed_examples(rule: Rule, house: HouseStyle) -> Iterator[str]:
    """One Indonesian sentence for each example of a rule that does not come out as it says."""
    on = replace(house, severities={**house.severities, rule.id: rule.severity})
    checker = Checker([rule], on, Lexicon(house.pairs))
    for example in rule.bad:
        release = _release(example.bad)
        found = checker.check(release)
        if not found:
            yield f"Contoh “{example.bad}” tidak ditandai."
        elif example.good is not None:
            mended = _mended(checker, release)
            if mended != _release(example.good).text:
                yield f"Contoh “{example.bad}” menjadi “{mended.strip()}”, bukan “{example.good}”."
    for text in rule.good:
        if checker.check(_release(text)):
            yield f"Contoh benar “{text}” ikut ditandai."


def _release(text: str) -> Release:
    """One paragraph of a body, or with a line break a whole text, headline first."""
    return Release(text) if "\n" in text else Release.of("", [text])


def _mended(checker: Checker, release: Release) -> str:
    """The text after the first fix of each finding, one after the other."""
    for _ in range(len(release.text)):
        fixes = [finding.fixes[0] for finding in checker.check(release) if finding.fixes]
        if not fixes:
            break
        changed = release.edited(fixes[0].edits)
        if changed == release:
            break
        release = changed
    return release.text
