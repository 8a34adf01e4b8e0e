"""Measures the speed of the rules in process, compared with an English checker in the same run.

``python tests/benchmarks/rules.py``, part of ``make bench``. The English text is the licence in the
repository; ours are our own releases. No result here can fail a test.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker, severity_of
from bnews_desk.rules.context import CheckOptions
from bnews_desk.rules.rule import Rule

ROOT = Path(__file__).resolve().parents[2]
RUNS = 15
WORDS = 1000
DEAREST = 5


def seconds(action: Callable[[], object]) -> float:
    """The seconds that ``action`` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def english() -> str:
    """A thousand words of English text, one paragraph on each line."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return " \n".join(_first_words(paragraphs, WORDS))


def releases() -> list[Release]:
    """Our own releases, each extended to a thousand words by paragraphs of the others, no two
    alike."""
    files = sorted((ROOT / "tests/fixtures/releases").glob("*.txt"))
    bodies = [
        [line for line in file.read_text(encoding="utf-8").split("\n") if line] for file in files
    ]
    grown = []
    for at in range(len(bodies)):
        lines = [line for body in (*bodies[at:], *bodies[:at]) for line in body]
        while sum(len(line.split()) for line in lines) < WORDS:
            lines += lines
        grown.append(Release.of("", _first_words(lines, WORDS)))
    return grown


def _first_words(lines: Sequence[str], most: int) -> list[str]:
    chosen: list[str] = []
    for line in lines:
        if most <= 0:
            break
        chosen.append(" ".join(line.split()[:most]))
        most -= len(line.split())
    return chosen


def checker(rules: Sequence[Rule], *, remember: int = 0) -> Checker:
    """A checker with these rules as the shipped style sheet has them."""
    house = load_style_sheet()[0]
    return Checker(rules, house, Lexicon(house.pairs), remember=remember)


def first_look() -> float | None:
    """The seconds that the English checker takes for new text; None where it is not installed."""
    try:
        import harper
    except ImportError:
        return None
    text = english()
    times = []
    for _ in range(RUNS):
        linter = harper.Linter()  # a new one each time, as it caches its answers
        linter.lint("A first sentence makes it ready.")
        times.append(seconds(lambda linter=linter: linter.lint(text)))
    return statistics.median(times)


def cold(whole: Checker, copy_parts: Sequence[Release]) -> float:
    """The seconds for one check of new copy, with the rules' lists already read."""
    for release in copy_parts:
        whole.check(release)
    return statistics.median(
        seconds(lambda release=release: whole.check(release))
        for _ in range(RUNS)
        for release in copy_parts
    )


def after_an_edit(
    rules: Sequence[Rule], copy_parts: Sequence[Release], *, has_original: bool = False
) -> float:
    """The seconds for a check after one paragraph of a cached release has changed.

    With its original, the copy differs from it in every third paragraph.
    """
    remembering = checker(rules, remember=4096)
    times = []
    for release in copy_parts:
        options = CheckOptions(original=release if has_original else None)
        lines = release.text.split("\n")
        if has_original:
            lines[::3] = [line.replace(" yang ", " ", 1) for line in lines[::3]]
        remembering.check(Release("\n".join(lines)), options)
        middle = len(lines) // 2
        paragraph = lines[middle]
        for run in range(RUNS):
            # Add another sentence each time, so that only one paragraph is new.
            lines[middle] = f"{paragraph} Hal itu disampaikan {run} kali."
            changed = Release("\n".join(lines))
            times.append(
                seconds(
                    lambda changed=changed, options=options: remembering.check(changed, options)
                )
            )
    return statistics.median(times)


def dearest(rules: Sequence[Rule], copy_parts: Sequence[Release]) -> list[tuple[float, str]]:
    """The slowest rules of a check, with their seconds."""
    nothing = cold(checker(()), copy_parts)
    costs = []
    for rule in rules:
        alone = checker([rule])
        for release in copy_parts:
            alone.check(release)
        took = statistics.median(
            seconds(lambda release=release, alone=alone: alone.check(release))
            for release in copy_parts * 3
        )
        costs.append((max(0.0, took - nothing), f"{rule.code} {rule.id}"))
    return sorted(costs, reverse=True)[:DEAREST]


def main() -> None:
    """Print the figures, in milliseconds."""
    house = load_style_sheet()[0]
    rules = [rule for rule in all_rules() if severity_of(rule, house) is not None]
    copy_parts = releases()
    ours, theirs = cold(checker(rules), copy_parts), first_look()
    edited = after_an_edit(rules, copy_parts)
    beside = after_an_edit(rules, copy_parts, has_original=True)
    print(f"{len(rules)} rules, {len(copy_parts)} releases of {WORDS} words; ms, medians")
    print(f"  cold check                          {ours * 1000:8.2f}")
    if theirs is None:
        print("  harper-py is not installed: pip install harper-py")
    else:
        print(f"  harper-py's first look              {theirs * 1000:8.2f}")
        print(f"  ours / its                          {ours / theirs:8.3f}  ≤ 0.2")
    print(f"  after an edit in one paragraph      {edited * 1000:8.2f}")
    print(f"  edited / cold                       {edited / ours:8.3f}  ≤ 0.1")
    print(f"  the same with its original          {beside * 1000:8.2f}")
    print(f"  with / without original             {beside / edited:8.3f}  ≤ 1.3")
    print("  the dearest rules, each alone with the words, sentences and lists it asks for:")
    for cost, name in dearest(rules, copy_parts):
        print(f"    {name:32}  {cost * 1000:8.2f}")


if __name__ == "__main__":
    main()
