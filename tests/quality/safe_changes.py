"""Lists every safe change in the whole measuring set, to be read by a person.

``python tests/quality/safe_changes.py OUT [EVAL]`` writes ``safe-changes.tsv`` into OUT, outside
the project: count, rule, replacement, and one place with its context. Changes of numbers are listed
by their shape (9 for each run of digits), which leaves a few thousand rows.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"
AROUND = 60
"""Code points of context on each side of a place."""


class Change(NamedTuple):
    """A rule's replacement, with numbers by their shape."""

    rule: str
    edits: str


def main() -> None:
    """Check every article, write the list, and print the number of changes and of kinds."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else EVAL
    house = load_style_sheet()[0]
    checker = Checker(all_rules(), house, Lexicon(house.pairs))
    places: defaultdict[Change, list[str]] = defaultdict(list)
    words = 0
    with gzip.open(folder / "news-dev.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            release = Release.of(" ".join(row["title"].split()), row["text"].split("\n"))
            words += len(release.text.split())
            for finding in checker.check(release):
                if finding.safe_fix is not None:
                    said = "; ".join(f"{e.old!r} → {e.new!r}" for e in finding.safe_fix.edits)
                    change = Change(finding.rule, re.sub(r"\d+", "9", said))
                    before = release.text[max(0, finding.start - AROUND) : finding.start]
                    behind = release.text[finding.end : finding.end + AROUND]
                    places[change].append(f"{before}[[{finding.text}]]{behind}")
    with (out / "safe-changes.tsv").open("w", encoding="utf-8") as file:
        for change, found in sorted(places.items(), key=lambda item: (item[0].rule, -len(item[1]))):
            shown = found[len(found) // 2].replace("\n", "⏎").replace("\t", "⇥")
            file.write(f"{len(found)}\t{change.rule}\t{change.edits}\t{shown}\n")
    total = sum(map(len, places.values()))
    print(f"{total:,} safe changes of {len(places):,} kinds in {words:,} words")


if __name__ == "__main__":
    main()
