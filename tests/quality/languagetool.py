"""Measures what LanguageTool adds and costs: ``python tests/quality/languagetool.py [EVAL]
[--show]``.

It checks English passages with known errors (``samples/english.txt``: ``[wrong|right]``) inside
releases; published articles and foreign passages; and, with Indonesian as a dynamic language, all
copy. Needs Java 17 and LanguageTool (``make languagetool``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bnews_desk.finding import Finding
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.lexicon.languagetool import installation
from bnews_desk.lexicon.languagetool.local_opinion import LocalOpinion
from bnews_desk.lexicon.languagetool.server import Server, local_server
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.release import Release
from bnews_desk.rules.catalogue import all_rules
from bnews_desk.rules.checker import Checker
from bnews_desk.rules.language_spans import LanguageSpan
from bnews_desk.rules.second_opinion import RemarkCache, SecondOpinion, ask_opinion

HERE = Path(__file__).resolve().parent
EVAL = HERE.parents[2] / "shared" / "eval"
ARTICLES = 300
EVERY = 18
"""Only every ``EVERY``-th article of the collection is measured."""
_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


class Planted(NamedTuple):
    """A release and the positions of the errors in its text."""

    text: str
    wrong: tuple[tuple[int, int], ...]


class Desk:
    """Our own rules, with a second opinion in addition."""

    def __init__(self, opinion: LocalOpinion, *, reads_indonesian: bool) -> None:
        house = load_style_sheet()[0]
        lexicon = Lexicon(house.pairs)
        self._checker = Checker(all_rules(), house, lexicon)
        self._answers = RemarkCache(100_000)
        self._opinion = opinion
        self._second = SecondOpinion(
            house, lexicon, self._answers, reads_indonesian=reads_indonesian
        )
        self.asked: list[LanguageSpan] = []
        self.seconds: list[float] = []

    def check(self, text: str) -> tuple[list[Finding], tuple[Finding, ...]]:
        """Our own findings in a release, and those that the second opinion adds."""
        release = Release(text)
        frame = self._checker.reader.read(text)
        own = self._checker.check_framed(release, frame)
        for stretch in self._second.review(release, frame, own).missing:
            begun = time.perf_counter()
            self._answers.keep(stretch, ask_opinion(stretch, self._opinion))
            self.seconds.append(time.perf_counter() - begun)
            self.asked.append(stretch)
        return own, self._second.review(release, frame, own).findings

    @property
    def seconds_per_thousand(self) -> float:
        """Seconds for a thousand words, without the first passage."""
        words = sum(len(stretch.text.split()) for stretch in self.asked[1:])
        return 1000 * sum(self.seconds[1:]) / words if words else 0.0


def english() -> Iterator[Planted]:
    """One release for each paragraph of the sample."""
    for line in (HERE / "samples" / "english.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text = f"\n{line}"
        wrong: list[tuple[int, int]] = []
        while mark := _MARKED.search(text):
            start = mark.start()
            wrong.append((start, start + len(mark[1])))
            text = text[:start] + mark[1] + text[mark.end() :]
        yield Planted(text, tuple(wrong))


def articles(folder: Path) -> Iterator[str]:
    """Published articles, each as a release's text."""
    with gzip.open(folder / "news-dev.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in islice(file, 0, EVERY * ARTICLES, EVERY):
            article = json.loads(line)
            yield f"{article['title']}\n{article['text']}"


def measure_english(opinion: LocalOpinion, *, shows: bool) -> None:
    """Print how many of the planted errors each side finds."""
    desk = Desk(opinion, reads_indonesian=False)
    planted = found = ours = alarms = 0
    for text, wrong in english():
        own, theirs = desk.check(text)
        planted += len(wrong)
        found += sum(any(p.start < end and start < p.end for p in theirs) for start, end in wrong)
        ours += sum(any(p.start < end and start < p.end for p in own) for start, end in wrong)
        for finding in theirs:
            if not any(finding.start < end and start < finding.end for start, end in wrong):
                alarms += 1
                if shows:
                    print("ALARM", _shown(text, finding))
        if shows:
            for start, end in wrong:
                if not any(p.start < end and start < p.end for p in theirs):
                    print("MISSED", text[max(0, start - 40) : start], f"«{text[start:end]}»")
    words = sum(len(stretch.text.split()) for stretch in desk.asked)
    print(f"English: {len(desk.asked)} passages, {words} words, {planted} faults planted")
    print(f"  found by LanguageTool {found}, by our rules {ours}; false alarms {alarms}")
    _print_cost(desk)


def measure_articles(opinion: LocalOpinion, folder: Path, *, reads: bool, shows: bool) -> None:
    """Print what is added on published articles."""
    desk = Desk(opinion, reads_indonesian=reads)
    own_count = 0
    added: list[str] = []
    for text in articles(folder):
        own, theirs = desk.check(text)
        own_count += len(own)
        added += [_shown(text, finding) for finding in theirs]
    print(f"{ARTICLES} articles, {'all copy' if reads else 'foreign passages only'}:")
    print(f"  {len(desk.asked)} passages asked about, {len(added)} findings beside {own_count} own")
    _print_cost(desk)
    if shows:
        print("\n".join(added))


def _print_cost(desk: Desk) -> None:
    if desk.asked:
        print(
            f"  first answer {desk.seconds[0]:.1f} s, then {desk.seconds_per_thousand:.2f} s per"
            f" 1,000 words, a passage {1000 * statistics.median(desk.seconds):.0f} ms at the median"
        )


def _shown(text: str, finding: Finding) -> str:
    before, behind = text[max(0, finding.start - 50) : finding.start], text[finding.end :][:40]
    return f"{finding.rule}\t{before}«{finding.text}»{behind}\t{finding.message}".replace("\n", "⏎")


def _memory(server: Server) -> str:
    """Resident memory of Java and of this process, MB."""
    done = subprocess.run(
        ["ps", "-o", "rss=", "--ppid", str(server.pid)], capture_output=True, text=True, check=True
    )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"Java {int(done.stdout.split()[0]) // 1024} MB, this process {own} MB"


def main() -> int:
    """Measure with the LanguageTool that is installed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=EVAL)
    parser.add_argument("--english", action="store_true", help="only the English passages")
    parser.add_argument("--show", action="store_true", help="print every finding")
    options = parser.parse_args()
    if installation.find_installation() is None or installation.find_java() is None:
        print("LanguageTool atau Java tidak ada; jalankan: make languagetool", file=sys.stderr)
        return 1
    server = local_server(reads_indonesian=True)
    try:
        begun = time.perf_counter()
        server.address()
        print(f"server answers after {time.perf_counter() - begun:.1f} s")
        opinion = LocalOpinion(server)
        measure_english(opinion, shows=options.show)
        for reads in () if options.english else (False, True):
            measure_articles(opinion, options.folder, reads=reads, shows=options.show)
        print(_memory(server))
    finally:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
