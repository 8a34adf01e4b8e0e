"""Measures contradictions of figures: planted ones found, by kind, and findings in published copy.

``python tests/quality/figures.py [EVAL]``. The planted ones are the rows of
``tests/rules/facts/planted_figures.tsv``; each finding in published copy is printed with its words,
to be read by a person.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "rules" / "facts"))

import test_planted_figures as planted  # noqa: E402

from bnews_desk.release import Release  # noqa: E402
from bnews_desk.rules.context import CheckOptions  # noqa: E402

EVAL = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared" / "eval"


def print_planted() -> None:
    """Print how many wrong figures are found, and how many correct ones are reported."""
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alarms = 0
    for row in planted.rows():
        there[row.kind] += 1
        found[row.kind] += bool(planted.check(row, row.wrong))
        alarms += bool(planted.check(row, row.right))
    for kind, count in there.items():
        print(f"  {kind:12} {found[kind]} of {count}")
    print(f"  all          {found.total()} of {there.total()}; right ones told: {alarms}")


def print_published(path: Path) -> None:
    """Print every finding in published copy, including headlines."""
    words = told = 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, row in enumerate(map(json.loads, file)):
            release = Release.of(row["title"], row["text"].split("\n"))
            words += len(release.text.split())
            for finding in planted.checker().check(release, CheckOptions()):
                told += 1
                said = release.text[max(0, finding.start - 80) : finding.end + 80]
                print(f"  {number} {finding.rule}: {finding.message}\n    {said!r}")
    print(f"  {told} findings in {words:,} words, {told * 1000 / words:.4f} per 1,000")


if __name__ == "__main__":
    print_planted()
    news = EVAL / "news-dev.jsonl.gz"
    if news.is_file():
        print_published(news)
    else:
        print(f"Published articles: left out ({news} is not there)")
