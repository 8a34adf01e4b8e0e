"""Draws a random sample of findings and safe changes in published copy, to be judged by a person.

``python tests/quality/sample.py OUT [EVAL]`` writes ``findings.tsv`` and ``changes.tsv`` into OUT:
number, rule, severity, a few words with the place marked, and in a last column enough of the
paragraph to judge by, which is not stored in the project. The seed is fixed; set ``SEED`` in the
environment to draw another sample.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from bnews_desk.finding import Finding, Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.rule import RuleGroup

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"
SEED = int(os.environ.get("SEED", "20261124"))
ARTICLES = 1000
DRAWN = 200
WORDS = 4
"""Words on each side of a place that are stored with a verdict."""
AROUND = 200
"""Code points of context on each side of a place."""


class Drawn(NamedTuple):
    """One finding in its article."""

    finding: Finding
    text: str


def articles(path: Path) -> list[Release]:
    """The articles to draw from, with their titles."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    Random(SEED).shuffle(rows)  # noqa: S311
    return [
        Release.of(" ".join(row["title"].split()), row["text"].split("\n"))
        for row in rows[:ARTICLES]
    ]


def found(releases: Sequence[Release]) -> Iterator[Drawn]:
    """The findings of the rules that are on, without the frame group."""
    house = load_style_sheet()[0]
    rules = [rule for rule in all_rules() if rule.group is not RuleGroup.A]
    checker = Checker(rules, house, Lexicon(house.pairs))
    for release in releases:
        for finding in checker.check(release):
            yield Drawn(finding, release.text)


def short(drawn: Drawn) -> str:
    """The marked place with a few words on each side."""
    finding, text = drawn
    start = text.rfind("\n", 0, finding.start) + 1
    stop = text.find("\n", finding.end)
    before = text[start : finding.start].split(" ")[-WORDS - 1 :]
    behind = text[finding.end : None if stop < 0 else stop].split(" ")[: WORDS + 1]
    marked = text[finding.start : finding.end]
    if len(marked) > AROUND // 4:
        marked = f"{marked[:30]} … {marked[-15:]}"
    return f"{' '.join(before)}[{marked}]{' '.join(behind)}".replace("\n", "⏎").replace("\t", " ")


def long(drawn: Drawn) -> str:
    """The place with enough around it to judge by."""
    finding, text = drawn
    before = text[max(0, finding.start - AROUND) : finding.start]
    behind = text[finding.end : finding.end + AROUND]
    shown = f"{before}[[{text[finding.start : finding.end]}]]{behind}"
    return shown.replace("\n", " ⏎ ").replace("\t", " ")


def change(finding: Finding) -> str:
    """A safe fix's replacement and the text it replaces."""
    fix = finding.safe_fix
    if fix is None:
        return ""
    return "; ".join(f"{edit.old!r} → {edit.new!r}" for edit in fix.edits)


def write(path: Path, rows: Sequence[Drawn], *, with_change: bool) -> None:
    """One row a finding, numbered from 1."""
    with path.open("w", encoding="utf-8") as file:
        for number, drawn in enumerate(rows, 1):
            said = change(drawn.finding) if with_change else drawn.finding.message
            columns = (
                str(number),
                drawn.finding.rule,
                drawn.finding.severity.value,
                said.replace("\t", " "),
                short(drawn),
                long(drawn),
            )
            file.write("\t".join(columns) + "\n")


def main() -> None:
    """Draw and write both lists, and print the numbers of findings drawn from."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else EVAL
    releases = articles(folder / "news-dev.jsonl.gz")
    every = list(found(releases))
    words = sum(len(release.text.split()) for release in releases)
    random = Random(SEED)  # noqa: S311
    serious = [drawn for drawn in every if drawn.finding.severity is not Severity.SUGGESTION]
    safe = [drawn for drawn in every if drawn.finding.safe_fix is not None]
    write(out / "findings.tsv", random.sample(serious, min(DRAWN, len(serious))), with_change=False)
    write(out / "changes.tsv", random.sample(safe, min(DRAWN, len(safe))), with_change=True)
    for severity in Severity:
        count = sum(drawn.finding.severity is severity for drawn in every)
        print(f"{severity.value:12} {count:6}  {count * 1000 / words:.3f} per 1,000 words")
    print(f"safe fixes   {len(safe):6}  in {len(releases)} articles, {words:,} words, seed {SEED}")


if __name__ == "__main__":
    main()
