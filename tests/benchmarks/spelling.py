"""Measures the cost of the speller's words; part of ``make bench``.

``python tests/benchmarks/spelling.py``. Loading, including imports, is timed in separate processes,
next to ``json`` reading the same words with their counts in the same run. No result here can fail a
test.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bnews_desk.lexicon.hunspell import dictionary_folder
from bnews_desk.lexicon.lexicon import Lexicon
from bnews_desk.lexicon.news_words import shipped_news_words

RUNS = 15
SLIPS = 200
"""Misspelt words whose suggestions are timed."""
MOST_TIMES = 3.0
"""Greatest ratio of the loading time to that of ``json`` for the same words."""
MOST_MEGABYTES = 60.0
"""Greatest growth of the process by everything that the speller loads."""

TIMED = """
import time
start = time.perf_counter()
{work}
print(time.perf_counter() - start)
"""
OURS = """
from bnews_desk.lexicon.news_words import shipped_news_words
shipped_news_words()
"""
JSON = """
import json
with open({path!r}, encoding="utf-8") as file:
    json.load(file)
"""
GROWTH = """
import os, resource
pages = open("/proc/self/statm").read().split()
from bnews_desk.lexicon.lexicon import Lexicon
speller = Lexicon().speller
speller.suggestions("pembagnunan")
after = open("/proc/self/statm").read().split()
print((int(after[1]) - int(pages[1])) * resource.getpagesize() / 1e6)
"""


def answer(program: str) -> float:
    """The number printed by a separate Python process."""
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def loading() -> tuple[float, float]:
    """Seconds for loading the words, and for ``json`` loading the same, run alternately."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "words.json"
        path.write_text(json.dumps(dict(shipped_news_words().counts)), encoding="utf-8")
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(answer(TIMED.format(work=OURS)))
            theirs.append(answer(TIMED.format(work=JSON.format(path=str(path)))))
    return statistics.median(ours), statistics.median(theirs)


def suggesting() -> tuple[float, float]:
    """Seconds for the suggestions for one word, ours and Hunspell's own.

    The slips are made from frequent words of the dictionary; each occurs for the first time.
    """
    from hunspell import Hunspell

    suggest = Hunspell("id_ID", hunspell_data_dir=dictionary_folder()).suggest
    speller = Lexicon().speller
    speller.suggestions("pembagnunan")  # loads what is loaded late
    ours, theirs = [], []
    for slip in slips():
        ours.append(seconds(lambda slip=slip: speller.suggestions(slip)))
        theirs.append(seconds(lambda slip=slip: suggest(slip)))
    return statistics.median(ours), statistics.median(theirs)


def slips() -> list[str]:
    """News words with two adjacent letters exchanged, drawn with a fixed seed."""
    draw = Random(20261127)  # noqa: S311 - a draw, no secret
    known = sorted(word for word in shipped_news_words().words() if len(word) > 4)
    found = []
    for word in draw.sample(known, SLIPS):
        at = draw.randrange(len(word) - 1)
        found.append(f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}")
    return found


def seconds(action: Callable[[], object]) -> float:
    """The seconds that ``action`` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main() -> None:
    """Print the results and their limits."""
    ours, theirs = loading()
    known = len(shipped_news_words())
    print(f"\nThe speller's words ({known}), loaded in a process of its own")
    print(f"  import and load           {ours * 1000:7.2f} ms")
    print(f"  import json and load them {theirs * 1000:7.2f} ms")
    print(f"  times as long             {ours / theirs:7.2f}      at most {MOST_TIMES:.0f}")
    if Path("/proc/self/statm").exists():
        grown = answer(GROWTH)
        print(f"  whole speller in memory   {grown:7.1f} MB   less than {MOST_MEGABYTES:.0f}")
    mine, hunspell = suggesting()
    print(f"  suggestions for one word  {mine * 1000:7.2f} ms")
    print(f"  Hunspell's own            {hunspell * 1000:7.2f} ms   ours at most as long")


if __name__ == "__main__":
    main()
