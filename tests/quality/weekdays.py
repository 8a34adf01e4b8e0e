"""Measures contradictions of weekday and date found, and false alarms on matching pairs; for
``run.py``.

``weekday-dev.tsv`` lists the contradictions by article and printed text. Matching pairs are found
here by a pattern and the calendar of the standard library, not by the rules' own readers.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker

RULES = ("date-weekday-mismatch", "date-impossible")
DAYS = "senin selasa rabu kamis jumat sabtu minggu".split()
MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)
PAIR = re.compile(
    rf"\b({'|'.join(DAYS)}),? \(?(\d{{1,2}})(?:/(\d{{1,2}})/| ({'|'.join(MONTHS)}) )(\d{{4}})\b",
    re.IGNORECASE,
)


def print_weekdays(articles: Path, contradictions: Path) -> None:
    """Print how many contradictions are found, and how many matching pairs are flagged."""
    lines = contradictions.read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")[:2]) for line in lines if not line.startswith("#")]
    wanted: dict[str, set[str]] = {}
    for url, printed in rows:
        wanted.setdefault(url, set()).add(printed)
    house = load_style_sheet()[0]
    rules = [rule for rule in all_rules() if rule.id in RULES]
    checker = Checker(rules, house, Lexicon(house.pairs))
    found: set[tuple[str, ...]] = set()
    agreeing = alarms = 0
    with gzip.open(articles, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            release = Release.of("", row["text"].split("\n"))
            findings = checker.check(release)
            for printed in wanted.get(row["url"], ()):  # some articles occur twice
                if _is_found(printed, release.text, findings):
                    found.add((row["url"], printed))
            for start, end in _agreeing(release.text):
                agreeing += 1
                alarms += any(p.start < end and start < p.end for p in findings)
    count = sum(row in found for row in rows)
    print("\nWeekdays and dates")
    print(f"  contradictions found         {count} of {len(rows)}  ({count / len(rows):.1%})")
    print(f"  alarms on agreeing pairs     {alarms} of {agreeing}")


def _is_found(printed: str, text: str, findings: list[Finding]) -> bool:
    """Whether there is a finding at a place with the printed text."""
    places = [m.span() for m in re.finditer(re.escape(printed), text)]
    return any(p.start < end and start < p.end for p in findings for start, end in places)


def _agreeing(text: str) -> Iterator[tuple[int, int]]:
    for match in PAIR.finditer(text):
        day, number, month, name, year = match.groups()
        try:
            at = date(int(year), int(month or MONTHS.index(name.casefold()) + 1), int(number))
        except ValueError:
            continue
        if at.weekday() == DAYS.index(day.casefold()):
            yield match.span()
