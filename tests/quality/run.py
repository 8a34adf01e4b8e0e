"""Measures what imports carry over and what rules find: ``make quality [EVAL=folder]``.

The measured documents and articles are outside the project; where they are missing, their rows are
left out and a line says so. No result here can fail a test.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from assimilated import print_assimilated
from weekdays import print_weekdays

from bnews_desk.finding import Severity
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.fix_all import fix_all
from bnews_desk.rules.rule import RuleGroup

HERE = Path(__file__).resolve().parent
EVAL = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared" / "eval"
ARTICLES = 1000
FIXED = 300
"""Number of articles to which all safe fixes are applied twice."""


def articles(path: Path, most: int) -> Iterator[Release]:
    """The first articles of the measuring set, as releases without a headline."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number >= most:
                return
            yield Release.of("", json.loads(line)["text"].split("\n"))


def print_findings(path: Path) -> None:
    """Print findings per 1,000 words of published copy by rule, without the frame group."""
    house = load_style_sheet()[0]
    rules = [rule for rule in all_rules() if rule.group is not RuleGroup.A]
    checker = Checker(rules, house, Lexicon(house.pairs))
    by_rule: Counter[str] = Counter()
    by_severity: Counter[Severity] = Counter()
    count = 0
    for release in articles(path, ARTICLES):
        count += len(release.text.split())
        for finding in checker.check(release):
            by_rule[finding.rule] += 1
            by_severity[finding.severity] += 1
    print(f"\nFindings in {ARTICLES} published articles ({count:,} words), per 1,000 words")
    for severity in Severity:
        print(f"  {severity.value:28} {by_severity[severity] * 1000 / count:7.3f}")
    for rule, found in by_rule.most_common():
        print(f"    {rule:26} {found * 1000 / count:7.3f}  ({found})")


def print_settling(path: Path) -> None:
    """Print whether bulk fixing comes to an end, and what it changes."""
    house = load_style_sheet()[0]
    checker = Checker(all_rules(), house, Lexicon(house.pairs))
    unsettled = 0
    fixes: Counter[str] = Counter()
    for release in articles(path, FIXED):
        settled = fix_all(release, checker)
        fixes.update(settled.fixed)
        unsettled += fix_all(settled.release, checker).release != settled.release
    print(f"\nSafe fixes in {FIXED} published articles: {sum(fixes.values())};")
    print(f"  articles that a second run changes: {unsettled}")
    for rule, applied in fixes.most_common():
        print(f"    {rule:26} {applied}")


def main() -> None:
    """Print every table whose data is available."""
    documents = EVAL / "documents"
    if shutil.which("pandoc"):
        sys.stdout.flush()
        folders = [HERE / "samples", *([documents] if documents.is_dir() else [])]
        subprocess.run([sys.executable, HERE / "import_words.py", *folders], check=False)
        if shutil.which("soffice"):
            subprocess.run([sys.executable, HERE / "page_words.py", *folders], check=False)
        else:
            print("Words of PDF and DOC: left out (no LibreOffice)")
    else:
        print("Words of imported files: left out (no pandoc)")
    sys.stdout.flush()
    subprocess.run([sys.executable, HERE / "exported_files.py"], check=False)
    sys.stdout.flush()
    subprocess.run([sys.executable, HERE / "release_parts.py", "-v"], check=False)
    sys.stdout.flush()
    subprocess.run([sys.executable, HERE / "roots.py", EVAL], check=False)
    news = EVAL / "news-dev.jsonl.gz"
    if news.is_file():
        print_findings(news)
        print_settling(news)
        print_assimilated(news)
        if (EVAL / "weekday-dev.tsv").is_file():
            print_weekdays(news, EVAL / "weekday-dev.tsv")
    else:
        print(f"Published articles: left out ({news} is not there)")


if __name__ == "__main__":
    main()
